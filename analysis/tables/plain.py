"""Rows of tables as plain Python."""

from collections import namedtuple
from typing import Any

import pandas as pd
import pyarrow as pa


def rows(frame: pd.DataFrame) -> list[Any]:
    """The rows of a table as named tuples in which None stands for null."""
    columns = pa.Table.from_pandas(frame, preserve_index=False).to_pydict()
    row = namedtuple("Row", columns)
    return [row(*values) for values in zip(*columns.values(), strict=True)]
