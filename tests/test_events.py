"""Who does what on a day: sentences and the actions they are read as."""

from itertools import pairwise

import pandas as pd
import pytest

from analysis import analyse, read_text
from analysis.readers.dates import find_dates
from analysis.readers.dates.calendar import bounds
from analysis.readers.events import find_events
from analysis.readers.events.actions import Action
from analysis.readers.events.wording import wording


@pytest.fixture(scope="session")
def told(reading):
    """told(text): (day, who, what) of each event of a text."""

    def read(text: str, **options):
        found = reading(text, **options)
        names = {entity.entity_id: entity.name for entity in found.cast.entities}
        return [
            (
                event.first,
                " and ".join(names[key] for key in event.actors),
                " … ".join(found.article.text[start:end] for start, end in event.action),
            )
            for event in found.events
        ]

    return read


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Norway signed the treaty on Monday.", ("2020-01-13", "Norway", "signed the treaty")),
        ("On Monday, Norway signed the treaty.", ("2020-01-13", "Norway", "signed the treaty")),
        ("Norway refused to sign the treaty Monday.", ("2020-01-13", "Norway", "refused to sign the treaty")),
        (
            "Norway said on Monday it would sign the treaty.",
            ("2020-01-13", "Norway", "said … it would sign the treaty"),
        ),
        (
            "Norway and Finland met in Paris on Monday.",
            ("2020-01-13", "Norway and Finland", "met in Paris"),
        ),
        ("The bridge collapsed on Monday.", ("2020-01-13", "", "The bridge collapsed")),
        ("Norway won the cup in 2009.", ("2009-01-01", "Norway", "won the cup")),
        ("Norway sought to win the cup in 2009.", ("2009-01-01", "Norway", "sought to win the cup")),
        ("The party lost the March election.", ("2019-03-01", "", "the March election")),
        (
            "Norway launched the offensive, named Thunder, on Monday.",
            ("2020-01-13", "Norway", "launched the offensive, named Thunder"),
        ),
    ],
)
def test_the_action_that_a_date_hangs_on(told, text, first):
    assert told(text)[0] == first


def test_a_conference_that_is_due_is_the_event_not_the_verb_above_it(told):
    day, who, what = told("Norway cast doubt on a conference due in Berlin on Sunday.")[0]
    assert (day, who) == ("2020-01-19", "")
    assert what.startswith("a conference due in Berlin")


def test_a_day_after_something_is_the_day_of_that(told):
    assert ("2020-01-14", "Finland", "left the pact") in told("The letter came a day after Finland left the pact.")


def test_what_else_the_sentence_tells_has_no_date(told):
    assert told("Norway signed the treaty on Monday, but Finland rejected it.") == [
        ("2020-01-13", "Norway", "signed the treaty")
    ]
    assert len(told("Norway voted on Sunday as Finland closed its border.")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Norway has made its case since April.",  # bounds
        "Norway kept the isles until 2009.",
        "Norway must pay its debt by Friday.",
        "Peter Hall has until Friday to sign the bill.",
        "Norway sold more ships than in 2009.",  # comparisons
        "Norway doubled its exports compared with 1985.",
        "Norway praised the 2016 vote.",  # a mere year
        "Norway wrote a 1987 treaty.",
        "Monday is a holiday in Norway.",  # told of itself
        "What happened on Monday shocked Norway.",  # by nobody
        "What Norway told the press on Monday was odd.",
        "Leaving the pact on Monday was hard.",
        "The king of Norway is willing to leave on Monday.",
        "Norway reported on Monday.",  # not to be understood
        "It was in May that it rained.",
        "It was the largest fall in Norway since a drop in May 2019.",  # another thing's day
    ],
)
def test_a_date_that_is_no_day_of_an_act_makes_no_event(told, text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("On Monday, Norway signed the bill that bans whaling.", "signed the bill that bans whaling"),
        ("On Monday, Norway signed the bill, which bans whaling.", "signed the bill"),
        (
            "On Monday, Norway said it would leave the pact if Finland stayed in it.",
            "said it would leave the pact if Finland stayed in it",
        ),
        ("Norway held the vote on Monday and will hold talks on Friday.", "held the vote"),
    ],
)
def test_an_action_is_whole_and_ends_with_its_clause(told, text, action):
    assert told(text)[0][1:3] == ("Norway", action)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (
            "Norway and Finland discussed the pact on Monday, Sweden said, but offered no further details.",
            ("2020-01-13", "Norway and Finland", "discussed the pact"),
        ),
        (
            "Norway lost the province that it had won in 2008.",
            ("2008-01-01", "Norway", "the province … had won"),
        ),
        (
            "Norway stayed calm after the vote on Sunday.",
            ("2020-01-12", "", "the vote on Sunday"),
        ),
    ],
)
def test_an_action_ends_where_another_begins(told, text, first):
    assert told(text) == [first]


