"""Exports of archives as web pages: to the lines that the archive's layout is found in."""

import re
from typing import Any

from analysis.article.formats.decode import Decoded, decode_labelled
from analysis.article.formats.markup import page_text

TELLING = re.compile(
    rb"factiva|articleParagraph|lexis|nexis|\d+ of \d+ documents?\b|end of document|load-date|proquest|"
    rb"europresse|DocPublicationName|news[^a-z0-9<>]{1,8}20\d{6}|newsbank|gale document number|genios|wiso-net",
    re.IGNORECASE,
)
SIGNED = re.compile(r"\bdocAuthors\b|\bsm-margin-bottomNews\b|^author$")  # who signs, where a class alone says it
BY = re.compile(r"(?:by|par|von|por|di|door)\s+", re.IGNORECASE)
NAMED = re.compile(rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)


def page_lines(data: bytes) -> Decoded:
    """The lines of a page that may be an archive's export; nothing where no word on it tells of one."""
    from lxml import html

    if not TELLING.search(data.replace(b"\x00", b"")):  # as in UTF-16
        return Decoded("")
    named = NAMED.search(data[:2000])
    text, doubt = decode_labelled(data, named[1].decode("ascii") if named else None)
    tree = html.fromstring(re.sub(r"^\s*<\?xml[^>]*>", "", text).replace("\x00", "") or "<p></p>")
    tree = _articles(tree)
    for node in tree.iter("div", "p"):
        if SIGNED.search(node.get("class") or "") and (node.text or "").strip():
            node.text = f"By {BY.sub('', node.text.strip())}"
    for name in (node for node in tree.iter("span") if node.get("class") == "DocPublicationName"):
        for node in [node for line in name.findall("br")[:1] for node in (line, *line.itersiblings())]:
            name.remove(node)  # with the place where it is printed
    for row in tree.iter("tr"):
        cells = row.findall("td")
        if len(cells) == 2 and cells[0].text_content().strip().endswith(":"):
            _run_on(*cells)
    return Decoded(page_text(tree), doubt)


def _articles(tree: Any) -> Any:
    """The articles of a page alone, where each is marked as one and names its outlet, without the notes beside them."""
    marked = tree.xpath("//article[.//*[contains(@class, 'DocPublicationName')]]")
    if not marked:
        return tree
    around = tree.makeelement("body")
    around.extend(marked)
    for note in list(around.iter("aside")):
        note.drop_tree()
    return around


def _run_on(label: Any, value: Any) -> None:
    """Put a label and its value, which stand in cells of their own, on one line."""
    label.tag = value.tag = "span"
    label.tail = " "
