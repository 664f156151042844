"""Ways between a row and its place in the text, and the words to cite a row by."""

import re
from hashlib import sha256
from typing import Any

from analysis.charts.days import in_words
from analysis.pages.blocks import Markup, html


def anchor(article: Any, key: str) -> str:
    """The id of a quotation or stance in the marked text; other articles of the same report have other ids."""
    name = re.sub(r"[^a-z0-9]+", "-", article.article_id.lower()).strip("-")
    return f"{name}-{sha256(article.article_id.encode()).hexdigest()[:6]}-{key}"


def to_text(article: Any, key: str, cited: str, *, home: bool) -> Markup:
    """A link from a row to its place in the marked text; of all rows that lead there it leads back to `home`."""
    place = anchor(article, key)
    own = f' id="{place}-row"' if home else ""
    return Markup(f'<a{own} href="#{place}" data-cite="{html(cited)}">{html(key)}</a>')


def to_row(article: Any, key: str) -> Markup:
    """A link from a number in the marked text to the row of that number."""
    return Markup(f'<a href="#{anchor(article, key)}-row">{html(key)}</a>')


def citation(article: Any, words: str, start: int, end: int) -> str:
    """The words with the article, its outlet and day, and the characters they were read from."""
    day = in_words(article.published) if article.published else None
    known = (article.headline or article.article_id, article.outlet or article.agency, day, article.url)
    return " ".join(f"{words} [{', '.join(filter(None, known))}; characters {start}–{end}]".split())
