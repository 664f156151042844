"""Who speaks for, works for or belongs to whom: aides, lawyers, families, so far as a role names the other side."""

from collections import Counter

from analysis.grammar.tokens import Token
from analysis.lexicon import rows, words
from analysis.readers.actors.scene import Scene
from analysis.readers.stances.arguments import denoted
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
    for token in scene.parse.tokens:
        if token.pos == "NOUN" and token.lemma in words("service_nouns") and token.i not in scene.at:
            found.update(_by_grammar(scene, token, found))
    return found


def _by_grammar(scene: Scene, noun: Token, found: dict[str, str]) -> dict[str, str]:
    """`Hall, one of Smith's lawyers`; `Hall, a longtime adviser to Smith`."""
    if any(child.lower in ("former", "ex", "then") for child in noun.children):
        return {}
    among = noun.head.head if noun.dep == "pobj" and noun.head.lower == "of" else noun
    whose = [child for child in noun.children if child.dep in ("poss", "compound", "nmod")]
    whose += [i for c in noun.children if c.dep == "prep" and c.lower in ("of", "for", "to") for i in c.children]
    people = [key for key in map(scene.at.get, [token.i for token in whose]) if key and _is_person(scene, key)]
    aides = [scene.at.get(token.i) for token in denoted(among)]
    return {
        aide: people[0]
        for aide in aides
        if people and aide and _is_person(scene, aide) and aide != people[0] and aide not in found
    }


def _is_person(scene: Scene, key: str) -> bool:
    return scene.entities[key].kind == "person"


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
