"""Datelines: where, when and by which agency a story was filed.

`LONDON, March 3 (Reuters) - `, `WASHINGTON (AP) — `, `Beirut, Lebanon: `, `[Nairobi] `, `Ankara (AFP)` on its own line.
"""

import re
from datetime import date
from functools import cache

from analysis.lexicon import rows, words
from analysis.names.geography import country_of
from analysis.records import Dateline

MONTHS = (
    r"Jan(?:uary|\.)?",
    r"Feb(?:ruary|\.)?",
    r"Mar(?:ch|\.)?",
    r"Apr(?:il|\.)?",
    "May",
    r"June?\.?",
    r"July?\.?",
    r"Aug(?:ust|\.)?",
    r"Sept?(?:ember|\.)?",
    r"Oct(?:ober|\.)?",
    r"Nov(?:ember|\.)?",
    r"Dec(?:ember|\.)?",
)
MONTH = f"(?i:{'|'.join(MONTHS)})"
DAY = rf"(?:{MONTH}\.?\s+\d{{1,2}}|\d{{1,2}}\s+{MONTH})(?:,?\s+\d{{4}})?"
UPPER = r"[^\W\d_a-zß-öø-ÿ]"
SMALL = "de|di|la|el|al|and|of|the|on|upon"
APOSTROPHES = ".'\u2019"
CAPS = rf"{UPPER}(?:{UPPER}|[{APOSTROPHES}])*(?:[ /-](?:{UPPER}(?:{UPPER}|[{APOSTROPHES}])*|{SMALL}))*"
TITLE = rf"{UPPER}[\w{APOSTROPHES}-]*(?:[ /-](?:{UPPER}[\w{APOSTROPHES}-]*|{SMALL}))*"
PLACE = rf"(?:{CAPS}(?:,\s+(?!{MONTH}\.?\s+\d){TITLE})?|{TITLE}(?:,\s+(?!{MONTH}\.?\s+\d){TITLE}){{0,2}})"
AGENCY = r"(?:\((?P<round>[^()\n]{2,40})\)|/\s?(?P<slash>[^/\n]{2,40}?)\s?/(?=\s*-))"
END = r"(?P<end>\s*(?:--+|[–—―])\s*|\s+-\s+|\s*:\s+|\s*$)"
FORM = re.compile(
    rf"(?P<open>\[?)(?P<place>{PLACE})(?P<close>\]?),?(?:\s*,?\s*(?P<date>{DAY})[,.]?)?(?:,?\s*{AGENCY})?"
    rf"(?:,\s*(?P<plain>[A-Z][\w. ]{{1,30}}?)(?=\s*(?:--|[-–—:])))?(?:\s*,?\s*(?P<date2>{DAY})[,.]?)?{END}"
)


@cache
def agencies() -> dict[str, str]:
    """Names of agencies to the name they go by here."""
    return {row["name"]: row["agency"] for row in rows("agencies")}


def find_dateline(text: str, start: int, end: int, published: date | None = None) -> tuple[Dateline, int] | None:
    """The dateline at the head of a paragraph, and where the text proper begins; None where there is none.

    Words in capitals before a dash are taken for a place unless they are a label (`BREAKING`); words in title case
    only with an agency, a date or a country to bear them out.
    """
    found = FORM.match(text[start : min(end, start + 160)])
    if not found or not _borne_out(found, whole=found.end() == end - start):
        return None
    agency = found["round"] or found["slash"] or found["plain"]
    day = found["date"] or found["date2"]
    last = max(found.end(group) for group in ("place", "close", "date", "round", "slash", "plain", "date2"))
    last += found.string[last : last + 1] in (")", "/", ".")
    dateline = Dateline(
        start=start,
        end=start + last,
        place=found["place"].strip(" ,"),
        date=iso_day(day, published) if day else None,
        agency=agencies().get(agency.strip(), agency.strip()) if agency else None,
    )
    return dateline, start + found.end()


def _borne_out(found: re.Match[str], *, whole: bool) -> bool:
    place, agency = found["place"], found["round"] or found["slash"] or found["plain"]
    if agency and not (
        agency.strip() in agencies() or (agency.isupper() and 2 <= len(agency) <= 5 and not found["plain"])
    ):
        return False
    if place.casefold() in words("dateline_labels") or place in agencies() or len(place.split()) > 7:
        return False
    if agency or found["date"] or found["date2"]:
        return bool(agency) or not whole
    if found["open"] and found["close"]:
        return country_of(place.split(",")[0]) is not None
    if whole or not found["end"].strip():
        return False
    city = place.split(",")[0]
    colon, spaced = found["end"].strip() == ":", found["end"] != found["end"].strip()
    if city.isupper() and not colon:
        return spaced and len(city) > 3 and city.split()[0].casefold() not in words("dateline_labels")
    known = country_of(place.split(", ")[-1]) or country_of(city.title())
    return known is not None and (colon or found["end"][0].isspace())


def iso_day(words_: str, published: date | None) -> str | None:
    """`March 3` as an ISO day: of its own year, else the last one before or at the publication day, else None."""
    found = re.match(
        rf"(?:(?P<d1>\d{{1,2}})\s+)?(?P<m>{MONTH})\.?\s*(?P<d2>\d{{1,2}})?(?:,?\s+(?P<y>\d{{4}}))?", words_
    )
    if not found or not (found["d1"] or found["d2"]):
        return None
    month = next(n for n, pattern in enumerate(MONTHS, 1) if re.fullmatch(pattern, found["m"], re.IGNORECASE))
    year = int(found["y"]) if found["y"] else published.year if published else None
    if year is None:
        return None
    try:
        day = date(year, month, int(found["d1"] or found["d2"]))
        if published and not found["y"] and (day - published).days > 31:
            day = day.replace(year=year - 1)
    except ValueError:
        return None
    return day.isoformat()
