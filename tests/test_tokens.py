"""The parse as the steps see it: what is mended of the parser's trees."""

from collections.abc import Callable

import pytest

from analysis.grammar.tokens import Parse, Token
from analysis.records import Article

Parsed = Callable[..., tuple[Article, Parse]]


def word(parse: Parse, text: str) -> Token:
    """The last token of that text."""
    return next(token for token in reversed(parse.tokens) if token.text == text)


@pytest.mark.parametrize(
    ("text", "subject", "verb", "dep"),
    [
        ("Norway left the pact on Friday and Finland said that it would follow.", "Finland", "said", "nsubj"),
        ("Norway praised the pact on Friday and Finland attacked Sweden.", "Finland", "attacked", "nsubj"),
        ("Norway left the pact on Friday and Finland followed it.", "Finland", "followed", "nsubj"),
        ("Norway left the pact on Friday and Finland was attacked.", "Finland", "attacked", "nsubjpass"),
    ],
)
def test_who_stands_between_a_date_and_a_verb_is_its_subject(
    text: str, subject: str, verb: str, dep: str, parsed: Parsed
) -> None:
    _, parse = parsed(text)
    noun = word(parse, subject)
    assert (noun.head.text, noun.dep) == (verb, dep)
    assert noun in noun.head.children and noun not in word(parse, "Friday").children
    assert noun.head.dep == "conj" and word(parse, "and").head is noun.head.head


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Gary Byrne recalled a video of Ann Holm praising Peter Hall.", "Holm"),
        ("Gary Byrne left the town of Oslo praising Peter Hall.", "left"),
    ],
)
def test_a_deed_is_of_the_person_named_right_before_it(text: str, holder: str, parsed: Parsed) -> None:
    assert word(parsed(text)[1], "praising").head.text == holder


def test_two_days_stay_joined(parsed: Parsed) -> None:
    _, parse = parsed("Norway met Finland on Friday and Saturday.")
    assert word(parse, "Saturday").head is word(parse, "Friday")


def test_every_token_is_a_child_of_its_head_in_text_order(parsed: Parsed) -> None:
    _, parse = parsed("Norway praised the pact on Friday and Finland attacked Sweden. It did so on Monday and left.")
    for token in parse.tokens:
        assert token.head is token or token.head.children.count(token) == 1
        assert [child.i for child in token.children] == sorted(child.i for child in token.children)


def test_who_speaks_behind_a_date_is_the_source(reading) -> None:
    found = reading("Norway left the pact on Friday and Finland said that it would follow.")
    (one,) = found.quotations
    assert found.article.text[slice(*one.source)] == "Finland"


def test_a_token_is_asked_for_its_children_by_name(parsed: Parsed) -> None:
    _, parse = parsed("Yesterday Norway did not say that Finland lied.")
    verb = word(parse, "say")
    assert verb.child("nsubj").text == "Norway" and verb.child("nsubj", behind=True) is None
    assert verb.child("ccomp", behind=True).text == "lied" and verb.child("dobj", "oprd") is None
    assert [child.text for child in verb.those("aux", "neg")] == ["did", "not"]
    assert verb.has("neg") and verb.has(words={"not"}) and not verb.has("aux", words={"not"})


@pytest.mark.parametrize(
    ("text", "moved", "head", "dep"),
    [
        ("The mayor said the firm welcomed the inquiry, adding that it was late.", "adding", "said", "advcl"),
        ("The mayor said the firm welcomed the inquiry and added that it was late.", "added", "said", "conj"),
        ("The mayor said on Monday it would sign the pact.", "on", "said", "prep"),
        ('Emil Hart has left. "I want to win cups," the 27-year-old said.', "old", "said", "nsubj"),
        ("The 58-year-old wounded supporters left.", "old", "supporters", "amod"),
        ("Some strategists fear that Oslo has missed its chance and warn that it may lose.", "warn", "fear", "conj"),
    ],
)
def test_what_is_hung_elsewhere(text: str, moved: str, head: str, dep: str, parsed: Parsed) -> None:
    token = word(parsed(text)[1], moved)
    assert (token.head.text, token.dep) == (head, dep)
    assert token in token.head.children


@pytest.mark.parametrize(("form", "lemma"), [("hoping", "hope"), ("hoped", "hope"), ("hopped", "hop")])
def test_a_verb_keeps_its_e(form: str, lemma: str, parsed: Parsed) -> None:
    _, parse = parsed(f"Norway {form} that Finland would stay." if form != "hoping" else "Norway is hoping to stay.")
    assert word(parse, form).lemma == lemma


def test_taxes_are_of_tax(parsed: Parsed) -> None:
    _, parse = parsed("He has paid his taxes every year. The axes of the chart were wrong.")
    assert word(parse, "taxes").lemma == "tax"
    assert word(parse, "axes").lemma in ("axis", "axe", "ax")
