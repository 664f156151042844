"""Tables of a report in Chromium: sorted, filtered, followed from the text and back, and copied with their source."""

import pytest
from made_reading import READING, TEXT
from markupsafe import Markup

from analysis import pages
from analysis.pages.blocks import table
from analysis.report.render import Part, Rendered, render_page

pytestmark = pytest.mark.browser
LINES = [(f"Actor {n}", 1000 * n if n % 2 else None) for n in (2, 1, 10, 3, 4, 5, 6, 7)]


@pytest.fixture
def page(opened, tmp_path):
    """A page with the text and rows of the article written by hand, and with a long table."""
    shown = pages.marked_text(READING) + pages.quotations(READING) + pages.choose("Pair", pages.pair_pages(READING))
    body = (shown + table("Made", ["Name", "Number"], LINES, order="as it came")).markup
    path = tmp_path / "page.html"
    path.write_text(render_page([Part("Made", [Rendered("x", "X", [], Markup(body))])]), encoding="utf-8")
    with opened(path.as_uri(), permissions=["clipboard-read"]) as page:
        yield page
        assert page.failed == []


def test_a_number_in_the_text_leads_to_its_row_on_whatever_page_it_stands(page):
    page.locator("sup.sign a", has_text="q1").click()
    assert page.locator("tr:has(a:target) th").inner_text() == "Ida Berg"
    page.locator("sup.sign a", has_text="s3").click()
    assert page.locator("tr:has(a:target):visible th").inner_text() == "Cash$Co & Sons"


def test_a_table_is_sorted_by_its_heads_up_down_and_as_it_was(page):
    names = page.locator("table", has_text="Made").locator("tbody th")
    head = page.get_by_role("button", name="Name")
    before = names.all_inner_texts()
    caption = page.locator("caption", has_text="Made")
    assert caption.inner_text() == "Made, as it came"
    head.click()
    assert caption.inner_text() == "Made"
    assert names.all_inner_texts() == [f"Actor {n}" for n in (1, 2, 3, 4, 5, 6, 7, 10)]
    assert head.locator("xpath=..").get_attribute("aria-sort") == "ascending"
    head.press("Enter")
    assert names.first.inner_text() == "Actor 10"
    head.press("Enter")
    assert names.all_inner_texts() == before
    assert caption.inner_text() == "Made, as it came"


def test_numbers_are_sorted_as_numbers_the_largest_first_and_what_is_missing_last(page):
    page.get_by_role("button", name="Number").click()
    cells = page.locator("table", has_text="Made").locator("tbody td").all_inner_texts()
    assert cells == ["7,000", "5,000", "3,000", "1,000", "–", "–", "–", "–"]


def test_only_a_long_table_is_filtered_by_all_of_the_words(page):
    field = page.get_by_role("searchbox")
    rows = page.locator("table", has_text="Made").locator("tbody tr:visible")
    assert field.count() == 1
    field.fill("ACTOR 1")
    assert rows.locator("th").all_inner_texts() == ["Actor 1", "Actor 10"]
    assert page.locator(".filter output").inner_text() == "2 of 8"
    field.fill("")
    assert rows.count() == len(LINES)


def test_a_quotation_is_copied_with_its_source(page):
    page.get_by_role("button", name="Copy q1 with its source").click()
    said = '"The tram <script>alert(1)</script> will come."'
    start = TEXT.index('"The tram')
    place = f"[Mayor backs <b>tram</b> plan, The <i>Post</i>, 4 March 2020; characters {start}–{start + len(said)}]"
    assert page.evaluate("navigator.clipboard.readText()") == f"Ida Berg, direct: {said} {place}"
    assert page.locator(".copy:focus").inner_text() == "copied"


def test_on_a_phone_a_row_is_a_card_whose_cells_say_their_columns(page):
    page.set_viewport_size({"width": 380, "height": 800})
    empty, row = (page.locator("table", has_text="Made").locator("tbody tr").nth(n) for n in (0, 1))
    name, number = row.locator("th"), row.locator("td")
    assert name.bounding_box()["x"] == number.bounding_box()["x"]
    assert empty.locator("td").is_hidden()
    assert number.get_attribute("data-label") == "Number"
    assert page.get_by_role("button", name="Name").is_visible()


def test_a_link_that_leads_nowhere_does_not_look_like_one(opened, tmp_path):
    path = tmp_path / "alone.html"
    alone = Markup(pages.quotations(READING).markup)
    path.write_text(render_page([Part("Made", [Rendered("x", "X", [], alone)])]), encoding="utf-8")
    with opened(path.as_uri()) as page:
        assert page.locator("td a", has_text="q1").get_attribute("href") is None
