#!/bin/sh
# dkpro-cassis 0.12.0: of annotations that begin together `select` gives the shorter first; UIMA gives the longer
# first.
#
# The annotation index of UIMA is defined so that of two annotations with the same begin the one that ends later comes
# first: a sentence before its first word, a quotation before the name in it. Code that walks an index and keeps a
# stack of what is open relies on that, in Java rightly. In Python the same loop over `cas.select` meets the name
# before the quotation that holds it.
#
# Seen for `Ida` and `Ida Berg spoke`, each added first once:
#   ends, in the order given out: [3, 14] [3, 14]
#
# Exits 0 where this is still so, 1 where it is not, 2 where it could not be tried.
set -u
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv" || exit 2
"$folder/venv/bin/pip" install -q --disable-pip-version-check dkpro-cassis==0.12.0 || exit 2
cat > "$folder/try.py" <<'PYTHON'
from cassis import Cas, TypeSystem

orders = []
for ends in ((3, 14), (14, 3)):
    types = TypeSystem()
    mark = types.create_type("demo.Mark", supertypeName="uima.tcas.Annotation")
    cas = Cas(types)
    cas.sofa_string = "Ida Berg spoke"
    for end in ends:
        cas.add(mark(begin=0, end=end))
    orders.append([found.end for found in cas.select("demo.Mark")])
print("ends, in the order given out:", *orders)
print("as found" if orders == [[3, 14], [3, 14]] else "changed")
PYTHON
cd "$folder" && timeout 120 venv/bin/python try.py > said || { cat "$folder/said"; exit 2; }
cat "$folder/said"
grep -q "^as found" "$folder/said"
