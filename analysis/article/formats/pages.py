"""Web pages and Markdown: the story without what stands around it."""

import re
from typing import Any

from analysis.article.days import read_day
from analysis.article.drafts import Draft
from analysis.article.formats.decode import LARGEST, Decoded, decode_labelled
from analysis.article.formats.trees import bare, check_size, headline_in, load_tree, outlet_in
from analysis.article.formats.web.boxes import unfold_lines, unfold_tables, without_cards
from analysis.article.formats.web.saved import original, own_host, saved_address, without_archive, without_pictures
from analysis.article.formats.web.schema import article_body, authors, publisher, told_day
from analysis.article.formats.web.state import state_story
from analysis.article.formats.web.story import find_facts, find_story, length, shown_byline, shown_day

LARGEST_SAVED = 200_000_000  # bytes of a saved page with its pictures
SAME = 85  # of 100: likeness of a page's title and the first line of its story
TOP = 3  # lines of a story among which its headline may stand again
BYLINE = 90  # characters of a byline, title and paper and all
TEASER = 0.7  # share of what a page carries as data, where what it shows is less
LABEL = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]{0,80}encoding=["']([\w.:-]+)""", re.I
)
IGNORED = frozenset({"block_code", "image", "thematic_break", "block_html", "blank_line", "table"})


def read_html(data: bytes | str, *, url: str | None = None, charset: str | None = None) -> Draft:
    """The story of a web page, by trafilatura: headline, paragraphs, block quotes and posts, byline, day, outlet.

    Comments, links to other stories and tables of contents are left out; a story that the page carries as data
    (schema.org, the state of its scripts) and shows a part of at most is read there. `url` is where it came from,
    `charset` what was said of its encoding from outside. Raises ValueError where there is no story, and for pages of
    too many elements.
    """
    markup, doubt = Decoded(data) if isinstance(data, str) else _markup(data, charset)
    tree = _tree(without_pictures(markup))
    url = original(url) if url else saved_address(markup, tree)
    carried, state = article_body(tree), state_story(tree)
    without_archive(tree)
    without_cards(tree)
    unfold_tables(tree)
    unfold_lines(tree)
    paragraphs, facts = find_story(tree, url), find_facts(tree, url)
    if length(paragraphs) < TEASER * length(carried) or _is_run_together(paragraphs, carried):
        paragraphs = carried
    headline = headline_in(tree, _plain(facts.title), facts.sitename)
    told = Draft(text="")
    if state and length(paragraphs) < TEASER * length(state.paragraphs):
        paragraphs, told = state
    if not paragraphs:
        raise ValueError("no story was found on the page")
    headline, paragraphs = _headed(headline, paragraphs)
    names = _names(facts.author) or authors(tree) or told.byline or shown_byline(tree, headline)
    url = url or original(facts.url or "") or None
    return Draft(
        text="\n\n".join(_without_byline(paragraphs, names)),
        headline=headline,
        byline=names,
        published=read_day(facts.date) or told_day(tree) or told.published or shown_day(tree, headline),
        url=url,
        outlet=outlet_in(tree, headline, own_host(_site(facts.sitename, headline), url)) or publisher(tree),
        doubts=(doubt,) if doubt else (),
    )


def _markup(data: bytes, charset: str | None) -> Decoded:
    """The characters of a page, by what was said of its encoding from outside, else by what it says itself."""
    said = LABEL.search(data[:4096])
    label = (said[1] or said[2]).decode("ascii", errors="replace") if said else None
    return decode_labelled(data, charset or label)


def _tree(markup: str) -> Any:
    if len(markup) > LARGEST:
        raise ValueError(f"it is too large: {len(markup):,} characters without its pictures, at most {LARGEST:,}")
    tree = load_tree(markup)
    if tree is None:
        raise ValueError("no story was found on the page")
    check_size(tree)
    return tree


def _site(name: str | None, headline: str | None) -> str | None:
    """The name of a page's site; the title of the page, which some data give for it, is none."""
    return None if headline and bare(headline) in bare(name or "") else _plain(name)


