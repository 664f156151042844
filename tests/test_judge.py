"""The judge: what the encoder is asked of candidates, and what becomes of its answer."""

from collections.abc import Callable

import pytest

from analysis.readers.actors import resolve
from analysis.readers.actors.roles import source_entities
from analysis.readers.names import find_names
from analysis.readers.quotations import find_quotations
from analysis.readers.stances import find_issues, find_stances
from analysis.readers.stances.encoder import Logits, Question
from analysis.readers.stances.judge import HARDLY, both_say, chances, judged

BLAME, PRAISE, NEITHER = (4.0, -1.0, -3.0), (-3.0, -1.0, 4.0), (-2.0, 5.0, -2.0)
PAIR = ("Maria Ortiz", "Peter Hall")
OPEN = "Maria Ortiz said that Peter Hall drives a blue bus to the office."


@pytest.fixture
def stances(parsed: Callable) -> Callable:
    """Stances of a text by the names of both sides, given what the encoder answers; and its questions."""

    def read(text: str, answer: Logits | None) -> tuple[dict[tuple[str, str], list], list[Question]]:
        article, parse = parsed(text)
        names = find_names(article, parse)
        said = find_quotations(article, parse, names)
        asked: list[Question] = []

        def ask(questions: list[Question]) -> list[Logits]:
            asked.extend(questions)
            return [answer] * len(questions)

        cast = resolve(article, parse, names, said)
        issues, sources = find_issues(article, parse, cast), source_entities(article, parse, cast, said)
        found = find_stances(article, parse, said, sources, cast, issues, ask=ask if answer else None)
        called = {entity.entity_id: entity.name for entity in cast.entities + issues.entities}
        pairs: dict[tuple[str, str], list] = {}
        for one in found:
            pairs.setdefault((called[one.holder_id], called[one.target_id]), []).append(one)
        return pairs, asked

    return read


@pytest.mark.parametrize(("answer", "polarity"), [(BLAME, "oppose"), (PRAISE, "support")])
def test_where_words_give_no_sign_the_encoder_does(stances: Callable, answer: Logits, polarity: str) -> None:
    (row,) = stances(OPEN, answer)[0][PAIR]
    assert row.polarity == polarity and row.score == (row.confidence if polarity == "support" else -row.confidence)


def test_the_more_the_encoder_sees_none_the_less_sure_a_row_is(stances: Callable) -> None:
    sure, doubtful = (stances(OPEN, answer)[0].get(PAIR) for answer in (BLAME, NEITHER))
    assert doubtful is None or sure[0].confidence > 2 * doubtful[0].confidence


@pytest.mark.parametrize("answer", [PRAISE, NEITHER, BLAME, None], ids=["praise", "none", "blame", "not asked"])
def test_a_word_keeps_its_sign_against_the_encoder(stances: Callable, answer: Logits | None) -> None:
    pairs, _ = stances("Maria Ortiz accused Peter Hall of fraud.", answer)
    assert [row.polarity for row in pairs[PAIR]] == ["oppose"]


def test_of_a_denied_word_the_encoder_is_not_believed(stances: Callable) -> None:
    praise, blame = (stances("Maria Ortiz does not support Peter Hall.", answer)[0][PAIR] for answer in (PRAISE, BLAME))
    assert [row.polarity for row in praise] == ["oppose"] and praise[0].confidence == blame[0].confidence


def test_a_question_marks_target_and_holder_in_its_sentence(stances: Callable) -> None:
    _, asked = stances(f"The rain fell. {OPEN}", BLAME)
    assert {one.text for one in asked} == {OPEN}
    assert {(one.text[slice(*one.holder)], one.text[slice(*one.target)]) for one in asked} == {PAIR}


def test_a_holder_in_another_sentence_is_whoever_speaks(stances: Callable) -> None:
    _, asked = stances('"It is late," Maria Ortiz said. "Peter Hall is a liar and a fraud."', BLAME)
    assert (None, "Peter Hall") in {(one.holder, one.text[slice(*one.target)]) for one in asked}


def test_without_a_pair_nothing_is_asked(stances: Callable) -> None:
    assert stances("The rain fell on the town all night.", BLAME) == ({}, [])


def test_what_is_hardly_a_stance_is_not_asked_about() -> None:
    asked: list[Question] = []

    def ask(questions: list[Question]) -> list[Logits]:
        asked.extend(questions)
        return [BLAME] * len(questions)

    unlikely, likely = {"holder steps": 6.0, "target steps": 6.0, "behind": 1.0}, {"strength": 0.95, "strong": 1.0}
    questions = [Question("a", (0, 1)), Question("b", (0, 1))]
    verdicts = judged([unlikely | {"rule=beside": 1.0}, likely], [0, -1], questions, ask)
    assert asked == questions[1:] and verdicts[0].chance < HARDLY < verdicts[1].chance


def test_a_doubtful_row_has_the_sign_of_its_pair_in_the_article(stances: Callable) -> None:
    again = "Maria Ortiz walked on Monday to a bus that Peter Hall drives."
    alone = stances(again, None)[0].get(PAIR, [])
    beside = stances(f"Maria Ortiz said that Peter Hall is a brave and honest man. {again}", None)[0][PAIR]
    assert {row.polarity for row in beside} == {"support"} and len(beside) > len(alone) - 1


def test_what_both_say_is_told_by_the_sign_of_the_word() -> None:
    for_it = both_say(1, (0.5,), PRAISE, {})
    assert for_it == both_say(-1, (0.5,), BLAME, {}) == {"own": 0.5, "reads own": 5.0, "reads other": -2.0}
    assert both_say(1, (0.5,), PRAISE, {"denied": 1.0}) == {"own": 0.5, "denied": 1.0}


def test_chances_leave_room_for_none() -> None:
    against, in_favour = chances((0.0, 0.0))
    assert against == in_favour == pytest.approx(1 / 3) and chances((0.0,)) == [0.5]


def test_who_fight_each_other_do_so_as_likely_one_way_as_the_other(stances: Callable) -> None:
    pairs, _ = stances("Heavy fighting between Maria Ortiz and Peter Hall went on.", BLAME)
    (there,), (back,) = pairs[PAIR], pairs[PAIR[::-1]]
    assert there.confidence == back.confidence > 0 and there.polarity == back.polarity == "oppose"


def test_doubtful_rows_of_a_pair_make_the_surest_of_them_surer(stances: Callable) -> None:
    again = OPEN.replace("bus", "car")
    (alone,), beside = stances(OPEN, BLAME)[0][PAIR], stances(f"{OPEN} {again} {again}", BLAME)[0][PAIR]
    best, *others = sorted((row.confidence for row in beside), reverse=True)
    assert alone.confidence + 0.1 < best == pytest.approx(1 - (1 - alone.confidence) ** 3, abs=0.05)
    assert max(others) == pytest.approx(alone.confidence, abs=0.03)


def test_what_speaks_for_the_other_side_makes_an_open_row_less_sure_and_no_word(stances: Callable) -> None:
    praise = "Maria Ortiz praised Peter Hall."
    (alone,), (word,) = stances(OPEN, BLAME)[0][PAIR], stances(praise, BLAME)[0][PAIR]
    rows = {row.polarity: row.confidence for row in stances(f"{OPEN} {praise}", BLAME)[0][PAIR]}
    assert rows["oppose"] < alone.confidence / 2 and rows["support"] == pytest.approx(word.confidence, abs=0.03)
