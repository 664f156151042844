"""The report in Chromium: it asks for nothing, runs nothing of the article, and can be used by everybody."""

import re

import pytest
from made_reading import READING
from markupsafe import Markup

from analysis import pages
from analysis.report.render import Part, Rendered, render_page

pytestmark = pytest.mark.browser
AXE = """async () => (await axe.run(document)).violations.map(
  found => `${found.id}: ${found.nodes.map(node => node.target.join(" ")).join(", ")}`)"""


@pytest.fixture
def report(opened, reports):
    """report(name, ...) -> the page of a report."""
    return lambda name, **options: opened((reports / name).as_uri(), **options)


def test_nothing_is_asked_for_and_nothing_of_the_article_runs(report, reports):
    with report("one.html") as page:
        page.wait_for_timeout(300)
        assert [url for url in page.requested if not url.startswith("data:")] == [(reports / "one.html").as_uri()]
        assert page.title().endswith("read closely")
        assert '<img src=x onerror="document.title=' in page.inner_text(".article >> nth=0")
        assert page.failed == []


def test_the_policy_stops_script_and_requests_that_are_put_in_by_hand(report):
    with report("one.html") as page:
        page.evaluate(
            """() => { const box = document.createElement("div");
            box.innerHTML = "<img src='data:,x' onerror=\\"document.title='ran'\\"><img src='http://127.0.0.1:9/x.png'>";
            document.body.append(box);
            const script = document.createElement("script"); script.textContent = "document.title = 'ran'";
            document.body.append(script); }"""
        )
        page.wait_for_timeout(300)
        assert page.title() != "ran"
        assert any("Content Security Policy" in words for words in page.failed)


@pytest.fixture
def choosing(opened, tmp_path):
    """choosing(...) -> a page with a chooser of actors alone."""
    body = pages.choose("Actor", pages.actor_pages(READING)).markup
    path = tmp_path / "page.html"
    path.write_text(render_page([Part("Made", [Rendered("x", "X", [], Markup(body))])]), encoding="utf-8")
    return lambda **options: opened(path.as_uri(), **options)


def test_the_chooser_shows_one_actor_at_a_time(choosing):
    with choosing() as page:
        chooser = page.locator("[data-choose]").first
        shown = chooser.locator(":scope > .pages > .page:visible")
        options = chooser.locator("select option").all_inner_texts()
        assert len(options) == 2
        for name in options:
            chooser.locator("select").select_option(label=name)
            assert shown.count() == 1
            assert shown.locator(".page-heading").inner_text() == re.sub(r" \(\d+\)$", "", name)


def test_the_chooser_works_by_keyboard(choosing):
    with choosing() as page:
        chooser = page.locator("[data-choose]").first
        before = chooser.locator(":scope > .pages > .page:visible").inner_text()
        chooser.locator("select").focus()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        assert chooser.locator(":scope > .pages > .page:visible").inner_text() != before


def test_without_script_every_page_is_shown(choosing):
    with choosing(java_script_enabled=False) as page:
        assert page.locator("[data-choose] > .pages > .page:visible").count() == 2


def test_the_explorer_of_a_report_follows_a_choice_and_without_script_offers_none(report):
    with report("one.html") as page:
        page.locator(".explorer .names .pick").first.click()
        assert not page.locator("[data-summary]").inner_text().startswith("Everything")
        assert page.locator(".explorer .names .who[data-state=lit]").count() == 1
        assert page.failed == []
    with report("one.html", java_script_enabled=False) as page:
        assert page.locator(".explorer .controls:visible").count() == 0
        assert page.locator(".explorer .names .who:visible").count() > 2


def test_a_report_of_two_articles_shows_the_one_that_is_chosen(report):
    with report("two.html") as page:
        assert page.locator("h1").inner_text() == "2 articles"
        page.get_by_label("Article", exact=True).select_option(index=1)
        assert page.locator("h2.headline:visible").all_inner_texts() == ["Reading room to close"]
        assert page.locator("text=Cy Dorn >> visible=true").count()


def test_the_overview_of_two_articles_leads_to_each(report):
    with report("two.html") as page:
        page.get_by_role("link", name="Reading room to close").click()
        assert page.locator("h2.headline:visible").all_inner_texts() == ["Reading room to close"]
        assert page.locator("#choose-article").evaluate("list => list.selectedIndex") == 1
        assert abs(page.locator("#article-2").bounding_box()["y"]) < 2


def test_a_row_leads_to_its_place_in_the_text(report):
    with report("one.html") as page:
        link = page.locator("td").get_by_role("link", name=re.compile(r"^q\d+$")).first
        name = link.inner_text()
        link.click()
        assert page.locator("sup:target").inner_text() == name


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["one.html", "two.html"])
@pytest.mark.parametrize("width", [1200, 380])
def test_axe_finds_nothing(report, axe, name, scheme, width):
    with report(name, color_scheme=scheme, viewport={"width": width, "height": 900}, bypass_csp=True) as page:
        page.evaluate(axe)
        assert page.evaluate(AXE) == []


def test_on_a_phone_only_tables_and_charts_scroll_sideways(report):
    with report("one.html", viewport={"width": 380, "height": 800}) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= 380


def test_every_chart_is_drawn_and_described(report):
    with report("one.html") as page:
        charts = page.locator("figure img").evaluate_all("all => all.map(img => [img.alt, img.naturalWidth])")
        assert len(charts) >= 5
        assert all(len(alt) > 20 and width > 100 for alt, width in charts)
        assert "No description has been provided" not in page.content()
