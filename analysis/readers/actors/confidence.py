"""How sure an entity is: the share found right on tuning articles of those that were found in the same way.

Right is an entity with a name that a reader would keep in the table: its names cut as they should be, of its kind, an
actor or a place, with no one else's names and not parted from another row. One without a name is right if its nominals
are mentions of gold's in their extent, most of them in one chain, of its kind, of which no other entity has more.
"""

from collections import Counter
from dataclasses import replace
from functools import cache

from analysis.lexicon import rows
from analysis.readers.actors.matching import well_known
from analysis.records import Cast, Entity

AGAIN, OFTEN = 2, 4  # names that make an entity one that is named again, and often
UNKNOWN = 0.5


def with_confidence(cast: Cast, rules: dict[str, str]) -> Cast:
    """The cast with the confidence of its entities; `rules` says how those were found that no name was found of."""
    names = Counter(mention.entity_id for mention in cast.mentions if mention.form == "name")
    return replace(
        cast,
        entities=tuple(
            replace(entity, confidence=_confidence(entity, rules.get(entity.entity_id), names[entity.entity_id]))
            for entity in cast.entities
        ),
    )


def _confidence(entity: Entity, rule: str | None, n_names: int) -> float:
    """By kind; by rule for one that no name was found of, else by how often and how fully it is named.

    Bodies that need no introduction are known.
    """
    table = _table()
    found = rule or ("once" if n_names < AGAIN else "again" if n_names < OFTEN else "often")
    if entity.kind == "organization" and n_names and entity.name in well_known():
        found = "known"
    named = "one word" if " " not in entity.name else "full"
    for key in ((entity.kind, found, named), (entity.kind, found, ""), (entity.kind, "", "")):
        if key in table:
            return table[key]
    return UNKNOWN


@cache
def _table() -> dict[tuple[str, str, str], float]:
    return {(row["kind"], row["found"], row["named"]): float(row["precision"]) for row in rows("entity_precision")}