@pytest.mark.parametrize(
    "text",
    [
        "If Norway leaves on Friday, Finland will follow.",
        "Norway asked whether Finland had left on Friday.",
        "If Norway stays calm and Finland leaves the pact on Friday, Sweden will follow.",
        "If Norway says that it will leave the pact on Friday, Finland will follow.",
        "Should Norway leave the pact on Friday, Finland will follow.",
        "Were Norway to leave the pact on Friday, Finland would follow.",
        "Finland would have followed had Norway left the pact on Friday.",
        "In case Norway leaves the pact on Friday, Finland will follow.",
        "In the event that Norway leaves the pact on Friday, Finland will follow.",
        "Sweden will stay on condition that Norway leaves the pact on Friday.",
        "Provided that Norway leaves the pact on Friday, Finland will follow.",
        "Assuming Norway leaves the pact on Friday, Finland will follow.",
        "Norway has not left the pact on Friday.",
        "Nor had Norway left the pact on Friday.",
    ],
)
def test_what_is_only_supposed_or_denied_is_no_event(told, text):
    assert not any("leave" in what or "left" in what for _, _, what in told(text))
    assert ("2020-01-10", "Norway", "left the pact") in told(f"{text} Norway left the pact on Friday.")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (
            "The strike in Norway lasted until Finland signed a deal on Friday.",
            ("2020-01-10", "Finland", "signed a deal"),
        ),
        ("In that case Norway left the pact on Friday.", ("2020-01-10", "Norway", "left the pact")),
        (
            "Norway said on Monday it would wait until Finland signs.",
            ("2020-01-13", "Norway", "said … it would wait until Finland signs"),
        ),
    ],
)
def test_what_bounds_another_thing_or_is_turned_round_is_an_event(told, text, first):
    assert told(text) == [first]


def test_a_relative_clause_is_of_whom_stands_before_it(told):
    found = told("Norway, which left the pact on Friday, and Finland, which joined the league on Monday, met.")
    assert found[0] == ("2020-01-10", "Norway", "left the pact")
    assert found[1] == ("2020-01-13", "Finland", "joined the league")
    found = told("Norway and Finland, which left the pact on Friday, met.")
    assert found == [("2020-01-10", "Norway and Finland", "left the pact")]


@pytest.mark.parametrize(
    "text",
    [
        "A fall in rural turnout has cut deeply into some of the large groups of workers Mrs. Hall will not only "
        "win in November, but also keep in good numbers.",
        "The vote has cost Norway its seat, the king said on Friday.",
        "Norway must win the vote but also draw crowds, the king said on Friday.",
        "Norway, the king said on Monday, will sign the treaty, which Finland left in 2019.",
    ],
)
def test_no_words_of_an_event_come_twice(reading, text):
    found = reading(text).events
    assert found
    for event in found:
        spans = sorted(event.action)
        assert all(one.end <= other.start for one, other in pairwise(spans))


