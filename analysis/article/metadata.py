"""What the user knows of articles: a CSV of article_id and any of published, url, outlet."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from analysis.article.days import read_day
from analysis.article.formats.tables import csv_rows
from analysis.records import Article


class Facts(NamedTuple):
    """What the user knows of an article."""

    published: date | None = None
    url: str | None = None
    outlet: str | None = None


NOTHING = Facts()


def read_metadata(path: Path) -> dict[str, Facts]:
    """The user's table, by article_id.

    Raises ValueError where it has no such column, an id twice or a day that is none.
    """
    try:
        rows = list(csv_rows(path, {"text": "article_id"}))
    except OSError as error:
        raise ValueError(f"{path}: {error.strerror or error}") from None
    if not rows or "article_id" not in rows[0]:
        there = ", ".join(map(repr, rows[0])) if rows else "none"
        raise ValueError(f"{path}: a column 'article_id' is needed; the columns are: {there}")
    facts: dict[str, Facts] = {}
    for number, row in enumerate(rows, 2):
        words = {key: (row.get(key) or "").strip() for key in ("article_id", "published", "url", "outlet")}
        if words["article_id"] in facts:
            raise ValueError(f"{path}: line {number}: {words['article_id']!r} stands there twice")
        day = read_day(words["published"])
        if words["published"] and day is None:
            raise ValueError(f"{path}: line {number}: {words['published']!r} is not a day such as 2020-01-15")
        facts[words["article_id"]] = Facts(day, words["url"] or None, words["outlet"] or None)
    return facts


def with_facts(article: Article, facts: Facts) -> Article:
    """An article with what the user knows of it in place of what its file says."""
    return replace(
        article,
        published=facts.published or article.published,
        url=facts.url or article.url,
        outlet=facts.outlet or article.outlet,
    )
