"""Mail, Word and PDF: articles as archives and press offices send them."""

import email
import email.policy
import logging
import re
from datetime import date
from email.utils import parseaddr
from io import BytesIO
from typing import Any

from analysis.article.days import read_day
from analysis.article.drafts import Draft
from analysis.article.formats.limits import check_unpacked
from analysis.article.formats.pages import read_html

EXTRA = "reading it needs an extra; install it in the checkout: .venv/bin/python -m pip install -e '.[documents]'"
HYPHENATED = re.compile(r"(?<=[a-z])-\n(?=[a-z])")


def read_mail(data: bytes) -> Draft:
    """The text of a mail (.eml), its subject as headline; attachments are left out."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None:
        raise ValueError("the mail has no text")
    try:
        content = part.get_content()
    except LookupError as error:
        raise ValueError(f"the mail is wrongly encoded: {error}") from None
    draft = read_html(content) if part.get_content_type() == "text/html" else Draft(text=content)
    sender, address = parseaddr(str(message["from"] or ""))
    return Draft(
        text=draft.text,
        headline=re.sub(r"^(?:(?:Re|Fwd?|AW|WG):\s*)+", "", str(message["subject"] or "")).strip() or draft.headline,
        byline=draft.byline,
        published=_sent(message) or draft.published,
        outlet=sender or address or None,
    )


def read_word(data: bytes) -> Draft:
    """The paragraphs of a Word file (.docx); its title or first heading is the headline."""
    try:
        import docx
    except ImportError:
        raise ValueError(EXTRA) from None
    check_unpacked(data)
    try:
        document = docx.Document(BytesIO(data))
    except Exception as error:  # python-docx raises whatever the broken archive or its XML raises
        raise ValueError(f"it is no Word file (.docx): {error}") from None
    paragraphs = [(item.style.name if item.style else "", item.text.strip()) for item in document.paragraphs]
    paragraphs = [(style, words) for style, words in paragraphs if words]
    titled = bool(paragraphs) and paragraphs[0][0] in ("Title", "Heading 1")
    return Draft(
        text="\n\n".join(words for _, words in paragraphs[titled:]),
        headline=paragraphs[0][1] if titled else None,
    )


def _sent(message: Any) -> date | None:
    try:
        return message["date"].datetime.date()
    except (AttributeError, ValueError, TypeError):
        return read_day(str(message["date"] or ""))
