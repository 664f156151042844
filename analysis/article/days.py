"""Days as datelines, bylines and page metadata write them: `March 3`, `3 Mar. 2020`, `Tuesday`, `2020-03-03`."""

import re
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTH = (
    r"(?:jan(?:uary)?|feb(?:r?uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_NTH = r"\d{1,2}(?:st|nd|rd|th)?(?!\d|[/:]\d)"
DAY = re.compile(
    rf"""
    (?: (?:{"|".join(WEEKDAYS)}|mon|tue|tues|wed|thu|thurs|fri|sat|sun) \b \.? ,? \s+ )?
    (?: (?P<m1>{MONTH}) \s* (?P<d1>{_NTH}) (?: ,? \s+ (?P<y1>(?:19|20)\d\d) \b )?        # Wed., March 3rd, 2020
      | (?P<d2>{_NTH}) \s+ (?P<m2>{MONTH}) (?: ,? \s+ (?P<y2>(?:19|20)\d\d) \b )?        # 3 Mar. 2020
      | (?P<y3>(?:19|20)\d\d) [-/] (?P<m3>\d\d) [-/] (?P<d3>\d\d) (?!\d)                 # 2020-03-03
      | (?P<a>\d{{1,2}}) [./] (?P<b>\d{{1,2}}) [./] (?P<y4>(?:19|20)\d\d) \b             # 15/3/2020
    )
    | (?P<weekday>{"|".join(WEEKDAYS)}) \b                                               # Tuesday
    """,
    re.IGNORECASE | re.VERBOSE,
)

NUMBER = re.compile(r"\d{5,19}(?:\.\d+)?|\d(?:\.\d+)?[eE]\+\d\d?")
COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?=T?\d{4}|T|\D)")  # 20200115T101500Z
JOINED = re.compile(r"\b(\d{1,2})[-/. ]+([A-Za-z]{3,9})[-/., ]+(\d{4})\b")  # 15-Jan-2020
CLOCKED = re.compile(
    r"\b([A-Z][a-z]{2}) +(\d{1,2}) \d\d:\d\d:\d\d (?:\S+ )?(\d{4})\b"
)  # Wed Jan 15 10:15:00 +0000 2020
SHORT = re.compile(r"\b(\d{1,2})[- ]([A-Za-z]{3,9})[- ](\d\d)(?![\d:])")  # 15-Jan-20
SLASHED = re.compile(r"\s*(\d{1,2})[/-](\d{1,2})[/-]((?:19|20)\d\d)\b")  # 03/04/2020, 03-04-2020
LOOSE = re.compile(r"((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")  # 2020-1-5
EARLIEST_CELL, LATEST_CELL = 20_000, 73_050  # a spreadsheet's numbers of days, 1954 to 2099
EARLIEST_SECOND, LATEST_SECOND = 100_000_000, 4_102_444_800  # 1973 to 2099


class Order(NamedTuple):
    """Whether days of figures are written day before month (None: not known), and whether that is certain."""

    day_first: bool | None
    sure: bool


UNKNOWN = Order(None, sure=False)


def iso_day(words: str, published: date | None = None) -> str | None:
    """The day that some words name, as an ISO date; None where it can't be known.

    A day without a year is the one nearest to the publication day, a weekday the last one up to it. `03/04/2020` stays
    unknown: it is read one way in one country and another way in the next.
    """
    found = DAY.match(words.strip())
    if not found:
        return None
    if found["weekday"]:
        return published and _last_weekday(WEEKDAYS.index(found["weekday"].lower()), published).isoformat()
    year, month, day = _numbers(found)
    if year:
        found_day = _day(year, month, day)
    else:
        years = (published.year - 1, published.year, published.year + 1) if published else ()
        near = [near for year in years if (near := _day(year, month, day))]
        found_day = min(near, key=lambda day: abs(day - published)) if published and near else None
    return found_day and found_day.isoformat()


