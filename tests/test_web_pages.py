"""Pages of the web -> the story alone, as a reader would copy it."""

import json
import textwrap
from datetime import date

import pytest
from made_pages import FIRST, LAST, SECOND, THIRD, page

from analysis.article.formats.pages import read_html
from analysis.article.formats.trees import bare, without_links


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


PARTS = {
    "of one name": '<main>{h}<div class="story-body">{a}</div><div>ad</div><div class="story-body">{b}</div></main>',
    "numbered": '<article>{h}<div class="article-body p-1">{a}</div><div class="article-body p-2">{b}</div></article>',
    "of two names": '<article>{h}<div class="article__body">{a}</div><div class="premium">{b}</div></article>',
    "articles": '<main>{h}<article class="part">{a}</article><article class="part">{b}</article></main>',
    "under the page": '{h}<div class="article-body">{a}</div><div>ad</div><div class="article-body">{b}</div>',
    "deeper": '<article>{h}<div class="c"><div class="article-body"><div>{a}</div></div></div>'
    '<div class="c"><div class="article-body"><div>{b}</div></div></div></article>',
}
OTHERS = [words.replace("ferry", "boat").replace("fares", "prices").replace("good", "bad") for words in (SECOND, THIRD)]
HEADING = "<h1>Ferry fares to fall</h1>"


def bare_page(body: str, head: str = "") -> str:
    return (
        page(head=head)
        .replace(page().partition("<main>")[2].partition("</main>")[0], "")
        .replace("<main></main>", body)
    )


def texts(*words: str) -> str:
    return "".join(f"<p>{line}</p>" for line in words)


@pytest.mark.parametrize("parts", PARTS)
def test_a_story_in_several_boxes_is_whole_and_in_order(parts):
    first, second = [FIRST, SECOND, THIRD], [LAST, *OTHERS[:1]]
    markup = bare_page(PARTS[parts].format(h=HEADING, a=texts(*first), b=texts(*second)))
    assert lines(markup) == [*first, *second]


def test_a_lead_that_stands_apart_below_the_headline_is_no_part_lost():
    teaser = f'<div class="lede"><p>{OTHERS[0]}</p></div>'
    story = f'<div class="story-body">{texts(SECOND, THIRD, LAST, *OTHERS[1:])}</div>'
    markup = bare_page(f'{teaser}<main>{HEADING}<div class="lede"><p>{FIRST}</p></div>{story}</main>')
    assert lines(markup) == [FIRST, SECOND, THIRD, LAST, *OTHERS[1:]]


def test_links_to_stories_that_open_at_a_name_are_none_of_the_paragraph():
    links = "".join(f'<a href="/{n}">Harbour board meets for the {n} time this year</a> ' for n in ("third", "fourth"))
    card = f'<span class="card"><span><a href="/berg">Ida Berg</a>{links}<a href="/more">MORE</a></span></span>'
    told = "The mayor <span><a href='/berg'>Ida Berg</a>{}</span> said on Monday that she would not run again in May."
    markup = bare_page(f"<article>{HEADING}{texts(told.format(card), SECOND, THIRD, LAST)}</article>")
    whole = "The mayor Ida Berg said on Monday that she would not run again in May."
    assert lines(markup) == [whole, SECOND, THIRD, LAST]
    links = links.replace("</a> <a", "</a> and <a")
    listed = f"<p>She has written before: <span>{links}</span> and she would do so again, she said on Monday.</p>"
    assert "third time" in read_html(bare_page(f"<article>{HEADING}{listed}{texts(SECOND, LAST)}</article>")).text


@pytest.mark.parametrize("head", ["<!--\n{}\n-->", "//<![CDATA[\n{}\n//]]>"])
def test_data_in_a_comment_says_who_signs(head):
    script = f'<script type="application/ld+json">{head.format(json.dumps(STORY))}</script>'
    assert read_html(bare_page('<div id="root"></div>', script)).byline == "Kari Lund"


