#!/bin/sh
# pandas 3.1.1, pyarrow 26.0.1, DuckDB 2.0.1 and Python's csv: where a backslash escapes, they read `\n` as the letter n.
#
# A file whose quotation marks are escaped by backslashes may write out line ends as `\n` too, as strings of JSON do. One
# would expect a line end, or the two characters as they stand. All four take the backslash away and keep the letter, so
# that the last word of each paragraph and the first of the next become one (`.nThen`), without a word; `\t` becomes t.
#
# Seen:
#   csv: 'He said "no".nThen he left.tSo it ended.'
#   pandas, C: 'He said "no".nThen he left.tSo it ended.'
#   pandas, Python: 'He said "no".nThen he left.tSo it ended.'
#   pyarrow: 'He said "no".nThen he left.tSo it ended.'
#   DuckDB: 'He said "no".nThen he left.tSo it ended.'
#
# Exits 0 where this is still so, 1 where it is not, 2 where it could not be tried.
set -u
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv" || exit 2
"$folder/venv/bin/pip" install -q --disable-pip-version-check pandas==3.1.1 pyarrow==26.0.1 duckdb==2.0.1 || exit 2
cat > "$folder/try.py" <<'PYTHON'
import csv

import duckdb
import pandas as pd
from pyarrow.csv import ParseOptions, read_csv

with open("a.csv", "w", encoding="utf-8") as file:
    file.write('id,text\n1,"He said \\"no\\".\\nThen he left.\\tSo it ended."\n')
with open("a.csv", encoding="utf-8", newline="") as file:
    rows = list(csv.reader(file, escapechar="\\", doublequote=False))
query = r"""select text from read_csv('a.csv', header=true, quote='"', escape='\')"""
found = {
    "csv": rows[1][1],
    "pandas, C": pd.read_csv("a.csv", escapechar="\\")["text"][0],
    "pandas, Python": pd.read_csv("a.csv", escapechar="\\", engine="python")["text"][0],
    "pyarrow": read_csv("a.csv", parse_options=ParseOptions(escape_char="\\", double_quote=False))["text"][0].as_py(),
    "DuckDB": duckdb.sql(query).fetchall()[0][0],
}
for name, text in found.items():
    print(f"{name}: {text!r}")
print("as found" if set(found.values()) == {'He said "no".nThen he left.tSo it ended.'} else "changed")
PYTHON
cd "$folder" && timeout 120 venv/bin/python try.py > said || { cat "$folder/said"; exit 2; }
cat "$folder/said"
grep -q "^as found" "$folder/said"