def test_a_subject_that_stands_in_what_is_said_comes_once(parsed):
    _, parse = parsed("The vote has cost Norway its seat, the king said on Friday.")
    word = {token.text: token for token in parse.tokens}
    action = Action(word["said"], (word["vote"],))
    spans = wording(action, frozenset(), with_subject=True)
    assert all(one.end <= other.start for one, other in pairwise(sorted(spans)))


def test_a_year_that_only_tells_things_apart_is_no_event(told):
    assert told("Norway sold a 2016 coin.") == []


def test_what_is_said_is_not_of_the_day_it_is_said(told):
    found = told("Norway said on Sunday that Finland had closed its border.")
    assert found == [("2020-01-12", "Norway", "said … that Finland had closed its border")]


def test_words_of_a_date_are_no_part_of_the_action_and_spans_are_in_the_text(reading):
    found = reading("On Tuesday, Norway told the council of the plan, which Finland had made in June.")
    assert len(found.events) == 2
    for event in found.events:
        assert event.action
        assert all(0 <= start < end <= len(found.article.text) for start, end in event.action)
        told = " ".join(found.article.text[start:end] for start, end in event.action)
        assert not {"Tuesday", "June", "On", "in"} & set(told.split())


@pytest.mark.parametrize(
    ("text", "to_come"),
    [
        ("Norway signed the treaty on Monday.", False),
        ("Norway will sign the treaty on Monday.", True),
        ("Norway will sign the treaty later on Wednesday.", True),
        ("Norway signed the treaty on Wednesday.", False),
        ("Norway was at peace in 2019.", False),
        ("Norway sought to win the cup this year.", False),
        ("Norway will hold elections in 2024.", True),
        ("Norway is moving its army this week.", False),
        ("Norway is voting today.", True),
    ],
)
def test_past_and_to_come(reading, text, to_come):
    assert [event.to_come for event in reading(text).events] == [to_come]


@pytest.mark.parametrize("text", ["Peter Hall said at a rally on Monday.", "Norway rejected it on Monday."])
def test_what_cannot_be_understood_by_itself_is_no_event(told, text):
    assert told(text) == []


def test_what_one_does_today_is_done_these_days_and_no_event(told):
    assert told("Norway was strong. Today it depends on its trade with Finland.") == []


def test_what_a_headline_tells_of_today_in_the_present_is_no_more_to_come(reading):
    found = reading("It was cold. Norway signs the treaty on Wednesday.", headline="Norway signs treaty on Wednesday")
    assert [event.to_come for event in found.events] == [False, True]


@pytest.mark.parametrize(
    ("text", "to_come"),
    [
        ("Norway won the cup in 2009.", False),
        ("Norway will hold elections in 2009.", True),
        ("Norway holds elections in May 2009.", None),
    ],
)
def test_without_any_known_day_the_tense_tells_what_is_to_come(reading, text, to_come):
    assert [event.to_come for event in reading(text, published=None).events] == [to_come]


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        ("Speaking in Oslo on Monday, Peter Hall praised Norway.", [("2020-01-13", "Peter Hall", "praised Norway")]),
        ("Norway sent a letter on Monday asking for help.", [("2020-01-13", "Norway", "sent a letter")]),
        ("Norway accused Finland of closing a port last Friday.", []),
        ("Peter Hall thanked Norway after visiting Oslo on Monday.", [("2020-01-13", "Peter Hall", "visiting Oslo")]),
    ],
)
def test_a_day_of_a_participle_is_that_of_the_clause_around_it(told, text, told_of):
    assert told(text) == told_of


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Norway must sign the treaty on Friday.", []),
        ("Norway may sign the treaty on Friday.", []),
        ("Norway said that it would sign the treaty on Friday.", ["2020-01-17"]),
    ],
)
def test_a_duty_or_what_may_be_is_no_event(told, text, days):
    assert [first for first, *_ in told(text)] == days


