"""Sentiment towards a target: what the shipped classifier says, and how items are cut and marked."""

import math

import pytest
from tokenizers import Tokenizer

from analysis.readers.stances import sentiment
from analysis.readers.stances.sentiment import MAX_TOKENS, WEIGHTS, encode, score_targets

NAMES = ("negative", "neutral", "positive")


def item(marked):
    """A text and the offsets of what stands between square brackets in it."""
    start, end = marked.index("["), marked.index("]") - 1
    return marked.replace("[", "").replace("]", ""), start, end


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("The senator called [the mayor] a corrupt liar who had betrayed the city.", "negative"),
        ("Critics condemned [Ellison] for his reckless and dishonest campaign.", "negative"),
        ("She praised [Ellison] as a brave and honest leader.", "positive"),
        ("[Marta Quiroga] won widespread acclaim for her generous work with refugees.", "positive"),
        ("[Dana Whitfield] will arrive in Lisbon on Tuesday, a spokesman said.", "neutral"),
        ("The meeting between [Okafor] and the committee is set for 10 March.", "neutral"),
    ],
)
def test_the_likeliest_class(marked, expected):
    scores = score_targets([item(marked)])[0]
    assert NAMES[scores.index(max(scores))] == expected


def test_two_targets_of_one_sentence_differ():
    blamed, praised = score_targets(
        [
            item("The minister praised the nurses and condemned [the drug company] for its lies."),
            item("The minister praised [the nurses] and condemned the drug company for its lies."),
        ]
    )
    assert blamed[0] - blamed[2] > praised[0] - praised[2]


def test_scores_are_chances_in_the_order_of_the_items():
    items = [item(f"Word after word, {'and so on, ' * k}[Brandt] spoke.") for k in (9, 0, 40, 3)]
    scores = score_targets(items)
    assert all(math.isclose(sum(one), 1, abs_tol=0.001) and min(one) >= 0 for one in scores)
    assert scores == [score_targets([one])[0] for one in items]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [("", 0, 0), ("Brandt spoke.", 3, 3), ("Brandt spoke.", 5, 2), ("Brandt", 0, 99), ("Brandt", -2, 4), ("a b", 1, 2)],
)
def test_without_a_target_neutral(text, start, end):
    assert score_targets([(text, start, end)]) == [(0.0, 1.0, 0.0)]


@pytest.mark.parametrize("text", ["\N{GRINNING FACE}", "““", "BRANDT!", "\x00\x01", "ő" * 2000, "word " * 3000])
def test_any_text_has_scores(text):
    assert len(score_targets([(text, 0, len(text))])[0]) == 3


def test_nothing_loaded_for_no_items(monkeypatch):
    monkeypatch.setattr(sentiment, "_load", lambda: pytest.fail("loaded"))
    assert score_targets([]) == []


def test_a_target_is_judged_alike_with_and_without_others():
    text = "The minister praised the nurses and condemned the drug company for its lies."
    spans = [(0, 12), (21, 31), (46, 62)]
    together = score_targets([(text, *span) for span in spans])
    assert together == [score_targets([(text, *span)])[0] for span in spans]


@pytest.fixture(scope="module")
def tokenizer():
    found = Tokenizer.from_file(str(WEIGHTS / "tokenizer.json"))
    found.no_padding()
    found.no_truncation()
    return found


@pytest.mark.parametrize("before, after", [(0, 400), (400, 0), (400, 400), (5, 400), (3, 4)])
def test_of_a_long_sentence_the_part_around_the_target(before, after, tokenizer):
    text = "left " * before + "Brandt" + " right" * after
    one = encode(text, [(5 * before, 5 * before + 6)], tokenizer)
    assert len(one.ids) == len(one.targets[0]) == min(MAX_TOKENS, before + after + 3)
    inside = [token for token, flag in zip(one.ids, one.targets[0], strict=True) if flag]
    assert tokenizer.decode(inside) == "brandt"


def test_far_targets_of_a_long_sentence_are_each_read_where_they_stand():
    praise, blame = "The brave and honest [Ellison] won wide acclaim", "they condemned the [crook] for shameful lies"
    text = f"{praise}, {'and so on, ' * 100}{blame}."
    spans = []
    for mark in ("[Ellison]", "[crook]"):
        start = text.index(mark)
        text = text.replace(mark, mark[1:-1])
        spans.append((start, start + len(mark) - 2))
    praised, blamed = score_targets([(text, *span) for span in spans])
    assert praised[2] > praised[0] and blamed[0] > blamed[2]


def test_every_target_of_a_sentence_has_its_own_tokens(tokenizer):
    one = encode("Brandt met O'Neill.", [(0, 6), (11, 18)], tokenizer)
    assert [
        [tokenizer.id_to_token(i) for i, flag in zip(one.ids, flags, strict=True) if flag] for flags in one.targets
    ] == [
        ["brandt"],
        ["o", "'", "neill"],
    ]
