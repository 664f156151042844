#!/bin/sh
# networkx 3.6.1: in GEXF the first value of an attribute decides the type of all, and a later fraction is declared a
# whole number.
#
# A node with `share=1` before one with `share=0.5` gives an attribute of type `long` with the value 0.5: a file that
# contradicts itself. networkx cannot read it back, and Gephi is promised whole numbers. With the nodes the other way
# round all is right, so that the order in which nodes were added decides. GraphML, by the same library, declares both
# types (which has its own trap).
#
# Seen:
#   whole number first: declared long, values ['1', '0.5']
#   fraction first: declared double, values ['0.5', '1']
#
# Exits 0 where this is still so, 1 where it is not, 2 where it could not be tried.
set -u
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv" || exit 2
"$folder/venv/bin/pip" install -q --disable-pip-version-check networkx==3.6.1 || exit 2
cat > "$folder/try.py" <<'PYTHON'
import re

import networkx as nx


def written(*shares: float) -> tuple[str, list[str]]:
    """The type that is declared for the attribute, and its values."""
    graph = nx.DiGraph()
    for number, share in enumerate(shares):
        graph.add_node(f"n{number}", share=share)
    text = "\n".join(nx.generate_gexf(graph))
    kinds = [found for found in re.findall(r"<attribute [^>]*>", text) if 'title="share"' in found]
    assert len(kinds) == 1, kinds
    return re.search(r'type="(\w+)"', kinds[0])[1], re.findall(r'<attvalue [^>]*value="([^"]*)"', text)


first, second = written(1, 0.5), written(0.5, 1)
print("whole number first: declared {}, values {}".format(*first))
print("fraction first: declared {}, values {}".format(*second))
print("as found" if first == ("long", ["1", "0.5"]) and second[0] != "long" else "changed")
PYTHON
cd "$folder" && timeout 120 venv/bin/python try.py > said || { cat "$folder/said"; exit 2; }
cat "$folder/said"
grep -q "^as found" "$folder/said"
