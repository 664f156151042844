"""Charts: from table to Axes, for no row, two and forty, with any name."""

import itertools
import xml.etree.ElementTree as ET
from types import SimpleNamespace

import matplotlib.colors as colors
import pandas as pd
import pytest
from made_reading import READING
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.charts import (
    dispersion,
    mentions_per_actor,
    signed_network,
    stance_matrix,
    timeline,
    to_svg,
    with_names,
    words_by_source,
)
from analysis.charts.base import INKS, plain
from analysis.charts.data import MOST_ROWS
from analysis.charts.days import in_words, period_in_words, value_in_words, what_is_done, who_acts
from analysis.charts.layout import MOST as MOST_NAMES
from analysis.charts.layout import arranged, ordered
from analysis.charts.stances import MOST_TARGETS
from analysis.charts.timeline import LEFT, MIDDLE, MOST
from analysis.tables.plain import rows


def mentions(counts: dict[str, int], form: str = "name") -> pd.DataFrame:
    lines = [(name, name, "person", form, 10 * n, 10 * n + 5) for name, times in counts.items() for n in range(times)]
    return pd.DataFrame(lines, columns=["entity_id", "name", "kind", "form", "start", "end"])


def stances(n_holders: int, n_targets: int, polarity: str = "support", confidence: float = 0.9) -> pd.DataFrame:
    lines = [
        (f"h{h}", f"Holder {h}", f"t{t}", f"Target {t}", polarity, confidence)
        for h in range(n_holders)
        for t in range(n_targets)
    ]
    return pd.DataFrame(lines, columns=["holder_id", "holder", "target_id", "target", "polarity", "confidence"])


def quotations(words: dict[str | None, int], kind: str = "direct", status: str = "said") -> pd.DataFrame:
    lines = [(source, "word " * n, kind, status) for source, n in words.items()]
    return pd.DataFrame(lines, columns=["source", "content", "kind", "status"])


def events(*days: str, published: str = "2020-03-04") -> pd.DataFrame:
    lines = [(day, day, day > published, f"Actor {n}", 0, f"does thing {n}", [[9, 21]]) for n, day in enumerate(days)]
    columns = ["first_day", "last_day", "to_come", "actor", "actor_start", "action", "action_spans"]
    return pd.DataFrame(lines, columns=columns)


FORTY = {f"Actor number {n}": n + 1 for n in range(40)}
CHARTS = [
    (mentions_per_actor, mentions),
    (dispersion, mentions),
    (words_by_source, quotations),
]


def texts(ax: Axes) -> list[str]:
    shown = [text.get_text() for text in (*ax.texts, *ax.get_yticklabels(), *ax.get_xticklabels())]
    return [text for text in shown if text]


