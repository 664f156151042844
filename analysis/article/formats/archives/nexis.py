"""LexisNexis (`1 of 20 DOCUMENTS`, labels in capitals) and Nexis Uni (`Body`, `End of Document`)."""

import re

from analysis.article.days import read_day
from analysis.article.drafts import Draft
from analysis.article.formats.archives.labels import label_of, read_record, title_parts

START = re.compile(
    r"^[ \t]*(?:FOCUS - )?(?:Document |Dokument )?\d{1,6} (?:of|von|de) \d{1,6}(?: DOCUMENTS?)?[ \t]*$", re.MULTILINE
)
END = re.compile(r"^[ \t]*(?:End of Document|Ende des Dokuments?|Fin du document)[ \t]*$", re.MULTILINE)
PAGE = re.compile(r"^[ \t]*Page \d+ of \d+[ \t]*$", re.MULTILINE)
TELLING = re.compile(
    r"^[ \t]*(LENGTH|LOAD-DATE|SECTION|BYLINE|BODY|HEADLINE|Length:|Load-Date:|Section:|Byline:|Body$|LÄNGE|LONGUEUR)",
    re.MULTILINE,
)


def is_export(text: str) -> bool:
    """Whether a text has the marks between articles and at least two of the labels."""
    labels = {found[1].upper().rstrip(":") for found in TELLING.finditer(text)}
    return len(labels) >= 2 and bool(END.search(text) or START.search(text))


def parts(text: str) -> list[str]:
    """The articles, each with its labels; what stands above the first is none."""
    text = PAGE.sub("", text)
    if END.search(text):
        return END.split(text)[:-1]
    return START.split(text)[1:]


def read(part: str) -> Draft | None:
    """Outlet, day and headline stand above the labels, or the headline behind one."""
    record = read_record(START.sub("", part), "nexis")
    headline, outlet, day = title_parts(record.head)
    if not record.text or not any(label_of(line, "nexis") for line in part.split("\n")):
        return None
    if outlet is None and day is None and "headline" in record.fields:
        outlet = headline
    return Draft(
        text=record.text,
        headline=record.fields.get("headline") or headline,
        byline=_names(record.fields.get("byline")),
        published=read_day(day),
        url=record.fields.get("url"),
        outlet=outlet,
    )


def _names(byline: str | None) -> str | None:
    """`By Jane Doe; John Roe` to names alone."""
    return re.sub(r"\s*;\s*", ", ", re.sub(r"^(?:by|von|par)\s+", "", byline, flags=re.I)) if byline else None
