#!/bin/sh
# pdfminer.six 20260107: a hyphen with the code 173 in WinAnsiEncoding is read as a space.
#
# ISO 32000 (annex D, note to the table of Latin character sets) gives WinAnsiEncoding's hyphen two codes, 45 and 173
# (octal 055 and 255); viewers draw a hyphen for both. Producers that are given a soft hyphen (U+00AD) write 173 with the
# standard fonts. pdfminer's table of names (latin_enc.py) has the code 173 as a second `space`, as 160 is, so that
# "com­muters" comes out as "com muters", two words that are none, and a word parted at a line's end cannot be put together.
#
# Here a PDF of one line is written by hand, twice. Seen on Python 3.11:
#   code 45:  'com-muters'
#   code 173: 'com muters'
#
# Exits 0 where this is still so, 1 where it is not, 2 where it could not be tried.
set -u
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv" || exit 2
"$folder/venv/bin/pip" install -q --disable-pip-version-check pdfminer.six==20260107 || exit 2
cat > "$folder/try.py" <<'PYTHON'
import sys
from io import BytesIO

from pdfminer.high_level import extract_text


def pdf(code: int) -> bytes:
    """A PDF whose only line is `com`, the character of a code, `muters`, in Helvetica by WinAnsiEncoding."""
    stream = f"BT /F 12 Tf 50 700 Td (com\\{code:03o}muters) Tj ET"
    objects = (
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        f"<</Length {len(stream)}>>stream\n{stream}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    )
    data, places = "%PDF-1.4\n", []
    for number, words in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{words}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 6\n0000000000 65535 f \n{table}trailer<</Root 1 0 R/Size 6>>\nstartxref\n{len(data)}\n%%EOF\n"
    return (data + end).encode("latin-1")


read = {code: extract_text(BytesIO(pdf(code))).strip() for code in (45, 173)}
for code, words in read.items():
    print(f"code {code}: {words!r}")
if read[45] != "com-muters":
    sys.exit(2)
sys.exit(0 if read[173] == "com muters" else 1)
PYTHON
"$folder/venv/bin/python" "$folder/try.py"
code=$?
[ "$code" -le 1 ] && exit "$code"
exit 2
