"""Who does what on a day: sentences and the actions they are read as."""

import pytest

from analysis.dates import find_dates
from analysis.dates.calendar import bounds
from analysis.events import find_events


@pytest.fixture(scope="session")
def told(reading):
    """told(text): (day, who, what, basis) of each event of a text."""

    def read(text: str, **options):
        found = reading(text, **options)
        names = {entity.entity_id: entity.name for entity in found.cast.entities}
        return [
            (
                event.first,
                " and ".join(names[key] for key in event.actors),
                " … ".join(found.article.text[start:end] for start, end in event.action),
                event.basis,
            )
            for event in found.events
        ]

    return read


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Norway signed the treaty on Monday.", ("2020-01-13", "Norway", "signed the treaty", "clause")),
        ("On Monday, Norway signed the treaty.", ("2020-01-13", "Norway", "signed the treaty", "clause")),
        ("Norway refused to sign the treaty Monday.", ("2020-01-13", "Norway", "refused to sign the treaty", "clause")),
        ("Norway did not sign the treaty on Monday.", ("2020-01-13", "Norway", "did not sign the treaty", "clause")),
        (
            "Norway said on Monday it would sign the treaty.",
            ("2020-01-13", "Norway", "said … it would sign the treaty", "clause"),
        ),
        (
            "Norway and Finland met in Paris on Monday.",
            ("2020-01-13", "Norway and Finland", "met in Paris", "clause"),
        ),
        ("The bridge collapsed on Monday.", ("2020-01-13", "", "The bridge collapsed", "clause")),
        (
            "The border has been closed since April.",
            ("2019-04-01", "", "The border has been closed since April", "clause"),
        ),
        (
            "The party lost the 2017 election.",
            ("2017-01-01", "", "the 2017 election", "clause"),
        ),
    ],
)
def test_the_action_that_a_date_hangs_on(told, text, first):
    assert told(text)[0] == first


def test_a_conference_that_is_due_is_the_event_not_the_verb_above_it(told):
    day, who, what, _ = told("Norway cast doubt on a conference due in Berlin on Sunday.")[0]
    assert (day, who) == ("2020-01-19", "")
    assert what.startswith("a conference due in Berlin")


def test_a_day_after_something_is_the_day_of_that(told):
    assert ("2020-01-14", "Finland", "left the pact", "clause") in told(
        "The letter came a day after Finland left the pact."
    )


def test_a_truce_takes_effect_not_those_who_set_it_up(told):
    found = told("Sweden walked out of talks on a truce set up by Norway and Finland, which took effect on Sunday.")
    assert not any(who == "Norway and Finland" for _, who, _, basis in found if basis == "clause")


def test_other_actors_of_the_sentence_are_told_apart(told):
    found = told("Norway signed the treaty on Monday, but Finland rejected it.")
    assert found[0][1:] == ("Norway", "signed the treaty", "clause")
    assert found[1][1:] == ("Finland", "rejected it", "sentence")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (
            "Norway and Finland discussed the pact on Monday, Sweden said, but offered no further details.",
            ("2020-01-13", "Norway and Finland", "discussed the pact", "clause"),
        ),
        (
            "Norway lost the province that it had won in 2008.",
            ("2008-01-01", "Norway", "had won", "clause"),
        ),
        (
            "Norway stayed calm after the vote on Sunday.",
            ("2020-01-12", "", "the vote on Sunday", "clause"),
        ),
    ],
)
def test_an_action_ends_where_another_begins(told, text, first):
    assert told(text) == [first]


@pytest.mark.parametrize(
    "text", ["If Norway leaves on Friday, Finland will follow.", "Norway asked whether Finland had left on Friday."]
)
def test_what_is_only_supposed_is_no_event(told, text):
    assert not any(what.startswith(("leave", "left", "had left")) for _, _, what, _ in told(text))


def test_a_year_that_only_tells_things_apart_is_no_event(told):
    assert told("Norway sold a 2016 coin.") == []


def test_what_others_do_meanwhile_is_of_the_same_day_what_is_said_is_not(told):
    found = told("Norway voted on Sunday as Finland closed its border.")
    assert ("2020-01-12", "Finland", "closed its border", "sentence") in found
    found = told("Norway said on Sunday that Finland had closed its border.")
    assert not any(who == "Finland" for _, who, _, _ in found)


def test_words_of_a_date_are_no_part_of_the_action_and_spans_are_in_the_text(reading):
    found = reading("On Tuesday, Norway told the council of the plan, which Finland had made in June.")
    for event in found.events:
        assert event.action
        assert all(0 <= start < end <= len(found.article.text) for start, end in event.action)


@pytest.mark.parametrize(
    ("text", "to_come"),
    [
        ("Norway signed the treaty on Monday.", False),
        ("Norway will sign the treaty on Monday.", True),
        ("Norway will sign the treaty later on Wednesday.", True),
        ("Norway signed the treaty on Wednesday.", False),
        ("Norway has been at peace since 2019.", False),
        ("Norway will hold elections in 2024.", True),
    ],
)
def test_past_and_to_come(reading, text, to_come):
    assert [event.to_come for event in reading(text).events] == [to_come]


def test_without_any_known_day_it_is_not_told_what_is_to_come(reading):
    assert [event.to_come for event in reading("Norway won the cup in 2009.", published=None).events] == [None]


@pytest.mark.parametrize("text", ["Norway waited for two weeks.", "Norway is now at peace.", "It was in the 1960s."])
def test_what_has_no_place_in_a_year_makes_no_event(told, text):
    assert told(text) == []


@pytest.mark.parametrize("text", ["", "Monday", "“Monday", "MONDAY!!! 🙂", "On on on Monday Monday 2019 2019."])
def test_odd_texts_pass(told, text):
    told(text)


def test_without_actors_there_are_actions_still(parsed):
    from analysis.records import Cast

    article, parse = parsed("Norway signed the treaty on Monday.")
    (event,) = find_events(article, parse, Cast(), find_dates(article, parse))
    assert (event.actors, event.actor) == ((), None)
    assert [article.text[start:end] for start, end in event.action] == ["Norway signed the treaty"]


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2020-02-05", ("2020-02-05", "2020-02-05")),
        ("2020-02-05TEV", ("2020-02-05", "2020-02-05")),
        ("2020-02", ("2020-02-01", "2020-02-29")),
        ("2020", ("2020-01-01", "2020-12-31")),
        ("2020-W03", ("2020-01-13", "2020-01-19")),
        ("2020-W03-WE", ("2020-01-18", "2020-01-19")),
        ("2020-Q4", ("2020-10-01", "2020-12-31")),
        ("2020-WI", ("2020-12-01", "2021-02-28")),
        ("199", ("1990-01-01", "1999-12-31")),
        ("XXXX-WXX-3", None),
        ("PAST_REF", None),
        ("P2D", None),
        ("2020-13", None),
        ("9999-12", None),
    ],
)
def test_the_days_that_a_value_runs_from_and_to(value, days):
    assert (bounds(value) and tuple(day.isoformat() for day in bounds(value))) == days


def test_a_gerund_has_the_actor_of_the_verb_above_it(told):
    assert ("2020-01-13", "Norway", "leaving the pact", "clause") in told(
        "Norway fell silent after leaving the pact on Monday."
    )


def test_a_dateline_tells_of_no_action(told):
    text = "Ferry fares fall\n\nOSLO, June 3 (NPA) - Norway signed the treaty on Monday.\n\nFinland did not sign it.\n"
    assert [(who, what) for _, who, what, _ in told(text)] == [("Norway", "signed the treaty")]