def test_data_says_who_publishes_a_story_that_is_part_of_something():
    publisher = {"@type": "Organization", "name": "The Island Post"}
    told = {
        "@type": "WebPage",
        "mainEntity": {**STORY, "@type": "http://schema.org/NewsArticle", "publisher": publisher},
    }
    script = f'<script type="application/ld+json">{json.dumps(told)}</script>'
    assert read_html(bare_page('<div id="root"></div>', script)).outlet == "The Island Post"


def test_day_and_byline_below_a_headline_that_is_no_heading():
    line = "<font size='2'>{}</font><br>"
    top = "<font size='5'><b>Ferry fares to fall</b></font><br><i>By Jane Doe</i><br>"
    story = f"{line.format('3 March 2020')}{texts(FIRST, SECOND, THIRD, LAST)}"
    draft = read_html(bare_page(f"<table><tr><td>{top}{story}</td></tr></table>"))
    assert (draft.byline, draft.published) == ("Jane Doe", date(2020, 3, 3))
    assert draft.text.split("\n\n") == [FIRST, SECOND, THIRD, LAST]
    lines = "<font size='2'>By <a href='/doe'>Jane Doe</a><br>3 March 2020</font>"
    markup = bare_page(f"<td>{top.partition('<i>')[0]}{lines}{texts(FIRST, SECOND, THIRD, LAST)}</td>")
    draft = read_html(markup.replace("<title>", "<title>The Island Post: "))
    assert (draft.headline, draft.byline, draft.published) == ("Ferry fares to fall", "Jane Doe", date(2020, 3, 3))
    over = f"<h2>Ferry fares to fall</h2><i>By Jane Doe</i>{texts(FIRST, SECOND, THIRD, LAST)}"
    assert read_html(bare_page(f"<table><tr><td>{over}</td></tr></table>")).byline == "Jane Doe"
    without = read_html(
        bare_page(f"<article>{HEADING}{texts(FIRST, 'By Jane Doe’s account it went well.', LAST)}</article>")
    )
    assert without.byline is None


@pytest.mark.parametrize(
    ("shown", "day"),
    [
        ("<div>Tuesday, 3 March 2020</div>", date(2020, 3, 3)),
        ("<p><span>Published: March 3, 2020</span></p>", date(2020, 3, 3)),
        ("<p>3 March</p>", None),
        (f"{texts(FIRST)}<div>3 March 2020</div>", None),
    ],
)
def test_a_day_alone_on_a_line_below_the_headline_is_the_story_s(shown, day):
    masthead = "<div>Friday, 6 March 2020</div>"
    story = texts(FIRST, SECOND, THIRD, LAST)
    assert read_html(bare_page(f"{masthead}<article>{HEADING}{shown}{story}</article>")).published == day


@pytest.mark.parametrize(
    "other",
    [
        '<section id="comments"><div class="comment"><div class="article-body">{}</div></div></section>',
        '<article><h1>Boats are late</h1><div class="article-body">{}</div></article>',
        '<div class="post"><h2><a href="/b">Boats are late</a></h2><div class="article-body">{}</div></div>',
    ],
)
def test_boxes_of_other_stories_and_of_comments_are_left_out(other):
    told = [FIRST, SECOND, THIRD, LAST]
    story = f'<article>{HEADING}<div class="article-body">{texts(*told)}</div></article>'
    assert lines(bare_page(story + other.format(texts(*OTHERS)))) == told


BREAKS = "<br><br>".join((FIRST, SECOND, THIRD, LAST))
CELLS = {
    "a cell": f"<table><tr><td>{HEADING}</td></tr><tr><td>{{}}</td></tr></table>",
    "a column": f'<table><tr><td><a href="/">Home</a><br><a href="/w">Us</a></td><td>{HEADING}{{}}</td></tr></table>',
    "below a menu": '<table><tr><td><table><tr><td><img src="a.gif"></td><td><a href="/">Home</a> | <a href="/w">Us</a>'
    f"</td></tr></table>{HEADING}{{}}</td></tr></table>",
    "within": f"<table role='none'><tr><td><table><tr><td>{HEADING}{{}}</td></tr></table></td></tr></table>",
    "a row of cells": f"<table><tr><td>{FIRST}</td><td>{SECOND}</td></tr><tr><td>{THIRD}</td><td>{LAST}</td></tr>"
    "</table>",
    "a head over breaks": f"<table><tr><th>Fares</th></tr><tr><td>{BREAKS}</td></tr></table>",
    "a head": "<table><tr><th>Ferry fares to fall</th></tr><tr><td>{}</td></tr></table>",
}


