"""Confidence: what is known of a row, weighed; a row is shown from a line on."""

from collections.abc import Callable
from dataclasses import replace
from math import log, log2

import pytest

from analysis import analyse, read_text
from analysis.lexicon import rows
from analysis.readers import confidence, read_parse
from analysis.readers.confidence import LINES, chance, with_confidence
from analysis.readers.features import features_of, log_odds
from analysis.records import ArticleReading

STORY = (
    'Mayor Ida Berg said on Monday that "the bridge" is safe. Critics said it would fall. They wanted to say that it '
    "was old.\n\nThe bridge was opened in 2019. Who told them so? Someone told reporters to wait."
)


def found(parsed: Callable, text: str, headline: str = "") -> tuple[ArticleReading, dict[str, list[dict[str, float]]]]:
    """What is read in a text, and the features of its rows."""
    from analysis.readers import read_parse

    article, parse = parsed(text, headline=headline)
    reading = read_parse(article, parse, weighed=False)
    return reading, features_of(reading, parse)


def test_the_chance_is_the_logistic_of_the_weighed_features(monkeypatch):
    monkeypatch.setattr(confidence, "weights", lambda name, table: {"intercept": log(2), "reader": 1.0})
    assert chance("quotations", {}) == 0.67
    assert chance("quotations", {"reader": log(1.5), "no such feature": 9.0}) == 0.75


@pytest.mark.parametrize("sure", [0.0, 1.0])
def test_no_row_is_quite_sure(sure):
    assert 0 < chance("events", {"reader": log_odds(sure)}) < 1


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("A lawyer for the union resigned on Monday.", True),
        ("The bridge over the fjord collapsed on Monday.", False),
        ("A deal was reached on Monday.", False),
        ("We walked over the bridge on Monday.", False),
        ("The bridge was in the news on Monday.", False),
        ("They spoke of the collapse of a bridge on Monday.", False),
    ],
)
def test_of_events_the_deeds_of_people_and_organizations_are_shown(parsed, text, shown):
    article, parse = parsed(text)
    assert any(row.shown for row in read_parse(article, parse).events) == shown


def test_who_is_only_named_around_the_story_is_not_shown(parsed):
    article, parse = parsed("Ida Berg met the mayor of Oslo on Monday.\n\nFollow Tom Orr on Twitter @tomorr.")
    shown = {one.name: one.shown for one in read_parse(article, parse).cast.entities}
    assert (shown["Ida Berg"], shown["Tom Orr"]) == (True, False)


def test_a_deed_told_twice_is_shown_once(parsed):
    text = "The new mayor rejected the offer on Monday. Ann Hall rejected the offer of Acme on Monday."
    article, parse = parsed(text + " Ann Hall rejected the plan on Monday.")
    events = [row for row in read_parse(article, parse).events if row.shown]
    assert [article.text[slice(*row.action[0])] for row in events] == [
        "rejected the offer of Acme",
        "rejected the plan",
    ]


def test_an_entity_has_a_role_that_is_shown(parsed):
    article, parse = parsed("He came with his brother, Tom Brown. Mayor Tom Brown left.")
    assert [row.role for row in read_parse(article, parse).cast.entities if row.name == "Tom Brown"] == ["Mayor"]
    article, parse = parsed("He came with his brother, Tom Brown.")
    assert [row.role for row in read_parse(article, parse).cast.entities if row.name == "Tom Brown"] == [None]


def test_kin_of_nobody_is_not_shown(parsed):
    article, parse = parsed("He came with his brother, Tom Brown, and Ann Hall, a sister of Jane Doe.")
    roles = read_parse(article, parse).cast.roles
    assert [(row.role, row.shown) for row in roles] == [("brother", False), ("sister of Jane Doe", True)]


def test_weights_are_of_known_tables():
    assert {row["table"] for row in rows("confidence_weights")} <= set(LINES)
    assert all(float(row["weight"]) for row in rows("confidence_weights"))


