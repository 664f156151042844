"""Reading in small pieces: names, quotations and dates of a sentence or two, each by its reader alone, as tables."""

from datetime import date

import pandas as pd

from analysis.article.single import as_day
from analysis.grammar.tokens import Parse
from analysis.model import load_model, parse
from analysis.readers.dates import find_dates
from analysis.readers.names import find_names
from analysis.readers.quotations import find_quotations
from analysis.records import Article, Span


def names(text: str, *, model: str | None = None) -> pd.DataFrame:
    """Which words name somebody or something: `text`, `kind`, `role`, `start`, `end`. Who bears a name is not asked.

    >>> names("Mayor Maria Ortiz met Peter Hall in Oslo.")[["text", "kind"]].values.tolist()
    [['Maria Ortiz', 'person'], ['Peter Hall', 'person'], ['Oslo', 'place']]
    """
    rows = [
        (name.text, name.kind, text[slice(*name.role)] if name.role else None, name.start, name.end)
        for name in find_names(*_parsed(text, model))
    ]
    return pd.DataFrame(rows, columns=["text", "kind", "role", "start", "end"])


def quotations(text: str, *, model: str | None = None) -> pd.DataFrame:
    """Who says what, in the words of the text: `source`, `cue`, `content`, `kind`, `status`. Pronouns stay pronouns.

    >>> quotations("Ada Obi did not say when the trams would run.")[["source", "status"]].values.tolist()
    [['Ada Obi', 'not_said']]
    """
    article, parsed = _parsed(text, model)
    rows = [
        (
            text[slice(*found.source)] if found.source else None,
            text[slice(*found.cue)] if found.cue else None,
            " … ".join(text[start:end] for start, end in found.content),
            found.kind,
            found.status,
        )
        for found in find_quotations(article, parsed, find_names(article, parsed))
    ]
    return pd.DataFrame(rows, columns=["source", "cue", "content", "kind", "status"])


def dates(text: str, *, published: date | str | None = None, model: str | None = None) -> pd.DataFrame:
    """What words of time mean, counted from the day of publication: `text`, `type`, `value`, `day`, `anchor`.

    >>> dates("They met last Sunday.", published="2020-01-15").value.tolist()
    ['2020-01-12']
    """
    article, parsed = _parsed(text, model, as_day(published))
    rows = [
        (found.text, found.type, found.value, found.day, found.anchor)
        for found in find_dates(article, parsed, find_names(article, parsed))
    ]
    return pd.DataFrame(rows, columns=["text", "type", "value", "day", "anchor"])


def _parsed(text: str, model: str | None, published: date | None = None) -> tuple[Article, Parse]:
    """The text as one paragraph of an article, and its parse."""
    paragraphs = (Span(0, len(text)),) if text.strip() else ()
    article = Article(article_id="piece", text=text, paragraphs=paragraphs, published=published)
    return article, parse(article, load_model(model))
