"""Exports of archives as web pages: to the lines that the archive's layout is found in."""

import re

from analysis.article.formats.decode import decode
from analysis.article.formats.markup import page_text

LARGEST = 1_000_000_000  # bytes: an export may hold hundreds of stories
TELLING = re.compile(
    rb"factiva|articleParagraph|lexis|nexis|\d+ of \d+ documents?\b|end of document|load-date|proquest|"
    rb"europresse|DocPublicationName|news[^a-z0-9<>]{1,8}20\d{6}|newsbank|gale document number|genios|wiso-net",
    re.IGNORECASE,
)
SIGNED = re.compile(r"\bdocAuthors\b|\bsm-margin-bottomNews\b")  # who signs, where Europresse says it by a class alone
BY = re.compile(r"(?:by|par)\s+", re.IGNORECASE)
NAMED = re.compile(rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)


def page_lines(data: bytes) -> str:
    """The lines of a page that may be an archive's export; nothing where no word on it tells of one."""
    from lxml import html

    if not TELLING.search(data):
        return ""
    tree = html.fromstring(re.sub(r"^\s*<\?xml[^>]*>", "", _decoded(data)).replace("\x00", "") or "<p></p>")
    for node in tree.iter("div", "p"):
        if SIGNED.search(node.get("class") or "") and (node.text or "").strip():
            node.text = f"By {BY.sub('', node.text.strip())}"
    return page_text(tree)


def _decoded(data: bytes) -> str:
    """The text of a page in the encoding that it names, read as browsers do."""
    named = NAMED.search(data[:2000])
    label = named[1].decode("ascii").lower() if named else "utf-8"
    try:
        return data.decode({"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252"}.get(label, label))
    except (LookupError, UnicodeDecodeError):
        return decode(data, largest=LARGEST)
