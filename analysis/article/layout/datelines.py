"""Datelines: where, when and by which agency a story was filed.

`LONDON, March 3 (Reuters) - `, `WASHINGTON (AP) — `, `Beirut, Lebanon: `, `[Nairobi] `, `Ankara (AFP)` on its own line.
"""

import re
from datetime import date

from analysis.article.days import WEEKDAYS, iso_day
from analysis.article.layout.agencies import agencies
from analysis.article.layout.dateline_parts import Parts, read_parts
from analysis.gazetteer import is_city, is_region
from analysis.lexicon import words
from analysis.records import Dateline

LONGEST = 120
FIRST_LETTER = re.compile(r"\W*(?:[^\W_a-zß-öø-ÿ]|[a-z][A-Z])")
DASHES = str.maketrans("–—―", "---")
SHOUTED = re.compile(r"\W*[^\W\d_a-zß-öø-ÿ]{2,}\W+[^\W\d_a-zß-öø-ÿ]{2,}\b")


def find_dateline(
    text: str, start: int, end: int, published: date | None = None, *, plain: bool = True
) -> tuple[Dateline, int] | None:
    """The dateline at the head of a paragraph, and where the text proper begins; None where there is none.

    `plain` takes a place alone for one where its setting bears it out; without, an agency or a date must stand there,
    or a known place in capitals before a dash.
    """
    head = text[start : min(end, start + LONGEST)]
    whole = end - start == len(head)
    parts = read_parts(head, whole=whole)
    if parts is None or not _borne_out(parts, head, plain=plain):
        return None
    lead = re.match(r"[\s*]*", head)
    return _dateline(parts, start + (lead.end() if lead else 0), start, published), start + parts.body


def labelled_dateline(text: str, start: int, end: int, published: date | None = None) -> Dateline | None:
    """The dateline in what an archive gives as one: `OSLO, Norway, Jan. 14`; None where no place is read."""
    start += len(text[start:end]) - len(text[start:end].lstrip())
    parts = read_parts(text[start : min(end, start + LONGEST)], whole=True)
    return _dateline(parts, start, start, published) if parts and parts.place else None


def _dateline(parts: Parts, begin: int, start: int, published: date | None) -> Dateline:
    return Dateline(
        start=begin,
        end=start + parts.end,
        place=parts.place or None,
        date=iso_day(parts.day, published) if parts.day else None,
        agency=parts.agency or parts.signer or None,
    )


def _borne_out(parts: Parts, head: str, *, plain: bool) -> bool:
    """Whether the parts make a dateline, and not the beginning of a sentence or a label."""
    opens = bool(FIRST_LETTER.match(head, parts.body))
    alone = parts.body >= len(head)
    if not (opens or alone):
        return bool((parts.agency or parts.day) and parts.closer and (_known(parts) or _capitals(parts)))
    if not parts.place:
        return bool(
            parts.agency and (parts.bracketed or parts.day) and not alone and parts.closer not in ("", "]", ":")
        )
    if parts.spot:
        return not alone and "-" in parts.closer.translate(DASHES)
    if _is_label(parts):
        return False
    if parts.signer and not (_capitals(parts) and _known(parts) and parts.closer not in ("", ":")):
        return False
    known = _known(parts) or _capitals(parts)
    if parts.agency and parts.agency_first and not parts.bracketed:
        return _known(parts)
    if parts.agency:
        return known or (not alone and parts.closer != "]" and _words(parts) <= 4)
    if parts.day:
        return known if alone or parts.closer == ":" else known or _words(parts) <= 3
    if not plain:
        return _capitals(parts) and _known(parts) and parts.closer not in ("", "]", ":", "|")
    return _plain(parts, head, alone=alone)


def _plain(parts: Parts, head: str, *, alone: bool) -> bool:
    """A place without agency or day."""
    if parts.closer in ("", "]") and not alone:
        return parts.bracketed and _known(parts)
    if alone and not parts.closer:
        return parts.bracketed and _known(parts)
    if parts.closer in (":", "|"):
        return _known(parts) and (bool(parts.tail) or all(map(is_city, parts.cities)))
    if _known(parts):
        return bool(parts.tail) or _capitals(parts) or all(map(is_city, parts.cities))
    set_off = head[parts.end : parts.end + 1].isspace() and not SHOUTED.match(head, parts.body)
    return set_off and _capitals(parts) and _words(parts) <= 3 and all(map(_may_be_place, parts.cities))


def _known(parts: Parts) -> bool:
    if parts.tail and is_region(parts.tail):
        return True
    return any(is_city(city) or is_region(city) or is_city(city.removesuffix(" City")) for city in parts.cities) or any(
        is_region(city.split()[-1]) and city.count(" ") for city in parts.cities
    )


def _capitals(parts: Parts) -> bool:
    city = re.sub(r"\b(?:Mc|Mac|[a-z]+\b)", "", parts.cities[0]) if parts.cities else ""
    return len(city) > 1 and city.isupper()


def _may_be_place(city: str) -> bool:
    """Capitals that a town could be written in: no short form such as NATO or U.S."""
    return len(city) > 4 and "." not in city.rstrip(".") and bool(re.search(r"[AEIOUYÀ-Þ]", city))


def _words(parts: Parts) -> int:
    return max(city.count(" ") + 1 for city in parts.cities)


def _is_label(parts: Parts) -> bool:
    first = parts.cities[0].casefold()
    return (
        first in words("dateline_labels")
        or first.split()[0] in words("dateline_labels") - {"new", "the"}
        or first in WEEKDAYS
        or (first.split()[0] in words("dateline_phrases", place="first") and not parts.tail)
        or (parts.cities[0] in agencies() and not parts.agency)
    )
