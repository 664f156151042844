"""What a reader of some format hands on: the parts of an article, before they are laid out."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from analysis.article.checks import LONGEST, check_text, encoding_problem
from analysis.article.days import read_day
from analysis.article.layout import lay_out
from analysis.records import Article, Problem, Span

SURROGATE = re.compile("[\ud800-\udfff]")
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
    """An article's parts. Where `headline` is None the text is laid out as it stands, headline and all.

    `doubts` say what had to be guessed in reading it: they become its problems.
    """

    text: str
    headline: str | None = None
    byline: str | None = None
    published: date | None = None
    url: str | None = None
    outlet: str | None = None
    article_id: str | None = None
    doubts: tuple[str, ...] = ()


def draft_from(row: Mapping[str, Any], *, text: str | None = None) -> Draft:
    """A draft from named fields as files of many makers have them; `text` names the one that holds the text.

    A list of strings is read as paragraphs. Raises ValueError where there is no such field, naming the fields there
    are.
    """
    names = check_fields(row, text=text)
    given = {_bare(name): value for name, value in row.items() if not _is_void(value)}
    body = next((words for name in names if (words := _body(given.get(name)))), "")
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


def check_fields(row: Collection[Any], *, text: str | None = None) -> list[str]:
    """The fields, in lower case, that can hold the text: that of the name given, else those of customary names.

    Raises ValueError where there is none, naming the fields there are.
    """
    accepted = (_bare(text),) if text else FIELDS["text"]
    there = set(map(_bare, row))
    if found := [name for name in accepted if name in there]:
        return found
    fields_there = ", ".join(map(repr, row)) or "none"
    raise ValueError(f"no text in a field {' or '.join(map(repr, accepted[:3]))}; the fields are: {fields_there}")


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
        byline=draft.byline,
        url=draft.url,
        outlet=draft.outlet,
    )
    if article.headline is None and not article.paragraphs:
        raise ValueError("it is no article: no line of it reads like headline or story")
    doubts = [*draft.doubts, *filter(None, [encoding_problem(text)])]
    return replace(article, problems=tuple(Problem(stage="reading", message=_writable(doubt)) for doubt in doubts))


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
    draft = _writable_draft(draft) if draft else None
    text = compose(draft)[0] if draft else ""
    return Article(
        article_id=_writable(article_id),
        text=text if len(text) <= LONGEST and "\x00" not in text else "",
        source=_writable(source),
        published=draft.published if draft else None,
        url=draft.url if draft else None,
        outlet=draft.outlet if draft else None,
        problems=(Problem(stage="reading", message=" ".join(_writable(message).split())),),
    )


def _writable(words: str) -> str:
    return SURROGATE.sub("\ufffd", words)


def _writable_draft(draft: Draft) -> Draft:
    given = {field.name: getattr(draft, field.name) for field in fields(draft)}
    return replace(draft, **{name: _writable(value) for name, value in given.items() if isinstance(value, str)})


def _bare(name: Any) -> str:
    return str(name).strip().lower()


def _is_void(value: Any) -> bool:
    """None, an empty string, or the not-a-number of an empty cell."""
    if value is None or isinstance(value, str):
        return not (value and value.strip())
    import pandas as pd

    return pd.api.types.is_scalar(value) and bool(pd.isna(value))


def _body(value: Any) -> str:
    """The text in a field: a string, or its paragraphs in a list; of anything else nothing."""
    if value is None or isinstance(value, (str, Mapping)):
        return value if isinstance(value, str) else ""
    from pandas.api.types import is_list_like

    is_list = is_list_like(value, allow_sets=False) and all(isinstance(piece, str) for piece in value)
    return "\n\n".join(value) if is_list else ""


def _words(value: Any) -> str | None:
    if isinstance(value, (list, tuple)):
        return ", ".join(map(str, value)) or None
    if isinstance(value, Mapping):
        return _words(value.get("name") or value.get("title"))
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return None if value is None else " ".join(str(value).split()) or None