@pytest.mark.parametrize(
    ("chart", "table", "words"),
    [
        (mentions_per_actor, mentions({}), "No actor is mentioned."),
        (dispersion, mentions({}), "No actor is mentioned."),
        (stance_matrix, stances(0, 0), "No stance was found."),
        (signed_network, stances(0, 0), "No stance was found."),
        (words_by_source, quotations({}), "Nobody is quoted."),
        (timeline, events(), "Nothing is dated."),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_an_empty_table_gives_a_chart_that_says_so(chart, table, words):
    assert texts(chart(table)) == [words]


@pytest.mark.parametrize(("chart", "make"), CHARTS, ids=lambda value: getattr(value, "__name__", None))
@pytest.mark.parametrize("counts", [{"A": 3, "B": 1}, FORTY], ids=["two", "forty"])
def test_each_row_has_room_for_its_name(chart, make, counts):
    ax = chart(make(counts))
    ax.figure.canvas.draw()
    boxes = [label.get_window_extent() for label in ax.get_yticklabels()]
    assert len(boxes) >= min(len(counts), MOST_ROWS)
    assert all(upper.y0 >= lower.y1 for upper, lower in itertools.pairwise(boxes))


def test_of_many_actors_and_sources_the_last_are_one_row():
    for chart, make in CHARTS:
        names = [label.get_text() for label in chart(make(FORTY)).get_yticklabels()]
        assert len(names) == MOST_ROWS + 1 and names[0] == "Actor number 39" and names[-1] == "10 others"
        just = {name: n for name, n in FORTY.items() if n > 9}
        assert "Actor number 9" in [label.get_text() for label in chart(make(just)).get_yticklabels()]
    assert mentions_per_actor(mentions(FORTY)).texts[-1].get_text() == "55"


def test_actors_are_sorted_and_labelled_with_their_number():
    ax = mentions_per_actor(mentions({"Rarely": 1, "Often": 7, "Sometimes": 3}))
    assert [label.get_text() for label in ax.get_yticklabels()] == ["Often", "Sometimes", "Rarely"]
    assert [text.get_text() for text in ax.texts] == ["7", "3", "1"]


def test_mentions_by_other_words_are_hatched_and_told_in_a_key():
    table = pd.concat([mentions({"A": 2}), mentions({"A": 1}, "pronoun")])
    ax = mentions_per_actor(table)
    assert {bar.get_hatch() for bar in ax.patches if bar.get_width()} == {None, "/////"}
    assert [text.get_text() for text in ax.get_legend().get_texts()] == ["by name", "by other words"]
    assert mentions_per_actor(mentions({"A": 2})).get_legend() is None


def test_places_and_issues_are_no_actors():
    ax = mentions_per_actor(with_names(READING.mentions, READING.entities))
    assert [label.get_text() for label in ax.get_yticklabels()] == ["Ida Berg", "Cash$Co & Sons"]


def test_dispersion_runs_to_the_end_of_the_article():
    ax = dispersion(mentions({"A": 2}), length=1000)
    assert ax.get_xlim()[1] == pytest.approx(1010)
    assert ax.get_xticklabels()[-1].get_text() == "end"


def test_the_given_axes_are_drawn_on_and_returned():
    axes = Figure().subplots(2)
    assert mentions_per_actor(mentions({"A": 1}), ax=axes[0]) is axes[0]
    assert timeline(events(), ax=axes[1]) is axes[1]


def test_signs_that_conflict_stand_side_by_side():
    ax = stance_matrix(pd.concat([stances(1, 1), stances(1, 1), stances(1, 1, "oppose")]))
    signs = {text.get_text(): text.get_position()[0] for text in ax.texts if text.get_text()[0] in "▲▼"}
    assert signs.keys() >= {"▲2", "▼"}
    assert signs["▲2"] != signs["▼"]


def test_of_many_targets_the_rest_is_told():
    ax = stance_matrix(stances(40, 40))
    assert len(ax.get_xticks()) == MOST_TARGETS
    assert any(f"{40 - MOST_TARGETS} more targets" in text for text in texts(ax))


def test_of_many_sources_the_smallest_are_drawn_as_one():
    ax = words_by_source(quotations({f"S{n}": n + 1 for n in range(MOST_ROWS + 5)}))
    labels = [label.get_text() for label in ax.get_yticklabels()]
    assert len(labels) == MOST_ROWS + 1
    assert labels[-1] == "5 others"
    assert ax.texts[-1].get_text() == str(1 + 2 + 3 + 4 + 5)


def test_what_is_not_said_takes_no_words():
    assert texts(words_by_source(quotations({"A": 4}, status="not_said"))) == ["Nobody is quoted."]


def heights(ax: Axes) -> dict[str, float]:
    return {text.get_text(): text.get_position()[1] for text in ax.texts}


def test_the_timeline_is_in_the_order_of_time_with_what_is_to_come_below_the_publication_day():
    at = heights(timeline(events("2020-03-05", "2019-01-01", "2020-02-01"), published="2020-03-04"))
    lines = ["PAST", "Actor 1", "Actor 2", "published 4 March 2020", "TO COME", "Actor 0"]
    assert [at[line] for line in lines] == sorted(at[line] for line in lines)
    assert at["1 January 2019"] == at["Actor 1"] == at["does thing 1"]


def test_only_what_is_to_come_is_shaded():
    assert len(timeline(events("2020-03-05", "2019-01-01"), published="2020-03-04").patches) == 1
    assert not timeline(events("2019-01-01"), published="2020-03-04").patches


def test_without_a_publication_day_the_timeline_has_no_parts():
    ax = timeline(events("2020-03-05", "2019-01-01").assign(to_come=None))
    assert not {"PAST", "TO COME"} & {text.get_text() for text in ax.texts}


def test_of_many_actions_the_nearest_are_drawn_and_the_rest_is_counted():
    days = [f"{1950 + n}-01-01" for n in range(MOST + 7)]
    at = heights(timeline(events(*days), published="2020-03-04"))
    assert "7 more are in the table" in at
    assert "Actor 6" not in at and "Actor 7" in at


def test_lines_of_the_timeline_do_not_run_into_each_other():
    days = [f"2020-02-{n + 1:02d}" for n in range(20)]
    table = events(*days).assign(actor="The Association of " + "Bakers " * 6, action="walks out of talks on " * 9)
    ax = timeline(table, published="2020-03-04")
    ax.figure.canvas.draw()
    for x in (LEFT, MIDDLE):
        boxes = [text.get_window_extent() for text in ax.texts if text.get_position()[0] == x]
        boxes = sorted(boxes, key=lambda box: -box.y0)
        assert all(upper.y0 >= lower.y1 - 1 for upper, lower in itertools.pairwise(boxes))
    left = [text.get_window_extent().x1 for text in ax.texts if text.get_position()[0] == LEFT]
    assert max(left) <= min(text.get_window_extent().x0 for text in ax.texts if text.get_position()[0] == MIDDLE)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2020-01-15", "2020-01-15", "15 January 2020"),
        ("2020-01-01", "2020-01-31", "January 2020"),
        ("2020-01-01", "2020-12-31", "2020"),
        ("2020-01-13", "2020-01-19", "week of 13 January 2020"),
        ("2020-01-18", "2020-01-19", "weekend of 18 January 2020"),
        ("2020-04-01", "2020-06-30", "second quarter of 2020"),
        ("2020-12-01", "2021-02-28", "winter 2020"),
        ("2020-01-03", "2020-01-05", "3 January 2020 – 5 January 2020"),
    ],
)
def test_periods_are_written_as_people_write_them(first, last, words):
    assert period_in_words(first, last) == words


