"""What can be chosen in the explorer, as data: an actor, a pair, a quotation, a day, a word, or nothing."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from analysis.charts.base import ACTORS
from analysis.pages.marks import article_of
from analysis.reading import Reading
from analysis.tables.plain import rows

Choice = Mapping[str, Any]
SORTS = ("actor", "pair", "quotation", "day", "word")
PERIOD = re.compile(r"\d{4}-\d\d-\d\d(/\d{4}-\d\d-\d\d)?")
KINDS = {
    "Names": (*ACTORS, "place", "issue"),
    "Quotations": ("direct", "mixed", "indirect", "thought"),
    "Stances": ("support", "oppose", "neutral"),
    "Time": ("date",),
}
ALL = tuple(kind for kinds in KINDS.values() for kind in kinds)


def checked(reading: Reading, choice: Choice | None) -> dict[str, Any]:
    """The choice with ids in the place of names; {} where nothing is chosen.

    `{"actor": "e1"}` or a name, `{"pair": ["e1", "e4"]}` (holder, target; ids or names), `{"quotation": "q3"}`,
    `{"day": "2020-01-15"}` or a period `"2020-01-01/2020-01-31"`, `{"word": "truce"}`. Raises ValueError that says what
    there is for anything else.
    """
    if not choice:
        return {}
    ((sort, value),) = choice.items() if len(choice) == 1 else ((None, None),)
    if sort not in SORTS:
        raise ValueError(f"{dict(choice)!r} is no choice: it has one of {', '.join(SORTS)}")
    if sort == "actor":
        return {sort: _entity(reading, value)}
    if sort == "pair":
        sides = value if isinstance(value, Sequence) and not isinstance(value, str) else ()
        if len(sides) != 2:
            raise ValueError(f"{value!r} is no pair: it has a holder and a target")
        return {sort: [_entity(reading, side) for side in sides]}
    if sort == "quotation" and value not in set(reading.quotations.quotation_id):
        raise ValueError(f"no quotation {value!r}; there are: {', '.join(reading.quotations.quotation_id) or 'none'}")
    if sort == "day" and not PERIOD.fullmatch(str(value)):
        raise ValueError(f"{value!r} is no day; days are written 2020-01-15, periods 2020-01-01/2020-01-31")
    return {sort: str(value)}


def known_kinds(kinds: Sequence[str]) -> Sequence[str]:
    """The kinds of rows, where there are such. Raises ValueError for others."""
    unknown = [kind for kind in kinds if kind not in ALL]
    if unknown:
        raise ValueError(f"there is no kind {', '.join(map(repr, unknown))}; there are: {', '.join(ALL)}")
    return kinds


def _entity(reading: Reading, wanted: Any) -> str:
    found = rows(reading.entities)
    for row in found:
        if wanted in (row.entity_id, row.name):
            return row.entity_id
    raise ValueError(f"no actor {wanted!r}; there are: {', '.join(row.name for row in found) or 'none'}")


def keys_of(choice: Choice, periods: Sequence[str], sentences: Mapping[str, str]) -> set[str]:
    """What a choice, as `checked` gives it, is called in the rows that belong to it.

    `periods` are the days and periods there are, `sentences` their texts by key.
    """
    for sort, value in choice.items():
        if sort == "pair":
            return {">".join(value)}
        if sort == "day":
            return {period for period in periods if overlap(period, value)}
        if sort == "word":
            begins = beginning(value)
            return {key for key, words in sentences.items() if begins and begins.search(words)}
        return {value}
    return set()


def overlap(one: str, other: str) -> bool:
    """Whether two days or periods share a day."""
    return one.partition("/")[0] <= other.rpartition("/")[2] and other.partition("/")[0] <= one.rpartition("/")[2]


def beginning(words: str) -> re.Pattern[str] | None:
    """Words that begin so, in capitals or not; None where there are none."""
    parts = [re.escape(part) for part in words.split()]
    return re.compile(r"(?<![^\W_])" + r"\s+".join(parts), re.IGNORECASE) if parts else None


def sentences_of(reading: Reading) -> Iterator[tuple[str, int, int]]:
    """The key and the span of each sentence, in the order of the text; the headline is one."""
    article = article_of(reading)
    spans = [tuple(span) for span in article.sentence_spans]
    if article.headline_start is not None and not any(
        a < article.headline_end and article.headline_start < b for a, b in spans
    ):
        spans.append((article.headline_start, article.headline_end))
    for n, (start, end) in enumerate(sorted(spans)):
        yield f"n{n}", start, end
