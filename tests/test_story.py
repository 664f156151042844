"""The first screen, the method, and the words that are marked: what they tell is in the tables."""

from types import SimpleNamespace

import pandas as pd
import pytest
from made_reading import EMPTY, READING, changed

from analysis import analyse, pages, read_text
from analysis.charts import to_csv
from analysis.evaluation import read_gold
from analysis.pages import facts
from analysis.pages.blocks import html
from analysis.pages.cues import cue_span, telling
from analysis.reading import ROOT


def test_the_story_tells_who_said_what_who_stands_where_and_when():
    known, who, sides, sure, days = pages.story(READING).text.split("\n\n")
    assert known == "The <i>Post</i> · Oslo · 4 March 2020 · 30 words · 1 minute to read".replace("words ·", "words,")
    assert "Ida Berg Mayor" in who and 'The tram <script>alert(1)</script> will come."' in who
    assert "Cash$Co & Sons▼ against tram plan s3" in who
    met = READING.stances[:1].assign(target_id="e2", target="Cash$Co & Sons")
    assert "Cash$Co & Sons▲ Ida Berg is for it s1" in pages.story(changed(stances=met)).text
    someone = READING.entities.assign(kind=["person", "person", "place", "issue"])
    assert "▲ Ida Berg is for Cash$Co & Sons s1" in pages.story(changed(stances=met, entities=someone)).text
    assert sides.splitlines()[1:] == ["▼ against▲ for", "Ida Bergtram plan", "tram planCash$Co & Sons"]
    signed = facts.SIGNED["stances"][0]
    assert f"{signed} % of stances. Shown here: 2 actors, 1 quotation and 3 stances." in sure
    assert [line[:13] for line in days.splitlines()[1:]] == ["2019 Cash$Co ", "2 March 2020 ", "4 March 2020 "]


def test_who_speaks_and_takes_sides_matters_more_than_who_is_named_a_little_oftener():
    entities = READING.entities.assign(n_mentions=[2, 3, 1, 1])
    assert [row.name for row in pages.leading(changed(entities=entities))] == ["Ida Berg", "Cash$Co & Sons"]


def test_of_two_quotations_the_one_in_quotation_marks_is_told():
    weaker = READING.quotations.assign(quotation_id="q2", content="it will come", kind="indirect", confidence=1.0)
    both = changed(quotations=pd.concat([weaker, READING.quotations]))
    assert ">q1</a>" in pages.story(both).markup and ">q2</a>" not in pages.story(both).markup


def test_a_side_that_nobody_takes_has_no_column():
    lines = pages.story(changed(stances=READING.stances[:2])).text
    assert "▲ for" in lines and "against" not in lines


def test_the_comma_before_what_is_left_out_goes_and_a_cut_is_not_alone_on_its_line():
    said = READING.quotations.assign(content="“The tram will come,”")
    assert "“The tram will come”</q>" in pages.story(changed(quotations=said)).markup
    whole = (
        "“The tram will come, by and by, and it will stop at each of the old houses of the lane, at the mill, at the "
        * 2
    )
    assert html(whole[:200]) in pages.story(changed(quotations=said.assign(content=whole[:200]))).markup
    long = READING.quotations.assign(content="“The tram will come, ” and so on" * 9)
    assert "\N{NO-BREAK SPACE}…</q>" in pages.story(changed(quotations=long)).markup


def test_of_many_targets_of_one_holder_three_are_told_and_how_many_more_there_are():
    first = READING.stances[:1]
    many = pd.concat([first.assign(stance_id=f"s{n}", target_id=f"t{n}", target=f"thing {n}") for n in range(5)])
    assert "and 2 more" in pages.story(changed(stances=many)).text
    assert "more" not in pages.story(changed(stances=many[:3])).text


def test_what_is_left_out_is_counted():
    unsure = READING.stances.assign(shown=[True, False, False])
    assert "Left out as less sure: 2 stances." in pages.story(changed(stances=unsure)).text
    assert "Left out" not in pages.story(READING).text


def test_thoughts_count_neither_as_quotations_shown_nor_as_left_out():
    thought = READING.quotations.assign(quotation_id="q2", cue_sort="thought", shown=[False])
    text = pages.story(changed(quotations=pd.concat([READING.quotations, thought]))).text
    assert "2 actors, 1 quotation and" in text and "Left out" not in text
    seen = changed(quotations=thought.assign(shown=[True]))
    assert (
        "2 actors, 0 quotations and" in pages.story(seen).text
        and "0 quotations, 1 thought," in pages.article_facts(seen).text
    )


