"""HTML and XML to the text that stands on the page: a line a block, blank lines around paragraphs."""

import re
from html import unescape
from typing import Any

PARAGRAPHS = frozenset(
    "p h1 h2 h3 h4 h5 h6 hl1 hl2 bq blockquote li ul ol dl table pre article section header hr title paragraph".split()  # noqa: SIM905
)
LINES = frozenset("div tr td th dt dd br tbody thead caption center form body html block".split())  # noqa: SIM905
UNSEEN = frozenset("script style head noscript template svg iframe button select option input textarea".split())  # noqa: SIM905
BESIDE = UNSEEN | {"figure", "figcaption", "aside", "nav", "audio", "video"}
TAG = re.compile(
    r"</?(?:p|br|div|span|a|b|i|u|em|strong|h[1-6]|ul|ol|li|blockquote|img|figure|section|article|table|html|body|script|style|iframe)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype html|<html)\b", re.IGNORECASE)
ESCAPED = re.compile(r"&lt;/?(?:p|br|div)\b", re.IGNORECASE)
ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8}\d{0,2});", re.IGNORECASE)
SPACES = re.compile(r"[ \t\r\n\f\v\xa0]+")


def plain(words: str) -> str:
    """The words of a field that may hold HTML, its paragraphs parted by blank lines; other text as it stands."""
    from lxml import html

    if ESCAPED.search(words) and not TAG.search(words):
        words = unescape(words)
    if TAG.search(words):
        return page_text(html.fragment_fromstring(words.replace("\x00", ""), create_parent="body"), unseen=BESIDE)
    return ENTITY.sub(lambda found: unescape(found[0]), words)  # an address's `&copy=1` is no sign


def is_page(words: str) -> bool:
    """Whether a string is a whole HTML page and not a passage."""
    return bool(PAGE.match(words[:500]))


def page_text(tree: Any, *, unseen: frozenset[str] = UNSEEN) -> str:
    """The text of a tree as a browser would set it, white space aside; elements named `unseen` are left out."""
    from lxml import etree

    pieces: list[str] = []
    hidden: Any = None
    for event, node in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            pieces.append("" if hidden is not None else _flat(node.tail))
            continue
        name = etree.QName(node).localname.lower()
        if event == "start" and hidden is None and name in unseen:
            hidden = node
        if hidden is None:
            pieces.append(_edge(name, event == "start"))
            pieces.append(_flat(node.text) if event == "start" else "")
        elif event == "end" and node is hidden:
            hidden = None
        if event == "end" and hidden is None and node is not tree:
            pieces.append(_flat(node.tail))
    return _tidy("".join(pieces))


def _edge(name: str, opens: bool) -> str:
    """What parts an element from its neighbours."""
    if name == "br":
        return "\n" if opens else ""
    return "\n\n" if name in PARAGRAPHS else "\n" if name in LINES else ""


def _flat(words: str | None) -> str:
    return SPACES.sub(" ", words) if words else ""


def _tidy(text: str) -> str:
    lines = (SPACES.sub(" ", line).strip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def words_in(node: Any, path: str = ".") -> str:
    """The words of an element below another, as one line; nothing where it is not there."""
    found = node.find(path) if node is not None else None
    return " ".join("".join(found.itertext()).split()) if found is not None else ""