def test_rows_below_the_line_are_kept_and_not_shown(parsed, monkeypatch):
    _, parse = parsed("The minister, Ada Obi, rejected the tax plan on Monday.")
    reading, _ = found(parsed, "The minister, Ada Obi, rejected the tax plan on Monday.")
    sure = [row.confidence for row in reading.stances]
    monkeypatch.setattr(confidence, "LINES", dict.fromkeys(LINES, 0.7) | {"events": 1.0, "stances": max(sure)})
    weighed = with_confidence(reading, parse)
    assert len(weighed.stances) == len(reading.stances) and len(weighed.cast.roles) == 1
    for records in (weighed.cast.entities, weighed.cast.roles):
        assert [row.shown for row in records] == [row.confidence >= 0.7 for row in records]
    unsure = {row.entity_id for row in weighed.cast.entities if not row.shown}
    assert unsure & {row.target_id for row in weighed.stances if row.shown}  # `the tax plan`, told by the stance alone
    assert any(row.shown for row in weighed.stances) and not any(row.shown for row in weighed.events)
    assert all(abs(row.score) in (0, row.confidence) for row in weighed.stances)


def test_an_organization_by_one_unknown_word_is_surer_if_it_owns_or_says_something(parsed):
    def sure(text: str) -> float:
        (one,) = (one for one in read_parse(*parsed(text)).cast.entities if one.kind == "organization")
        assert one.name == "Telmark"
        return one.confidence

    named = sure("He had called Telmark twice. Analysts met the chief of Telmark.")
    assert sure("He had called Telmark twice. Analysts met Telmark's chief.") > named + 0.05
    assert sure("He had called Telmark twice. Telmark said it had no chief.") > named + 0.05


def test_what_experts_are_given_for_is_shown(parsed):
    (row,) = read_parse(
        *parsed("The old bridge over the river will be closed for a year, according to three officials.")
    ).quotations
    assert row.shown


def test_a_state_behind_its_town_alone_is_no_row_of_its_own(parsed):
    text = "He left Dayton, Ohio. She came from Evanston, Ill., on Monday. They left Iowa."
    found = read_parse(*parsed(text)).cast.entities
    assert {one.name: one.shown for one in found if one.name in ("Ohio", "Ill.", "Iowa")} == {
        "Ohio": False,
        "Ill.": False,
        "Iowa": True,
    }


def test_a_quotation_is_known_by_source_cue_and_content(parsed):
    reading, features = found(parsed, 'Mayor Ida Berg said that "the bridge" is safe. Critics want to say more.')
    named, *_ = features["quotations"]
    assert named.keys() >= {"kind=mixed", "status=said", "sort=speech", "cue=finite", "source=person", "claim"}
    assert "short" not in named and "pronoun" not in named
    assert named["reader"] == pytest.approx(log_odds(reading.quotations[0].confidence))


@pytest.mark.parametrize(
    ("text", "feature"),
    [
        ("Someone told reporters to wait.", "source=nobody"),
        ("Critics said that it would fall.", "source=noun"),
        ("Ida Berg left. She said that it would fall.", "pronoun"),
        ("Ida Berg left, saying that it would fall.", "cue=participle"),
        ("Ida Berg warned them: it would fall. A sign that it would fall was seen.", "claim"),
        ("Ida Berg believes that it will fall.", "sort=thought"),
    ],
)
def test_what_a_source_and_a_cue_are(parsed, text, feature):
    _, features = found(parsed, text)
    assert feature in features["quotations"][0]


def test_a_source_that_is_nobody_stays_empty_in_the_table(parsed):
    from analysis.readers import read_parse
    from analysis.tables import frames

    text = "Someone told reporters that it would fall. Critics said that it was safe."
    tables = frames([read_parse(*parsed(text))])
    said = tables["quotations"]
    assert said.source.isna().tolist() == [True, False]
    assert said.source_start.notna().all()


def test_an_entity_is_known_by_how_and_where_it_is_named(parsed):
    text = "Ida Berg's friend saw the mayor of Oslo, Tom Orr, in Bergen. They left Bergen in May."
    reading, features = found(parsed, text)
    known = dict(zip((entity.name for entity in reading.cast.entities), features["entities"], strict=True))
    assert {"owns=person": 1.0, "known": 1.0, "labelled=person": 1.0}.items() <= known["Ida Berg"].items()
    assert {"inside=place": 1.0, "known": 1.0}.items() <= known["Oslo"].items()
    assert {"located=place": 0.5, "mentions": log2(3)}.items() <= known["Bergen"].items()


