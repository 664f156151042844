"""Whether a person of the cast is a man or a woman, as far as title, role or first name tell."""

from functools import cache

from analysis.coreference.scene import Scene
from analysis.lexicon import rows

HONORIFICS = {"mr": "m", "mr.": "m", "mrs": "f", "mrs.": "f", "ms": "f", "ms.": "f", "sir": "m", "dame": "f"}


@cache
def first_names() -> dict[str, str]:
    """First names that are given to one sex, lower case, to m or f."""
    return {row["name"]: row["gender"] for row in rows("first_names")}


@cache
def person_nouns() -> dict[str, str]:
    """Nouns for a person, to m, f or an empty string where the word is for both."""
    return {row["word"]: row["gender"] for row in rows("person_nouns")} | HONORIFICS


def genders_of(scene: Scene) -> dict[str, str]:
    """m, f or an empty string for every person of the cast."""
    roles: dict[str, list[str]] = {}
    for role in scene.roles:
        roles.setdefault(role.entity_id, []).extend(role.role.lower().split())
    return {
        key: _gender(entity.name.lower().split(), roles.get(key, []))
        for key, entity in scene.entities.items()
        if entity.kind == "person"
    }


def _gender(name: list[str], role: list[str]) -> str:
    for word in role:
        gender = person_nouns().get(word)
        if gender:
            return gender
    return first_names().get(name[0], "") if name else ""
