"""Web pages and Markdown: the story without what stands around it."""

import logging
import re
from copy import deepcopy
from typing import Any

from analysis.article.days import read_day
from analysis.article.drafts import Draft
from analysis.article.formats.decode import LARGEST
from analysis.article.formats.trees import headline_in, link_texts, load_tree, without_links
from analysis.article.layout.furniture import is_furniture

TIMEOUT = 30
SAME = 85  # of 100: likeness of a page's title and the first line of its story
IGNORED = frozenset({"block_code", "image", "thematic_break", "block_html", "blank_line", "table"})


def read_html(data: bytes | str, *, url: str | None = None) -> Draft:
    """The story of a web page, by trafilatura: headline, paragraphs, block quotes and posts, byline, day, outlet.

    Comments, links to other stories and tables of contents are left out. Raises ValueError where there is no story.
    """
    tree = load_tree(data)
    links = link_texts(tree) if tree is not None else frozenset()
    page = _extracted(deepcopy(tree), url, favor_precision=True) or _extracted(
        load_tree(data), url, favor_precision=False
    )
    lines = [line.strip() for line in page.text.split("\n")] if page else []
    paragraphs = without_links([line for line in lines if line and not is_furniture(line)], links)
    if not paragraphs:
        raise ValueError("no story was found on the page")
    headline = headline_in(tree, _plain(page.title), page.sitename)
    if headline and paragraphs and _is_same(headline, paragraphs[0]):
        headline, paragraphs = _plain(paragraphs[0]), paragraphs[1:]
    return Draft(
        text="\n\n".join(paragraphs),
        headline=headline,
        byline=_plain((page.author or "").replace("; ", ", ")),
        published=read_day(page.date),
        url=url or page.url,
        outlet=_plain(page.sitename),
    )


def _extracted(tree: Any, url: str | None, *, favor_precision: bool) -> Any:
    """What trafilatura finds on a page, None where that is no text."""
    import trafilatura

    if tree is None:
        return None
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    page = trafilatura.bare_extraction(
        tree,
        url=url,
        with_metadata=True,
        include_comments=False,
        favor_precision=favor_precision,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    return page if page and (page.text or "").strip() else None


def read_address(url: str) -> Draft:
    """The story at an http(s) address. Raises ValueError where it can't be had as a whole."""
    from http.client import HTTPException
    from urllib.request import Request, urlopen

    if not url.lower().startswith(("http://", "https://")):
        raise ValueError("only http and https addresses are read")
    request = Request(url, headers={"User-Agent": "Mozilla/5.0 (compatible; readout)", "Accept": "text/html"})
    try:
        with urlopen(request, timeout=TIMEOUT) as answer:
            data, announced = answer.read(LARGEST + 1), answer.headers["Content-Length"] or ""
    except (OSError, ValueError, HTTPException) as error:
        raise ValueError(f"it could not be fetched: {' '.join(str(error).split())}") from None
    if len(data) > LARGEST:
        raise ValueError(f"it is too large: at most {LARGEST:,} bytes are fetched")
    if announced.isdecimal() and len(data) < int(announced):
        raise ValueError(f"it could not be fetched: {len(data):,} bytes came of {int(announced):,}")
    return read_html(data, url=url)


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
        outlet=matter.get("outlet") or matter.get("publication"),
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