@pytest.mark.parametrize(
    ("text", "action"),
    [
        (
            '"If Norway stays, I think that Finland, which waited until May, will stay," Peter Hall said on Monday.',
            "said … If Norway stays, I think that Finland, which waited until May, will stay",
        ),
        (
            "The plan includes a force to assist local fighters, Defence Secretary Ida Berg told a panel on Monday.",
            "told a panel … The plan includes a force to assist local fighters",
        ),
        (
            "Norway said on Monday that Finland, which had waited until May, could leave.",
            "said … that Finland, which had waited until May, could leave",
        ),
        (
            "The mayor announced on Monday that the town would build a bridge for the farmers who had asked for it in "
            "letters to the council and to the king of Norway, a school for the children of the sailors of the port, "
            "and, in the end, a large hall.",
            "The mayor announced … that the town would build a bridge for the farmers who had asked for it in letters "
            "to the council and to the king of Norway, a school for the children of the sailors",
        ),
        ("Norway was expected to win the vote, Finland will accept the pact on Friday.", "will accept the pact"),
        (
            "Peter Hall praised the plan on Monday, stating local towns – and not the state – are in charge of "
            "schools.",
            "praised the plan",
        ),
        ("Norway backed both the pact and the treaty on Monday.", "backed both the pact and the treaty"),
    ],
)
def test_what_is_said_is_whole_up_to_a_length_and_nothing_is_left_of_what_is_left_out(told, text, action):
    assert [what for *_, what in told(text)] == [action]


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
    assert (event.actors, article.text[slice(*event.actor)]) == ((), "Norway")
    assert [article.text[start:end] for start, end in event.action] == ["Norway signed the treaty"]


@pytest.mark.parametrize(
    ("text", "actor", "first_day", "last_day"),
    [
        ("A lawyer for the union resigned on Monday.", "A lawyer for the union", "2020-01-13", "2020-01-13"),
        ("The lawyer resigned on Monday.", None, "2020-01-13", "2020-01-13"),
        ("The union's lawyer resigned on Monday.", "The union's lawyer", "2020-01-13", "2020-01-13"),
        (
            "Democratic congressmen who had waited staged a sit-in last week.",
            "Democratic congressmen",
            "2020-W02",
            "2020-01-12",
        ),
        ("Norway won the cup in March 2009.", "Norway", "2009-03", "2009-03-31"),
        ("Norway won the cup in 2009.", "Norway", "2009", "2009-12-31"),
        ("They left in 2009.", None, "2009", "2009-12-31"),
        ("A trap caught the bear in 2009.", None, "2009", "2009-12-31"),
        ("Harrow County cut its taxes in 2009.", "Harrow County", "2009", "2009-12-31"),
        ("The debt ceiling was reached in 2009.", None, "2009", "2009-12-31"),
        ("The zero tolerance policy was announced in 2009 by Norway.", "Norway", "2009", "2009-12-31"),
    ],
)
def test_the_table_tells_who_acts_and_no_day_that_is_not_told(text, actor, first_day, last_day):
    (row,) = analyse(read_text(text, published="2020-01-15")).events.itertuples()
    assert (None if pd.isna(row.actor) else row.actor, row.first_day, row.last_day) == (actor, first_day, last_day)


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


def test_what_is_told_of_has_a_day_of_its_own(told):
    assert told("Norway was asked about the bombing of two ships last month.") == [
        ("2019-12-01", "", "the bombing of two ships last month")
    ]
    assert told("Norway withdrew from talks on Monday.") == [("2020-01-13", "Norway", "withdrew from talks")]


def test_a_word_that_brings_in_two_dates_is_no_part_of_the_action(told):
    row = ("2008-01-01", "Peter Hall", "served on the council")
    assert row in told("Peter Hall served on the council in 2008 and in 2012.")


def test_a_year_is_no_subject(told):
    assert told("Two ships — a ferry and a yacht — which had been held by Norway since 2016 were sold Monday.") == []


def test_a_day_behind_of_is_its_noun_s(told):
    (found,) = told("Norway recalled the rallies of December.")
    assert found == ("2019-12-01", "", "the rallies of December")
    assert told("Norway left on the night of January 3.") == [("2020-01-03", "Norway", "left on the night")]