def test_a_noun_for_organizations_in_a_name_is_known_and_one_for_buildings_is_not(parsed):
    reading, features = found(parsed, "The Oslo Gazette and the University of Lund met at the Harbour Center.")
    known = dict(zip((entity.name for entity in reading.cast.entities), features["entities"], strict=True))
    assert {name for name in known if "headed" in known[name]} == {"Oslo Gazette", "University of Lund"}


def test_an_event_is_known_by_who_acts_and_when(parsed):
    _, features = found(parsed, "Ida Berg opened the bridge on Monday. The bridge was closed in 2019.")
    first, second = features["events"]
    assert {"actor=person", "to_come=False", "anchor=published"} <= first.keys()
    assert {"passive", "period"} <= second.keys() and "period" not in first


def test_a_role_is_known_by_whose_it_is(parsed):
    _, features = found(parsed, "Ada Obi, the minister of transport, left.")
    assert features["roles"][0]["words"] >= 1
    assert {"kind=person"} <= features["roles"][0].keys()


def test_the_same_reading_gets_the_same_confidence(parsed):
    article, parse = parsed(STORY)
    from analysis.readers import read_parse

    once = read_parse(article, parse)
    again = read_parse(article, parse)
    assert once == again
    assert replace(once, article=article) == once


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Maria Ortiz condemned the trade treaty on Monday.", True),
        ("Maria Ortiz condemned the decision on Monday.", False),
        ("Maria Ortiz condemned the treaty. The treaty is old. The treaty is long.", True),
        ("Maria Ortiz condemned the decision to close the school.", True),
        ("Maria Ortiz wants peace.", True),
        ("Maria Ortiz condemned the attack. The Oslo attack came at noon, an attack by night.", True),
        ("Leaders condemned Peter Hall on Monday.", False),
        ("Norwegian unions condemned Peter Hall on Monday.", True),
        ("Peter Hall met Maria Ortiz on Monday.", False),
    ],
)
def test_a_stance_of_anybody_or_on_anything_is_not_shown(parsed, text, shown):
    article, parse = parsed(text)
    assert any(row.shown for row in read_parse(article, parse).stances) == shown


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Maria Ortiz criticised Peter Hall. On Monday Ortiz attacked Hall over the budget.", ["Peter Hall"]),
        ("Maria Ortiz mocked Peter Hall's speech.", ["Peter Hall"]),
        ("Maria Ortiz welcomed Peter Hall's announcement.", ["Peter Hall's announcement"]),
        ("Maria Ortiz criticised Peter Hall. On Monday Ortiz praised Hall.", ["Peter Hall", "Peter Hall"]),
    ],
)
def test_what_two_rows_say_of_a_pair_is_shown_once(parsed, text, targets):
    found = read_parse(*parsed(text))
    names = {entity.entity_id: entity.name for entity in found.cast.entities}
    assert [names[row.target_id] for row in found.stances if row.shown] == targets


def test_who_has_no_name_and_may_be_one_who_has_is_in_no_stance_or_event_that_is_shown(parsed):
    article, parse = parsed(
        "Maria Ortiz won. The former mayor criticised Peter Hall on Monday. Ortiz praised Hall on Sunday."
    )
    found = read_parse(article, parse)
    names = {entity.entity_id: entity.name for entity in found.cast.entities}
    assert {names[row.holder_id] for row in found.stances if row.shown} == {"Maria Ortiz"}
    assert {names[key] for row in found.events if row.shown for key in row.actors} == {"Maria Ortiz"}


def test_who_is_only_named_inside_another_name_is_not_shown(parsed):
    found = read_parse(*parsed("The Bank of Norway raised its rate. The Bank of Norway has said why."))
    assert [entity.name for entity in found.cast.entities if entity.shown] == ["Bank of Norway"]


def test_what_somebody_merely_has_is_no_deed_of_a_chronology():
    texts = ("Peter Hall had 60 percent of the vote in 2014.", "Peter Hall won the vote in 2014.")
    assert [shown for text in texts for shown in analyse(read_text(text)).events.shown] == [False, True]
