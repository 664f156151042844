"""Which camp somebody belongs to, where the text says so: `Sen. Smith (R-Iowa)`, `Smith, a Democrat`."""

import re
from functools import cache

from analysis.coreference.scene import Scene
from analysis.lexicon import rows
from analysis.syntax import Token

INITIAL = re.compile(r"\(?([RD])[-–]\s?[A-Z]")
INITIALS = {"R": "Republican Party", "D": "Democratic Party"}
REACH = 60  # characters behind a name within which a bracket or apposition tells the camp


@cache
def _parties() -> dict[str, str]:
    """Words for members of a party, and adjectives, to the party."""
    forms = {row["form"]: row["name"] for row in rows("known_names") if row["name"].endswith("Party")}
    return forms | {"Democratic": "Democratic Party", "Conservative": "Conservative Party", "Labour": "Labour Party"}


def camps(scene: Scene) -> dict[str, str]:
    """Entity ids to the party that the text ties them to; a person whom it ties to two gets none."""
    found: dict[str, set[str]] = {}
    for key, entity in scene.entities.items():
        if entity.name in _parties().values():
            found.setdefault(key, set()).add(entity.name)
        first = entity.name.split()[0]
        if entity.kind == "group" and first in _parties():
            found.setdefault(key, set()).add(_parties()[first])
    for role in scene.roles:
        for word in role.role.split():
            if word in _parties():
                found.setdefault(role.entity_id, set()).add(_parties()[word])
    for mention in scene.mentions:
        if mention.form == "name" and mention.entity_id and scene.entities[mention.entity_id].kind == "person":
            party = _behind(scene, scene.tokens_of(mention.start, mention.end))
            if party:
                found.setdefault(mention.entity_id, set()).add(party)
    return {key: parties.pop() for key, parties in found.items() if len(parties) == 1}


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
