"""Tables made of lines, with the types of those that are saved."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd
import pyarrow as pa

TEXT, WHOLE, REAL = pa.string(), pa.int64(), pa.float64()


def frame(columns: Mapping[str, pa.DataType], lines: Iterable[Sequence[Any]]) -> pd.DataFrame:
    """A table of these columns, also where it has no lines."""
    values = list(zip(*lines, strict=True)) or [()] * len(columns)
    arrays = [pa.array(column, kind) for column, kind in zip(values, columns.values(), strict=True)]
    return pa.Table.from_arrays(arrays, names=list(columns)).to_pandas(types_mapper=pd.ArrowDtype)
