#!/bin/sh
# pandas 3.1.1 and pyarrow 26.0.1: read_parquet fails on a file that to_parquet wrote of a column of Arrow lists.
#
# Into a Parquet file pandas writes, beside the columns, a note in JSON that has the name of each column's type. For a
# column of Arrow's types that is its name in pandas, `list<item: string>[pyarrow]`, which pandas makes a type of again by
# parsing it; of lists, structs, maps and dictionaries it cannot, and takes the name for one of numpy's. So a frame with a
# column of lists is saved without a word and raises TypeError when it is loaded, for each option but
# dtype_backend="pyarrow", which passes the note over. The file is whole: without the note, as pyarrow writes a table
# that was not made of a frame, and by every other reader, it is read. Tables that others are to open in pandas are better
# written without it (`table.replace_schema_metadata(None)`).
#
# Seen on Python 3.11:
#   string: read
#   list<item: string>: TypeError: data type 'list<item: string>[pyarrow]' not understood
#   struct<a: int64>: TypeError: data type 'struct<a: int64>[pyarrow]' not understood
#   dictionary<values=string, indices=int32, ordered=0>: TypeError: data type 'dictionary<values=string, ...
#   the same without the note of pandas: read, read, read, read
#
# Exits 0 where this is still so, 1 where it is not, 2 where it could not be tried.
set -u
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv" || exit 2
"$folder/venv/bin/pip" install -q --disable-pip-version-check pandas==3.1.1 pyarrow==26.0.1 || exit 2
cat > "$folder/try.py" <<'PYTHON'
from io import BytesIO

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

VALUES = {
    pa.string(): "a",
    pa.list_(pa.string()): ["a", "b"],
    pa.struct([("a", pa.int64())]): {"a": 1},
    pa.dictionary(pa.int32(), pa.string()): "a",
}


def read(file: BytesIO) -> str:
    """What comes of loading a file."""
    try:
        pd.read_parquet(file)
    except TypeError as error:
        return f"TypeError: {error}"
    return "read"


noted, plain = [], []
for kind, value in VALUES.items():
    frame = pd.DataFrame({"x": pd.array(pa.array([value]).cast(kind), dtype=pd.ArrowDtype(kind))})
    frame.to_parquet(file := BytesIO())
    noted.append(read(file))
    print(f"{kind}: {noted[-1]}")
    pq.write_table(pa.Table.from_pandas(frame).replace_schema_metadata(None), file := BytesIO())
    plain.append(read(file))
print(f"the same without the note of pandas: {', '.join(plain)}")
failed = [words.startswith("TypeError") for words in noted]
raise SystemExit(0 if failed == [False, True, True, True] and set(plain) == {"read"} else 1)
PYTHON
"$folder/venv/bin/python" "$folder/try.py"
