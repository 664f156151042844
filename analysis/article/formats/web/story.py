"""The story on a page, by trafilatura, held against what stands around it."""

import logging
import re
from copy import deepcopy
from typing import Any

from analysis.article.formats.trees import link_texts, without_links
from analysis.article.formats.web.boxes import join_boxes
from analysis.article.layout.furniture import is_furniture

LEAST = 0.5  # share of a story that every step has to leave
SHORTEST = 200  # characters of a story; what is shorter may be furniture alone
SENDER = re.compile(r"[—–-] .{1,60}\(@\w+\)")
DAYS = {"extensive_search": False, "original_date": True}


def find_facts(tree: Any, url: str | None) -> Any:
    """What trafilatura finds on a page beside its story: title, author, date, url, sitename."""
    from trafilatura.metadata import extract_metadata

    _quiet()
    return extract_metadata(deepcopy(tree), default_url=url, date_config=dict(DAYS))


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
    """The strict reading of a page, save where it has less than half of the usual one."""
    strict, usual = _lines(tree, url, strict=True), _lines(tree, url, strict=False)
    return strict if length(strict) >= LEAST * length(usual) else usual


def _lines(tree: Any, url: str | None, *, strict: bool) -> list[str]:
    import trafilatura

    _quiet()
    page = trafilatura.bare_extraction(deepcopy(tree), url=url, include_comments=False, favor_precision=strict)
    return [words for line in (page.text or "").split("\n") if (words := line.strip())] if page else []


def _quiet() -> None:
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
