"""What a reader of some format hands on: the parts of an article, before they are laid out."""

import re
from dataclasses import dataclass, fields, replace
from datetime import date

from analysis.article.checks import LONGEST, check_text, encoding_problem
from analysis.article.layout import lay_out
from analysis.records import Article, Problem, Span

BY = re.compile(r"^by:?\s+(?=\S)", re.IGNORECASE)
OPENING = 160  # characters of a text in which its dateline stands
SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An article's parts. Where `headline` is None the text is laid out as it stands, headline and all.

    `dateline` is one that was given apart from the text; `subjects` are codes and names of what it is about; `version`
    is the agency's number of it; `doubts` say what was found wrong or had to be guessed: they become its problems.
    """

    text: str
    headline: str | None = None
    byline: str | None = None
    published: date | None = None
    url: str | None = None
    outlet: str | None = None
    article_id: str | None = None
    dateline: str | None = None
    agency: str | None = None
    subjects: tuple[str, ...] = ()
    version: str | None = None
    doubts: tuple[str, ...] = ()


def to_article(draft: Draft, *, article_id: str, source: str, published: date | None = None) -> Article:
    """Lay a draft out as an article: headline, a blank line, text; a text that begins with its headline stays as it is.

    Characters that no file can hold (lone surrogates) become `�`. Raises ValueError with one line where it is empty, no
    English or no article.
    """
    draft = _writable_draft(draft)
    text, headline = compose(draft)
    check_text(text)
    if not draft.text.strip():
        raise ValueError("its text is empty: there is only a headline")
    article = lay_out(
        text,
        article_id=_writable(article_id),
        source=_writable(source),
        published=published or draft.published,
        headline=headline,
        byline=BY.sub("", draft.byline or "") or None,
        url=draft.url,
        outlet=draft.outlet,
    )
    if article.headline is None and not article.paragraphs:
        raise ValueError("it is no article: no line of it reads like headline or story")
    said = filter(None, (*draft.doubts, encoding_problem(text)))
    problems = tuple(Problem(stage="reading", message=message) for message in said)
    return replace(article, agency=draft.agency, subjects=draft.subjects, version=draft.version, problems=problems)


def compose(draft: Draft) -> tuple[str, Span | None]:
    """The text that offsets refer to, and where in it the headline stands, if it is known."""
    headline, text = (draft.headline or "").strip(), _datelined(draft)
    if not headline:
        return text, None
    if not text.lstrip().startswith(headline):
        text = f"{headline}\n\n{text}"
    start = len(text) - len(text.lstrip())
    return text, Span(start, start + len(headline))


def _datelined(draft: Draft) -> str:
    """The text, under a line with the dateline where that was given apart and the text does not open with it."""
    place = re.split(r"[,(/]", draft.dateline or "")[0].strip()
    opening = draft.text.lstrip()[:OPENING]
    if not place or not opening or re.search(rf"(?im)^\W*{re.escape(place)}\b", opening):
        return draft.text
    return f"DATELINE: {draft.dateline}\n\n{draft.text}"


def unread(article_id: str, source: str, message: str, draft: Draft | None = None) -> Article:
    """The row of an article that can't be read: a problem, no paragraphs; its text only where it is text at all."""
    draft = _writable_draft(draft) if draft else None
    text = compose(draft)[0] if draft else ""
    return Article(
        article_id=_writable(article_id),
        text=text if len(text) <= LONGEST and "\x00" not in text else "",
        source=_writable(source),
        published=draft.published if draft else None,
        url=draft.url if draft else None,
        outlet=draft.outlet if draft else None,
        problems=tuple(
            Problem(stage="reading", message=" ".join(_writable(words).split()))
            for words in (message, *(draft.doubts if draft else ()))
        ),
    )


def _writable(words: str) -> str:
    return SURROGATE.sub("\ufffd", words)


def _writable_draft(draft: Draft) -> Draft:
    given = {field.name: getattr(draft, field.name) for field in fields(draft)}
    words = {name: _writable(value) for name, value in given.items() if isinstance(value, str)}
    lists = {name: tuple(map(_writable, value)) for name, value in given.items() if isinstance(value, tuple)}
    return replace(draft, **words, **lists)
