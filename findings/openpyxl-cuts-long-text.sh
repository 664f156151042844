#!/bin/sh
# openpyxl 3.1.5: a text of more than 32,767 characters is cut in the cell without a word.
#
# Excel holds no more, so something must give; one would expect an error. The rest of the text is gone from the file,
# and nothing is said (`DataFrame.to_excel` of pandas, which writes through it, does warn). An article of a magazine,
# or the JSON of a list of offsets, is as long as that. What is counted are code points, while Excel counts UTF-16
# code units: 32,767 emoji pass, and are 65,534 for Excel.
#
# Seen:
#   40000 characters become 32767; warnings: 0
#   32767 characters beyond U+FFFF are kept: 65534 UTF-16 code units in a cell
#
# Exits 0 where this is still so, 1 where it is not, 2 where it could not be tried.
set -u
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv" || exit 2
"$folder/venv/bin/pip" install -q --disable-pip-version-check openpyxl==3.1.5 || exit 2
cat > "$folder/try.py" <<'PYTHON'
import warnings

import openpyxl


def cell(value: str) -> str:
    book = openpyxl.Workbook()
    book.active["A1"] = value
    book.save("a.xlsx")
    return openpyxl.load_workbook("a.xlsx").active["A1"].value


with warnings.catch_warnings(record=True) as said:
    warnings.simplefilter("always")
    one = len(cell("x" * 40_000))
    print(f"40000 characters become {one}; warnings: {len(said)}")
two = len(cell("\U0001f600" * 32_767).encode("utf-16-le")) // 2
print(f"32767 characters beyond U+FFFF are kept: {two} UTF-16 code units in a cell")
print("as found" if (one, two, len(said)) == (32_767, 65_534, 0) else "changed")
PYTHON
cd "$folder" && timeout 120 venv/bin/python try.py > said || { cat "$folder/said"; exit 2; }
cat "$folder/said"
grep -q "^as found" "$folder/said"
