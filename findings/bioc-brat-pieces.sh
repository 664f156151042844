#!/bin/sh
# bioc 2.1: its check of brat files finds fault with brat's own example of an annotation in two pieces.
#
# brat's description of its format gives the words of a discontinuous annotation joined by blanks: `T1 Location 0 5;16
# 23 North America` over "North and South America". `bioc.brat.validate` joins the pieces by nothing, `NorthAmerica`,
# and says that the words are incorrect; it would pass only what brat does not write. An annotation over a line end is
# in pieces too, so that this meets any long quotation.
#
# Seen:
#   one piece: nothing wrong
#   two pieces: Annotation text is incorrect
#
# Exits 0 where this is still so, 1 where it is not, 2 where it could not be tried.
set -u
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv" || exit 2
"$folder/venv/bin/pip" install -q --disable-pip-version-check bioc==2.1 || exit 2
cat > "$folder/try.py" <<'PYTHON'
from bioc import brat
from bioc.brat import validator

TEXT = "North and South America"


def said(line: str) -> str:
    """What the check says of a line of annotation."""
    found: list[str] = []
    validator.validate(brat.loads(TEXT, line), onerror=found.append)
    return "Annotation text is incorrect" if any("incorrect" in words for words in found) else "nothing wrong"


one = said("T1\tLocation 10 23\tSouth America")
two = said("T1\tLocation 0 5;16 23\tNorth America")
print("one piece:", one)
print("two pieces:", two)
print("as found" if (one, two) == ("nothing wrong", "Annotation text is incorrect") else "changed")
PYTHON
cd "$folder" && timeout 120 venv/bin/python try.py > said || { cat "$folder/said"; exit 2; }
cat "$folder/said"
grep -q "^as found" "$folder/said"
