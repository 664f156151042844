"""Networks as GEXF and GraphML, read back by networkx and igraph."""

import re
import xml.etree.ElementTree as ET

import networkx as nx
import pytest
from made_odd import ODD
from made_reading import READING

from analysis.exports.formats import export
from analysis.exports.networks import stance_network
from analysis.reading import Reading

BOTH = Reading.concat([ODD, READING])


@pytest.fixture
def gexf(tmp_path):
    export(BOTH, "gexf", tmp_path / "a.gexf")
    return tmp_path / "a.gexf"


def test_gexf_has_nodes_signed_and_weighted_edges_and_days(gexf):
    found, graph = nx.read_gexf(gexf), stance_network(BOTH)
    assert set(found) == set(graph) and found.is_directed()
    assert found.nodes["person: =oda lie\u0301"]["label"] == "=Oda Lie\u0301"
    for pair in graph.edges:
        edge, back = graph.edges[pair], found.edges[pair]
        assert (back["start"], back["end"]) == (edge["first"], edge["last"])
        assert all(back[name] == value for name, value in edge.items())
    assert {edge["balance"] for *_, edge in found.edges(data=True)} == {1.0, -1.0}


def test_gexf_says_that_its_times_are_days_and_not_when_it_was_written(gexf):
    graph = ET.parse(gexf).getroot().find("{*}graph").attrib
    assert (graph["mode"], graph["timeformat"], graph["defaultedgetype"]) == ("dynamic", "date", "directed")
    assert "lastmodified" not in gexf.read_text(encoding="utf-8")


def test_an_article_without_a_day_makes_an_edge_without_one(tmp_path):
    undated = Reading(**ODD.tables() | {"articles": ODD.articles.assign(published=None).astype(ODD.articles.dtypes)})
    export(undated, "gexf", tmp_path / "a.gexf")
    assert not re.search(r"start=|end=|timeformat", (tmp_path / "a.gexf").read_text(encoding="utf-8"))


@pytest.mark.parametrize("of", ["stances", "quotations"])
def test_graphml_and_gexf_are_the_same_network(tmp_path, of):
    export(BOTH, "graphml", tmp_path / "a.graphml", of=of)
    export(BOTH, "gexf", tmp_path / "a.gexf", of=of)
    first, second = nx.read_graphml(tmp_path / "a.graphml"), nx.read_gexf(tmp_path / "a.gexf")
    assert set(first.edges) == set(second.edges) and set(first) == set(second)


def test_igraph_reads_the_graphml(tmp_path):
    igraph = pytest.importorskip("igraph", reason="igraph (GPL) is not among the packages that the project asks for")
    export(BOTH, "graphml", tmp_path / "a.graphml")
    found, graph = igraph.Graph.Read_GraphML(str(tmp_path / "a.graphml")), stance_network(BOTH)
    names = dict(graph.nodes(data="label"))
    assert sorted(found.vs["label"]) == sorted(names.values())  # its `id` keeps `&#38;` for an ampersand
    edges = {(found.vs[e.source]["label"], found.vs[e.target]["label"]): e.attributes() for e in found.es}
    assert len(edges) == graph.size()
    for source, target, facts in graph.edges(data=True):
        assert facts.items() <= edges[names[source], names[target]].items()