def test_a_sentence_that_names_two_is_told_of_one_where_the_other_has_another():
    words = "Mira Olsen met Karl Brenner in Hamar on Monday. Mira Olsen stayed there. Karl Brenner left in the evening."
    read = analyse(read_text(f"Two days in Hamar\n\nHAMAR, March 2 – {words}\n\nMira Olsen returned later."))
    who = pages.story(read).text.split("\n\n")[1]
    assert who.count("met Karl Brenner") == who.count("left in the evening") == 1


def test_a_day_to_come_stands_behind_the_day_of_publication():
    ahead = READING.events.assign(to_come=[True, False], first_day=["2020-03-09", "2019-01-01"])
    ahead = ahead.assign(last_day=["2020-03-09", "2019-12-31"])
    markup = pages.story(changed(events=ahead)).markup
    places = [markup.index(f'<li class="{sort}">') for sort in ("past", "now", "ahead")]
    assert places == sorted(places)


def test_an_article_without_anything_has_a_story_that_says_so():
    text = pages.story(EMPTY).text
    assert "No actor was found." in text and "Nothing is dated surely enough." in text
    undated = changed(articles=READING.articles.assign(published=None), events=READING.events[:0])
    assert "Nothing is dated surely enough: the day of publication is not known." in pages.story(undated).text


def test_the_method_names_model_figures_limits_and_how_to_cite(monkeypatch):
    text = pages.method(READING).text
    assert "made_by_hand 1.0" in text and "Quotations |" in text and "%" in text
    assert "“Mayor backs <b>tram</b> plan” (The <i>Post</i>, 4 March 2020)" in text
    monkeypatch.setattr(facts, "FIGURES", ROOT / "nowhere.csv")
    facts._figures.cache_clear()
    assert "no figures are at hand" in pages.method(READING).text
    facts._figures.cache_clear()


def test_the_figures_that_a_report_states_are_those_that_evaluate_writes():
    found = facts._figures()
    assert all((layer, name) in found for layer, (_, *names) in facts.LAYERS.items() for name in names)
    assert found["quotations", "source right"]["articles"] == str(len(read_gold(ROOT / "data" / "gold").documents))


@pytest.mark.parametrize(
    ("text", "cue", "marked"),
    [
        ("Obi's refusal to sign the pact", "sign", "refusal to sign"),
        ("Obi doesn't want trams", "want", "doesn't want"),
        ("Obi has not yet backed it", "backed", "not yet backed"),
        ("They stopped supporting Obi", "supporting", "stopped supporting"),
        ("They support no tram", "support", "support no"),
        ("He denied having ever praised it", "praised", "denied having ever praised"),
        ("They did not come but praised it", "praised", "praised"),
        ("He backed it, not her. She praised Obi", "praised", "praised"),
        ("She said so", "said", None),
    ],
)
def test_a_cue_is_marked_with_what_denies_it(text, cue, marked):
    start = text.index(cue)
    found = cue_span(text, SimpleNamespace(cue_start=start, cue_end=start + len(cue), evidence_start=0))
    assert (text[slice(*found)] if found else None) == marked


@pytest.mark.parametrize(
    ("cue", "told"), [("insists", "insists"), ("said", ""), (":", ""), ("did not say", "did not say"), (None, "")]
)
def test_a_cue_that_says_no_more_than_that_somebody_speaks_is_left_out(cue, told):
    assert telling(cue) == told


@pytest.mark.parametrize(
    "make",
    [
        pages.mention_figure,
        pages.dispersion_figure,
        pages.source_figure,
        pages.stance_figure,
        pages.timeline_figure,
    ],
    ids=lambda make: make.__name__,
)
@pytest.mark.parametrize("reading", [READING, EMPTY], ids=["full", "empty"])
def test_a_chart_is_saved_with_its_data_the_same_on_each_run(make, reading, tmp_path):
    first, second = (make(reading).save(tmp_path / name / "chart.svg") for name in "ab")
    assert [path.name for path in first] == ["chart.svg", "chart.png", "chart.csv"]
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]
    assert first[1].read_bytes().startswith(b"\x89PNG")


def test_the_data_of_a_chart_is_what_it_draws_and_no_formula():
    assert pages.mention_figure(READING).data.to_csv(index=False).splitlines()[1:] == [
        "Ida Berg,person,1,0,1",
        "Cash$Co & Sons,organization,2,0,0",
    ]
    assert to_csv(pd.DataFrame({"actor": ["=1+1"]})).splitlines() == ["actor", "'=1+1"]
