"""The story on a page, by trafilatura, held against what stands around it."""

import logging
import re
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from typing import Any

from analysis.article.days import read_day
from analysis.article.formats.markup import page_text
from analysis.article.formats.trees import link_texts, without_links
from analysis.article.formats.web.boxes import join_boxes
from analysis.article.layout.bylines import byline_in
from analysis.article.layout.furniture import is_furniture, is_stamp

LEAST = 0.5  # share of a story that every step has to leave
SHORTEST = 200  # characters of a story; what is shorter may be furniture alone
LONGEST_LINE = 90  # characters of a line above a story
SENDER = re.compile(r"[—–-] .{1,60}\(@\w+\)")
BY = re.compile(r"by\s", re.IGNORECASE)
BOXES = ("h1", "p", "div", "td", "li", "table", "ul", "ol", "section", "article", "header", "main")
SHOWN = (*BOXES[:5], "h2", "h3", "span", "time", "b", "strong", "i", "em", "font", "big")
DAYS = {"extensive_search": False, "original_date": True}


def find_facts(tree: Any, url: str | None) -> Any:
    """What trafilatura finds on a page beside its story: title, author, date, url, sitename."""
    from trafilatura.metadata import extract_metadata

    _quiet()
    return extract_metadata(deepcopy(tree), default_url=url, date_config=dict(DAYS))


def shown_day(tree: Any, headline: str | None) -> date | None:
    """The whole day that stands alone on a line between the headline of a page and its first paragraph."""
    return next((day for words in _below(tree, headline) if is_stamp(words) and (day := read_day(words))), None)


def shown_byline(tree: Any, headline: str | None) -> str | None:
    """Who signs a story on a line between the headline of a page and its first paragraph: `By Jane Doe`."""
    return next((name for words in _below(tree, headline) if BY.match(words) and (name := byline_in(words))), None)


def _below(tree: Any, headline: str | None) -> Iterator[str]:
    """The lines between the headline of a page and its first paragraph; its headline is a heading, or what reads so."""
    below = False
    for element in tree.iter(*SHOWN):
        for words in _lines_of(element):
            if below and len(words) > LONGEST_LINE and words != headline:
                return
            if below and element.tag != "h1":
                yield words
            below = below or element.tag == "h1" or (bool(words) and words == headline)


def _lines_of(element: Any) -> list[str]:
    """The words that an element begins with, and its lines where no other stands in it."""
    first = " ".join((element.text or "").split())
    inner = next(element.iterdescendants(*BOXES), None) is None
    return list(dict.fromkeys((first, *(page_text(element).split("\n") if inner else ()))))


def find_story(tree: Any, url: str | None) -> list[str]:
    """The lines of the story on a page, in order, without furniture and links to other stories."""
    lines = _extracted(tree, url)
    boxed = deepcopy(tree)
    if lines and join_boxes(boxed, "\n".join(lines)):
        whole = _extracted(boxed, url)
        lines = whole if length(whole) > length(lines) else lines
    told = [line for line in lines if not is_furniture(line) or _belongs(line)]
    if length(told) < LEAST * length(lines) and length(lines) >= SHORTEST:
        told = lines
    return without_links(told, link_texts(tree))


def _belongs(line: str) -> bool:
    """Whether a line stands in a story though it is no sentence of it: who sent a post that it quotes, or a rule."""
    return bool(SENDER.match(line)) or not ("|" in line or any(map(str.isalnum, line)))


def length(lines: list[str]) -> int:
    """The characters of some lines; what is said again does not count."""
    return sum(map(len, set(lines)))


def _extracted(tree: Any, url: str | None) -> list[str]:
    """The strict reading of a page, with what the usual one has within it, such as subheads that are links; the usual
    one where the strict has less than half of it.
    """
    strict, usual = _lines(tree, url, strict=True), _lines(tree, url, strict=False)
    if length(strict) < LEAST * length(usual):
        return usual
    if not strict or not set(strict) <= set(usual):
        return strict
    inside = [place for place, line in enumerate(usual) if line in set(strict)]
    return usual[inside[0] : inside[-1] + 1]


def _lines(tree: Any, url: str | None, *, strict: bool) -> list[str]:
    import trafilatura

    _quiet()
    page = trafilatura.bare_extraction(deepcopy(tree), url=url, include_comments=False, favor_precision=strict)
    return [words for line in (page.text or "").split("\n") if (words := line.strip())] if page else []


def _quiet() -> None:
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
