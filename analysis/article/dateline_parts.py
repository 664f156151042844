"""The parts of a dateline: places, a day, an agency, in whatever order, and the dash, colon or bracket behind them."""

import re
from dataclasses import dataclass, replace
from functools import cache

from analysis.article.days import DAY
from analysis.article.places import is_city, is_region
from analysis.lexicon import rows

MOST_WORDS = 6
WORD = re.compile(r"[^\W\d_](?:[^\W_]|['’}](?=\w)|\.(?=\w)|-(?=\w))*\.?")
PARTICLES = frozenset(
    "de da do di del della du la las le les los el al es of the on upon sur and en am an der".split()  # noqa: SIM905
)
GAP = re.compile(r"[ \t\u00a0]*(?:,[ \t\u00a0]*)?(?:/ \d{1,2}:\d\d [ap]m )?")
END = re.compile(r"[,.]?\s*(?:--+|[–—―])+\s*|\.\s?-\s+|,?\s+[-_]+\s+|-\s+|(?<=\))\s?-\s*|\s+-$|\s*:\s+|\s*\|\s*|\s*$")
MISSPELT_DAY = re.compile(r"[A-Z][a-z]{2,8}\.? \d{1,2}(?=,?\s*-)")
BEFORE_TEXT = re.compile(r"\s*(?:--|[-–—―:|(]|$)")
MORE_PLACES = re.compile(r" ?/ ?| and | & ")
PARTED = frozenset(",.;-–—―|)]:/")
SPACE = re.compile(r"\s+")
COMMA = re.compile(r" ?, ?")
SENTENCE_AFTER = re.compile(r"\.\s+(?=[\"“A-ZÀ-Þ])|\.?\s*$")
SIGNED = re.compile(r"\(\s*([^()\n]{2,60}?)\s*\)|/\s?([^/\n]{2,40}?)\s?/|\[\s*([^\[\]\n]{2,60}?)\s*\]")


@dataclass(frozen=True, slots=True)
class Parts:
    """What the head of a paragraph was read as; `end` is where its last part ends, `body` where the text begins."""

    end: int
    place: str = ""
    cities: tuple[str, ...] = ()
    tail: str = ""
    day: str = ""
    agency: str = ""
    signer: str = ""
    bracketed: bool = False
    agency_first: bool = False
    body: int = -1
    closer: str = ""


@cache
def agencies() -> dict[str, str]:
    """Forms of agencies' names to the name they are listed under."""
    forms = {row["name"]: row["agency"] for row in rows("agencies")}
    return forms | {name.upper(): agency for name, agency in forms.items()}


@cache
def _agency_words() -> re.Pattern[str]:
    forms = sorted(agencies(), key=lambda form: (-len(form), form))
    return re.compile(rf"(?:{'|'.join(map(re.escape, forms))})(?![\w’'&]|-\w)")


def read_parts(head: str, *, whole: bool) -> Parts | None:
    """The parts at the head of a paragraph, with what closes them; None where nothing does.

    It does not say whether they are a dateline: a label before a colon has the same form.
    """
    lead = re.match(r"[\s*]*", head)
    at = lead.end() if lead else 0
    if at >= len(head) or not (head[at].isupper() or head[at] in "[(/" or head[at].isdigit()):
        return None
    parts = Parts(end=at)
    for _ in range(6):
        step = _step(head, at, parts)
        if step is None:
            break
        parts = step
        closed = _closed(head, parts, whole=whole)
        if closed is not None:
            after = _step(head, closed.body, closed) if closed.closer else None
            after = after and _closed(head, after, whole=whole)
            return after if after and (after.day, after.agency) != (closed.day, closed.agency) else closed
        gap = GAP.match(head, parts.end)
        at = gap.end() if gap else parts.end
        if head[at : at + 2].startswith((". ", "; ")):
            at += 2
    return _unclosed(head, parts)


def _step(head: str, at: int, parts: Parts) -> Parts | None:
    """The next part at a position."""
    signed = SIGNED.match(head, at)
    if signed:
        return _signed(next(filter(None, signed.groups())), signed, parts)
    day = None if parts.day else DAY.match(head, at) or (parts.place and MISSPELT_DAY.match(head, at))
    if day and (not parts.place or head[:at].rstrip(" \u00a0")[-1:] in PARTED):
        return replace(parts, day=day[0], end=day.end())
    agency = None if parts.agency else _agency_words().match(head, at)
    if agency and (parts.place or parts.day or head[agency.end() : agency.end() + 1] in (",", ":", "/", "|", " ")):
        return replace(parts, agency=agencies()[agency[0]], agency_first=not parts.place, end=agency.end())
    return None if parts.place else _place(head, at, parts)


