"""Exports of archives as web pages: to the lines that the archive's layout is found in."""

import re

from analysis.article.formats.decode import Decoded, decode_labelled
from analysis.article.formats.markup import page_text

TELLING = re.compile(
    rb"factiva|articleParagraph|lexis|nexis|\d+ of \d+ documents?\b|end of document|load-date|proquest|"
    rb"europresse|DocPublicationName|news[^a-z0-9<>]{1,8}20\d{6}|newsbank|gale document number|genios|wiso-net",
    re.IGNORECASE,
)
SIGNED = re.compile(r"\bdocAuthors\b|\bsm-margin-bottomNews\b")  # who signs, where Europresse says it by a class alone
BY = re.compile(r"(?:by|par)\s+", re.IGNORECASE)
NAMED = re.compile(rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)


def page_lines(data: bytes) -> Decoded:
    """The lines of a page that may be an archive's export; nothing where no word on it tells of one."""
    from lxml import html

    if not TELLING.search(data):
        return Decoded("")
    named = NAMED.search(data[:2000])
    text, doubt = decode_labelled(data, named[1].decode("ascii") if named else None)
    tree = html.fromstring(re.sub(r"^\s*<\?xml[^>]*>", "", text).replace("\x00", "") or "<p></p>")
    for node in tree.iter("div", "p"):
        if SIGNED.search(node.get("class") or "") and (node.text or "").strip():
            node.text = f"By {BY.sub('', node.text.strip())}"
    return Decoded(page_text(tree), doubt)
