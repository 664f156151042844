"""ProQuest: lines of underscores between articles, `Full text:` before the story, labels behind it."""

import re
from itertools import chain

from analysis.article.days import read_day
from analysis.article.drafts import Draft
from analysis.article.formats.archives.labels import read_record
from analysis.article.formats.archives.splits import with_closing

RULE = re.compile(r"^[ \t]*_{40,}[ \t]*$", re.MULTILINE)
NUMBER = re.compile(r"^[ \t]*Document \d+ of \d+[ \t]*$", re.MULTILINE)
TEXT = re.compile(r"^[ \t]*(?:Full ?[Tt]ext ?:|(?:Full text|FULL TEXT)[ \t]*$)", re.MULTILINE)
OTHERS = re.compile(
    r"^[ \t]*(?:ProQuest ?document ?ID|Document ?URL|Publication ?title|Publication ?date ?|Database) ?:", re.MULTILINE
)
CLOSING = re.compile(
    r"^[ \t]*(?:ProQuest ?document ?ID|Document ?URL|Copyright|Last ?updated|Database) ?:.*$", re.MULTILINE
)
LINK = re.compile(r"https?://|(?:ProQuest document link|Link to document)\b", re.IGNORECASE)
CITED = re.compile(
    r"(?:(?P<byline>[^.;,]+, [^.;]+?(?: [A-Z]\.)*) ?\. +)?(?P<outlet>[^;]{2,90}?) ?; [^;\[]*\[[^\]]*\][. ]*"
    r"(?P<day>[^:]{6,30})(?::.*)?"
)  # Doe, Jane A. The Oslo Post; Oslo [Oslo]. 15 Jan 2020: A.4.


def is_export(text: str) -> bool:
    """Whether a text has `Full text:` and labels of this archive."""
    return bool(TEXT.search(text)) and len(set(OTHERS.findall(text))) >= 2


def parts(text: str) -> list[str]:
    """The articles, by the lines between them, else by their numbers, else by the labels that each ends with."""
    mark = next((mark for mark in (RULE, NUMBER) if mark.search(text)), None)
    found = mark.split(text) if mark else []
    if mark and all(OTHERS.search(part) for part in found if TEXT.search(part)):
        return found
    return with_closing(CLOSING, RULE.sub("", text))  # rules that part the sections of an article


def read(part: str) -> Draft | None:
    """Fields by their labels; the headline stands above them too, in the first article below the report's cover."""
    record = read_record(NUMBER.sub("", part), "proquest")
    head = [[line for line in lines if not LINK.match(line)] for lines in record.head]
    cited = next(filter(None, map(CITED.fullmatch, (*chain(*head), *map(" ".join, head)))), None)
    above = [" ".join(line for line in lines if not CITED.fullmatch(line)) for lines in head]
    above = [words for words in above if words and not CITED.fullmatch(words)]
    fields = (cited.groupdict() if cited else {}) | record.fields
    text = "" if record.text.casefold() in ("not available.", "none available.") else record.text
    return Draft(
        text=text,
        headline=fields.get("headline") or (above[-1] if above else None),
        byline=fields.get("byline"),
        published=next(filter(None, (read_day(fields.get(name)) for name in ("published", "info", "day"))), None),
        url=fields.get("url"),
        outlet=(fields.get("outlet") or "").split(";")[0].strip() or None,
        article_id=fields.get("article_id"),
        dateline=fields.get("dateline"),
    )
