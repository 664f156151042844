"""The parts of a mail: its plain text, its HTML, a message that is attached."""

import re
from email.message import Message
from typing import NamedTuple

from analysis.article.drafts import Draft
from analysis.article.formats.decode import decode_labelled
from analysis.article.formats.pages import LABEL, read_html

MOST_PARTS = 2_000
PICTURE = re.compile(r"^\[(?:image|cid|inline):[^\]]*\]$", re.IGNORECASE | re.MULTILINE)
ADDRESSED = re.compile(r"(?<=[^\s>])[ \t]*<(?:https?://|mailto:)[^<>\s]*>")
BREAKS = ("p", "br", "div", "li", "tr", "h1", "h2", "h3", "h4", "blockquote", "hr", "table", "ul", "ol")


class Body(NamedTuple):
    """What a message says, in plain text and in HTML, what had to be guessed, and a message attached to it."""

    plain: str
    html: str
    doubts: tuple[str, ...]
    attached: Message | None


def body_of(message: Message) -> Body:
    """The parts of a message that are its text; parts of a message within it are that one's.

    Raises ValueError where it has too many parts.
    """
    plain, html, doubts, attached = [], [], [], None
    waiting, count = [message], 0
    while waiting:
        part, count = waiting.pop(0), count + 1
        if count > MOST_PARTS:
            raise ValueError(f"it is no mail that can be read: more than {MOST_PARTS:,} parts")
        if part.get_content_type() == "message/rfc822" and part is not message:
            inner = part.get_payload()
            attached = attached or (inner[0] if isinstance(inner, list) and inner else None)
        elif part.is_multipart():
            waiting[:0] = part.get_payload()
        elif _is_text(part) and not (part.get_content_type() == "text/html" and html):
            text, doubt = _content(part)
            (html if part.get_content_type() == "text/html" else plain).append(text)
            doubts.extend(filter(None, [doubt]))
    return Body(_plain("\n\n".join(plain)), "".join(html), tuple(dict.fromkeys(doubts)), attached)


def html_story(markup: str) -> Draft | None:
    """The story of an HTML part as of any page; None where there is none."""
    try:
        return read_html(markup) if markup.strip() else None
    except ValueError:
        return None


def html_lines(markup: str) -> str:
    """All lines of an HTML part, a blank line between them."""
    from lxml import etree, html

    try:
        tree = html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*>|\x00", "", markup))
    except (etree.ParserError, ValueError):
        return ""
    etree.strip_elements(tree, "style", "script", "head", "title", etree.Comment, with_tail=False)
    for element in tree.iter(*BREAKS):
        element.text = "\n" + (element.text or "")
        element.tail = "\n" + (element.tail or "")
    lines = (" ".join(line.split()) for line in tree.text_content().replace("\u200c", "").split("\n"))
    return "\n\n".join(filter(None, lines))


def _is_text(part: Message) -> bool:
    kind = part.get_content_type()
    attached = part.get_content_disposition() == "attachment" or (part.get_filename() and kind != "text/html")
    return kind in ("text/plain", "text/html") and not attached


def _content(part: Message) -> tuple[str, str | None]:
    """The text of a part, in the encoding that it is in, and what had to be guessed for that."""
    data = part.get_payload(decode=True) or b""
    label = part.get_param("charset")
    label = label if isinstance(label, str) else None
    if part.get_content_type() == "text/html" and (said := LABEL.search(data[:4096])) and not label:
        label = (said[1] or said[2]).decode("ascii", errors="replace")
    text, doubt = decode_labelled(data, label)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if str(part.get_param("format") or "").lower() == "flowed":
        text = re.sub(r"(?<!\n--) \n(?!>|\n)", "" if str(part.get_param("delsp")).lower() == "yes" else " ", text)
    return text, doubt


def _plain(text: str) -> str:
    """A plain part without the addresses behind its links and the names of its pictures."""
    return PICTURE.sub("", ADDRESSED.sub("", text))