@pytest.mark.parametrize("cells", CELLS)
def test_a_table_that_lays_out_a_page_is_no_data(cells):
    assert lines(bare_page(CELLS[cells].format(texts(FIRST, SECOND, THIRD, LAST)))) == [FIRST, SECOND, THIRD, LAST]


@pytest.mark.parametrize("around", ["{}", "<table><tr><td>{}</td></tr></table>"])
def test_a_table_in_a_story_stays(around):
    table = "<table><tr><th>Line</th><th>Fare</th></tr><tr><td>North</td><td>4</td></tr></table>"
    story = around.format(texts(FIRST, SECOND) + table + texts(THIRD, LAST))
    found = lines(bare_page(f"<article>{HEADING}{story}</article>"))
    assert [line for line in found if line in (FIRST, SECOND, THIRD, LAST)] == [FIRST, SECOND, THIRD, LAST]
    assert any("North" in line and "4" in line for line in found)
    assert not any(set(line) <= set("|- ") for line in found)


def test_a_story_that_is_set_line_by_line_has_its_paragraphs():
    story = "\n\n".join("\n".join(textwrap.wrap(words, 60)) for words in (FIRST, SECOND, THIRD, LAST))
    assert lines(bare_page(f"{HEADING}<pre>\n{story}\n</pre><a href='/'>Back</a>")) == [FIRST, SECOND, THIRD, LAST]
    code = "<pre>fare = 3\n\nfor ship in ships:\n    print(fare)</pre>"
    found = "\n".join(lines(bare_page(f"<article>{HEADING}{texts(FIRST, SECOND)}{code}{texts(THIRD, LAST)}</article>")))
    assert "for ship in ships:\n" in found


STORY = {
    "@type": "NewsArticle",
    "headline": "Ferry fares to fall",
    "datePublished": "2020-03-03T09:12:00+01:00",
    "author": [{"@type": "Person", "name": "Kari Lund"}],
    "articleBody": "\n\n".join((FIRST, SECOND, THIRD, LAST)),
}
CARRIED = {
    "alone": STORY,
    "in a graph": {"@graph": [{"@type": "WebSite", "name": "The Island Post"}, STORY]},
    "in a list": [{**STORY, "@type": ["NewsArticle", "ReportageNewsArticle"]}],
    "in a page": {"@type": "WebPage", "mainEntity": STORY},
    "with tags": {**STORY, "articleBody": texts(FIRST, SECOND, THIRD, LAST)},
    "with escaped tags": {
        **STORY,
        "articleBody": texts(FIRST, SECOND, THIRD, LAST).replace("<", "&lt;").replace(">", "&gt;"),
    },
    "run together": {**STORY, "articleBody": FIRST + SECOND + THIRD + LAST},
}


STORY_LINES = [FIRST, SECOND, THIRD, LAST]


def carrying(data, body='<div id="root">Loading…</div>') -> str:
    return bare_page(body, f'<script type="application/ld+json">{json.dumps(data)}</script>')


@pytest.mark.parametrize("data", CARRIED)
def test_a_story_that_a_page_only_carries_as_data_is_read(data):
    draft = read_html(carrying(CARRIED[data]))
    assert draft.text.split("\n\n") == [FIRST, SECOND, THIRD, LAST]
    assert (draft.headline, draft.published) == ("Ferry fares to fall", date(2020, 3, 3))


def test_a_day_in_words_in_a_page_s_data_is_read():
    assert read_html(carrying({**STORY, "datePublished": "Mar 3, 2020"})).published == date(2020, 3, 3)
    assert read_html(carrying({**STORY, "datePublished": "soon"})).published is None


def test_a_page_that_shows_a_teaser_carries_the_story():
    teaser = f"<article>{HEADING}{texts(FIRST)}<div class='wall'>{texts('Subscribe to read on.')}</div></article>"
    assert lines(carrying(STORY, teaser)) == [FIRST, SECOND, THIRD, LAST]


