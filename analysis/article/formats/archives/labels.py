"""Records of `Label: value` lines around a story, as most archives export them."""

import re
from dataclasses import dataclass, field
from functools import cache

from analysis.article.days import DAY, MONTH, in_english, read_day
from analysis.lexicon import rows

LABEL = re.compile(r"[ \t]*([A-Za-zÀ-ÿ][A-Za-zÀ-ÿ/()_ -]{1,40}?)[ \t]*:[ \t]*(.*)$")
BARE = frozenset(
    "body graphic classification notes fulltext sourcecitation correction abstract links details".split()  # noqa: SIM905
)
WRAPPED = 55  # characters of a value that may go on in the next line
TITLE_LINES = 4
LISTED = re.compile(r"(?:client/matter|search terms|search type|narrowed by|content type|job number)\b", re.IGNORECASE)
MONTHLY = re.compile(
    rf"""(?:
        {MONTH} \s* \d{{1,2}} \s* [-–] \s* (?:{MONTH} \s*)? \d{{1,2}}                     # March 3-9, 2020
      | (?:{MONTH} | spring | summer | autumn | fall | winter) (?:\s* [-–/] \s* (?:{MONTH} | \w+))?  # Spring 2020
    ) ,? \s+ (?:19|20)\d\d \b .{{0,30}}""",
    re.IGNORECASE | re.VERBOSE,
)
ASIDE = re.compile(
    r"\W*(?:(?:correction|clarification|editor'?s?'? note|retraction|update) appended|distributed by .{2,80}|"
    r"(?:the )?(?:below|following) (?:correction|clarification) .*|page \d+|"
    r"(?:delivered|provided) by .{2,60}|(?:[\w.'-]+ ){1,5}edition(?: \d+)?)\W*|"
    r"\([^()]{2,60}\)|\[[^\[\]]{2,60}\]",
    re.IGNORECASE,
)
NOTICE = re.compile(r"(?:copyright|©|\(c\)|all rights reserved)", re.IGNORECASE)


@dataclass(slots=True)
class Record:
    """What stands above all labels, paragraph by paragraph; the values of the labels; the lines of the story."""

    head: list[list[str]] = field(default_factory=list)
    fields: dict[str, str] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The story, its paragraphs as they are set."""
        return re.sub(r"\n{3,}", "\n\n", "\n".join(self.lines)).strip()


def label_of(line: str, archive: str) -> tuple[str, str, str] | None:
    """Field, place and value of a line that begins with one of an archive's labels."""
    found = LABEL.match(line)
    if found:
        known = _labels(archive).get(_key(found[1]))
        return (*known, found[2].strip()) if known else None
    bare = re.sub(r"\s*\(.*\)$", "", line.strip().lower())
    known = _labels(archive).get(_key(bare)) if _key(bare) in BARE else None
    return (*known, "") if known else None


def read_record(part: str, archive: str) -> Record:
    """The parts of one article's export, read line by line from the top."""
    record, state, last = Record(), "head", None
    lines = part.split("\n")
    told = any((label_of(line, archive) or ("",))[0] == "text" for line in lines)
    for line in lines:
        found = label_of(line, archive)
        if found and _is_label_here(found, state):
            state, last = _take(record, found, state), found
        elif state == "text":
            record.lines.append(line.rstrip())
        elif state == "head":
            _add_to_head(record, line)
        elif not line.strip():
            last = None
        elif last and (len(last[2]) >= WRAPPED or last[0] == "headline"):
            _go_on(record, last[0], line)
        elif state == "label" and not told:
            state = "text"
            record.lines.append(line.rstrip())
    return record


def title_parts(head: list[list[str]]) -> tuple[str | None, str | None, str | None]:
    """Headline, outlet and line of the day from the lines above the labels, whichever of the first two comes first.

    With two paragraphs or lines above the day: headline, outlet. With one, the outlet: the headline is the paragraph
    below. Without a day the last line is the outlet. Notices (`Correction Appended`, `(Green)`) are neither.
    """
    paragraphs = [[line for line in lines if not _is_aside(line)] for lines in head]
    paragraphs = [lines for lines in paragraphs if lines]
    flat = [(n, line) for n, lines in enumerate(paragraphs) for line in lines]
    at = next((i for i in reversed(range(len(flat))) if _is_day(flat[i][1])), None)
    block, day = flat[at] if at is not None else (len(paragraphs), None)
    above = flat[:at]
    if not above:
        return (_joined(paragraphs[-1]) if paragraphs else None), None, day
    outlet = above.pop()[1]
    if above:
        return _title(above), outlet, day
    below = [lines for n, lines in enumerate(paragraphs) if n > block]
    return (_joined(below[-1]) if below else None), outlet, day


def _title(above: list[tuple[int, str]]) -> str:
    """The lines of the last paragraph above the outlet, without what a list of hits says."""
    lines = [line for n, line in above if n == above[-1][0]]
    listed = next((i for i in reversed(range(len(lines))) if LISTED.match(lines[i])), -1)
    return " ".join(lines[listed + 1 :] if len(lines) - listed <= TITLE_LINES + 1 else lines[-1:])


def _is_day(line: str) -> bool:
    """A day, or the month or season that a magazine has for one."""
    return bool(MONTHLY.fullmatch(line) or (DAY.match(in_english(line)) and read_day(line)))


def _is_aside(line: str) -> bool:
    """A line in the head of an article that is no headline, outlet or day."""
    return bool(NOTICE.match(line) or ASIDE.fullmatch(line))


def _joined(lines: list[str]) -> str:
    return " ".join(lines)


def _is_label_here(found: tuple[str, str, str], state: str) -> bool:
    """Within a story only labels that stand below one count, in a headline only those that stand above."""
    return found[1] in {"text": ("bottom", "both"), "head": ("top", "both")}.get(state, ("top", "bottom", "both"))


def _take(record: Record, found: tuple[str, str, str], state: str) -> str:
    """Note a label's value; what follows is the story, more labels, or what stands below the story."""
    name, place, value = found
    if name == "text":
        record.lines = [value] if value else []
        return "text"
    if name and value:
        record.fields.setdefault(name, value)
    return "end" if state in ("text", "end") or place == "bottom" else "label"


def _go_on(record: Record, name: str, line: str) -> None:
    """A value that goes on in the next line."""
    if name:
        record.fields[name] = f"{record.fields.get(name, '')} {line.strip()}".strip()


def _add_to_head(record: Record, line: str) -> None:
    if not line.strip():
        record.head.append([])
    elif record.head:
        record.head[-1].append(line.strip())
    else:
        record.head.append([line.strip()])


def _key(label: str) -> str:
    return label.strip().lower().replace(" ", "")


@cache
def _labels(archive: str) -> dict[str, tuple[str, str]]:
    """Field and place by label, spaces aside: exports now and then lose one."""
    return {
        _key(row["label"]): (row["field"], row["place"]) for row in rows("archive_labels") if row["archive"] == archive
    }
