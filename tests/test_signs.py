"""What the sign model is asked, and what becomes of its answer."""

from collections.abc import Callable

import pytest

from analysis.readers.actors import resolve
from analysis.readers.actors.roles import source_entities
from analysis.readers.names import find_names
from analysis.readers.quotations import find_quotations
from analysis.readers.stances import find_issues, find_stances

Item = tuple[str, int, int]
Scores = tuple[float, float, float]
BLAME, PRAISE, NEITHER = (0.9, 0.08, 0.02), (0.02, 0.08, 0.9), (0.3, 0.4, 0.3)

OPEN = "Maria Ortiz spoke about Peter Hall at length. Maria Ortiz said that Peter Hall drives a blue bus to the office."


@pytest.fixture
def stances(parsed: Callable) -> Callable:
    """Stances of a text by the names of both sides, given what the model says of every target; and its questions."""

    def read(text: str, answer: Scores) -> tuple[dict[tuple[str, str], list], list[list[Item]]]:
        article, parse = parsed(text)
        names = find_names(article, parse)
        said = find_quotations(article, parse, names)
        asked: list[list[Item]] = []

        def sentiment(items: list[Item]) -> list[Scores]:
            asked.append(list(items))
            return [answer] * len(items)

        cast = resolve(article, parse, names, said)
        issues, sources = find_issues(article, parse, cast), source_entities(article, parse, cast, said)
        found = find_stances(article, parse, said, sources, cast, issues, sentiment=sentiment)
        called = {entity.entity_id: entity.name for entity in cast.entities + issues.entities}
        pairs: dict[tuple[str, str], list] = {}
        for one in found:
            pairs.setdefault((called[one.holder_id], called[one.target_id]), []).append(one)
        return pairs, asked

    return read


@pytest.mark.parametrize(("answer", "polarity"), [(BLAME, "oppose"), (PRAISE, "support")])
def test_where_words_give_no_sign_the_model_does(stances: Callable, answer: Scores, polarity: str) -> None:
    pairs, _ = stances(OPEN, answer)
    rows = pairs["Maria Ortiz", "Peter Hall"]
    assert {row.polarity for row in rows} == {polarity}


def test_a_sign_that_stays_open_makes_no_row(stances: Callable) -> None:
    pairs, asked = stances(OPEN, NEITHER)
    assert asked and ("Maria Ortiz", "Peter Hall") not in pairs


def test_the_more_the_model_finds_neither_the_less_sure_a_row_is(stances: Callable) -> None:
    torn, calm = (stances(OPEN, answer)[0]["Maria Ortiz", "Peter Hall"] for answer in ((0.2, 0.1, 0.7), (0, 0.5, 0.5)))
    assert max(row.confidence for row in torn) > max(row.confidence for row in calm)


def test_what_somebody_says_of_another_is_surer_evidence_than_what_he_does_beside_him(stances: Callable) -> None:
    said, _ = stances("Maria Ortiz said on Monday that Peter Hall drives a blue bus.", PRAISE)
    done, _ = stances("Maria Ortiz walked on Monday to a bus that Peter Hall drives.", PRAISE)
    pair = "Maria Ortiz", "Peter Hall"
    assert said[pair][0].confidence > max([row.confidence for row in done.get(pair, [])], default=0)


@pytest.mark.parametrize(
    ("answer", "polarity"),
    [(PRAISE, "oppose"), (NEITHER, "oppose"), (BLAME, "oppose")],
    ids=["praise", "open", "blame"],
)
def test_a_frame_keeps_its_sign_against_the_model(stances: Callable, answer: Scores, polarity: str) -> None:
    pairs, _ = stances("Maria Ortiz accused Peter Hall of fraud.", answer)
    assert [row.polarity for row in pairs["Maria Ortiz", "Peter Hall"]] == [polarity]


def test_all_questions_are_put_at_once_each_only_once(stances: Callable) -> None:
    _, asked = stances(OPEN, BLAME)
    assert len(asked) == 1
    assert len(asked[0]) == len(set(asked[0]))
    assert all(text[start:end] for text, start, end in asked[0])


def test_without_a_pair_nothing_is_asked(stances: Callable) -> None:
    _, asked = stances("The rain fell on the town all night.", BLAME)
    assert asked == []


def test_agreement_of_all_signs_gives_more_confidence_than_one(stances: Callable) -> None:
    once, _ = stances("Maria Ortiz said that Peter Hall drives a blue bus to the office.", BLAME)
    often, _ = stances(OPEN, BLAME)
    pair = ("Maria Ortiz", "Peter Hall")
    assert max(row.confidence for row in often[pair]) > max((row.confidence for row in once.get(pair, [])), default=0)


def test_of_a_long_article_only_a_part_is_asked_about(stances: Callable) -> None:
    text = "\n\n".join(f"Maria Ortiz said that Peter Hall drives bus number {n} to the office." for n in range(40))
    _, asked = stances(text, BLAME)
    read = sum(len(sentence.split()) for sentence in {item[0] for item in asked[0]})
    assert 0.3 < read / len(text.split()) < 0.5
