"""Plain-text exports of news archives: several articles in one file, each under the archive's own labels.

LexisNexis and Nexis Uni, Factiva, ProQuest.
"""

import re
from collections.abc import Callable

from analysis.article.days import read_day
from analysis.article.drafts import Draft

NEXIS_START = re.compile(r"^[ \t]*(?:Document )?\d{1,5} of \d{1,5}(?: DOCUMENTS)?[ \t]*$", re.MULTILINE)
NEXIS_END = re.compile(r"^[ \t]*End of Document[ \t]*$", re.MULTILINE)
NEXIS_LABEL = re.compile(
    r"^[ \t]*(BYLINE|SECTION|LENGTH|DATELINE|HEADLINE|LOAD-DATE|LANGUAGE|PUBLICATION-TYPE|BODY|GRAPHIC|"
    r"Byline|Section|Length|Dateline|Highlight|Load-Date|Language|Body|Graphic|Classification|"
    r"Copyright)\b:?[ \t]*(.*)$",
    re.MULTILINE,
)
FACTIVA_END = re.compile(r"^[ \t]*Document [A-Za-z]{2,10}\w{12,}[ \t]*$", re.MULTILINE)
FACTIVA_CODE = re.compile(
    r"^[ \t]*(SE|HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|LA|CY|LP|TD|CT|RF|CO|IN|NS|RE|IPC|IPD|PUB|AN|ART|CLM)\b[ \t]*$|"
    r"^(SE|HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|LA|CY|LP|TD|CT|RF|CO|IN|NS|RE|IPC|IPD|PUB|AN|ART|CLM)[ \t]{2,}(?=\S)",
    re.MULTILINE,
)
PROQUEST_RULE = re.compile(r"^_{40,}[ \t]*$", re.MULTILINE)
PROQUEST_LABEL = re.compile(r"^([A-Z][A-Za-z /]{2,40}): ?(.*)$", re.MULTILINE)


def split_archive(text: str) -> list[Draft]:
    """The articles of an archive's export; none where the text is no such export."""
    text = text.replace("\r\n", "\n")
    for is_one, parts, read in _KINDS:
        if is_one(text):
            drafts = [read(part) for part in parts(text)]
            return [draft for draft in drafts if draft is not None and draft.text.strip()]
    return []


def _is_nexis(text: str) -> bool:
    labels = {found[1].upper() for found in NEXIS_LABEL.finditer(text)}
    return len(labels & {"LENGTH", "LOAD-DATE", "SECTION", "BYLINE", "BODY"}) >= 2 and bool(
        NEXIS_END.search(text) or NEXIS_START.search(text)
    )


def _nexis_parts(text: str) -> list[str]:
    if NEXIS_END.search(text):
        return NEXIS_END.split(text)
    return NEXIS_START.split(text)


def _read_nexis(part: str) -> Draft | None:
    """Outlet, day and headline in the lines above the labels; text behind `Body`, or behind the labels on top."""
    lines = [line.strip() for line in NEXIS_START.sub("", part).splitlines()]
    fields: dict[str, str] = {}
    head: list[str] = []
    body: list[str] = []
    for i, line in enumerate(lines):
        found = NEXIS_LABEL.match(line)
        if found and not body:
            label = found[1].lower()
            fields.setdefault(label, found[2].strip())
            if label == "body":
                body = lines[i + 1 :]
                break
        elif line and not fields:
            head.append(line)
        elif line and len(fields) > 1 and len(line) > 60:
            body = lines[i:]
            break
    return _draft(head, fields, body)


def _draft(head: list[str], fields: dict[str, str], body: list[str]) -> Draft | None:
    ends = [
        i
        for i, line in enumerate(body)
        if re.match(r"(?i)(?:load-date|language|publication-type|classification|graphic)\b", line)
    ]
    text = "\n".join(body[: ends[0]] if ends else body).strip()
    text = re.sub(r"\n{3,}", "\n\n", text)
    head = [line for line in head if not re.match(r"(?i)copyright|all rights|©", line)]
    at = next((i for i, line in enumerate(head) if read_day(line)), len(head))
    above, dated, below = head[:at], head[at : at + 1], head[at + 1 :]
    headline = fields.get("headline") or (above[0] if len(above) > 1 else below[0] if below else None)
    outlet = above[-1] if above and above[-1] != headline else None
    if not text:
        return None
    return Draft(
        text=text, headline=headline, byline=fields.get("byline"), published=read_day("".join(dated)), outlet=outlet
    )


