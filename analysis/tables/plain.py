"""Rows of tables as plain Python."""

from collections import namedtuple
from functools import cache
from typing import Any

import pandas as pd
import pyarrow as pa


def rows(frame: pd.DataFrame) -> list[Any]:
    """The rows of a table as named tuples in which None stands for null."""
    columns = {name: pa.array(column.array, from_pandas=True).to_pylist() for name, column in frame.items()}
    row = _row(*columns)
    return [row(*values) for values in zip(*columns.values(), strict=True)]


@cache
def _row(*columns: str) -> type:
    return namedtuple("Row", columns)
