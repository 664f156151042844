"""Factiva: two-letter codes before each field, or headline, byline, words, day and outlet one below the other."""

import re

from analysis.article.days import read_day
from analysis.article.drafts import Draft
from analysis.article.formats.archives.splits import up_to_each

END = re.compile(r"^[ \t]*(?:Document[oe]?|Documenti|Dokument) ([A-Za-z]{2,10}\w{12,})[ \t]*$", re.MULTILINE)
CODES = "SE|HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|LA|CY|LP|TD|CT|RF|CO|IN|NS|RE|IPC|IPD|PUB|AN|ART|CLM|DLN|VOL|DD|CX|NT|RST|RBN"
SURE = "SE|HD|BY|WC|PD|SN|SC|PG|LA|CY|NS|RE|PUB|AN"  # codes that no line of a story begins with
CODE = re.compile(
    rf"^[ \t]*({CODES})[ \t]*$|^(?=(?:{CODES})(?:[ ]{{2,}}|\t)|(?:{SURE})[ ])({CODES})[ \t]+(?=\S)", re.MULTILINE
)
PAGE = re.compile(
    r"^.*Page\s*\d+\s*of\s*\d+\s*(?:©|\(c\))\s*\d{4}\s*Factiva,?\s*Inc\.?\s*All\s*rights\s*reserved\.?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
WORDS = re.compile(r"[\d.,]+ (?:words|Wörter|mots|palabras|parole|palavras|woorden|ord)")
NOTICE = re.compile(r"(?:copyright|©|\(c\))", re.IGNORECASE)
HOUR = re.compile(r"\d{1,2}:\d\d(?: [AP]M)?(?: [A-Z]{2,5})?")
SIGNED = ("by ", "von ", "par ", "por ", "di ", "door ")
SUMMARY = re.compile(r"^[ \t]*Search Summary[ \t]*$", re.MULTILINE)
HEADER = 12  # lines that a header has at most
NAME = 80  # characters of a publisher's name


def is_export(text: str) -> bool:
    """Whether a text has the codes, or a line with an article's number and one with its words."""
    codes = {found[1] or found[2] for found in CODE.finditer(text)}
    return ({"HD", "PD", "SN"} <= codes and bool({"TD", "LP"} & codes)) or bool(END.search(text) and WORDS.search(text))


def parts(text: str) -> list[str]:
    """The articles: each up to its number, else from one headline code to the next."""
    text = SUMMARY.split(PAGE.sub("", text))[0]
    if END.search(text):
        return up_to_each(END, text)
    first = "SE" if re.search(r"(?m)^[ \t]*SE[ \t]*$|^SE[ \t]+\S", text) else "HD"
    return re.split(rf"(?m)^(?=[ \t]*{first}(?:[ \t]*$|[ \t]+\S))", text)


def read(part: str) -> Draft | None:
    """The fields of one article, by codes or by their order."""
    marks = list(CODE.finditer(part))
    if len({mark[1] or mark[2] for mark in marks} & {"HD", "SN", "PD", "TD", "LP"}) < 3:
        return _read_plain(part)
    ends = [mark.start() for mark in marks[1:]] + [len(part)]
    fields: dict[str, str] = {}
    for mark, end in zip(marks, ends, strict=True):
        fields.setdefault(mark[1] or mark[2], part[mark.end() : end].strip())
    number = END.search(part)
    return Draft(
        text="\n\n".join(fields[code] for code in ("LP", "TD") if fields.get(code)),
        headline=_line(fields.get("HD")),
        byline=_byline(fields.get("BY")),
        published=read_day(fields.get("PD")),
        outlet=_line(fields.get("SN")),
        article_id=number[1] if number else _line(fields.get("AN")),
    )


def _read_plain(part: str) -> Draft | None:
    """Section, headline, byline, number of words, day, hour, outlet, code, page, language, copyright line, story."""
    number = END.search(part)
    lines = [line.strip() for line in (part[: number.start()] if number else part).split("\n")]
    at = next((n for n, line in enumerate(lines[:40]) if WORDS.fullmatch(line)), None)
    if at is None:
        return None
    top = _story_begins(lines, at)
    above = [line for line in lines[:at] if line]
    header = [line for line in lines[at + 1 : top] if line and not HOUR.fullmatch(line)]
    dated = next((n for n, line in enumerate(header) if read_day(line)), None)
    signed = len(above) > 1 and above[-1].lower().startswith(SIGNED)
    return Draft(
        text="\n".join(_without_publisher(lines[top:], header)).strip(),
        headline=_headline(above[: len(above) - signed]),
        byline=_byline(above[-1]) if signed else None,
        published=read_day(header[dated]) if dated is not None else None,
        outlet=header[dated + 1] if dated is not None and dated + 1 < len(header) else None,
        article_id=number[1] if number else None,
    )


def _without_publisher(story: list[str], header: list[str]) -> list[str]:
    """A story without its last line where that only names the publisher, whom the copyright line names too."""
    last = next((n for n in reversed(range(len(story))) if story[n]), None)
    notices = [line for line in header if NOTICE.match(line)]
    named = last and len(story[last]) < NAME and any(story[last].rstrip(". ") in notice for notice in notices)
    return story[:last] if named else story


def _story_begins(lines: list[str], at: int) -> int:
    """The first line behind the copyright line; without one, the first that is no short entry of the header."""
    end, n_seen = at + 1, 0
    for n in range(at + 1, len(lines)):
        if not lines[n]:
            continue
        n_seen += 1
        if NOTICE.match(lines[n]):
            return n + 1
        if n_seen > HEADER or len(lines[n]) > 60 or lines[n].endswith((".", "”", '"', "?")):
            break
        end = n + 1
    return end


def _headline(above: list[str]) -> str | None:
    """The lines above the byline, without the name of a section on top."""
    if len(above) > 1 and above[0].count(" ") < 3 and len(above[0]) < len(above[1]):
        above = above[1:]
    return _line(" ".join(above))


def _byline(words: str | None) -> str | None:
    return re.sub(rf"^(?:{'|'.join(SIGNED)})\s*", "", _line(words) or "", flags=re.IGNORECASE) or None


def _line(words: str | None) -> str | None:
    return " ".join((words or "").split()) or None
