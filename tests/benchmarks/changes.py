"""Which rows two readings of an article do not share, whatever number a row goes by."""

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from analysis.records import ArticleReading
from analysis.tables.rows import rows_of

NUMBERS = frozenset({"mention_id", "quotation_id", "stance_id", "date_id", "event_id", "within"})
NOT_READ = frozenset({"rule", "shown"})  # how a row was made, not what it says
SURE = frozenset({"confidence", "score"})


def lines_of(reading: ArticleReading, *, sure: bool = True) -> list[str]:
    """A line for each row: its table and its values, entities by their names; `sure` says how sure each row is too."""
    left_out = NUMBERS | NOT_READ | (frozenset() if sure else SURE)
    tables = rows_of(reading)
    names = {row["entity_id"]: row["name"] for row in tables["entities"]}
    return [
        f"{table} {json.dumps(_said(row, names, left_out), ensure_ascii=False)}"
        for table, rows in tables.items()
        if table != "articles"
        for row in rows
    ]


def _said(row: dict[str, Any], names: dict[str, str], left_out: frozenset[str]) -> dict[str, Any]:
    return {
        column: _named(value, names) if column.endswith(("_id", "_ids")) and column != "article_id" else value
        for column, value in row.items()
        if value is not None and column not in left_out
    }


def _named(value: Any, names: dict[str, str]) -> Any:
    return [names.get(one, one) for one in value] if isinstance(value, list) else names.get(value, value)


def changed(old: Sequence[str], new: Sequence[str]) -> tuple[Counter[str], Counter[str]]:
    """How many rows of each table are gone, and how many are new."""
    before, after = Counter(old), Counter(new)
    return _by_table(before - after), _by_table(after - before)


def differing(old: Sequence[str], new: Sequence[str]) -> list[str]:
    """The rows gone (`-`) and new (`+`)."""
    before, after = Counter(old), Counter(new)
    return [f"{sign} {row}" for sign, some in (("-", before - after), ("+", after - before)) for row in some.elements()]


def _by_table(lines: Counter[str]) -> Counter[str]:
    tables: Counter[str] = Counter()
    for line, times in lines.items():
        tables[line.split(" {", 1)[0].split()[-1]] += times
    return tables


def compared(old: Sequence[str], new: Sequence[str], beside: Path) -> dict[str, dict[str, int]]:
    """Rows gone and new by table; the rows themselves are written beside a file, as `.gone` and `.new`."""
    sets = {line.split(" ", 1)[0] for line in new}
    old = [line for line in old if line.split(" ", 1)[0] in sets]
    for suffix, lines in ((".gone", Counter(old) - Counter(new)), (".new", Counter(new) - Counter(old))):
        text = "".join(f"{line}\n" for line in lines.elements())
        beside.with_name(beside.name + suffix).write_text(text, encoding="utf-8")
    gone, come = changed(old, new)
    return {"gone": dict(gone), "new": dict(come)}
