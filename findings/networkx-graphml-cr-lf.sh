#!/bin/sh
# networkx 3.6.1: whether an attribute keeps its CR LF in GraphML depends on whether lxml is installed.
#
# `write_graphml` is `write_graphml_lxml` where lxml can be imported, else `write_graphml_xml`. The first writes a
# carriage return as `&#13;`; the second, by xml.etree (which writes it raw in the text of an element), as the bare
# character, which every XML reader must then turn into a line feed. So the same graph comes back with another text,
# shorter by a character a line: offsets into it no longer fit, and a text copied from Windows or from mail has CR LF
# in each line. xml.etree does write `&#13;` in attributes, and gives no warning in text.
#
# Seen with networkx 3.6.1 on Python 3.11:
#   by lxml: 'one\r\ntwo'
#   by xml.etree: 'one\ntwo'
#
# Exits 0 where this is still so, 1 where it is not, 2 where it could not be tried.
set -u
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv" || exit 2
"$folder/venv/bin/pip" install -q --disable-pip-version-check networkx==3.6.1 lxml==6.1.3 || exit 2
cat > "$folder/try.py" <<'PYTHON'
import io

import networkx as nx

graph = nx.DiGraph()
graph.add_edge("a", "b", evidence="one\r\ntwo")
back = {}
for way, write in (("lxml", nx.write_graphml_lxml), ("xml.etree", nx.write_graphml_xml)):
    file = io.BytesIO()
    write(graph, file)
    file.seek(0)
    back[way] = nx.read_graphml(file).edges["a", "b"]["evidence"]
    print(f"by {way}: {back[way]!r}")
print("as found" if back == {"lxml": "one\r\ntwo", "xml.etree": "one\ntwo"} else "changed")
PYTHON
cd "$folder" && timeout 120 venv/bin/python try.py > said || { cat "$folder/said"; exit 2; }
cat "$folder/said"
grep -q "^as found" "$folder/said"
