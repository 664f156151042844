#!/bin/sh
# pdfminer.six 20260107 and pypdf 7.1.1: words of pages that Chromium printed fall apart where they may be hyphenated.
#
# A page marks where a word may be parted by soft hyphens (`&shy;`). Where it is not parted there Chromium writes into the
# PDF a blank that takes no room, the next letter over it, and says what it stands for: `/Span <</ActualText <FEFF00AD>>>
# BDC`, the replacement text of ISO 32000, 14.9.4, here a soft hyphen. pdfminer and pypdf read the blank: `pro vin cial`
# for `provincial`, as if there were three words, in each such word. PDFium and MuPDF read the replacement. That a blank is
# none can also be seen without it, as the next letter begins where the blank does.
#
# The PDF below is written as Chromium 156 writes one (its fonts and numbers apart); seen on Python 3.11:
#   pdfminer 'the pro vin cial board'
#   pypdf 'the pro vin cial board'
#   PDFium 'the provincial board'
#   MuPDF 'the pro\xadvin\xadcial board'
#
# Exits 0 where this is still so, 1 where it is not, 2 where it could not be tried.
set -u
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv" || exit 2
"$folder/venv/bin/pip" install -q --disable-pip-version-check \
    pdfminer.six==20260107 pypdf==7.1.1 pypdfium2==5.15.2 pymupdf==2.0 || exit 2
cat > "$folder/try.py" <<'PYTHON'
from io import BytesIO

import pymupdf
import pypdf
import pypdfium2
from pdfminer.high_level import extract_text

BLANK = "/Span <</ActualText <FEFF00AD>>> BDC ( ) Tj EMC"
STREAM = f"BT /F 10 Tf 40 700 Td (the pro) Tj {BLANK} 31.13 0 Td (vin) Tj {BLANK} 12.78 0 Td (cial board) Tj ET"
OBJECTS = (
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 5 0 R/Resources<</Font<</F 4 0 R>>>>>>",
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    f"<</Length {len(STREAM)}>>stream\n{STREAM}\nendstream",
)


def document() -> bytes:
    """A PDF of one page with one line."""
    written, places = b"%PDF-1.7\n", []
    for number, words in enumerate(OBJECTS, 1):
        places.append(len(written))
        written += f"{number} 0 obj\n{words}\nendobj\n".encode()
    rows = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{rows}trailer<</Root 1 0 R/Size {len(places) + 1}>>"
    return written + f"{end}\nstartxref\n{len(written)}\n%%EOF\n".encode()


data = document()
read = {
    "pdfminer": extract_text(BytesIO(data)),
    "pypdf": pypdf.PdfReader(BytesIO(data)).pages[0].extract_text(),
    "PDFium": pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range(),
    "MuPDF": pymupdf.open(stream=data)[0].get_text(),
}
read = {name: " ".join(words.split()) for name, words in read.items()}
for name, words in read.items():
    print(name, ascii(words))
whole = [words.replace("\xad", "") == "the provincial board" for words in read.values()]
raise SystemExit(0 if whole == [False, False, True, True] else 1)
PYTHON
"$folder/venv/bin/python" "$folder/try.py"