def _signed(inside: str, signed: re.Match[str], parts: Parts) -> Parts | None:
    """What stands in brackets or between slashes: an agency, an agency and a day, a place alone."""
    agency = _agency_words().match(inside)
    rest = inside[agency.end() :].strip(" ,;/") if agency else inside
    if agency and not parts.agency and (not rest or DAY.fullmatch(rest)):
        return replace(parts, agency=agencies()[agency[0]], day=parts.day or rest, end=signed.end(), bracketed=True)
    if not parts.day and DAY.fullmatch(inside):
        return replace(parts, day=inside, end=signed.end())
    if parts.place and is_region(inside):
        begin = parts.end - len(parts.place)
        return replace(parts, place=signed.string[begin : signed.end()], tail=inside, end=signed.end())
    if parts.place:
        return None if parts.agency or parts.signer else replace(parts, signer=inside, end=signed.end())
    place = _place(inside, 0, parts)
    if place is None:
        return None
    after = inside[place.end :].strip(" ,;/")
    if after and not (DAY.fullmatch(after) or after in agencies()):
        return None
    return replace(
        place,
        day=after if DAY.fullmatch(after) else "",
        agency=agencies().get(after, ""),
        end=signed.end(),
        bracketed=True,
    )


def _place(head: str, at: int, parts: Parts) -> Parts | None:
    """One place or several (`PARIS/LONDON`), and the state or country behind (`BOISE, Idaho`)."""
    end = _name_end(head, at)
    if end is None:
        return None
    first, cities = at, [head[at:end]]
    while more := MORE_PLACES.match(head, end):
        further = _name_end(head, more.end())
        if further is None or len(cities) > 3:
            break
        cities.append(head[more.end() : further])
        end = further
    tails: list[str] = []
    while len(tails) < 2 and (comma := COMMA.match(head, end)):
        tail = _name_end(head, comma.end())
        if tail is None or _agency_words().fullmatch(head, comma.end(), tail):
            break
        tails.append(head[comma.end() : tail])
        end = tail
    place = head[first:end]
    if not tails and place.endswith(".") and "." not in place[:-1] and len(cities[-1]) > 4:
        place, end = place[:-1], end - 1
    return replace(parts, place=place, cities=tuple(cities), tail=tails[-1] if tails else "", end=end)


def _name_end(head: str, at: int) -> int | None:
    """Where a capitalised name that begins here ends: before a day, an agency or what is no name."""
    first, end = at, None
    for n in range(MOST_WORDS):
        word = WORD.match(head, at)
        if not word or DAY.match(head, at) or (n and _signs(head, first, at)):
            break
        capital = word[0][0].isupper() or word[0][:3] in ("al-", "el-", "as-")
        capital = capital or (n == 1 and is_city(head[first : word.end()]))
        if not capital and (not n or word[0] not in PARTICLES):
            break
        if capital:
            end = word.end()
        if head[word.end() : word.end() + 1] not in (" ", "\u00a0"):
            break
        at = word.end() + 1
    return end


def _signs(head: str, first: int, at: int) -> bool:
    """Whether an agency's name stands here, before the text, and is no part of the place (`SANTA ANA`)."""
    agency = _agency_words().match(head, at)
    return bool(agency and BEFORE_TEXT.match(head, agency.end()) and not is_city(head[first : agency.end()]))


def _closed(head: str, parts: Parts, *, whole: bool) -> Parts | None:
    """The parts with what closes them, where something does: a dash, a colon, the end of the line."""
    closing = END.match(head, parts.end)
    if not closing and head.startswith(".", parts.end) and parts.agency:
        closing = SENTENCE_AFTER.match(head, parts.end)
    if not closing or (closing.end() == len(head) and not whole):
        return None
    return replace(parts, body=closing.end(), closer=closing[0].strip() or ("" if closing.end() == len(head) else " "))


def _unclosed(head: str, parts: Parts) -> Parts | None:
    """`New Delhi, Jan 15 (PTI) The ...`, `[Nairobi] The ...`: brackets close a dateline themselves."""
    gap = SPACE.match(head, parts.end)
    if not parts.bracketed or not parts.place or not gap or head[parts.end - 1] not in ")]/":
        return None
    return replace(parts, body=gap.end(), closer="]")
