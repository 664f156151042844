"""Mail (.eml): the story that somebody sent, forwarded or had sent to them."""

from dataclasses import replace
from email import message_from_bytes, policy
from email.message import Message
from typing import NamedTuple

from analysis.article.drafts import Draft
from analysis.article.formats.mail.forwards import cut_signature, forwarded
from analysis.article.formats.mail.headers import Head, head_of, subject_of
from analysis.article.formats.mail.leads import check_story, without_footer
from analysis.article.formats.mail.parts import Body, body_of, html_lines, html_story

DEEPEST = 3  # messages within messages
STUB = 400  # characters of a message that only hands on another
RICHER = 1.5  # times the text of the plain part, of an HTML part that is read instead of it


class _Told(NamedTuple):
    """The paragraphs or lines of a mail, the head that belongs to them, and a headline that stands over them."""

    text: str
    head: Head
    headline: str | None = None
    byline: str | None = None


def read_mail(data: bytes) -> Draft:
    """The story of a mail, its subject as headline; a forwarded one has the head of who sent it first.

    The HTML part is read where the plain one is missing or a stub. Attachments are left out, save a message that is
    handed on as one. Raises ValueError where the mail has no text, and for newsletters and alerts that only lead to
    stories elsewhere.
    """
    try:
        message, body = _innermost(message_from_bytes(data, policy=policy.compat32))
        told = _told(body, head_of(message))
    except RecursionError:
        raise ValueError("its head or its parts are nested too deeply to be a mail") from None
    return Draft(
        text=told.text,
        headline=subject_of(told.head.subject) or told.headline,
        byline=told.byline or told.head.person,
        published=told.head.day,
        outlet=told.head.outlet,
        doubts=body.doubts,
    )


def _innermost(message: Message) -> tuple[Message, Body]:
    """The message that holds the story: the one attached, where the one around it only hands it on."""
    body = body_of(message)
    for _ in range(DEEPEST):
        if not body.attached or len(body.plain or html_lines(body.html)) > STUB:
            break
        message = body.attached
        body = body_of(message)
    if not (body.plain.strip() or body.html.strip()):
        raise ValueError("the mail has no text")
    return message, body


def _told(body: Body, head: Head) -> _Told:
    """What a mail tells, from the part that has more of it."""
    page = html_story(body.html)
    rich = html_lines(body.html)
    if body.plain and len(body.plain.strip()) * RICHER >= len(page.text if page else rich):
        check_story(body.plain, body.html)
        text, inner = forwarded(body.plain, head)
        return _Told(cut_signature(text), inner or head)
    text, inner = forwarded(rich, head)
    if inner:
        kept = [line for line in (page.text.split("\n\n") if page else []) if line in text]
        whole = "\n\n".join(kept)
        return _Told(whole if len(whole) * 2 > len(text) else cut_signature(text), inner)
    check_story(rich, body.html)
    if page is None:
        return _Told(rich, head)
    page = replace(page, text=without_footer(page.text, rich))
    subject = subject_of(head.subject)
    over = page.headline if page.headline and subject and page.headline.casefold() != subject.casefold() else None
    return _Told("\n\n".join(filter(None, (over, page.text))), head, page.headline, page.byline)
