#!/bin/sh
# networkx 3.6.1 and igraph 1.0.0: an attribute that is whole in one node and has a fraction in another is two
# attributes of one name in GraphML, and igraph takes no such file.
#
# Nothing is wrong in Python with a share of 1 beside one of 0.5. `write_graphml` by default declares the attribute
# once as `long` and once as `double`, each with the same `attr.name`. networkx itself reads both as one; igraph says
# that the name is a duplicate and reads nothing. `infer_numeric_types=True` makes it one `double`, which both read; a
# network whose values all happen to be whole, or all not, works without it.
#
# Seen:
#   keys that networkx wrote for share: ['double', 'long']
#   networkx reads: [1, 0.5]
#   igraph: Duplicate attribute name found: 'share'
#   with infer_numeric_types: ['double'], igraph reads [1.0, 0.5]
#
# Exits 0 where this is still so, 1 where it is not, 2 where it could not be tried.
set -u
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv" || exit 2
"$folder/venv/bin/pip" install -q --disable-pip-version-check networkx==3.6.1 igraph==1.0.0 || exit 2
cat > "$folder/try.py" <<'PYTHON'
import re

import igraph
import networkx as nx

graph = nx.DiGraph()
graph.add_node("a", share=1)
graph.add_node("b", share=0.5)


def kinds(name: str, **options: bool) -> list[str]:
    nx.write_graphml(graph, name, **options)
    keys = re.findall(r"<key [^>]*>", open(name).read())
    return sorted(re.search(r'attr.type="(\w+)"', key)[1] for key in keys if 'attr.name="share"' in key)


plain = kinds("plain.graphml")
print("keys that networkx wrote for share:", plain)
print("networkx reads:", [share for _, share in nx.read_graphml("plain.graphml").nodes(data="share")])
try:
    said = str(igraph.Graph.Read_GraphML("plain.graphml").vs["share"])
except igraph.InternalError as error:
    said = str(error)
print("igraph:", re.search(r"Duplicate attribute name found: '\w+'|.*", said)[0])
one = kinds("one.graphml", infer_numeric_types=True)
read = igraph.Graph.Read_GraphML("one.graphml").vs["share"]
print(f"with infer_numeric_types: {one}, igraph reads {read}")
print("as found" if plain == ["double", "long"] and "Duplicate" in said and read == [1.0, 0.5] else "changed")
PYTHON
cd "$folder" && timeout 120 venv/bin/python try.py > said || { cat "$folder/said"; exit 2; }
cat "$folder/said"
grep -q "^as found" "$folder/said"
