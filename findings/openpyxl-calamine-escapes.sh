#!/bin/sh
# openpyxl 3.1.5 and python-calamine 0.9.1: a text that holds `_x0041_` is read as another text, by one reader and not
# by the other.
#
# In a workbook `_xHHHH_` stands for the character with that number (ECMA-376, part 1, 22.9.2.19); words that look so
# are to be written with `_x005F_` for their first underline. openpyxl neither writes that escape nor reads any:
# `a_x0041_b` goes in and comes out unchanged. calamine, as Excel, reads it: `aAb`. The other way round, a carriage
# return that Excel has written as `_x000D_` comes as seven characters from openpyxl and as one from calamine, so that
# offsets into a text depend on the reader. pandas 3.1 says that it will change from the one to the other by default.
#
# Seen:
#   openpyxl writes and reads: 'a_x0041_b'
#   calamine reads the same file: 'aAb'
#   pandas.read_excel: 'a_x0041_b' by openpyxl, 'aAb' by calamine
#
# Exits 0 where this is still so, 1 where it is not, 2 where it could not be tried.
set -u
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv" || exit 2
"$folder/venv/bin/pip" install -q --disable-pip-version-check openpyxl==3.1.5 python-calamine==0.9.1 pandas==3.1.1 || exit 2
cat > "$folder/try.py" <<'PYTHON'
import openpyxl
import pandas as pd
from python_calamine import CalamineWorkbook

book = openpyxl.Workbook()
book.active.append(["name"])
book.active.append(["a_x0041_b"])
book.save("a.xlsx")
own = openpyxl.load_workbook("a.xlsx").active["A2"].value
other = CalamineWorkbook.from_path("a.xlsx").get_sheet_by_index(0).to_python()[1][0]
print("openpyxl writes and reads:", repr(own))
print("calamine reads the same file:", repr(other))
read = [str(pd.read_excel("a.xlsx", engine=engine).name[0]) for engine in ("openpyxl", "calamine")]
print("pandas.read_excel: {!r} by openpyxl, {!r} by calamine".format(*read))
print("as found" if [own, other] == read == ["a_x0041_b", "aAb"] else "changed")
PYTHON
cd "$folder" && timeout 120 venv/bin/python try.py > said || { cat "$folder/said"; exit 2; }
cat "$folder/said"
grep -q "^as found" "$folder/said"
