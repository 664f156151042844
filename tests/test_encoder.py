"""What the encoder says of a sentence, and how questions are cut and marked."""

import math

import pytest
from tokenizers import Tokenizer

from analysis.readers.stances import encoder
from analysis.readers.stances.encoder import MAX_TOKENS, NOTHING, WEIGHTS, Question, ask, encode

ANSWERS = ("against", "none", "for")


def question(marked):
    """A text, with the target between square brackets and the holder, if any, between braces."""
    text = "".join(sign for sign in marked if sign not in "[]{}")
    spans = []
    for first, last in ("[]", "{}"):
        if first in marked:
            before = marked[: marked.index(first)]
            start = len(before) - sum(map(before.count, "[]{}"))
            inside = marked[marked.index(first) + 1 : marked.index(last)]
            spans.append((start, start + len(inside) - sum(map(inside.count, "[]{}"))))
        else:
            spans.append(None)
    return Question(text, *spans)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("{The senator} called [the mayor] a corrupt liar who had betrayed the city.", "against"),
        ("Critics condemned [Ellison] for his reckless and dishonest campaign.", "against"),
        ("{She} praised [Ellison] as a brave and honest leader.", "for"),
        ("[Marta Quiroga] won widespread acclaim for her generous work with refugees.", "for"),
        ("[Dana Whitfield] will arrive in Lisbon on Tuesday, {a spokesman} said.", "none"),
        ("The meeting between [Okafor] and {the committee} is set for 10 March.", "none"),
    ],
)
def test_the_likeliest_answer(marked, expected):
    answer = ask([question(marked)])[0]
    assert ANSWERS[answer.index(max(answer))] == expected


def test_two_targets_of_one_sentence_differ():
    blamed, praised = ask(
        [
            question("The minister praised the nurses and condemned [the drug company] for its lies."),
            question("The minister praised [the nurses] and condemned the drug company for its lies."),
        ]
    )
    assert blamed[0] - blamed[2] > praised[0] - praised[2]


def test_answers_come_in_the_order_of_the_questions():
    asked = [question(f"Word after word, {'and so on, ' * k}[Brandt] spoke.") for k in (9, 0, 40, 3)]
    assert ask(asked) == [ask([one])[0] for one in asked]
    assert len(set(ask(asked))) == 4


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [("", 0, 0), ("Brandt spoke.", 3, 3), ("Brandt spoke.", 5, 2), ("Brandt", 0, 99), ("Brandt", -2, 4), ("a b", 1, 2)],
)
def test_without_a_target_there_is_no_answer(text, start, end):
    assert ask([Question(text, (start, end))]) == [NOTHING]


@pytest.mark.parametrize("text", ["\N{GRINNING FACE}", "““", "BRANDT!", "\x00\x01", "ő" * 2000, "word " * 3000])
def test_any_text_has_an_answer(text):
    assert all(map(math.isfinite, ask([Question(text, (0, len(text)))])[0]))


def test_nothing_loaded_for_no_questions(monkeypatch):
    monkeypatch.setattr(encoder, "_session", lambda: pytest.fail("loaded"))
    assert ask([]) == []


def test_a_target_is_judged_alike_with_and_without_others():
    text = "The minister praised the nurses and condemned the drug company for its lies."
    asked = [Question(text, span, (0, 12)) for span in ((21, 31), (46, 62))]
    assert ask(asked) == [ask([one])[0] for one in asked]


@pytest.fixture(scope="module")
def tokenizer():
    found = Tokenizer.from_file(str(WEIGHTS / "tokenizer.json"))
    found.no_padding()
    found.no_truncation()
    return found


@pytest.mark.parametrize("before", [0, 3, 60, 200])
def test_of_a_long_text_the_part_around_the_target_is_read(tokenizer, before):
    text = "word " * before + "Brandt " + "word " * 150
    ((part, one),) = encode([Question(text, (5 * before, 5 * before + 6))], tokenizer)
    assert len(part) == 1 and len(one.ids) == MAX_TOKENS
    marked = [k for k, flag in zip(one.ids, one.targets[0], strict=True) if flag]
    assert tokenizer.decode(marked) == "brandt"


def test_a_holder_near_enough_is_read_too(tokenizer):
    text = "word " * 40 + "Obi " + "word " * 60 + "Brandt " + "word " * 60
    ((_, one),) = encode([Question(text, (504, 510), (200, 203))], tokenizer)
    sides = [[k for k, flag in zip(one.ids, flags, strict=True) if flag] for flags in (one.targets[0], one.holders[0])]
    assert list(map(tokenizer.decode, sides)) == ["brandt", "obi"]


def test_questions_on_a_long_text_are_read_apart(tokenizer):
    text = "Brandt " + "word " * 150 + "Obi"
    asked = [Question(text, (0, 6)), Question(text, (len(text) - 3, len(text)))]
    assert [part for part, _ in encode(asked, tokenizer)] == [[asked[0]], [asked[1]]]
