"""Who belongs to whom: aides to those whom they serve, politicians to their parties."""

from collections import Counter
from functools import cache

from analysis.grammar.tokens import Token
from analysis.lexicon import rows, words
from analysis.readers.actors import Scene
from analysis.readers.stances.arguments import denoted
from analysis.records import Entity, Role


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
        if token.pos == "NOUN" and token.lemma in words("service_nouns") and not scene.is_person_at(token):
            found = _by_grammar(scene, token) | found
    return found


def _by_grammar(scene: Scene, noun: Token) -> dict[str, str]:
    """`Hall, one of Smith's lawyers`; `Hall, a longtime adviser to Smith`; not `a former adviser`."""
    behind = [inner for child in noun.those("prep") if child.lower in ("of", "for", "to") for inner in child.children]
    served = next(filter(scene.is_person_at, [*noun.those("poss", "compound", "nmod"), *behind]), None)
    if served is None or noun.has(words={"former", "ex", "then"}):
        return {}
    one_of = noun.dep == "pobj" and noun.head.lower == "of"
    aides = [scene.at[aide.i] for aide in denoted(noun.head.head if one_of else noun) if scene.is_person_at(aide)]
    return {aide: scene.at[served.i] for aide in aides if aide != scene.at[served.i]}


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


@cache
def _parties() -> dict[str, str]:
    """Words for members of a party, and adjectives, to the party."""
    forms = {row["form"]: row["name"] for row in rows("known_names") if row["name"].endswith("Party")}
    return forms | {"Democratic": "Democratic Party", "Conservative": "Conservative Party", "Labour": "Labour Party"}


@cache
def _leaders() -> dict[str, str]:
    """Names of party leaders to their party; a surname alone where it is enough."""
    alone = {row["name"].split()[-1]: row["party"] for row in rows("party_leaders") if row["alone"]}
    return alone | {row["name"]: row["party"] for row in rows("party_leaders")}


@cache
def _countries() -> dict[str, str]:
    return {row["party"]: row["country"] for row in rows("party_leaders")}


def rivalry(mine: str | None, theirs: str | None) -> int:
    """1 within a camp, -1 between two camps of one country, 0 where that cannot be told."""
    if mine is None or theirs is None:
        return 0
    if mine == theirs:
        return 1
    return -1 if _countries().get(mine, mine) == _countries().get(theirs, theirs) else 0


def camps(scene: Scene, ties: dict[str, str]) -> dict[str, str]:
    """Entity ids to the party that the text, or the office they are known by, ties them to.

    A person whom the text ties to two parties gets none; what the text says comes before what is known.
    Aides are of the camp of those whom they serve.
    """
    found: dict[str, set[str]] = {}
    for key, entity in scene.entities.items():
        party = _of_group(entity)
        if party:
            found.setdefault(key, set()).add(party)
    for role in scene.roles:
        for word in role.role.split():
            if word in _parties():
                found.setdefault(role.entity_id, set()).add(_parties()[word])
    said = {key: parties.pop() if len(parties) == 1 else "" for key, parties in found.items()}
    known = {key: _known(entity) for key, entity in scene.entities.items() if entity.kind == "person"}
    found_out = {key: party for key, party in (known | said).items() if party}
    return {aide: found_out[other] for aide, other in ties.items() if other in found_out} | found_out


def _of_group(entity: Entity) -> str | None:
    """The party of a party, of `House Republicans`, of `the Smith administration`."""
    if entity.name in _parties().values():
        return entity.name
    if entity.kind not in ("group", "organization"):
        return None
    words = entity.name.split()
    return next((_parties()[word] for word in words if word in _parties()), None) or (
        _leaders().get(words[0]) if words[1:] and words[-1].lower() in ("administration", "campaign") else None
    )


def _known(entity: Entity) -> str | None:
    """The party of somebody known by office."""
    return next((_leaders()[name] for name in (entity.name, *entity.aliases) if name in _leaders()), None)