def test_clauses_side_by_side_are_not_told_as_one(told):
    text = "All its ships will spend the week in Oslo; a list was sent to the king on Monday."
    assert told(text)[-1] == ("2020-01-13", "", "a list was sent to the king")


def test_only_headlines_tell_the_past_in_the_present(told):
    assert told("It was cold.", headline="Norway signs treaty on Sunday") == [("2020-01-12", "Norway", "signs treaty")]
    assert told("It was cold. Norway, 8 years ago, signs the treaty.") == []


def test_a_line_with_a_date_is_no_event(told):
    assert told("Norway's army crossed the border.\n\nMarch 28, 2019\n\nIt was cold.") == []


def test_a_gerund_has_the_actor_of_the_verb_above_it(told):
    assert ("2020-01-13", "Norway", "leaving the pact") in told("Norway fell silent after leaving the pact on Monday.")


def test_a_dateline_tells_of_no_action(told):
    text = "Ferry fares fall\n\nOSLO, June 3 (NPA) - Norway signed the treaty on Monday.\n\nFinland did not sign it.\n"
    assert [(who, what) for _, who, what in told(text)] == [("Norway", "signed the treaty")]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        # a noun's own day
        ("In contrast to the vote in March, Norway stayed calm.", ("2019-03-01", "", "the vote in March")),
        (
            "Norway hopes to repeat its victory of March 2019.",
            ("2019-03-01", "Norway", "victory of March 2019"),
        ),
        (
            "Norway refused to speak in Sunday's debate.",
            ("2020-01-12", "Norway", "refused to speak in Sunday's debate"),
        ),
        # a subject that the parser hangs elsewhere
        (
            "The bridge, built in 1920, was closed on Friday.",
            ("2020-01-10", "", "The bridge … was closed"),
        ),
        ("On Friday, Norway, short of money, left the pact.", ("2020-01-10", "Norway", "left the pact")),
        (
            "Friday, left without money, Norway closed its border.",
            ("2020-01-10", "Norway", "closed its border"),
        ),
    ],
)
def test_an_action_is_found_with_whose_it_is(told, text, row):
    assert row in told(text)


def test_what_only_a_bare_verb_tells_is_no_event(told):
    assert [what for _, _, what in told("Norway voted on Sunday as Finland watched.")] == ["voted"]


def test_a_pronoun_with_a_day_of_its_own_is_no_event(told):
    assert told("All of them, due in Oslo on Friday, are calm.") == []


def test_the_full_date_of_the_text_tells_what_is_to_come(reading):
    text = "January 15, 2020 (OSLO) - Norway signed the treaty on Tuesday. It will leave the pact on Friday."
    assert [event.to_come for event in reading(text, published=None).events] == [False, True]


def test_a_long_action_is_cut_at_forty_tokens(told):
    names = ", ".join(f"the port of Town{n}" for n in range(20))
    ((_, _, what),) = told(f"Norway closed {names} and the bridge on Friday.")
    assert what.startswith("closed the port of Town0") and "bridge" not in what


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Peter Hall was convicted on Monday.", ("2020-01-13", "Peter Hall", "was convicted")),
        ("He was convicted on Monday.", ("2020-01-13", "", "He was convicted")),
        ("He praised the court on Monday.", ("2020-01-13", "Peter Hall", "praised the court")),
        (
            "Peter Hall was arrested and charged with fraud on Monday.",
            ("2020-01-13", "Peter Hall", "charged with fraud"),
        ),
        ("He was found guilty of fraud on Monday.", ("2020-01-13", "", "He was found guilty of fraud")),
        ("He was found in Oslo on Monday.", ("2020-01-13", "Peter Hall", "was found in Oslo")),
    ],
)
def test_of_crime_and_death_nobody_is_told_who_is_not_named(told, text, row):
    assert row in told(f"Peter Hall, the attorney general, spoke in Paris. {text}")