def test_what_a_page_shows_goes_before_data_that_is_cut_or_has_no_paragraphs():
    shown = f"<article>{HEADING}{texts(FIRST, SECOND, THIRD, LAST)}</article>"
    cut = {**STORY, "articleBody": FIRST[:80] + "…"}
    for data in (cut, {**STORY, "articleBody": " ".join((FIRST, SECOND, THIRD, LAST))}):
        assert lines(carrying(data, shown)) == [FIRST, SECOND, THIRD, LAST]


BLOCKS = [{"type": "paragraph", "children": [{"text": words[:40]}, {"text": words[40:]}]} for words in STORY_LINES]
OBJECT = {"headline": "Ferry fares to fall", "author": {"name": "Jane Doe"}, "publishedAt": "2020-03-03T08:00:00Z"}
STATES = {
    "blocks": {**OBJECT, "body": [*BLOCKS[:2], {"type": "image", "caption": "A ferry."}, *BLOCKS[2:]]},
    "HTML": {**OBJECT, "content": {"rendered": texts(*STORY_LINES)}},
    "paragraphs": {**OBJECT, "paragraphs": STORY_LINES},
    "JSON in a field": {**OBJECT, "body": {"json": BLOCKS}},
    "text in another object": {**OBJECT, "blocks": [{"kind": "p", "model": {"text": words}} for words in STORY_LINES]},
    "names in another object": {**OBJECT, "author": {"contributors": [{"name": "Jane Doe"}]}, "body": BLOCKS},
    "another level": {**OBJECT, "headline": None, "headlines": {"basic": "Ferry fares to fall"}, "body": BLOCKS},
}


def stated(state, script="<script id='__NEXT_DATA__' type='application/json'>{}</script>") -> str:
    other = {"headline": "Another story", "body": [words * 3 for words in STORY_LINES]}
    return bare_page("<div id='root'></div>" + script.format(json.dumps({"props": {"story": state, "more": [other]}})))


@pytest.mark.parametrize("state", STATES)
def test_a_story_in_the_state_of_a_page_s_scripts_is_read(state):
    for script in (None, "<script>window.__STATE__ = {};</script>", "<script>var a=1;b.c={};</script>"):
        draft = read_html(stated(STATES[state], *filter(None, [script])))
        assert draft.text.split("\n\n") == STORY_LINES
        assert (draft.byline, draft.published) == ("Jane Doe", date(2020, 3, 3))


def test_a_story_that_is_streamed_into_a_page_is_read():
    story = json.dumps(["$", "$L2", None, {"article": {**OBJECT, "body": "$1b"}}])
    body = texts(*STORY_LINES)
    rows = f'0:["$","div",null,{{}}]\n1b:T{len(body.encode()):x},{body}1c:{story}\n'
    calls = (f"self.__next_f.push([1,{json.dumps(part)}])" for part in (rows[:150], rows[150:], "1d:broken\n"))
    scripts = "".join(f"<script>{call}</script>" for call in (*calls, "self.__next_f.push([1,"))
    draft = read_html(bare_page(f"<div id='root'></div>{scripts}"))
    assert draft.text.split("\n\n") == STORY_LINES
    assert (draft.byline, draft.published) == ("Jane Doe", date(2020, 3, 3))


def test_state_without_the_headline_of_the_page_is_not_its_story():
    with pytest.raises(ValueError, match="no story"):
        read_html(stated({**STATES["blocks"], "headline": "Ferries of the world"}))
    with pytest.raises(ValueError, match="no story"):
        read_html(stated(STATES["blocks"], "<script>window.__STATE__ = load({});</script>"))


def test_state_that_is_nested_deeply_is_passed_over():
    for opens, closes in (('{"body":', "}"), ("[", "]")):
        body = f"{opens * 300}{json.dumps(BLOCKS)}{closes * 300}"
        markup = stated(OBJECT).replace('"publishedAt"', f'"body": {body}, "publishedAt"')
        with pytest.raises(ValueError, match="no story"):
            read_html(markup)


