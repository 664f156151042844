#!/bin/sh
# rdflib 7.6.0 and PyLD 3.3.0: the number 1.0 in JSON-LD is a double for the one and an integer for the other.
#
# The JSON-LD 1.1 API (Object to RDF Conversion) makes a number without a fraction an xsd:integer, and writes others
# in the canonical form of xsd:double, `5.0E-1`. PyLD does; rdflib asks whether Python read a float, and writes `1.0`
# and `0.5` as doubles. A confidence of exactly 1.0 thus has another type than Web Annotation tools that follow the
# API give it, one of .5 another lexical form, and graphs of the same document by the two libraries are not the same.
#
# Seen for [1.0, 0.5]:
#   rdflib: 0.5 double, 1.0 double
#   PyLD: 1 integer, 5.0E-1 double
#
# Exits 0 where this is still so, 1 where it is not, 2 where it could not be tried.
set -u
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv" || exit 2
"$folder/venv/bin/pip" install -q --disable-pip-version-check rdflib==7.6.0 pyld==3.3.0 || exit 2
cat > "$folder/try.py" <<'PYTHON'
import json

import rdflib
from pyld import jsonld

document = {"@id": "http://example.org/a", "http://example.org/confidence": [1.0, 0.5]}
graph = rdflib.Graph().parse(data=json.dumps(document), format="json-ld")
one = sorted(f"{value} {value.datatype.split('#')[1]}" for value in graph.objects())
quads = jsonld.to_rdf(document)["@default"]
objects = [quad["object"] for quad in quads]
two = sorted(f"{value['value']} {value['datatype'].split('#')[1]}" for value in objects)
print("rdflib:", ", ".join(one))
print("PyLD:", ", ".join(two))
print("as found" if one == ["0.5 double", "1.0 double"] and two == ["1 integer", "5.0E-1 double"] else "changed")
PYTHON
cd "$folder" && timeout 120 venv/bin/python try.py > said || { cat "$folder/said"; exit 2; }
cat "$folder/said"
grep -q "^as found" "$folder/said"
