"""Plain-text exports of news archives: several articles in one file, each with a head and a foot of fields."""

import re
from datetime import date, datetime

from analysis.article.formats import Document

END = re.compile(r"^\s*End of Document\s*$|^Document [A-Z]+\w{10,}\s*$|^_{40,}\s*$", re.M)
LOAD_DATE = re.compile(r"^(?:Load-Date|LOAD-DATE|Publication date|PUBLICATION DATE|PD):?\s*(?P<day>.+)$", re.M)
BODY = re.compile(r"^\s*(?:Body|BODY|Full text|FULL TEXT|LP|TD)\s*:?[ \t]*$|^(?:Full text|Body):\s*", re.M)
TITLE = re.compile(r"^(?:Title|HD|Headline|HEADLINE):?\s+(?P<title>.+)$", re.M)
BYLINE = re.compile(r"^(?:Byline|BYLINE|Author|BY):\s*(?P<name>.+)$", re.M)
OUTLET = re.compile(r"^(?:Publication title|SN|Source):?\s+(?P<name>.+)$", re.M)
FOOT = re.compile(
    r"^\s*(?:Load-Date|LOAD-DATE|Classification|Subject|Copyright|Publication title|Publication date|Title)\b.*", re.M
)
DAY = re.compile(r"\b(\d{1,2} [A-Z][a-z]+ \d{4}|[A-Z][a-z]+ \d{1,2}, \d{4})\b")


def split_archive(text: str) -> list[Document]:
    """The articles of a LexisNexis, Factiva or ProQuest export; [] where the text is not one.

    An export is a text in which an end mark stands at least once and a head field such as `Body` or `Full text` before.
    """
    if not END.search(text) or not BODY.search(text):
        return []
    parts = [part for part in END.split(text) if part.strip() and BODY.search(part)]
    return [_article(part, n) for n, part in enumerate(parts, 1)]


def _article(part: str, n: int) -> Document:
    found = BODY.search(part)
    assert found
    head, body = part[: found.start()], part[found.end() :]
    foot = FOOT.search(body)
    lines = [line.strip() for line in head.splitlines() if line.strip()]
    title = TITLE.search(part)
    day = LOAD_DATE.search(part) or DAY.search(head)
    byline, outlet = BYLINE.search(part), OUTLET.search(part)
    return Document(
        text=body[: foot.start() if foot else None].strip(),
        title=title["title"].strip() if title else lines[0] if lines else None,
        published=_day(day[day.lastindex or 0]) if day else None,
        byline=byline["name"].strip() if byline else None,
        outlet=outlet["name"].strip() if outlet else lines[1] if len(lines) > 1 and not title else None,
        key=str(n),
    )


def _day(words: str) -> date | None:
    found = DAY.search(words)
    for form in ("%d %B %Y", "%B %d, %Y"):
        try:
            return datetime.strptime(found[1] if found else words.strip(), form).date()
        except ValueError:
            continue
    return None
