"""Rows drawn for checking by hand: by table and confidence, the same ones for the same seed."""

import csv
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any

import pandas as pd

from analysis.exports.files import replacing
from analysis.reading import Reading
from analysis.tables.plain import rows

EDGES = (0.0, 0.5, 0.7, 0.8, 0.9)  # where the bins of confidence begin
IDS = {"entities": "entity_id", "quotations": "quotation_id", "stances": "stance_id", "events": "event_id"}
TABLES = ("entities", "quotations", "stances", "roles", "events")
SIDES = {"support": "is for", "oppose": "is against", "neutral": "meets, talks to or has to do with"}
COLUMNS = (
    *("article_id", "table", "row_id", "says", "passage", "start", "end"),
    *("verdict", "who", "note", "confidence", "stands_for"),
)
RISKY = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would run what begins so
AROUND = 150  # characters of context where the sentence is not known

Line = dict[str, Any]


def draw(
    reading: Reading,
    number: int = 50,
    *,
    tables: Sequence[str] = TABLES[:3],
    hidden: bool = False,
    seed: int = 0,
) -> pd.DataFrame:
    """So many rows of some tables for a person to judge, evenly from each table and each bin of confidence.

    The same reading and seed give the same rows. `says` is what the row claims, `passage` the sentences to check it
    by, `stands_for` how many rows of its table and bin it speaks for; `verdict`, `who` and `note` are empty. Rows that
    are not shown are drawn from only if `hidden`. Raises ValueError for an unknown table, and for no number.
    """
    unknown = [name for name in tables if name not in TABLES]
    if unknown or not tables:
        raise ValueError(f"no rows are drawn of {', '.join(unknown) or 'no table'}; there are {', '.join(TABLES)}")
    if number < 1:
        raise ValueError(f"{number} rows: at least 1 is needed")
    strata = {key: found for key, found in _strata(reading, tables, hidden).items() if found}
    drawn = []
    for key, size in _sizes({key: len(found) for key, found in strata.items()}, number).items():
        picked = Random(f"{seed} {key[0]} {key[1]}").sample(strata[key], size)
        drawn += [{**line, "stands_for": round(len(strata[key]) / size, 4)} for line in picked]
    order = {key: n for n, key in enumerate(reading.articles.article_id)}
    drawn.sort(key=lambda line: (order[line["article_id"]], TABLES.index(line["table"]), line["start"], line["row_id"]))
    return pd.DataFrame(drawn, columns=COLUMNS)


def bin_of(confidence: float) -> int:
    """The number of a bin of confidence."""
    return bisect_right(EDGES, confidence) - 1


def bin_name(number: int) -> str:
    """What a bin holds: `.7 to .8`."""
    return f"{EDGES[number]:.1f} to {(*EDGES, 1.0)[number + 1]:.1f}"


def _strata(reading: Reading, tables: Sequence[str], hidden: bool) -> dict[tuple[str, int], list[Line]]:
    articles, known = {row.article_id: row for row in rows(reading.articles)}, _Known(reading)
    found: dict[tuple[str, int], list[Line]] = {}
    for table in tables:
        numbers: Counter[str] = Counter()
        for row in rows(getattr(reading, table)):
            numbers[row.article_id] += 1
            if hidden or row.shown:
                key = getattr(row, IDS.get(table, ""), f"r{numbers[row.article_id]}")
                line = _line(table, row, key, known, articles[row.article_id])
                found.setdefault((table, bin_of(row.confidence)), []).append(line)
    return dict(sorted(found.items()))


def _line(table: str, row: Any, key: str, known: "_Known", article: Any) -> Line:
    says, span = CLAIMS[table](row, known)
    line = {
        "article_id": row.article_id,
        "table": table,
        "row_id": key,
        "says": says,
        "passage": passage(article, span),
    }
    return dict.fromkeys(COLUMNS) | line | {"start": span[0], "end": span[1], "confidence": row.confidence}


def _sizes(known: Mapping[tuple[str, int], int], number: int) -> dict[tuple[str, int], int]:
    """How many of each stratum: tables get alike, and of a table the bins, as far as they have rows."""
    sizes = dict.fromkeys(known, 0)
    for _ in range(min(number, sum(known.values()))):
        open_ones = [key for key in known if sizes[key] < known[key]]
        in_table = {name: sum(n for (table, _), n in sizes.items() if table == name) for name, _ in open_ones}
        sizes[min(open_ones, key=lambda key: (in_table[key[0]], sizes[key]))] += 1
    return {key: size for key, size in sizes.items() if size}


def _of_entity(row: Any, known: "_Known") -> tuple[str, tuple[int, int]]:
    at = known.first.get((row.article_id, row.entity_id))
    also = [form for form in row.aliases if form != row.name]
    facts = ", ".join(filter(None, (row.kind, row.role)))
    says = "; also ".join(filter(None, (f"{row.name}: {facts}", ", ".join(also))))
    return says, (at.start, at.end) if at else (0, 0)


def _of_quotation(row: Any, known: "_Known") -> tuple[str, tuple[int, int]]:
    told = {"not_said": "did not say", "hypothetical": "may say"}.get(row.status, "said, thought or wanted")
    return f"{row.source or 'somebody'} {told}: {row.content}", (row.content_start, row.content_end)


def _of_stance(row: Any, known: "_Known") -> tuple[str, tuple[int, int]]:
    return f"{row.holder} {SIDES[row.polarity]} {row.target}", (row.evidence_start, row.evidence_end)


def _of_role(row: Any, known: "_Known") -> tuple[str, tuple[int, int]]:
    of = known.names.get((row.article_id, row.of_id))
    name = known.names[row.article_id, row.entity_id]
    return f"{name} is {row.role}{f' (of {of})' if of else ''}", (row.start, row.end)


def _of_event(row: Any, known: "_Known") -> tuple[str, tuple[int, int]]:
    return f"{row.first_day}: {' '.join(filter(None, (row.actor, row.action)))}", (row.action_start, row.action_end)


CLAIMS = dict(zip(TABLES, (_of_entity, _of_quotation, _of_stance, _of_role, _of_event), strict=True))


class _Known:
    """What claims are told by: names and first mentions of entities."""

    def __init__(self, reading: Reading) -> None:
        self.names = {(row.article_id, row.entity_id): row.name for row in rows(reading.entities)}
        self.first = {(row.article_id, row.entity_id): row for row in reversed(rows(reading.mentions))}


def passage(article: Any, span: tuple[int, int]) -> str:
    """The sentences that some characters stand in, on one line."""
    inside = [sentence for sentence in article.sentence_spans if sentence[0] < span[1] and span[0] < sentence[1]]
    start = min([span[0], *(sentence[0] for sentence in inside)])
    end = max([span[1], *(sentence[1] for sentence in inside)])
    if not inside:
        start, end = max(0, start - AROUND), end + AROUND
    return " ".join(article.text[start:end].split())


def write_sample(sample: pd.DataFrame, file: str | Path) -> None:
    """Rows for checking as CSV; text that a spreadsheet would run as a formula gets an apostrophe before it."""
    with replacing(file) as part, part.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.writer(opened, lineterminator="\n")
        writer.writerow(COLUMNS)
        for line in sample.itertuples(index=False):
            writer.writerow(_cells(line))


def _cells(values: Iterable[Any]) -> list[Any]:
    return [f"'{one}" if isinstance(one, str) and one.startswith(RISKY) else one for one in values]