def _headed(headline: str | None, paragraphs: list[str]) -> tuple[str | None, list[str]]:
    """A headline as the story has it, and the story without it."""
    if headline and _is_same(headline, paragraphs[0]):
        headline, paragraphs = _plain(paragraphs[0]), paragraphs[1:]
    return headline, [words for i, words in enumerate(paragraphs) if i >= TOP or bare(words) != bare(headline or "")]


def _is_run_together(paragraphs: list[str], carried: list[str]) -> bool:
    """Whether a page shows what it carries as data, in fewer paragraphs."""
    return len(paragraphs) < len(carried) and bare(" ".join(paragraphs)) in bare(" ".join(carried))


def _names(author: str | None) -> str | None:
    """Names of writers, each once: `Jane Doe; By Jane Doe` is one."""
    names: dict[str, str] = {}
    for name in re.split(r"\s*;\s*", author or ""):
        words = re.sub(r"^by\s+", "", " ".join(name.split()), flags=re.IGNORECASE)
        names.setdefault(words.casefold(), words)
    return ", ".join(filter(None, names.values())) or None


def _without_byline(paragraphs: list[str], names: str | None) -> list[str]:
    """A story's paragraphs without the lines above it that say again who wrote it."""
    first = next((i for i, words in enumerate(paragraphs) if len(words) > BYLINE), len(paragraphs))
    own = [bare(name) for name in (names or "").split(", ") if bare(name)]
    return [
        words
        for i, words in enumerate(paragraphs)
        if i >= first or not any(re.match(rf"(?:by )?{re.escape(name)}\b", bare(words)) for name in own)
    ]


def read_markdown(text: str) -> Draft:
    """Headline and paragraphs of a Markdown file; front matter gives day, author, address.

    Code, pictures and tables are left out.
    """
    import mistune

    matter, text = _front_matter(text)
    tree = mistune.create_markdown(renderer="ast", plugins=["table"])(text)
    headline, paragraphs = matter.get("title") or matter.get("headline"), []
    for node in tree:
        if node["type"] == "heading" and headline is None and not paragraphs:
            headline = _inline(node)
        elif node["type"] not in IGNORED:
            paragraphs.extend(_texts(node))
    return Draft(
        text="\n\n".join(paragraph for paragraph in paragraphs if paragraph.strip()),
        headline=headline or None,
        byline=matter.get("author") or matter.get("byline"),
        published=read_day(matter.get("date") or matter.get("published")),
        url=matter.get("url") or matter.get("link"),
        outlet=next(filter(None, map(matter.get, ("outlet", "publication", "sitename", "hostname"))), None),
    )


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    """`key: value` lines between two lines of dashes at the top of a file."""
    found = re.match(r"\ufeff?---\r?\n(.*?)\r?\n---\r?\n", text, re.DOTALL)
    if not found:
        return {}, text
    pairs = (line.split(":", 1) for line in found[1].splitlines() if ":" in line)
    return {key.strip().lower(): value.strip().strip("\"'") for key, value in pairs if value.strip()}, text[
        found.end() :
    ]


def _texts(node: dict[str, Any]) -> list[str]:
    """The paragraphs in a node of the tree."""
    if node["type"] in ("paragraph", "heading", "block_text"):
        return [_inline(node)]
    return [text for child in node.get("children", []) if child["type"] not in IGNORED for text in _texts(child)]


def _inline(node: dict[str, Any]) -> str:
    """Words of a paragraph without its marks; a picture has none."""
    if node["type"] in ("image", "inline_html"):
        return ""
    if node["type"] in ("softbreak", "linebreak"):
        return " "
    return node.get("raw", "") + "".join(_inline(child) for child in node.get("children", []))


def _is_same(headline: str, first: str) -> bool:
    """Whether the first line of a story is its headline, give or take the name of the site or a quotation mark."""
    from rapidfuzz.fuzz import ratio

    low, title = first.casefold(), headline.casefold()
    within = len(low) > 20 and (low in title or title in low) and len(low) < 1.5 * len(title)
    return within or ratio(low, title) > SAME


def _plain(words: str | None) -> str | None:
    return " ".join(words.split()) or None if words else None
