"""Wire copy as teleprinters took it: IPTC 7901 and ANPA 1312, stories between control characters."""

import re
from collections.abc import Iterator
from datetime import date

from analysis.article.days import MONTHS, read_day
from analysis.article.drafts import Draft
from analysis.article.formats.agencies.notices import notices
from analysis.article.layout.agencies import agencies

IPTC = re.compile(
    rb"(?:\x01|\A\s*)(?P<source>[A-Za-z]{1,6}) ?(?P<number>\d{1,5}) \d (?P<category>\w{1,4}) (?P<words>\d{1,5})\b"
    rb"[^\r\n]*"
)
ANPA = re.compile(
    rb"(?:\x16*\x01|\A\s*)(?P<service>[A-Za-z])(?P<number>\d{4})\x1f?(?P<selector>[\w-]*)[^\r\n]*[\r\n]+"
    rb"(?P<keyword>[^\x02^]*)(?=\x02|\^)"
)
START, END = b"\x02", b"\x03"
NOT_PRINTED = re.compile(
    r"^(?:\* ?){3,}\s*$|^.*\bnot (?:intended )?for publication\b.*$|^#+ (?:Notebook|Note to editors)\b.*$", re.MULTILINE
)
SENT = re.compile(r"\b(\d\d)(\d{4}) (?:[A-Z]{1,4} )?([A-Z][A-Za-z]{2}) (\d\d(?:\d\d)?)\b")  # 040912 Mar 26
SENT_ANPA = re.compile(
    r"\b(?P<agency>[A-Z]{2,3})-[A-Z]{2,3}-(?P<month>\d\d)-(?P<day>\d\d)-(?P<year>\d\d)\b"
)  # AP-WF-03-04-26
VERSION = re.compile(
    r"\b(?:\d(?:st|nd|rd|th)[ -])?(?:Ld|Lead|Add|Sub|Writethru|Urgent|Update)(?:-\w+)*(?: \d\b)?", re.IGNORECASE
)
NOTE = re.compile(r"(?:eds|editors?'?s?)\b[^a-z]|(?:advisory|attention)\b", re.IGNORECASE)
BY = re.compile(r"by\s+(?=\S)", re.IGNORECASE)
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
SLUG = re.compile(r"[\w .&'()-]+/(?:[\w .&'()-]+/)*")  # Politics/Strike/
STORY_BEGINS = re.compile(r"\([^()]{2,20}\) ?[-–—_]|[.:][\"”]?$|=$")
LONGEST_HEADLINE = 160
ENDINGS = "=<^ \t"


def read_wire(data: bytes) -> list[Draft]:
    """The stories of a file of IPTC 7901 or ANPA 1312; none where it is neither.

    Marks of the typesetter become the characters that they stand for. Notes to editors are no part of the text; what
    they say of kills, corrections and embargoes is in `doubts`.
    """
    found = [(read, mark) for read, form in ((_read_iptc, IPTC), (_read_anpa, ANPA)) for mark in form.finditer(data)]
    found.sort(key=lambda pair: pair[1].start())
    if not found:
        return []
    ends = [*(mark.start() for _, mark in found[1:]), len(data)]
    return [read(mark, data[mark.end() : end]) for (read, mark), end in zip(found, ends, strict=True)]


def _read_iptc(mark: re.Match[bytes], rest: bytes) -> Draft:
    """Header, keywords, STX, headline, byline, text, ETX, day and hour."""
    keywords, _, body = rest.partition(START) if START in rest else (b"", b"", rest)
    story, _, below = body.partition(END)
    slug, text = _words(keywords).strip(" /\r\n\t"), _words(story)
    text, *notes = NOT_PRINTED.split(text)
    lines = [line.rstrip() for line in text.strip("\r\n").splitlines()]
    while lines and (not lines[0].strip() or SLUG.fullmatch(lines[0].strip())):
        slug = f"{slug}/{lines.pop(0).strip(' /')}".strip("/")
    headline, byline = _head(lines), None
    while lines and (not lines[0].strip() or lines[0].rstrip().endswith("=") or BY.match(lines[0])):
        line = lines.pop(0).strip(ENDINGS)
        byline = BY.sub("", line, count=1) if BY.match(line) else byline
    return Draft(
        text="\n\n".join(_paragraphs(lines)),
        headline=headline or None,
        byline=byline,
        published=_sent(_words(below)) or _sent(" ".join(notes)) or _sent("\n".join(lines[-3:])),
        article_id=_words(mark["source"] + mark["number"]),
        subjects=tuple(filter(None, (_words(mark["category"]), *map(str.strip, slug.replace("\n", "/").split("/"))))),
        doubts=tuple(notices(None, None, slug, *map(_note, notes), head=headline)),
    )


