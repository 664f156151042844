"""WISO (Genios): headline, story, `Quelle:` with outlet and day, `Dokumentnummer:`, permanent address."""

import re

from analysis.article.days import read_day
from analysis.article.drafts import Draft
from analysis.article.formats.archives.labels import read_record
from analysis.article.formats.archives.splits import with_closing

SOURCE = re.compile(r"^[ \t]*Quelle:", re.MULTILINE)
NUMBER = re.compile(r"^[ \t]*(?:Dokumentnummer|Dauerhafte Adresse des Dokuments|Permalink):", re.MULTILINE)
CLOSING = re.compile(r"^[ \t]*(?:Alle Rechte vorbehalten|© GBI-Genios|\(c\) GBI-Genios).*$", re.MULTILINE)


def is_export(text: str) -> bool:
    """Whether a text has the archive's labels."""
    return bool(SOURCE.search(text) and NUMBER.search(text))


def parts(text: str) -> list[str]:
    """The articles, each up to its closing lines."""
    return with_closing(CLOSING, text)


def read(part: str) -> Draft | None:
    """The labels stand below the story, or between headline and story."""
    record = read_record(CLOSING.sub("", part), "wiso")
    above = [" ".join(lines) for lines in record.head if lines]
    headline = above[0] if above else None
    story = record.text or "\n\n".join(above[1:])
    source = record.fields.get("source", "")
    day = re.search(r"\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d\d-\d\d", source)
    return Draft(
        text=story,
        headline=headline,
        byline=record.fields.get("byline"),
        published=_day(day[0]) if day else None,
        url=record.fields.get("url"),
        outlet=re.split(r",| vom | (?=\d)", source)[0].strip() or None,
        article_id=record.fields.get("article_id"),
    )


def _day(words: str) -> object:
    """`03.04.2020` is the third of April: the archive is German."""
    found = re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", words)
    return read_day(f"{found[3]}-{int(found[2]):02d}-{int(found[1]):02d}" if found else words)
