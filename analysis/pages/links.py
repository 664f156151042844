"""Ways between a row and its place in the text, and what a row is cited by."""

from hashlib import sha256
from typing import Any

from analysis.charts.days import in_words
from analysis.pages.blocks import Markup, html


def anchor(article: Any, key: str) -> str:
    """The id of a quotation or stance in the marked text; other articles of the same report have other ids."""
    return f"a{sha256(article.article_id.encode()).hexdigest()[:8]}-{key}"


def to_text(article: Any, key: str, who: str, start: int, end: int, *, home: bool) -> Markup:
    """A link from a row to its place in the marked text, with whose words they are and their characters, to cite it by;
    of all rows that lead there it leads back to `home`."""
    place = anchor(article, key)
    own = f' id="{place}-row"' if home else ""
    cited = f'data-cite="{html(" ".join(who.split()))}" data-at="{start}–{end}"'
    return Markup(f'<a{own} href="#{place}" {cited}>{html(key)}</a>')


def to_row(article: Any, key: str) -> Markup:
    """A link from a number in the marked text to the row of that number."""
    return Markup(f'<a href="#{anchor(article, key)}-row">{html(key)}</a>')


def source_of(article: Any) -> str:
    """The article, its outlet, day and address, to cite a row by."""
    day = in_words(article.published) if article.published else None
    known = (article.headline or article.article_id, article.outlet or article.agency, day, article.url)
    return " ".join(", ".join(filter(None, known)).split())
