#!/bin/sh
# pandas 3.1.1 with pyarrow 26.0.1: upper and lower case of a column of Arrow strings are others than Python's, for ß,
# ligatures and the Turkish İ.
#
# Arrow maps each code point to one; Python (and `str` or `object` columns before) maps by all of Unicode, where ß is
# SS and İ is i with a dot above. So names that were joined on `.str.upper()` of one column and `.upper()` in Python,
# or on a column of another dtype, do not meet. Each is defensible alone; which one a DataFrame does depends on its
# dtype. `.str.casefold()` goes to Python in both and agrees.
#
# Seen:
#   upper of Strauß: STRAUSS in object, STRAUẞ in Arrow
#   lower of İzmir has 6 characters in object, 5 in Arrow
#   casefold of both agrees: True
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

plain = pd.Series(["Strauß", "İzmir"], dtype=object)
arrow = plain.astype(pd.ArrowDtype(pa.string()))
upper = [str(names.str.upper()[0]) for names in (plain, arrow)]
print("upper of Strauß: {} in object, {} in Arrow".format(*upper))
lower = [len(names.str.lower()[1]) for names in (plain, arrow)]
print("lower of İzmir has {} characters in object, {} in Arrow".format(*lower))
same = [str(name) for name in plain.str.casefold()] == [str(name) for name in arrow.str.casefold()]
print("casefold of both agrees:", same)
print("as found" if upper == ["STRAUSS", "STRAUẞ"] and lower == [6, 5] and same else "changed")
PYTHON
cd "$folder" && timeout 120 venv/bin/python try.py > said || { cat "$folder/said"; exit 2; }
cat "$folder/said"
grep -q "^as found" "$folder/said"