def _head(lines: list[str]) -> str:
    """The headline, taken off the top of a story: the first line, and those below it that are no sentence and end at a
    blank line or the byline.
    """
    end = next((n for n, line in enumerate(lines) if not line.strip() or BY.match(line)), len(lines))
    several = len(" ".join(lines[:end])) < LONGEST_HEADLINE and not any(map(STORY_BEGINS.search, lines[:end]))
    head = [lines.pop(0).strip(ENDINGS) for _ in range(end if several else min(end, 1))]
    return " ".join(head)


def _read_anpa(mark: re.Match[bytes], rest: bytes) -> Draft:
    """Header, STX, lines marked ^ (slug, headline, notes, byline), paragraphs behind tabs, ETX, agency and day."""
    body = rest.partition(START)[2] if START in rest else rest
    story, _, below = body.partition(END)
    lines = _words(story).splitlines()
    heads = [line.strip(ENDINGS) for line in lines if line.startswith("^")]
    slug, others = (heads[0] if heads else ""), heads[1:]
    notes = [line for line in others if NOTE.match(line)]
    names = [BY.sub("", line, count=1) for line in others if BY.match(line)]
    headline = next(
        (line for line in others if line not in notes and len(line) < LONGEST_HEADLINE and not BY.match(line)), ""
    )
    keyword = _words(mark["keyword"])
    sent = SENT_ANPA.search(_words(below)) or SENT_ANPA.search(_words(story)[-200:])
    version = VERSION.search(slug) or VERSION.search(keyword)
    return Draft(
        text="\n\n".join(_paragraphs([line for line in lines if not line.startswith("^")])),
        headline=headline or None,
        byline=", ".join(names) or None,
        published=_day(f"20{sent['year']}", int(sent["month"]), sent["day"]) if sent else None,
        outlet=agencies().get(sent["agency"]) if sent else None,
        article_id=_words(mark["service"] + mark["number"]),
        subjects=tuple(filter(None, (keyword.split()[1:2] or [""])[0:1])),
        version=version[0] if version else None,
        doubts=tuple(notices(None, None, slug, *notes, head=headline)),
    )


def _paragraphs(lines: list[str]) -> Iterator[str]:
    """Lines to paragraphs: each begins with a tab or spaces or behind a blank line, what follows goes on."""
    paragraph = ""
    for line in lines:
        words = line.strip().rstrip("<").rstrip()
        if SENT_ANPA.search(words) and len(words) < 40:
            continue
        if (not words or line.startswith(("\t", "  "))) and paragraph:
            yield paragraph
            paragraph = ""
        paragraph = f"{paragraph} {words}".strip()
    if paragraph:
        yield paragraph


def _words(data: bytes) -> str:
    """Bytes to text, the signs of the typesetter as they are printed, without control characters."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    text = CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = text.replace("``", "“").replace("''", "”")
    return re.sub(r"(?<=\S) _ (?=\S)", " — ", text)


def _note(note: str) -> str | None:
    """A note to editors, where it says that the story must not be used as it is."""
    return note if notices(None, None, note) else None


def _sent(words: str) -> date | None:
    found = next(reversed(list(SENT.finditer(words))), None)
    if not found or found[3].lower() not in MONTHS:
        return None
    year = found[4] if len(found[4]) == 4 else f"20{found[4]}"
    return _day(year, MONTHS.index(found[3][:3].lower()) + 1, found[1])


def _day(year: str, month: int, day: str) -> date | None:
    return read_day(f"{year}-{month:02d}-{day}")
