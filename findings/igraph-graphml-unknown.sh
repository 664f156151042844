#!/bin/sh
# igraph 1.0.0: what is not known becomes something in GraphML: a missing word the word "None", a missing yes or no a
# no.
#
# Vertex attributes may be None. Written by `write_graphml`, a None among strings is the text `None`, a None among
# truth values is `false`; only among numbers it is left out. After reading, an actor whose country is not known is
# from a country called None, and who was never asked said no. Reading has the same gap: a file that says nothing of a
# node (as networkx writes it) gives "" and False for it.
#
# Seen:
#   country: ['Norway', None] -> ['Norway', 'None']
#   elected: [True, None] -> [True, False]
#   share: [0.5, None] -> [0.5, nan]
#
# Exits 0 where this is still so, 1 where it is not, 2 where it could not be tried.
set -u
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv" || exit 2
"$folder/venv/bin/pip" install -q --disable-pip-version-check igraph==1.0.0 || exit 2
cat > "$folder/try.py" <<'PYTHON'
import igraph

graph = igraph.Graph(2)
graph.vs["country"] = ["Norway", None]
graph.vs["elected"] = [True, None]
graph.vs["share"] = [0.5, None]
graph.write_graphml("a.graphml")
back = igraph.Graph.Read_GraphML("a.graphml")
for name in ("country", "elected", "share"):
    print(f"{name}: {graph.vs[name]} -> {back.vs[name]}")
print("as found" if back.vs["country"] == ["Norway", "None"] and back.vs["elected"] == [True, False] else "changed")
PYTHON
cd "$folder" && timeout 120 venv/bin/python try.py > said || { cat "$folder/said"; exit 2; }
cat "$folder/said"
grep -q "^as found" "$folder/said"
