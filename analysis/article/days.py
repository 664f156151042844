"""Days as datelines, bylines and page metadata write them: `March 3`, `3 Mar. 2020`, `Tuesday`, `2020-03-03`."""

import re
from datetime import date, datetime, timedelta

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


def read_day(words: str | date | None) -> date | None:
    """A day from a field of a file (`2020-01-15T10:00:00Z`, `15 January 2020`, a date); None where there is none."""
    if isinstance(words, datetime):
        return words.date()
    if isinstance(words, date) or not words:
        return words or None
    found = DAY.search(str(words))
    if not found or found["weekday"] or not _numbers(found)[0]:
        return None
    return _day(*_numbers(found))


def _numbers(found: re.Match[str]) -> tuple[int, int, int]:
    """Year (0: not given), month, day."""
    if found["a"]:
        a, b = int(found["a"]), int(found["b"])
        day, month = (a, b) if a > 12 or a == b else (b, a) if b > 12 else (0, 0)
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
