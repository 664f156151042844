#!/bin/sh
# python-calamine 0.9.1: a sheet of OpenDocument whose XML has other prefixes than the usual ones is not there.
#
# In XML a prefix is a local name for a namespace and may be any: `t:table` bound to
# urn:oasis:names:tc:opendocument:xmlns:table:1.0 is the same element as `table:table`. calamine looks for the letters
# `table:table`, so that a workbook written with other prefixes opens without an error and has no sheets. Who reads a
# folder of workbooks gets fewer rows and no word.
#
# Seen on Python 3.11, the same document twice:
#   prefixes office, table, text: sheets ['A'], rows [['one']]
#   prefixes o, t, x: sheets [], rows []
#
# Exits 0 where this is still so, 1 where it is not, 2 where it could not be tried.
set -u
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv" || exit 2
"$folder/venv/bin/pip" install -q --disable-pip-version-check python-calamine==0.9.1 || exit 2
cat > "$folder/try.py" <<'PYTHON'
from io import BytesIO
from zipfile import ZipFile

from python_calamine import load_workbook

NAMES = ("office", "table", "text", "manifest")


def workbook(office: str, table: str, text: str) -> BytesIO:
    """A sheet with one cell, its namespaces under the prefixes given."""
    prefixes = zip((office, table, text, "manifest"), NAMES)
    spaces = " ".join(f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for prefix, name in prefixes)
    cell = f'<{table}:table-cell {office}:value-type="string"><{text}:p>one</{text}:p></{table}:table-cell>'
    sheet = f'<{table}:table {table}:name="A"><{table}:table-row>{cell}</{table}:table-row></{table}:table>'
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", f"<manifest:manifest {spaces}/>")
        archive.writestr(
            "content.xml",
            f"<{office}:document-content {spaces}><{office}:body><{office}:spreadsheet>{sheet}"
            f"</{office}:spreadsheet></{office}:body></{office}:document-content>",
        )
    file.seek(0)
    return file


found = []
for prefixes in (("office", "table", "text"), ("o", "t", "x")):
    book = load_workbook(workbook(*prefixes))
    rows = [row for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python()]
    print(f"prefixes {', '.join(prefixes)}: sheets {book.sheet_names}, rows {rows}")
    found.append(len(rows))
raise SystemExit(0 if found == [1, 0] else 1)
PYTHON
"$folder/venv/bin/python" "$folder/try.py"