def _is_factiva(text: str) -> bool:
    codes = {found[1] or found[2] for found in FACTIVA_CODE.finditer(text)}
    return {"HD", "WC", "PD", "TD"} <= codes or bool(FACTIVA_END.search(text))


def _factiva_parts(text: str) -> list[str]:
    return FACTIVA_END.split(text) if FACTIVA_END.search(text) else re.split(r"(?m)^(?=(?:SE|HD)\s)", text)


def _read_factiva(part: str) -> Draft | None:
    """Fields by their two-letter codes; without codes: headline, byline, words, day, outlet, language, text."""
    marks = list(FACTIVA_CODE.finditer(part))
    if len(marks) < 4:
        return _read_factiva_plain(part)
    ends = [mark.start() for mark in marks[1:]] + [len(part)]
    fields = {(mark[1] or mark[2]): part[mark.end() : end].strip() for mark, end in zip(marks, ends, strict=True)}
    text = "\n\n".join(fields[code] for code in ("LP", "TD") if fields.get(code))
    if not text:
        return None
    return Draft(
        text=text,
        headline=" ".join(fields.get("HD", "").split()) or None,
        byline=fields.get("BY") or None,
        published=read_day(fields.get("PD")),
        outlet=fields.get("SN") or None,
        article_id=fields.get("AN", "").removeprefix("Document ").strip() or None,
    )


def _read_factiva_plain(part: str) -> Draft | None:
    blocks = [block.strip() for block in part.split("\n") if block.strip()]
    at = next((i for i, block in enumerate(blocks[:12]) if re.fullmatch(r"[\d,]+ words", block)), None)
    if not at:
        return None
    top = at + 1
    while top < min(len(blocks), at + 9) and len(blocks[top]) < 60 and not blocks[top].endswith((".", "”", '"')):
        top += 1
    dated = next((block for block in blocks[at:top] if read_day(block)), None)
    after = blocks.index(dated) if dated else at
    outlet = next((b for b in blocks[after + 1 : top] if not re.match(r"\d|[A-Z]{2,6}$|English$", b)), None)
    byline = blocks[at - 1].removeprefix("By ") if at > 1 and blocks[at - 1].startswith("By ") else None
    return Draft(
        text="\n\n".join(blocks[top:]), headline=blocks[0], byline=byline, published=read_day(dated), outlet=outlet
    )


def _is_proquest(text: str) -> bool:
    labels = {found[1].lower() for found in PROQUEST_LABEL.finditer(text)}
    return "full text" in labels and bool(labels & {"proquest document id", "document url", "publication title"})


def _proquest_parts(text: str) -> list[str]:
    return PROQUEST_RULE.split(text)


def _read_proquest(part: str) -> Draft | None:
    """Fields by their labels; the text runs from `Full text:` to the next of them."""
    marks = list(PROQUEST_LABEL.finditer(part))
    starts = [i for i, mark in enumerate(marks) if mark[1].lower() == "full text"]
    if not starts:
        return None
    known = re.compile(
        r"(?i)(?:subject|location|people|company|title|publication|pages?|place|country|section|issn|source|"
        r"language|document|proquest|copyright|last updated|database|credit|classification|identifier|author|volume)\b"
    )
    end = next((m.start() for m in marks[starts[0] + 1 :] if known.match(m[1])), len(part))
    fields = {mark[1].lower(): mark[2].strip() for mark in reversed(marks) if mark[2].strip()}
    return Draft(
        text=part[marks[starts[0]].start(2) : end].strip(),
        headline=fields.get("title"),
        byline=fields.get("author"),
        published=read_day(fields.get("publication date")),
        url=fields.get("document url"),
        outlet=fields.get("publication title"),
        article_id=fields.get("proquest document id"),
    )


_KINDS: tuple[tuple[Callable[[str], bool], Callable[[str], list[str]], Callable[[str], Draft | None]], ...] = (
    (_is_factiva, _factiva_parts, _read_factiva),
    (_is_proquest, _proquest_parts, _read_proquest),
    (_is_nexis, _nexis_parts, _read_nexis),
)
