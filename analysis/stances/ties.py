"""Who speaks for, works for or belongs to whom: aides, lawyers, families, so far as a role names the other side."""

from collections import Counter

from analysis.coreference.scene import Scene
from analysis.lexicon import rows, words
from analysis.records import Role


def ties(scene: Scene) -> dict[str, str]:
    """Entity ids of aides and relatives to whom they stand by.

    `White House press secretary` is an aide of the president whom the article names. Former ones are left out.
    """
    heads = _heads(scene)
    found: dict[str, str] = {}
    for role in scene.roles:
        said = role.role.lower().split()
        if "former" in said or not words("service_nouns") & set(said):
            continue
        other = _named(scene, role) or next((heads[seat] for seat in heads if seat in role.role.lower()), None)
        if other and other != role.entity_id:
            found.setdefault(role.entity_id, other)
    return found


def _heads(scene: Scene) -> dict[str, str]:
    """Seats of power to whom the article most often gives the title that belongs there."""
    titled: dict[str, Counter[str]] = {}
    for role in scene.roles:
        titled.setdefault(role.role, Counter())[role.entity_id] += 1
    return {
        row["word"].lower(): titled[row["title"]].most_common(1)[0][0]
        for row in rows("seats")
        if row["title"] in titled
    }


def _named(scene: Scene, role: Role) -> str | None:
    """The person whom a role names last: `spokesman for House Speaker Smith`."""
    named = [scene.at.get(token.i) for token in scene.tokens_of(role.start, role.end)]
    people = [key for key in named if key and key != role.entity_id and scene.entities[key].kind == "person"]
    return people[-1] if people else None
