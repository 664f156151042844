"""Rows of tables as plain Python."""

from collections import namedtuple
from functools import cache
from typing import Any

import pandas as pd
import pyarrow as pa


def shown(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows that pages, charts, networks and statements show; of a table without a column `shown` all."""
    return frame[frame.shown.astype(bool)] if "shown" in frame else frame


def spoken(quotations: pd.DataFrame) -> pd.DataFrame:
    """Of the quotations shown those that tell what was said or written; not what somebody thinks, wants or found."""
    return shown(speech(quotations))


def speech(quotations: pd.DataFrame) -> pd.DataFrame:
    """As `spoken`, with those that are not shown."""
    if "cue_sort" not in quotations:
        return quotations
    return quotations[quotations.cue_sort.isna() | (quotations.cue_sort == "speech")]


def unspoken(quotations: pd.DataFrame) -> pd.DataFrame:
    """Of the quotations shown all others: thoughts, wishes, plans, feelings, findings."""
    return shown(quotations).drop(spoken(quotations).index)


def rows(frame: pd.DataFrame) -> list[Any]:
    """The rows of a table as named tuples in which None stands for null."""
    columns = {name: pa.array(column.array, from_pandas=True).to_pylist() for name, column in frame.items()}
    row = _row(*columns)
    return [row(*values) for values in zip(*columns.values(), strict=True)]


@cache
def _row(*columns: str) -> type:
    return namedtuple("Row", columns)
