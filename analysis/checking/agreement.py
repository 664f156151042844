"""How far two coders agree on the same rows, by table, and where they differ, with the words."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

import pandas as pd

from analysis.checking.reliability import alpha
from analysis.checking.verdicts import read_verdicts, rows_of
from analysis.corrections import Correction, read_corrections
from analysis.reading import Reading
from analysis.tables.plain import rows

AS_READ, DROPPED = "as read", "dropped"
IDS = {"entities": "entity_id", "quotations": "quotation_id", "stances": "stance_id"}
TOLD = {  # by table: what a row says
    "entities": ("name", "kind", "role"),
    "quotations": ("source", "content"),
    "stances": ("holder", "polarity", "target"),
}


class Labels(NamedTuple):
    """What one coder says of each row: by article, table and row; and the words of the rows."""

    labels: Mapping[tuple[str, str, str], str]
    words: Mapping[tuple[str, str, str], str]


def labels_of_verdicts(sample: pd.DataFrame | str | Path) -> Labels:
    """The verdicts of a filled-in sample, or the file of one; rows without one are not judged."""
    given = rows_of(sample) if isinstance(sample, pd.DataFrame) else read_verdicts(sample)
    found = [row for row in given if row.verdict]
    return Labels({_key(row): row.verdict for row in found}, {_key(row): getattr(row, "says", "") for row in found})


def _key(row: SimpleNamespace) -> tuple[str, str, str]:
    return row.article_id, row.table, row.row_id


def labels_of_corrections(reading: Reading, made: Iterable[Correction] | str | Path) -> Labels:
    """What corrections, or a file of them, make of each row: `as read`, `dropped`, or what it says then.

    A row that they add is one too. Whoever corrects has read the whole article: a row that is not corrected counts as
    judged right.
    """
    plain = reading if reading.uncorrected is None else reading.uncorrected
    mended = plain.corrected(read_corrections(made) if isinstance(made, str | Path) else made)
    labels: dict[tuple[str, str, str], str] = {}
    words: dict[tuple[str, str, str], str] = {}
    for table, name in IDS.items():
        before, after = (_by_id(one, table, name) for one in (plain, mended))
        for (article, key), row in before.items():
            labels[article, table, key] = _change(table, row, after.get((article, key)))
            words[article, table, key] = _told(table, row)
        for (article, key), row in after.items():
            if (article, key) not in before:
                at = (article, table, f"added: {_told(table, row)}")
                labels[at], words[at] = "added", _told(table, row)
    return Labels(labels, words)


def _by_id(reading: Reading, table: str, name: str) -> dict[tuple[str, str], Any]:
    return {(row.article_id, getattr(row, name)): row for row in rows(getattr(reading, table))}


def _change(table: str, before: Any, after: Any) -> str:
    if after is None:
        return DROPPED
    changed = [name for name in TOLD[table] if getattr(before, name) != getattr(after, name)]
    return ", ".join(f"{name}: {getattr(after, name)}" for name in changed) or AS_READ


def _told(table: str, row: Any) -> str:
    return " · ".join(str(getattr(row, name)) for name in TOLD[table] if getattr(row, name) is not None)


def agreement(first: Labels, second: Labels) -> pd.DataFrame:
    """By table: how many rows both judged, in how many they say the same, and Krippendorff's alpha (nominal).

    Alpha is null where all say one thing, which leaves nothing to tell chance by. A row that only one added is one on
    which they differ. Raises ValueError where they judged no row in common.
    """
    pairs = _pairs(first, second)
    if not pairs:
        raise ValueError("the two coders judged no row in common")
    found = []
    for table in dict.fromkeys(key[1] for key in pairs):
        own = [pair for key, pair in pairs.items() if key[1] == table]
        same = sum(one == other for one, other in own)
        found.append({"table": table, "rows": len(own), "same": same, "share": same / len(own), "alpha": alpha(own)})
    return pd.DataFrame(found).astype({"alpha": "float64"})


def differences(first: Labels, second: Labels) -> pd.DataFrame:
    """The rows of which two coders say different things, with the words of the row."""
    columns = ["article_id", "table", "row_id", "words", "first", "second"]
    words = {**second.words, **first.words}
    found = [(*key, words[key], *pair) for key, pair in _pairs(first, second).items() if pair[0] != pair[1]]
    return pd.DataFrame(found, columns=columns)


def _pairs(first: Labels, second: Labels) -> dict[tuple[str, str, str], tuple[str, str]]:
    """The labels of rows that both judged, or that one added."""
    added = [key for key in (*first.labels, *second.labels) if key[2].startswith("added: ")]
    both = [key for key in first.labels if key in second.labels]
    return {
        key: (first.labels.get(key, "not there"), second.labels.get(key, "not there"))
        for key in dict.fromkeys([*both, *added])
    }
