#!/bin/sh
# pandas 3.1.1: in a column of Arrow strings `\w` and `\b` of a regular expression know ASCII only; in other columns
# of strings they know all letters.
#
# `.str.contains`, `.match`, `.count` and `.replace` of `pd.ArrowDtype(pa.string())` hand the pattern to RE2, whose
# classes are ASCII; `str` and `object` columns hand it to Python. The same call on the same values says no for
# `Müller` where it said yes, and `\W` takes letters out of names. A column becomes Arrow by `dtype_backend="pyarrow"`
# or a `types_mapper`, far from the pattern. Nothing is said.
#
# Seen for Müller:
#   contains ^\w+$: True in str, False in Arrow
#   count \w: 6 in str, 5 in Arrow
#   replace \W by nothing: Müller in str, Mller in Arrow
#
# Exits 0 where this is still so, 1 where it is not, 2 where it could not be tried.
set -u
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv" || exit 2
"$folder/venv/bin/pip" install -q --disable-pip-version-check pandas==3.1.1 pyarrow==26.0.1 || exit 2
cat > "$folder/try.py" <<'PYTHON'
import pandas as pd
import pyarrow as pa

plain = pd.Series(["Müller"], dtype="str")
arrow = plain.astype(pd.ArrowDtype(pa.string()))
found = []
for words, ask in (
    (r"contains ^\w+$", lambda names: bool(names.str.contains(r"^\w+$", regex=True)[0])),
    (r"count \w", lambda names: int(names.str.count(r"\w")[0])),
    (r"replace \W by nothing", lambda names: str(names.str.replace(r"\W", "", regex=True)[0])),
):
    found += [ask(plain), ask(arrow)]
    print(f"{words}: {found[-2]} in str, {found[-1]} in Arrow")
print("as found" if found == [True, False, 6, 5, "Müller", "Mller"] else "changed")
PYTHON
cd "$folder" && timeout 120 venv/bin/python try.py > said || { cat "$folder/said"; exit 2; }
cat "$folder/said"
grep -q "^as found" "$folder/said"
