#!/bin/sh
# pandas 3.1.1 and pyarrow 26.0.1: DataFrame.to_parquet writes a partition for missing values that read_parquet fails on.
#
# `to_parquet(folder, partition_cols=["outlet"])` puts rows without an outlet into the folder that Hive, Spark and DuckDB
# take for null, `outlet=__HIVE_DEFAULT_PARTITION__`. pyarrow finds the folders' values and reads the rows. Left to
# itself pandas asks for them as categories, of each file its own, and to make one list of categories out of those of a
# file with a null and of one without raises ArrowInvalid. Where all values are missing no type is inferred at all, and
# the columns of a partition are numbers where all of them look like numbers: a paper called 1984 is one. Told the type
# (`partitioning=` with a schema) it reads all of them.
#
# Seen on Python 3.11 (the outlets written, what is read, and what is read with the type told):
#   ['Herald', 'Post'] -> ['Herald', 'Post']; told: ['Herald', 'Post']
#   ['Herald', None] -> ArrowInvalid: Cannot yet unify dictionaries with nulls; told: ['Herald', None]
#   [None, None] -> ArrowInvalid: No non-null segments were available for field 'outlet'; couldn't infer type; told:
#     [None, None]
#   ['1984', '1985'] -> [1984, 1985]; told: ['1984', '1985']
#
# Exits 0 where this is still so, 1 where it is not, 2 where it could not be tried.
set -u
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv" || exit 2
"$folder/venv/bin/pip" install -q --disable-pip-version-check pandas==3.1.1 pyarrow==26.0.1 || exit 2
cat > "$folder/try.py" <<'PYTHON'
from tempfile import TemporaryDirectory

import pandas as pd
import pyarrow as pa
import pyarrow.dataset as ds

TOLD = {"partitioning": ds.partitioning(pa.schema([("outlet", pa.string())]), flavor="hive")}


def read(folder: str, **how: object) -> str:
    """The outlets that a folder is read to have, or the error."""
    try:
        frame = pd.read_parquet(folder, **how)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    values = frame.sort_values("row").outlet.astype(object)
    return str([None if pd.isna(value) else value for value in values])


found = []
for outlets in (["Herald", "Post"], ["Herald", None], [None, None], ["1984", "1985"]):
    with TemporaryDirectory() as folder:
        frame = pd.DataFrame({"row": range(2), "outlet": pd.Series(outlets, dtype="str")})
        frame.to_parquet(folder, partition_cols=["outlet"])
        untold, told = read(folder), read(folder, **TOLD)
    print(f"{outlets} -> {untold}; told: {told}")
    found.append((untold == str(outlets), told == str(outlets)))
raise SystemExit(0 if found == [(True, True), (False, True), (False, True), (False, True)] else 1)
PYTHON
"$folder/venv/bin/python" "$folder/try.py"
