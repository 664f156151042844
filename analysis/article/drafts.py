"""What a reader of some format hands on: the parts of an article, before they are laid out."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from analysis.article.checks import LONGEST, check_text, encoding_problem
from analysis.article.days import read_day
from analysis.article.layout import lay_out
from analysis.records import Article, Problem, Span

FIELDS = {
    "text": ("text", "body", "content", "article", "maintext", "full_text", "fulltext", "article_text", "story"),
    "headline": ("headline", "title", "hed", "heading"),
    "published": ("published", "date", "publication_date", "pub_date", "date_publish", "published_at", "publish_date"),
    "url": ("url", "link", "web_url", "source_url", "canonical_url"),
    "outlet": ("outlet", "publication", "publisher", "newspaper", "sitename", "source"),
    "byline": ("byline", "author", "authors"),
    "article_id": ("id", "article_id", "doc_id", "uid", "uuid"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An article's parts. Where `headline` is None the text is laid out as it stands, headline and all."""

    text: str
    headline: str | None = None
    byline: str | None = None
    published: date | None = None
    url: str | None = None
    outlet: str | None = None
    article_id: str | None = None


def draft_from(fields: Mapping[str, Any], *, text: str | None = None) -> Draft:
    """A draft from named fields as files of many makers have them; `text` names the one that holds the text.

    Raises ValueError where there is no such field, naming the fields there are.
    """
    names = check_fields(fields, text=text)
    given = {_bare(name): value for name, value in fields.items() if not _is_void(value)}
    body = next((given[name] for name in names if isinstance(given.get(name), str)), "")
    values = {
        key: next((given[name] for name in FIELDS[key] if name in given), None) for key in FIELDS if key != "text"
    }
    return Draft(
        text=body,
        headline=_words(values["headline"]),
        byline=_words(values["byline"]),
        published=read_day(values["published"]),
        url=_words(values["url"]),
        outlet=_words(values["outlet"]),
        article_id=_words(values["article_id"]),
    )


def check_fields(fields: Mapping[str, Any], *, text: str | None = None) -> list[str]:
    """The fields, in lower case, that can hold the text: that of the name given, else those of customary names.

    Raises ValueError where there is none, naming the fields there are.
    """
    accepted = (_bare(text),) if text else FIELDS["text"]
    there = set(map(_bare, fields))
    if found := [name for name in accepted if name in there]:
        return found
    fields_there = ", ".join(map(repr, fields)) or "none"
    raise ValueError(f"no text in a field {' or '.join(map(repr, accepted[:3]))}; the fields are: {fields_there}")


def to_article(draft: Draft, *, article_id: str, source: str, published: date | None = None) -> Article:
    """Lay a draft out as an article: headline, a blank line, text; a text that begins with its headline stays as it is.

    Raises ValueError with one line where it is empty, no English or no article.
    """
    text, headline = compose(draft)
    check_text(text)
    article = lay_out(
        text,
        article_id=article_id,
        source=source,
        published=published or draft.published,
        headline=headline,
        byline=draft.byline,
        url=draft.url,
        outlet=draft.outlet,
    )
    if article.headline is None and not article.paragraphs:
        raise ValueError("it is no article: no line of it reads like headline or story")
    doubt = encoding_problem(text)
    return article if doubt is None else replace(article, problems=(Problem(stage="reading", message=doubt),))


def compose(draft: Draft) -> tuple[str, Span | None]:
    """The text that offsets refer to, and where in it the headline stands, if it is known."""
    headline, text = (draft.headline or "").strip(), draft.text
    if not headline:
        return text, None
    if not text.lstrip().startswith(headline):
        text = f"{headline}\n\n{text}"
    start = len(text) - len(text.lstrip())
    return text, Span(start, start + len(headline))


def unread(article_id: str, source: str, message: str, draft: Draft | None = None) -> Article:
    """The row of an article that can't be read: a problem, no paragraphs; its text only where it is text at all."""
    text = compose(draft)[0] if draft else ""
    return Article(
        article_id=article_id,
        text=text if len(text) <= LONGEST and "\x00" not in text else "",
        source=source,
        published=draft.published if draft else None,
        url=draft.url if draft else None,
        outlet=draft.outlet if draft else None,
        problems=(Problem(stage="reading", message=" ".join(message.split())),),
    )


def _bare(name: Any) -> str:
    return str(name).strip().lower()


def _is_void(value: Any) -> bool:
    """None, an empty string, or the not-a-number of an empty cell."""
    return value is None or value != value or (isinstance(value, str) and not value.strip())


def _words(value: Any) -> str | None:
    if isinstance(value, (list, tuple)):
        return ", ".join(map(str, value)) or None
    if isinstance(value, Mapping):
        return _words(value.get("name") or value.get("title"))
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return None if value is None else " ".join(str(value).split()) or None
