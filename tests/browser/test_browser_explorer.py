"""The explorer on a page in Chromium: each choice shows in all panels as its page function shows it."""

import pandas as pd
import pytest
from made_reading import HOSTILE, READING, changed
from markupsafe import Markup

from analysis import pages
from analysis.pages.linked import ALL
from analysis.reading import Reading
from analysis.report.render import Part, Rendered, render_page

pytestmark = pytest.mark.browser
STATES = """root => [...root.querySelectorAll("[data-rows]")].map(part =>
  [part.tagName, part.dataset.rows, part.dataset.state, part.dataset.tally === undefined ? "" : part.textContent])"""
DRAWN = """root => [...root.querySelectorAll(".network *")].map(part => ["d", "transform", "stroke-width"].map(
  name => part.getAttribute(name)?.replaceAll(/-0\\.0\\b/g, "0.0")))"""
CLICKS = [
    ('.names [data-value="e1"]', {"actor": "e1"}),
    ('.matrix td [data-value="e2>e4"]', {"pair": ["e2", "e4"]}),
    ('.network [data-pick="pair"][data-value="e1>e4"] text', {"pair": ["e1", "e4"]}),
    ('.network [data-value="e2"] text', {"actor": "e2"}),
    ('.rows [data-value="q1"]', {"quotation": "q1"}),
    ('.days [data-value="2020-03-02"]', {"day": "2020-03-02"}),
    ('.text-panel .actor[data-value="e2"]', {"actor": "e2"}),
    (".text-panel .cue.oppose", {"pair": ["e2", "e4"]}),
    (".text-panel .date >> nth=1", {"day": "2019-01-01/2019-12-31"}),
]


@pytest.fixture
def page(opened, tmp_path):
    """page(reading, ...) -> a page of the explorer alone, under the policy of a report."""

    def open_page(reading: Reading = READING, **options):
        markup = pages.explorer(reading).markup
        path = tmp_path / "page.html"
        path.write_text(render_page([Part("Made", [Rendered("x", "X", [], Markup(markup))])]), encoding="utf-8")
        return opened(path.as_uri(), **options)

    return open_page


def same(page, tmp_path, choice=None, **filters) -> bool:
    """Whether the page looks as its page function draws it, in all rows and in the network."""
    plain = page.context.pages[1] if len(page.context.pages) > 1 else page.context.new_page()
    plain.set_content(f'<div class="readout">{pages.explorer(READING, choice, **filters).markup}</div>')
    assert page.eval_on_selector(".explorer", STATES) == plain.eval_on_selector(".explorer", STATES)
    drawn, asked = (found.eval_on_selector(".explorer", DRAWN) for found in (page, plain))
    visible = [pair for pair in zip(drawn, asked, strict=True) if pair[1][0] or pair[1][1]]
    assert [mine for mine, _ in visible] == [asked for _, asked in visible]
    assert bool(visible) == (plain.locator(".tie:not([data-state=off])").count() > 0)
    assert page.inner_text("[data-summary]") == plain.inner_text("[data-summary]")
    return True


@pytest.mark.parametrize(("query", "choice"), CLICKS, ids=[query for query, _ in CLICKS])
def test_each_choice_shows_everywhere_as_the_page_function_shows_it(page, tmp_path, query, choice):
    with page() as page:
        page.locator(query).first.click()
        assert same(page, tmp_path, choice)
        page.get_by_role("button", name="Show all").click()
        assert same(page, tmp_path)
        assert page.failed == []


def test_a_word_that_is_typed_or_clicked_twice_is_found(page, tmp_path):
    with page() as page:
        page.get_by_role("searchbox", name="Word").fill("tram")
        assert same(page, tmp_path, {"word": "tram"})
        assert page.evaluate("[...CSS.highlights.get('readout-word')].map(String)") == ["tram", "tram", "tram"]
        page.locator(".text-panel .sentence", has_text="rejected").dblclick(position={"x": 4, "y": 8})
        assert page.input_value("[data-word]") == "Cash"


def test_what_is_not_chosen_is_faint_in_a_panel_that_is_looked_at(page):
    with page(viewport={"width": 390, "height": 500}) as page:
        page.locator('.names [data-value="e1"]').click()
        assert page.locator("[data-panel=names]").get_attribute("data-chosen") == "actor"
        assert page.locator("[data-panel=days]").get_attribute("data-chosen") == ""
        page.locator("[data-panel=days]").scroll_into_view_if_needed()
        page.locator("[data-panel=days][data-chosen=actor]").wait_for()