def read_day(words: Any, *, day_first: bool | None = None) -> date | None:
    """A day from a field of a file (`2020-01-15T10:00:00Z`, `15 January 2020`, `Wed, 15 Jan 2020`, `20200115`, a date,
    seconds or milliseconds since 1970, a spreadsheet's number of a day); None where there is none.

    `day_first` says how `03/04/2020` is read, if it is known; else it is no day.
    """
    if isinstance(words, datetime):
        return words.date() if words == words else None
    if isinstance(words, (bool, date)) or words is None:
        return words if isinstance(words, date) else None
    text = str(words).strip()
    if NUMBER.fullmatch(text):
        return _numbered(float(text))
    if compact := COMPACT.match(text):
        return _day(*map(int, compact.groups()))
    text = CLOCKED.sub(r"\1 \2, \3", text)
    found = DAY.search(SHORT.sub(_whole_year, JOINED.sub(r"\1 \2 \3", SLASHED.sub(r"\1/\2/\3", text))))
    if not found:
        loose = LOOSE.match(text)
        return _day(*map(int, loose.groups())) if loose else None
    if found["weekday"] or not _numbers(found)[0]:
        return None
    if found["a"] and day_first is not None:
        first, second = int(found["a"]), int(found["b"])
        return _day(int(found["y4"]), *((second, first) if day_first else (first, second)))
    return _day(*_numbers(found))


def day_order(days: list[str]) -> Order:
    """How a table's days such as `03/04/2020` are written, as far as its other days tell.

    One above the twelfth settles it. Else the order is likely that lays all of them among the days that are clear.
    """
    slashed = [found for words in days if (found := SLASHED.match(words))]
    first, second = any(int(found[1]) > 12 for found in slashed), any(int(found[2]) > 12 for found in slashed)
    if first != second:
        return Order(first, sure=True)
    clear = [day for words in days if (day := read_day(words))]
    if first or not slashed or not clear:
        return UNKNOWN
    fits = [
        all(day and min(clear) <= day <= max(clear) for day in read)
        for read in ([read_day(found[0], day_first=way) for found in slashed] for way in (True, False))
    ]
    return Order(fits[0], sure=False) if fits[0] != fits[1] else UNKNOWN


def _whole_year(found: re.Match[str]) -> str:
    """`15-Jan-20` with its century: years up to 68 are of this one, as in POSIX."""
    return f"{found[1]} {found[2]} {'20' if int(found[3]) < 69 else '19'}{found[3]}"


def _numbered(number: float) -> date | None:
    """The day of a moment counted from 1970, of a spreadsheet's day or of `20200115`."""
    if EARLIEST_CELL <= number <= LATEST_CELL:
        return date(1899, 12, 30) + timedelta(days=int(number))
    if 19_000_101 <= number <= 21_001_231:
        return _day(int(number) // 10_000, int(number) // 100 % 100, int(number) % 100)
    for unit in (1, 1_000, 1_000_000, 1_000_000_000):
        if EARLIEST_SECOND <= number / unit < LATEST_SECOND:
            return (datetime(1970, 1, 1) + timedelta(seconds=number / unit)).date()
    return None


def _numbers(found: re.Match[str]) -> tuple[int, int, int]:
    """Year (0: not given), month, day."""
    if found["a"]:
        a, b = int(found["a"]), int(found["b"])
        dotted = "." in found[0]  # nobody writes 4.3.2020 for the third of April
        day, month = (a, b) if a > 12 or a == b or dotted else (b, a) if b > 12 else (0, 0)
        return int(found["y4"]), month, day
    year = found["y1"] or found["y2"] or found["y3"] or "0"
    name = found["m1"] or found["m2"]
    month = MONTHS.index(name[:3].lower()) + 1 if name else int(found["m3"])
    day = re.sub(r"\D", "", found["d1"] or found["d2"] or found["d3"])
    return int(year), month, int(day)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _last_weekday(weekday: int, published: date) -> date:
    return published - timedelta(days=(published.weekday() - weekday) % 7)
