"""LexisNexis (`1 of 20 DOCUMENTS`, labels in capitals) and Nexis Uni (`Body`, `End of Document`)."""

import re
from collections.abc import Iterator

from analysis.article.days import read_day
from analysis.article.drafts import Draft
from analysis.article.formats.archives.labels import Record, label_of, read_record, title_parts
from analysis.article.layout.bylines import is_role_line

START = re.compile(
    r"^[ \t]*(?:FOCUS - )?(?:Document |Dokument )?\d{1,6} (?:of|von|de) \d{1,6}(?: DOCUMENTS?)?[ \t]*$", re.MULTILINE
)
END = re.compile(r"^[ \t]*(?:End of Document|Ende des Dokuments?|Fin du document)[ \t]*$", re.MULTILINE)
PAGE = re.compile(r"^[ \t]*Page \d+ of \d+[ \t]*$", re.MULTILINE)
CORRECTED = re.compile(r"(?im)^.*\b(correction|clarification|retraction) appended\b")
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
    if outlet is None and "headline" in record.fields:
        outlet = headline
    return Draft(
        text=record.text,
        headline=record.fields.get("headline") or headline,
        byline=_names(record.fields.get("byline")),
        published=read_day(day),
        url=record.fields.get("url"),
        outlet=outlet,
        dateline=record.fields.get("dateline"),
        doubts=tuple(_doubts(part, record, day)),
    )


def _doubts(part: str, record: Record, day: str | None) -> Iterator[str]:
    """What the archive says of a correction, and why the day is not known."""
    if found := CORRECTED.search(part):
        yield f"a {found[1].lower()} was appended to it: what it corrects stands in the text as it was"
    if read_day(day) is None:
        loaded = record.fields.get("loaded")
        known = f"; the archive loaded it on {loaded}" if loaded else ""
        yield f"its day is not known: {repr(day) if day else 'none'} stands in its head{known}"


def _names(byline: str | None) -> str | None:
    """`By Jane Doe; John Roe; Transport Editor` to names alone."""
    names = re.split(r"\s*;\s*", re.sub(r"^(?:by|von|par)\s+", "", byline or "", flags=re.IGNORECASE))
    return ", ".join(name for n, name in enumerate(names) if not (n and is_role_line(name))) or None