def test_a_line_with_the_words_of_the_line_before_has_them_too(page):
    same = READING.stances.assign(
        evidence=READING.stances.evidence[0], evidence_start=READING.stances.evidence_start[0]
    )
    assert pages.explorer(changed(stances=same)).markup.count(f'<p dir="auto">{same.evidence[0]}</p>') == 1
    with page(changed(stances=same)) as page:
        lines = page.locator(".rows > li").filter(has_text=same.evidence[0])
        assert [len(line.split()) for line in lines.locator("p").all_inner_texts()] == [
            len(same.evidence[0].split())
        ] * 3


def test_a_choice_that_nothing_belongs_to_says_so(page):
    with page(changed(entities=READING.entities.assign(confidence=0.5))) as page:
        page.get_by_role("searchbox", name="Word").fill("nowhere")
        assert page.locator(".rows-panel .hint:visible").all_inner_texts() == ["No quotation and no stance."]
        page.locator("[data-least]").fill("100")
        assert page.locator(".names-panel .hint:visible").all_inner_texts() == ["No name is sure enough."]


def test_a_day_is_told_by_the_first_of_its_lines_that_is_shown(page):
    twice = READING.events[:1].assign(event_id="v3", confidence=1.0, shown=True)
    with page(changed(events=pd.concat([READING.events[:1].assign(confidence=0.5, shown=True), twice]))) as page:
        days = page.locator(".days .event .pick")
        assert [part.is_visible() for part in days.all()] == [True, False]
        page.locator("[data-least]").fill("75")
        assert [part.is_visible() for part in days.all()] == [False, True]


@pytest.mark.parametrize(
    ("act", "filters"),
    [
        (lambda page: page.locator("[data-least]").fill("75"), {"least": 0.75}),
        (lambda page: page.locator("[data-least]").fill("100"), {"least": 1.0}),
        (lambda page: page.get_by_label("organizations").uncheck(), {"kinds": [k for k in ALL if k != "organization"]}),
        (lambda page: page.get_by_label("▼ against").uncheck(), {"kinds": [k for k in ALL if k != "oppose"]}),
    ],
    ids=["less", "none", "names", "side"],
)
def test_the_line_and_the_kinds_filter_all_of_it(page, tmp_path, act, filters):
    with page() as page:
        act(page)
        assert (
            same(page, tmp_path, **filters)
            if filters.get("least") != 1.0
            else page.locator(".tie:visible").count() == 0
        )
        assert page.failed == []


def test_everything_can_be_reached_and_chosen_by_keyboard(page):
    with page() as page:
        page.locator("[data-word]").focus()
        reached = set()
        for _ in range(40):
            page.keyboard.press("Tab")
            reached.add(page.evaluate("document.activeElement.closest('[data-panel]')?.dataset.panel"))
        assert reached >= {"text", "names", "rows", "network", "matrix", "days"}
        page.locator(".names .pick").first.focus()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        assert page.inner_text("[data-summary]").startswith("Cash$Co & Sons:")
        page.keyboard.press("Escape")
        assert page.inner_text("[data-summary]").startswith("Everything:")
        page.locator("[data-panel=text]").focus()
        for key in ("ArrowRight", "ArrowRight", "Enter"):
            page.keyboard.press(key)
        assert page.locator("[data-cursor]").count() == 1
        assert not page.inner_text("[data-summary]").startswith("Everything:")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1200, 390])
@pytest.mark.parametrize("query", [None, '.names [data-value="e1"]'])
def test_axe_finds_nothing(page, axe, scheme, width, query):
    with page(color_scheme=scheme, viewport={"width": width, "height": 900}, bypass_csp=True) as page:
        if query:
            page.locator(query).click()
        page.evaluate(axe)
        found = "async () => (await axe.run('.explorer')).violations.map(v => [v.id, v.nodes.map(n => n.html)])"
        assert page.evaluate(found) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_nothing_of_a_hostile_article_runs_whatever_is_chosen(page):
    with page(HOSTILE, bypass_csp=True) as page:
        page.evaluate("() => { window.alert = () => { document.title = 'ran'; }; }")
        for part in page.locator(".inside .pick, .network [data-pick] text").all():
            if part.is_visible():
                part.click()
        page.locator("[data-word]").fill("<img src=x onerror=alert(1)>")
        page.wait_for_timeout(200)
        assert page.title() != "ran" and page.locator(".explorer img").count() == 0
        assert page.locator("[data-summary]").inner_text().startswith("“<img src=x")
