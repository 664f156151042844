"""Pages of the web -> the story alone, as a reader would copy it."""

import pytest

from analysis.article.formats.pages import read_html
from analysis.article.formats.trees import bare, without_links

FIRST = "The ferry company said on Monday that it would cut its fares by a third for the people of the island."
SECOND = "The islanders have asked for “lower fares” for more than ten years, and they were not heard until this week."
THIRD = "“It is a good day for everybody who lives here,” the mayor told reporters at the harbour on Tuesday morning."
LAST = "The new fares come into force in April, and will be looked at again after the summer, the company said."


def page(*body: str, title: str = "Ferry fares to fall", head: str = "") -> str:
    blocks = "".join(block if block.startswith("<") else f"<p>{block}</p>" for block in body)
    return (
        f'<!doctype html><html lang="en"><head><title>{title}</title>{head}</head><body><header><nav>'
        f'<a href="/">Home</a> <a href="/world">World</a></nav></header>'
        f"<main><article><h1>Ferry fares to fall</h1>{blocks}</article></main>"
        "<footer><p>© The Island Post</p></footer></body></html>"
    )


def lines(markup: str) -> list[str]:
    return read_html(markup.encode("utf-8")).text.split("\n\n")


def test_the_story_is_kept_paragraph_by_paragraph():
    assert lines(page(FIRST, SECOND, THIRD, LAST)) == [FIRST, SECOND, THIRD, LAST]


def test_block_quotes_and_lists_are_kept():
    quote = "<blockquote><p>We were wrong to wait, and we say so, the company wrote to the island.</p></blockquote>"
    items = "<ul><li>Cars will cross at half the price of 2019.</li><li>Children will cross for nothing.</li></ul>"
    found = "\n".join(lines(page(FIRST, quote, SECOND, items, LAST)))
    assert "We were wrong to wait, and we say so, the company wrote to the island." in found
    assert "Cars will cross at half the price of 2019." in found
    assert "Children will cross for nothing." in found


@pytest.mark.parametrize("box", ["social-media-embed", "embed-wrapper twitter", "widget"])
def test_a_post_that_the_story_quotes_is_kept(box):
    post = (
        f'<div class="{box}"><blockquote class="twitter-tweet"><p>At last the ferry is for all of us, not for a few.'
        '</p>— Mayor (@mayor) <a href="https://t.example/1">March 3, 2020</a></blockquote></div>'
    )
    found = "\n".join(lines(page(FIRST, SECOND, post, THIRD, LAST)))
    assert "At last the ferry is for all of us, not for a few." in found


@pytest.mark.parametrize(
    "link",
    [
        '<p><a href="/a">Island council to vote on a new harbour wall</a></p>',
        '<p><strong>Related: <a href="/a">Island council to vote on a new harbour wall</a></strong></p>',
        '<p>SEE ALSO: <a href="/a">Island council to vote on a new harbour wall</a> [VIDEO]</p>',
        '<ul><li><a href="/a">Island council to vote on a new harbour wall</a></li></ul>',
    ],
)
def test_links_to_other_stories_are_left_out(link):
    assert lines(page(FIRST, SECOND, link, THIRD, LAST)) == [FIRST, SECOND, THIRD, LAST]


def test_a_link_within_a_sentence_stays():
    words = 'The company <a href="/a">published its new fares in a letter to all islanders</a> last week.'
    assert "The company published its new fares in a letter to all islanders last week." in lines(
        page(FIRST, words, THIRD, LAST)
    )


def test_a_subhead_that_a_table_of_contents_leads_to_stays():
    contents = '<ul><li><a href="#why">Why the fares fall in the spring</a></li></ul>'
    head = '<h2 id="why">Why the fares fall in the spring</h2>'
    assert "Why the fares fall in the spring" in lines(page(contents, FIRST, SECOND, head, THIRD, LAST))


def test_a_story_that_is_made_of_links_keeps_them():
    items = [f"Ferry number {n} leaves the harbour at dawn" for n in range(12)]
    links = frozenset(map(bare, items))
    assert without_links(items, links) == items
    assert without_links([FIRST, SECOND, THIRD, LAST, items[0]], links) == [FIRST, SECOND, THIRD, LAST]


@pytest.mark.parametrize(
    "junk",
    [
        '<section id="comments"><h3>Comments</h3><p>This is the best news of the year, I say.</p></section>',
        '<aside class="newsletter"><p>Sign up for our newsletter and get the best of the island.</p></aside>',
        '<div class="related"><h3>More</h3><p><a href="/x">Harbour wall to be built at last</a></p></div>',
        "<figure><img src='f.jpg'><figcaption>A ferry leaves the harbour. Photograph: Ann Poe</figcaption></figure>",
        "<p>Have a tip? Jane Doe may be reached at jdoe@post.example. Follow her on Twitter @jdoe.</p>",
        "<p>Follow @islandpost on Twitter for more.</p>",
        '<div class="share"><a href="#">Share on Facebook</a> <a href="#">Tweet</a></div>',
    ],
)
def test_what_stands_around_a_story_is_left_out(junk):
    assert lines(page(FIRST, SECOND, THIRD, LAST, junk)) == [FIRST, SECOND, THIRD, LAST]


def test_a_live_page_keeps_its_entries_in_order():
    entries = "".join(
        f'<div class="entry"><h2>1{n}:00</h2><p>{words}</p></div>'
        for n, words in enumerate((FIRST, SECOND, THIRD, LAST))
    )
    found = [line for line in lines(page(f'<div class="live">{entries}</div>')) if len(line) > 40]
    assert found == [FIRST, SECOND, THIRD, LAST]


@pytest.mark.parametrize(
    ("title", "head"),
    [
        ("Ferry fares to fall", ""),
        ("Ferry fares to fall | The Island Post", ""),
        ("Ferry fares to fall - Island news", ""),
        ("Ferry fares to fall – Post", '<meta property="og:site_name" content="The Island Post">'),
    ],
)
def test_the_headline_comes_without_the_name_of_the_site(title, head):
    assert read_html(page(FIRST, SECOND, THIRD, title=title, head=head)).headline == "Ferry fares to fall"


def test_a_title_that_the_page_does_not_show_stays_whole():
    head = '<meta property="og:title" content="Cheaper ferries: a day to remember">'
    assert read_html(page(FIRST, SECOND, THIRD, head=head)).headline == "Cheaper ferries: a day to remember"


@pytest.mark.parametrize("markup", [b"", b"<html></html>", b"\x00\x01", b"<html><body><nav><a href='/'>Home</a></nav>"])
def test_a_page_without_a_story_is_said(markup):
    with pytest.raises(ValueError, match="no story was found"):
        read_html(markup)
