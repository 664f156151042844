"""Headline, byline, dateline, paragraphs and furniture of a plain text."""

import re
from datetime import date

from analysis.records import Article, Span

LINE = re.compile(r"\S(?:[^\n]*\S)?")


def lay_out(text: str, *, article_id: str, source: str = "", published: date | None = None) -> Article:
    """Find what is headline, what is body and what is neither."""
    lines = [Span(*found.span()) for found in LINE.finditer(text)]
    return Article(
        article_id=article_id,
        text=text,
        source=source,
        published=published,
        headline=lines[0] if lines else None,
        paragraphs=tuple(lines[1:]),
    )