def test_a_grave_verb_without_subject_of_its_own_has_nobody(told):
    text = "The thief was convicted on Monday, Peter Hall announced, and sentenced on Tuesday."
    assert told(text) == [("2020-01-13", "", "The thief was convicted")]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ('"Not this week," Peter Hall answered.', []),
        ("The Duchess of Harrow (born Lady Vyne, 17 May 1934) cut a cake on Monday.", ["2020-01-13"]),
        ('"We closed on Monday," Peter Hall said.', []),
        ('"We closed the port," Peter Hall said on Monday.', ["2020-01-13"]),
    ],
)
def test_a_date_in_marks_or_brackets_is_not_of_the_verb_behind_them(told, text, days):
    assert [first for first, *_ in told(text)] == days


@pytest.mark.parametrize(
    "text",
    [
        "Sales rose to 60 tons from 50 tons in December.",
        "Norway held talks from May 3-5.",
        "Beginning this week, Norway faces many problems.",
        "Norway asked Finland to leave the pact in October.",
        "Norway pointed out that workers have suffered the cuts that came out of talks and went into effect on Monday.",
        "Norway will publish the names each month, starting in July.",
    ],
)
def test_a_day_of_something_else_than_the_verb_s_makes_no_event(told, text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Sales rose to 60 tons in December.", ("2019-12-01", "", "Sales rose to 60 tons")),
        (
            "Norway brought home 50 men from Oslo in December.",
            ("2019-12-01", "Norway", "brought home 50 men from Oslo"),
        ),
        ("Norway promised to leave on Tuesday.", ("2020-01-21", "Norway", "promised to leave")),
        ("Tuesday's talks failed.", ("2020-01-14", "", "Tuesday's talks failed")),
        ("Monday's announcement angered Norway.", ("2020-01-13", "", "Monday's announcement angered Norway")),
        # who is named beside the subject
        ("A spokesman, Peter Hall, resigned on Monday.", ("2020-01-13", "Peter Hall", "resigned")),
        (
            "Mayor Peter Hall and Senator Ann Berg will leave on Friday.",
            ("2020-01-17", "Peter Hall and Ann Berg", "will leave"),
        ),
        # clauses beside and within
        (
            "There is still a hope; Norway was challenged by Sweden on Monday.",
            ("2020-01-13", "Norway", "was challenged by Sweden"),
        ),
        ("On Monday Norway bought the port that burned in 2009.", ("2020-01-13", "Norway", "bought the port")),
        ("On Monday Norway bought the port that burned.", ("2020-01-13", "Norway", "bought the port that burned")),
    ],
)
def test_a_deed_is_told_whole_and_of_its_day(told, text, row):
    assert row in told(text)


def test_a_deed_is_told_once_for_a_day(told):
    assert len(told("Norway shut the port at noon on Monday, Jan. 13.")) == 1
    assert len(told("Norway shut the port on Monday and left on Tuesday.")) == 2


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Tuesday's talks were put off.", "Tuesday's talks"),
        ("The tweet on Monday raises questions.", "The tweet on Monday"),
        ("Monday's announcement marked the third time that Norway left.", "Monday's announcement"),
        ("Tuesday's talks calmed Norway.", "Tuesday's talks calmed Norway"),
    ],
)
def test_what_only_means_something_is_not_of_its_subject_s_day(told, text, what):
    assert [row[2] for row in told(text)] == [what]


def test_a_clause_that_is_itself_the_date_is_left_to_it(parsed):
    _, parse = parsed("On Friday Ann Holm bought the bond that expires Monday.")
    verb, date = (next(token for token in parse.tokens if token.text == text) for text in ("bought", "expires"))
    spans = wording(Action(verb), frozenset({date.i}), with_subject=False)
    assert spans and not any(span.start <= date.start < span.end for span in spans)


def test_what_begins_is_no_country(told):
    found = told("Sweden walked out of talks on a truce set up by Norway and Finland, which took effect on Sunday.")
    assert found == [("2020-01-12", "", "a truce set up by Norway and Finland … took effect")]