@pytest.mark.parametrize(
    ("day", "words"), [("2020-01-15", "15 January 2020"), ("2020-11", "November 2020"), ("1999", "1999")]
)
def test_days_are_written_as_people_write_them(day, words):
    assert in_words(day) == words


@pytest.mark.parametrize(
    "name", ["$x_{ and $y", "$\\frac$", "Cash$Co & <Sons>", "bell\x07", "日本 🙂", "y" * 300, "a b " * 99]
)
def test_any_name_makes_a_chart(name):
    svg = to_svg(mentions_per_actor(mentions({name: 2, "B": 1})))
    ET.fromstring(svg)
    assert len(svg) < 60_000


def test_a_dollar_is_a_dollar():
    ax = words_by_source(quotations({"$A$": 2}))
    assert not ax.get_yticklabels()[0].get_parse_math()
    assert "$A$" in to_svg(ax)


def test_long_names_are_cut_between_words():
    assert plain("The Ministry of Ways, Bridges and Tunnels of the North") == "The Ministry of Ways, Bridges …"
    assert len(plain("x" * 80)) == 34


def test_the_same_chart_has_the_same_bytes_and_no_date():
    first, second = (to_svg(dispersion(mentions({"A": 3}))) for _ in range(2))
    assert first == second
    assert "<dc:date>" not in first


def test_a_chart_follows_the_reader_into_the_dark():
    svg = to_svg(mentions_per_actor(mentions({"A": 2})))
    assert "prefers-color-scheme:dark" in svg
    body = svg[svg.index("</style>") :]
    assert not any(light in body for light, _ in INKS.values() if light != "#ffffff")