def test_what_a_page_shows_goes_before_the_state_of_its_scripts():
    shown = f"<article>{HEADING}{texts(FIRST, SECOND, THIRD, LAST)}</article>"
    state = json.dumps({"headline": "Ferry fares to fall", "body": texts(FIRST, SECOND, THIRD, LAST, "One more.")})
    assert lines(bare_page(f"{shown}<script type='application/json'>{state}</script>")) == STORY_LINES


def test_data_that_is_broken_is_passed_over():
    shown = f"<article>{HEADING}{texts(FIRST, SECOND, THIRD, LAST)}</article>"
    for data in ("{", "[" * 100_000, '"x"', "null"):
        assert lines(bare_page(shown, f'<script type="application/ld+json">{data}</script>'))[0] == FIRST


def test_a_byline_that_is_said_twice_is_said_once():
    signed = ['<p class="byline">By Kari Lund</p>', "<div>By KARI LUND, The Island Post</div>", FIRST, SECOND, THIRD]
    draft = read_html(
        page(*signed, head='<meta name="author" content="By Kari Lund"><meta name="author" content="Kari Lund">')
    )
    assert draft.byline == "Kari Lund"
    assert draft.text.split("\n\n") == [FIRST, SECOND, THIRD]


def test_the_title_of_a_page_is_no_outlet():
    page = {"@type": "WebPage", "name": "Ferry fares to fall - The Island Post"}
    markup = carrying({"@graph": [page, STORY]}, f"<article>{HEADING}{texts(FIRST, SECOND)}</article>")
    assert read_html(markup.replace("</title>", " - The Island Post</title>")).outlet == "The Island Post"


def test_the_outlet_may_stand_before_the_headline():
    article = f"<article>{HEADING}{texts(FIRST, SECOND, THIRD)}</article>"
    for title, outlet in (("The Island Post | Ferry fares to fall", "The Island Post"), ("Ferry fares to fall", None)):
        markup = bare_page(article).replace("<title>Ferry fares to fall", f"<title>{title}")
        assert read_html(markup).outlet == outlet


def test_the_outlet_is_in_the_title_where_the_page_says_no_other():
    head = '<link rel="canonical" href="https://islandpost.example/fares">'
    assert read_html(page(FIRST, SECOND, THIRD, title="Ferry fares to fall | The Island Post", head=head)).outlet == (
        "The Island Post"
    )
    assert read_html(page(FIRST, SECOND, THIRD, title="Ferry fares to fall", head=head)).outlet == "islandpost.example"


def test_who_sent_a_post_and_rules_between_parts_stay():
    post = f'<blockquote class="twitter-tweet"><p>{LAST}</p>— Mayor (@mayor) March 3, 2020</blockquote>'
    found = lines(page(FIRST, SECOND, post, THIRD, "___", SECOND.replace("ten", "nine")))
    assert "— Mayor (@mayor) March 3, 2020" in found and "___" in found


@pytest.mark.parametrize(
    ("markup", "message"),
    [
        (f"<p>{'<b>a</b> b ' * 3_000}</p>", "3,000 spans in one element"),
        ("<p>a b c</p>" * 50_000, "elements, at most 40,000"),
        (f"{'<div>' * 220}words{'</div>' * 220}", "elements within each other, at most 200"),
    ],
)
def test_a_page_of_very_many_or_very_deep_elements_is_refused(markup, message):
    with pytest.raises(ValueError, match=message):
        read_html(page(markup))


def test_what_the_strict_reading_passes_over_within_a_story_is_kept(monkeypatch):
    from analysis.article.formats.web import story

    usual = [FIRST, SECOND, THIRD, LAST, "Sign up for our letter on ferries."]
    monkeypatch.setattr(story, "_lines", lambda tree, url, strict: [FIRST, THIRD, LAST] if strict else usual)
    assert lines(page(FIRST)) == [FIRST, SECOND, THIRD, LAST]


def test_no_step_takes_most_of_a_story(monkeypatch):
    """What trafilatura's strict mode leaves is not taken where its usual one has more than twice as much."""
    from analysis.article.formats.web import story

    usual = story._lines
    monkeypatch.setattr(
        story, "_lines", lambda tree, url, strict: ["© Post"] if strict else usual(tree, url, strict=False)
    )
    assert FIRST in lines(page(FIRST, SECOND, THIRD, LAST))
