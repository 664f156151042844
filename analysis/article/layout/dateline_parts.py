"""The parts of a dateline: places, a day, an agency, in whatever order, and the dash, colon or bracket behind them."""

import re
from dataclasses import dataclass, replace

from analysis.article.days import DAY
from analysis.article.layout.agencies import SIGNED, agencies, agency_words
from analysis.article.layout.dateline_places import read_place
from analysis.gazetteer import is_region

GAP = re.compile(r"[ \t\u00a0]*(?:,[ \t\u00a0]*)?(?:/ \d{1,2}:\d\d [ap]m )?")
END = re.compile(
    r"""
      [,.]? \s* (?:--+|[–—―])+ \s*   # OSLO, March 3 (AP) — Talks; OSLO-- Talks
    | \s+ [-_] (?=["“A-Z])           # OSLO -Talks
    | \. \s? - \s+                   # OSLO, Jan. 3.- Talks
    | ,? \s+ [-_]+ \s+               # OSLO (AP), - Talks
    | - \s+                          # OSLO- Talks
    | (?<=\)) \s? - \s*              # OSLO (AP)-Talks
    | \s+ -$                         # OSLO (AP) -, the end of the line
    | \s* : \s+                      # Oslo: Talks
    | \s* \| \s*                     # OSLO | Talks
    | \s* $                          # OSLO (AP), alone in its line
    """,
    re.VERBOSE,
)
MISSPELT_DAY = re.compile(r"[A-Z][a-z]{2,8}\.? \d{1,2}(?=,?\s*-)")
OPENS = re.compile(r"[\[(/\d]|['’][sStT]-[A-Z]")
PARTED = frozenset(",.;-–—―|)]:/")
SPACE = re.compile(r"\s+")
SENTENCE_AFTER = re.compile(r"\.\s+(?=[\"“A-ZÀ-Þ])|\.?\s*$")


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
    spot: bool = False


def read_parts(head: str, *, whole: bool) -> Parts | None:
    """The parts at the head of a paragraph, with what closes them; None where nothing does.

    It does not say whether they are a dateline: a label before a colon has the same form.
    """
    lead = re.match(r"[\s*]*", head)
    at = lead.end() if lead else 0
    if at >= len(head) or not (head[at].isupper() or OPENS.match(head, at) or agency_words().match(head, at)):
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
    agency = None if parts.agency else agency_words().match(head, at)
    if agency and (parts.place or parts.day or head[agency.end() : agency.end() + 1] in (",", ":", "/", "|", " ")):
        return replace(parts, agency=agencies()[agency[0]], agency_first=not parts.place, end=agency.end())
    return None if parts.place else _with_place(head, at, parts)


def _signed(inside: str, signed: re.Match[str], parts: Parts) -> Parts | None:
    """What stands in brackets or between slashes: an agency, an agency and a day, a place alone."""
    agency = agency_words().match(inside)
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
    place = _with_place(inside, 0, parts)
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


def _with_place(head: str, at: int, parts: Parts) -> Parts | None:
    place = read_place(head, at)
    if place is None:
        return None
    return replace(parts, place=place.words, cities=place.cities, tail=place.tail, spot=place.spot, end=place.end)


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
