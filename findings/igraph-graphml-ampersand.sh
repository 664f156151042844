#!/bin/sh
# igraph 1.0.0: an ampersand in the id of a GraphML node comes back as `&#38;`.
#
# In the file the id is `A &amp; B`, as XML asks; text of `data` elements is read right. igraph takes the value of the
# XML attribute `id` as its parser gives it before references are resolved, so that the vertex attribute `id` of a
# firm such as `Cash & Sons` is `Cash &#38; Sons`: it joins with no table of names, and is escaped a second time when
# written. Nodes and edges are tied rightly, since both ends are misread alike. An attribute of one's own (`label`) is
# safe.
#
# Seen:
#   id: ['Cash &#38; Sons', 'Berg']
#   label: ['Cash & Sons', 'Berg']
#   networkx on the same file: ['Cash & Sons', 'Berg']
#
# Exits 0 where this is still so, 1 where it is not, 2 where it could not be tried.
set -u
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv" || exit 2
"$folder/venv/bin/pip" install -q --disable-pip-version-check igraph==1.0.0 networkx==3.6.1 || exit 2
cat > "$folder/try.py" <<'PYTHON'
import igraph
import networkx as nx

graph = nx.DiGraph()
graph.add_node("Cash & Sons", label="Cash & Sons")
graph.add_node("Berg", label="Berg")
graph.add_edge("Cash & Sons", "Berg")
nx.write_graphml(graph, "a.graphml")
found = igraph.Graph.Read_GraphML("a.graphml")
print("id:", found.vs["id"])
print("label:", found.vs["label"])
print("networkx on the same file:", list(nx.read_graphml("a.graphml")))
print("as found" if found.vs["id"][0] == "Cash &#38; Sons" and found.vs["label"][0] == "Cash & Sons" else "changed")
PYTHON
cd "$folder" && timeout 120 venv/bin/python try.py > said || { cat "$folder/said"; exit 2; }
cat "$folder/said"
grep -q "^as found" "$folder/said"
