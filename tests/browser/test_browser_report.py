"""The report in Chromium: it asks for nothing, runs nothing of the article, and can be used by everybody."""

import re
import shutil
import subprocess
import sys

import pytest

from analysis.reading import ROOT

pytestmark = pytest.mark.browser
AXE = """async () => (await axe.run(document)).violations.map(
  found => `${found.id}: ${found.nodes.map(node => node.target.join(" ")).join(", ")}`)"""

OPENED = """() => { document.querySelectorAll("details").forEach(box => { box.open = true; });
  document.querySelectorAll(".page[hidden]").forEach(box => { box.hidden = false; }); }"""
LONG = """() => { const body = [...document.querySelectorAll("table")]
    .find(table => table.tHead?.innerText.includes("Also called")).tBodies[0];
  for (let n = 0; n < 40; n++) body.append(body.rows[0].cloneNode(true)); }"""


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


def test_the_chooser_works_by_keyboard(report):
    with report("two.html") as page:
        shown = page.locator("[data-choose] > .pages > .page:visible")
        before = shown.inner_text()
        page.get_by_label("Article", exact=True).focus()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        assert shown.count() == 1
        assert shown.inner_text() != before


def test_without_script_every_page_is_shown(report):
    with report("two.html", java_script_enabled=False) as page:
        pages = page.locator("[data-choose] > .pages > .page")
        assert pages.count() == page.locator("[data-choose] > .pages > .page:visible").count() == 2


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
def test_axe_finds_nothing_even_with_everything_opened(report, axe, name, scheme, width):
    with report(name, color_scheme=scheme, viewport={"width": width, "height": 900}, bypass_csp=True) as page:
        page.evaluate(axe)
        assert page.evaluate(AXE) == []
        page.evaluate(OPENED)
        assert page.evaluate(AXE) == []


def test_a_comparison_asks_for_nothing_and_runs_nothing_of_its_articles(opened, axe, reports):
    address, stories = reports / "compared.html", sorted(map(str, reports.glob("*.txt")))
    command = [sys.executable, "-m", "analysis", "compare", *stories, "--out", str(address), "--quiet"]
    subprocess.run([*command, "--published", "2020-03-04"], check=True)
    with opened(address.as_uri()) as page:
        assert [url for url in page.requested if not url.startswith("data:")] == [address.as_uri()]
        assert 'Mayor <script>document.title = "ran"</script> backs trams' in page.inner_text("table >> nth=0")
        assert page.title() != "ran" and page.failed == []
        page.get_by_role("heading", name="Whom does each outlet quote?").wait_for()
        assert page.get_by_role("row", name=re.compile("Ada Obi.*government")).count()
        assert page.get_by_label("Month").input_value()
    with opened(address.as_uri(), bypass_csp=True) as page:
        page.evaluate(axe)
        page.evaluate(OPENED)
        assert page.evaluate(AXE) == []


def test_the_first_screen_tells_who_said_what_and_when(report):
    with report("one.html") as page:
        for part in (".story-who", ".story-sides", ".story-sure", ".story-days"):
            box = page.locator(part).bounding_box()
            assert box["y"] + box["height"] <= 900, part
        assert 'Ada Obi Mayor\n"We need it"' in page.locator(".story-who").inner_text()
        page.locator(".story-who a").first.click()
        assert page.locator("sup:target").count() == 1


def test_the_code_is_shown_by_one_switch(report):
    with report("one.html") as page:
        assert page.locator("details").count() == 1
        page.locator("summary").click()
        assert "pages.marked_text(reading)" in page.locator("details").inner_text()


def test_on_a_phone_nothing_scrolls_sideways_but_wide_charts(report):
    with report("one.html", viewport={"width": 380, "height": 800}) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= 380
        page.evaluate(OPENED)
        wider = """all => all.filter(box => box.scrollWidth > box.clientWidth + 1).map(box => box.innerText)"""
        assert page.locator(".scroll:not(.wide):visible").evaluate_all(wider) == []
        assert page.locator(":is(.names-panel, .rows-panel, .days-panel) .inside").evaluate_all(wider) == []
        cell = page.locator("td.prose-cell:visible").first.bounding_box()
        assert cell["x"] >= 0 and cell["x"] + cell["width"] <= 380


@pytest.mark.parametrize("kind", ["SVG", "PNG", "CSV"])
def test_a_chart_is_saved_from_the_page(report, kind):
    with report("one.html", color_scheme="dark") as page:
        with page.expect_download() as saved:
            page.get_by_role("button", name=f"Save mentions as {kind}").click()
        content = saved.value.path().read_bytes()
        assert saved.value.suggested_filename == f"mentions.{kind.lower()}"
        begins = {"SVG": b"<svg", "PNG": b"\x89PNG", "CSV": b"actor,kind,"}[kind]
        assert content.startswith(begins) and len(content) > 30


def test_in_print_every_panel_stands_and_heads_are_words(report):
    with report("two.html") as page:
        page.emulate_media(media="print")
        panels = page.locator("[data-choose] > .pages > .page")
        assert panels.count() == page.locator("[data-choose] > .pages > .page:visible").count() == 2
        assert page.locator(".sort:visible, .copy:visible, .save:visible, details:visible").count() == 0
        assert page.locator("[data-explorer]").count() == 2
        assert page.locator("[data-explorer]:visible").count() == 0
        heads = page.locator("thead th:visible").all_inner_texts()
        assert heads and all(heads)


def test_what_is_printed_holds_all_actors_and_a_table_that_goes_on_has_its_heads(report, tmp_path):
    pdftotext = shutil.which("pdftotext")
    if not pdftotext:
        pytest.skip("there is no pdftotext to read it with")
    with report("one.html") as page:
        names = page.locator("table", has_text="Also called").first.locator("tbody th").all_inner_texts()
        page.evaluate(LONG)
        page.pdf(path=tmp_path / "one.pdf", format="A4")
    printed = subprocess.run([pdftotext, tmp_path / "one.pdf", "-"], capture_output=True, text=True, check=True).stdout
    assert names and all(name.split()[0] in printed for name in names)
    assert printed.count("Also called") >= 3  # the head of the long table, again on each of its pages


def test_every_chart_is_drawn_and_described(report):
    with report("one.html") as page:
        charts = page.locator("figure img").evaluate_all("all => all.map(img => [img.alt, img.naturalWidth])")
        assert len(charts) >= 5
        assert all(len(alt) > 20 and width > 100 for alt, width in charts)
        assert "No description has been provided" not in page.content()


def test_html_that_nbconvert_makes_asks_for_nothing_and_nothing_dead_in_it_looks_alive(opened, tmp_path):
    options = ["--execute", "--to", "html", "--config=jupyter_nbconvert_config.json", f"--output-dir={tmp_path}"]
    command = [sys.executable, "-m", "jupyter", "nbconvert", *options, "notebooks/04-explore.ipynb"]
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    url = (tmp_path / "04-explore.html").as_uri()
    with opened(url) as page:
        page.locator(".explorer .names .pick").first.click()
        assert page.locator("[data-summary]").inner_text().startswith("Turkey:")
        assert "That works in JupyterLab, not on this page." in page.inner_text("body")
        assert page.locator(".jupyter-widgets button:visible, .widget-button:visible").count() == 0
        assert [asked for asked in page.requested if not asked.startswith("data:")] == [url]
        assert page.failed == []
