"""NewsBank: headline, `Outlet - January 15, 2020`, labels, story, `Record:`, `Copyright:`."""

import re

from analysis.article.days import read_day
from analysis.article.drafts import Draft
from analysis.article.formats.archives.labels import read_record
from analysis.article.formats.archives.splits import with_closing

RECORD = re.compile(r"^[ \t*•]*Record(?: Number)?: ?\S+[ \t]*$", re.MULTILINE)
CLOSING = re.compile(
    r"^[ \t*•]*(?:Record(?: Number)?|Copyright|OpenURL Link|Bookmark|Citation)\b.*\n?(?:[ \t*•]*(?:https?://|©|\(c\)).*\n?)*",
    re.MULTILINE,
)
DATED = re.compile(r"^(?P<outlet>[^\n]{3,80}?)\s+[-–—]\s+(?P<day>\w[^\n]{5,40})$")


def is_export(text: str) -> bool:
    """Whether a text has record numbers, and lines with an outlet and a day."""
    return bool(RECORD.search(text)) and any(_dated(line) for line in text.split("\n"))


def parts(text: str) -> list[str]:
    """The articles: each with the closing lines below it, up to the next headline."""
    return with_closing(CLOSING, text)


def read(part: str) -> Draft | None:
    """Headline and outlet above the labels, or outlet above the headline."""
    record = read_record(re.sub(r"(?m)^[ \t]*[*•][ \t]*", "", part), "newsbank")
    head = [line for lines in record.head for line in lines]
    at = next((n for n, line in enumerate(head) if _dated(line)), None)
    if at is None or not record.text:
        return None
    dated = DATED.match(head[at])
    others = head[:at] or head[at + 1 :]
    return Draft(
        text=record.text,
        headline=" ".join(others[-2:] if head[:at] else others[:1]) or None,
        byline=record.fields.get("byline"),
        published=read_day(dated["day"]) if dated else None,
        url=record.fields.get("url"),
        outlet=dated["outlet"].strip() if dated else None,
        article_id=record.fields.get("article_id"),
        dateline=record.fields.get("dateline"),
    )


def _dated(line: str) -> bool:
    found = DATED.match(line.strip())
    return bool(found and read_day(found["day"]))
