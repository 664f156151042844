"""Europresse: outlet, day, headline, story, notices, and a number such as `news·20200115·LM·042`."""

import re

from analysis.article.days import read_day
from analysis.article.drafts import Draft
from analysis.article.formats.archives.splits import up_to_each

NUMBER = re.compile(
    r"^.*?\b(?:news|web|pub|bio|doc)\s?·\s?((\d{4})(\d\d)(\d\d)\s?·\s?[\w-]+\s?·\s?[\w\u00d7-]+).*$", re.MULTILINE
)
NOTICE = re.compile(
    r"""
      © | the\ present\ document | this\ (?:document\ is | article\ (?:was|appeared)\b) | le\ présent\ document
    | cet\ article | tous\ droits | all\ rights | certificat\ émis | issued\ on | document\ (?:issued|emis)
    | (?:illustration | note)s?\ ?(?:\(s\))?\ ?:\s*$
    | visualiser\ l'article | view\ the\ article | aussi\ paru\ dans | also\ published\ in | \W*\d+\ (?:words|mots)\W*$
    """,
    re.IGNORECASE | re.VERBOSE,
)
EDITION = re.compile(r"[•·,;]|\bp(?:age)?\. ?\w|\b\d+ (?:words|mots)\b")
FRENCH = re.compile(r"\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche),? \d{1,2}(?:er)? \w+ (?:19|20)\d\d")
ISSUE = re.compile(r",? (?:no|n°|nº)\.? ?\d.*$", re.IGNORECASE)
BYLINE = re.compile(r"(?:by|par)\s+(\S.{3,80})$", re.IGNORECASE)


def is_export(text: str) -> bool:
    """Whether a text has the archive's document numbers."""
    return bool(NUMBER.search(text))


def parts(text: str) -> list[str]:
    """The articles, each up to its number."""
    return up_to_each(NUMBER, text)


def read(part: str) -> Draft | None:
    """The outlet stands above the day, the headline below it; the number tells the day where no line does."""
    number = NUMBER.search(part)
    if number is None:
        return None
    lines = [line.strip() for line in part[: number.start()].split("\n")]
    at = next((n for n, line in enumerate(lines) if len(line) < 90 and (read_day(line) or FRENCH.search(line))), None)
    above = [line for line in lines[: at or 0] if line and not NOTICE.match(line)]
    rest = lines[(at + 1 if at is not None else 0) :]
    while rest and (not rest[0] or NOTICE.match(rest[0]) or EDITION.match(rest[0])):
        rest = rest[1:]
    end = next((n for n, line in enumerate(rest) if n and NOTICE.match(line)), len(rest))
    headline, story = (rest[0], rest[1:end]) if rest else (None, [])
    signed = next((BYLINE.match(line) for line in story if line), None)
    if signed:
        story = story[story.index(signed[0]) + 1 :]
    return Draft(
        text="\n".join(story).strip(),
        headline=headline,
        byline=signed[1] if signed else None,
        published=(read_day(lines[at]) if at is not None else None) or read_day("-".join(number.groups()[1:])),
        outlet=ISSUE.sub("", above[-1]) if above else None,
        article_id=re.sub(r"\s", "", number[1]),
    )