def contrast(first: str, second: str) -> float:
    def light(ink: str) -> float:
        parts = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in colors.to_rgb(ink)]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    high, low = sorted((light(first), light(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", ["ink", "quiet", "support", "oppose", "neutral"])
@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_words_and_signs_stand_out_from_the_ground(name, theme):
    assert contrast(INKS[name][theme], INKS["paper"][theme]) >= 4.5


def action(pieces: list[str], starts: list[int], actor_start: int | None = 900) -> SimpleNamespace:
    spans = [[start, start + len(piece)] for start, piece in zip(starts, pieces, strict=True)]
    actor = None if actor_start is None else "Norway"
    return SimpleNamespace(action=" … ".join(pieces), action_spans=spans, actor=actor, actor_start=actor_start)


@pytest.mark.parametrize(
    ("pieces", "starts", "phrase"),
    [
        (["said", "it would stay"], [7, 20], "said it would stay"),
        (["told reporters", "We stay"], [30, 2], "told reporters: We stay"),
        (['wants no peace" despite all'], [0], "wants no peace despite all"),
        (['said it "wants no peace" despite all'], [0], 'said it "wants no peace" despite all'),
        (["was “ready to sign"], [0], "was ready to sign"),
    ],
)
def test_an_action_is_told_in_one_phrase(pieces, starts, phrase):
    assert what_is_done(action(pieces, starts)) == phrase
    assert what_is_done(action(pieces, starts, None)) == phrase[0].upper() + phrase[1:]


def test_who_acts_is_not_said_twice():
    row = action(["Norway and its friends left"], [0], 0)
    assert who_acts(row) is None
    assert what_is_done(row) == "Norway and its friends left"


def ties(*lines: str) -> pd.DataFrame:
    """Stances such as "A + B" or "A - B"."""
    sides = {"+": "support", "-": "oppose", "0": "neutral"}
    made = [(holder, holder, target, target, sides[side], 0.9) for holder, side, target in map(str.split, lines)]
    return pd.DataFrame(made, columns=["holder_id", "holder", "target_id", "target", "polarity", "confidence"])


@pytest.mark.parametrize("number", [5, 40, 60])
def test_in_a_network_no_name_covers_another(number):
    ring = ties(*(f"N{n} {'+-'[n % 2]} N{(n * 7 + 1) % number}" for n in range(number) if n != (n * 7 + 1) % number))
    ax = signed_network(ring)
    ax.figure.canvas.draw()
    boxes = [text.get_window_extent() for text in ax.texts if text.get_text().startswith("N")]
    assert len(boxes) == len(ordered(rows(ring))) >= min(number, MOST_NAMES) - 1
    assert not any(one.overlaps(other) for one, other in itertools.combinations(boxes, 2))
    frame = ax.get_window_extent()
    assert all(frame.x0 <= box.x0 and box.x1 <= frame.x1 for box in boxes)


def test_a_network_tells_sign_and_weight_and_is_hollow_where_it_is_less_sure():
    ax = signed_network(pd.concat([ties("A + B", "A + B", "B - C"), stances(1, 1, "neutral", 0.4)]))
    assert {"▲2", "▼", "◇", "A", "B", "C", "Holder 0", "Target 0"} < {text.get_text() for text in ax.texts}
    assert any("hollow: less sure" in text.get_text() for text in ax.texts)
    assert signed_network(ties("A + B", "B - C")).texts[-1].get_text() == "▲ for\N{EM SPACE}▼ against"


def test_in_a_network_friends_stand_together_and_foes_across():
    order = ordered(rows(ties("A + B", "X + Y", "B + C", "Y + Z", "A - X", "B - Y", "C - Z", "C + A", "Z + X")))
    places = sorted(order.index(name) for name in "ABC")
    around = [order[(places[0] + n) % 6] in "ABC" for n in range(6)]
    assert sum(one != other for one, other in zip(around, [*around[1:], around[0]], strict=True)) == 2


def test_a_network_is_the_same_each_time_and_nobody_is_tied_to_himself():
    table = ties("A + B", "B - C", "C - A", "A + A", "D 0 A")
    assert arranged(rows(table)) == arranged(rows(table))
    assert to_svg(signed_network(table)) == to_svg(signed_network(table))
    assert {(tie.holder, tie.target) for tie in arranged(rows(table)).ties} == set(zip("ABCD", "BCAA", strict=True))


def test_in_the_matrix_a_less_sure_sign_is_hollow():
    assert "△" in texts(stance_matrix(stances(1, 1, confidence=0.46)))
    assert "▲" in texts(stance_matrix(stances(1, 1, confidence=0.85)))


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2016-07-12", "12 July 2016"),
        ("2016-07-12T20:15", "12 July 2016, 20:15"),
        ("2016-07-12TNI", "12 July 2016, night"),
        ("2016-SP", "spring 2016"),
        ("2016-Q3", "third quarter of 2016"),
        ("1987-H1", "first half of 1987"),
        ("2016-W28", "week of 11 July 2016"),
        ("197", "1970s"),
        ("P1D", "1 day"),
        ("P3Y", "3 years"),
        ("PXDE", "some decades"),
        ("PT2H", "2 hours"),
        ("PRESENT_REF", "now"),
        ("XXXX-WXX-3", "XXXX-WXX-3"),
    ],
)
def test_what_a_time_means_is_told_in_words(value, words):
    assert value_in_words(value) == words
