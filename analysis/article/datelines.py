"""Datelines: where, when and by which agency a story was filed.

`LONDON, March 3 (Reuters) - `, `WASHINGTON (AP) — `, `Beirut, Lebanon: `, `[Nairobi] `, `Ankara (AFP)` on its own line.
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from analysis.article.days import DAY, WEEKDAYS, iso_day
from analysis.article.places import is_city, is_region
from analysis.lexicon import rows, words
from analysis.records import Dateline

LONGEST = 120
MOST_WORDS = 6
WORD = re.compile(r"[^\W\d_](?:[^\W_]|['’}](?=\w)|\.(?=\w)|-(?=\w))*\.?")
PARTICLES = frozenset(
    "de da do di del della du la las le les los el al es of the on upon sur and en am an der".split()  # noqa: SIM905
)
GAP = re.compile(r"[ \t\u00a0]*(?:,[ \t\u00a0]*)?")
END = re.compile(r",?\s*(?:--+|[–—―])+\s*|,?\s+[-_]+\s+|-\s+|(?<=\))\s?-\s*|\s+-$|\s*:\s+|\s*\|\s*|\s*$")
MISSPELT_DAY = re.compile(r"[A-Z][a-z]{2,8}\.? \d{1,2}(?=,?\s*-)")
BEFORE_TEXT = re.compile(r"\s*(?:--|[-–—―:|(]|$)")
MORE_PLACES = re.compile(r" ?/ ?| and | & ")
PARTED = frozenset(",.;-–—―|)]:/")
COMMA = re.compile(r" ?, ?")
SENTENCE_AFTER = re.compile(r"\.\s+(?=[\"“A-ZÀ-Þ])|\.?\s*$")
SIGNED = re.compile(r"\(\s*([^()\n]{2,60}?)\s*\)|/\s?([^/\n]{2,40}?)\s?/|\[\s*([^\[\]\n]{2,60}?)\s*\]")
FIRST_LETTER = re.compile(r"\W*(?:[^\W_a-zß-öø-ÿ]|[a-z][A-Z])")


@dataclass(frozen=True, slots=True)
class _Parts:
    """What the head of a paragraph was read as; `end` is where its last part ends, `body` where the text begins."""

    end: int
    place: str = ""
    cities: tuple[str, ...] = ()
    tail: str = ""
    day: str = ""
    agency: str = ""
    signer: str = ""
    bracketed: bool = False
    body: int = -1
    closer: str = ""


def find_dateline(
    text: str, start: int, end: int, published: date | None = None, *, plain: bool = True
) -> tuple[Dateline, int] | None:
    """The dateline at the head of a paragraph, and where the text proper begins; None where there is none.

    `plain` takes a place alone for one where its setting bears it out; without, an agency or a date must stand there.
    """
    head = text[start : min(end, start + LONGEST)]
    whole = end - start == len(head)
    parts = _read(head, whole=whole)
    if parts is None or not _borne_out(parts, head, plain=plain):
        return None
    lead = re.match(r"[\s*]*", head)
    dateline = Dateline(
        start=start + (lead.end() if lead else 0),
        end=start + parts.end,
        place=parts.place or None,
        date=iso_day(parts.day, published) if parts.day else None,
        agency=parts.agency or parts.signer or None,
    )
    return dateline, start + parts.body


@cache
def _agencies() -> dict[str, str]:
    forms = {row["name"]: row["agency"] for row in rows("agencies")}
    return forms | {name.upper(): agency for name, agency in forms.items()}


@cache
def _agency_words() -> re.Pattern[str]:
    forms = sorted(_agencies(), key=lambda form: (-len(form), form))
    return re.compile(rf"(?:{'|'.join(map(re.escape, forms))})(?![\w’'&]|-\w)")


def _read(head: str, *, whole: bool) -> _Parts | None:
    """Read place, day and agency in any order up to the dash, colon or bracket that closes them."""
    lead = re.match(r"[\s*]*", head)
    at = lead.end() if lead else 0
    if at >= len(head) or not (head[at].isupper() or head[at] in "[(/" or head[at].isdigit()):
        return None
    parts = _Parts(end=at)
    for _ in range(6):
        step = _step(head, at, parts)
        if step is None:
            break
        parts = step
        closed = _closed(head, parts, whole=whole)
        if closed is not None:
            after = _step(head, closed.body, closed) if closed.closer not in ("", ":") else None
            after = after and _closed(head, after, whole=whole)
            return after if after and (after.day or after.agency) else closed
        gap = GAP.match(head, parts.end)
        at = gap.end() if gap else parts.end
        if head[at : at + 2].startswith((". ", "; ")):
            at += 2
    return _unclosed(head, parts)


def _step(head: str, at: int, parts: _Parts) -> _Parts | None:
    """The next part at a position."""
    signed = SIGNED.match(head, at)
    if signed:
        return _signed(next(filter(None, signed.groups())), signed, parts)
    day = None if parts.day else DAY.match(head, at) or (parts.place and MISSPELT_DAY.match(head, at))
    if day and (not parts.place or head[:at].rstrip(" \u00a0")[-1:] in PARTED):
        return replace(parts, day=day[0], end=day.end())
    agency = None if parts.agency else _agency_words().match(head, at)
    if agency and (parts.place or parts.day or head[agency.end() : agency.end() + 1] in (",", ":", "/", "|", " ")):
        return replace(parts, agency=_agencies()[agency[0]], end=agency.end())
    return None if parts.place else _place(head, at, parts)


def _signed(inside: str, signed: re.Match[str], parts: _Parts) -> _Parts | None:
    """What stands in brackets or between slashes: an agency, an agency and a day, a place alone."""
    agency = _agency_words().match(inside)
    rest = inside[agency.end() :].strip(" ,;/") if agency else inside
    if agency and not parts.agency and (not rest or DAY.fullmatch(rest)):
        return replace(parts, agency=_agencies()[agency[0]], day=parts.day or rest, end=signed.end(), bracketed=True)
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
    if after and not (DAY.fullmatch(after) or after in _agencies()):
        return None
    return replace(
        place,
        day=after if DAY.fullmatch(after) else "",
        agency=_agencies().get(after, ""),
        end=signed.end(),
        bracketed=True,
    )


def _place(head: str, at: int, parts: _Parts) -> _Parts | None:
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
    if not tails and place.endswith(".") and "." not in place[:-1] and len(cities[-1]) > 5:
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


def _closed(head: str, parts: _Parts, *, whole: bool) -> _Parts | None:
    """The parts with what closes them, where something does: a dash, a colon, the end of the line."""
    closing = END.match(head, parts.end)
    if not closing and head.startswith(".", parts.end) and parts.agency:
        closing = SENTENCE_AFTER.match(head, parts.end)
    if not closing or (closing.end() == len(head) and not whole):
        return None
    return replace(parts, body=closing.end(), closer=closing[0].strip() or ("" if closing.end() == len(head) else " "))


def _unclosed(head: str, parts: _Parts) -> _Parts | None:
    """`New Delhi, Jan 15 (PTI) The ...`, `[Nairobi] The ...`: brackets close a dateline themselves."""
    gap = re.compile(r"\s+").match(head, parts.end)
    if not parts.bracketed or not parts.place or not gap or head[parts.end - 1] not in ")]/":
        return None
    return replace(parts, body=gap.end(), closer="]")


def _borne_out(parts: _Parts, head: str, *, plain: bool) -> bool:
    """Whether the parts make a dateline, and not the beginning of a sentence or a label."""
    opens = bool(FIRST_LETTER.match(head, parts.body))
    alone = parts.body >= len(head)
    if not (opens or alone):
        return bool((parts.agency or parts.day) and parts.closer and (_known(parts) or _capitals(parts)))
    if not parts.place:
        return bool(
            parts.agency and (parts.bracketed or parts.day) and not alone and parts.closer not in ("", "]", ":")
        )
    if _is_label(parts):
        return False
    if parts.signer and not (_capitals(parts) and _known(parts) and parts.closer not in ("", ":")):
        return False
    known = _known(parts) or _capitals(parts)
    if parts.agency:
        return known or (not alone and parts.closer != "]" and _words(parts) <= 4)
    if parts.day:
        return known if alone or parts.closer == ":" else known or _words(parts) <= 3
    return plain and _plain(parts, alone=alone)


def _plain(parts: _Parts, *, alone: bool) -> bool:
    """A place without agency or day."""
    if parts.closer in ("", "]") and not alone:
        return parts.bracketed and _known(parts)
    if alone and not parts.closer:
        return parts.bracketed and _known(parts)
    if parts.closer in (":", "|"):
        return _known(parts) and (bool(parts.tail) or all(map(is_city, parts.cities)))
    if _known(parts):
        return bool(parts.tail) or _capitals(parts) or all(map(is_city, parts.cities))
    return _capitals(parts) and _words(parts) <= 3 and all(_may_be_place(city) for city in parts.cities)


def _known(parts: _Parts) -> bool:
    if parts.tail and is_region(parts.tail):
        return True
    return any(is_city(city) or is_region(city) or is_city(city.removesuffix(" City")) for city in parts.cities) or any(
        is_region(city.split()[-1]) and city.count(" ") for city in parts.cities
    )


def _capitals(parts: _Parts) -> bool:
    city = re.sub(r"\b(?:Mc|Mac|[a-z]+\b)", "", parts.cities[0]) if parts.cities else ""
    return len(city) > 1 and city.isupper()


def _may_be_place(city: str) -> bool:
    """Capitals that a town could be written in: no short form such as NATO or U.S."""
    return len(city) > 4 and "." not in city.rstrip(".") and bool(re.search(r"[AEIOUYÀ-Þ]", city))


def _words(parts: _Parts) -> int:
    return max(city.count(" ") + 1 for city in parts.cities)


def _is_label(parts: _Parts) -> bool:
    first = parts.cities[0].casefold()
    return (
        first in words("dateline_labels")
        or first.split()[0] in words("dateline_labels") - {"new", "the"}
        or first in WEEKDAYS
        or (parts.cities[0] in _agencies() and not parts.agency)
    )
