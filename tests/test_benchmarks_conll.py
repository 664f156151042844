"""The CoNLL scorer on the worked example of the reference scorer's paper; readers of gold on made documents."""

from itertools import count

import pytest
from conll import MEASURES, conll
from coreference import read_gum, read_meantime, score, write_gold

from analysis.article import read_corpus
from analysis.corpus import read_all
from analysis.tables import TableWriter

# Pradhan et al. (2014), section 4: key and response of eight mentions
KEY = [set("abc"), set("defg")]
RESPONSE = [set("ab"), set("cd"), set("fghi")]


@pytest.mark.parametrize(
    ("measure", "recall", "precision"),
    [("MUC", 2 / 5, 2 / 5), ("B3", 35 / 12 / 7, 4 / 8), ("CEAFe", 1.3 / 2, 1.3 / 3)],
)
def test_measures_on_the_example_of_the_paper(measure, recall, precision):
    score = conll([(KEY, RESPONSE)])[measure]
    assert score.recall == pytest.approx(recall)
    assert score.precision == pytest.approx(precision)


def test_the_figure_is_the_mean_of_the_three_and_sums_over_documents():
    scores = conll([(KEY, RESPONSE), (KEY, KEY)])
    assert scores["CoNLL"].f1 == pytest.approx(sum(scores[name].f1 for name in MEASURES) / 3)
    assert scores["MUC"].recall == pytest.approx((2 + 5) / (5 + 5))


def test_ceaf_pairs_as_a_whole_and_not_the_nearest_first():
    key, response = [set("abcd"), set("ef")], [set("abef"), set("cd")]
    assert conll([(key, response)])["CEAFe"].recall == pytest.approx((2 * 2 / 6 + 2 * 2 / 6) / 2)


@pytest.mark.parametrize(("key", "response"), [([], []), (KEY, []), ([], RESPONSE), ([{"a"}], [{"a"}])])
def test_nothing_found_or_nothing_linked_is_nought(key, response):
    assert conll([(key, response)])["CoNLL"].f1 == 0


# Form, entities and white space behind of each word; a line is a sentence, "¶" begins a paragraph
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


def gum_file(folder):
    """A made document in CoNLL-U; the fields of `Entity=` stand as in GUM: key, kind, state, …, minimal span."""
    sentences, number = [[]], count(1)
    for line in GUM.strip().splitlines():
        sign, form, entity = line.split(" ", 2)
        if sign == "¶" or form == "She":
            sentences.append(["# newpar"] if sign == "¶" else [])
            number = count(1)
        if form == ".":
            sentences[-1][-1] += "|SpaceAfter=No"
        entity = entity.replace("-cf", "-x-cf")
        sentences[-1].append("\t".join([str(next(number)), form, *"_______", f"Entity={entity}"]))
    file = folder / "made.conllu"
    file.write_text("\n\n".join("\n".join(lines) for lines in sentences if lines), encoding="utf-8")
    return file


def test_a_document_of_gum_gives_text_and_chains_of_actors_and_places(tmp_path):
    gold = read_gum(gum_file(tmp_path))
    assert gold.text == "Maria Ortiz leaves\n\nMaria Ortiz left the city. She praised her lawyer\n"
    words = [[gold.text[one.start : one.end] for one in chain] for chain in gold.chains]
    assert words == [["Maria Ortiz", "Maria Ortiz", "She", "her"], ["the city"], ["her lawyer"]]
    city = gold.chains[1][0]
    assert gold.text[city.head_start : city.head_end] == "city"


def test_tables_are_scored_against_a_made_document(tmp_path):
    write_gold([read_gum(gum_file(tmp_path))], tmp_path)
    with TableWriter(tmp_path / "tables") as tables:
        for reading in read_all(read_corpus([tmp_path / "texts"])):
            tables.add(reading)
    assert score(tmp_path / "gold.jsonl", tmp_path / "tables")["CoNLL"].f1 == 1


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
    gold = read_meantime(file)
    assert gold.text == "Ortiz leaves\n\nShe left Acme's board. Ortiz\n"
    assert gold.text[: gold.until].endswith("board.")
    words = [[gold.text[one.start : one.end] for one in chain] for chain in gold.chains]
    assert words == [["Ortiz", "She"], ["Acme's board"]]
    assert gold.text[gold.chains[1][0].head_start : gold.chains[1][0].head_end] == "board"
