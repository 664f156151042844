"""The bricks that tables are declared with: columns of one kind, spans, keys."""

from collections.abc import Callable

import pandas as pd
import pandera.pandas as pa_check
import pyarrow as pa

TEXT, WHOLE, REAL, TRUTH = pa.string(), pa.int64(), pa.float64(), pa.bool_()
WORDS, PIECES = pa.list_(pa.string()), pa.list_(pa.list_(pa.int64()))
LAST = 2**62  # place in a text


def column(
    kind: pa.DataType,
    description: str,
    *,
    null: bool = False,
    values: tuple[str, ...] = (),
    between: tuple[float, float] | None = None,
) -> pa_check.Column:
    """A column; `values` are all that are allowed, `between` the least and the greatest number."""
    checks = []
    if values:
        checks.append(pa_check.Check.isin(values))
    if between:
        checks.append(pa_check.Check.in_range(*between))
    return pa_check.Column(pd.ArrowDtype(kind), checks=checks, nullable=null, description=description)


def text(description: str, *, null: bool = False, values: tuple[str, ...] = ()) -> pa_check.Column:
    """A column of strings."""
    return column(TEXT, description, null=null, values=values)


def count(description: str) -> pa_check.Column:
    """A column of whole numbers from 0."""
    return column(WHOLE, description, between=(0, 2**62))


def offsets(name: str, what: str, *, null: bool = True) -> dict[str, pa_check.Column]:
    """The two columns of a span: `start` and `end`, or `name_start` and `name_end`."""
    prefix = f"{name}_" if name else ""
    return {
        f"{prefix}{edge}": column(WHOLE, f"{where} of {what} in `articles.text`", null=null)
        for edge, where in (("start", "first character"), ("end", "character behind the last"))
    }


def judged() -> dict[str, pa_check.Column]:
    """The columns that say how far to trust a row, where it comes from, and whether it is shown."""
    return {
        "confidence": column(REAL, "share of such rows that a careful reader found right", between=(0, 1)),
        "rule": rule(),
        "shown": column(TRUTH, "whether pages, charts, networks and statements show the row"),
    }


def rule() -> pa_check.Column:
    """The column that says where a row comes from."""
    return text("the rule that made the row")


def schema(
    name: str, columns: dict[str, pa_check.Column], key: tuple[str, ...] | None = None
) -> pa_check.DataFrameSchema:
    """A table: its columns behind `article_id`; with a `key`, no two rows of an article have the same one."""
    whole = {"article_id": text("the article"), **columns}
    starts = [name for name in whole if name == "start" or name.endswith("_start")]
    ordered = [
        pa_check.Check(
            _in_order(start),
            name=f"{start} <= {start[:-5]}end",
            error=f"{start} is no place in a text, or behind its end",
        )
        for start in starts
    ]
    return pa_check.DataFrameSchema(
        whole,
        name=name,
        strict=True,
        ordered=True,
        checks=ordered,
        unique=None if key is None else ["article_id", *key],
    )


def _in_order(start: str) -> Callable[[pd.DataFrame], pd.Series]:
    end = f"{start[:-5]}end"

    def holds(frame: pd.DataFrame) -> pd.Series:
        inside = frame[start].between(0, frame[end]) & (frame[end] <= LAST)
        return (frame[start].isna() & frame[end].isna()) | inside.fillna(False)

    return holds
