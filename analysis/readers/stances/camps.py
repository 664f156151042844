"""Which camp somebody belongs to: where the text says so (`Sen. Smith (R-Iowa)`, `Smith, a Democrat`), or by office."""

import re
from functools import cache

from analysis.grammar.tokens import Token
from analysis.lexicon import rows
from analysis.readers.actors.scene import Scene
from analysis.records import Entity

INITIAL = re.compile(r"\(?([RD])[-–.]\s?[A-Z]")
INITIALS = {"R": "Republican Party", "D": "Democratic Party"}
REACH = 60  # characters behind a name within which a bracket or apposition tells the camp
FRONT = frozenset({"compound", "amod", "nmod"})


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
    for mention in scene.mentions:
        if mention.form == "name" and mention.entity_id and scene.entities[mention.entity_id].kind == "person":
            name = scene.tokens_of(mention.start, mention.end)
            party = _behind(scene, name) or _before(name)
            if party:
                found.setdefault(mention.entity_id, set()).add(party)
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


def _before(name: list[Token]) -> str | None:
    """`Republican Mary Smith`, `Democratic Gov. Smith`."""
    return next(
        (_parties()[word.text] for word in name[-1].children if word.dep in FRONT and word.text in _parties()), None
    )


def _behind(scene: Scene, name: list[Token]) -> str | None:
    end = name[-1].end
    bracket = INITIAL.match(scene.article.text, end + 1, end + REACH) or INITIAL.match(
        scene.article.text, end + 2, end + REACH
    )
    if bracket:
        return INITIALS[bracket[1]]
    for child in name[-1].children:
        if child.dep == "appos":
            for word in (child, *child.children):
                if word.text in _parties():
                    return _parties()[word.text]
    return None
