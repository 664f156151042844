"""Networks over all articles: who stands where, who speaks of whom, and the GraphML that others open."""

import xml.etree.ElementTree as ET

import networkx as nx
import pytest
from made_reading import EMPTY, READING, changed

from analysis.exports.networks import quotation_network, stance_network, write_network
from analysis.reading import Reading


def renamed(reading: Reading, article_id: str) -> Reading:
    """The same reading as that of another article."""
    return Reading(**{name: table.assign(article_id=article_id) for name, table in reading.tables().items()})


def test_stances_of_a_pair_are_one_edge_with_counts_and_the_best_evidence():
    edge = stance_network(READING).edges["person: ida berg", "issue: tram plan"]
    assert edge == {
        "weight": 2,
        "support": 2,
        "oppose": 0,
        "neutral": 0,
        "articles": 1,
        "first": "2020-03-04",
        "last": "2020-03-04",
        "confidence": 0.8,
        "evidence": "Mayor Ida Berg backed the tram plan on Monday.",
        "evidence_article": "tram",
        "balance": 1.0,
        "polarity": "support",
    }


def test_nodes_say_who_they_are_and_only_those_that_an_edge_touches_are_there():
    graph = stance_network(READING)
    assert list(graph) == ["person: ida berg", "organization: cash$co & sons", "issue: tram plan"]
    assert graph.nodes["person: ida berg"] == {"label": "Ida Berg", "kind": "person", "mentions": 2, "articles": 1}


@pytest.mark.parametrize(
    ("sides", "polarity", "balance"),
    [
        (["support", "oppose"], "mixed", 0.0),
        (["neutral", "oppose"], "oppose", -0.5),
        (["neutral", "neutral"], "neutral", 0.0),
    ],
)
def test_a_pair_has_one_polarity_or_a_mixed_one(sides, polarity, balance):
    stances = READING.stances.head(2).assign(polarity=sides)
    edge = stance_network(changed(stances=stances)).edges["person: ida berg", "issue: tram plan"]
    assert (edge["polarity"], edge["balance"]) == (polarity, balance)


def test_less_certain_stances_are_left_out():
    assert stance_network(READING.showing(0.75)).edges["person: ida berg", "issue: tram plan"]["weight"] == 1
    assert len(stance_network(READING.showing(1.0))) == 0
    hidden = READING.stances.assign(shown=[False, True, False])
    assert [key for *_, key in stance_network(changed(stances=hidden)).edges(data="evidence")] == [hidden.evidence[1]]


def test_sources_are_tied_to_those_their_words_mention():
    inside = READING.quotations.content_start[0] + 1
    moved = READING.mentions.assign(start=[inside if text == "tram plan" else 0 for text in READING.mentions.text])
    said = changed(mentions=moved)
    graph = quotation_network(said)
    assert list(graph.edges) == [("person: ida berg", "issue: tram plan")]
    edge = graph.edges["person: ida berg", "issue: tram plan"]
    assert (edge["weight"], edge["direct"], edge["indirect"]) == (1, 1, 0)
    assert "The tram" in edge["evidence"]
    denied = changed(mentions=said.mentions, quotations=READING.quotations.assign(status="not_said"))
    assert not quotation_network(denied).edges


def test_a_name_is_one_node_in_all_articles_and_a_description_one_in_each():
    both = Reading.concat([READING, renamed(READING, "other")])
    graph = stance_network(both)
    assert graph.nodes["person: ida berg"]["articles"] == 2
    assert graph.edges["person: ida berg", "issue: tram plan"]["weight"] == 4
    assert graph.edges["person: ida berg", "issue: tram plan"]["articles"] == 2
    nameless = changed(mentions=READING.mentions.assign(form="nominal"))
    graph = stance_network(Reading.concat([nameless, renamed(nameless, "other")]))
    assert {"person: ida berg (tram)", "person: ida berg (other)", "issue: tram plan"} <= set(graph)


def test_nobody_stands_to_himself():
    assert not stance_network(changed(stances=READING.stances.assign(target_id="e1", holder_id="e1"))).edges


def test_what_is_written_is_read_back_with_its_types(tmp_path):
    graph = stance_network(READING)
    write_network(graph, tmp_path / "new" / "a.graphml")
    back = nx.read_graphml(tmp_path / "new" / "a.graphml")
    assert dict(back.nodes(data=True)) == dict(graph.nodes(data=True))
    assert list(back.edges(data=True)) == list(graph.edges(data=True))


def test_the_file_declares_every_attribute_once_and_is_the_same_again(tmp_path):
    for name in ("a", "b"):
        write_network(stance_network(READING), tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    keys = [key.attrib["id"] for key in ET.parse(tmp_path / "a").getroot() if key.tag.endswith("}key")]
    assert len(keys) == len(set(keys)) > 10


def test_characters_that_xml_cannot_hold_do_no_harm(tmp_path):
    odd = changed(entities=READING.entities.assign(name="A\x00B\x0c"), stances=READING.stances.head(1))
    odd = Reading(**odd.tables() | {"stances": odd.stances.assign(evidence="x\x01y")})
    write_network(stance_network(odd), tmp_path / "a.graphml")
    assert nx.read_graphml(tmp_path / "a.graphml").size() == 1


def test_an_empty_reading_is_an_empty_network(tmp_path):
    for network in (stance_network, quotation_network):
        write_network(network(EMPTY), tmp_path / "a.graphml")
        assert len(nx.read_graphml(tmp_path / "a.graphml")) == 0


def test_a_folder_in_the_place_of_the_file_is_an_error_and_leaves_nothing(tmp_path):
    (tmp_path / "a").mkdir()
    with pytest.raises(ValueError, match="is a folder"):
        write_network(stance_network(READING), tmp_path / "a")
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
