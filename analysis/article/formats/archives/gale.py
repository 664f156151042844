"""Gale (OneFile, In Context): headline, labels, story, `Source Citation`, `Gale Document Number:`."""

import re

from analysis.article.days import read_day
from analysis.article.drafts import Draft
from analysis.article.formats.archives.labels import read_record
from analysis.article.formats.archives.splits import up_to_each

NUMBER = re.compile(r"^[ \t]*Gale Document Number:?.*$", re.MULTILINE)


def is_export(text: str) -> bool:
    """Whether a text has Gale's document numbers."""
    return bool(NUMBER.search(text))


def parts(text: str) -> list[str]:
    """The articles, each up to its number."""
    return up_to_each(NUMBER, text)


def read(part: str) -> Draft | None:
    """Fields by their labels; the headline stands above them where it has none."""
    record = read_record(part, "gale")
    fields, above = record.fields, [line for lines in record.head for line in lines]
    return Draft(
        text=record.text,
        headline=fields.get("headline") or (above[-1] if above else None),
        byline=fields.get("byline"),
        published=read_day(fields.get("published")),
        outlet=re.split(r"\s*\(|, Vol\.", fields.get("outlet") or "")[0] or None,
        article_id=fields.get("article_id"),
        dateline=fields.get("dateline"),
    )
