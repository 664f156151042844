"""What no writer writes costs no more than what writers write: time grows with a text's length, not with its square."""

from time import process_time

import pytest

from analysis.article.layout import lay_out
from analysis.corpus import read_batch
from analysis.model import LONGEST_SENTENCE, load_model, parse
from analysis.records import Article

SENTENCE = "Mayor Ines Holm told Jon Vik of the harbour board that the union would reject the plan"
STORY = f"Ferry stays\n\n{SENTENCE}.\n\n"
LONG = {
    "marks behind each other": lambda n: "The sign read " + "(" * n + " for a day.",
    "endings behind each other": lambda n: "The sign read " + "'s" * (n // 2) + " for a day.",
    "quotation marks": lambda n: "The sign read " + '"' * n + " for a day.",
    "no full stop": lambda n: f"{SENTENCE}, while " * (n // len(SENTENCE)),
    "short lines": lambda n: "\n\n".join(["It was."] * (n // 9)),
    "quoted words": lambda n: "\n\n".join(['"Go on."'] * (n // 10)),
}


def spent(text: str) -> float:
    begun = process_time()
    (reading,) = read_batch([lay_out(STORY + text, article_id="a")])
    assert reading.n_words
    return process_time() - begun


@pytest.mark.parametrize("kind", LONG)
def test_four_times_the_text_takes_four_times_the_time(kind):
    load_model()
    spent("")
    short, long = spent(LONG[kind](3_000)), spent(LONG[kind](12_000))
    assert long < 8 * short + 0.5, f"{short:.2f} s, and for four times as much {long:.2f} s"


def test_a_run_of_characters_keeps_its_offsets_and_costs_no_word_around_it():
    text = f"Ines Holm saw {'x(' * 400}{'y' * 300} and then Jon Vik left."
    tokens = parse(Article(article_id="a", text=text)).tokens
    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert {"Ines", "Holm", "saw", "Jon", "Vik", "left"} <= {token.text for token in tokens}


def test_a_text_without_full_stops_is_parted_at_commas_and_no_other_is():
    text = f"{SENTENCE}, while " * 40
    sentences = parse(Article(article_id="a", text=text)).sentences
    assert max(len(sentence.tokens) for sentence in sentences) <= LONGEST_SENTENCE
    assert {sentence.tokens[0].text for sentence in sentences} <= {"Mayor", "while"}
    long = " and ".join(["Norway signed the treaty that Sweden had drafted"] * 15)
    assert len(parse(Article(article_id="a", text=f"{long}.")).sentences) == 1
