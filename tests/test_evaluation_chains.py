"""Coreference: the CoNLL measures on the worked example of the reference scorer's paper; GUM's and MEANTIME's forms."""

import pytest
from made_gold import conllu

from analysis.evaluation import articles_of, read_gold, rows_by_article, scored
from analysis.evaluation.chains import read_meantime
from analysis.evaluation.conll import MEASURES, conll
from analysis.evaluation.figures import measure
from analysis.evaluation.public import CHAINS

# Pradhan et al. (2014), section 4: key and response of eight mentions
KEY = [set("abc"), set("defg")]
RESPONSE = [set("ab"), set("cd"), set("fghi")]


FIGURE = {figure.name: figure for figure in CHAINS.figures}


def value(name, *documents):
    """A figure of documents that are pairs of key and response, from 0 to 100."""
    found = [conll(*document) for document in documents]
    return measure(FIGURE[name], [{**one, "CoNLL": tuple(one.values())} for one in found]).value


@pytest.mark.parametrize(
    ("name", "recall", "precision"),
    [("MUC", 2 / 5, 2 / 5), ("B3", 35 / 12 / 7, 4 / 8), ("CEAFe", 1.3 / 2, 1.3 / 3)],
)
def test_measures_on_the_example_of_the_paper(name, recall, precision):
    found = conll(KEY, RESPONSE)[name]
    assert found.found / found.gold == pytest.approx(recall)
    assert found.right / found.written == pytest.approx(precision)


def test_the_figure_is_the_mean_of_the_three_and_sums_over_documents():
    both = (KEY, RESPONSE), (KEY, KEY)
    assert value("CoNLL", *both) == pytest.approx(sum(value(name, *both) for name in MEASURES) / 3)
    assert value("MUC", *both) == pytest.approx(100 * (2 + 5) / (5 + 5))


def test_ceaf_pairs_as_a_whole_and_not_the_nearest_first():
    key, response = [set("abcd"), set("ef")], [set("abef"), set("cd")]
    assert value("CEAFe", (key, response)) == pytest.approx(100 * (2 * 2 / 6 + 2 * 2 / 6) / 2)


@pytest.mark.parametrize(("key", "response"), [(KEY, []), ([], RESPONSE)])
def test_nothing_found_or_nothing_linked_is_nought(key, response):
    assert value("CoNLL", (key, response)) == 0


@pytest.mark.parametrize(("key", "response"), [([], []), ([{"a"}], [{"a"}])])
def test_where_nothing_is_linked_on_either_side_there_is_no_value(key, response):
    assert value("CoNLL", (key, response)) is None


GUM = """
¶ Maria (1-person-new-cf1-1,2-coref
. Ortiz 1)
. leaves _
¶ Maria (1-person-giv:act-cf1-1,2-coref
. Ortiz 1)
. left (2-event-new-cf2-1-coref)
. the (3-place-new-cf2-2-coref
. city 3)
- . _
. She (1-person-giv:act-cf1-1-coref)
. praised _
. her (4-person-new-cf3-2-coref(1-person-giv:act-cf1-1-coref)
. lawyer 4)
"""


@pytest.fixture
def gum(tmp_path):
    conllu(tmp_path / "made.conllu", GUM)
    return read_gold(tmp_path)


def words_of(document, chains):
    return [[document.text[one[0] : one[1]] for one in chain] for chain in chains]


def test_a_document_of_gum_gives_text_and_chains_of_actors_and_places(gum):
    (document,) = gum.documents
    chains = document.gold["coreference"].chains
    assert document.text == "Maria Ortiz leaves\n\nMaria Ortiz left the city. She praised her lawyer\n"
    assert words_of(document, chains) == [["Maria Ortiz", "Maria Ortiz", "She", "her"], ["the city"], ["her lawyer"]]
    city = chains[1][0]
    assert document.text[city.head_start : city.head_end] == "city"


def test_names_are_mentions_that_end_with_a_name(tmp_path):
    conllu(
        tmp_path / "made.conllu",
        """
¶ singer (1-person-new-cf1-2-coref
. Ortiz 1)
. met _
. officials (2-person-new-cf2-1,3-coref
. in _
. Kabul 2)
. and _
. Obi (3-person-new-cf3-1-coref
. 's 3)
. aide (4-person-new-cf4-1-coref)
""",
    )
    (document,) = read_gold(tmp_path).documents
    assert words_of(document, document.gold["names"]) == [["singer Ortiz"], ["Obi"]]


def test_what_the_kit_reads_is_scored_against_a_made_document(gum):
    from analysis.corpus import read_all

    found = scored(gum, rows_by_article(read_all(articles_of(gum))))
    values = {figure.name: figure.value for one in found for figure in one.figures}
    assert values["CoNLL"] == values["alias pairs"] == 100


MEANTIME = """<Document>
<token sentence="0" t_id="1">Ortiz</token><token sentence="0" t_id="2">leaves</token>
<token sentence="1" t_id="3">She</token><token sentence="1" t_id="4">left</token>
<token sentence="1" t_id="5">Acme</token><token sentence="1" t_id="6">'s</token>
<token sentence="1" t_id="7">board</token>
<token sentence="1" t_id="8">.</token><token sentence="6" t_id="9">Ortiz</token>
<Markables>
<ENTITY_MENTION m_id="1" head="Ortiz" syntactic_type="NAM"><token_anchor t_id="1"/></ENTITY_MENTION>
<ENTITY_MENTION m_id="2" head="" syntactic_type="PRO"><token_anchor t_id="3"/></ENTITY_MENTION>
<ENTITY_MENTION m_id="3" head="board" syntactic_type="NOM">
<token_anchor t_id="5"/><token_anchor t_id="6"/><token_anchor t_id="7"/></ENTITY_MENTION>
<ENTITY m_id="8" ent_type="PER"/><ENTITY m_id="9" ent_type="ORG"/>
</Markables>
<Relations>
<REFERS_TO><source m_id="1"/><source m_id="2"/><target m_id="8"/></REFERS_TO>
<REFERS_TO><source m_id="3"/><target m_id="9"/></REFERS_TO>
</Relations></Document>"""


def test_a_document_of_meantime_gives_text_and_chains(tmp_path):
    file = tmp_path / "12_Ortiz_leaves.xml"
    file.write_text(MEANTIME, encoding="utf-8")
    (document,) = read_meantime([file])
    gold = document.gold["coreference"]
    assert document.text == "Ortiz leaves\n\nShe left Acme's board. Ortiz\n"
    assert document.text[: gold.until].endswith("board.")
    assert words_of(document, gold.chains) == [["Ortiz", "She"], ["Acme's board"]]
    assert document.text[gold.chains[1][0].head_start : gold.chains[1][0].head_end] == "board"
