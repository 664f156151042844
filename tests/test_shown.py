"""Rows that are not shown are kept in the tables and left out of pages, charts, networks and statements."""

import pytest
from made_reading import READING

from analysis import explore, pages
from analysis.charts import mentions_per_actor, signed_network, stance_matrix, timeline, with_names, words_by_source
from analysis.exports import quotation_network, stance_network, statements
from analysis.reading import Reading
from analysis.tables import check

JUDGED = ("entities", "roles", "quotations", "stances", "events")
NOTHING = {name: getattr(READING, name).assign(shown=False) for name in JUDGED}
HIDDEN = Reading(**READING.tables() | NOTHING)
THOUGHT = Reading(**READING.tables() | {"quotations": READING.quotations.assign(cue_sort="thought")})


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (pages.actors, "no actor was found"),
        (pages.places_and_issues, "works: none is certain enough; 2 less certain"),
        (pages.quotations, "nobody is quoted"),
        (pages.thoughts, "none is told"),
        (pages.pairs, "none is certain enough; 3 less certain"),
        (pages.stances, "no stance was found"),
        (pages.timeline, "nothing is certain enough"),
        (pages.article_facts, "0 actors, 0 quotations, 0 stances, 2 dates"),
        (pages.shared_actors, "none has the same name"),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_pages_leave_out_what_is_not_shown(page, said):
    assert said in page(HIDDEN).text


def test_the_marked_text_marks_only_what_is_shown():
    text = pages.marked_text(HIDDEN).markup.split("</p>", 1)[1]
    assert not any(f'class="{sort}' in text for sort in ("actor", "quoted", "cue", "sign"))
    assert 'class="actor' in pages.marked_text(READING).markup.split("</p>", 1)[1]
    assert pages.actor_choices(HIDDEN) == pages.pair_choices(HIDDEN) == {}


@pytest.mark.parametrize(
    ("draw", "said"),
    [
        (lambda made: mentions_per_actor(with_names(made.mentions, made.entities)), "No actor is mentioned."),
        (lambda made: words_by_source(made.quotations), "Nobody is quoted."),
        (lambda made: stance_matrix(made.stances), "No stance is certain enough."),
        (lambda made: signed_network(made.stances), "No stance is certain enough."),
        (lambda made: timeline(made.events), "Nothing is dated."),
    ],
)
def test_charts_leave_out_what_is_not_shown(draw, said):
    assert [text.get_text() for text in draw(HIDDEN).texts] == [said]
    assert said not in [text.get_text() for text in draw(READING).texts]


def test_networks_and_statements_leave_out_what_is_not_shown():
    assert len(stance_network(READING)) == 3 and len(statements(READING)) == 3
    assert len(stance_network(HIDDEN)) == len(quotation_network(HIDDEN)) == len(statements(HIDDEN)) == 0


def test_a_caption_says_how_many_rows_are_not_shown():
    stances = READING.stances.assign(shown=[True, False, True])
    numbers = "(1 less certain, with the numbers left out here, only"
    assert numbers in pages.pairs(READING.showing(0.75)).text
    assert "(1 less certain only" in pages.actors(READING.showing(0.95)).text
    assert numbers in pages.pairs(Reading(**READING.tables() | {"stances": stances})).text
    assert "less certain" not in pages.pairs(READING).text
    assert pages.pairs(HIDDEN).text == "Stances: none is certain enough; 3 less certain only in the saved table."


@pytest.mark.parametrize(("least", "numbers"), [(0, (4, 1, 3)), (0.75, (4, 1, 2)), (0.92, (3, 1, 0)), (1, (3, 0, 0))])
def test_the_line_can_be_moved(least, numbers):
    moved = HIDDEN.showing(least)
    assert (moved.entities.shown.sum(), moved.quotations.shown.sum(), moved.stances.shown.sum()) == numbers
    assert all(len(check(name, getattr(moved, name))) == len(getattr(READING, name)) for name in JUDGED)


def test_the_explorer_moves_the_line():
    widget = explore.Explorer(HIDDEN)
    assert (len(widget.chosen.stances), len(widget.chosen.quotations)) == (0, 0)
    widget.least = 0.75
    assert (len(widget.chosen.stances), len(widget.chosen.quotations)) == (2, 1)
    widget.least = 0.9
    widget.selection = {"pair": ["e2", "e4"]}
    assert list(widget.chosen.stances.holder) == ["Cash$Co & Sons"]


def test_only_what_is_said_or_written_is_said():
    assert "nobody is quoted" in pages.quotations(THOUGHT).text
    assert "Ida Berg | " in pages.thoughts(THOUGHT).text
    assert "0 quotations" in pages.article_facts(THOUGHT).text
    assert [text.get_text() for text in words_by_source(THOUGHT.quotations).texts] == ["Nobody is quoted."]
    assert "none is told" in pages.thoughts(READING).text


def test_a_role_that_is_not_shown_gives_way_to_one_that_is():
    one = {"article_id": "tram", "entity_id": "e1", "of_id": None, "start": 0, "end": 5, "confidence": 0.5, "rule": "x"}
    roles = READING.roles.reindex(range(2)).assign(**one, role=["Mayor", "host"], shown=[False, True])
    found = Reading(**READING.tables() | {"roles": roles})
    assert "| host |" in pages.actors(found).text and "Role: host" in pages.actor_page(found, "e1").text
    assert "| Mayor |" in pages.actors(found.showing(0)).text
