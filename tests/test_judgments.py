"""What somebody says that another is, does, or should do."""

from collections.abc import Callable

import pytest

from analysis.grammar.tokens import Parse
from analysis.readers.stances.judgments import verdict_on
from analysis.records import Article, ArticleReading

Read = Callable[..., ArticleReading]

VERDICTS = [
    ("Hall is a liar.", -1),
    ("Hall is not a liar.", 1),
    ("Hall seems unfit.", -1),
    ("Hall is a brave man.", 1),
    ("Hall is too lenient.", -1),
    ("Nobody thinks Hall is brave.", -1),
    ("Hall should resign.", -1),
    ("Hall must be fired.", -1),
    ("Hall should not resign.", 1),
    ("Hall should win.", 1),
    ("Hall lives in Rome.", 0),
    ("If Hall is so great, leave.", 0),
    ("Hall is a hero but a liar.", 0),
    ("Hall is Berg's best recruiter.", 0),
    ("Hall is our best hope.", 1),
    ("Hall's request was inappropriate.", -1),
    ("Hall's decision to stay is criminal in nature.", -1),
    ("Hall's death is a disgrace.", 0),
    ("Hall is not happy with the plan.", 0),
    ("Hall achieved nothing.", -1),
    ("Hall achieved a lot.", 0),
]


@pytest.mark.parametrize(("text", "sign"), VERDICTS)
def test_predicates_and_duties_judge(text: str, sign: int, parsed: Callable[..., tuple[Article, Parse]]) -> None:
    token = next(token for token in parsed(text)[1].tokens if token.text == "Hall")
    verdict = verdict_on(token)
    assert (verdict[0] if verdict else 0) == sign


NAMINGS = [
    ("Maria Ortiz called Peter Hall a liar.", "oppose"),
    ("Maria Ortiz described Peter Hall as a hero.", "support"),
    ("Maria Ortiz dismissed Peter Hall as a fraud.", "oppose"),
    ("Maria Ortiz considers Peter Hall brilliant.", "support"),
    ('Maria Ortiz called Peter Hall\'s claim that he won the vote "totally untrue".', "oppose"),
]


@pytest.mark.parametrize(("text", "polarity"), NAMINGS)
def test_what_one_calls_another_is_a_stance(text: str, polarity: str, reading: Read) -> None:
    result = reading(text)
    names = {entity.entity_id: entity.name for entity in result.cast.entities}
    found = {(names[s.holder_id], names[s.target_id]): s.polarity for s in result.stances}
    assert found["Maria Ortiz", "Peter Hall"] == polarity


WISHES = [
    ("Maria Ortiz called for Peter Hall to resign.", ["oppose"]),
    ("Maria Ortiz called on Peter Hall to step down.", ["oppose"]),
    ("Maria Ortiz urged Peter Hall to run for mayor.", ["support"]),
    ("Maria Ortiz demanded that Peter Hall be fired.", ["oppose"]),
    ("Maria Ortiz urged the board to prosecute Peter Hall.", ["oppose"]),
    ("Maria Ortiz does not want Peter Hall to resign.", []),
    ("Maria Ortiz asked Peter Hall to win the vote.", []),
]


@pytest.mark.parametrize(("text", "polarity"), WISHES)
def test_what_one_wishes_another_to_do_or_suffer_is_a_stance(text: str, polarity: list[str], reading: Read) -> None:
    result = reading(text)
    names = {entity.entity_id: entity.name for entity in result.cast.entities}
    rows = [row for row in result.stances if names[row.target_id] == "Peter Hall" and row.confidence >= 0.6]
    assert [row.polarity for row in rows if row.score] == polarity


def test_what_praises_and_blames_at_once_is_no_naming(reading: Read) -> None:
    result = reading("Maria Ortiz described Peter Hall as an original thinker as well as a liar.")
    assert all(row.rule != "namings" for row in result.stances)


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Maria Ortiz said that Peter Hall's decision “is criminal in nature”.", "oppose"),
        ("“Peter Hall is a weak mayor!” Maria Ortiz said.", "oppose"),
    ],
)
def test_whoever_says_that_anothers_word_or_deed_is_bad_is_against_him(text: str, polarity: str, reading: Read) -> None:
    result = reading(text)
    names = {entity.entity_id: entity.name for entity in result.cast.entities}
    rows = [row for row in result.stances if names[row.target_id] == "Peter Hall" and row.confidence >= 0.6]
    assert [(names[row.holder_id], row.polarity) for row in rows] == [("Maria Ortiz", polarity)]


def test_the_cue_of_a_naming_is_the_word_that_blames(reading: Read) -> None:
    result = reading("Maria Ortiz called Peter Hall a liar.")
    cue = result.stances[0].cue
    assert cue and result.article.text[slice(*cue)] == "liar"


def test_a_judgment_gives_a_quotation_its_sign(reading: Read) -> None:
    result = reading('Maria Ortiz said Peter Hall "is a disgrace and should resign".')
    names = {entity.entity_id: entity.name for entity in result.cast.entities}
    found = {(names[s.holder_id], names[s.target_id]): (s.polarity, s.basis) for s in result.stances}
    assert found["Maria Ortiz", "Peter Hall"] == ("oppose", "quotation")


@pytest.mark.parametrize(
    "text",
    [
        'Maria Ortiz called the treaty "a gift to landlords".',
        "Maria Ortiz said only she can beat Peter Hall.",
        "Maria Ortiz said the treaty would have cost the state 12,000 homes.",
    ],
)
def test_what_is_good_for_others_or_can_be_beaten_is_not_backed(text: str, reading: Read) -> None:
    assert not [row for row in reading(text).stances if row.polarity == "support" and row.confidence >= 0.45]


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ('"Hall doesn\'t want peace," Maria Ortiz said.', "oppose"),
        ('"Hall supports terrorism," Maria Ortiz said.', "oppose"),
        ('"Hall wants peace," Maria Ortiz said.', "support"),
    ],
)
def test_who_is_said_to_be_against_what_is_good_is_blamed(text: str, polarity: str, reading) -> None:
    found = reading(f"Peter Hall spoke in Oslo. {text}")
    names = {entity.entity_id: entity.name for entity in found.cast.entities}
    assert [
        r.polarity for r in found.stances if (names[r.holder_id], names[r.target_id]) == ("Maria Ortiz", "Peter Hall")
    ] == [polarity]
