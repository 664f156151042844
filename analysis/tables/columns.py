"""The bricks that tables are declared with: columns of one kind, spans, keys; and what is wrong with a table."""

from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

TEXT, WHOLE, REAL, TRUTH = pa.string(), pa.int64(), pa.float64(), pa.bool_()
WORDS, PIECES = pa.list_(pa.string()), pa.list_(pa.list_(pa.int64()))


class Column(NamedTuple):
    """A column: its type, what it says, whether it may be null; all `values` allowed, or the least and the greatest."""

    kind: pa.DataType
    description: str
    null: bool = False
    values: tuple[str, ...] = ()
    between: tuple[float, float] | None = None


class Schema(NamedTuple):
    """A table: its columns in order; with a `key`, no two rows of an article have the same one."""

    name: str
    columns: dict[str, Column]
    key: tuple[str, ...] | None


def text(description: str, *, null: bool = False, values: tuple[str, ...] = ()) -> Column:
    """A column of strings."""
    return Column(TEXT, description, null=null, values=values)


def count(description: str) -> Column:
    """A column of whole numbers from 0."""
    return Column(WHOLE, description, between=(0, 2**62))


def offsets(name: str, what: str, *, null: bool = True) -> dict[str, Column]:
    """The two columns of a span: `start` and `end`, or `name_start` and `name_end`."""
    prefix = f"{name}_" if name else ""
    return {
        f"{prefix}{edge}": Column(WHOLE, f"{where} of {what} in `articles.text`", null=null, between=(0, 2**62))
        for edge, where in (("start", "first character"), ("end", "character behind the last"))
    }


def judged() -> dict[str, Column]:
    """The columns that say how far to trust a row, where it comes from, and whether it is shown."""
    return {
        "confidence": Column(REAL, "share of such rows that a careful reader found right", between=(0, 1)),
        "rule": rule(),
        "shown": Column(TRUTH, "whether pages, charts, networks and statements show the row"),
    }


def rule() -> Column:
    """The column that says where a row comes from."""
    return text("the rule that made the row")


def schema(name: str, columns: dict[str, Column], key: tuple[str, ...] | None = None) -> Schema:
    """A table: its columns behind `article_id`."""
    return Schema(name, {"article_id": text("the article"), **columns}, key)


def faults(table: Schema, frame: pd.DataFrame) -> Iterator[str]:
    """All that is wrong with a table, in words. Offsets are compared with each other, not with the text."""
    found, wanted = list(map(str, frame.columns)), list(table.columns)
    if found != wanted:
        lacks, more = ([name for name in a if name not in b] for a, b in ((wanted, found), (found, wanted)))
        yield f"it lacks {', '.join(lacks) or 'nothing'}, has {', '.join(more) or 'nothing'} more, or in another order"
        return
    for name, column in table.columns.items():
        for fault in _faults(column, frame[name]):
            yield f"column {name!r} {fault}"
    for name in table.columns:
        end = f"{name[:-5]}end"
        if (name == "start" or name.endswith("_start")) and not _in_order(frame[name], frame[end]):
            yield f"{name!r} lies behind {end!r}, or only one of them is null"
    if table.key is not None and frame.duplicated(["article_id", *table.key]).any():
        yield f"two rows have the same {' and '.join(('article_id', *table.key))}"


def _faults(column: Column, series: pd.Series) -> Iterator[str]:
    if series.dtype != pd.ArrowDtype(column.kind):
        yield f"is of type {series.dtype}; it must be {pd.ArrowDtype(column.kind)}"
        return
    values = pa.array(series.array)
    if values.null_count and not column.null:
        yield "has no value in some row"
    values = values.drop_null()
    if column.values:
        allowed = pc.is_in(values, value_set=pa.array(column.values, column.kind))
    elif column.between:
        least, greatest = column.between
        allowed = pc.and_(pc.greater_equal(values, least), pc.less_equal(values, greatest))
    else:
        return
    for wrong in values.filter(pc.invert(allowed))[:1]:
        accepted = ", ".join(column.values) or "from {} to {}".format(*column.between)
        yield f"holds {wrong.as_py()!r}; accepted are {accepted}"


def _in_order(start: pd.Series, end: pd.Series) -> bool:
    return bool(((start.isna() & end.isna()) | (start <= end).fillna(False)).all())
