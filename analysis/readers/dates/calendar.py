"""Days, weeks, months and holidays as TIMEX3 values."""

import re
from datetime import date, timedelta

DAY = re.compile(r"\d{4}-\d\d-\d\d(?=T|$)")
WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
YEARS = re.compile(r"\d{2,4}")
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
PARTS = {  # of a year: first month, and how many
    **{f"{n:02d}": (n, 1) for n in range(1, 13)},
    **{f"Q{n}": (3 * n - 2, 3) for n in range(1, 5)},
    **{f"H{n}": (6 * n - 5, 6) for n in (1, 2)},
    **{code: (first, 3) for code, first in SEASONS.items()},
}
STEP = {"W": 7, "W2": 14}
OPEN = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "W2": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX"}
HOLIDAY = re.compile(r"(?:easter|(?P<month>\d\d)-(?:(?P<day>\d\d)|(?P<dow>[a-z]{3})-(?P<nth>-?\d)))(?P<away>[+-]\d+)?")
WEEKDAYS = {"mon": 0, "tue": 1, "thu": 3, "sun": 6}


def week(day: date) -> str:
    """ISO week: 2020-W03."""
    year, number, _ = day.isocalendar()
    return f"{year}-W{number:02d}"


def shifted(day: date | None, unit: str, n: int) -> str:
    """The value n units after a day, as fine as the unit is (days, weeks, months, quarters, years, decades); X for what
    is not known where no day is."""
    if day is None:
        return OPEN.get(unit, "XXXX")
    if unit == "D":
        return (day + timedelta(n)).isoformat()
    if unit in STEP:
        return week(day + timedelta(STEP[unit] * n))
    if unit in ("M", "Q"):
        months = 12 * day.year + day.month - 1 + n * (3 if unit == "Q" else 1)
        part = f"Q{months % 12 // 3 + 1}" if unit == "Q" else f"{months % 12 + 1:02d}"
        return f"{months // 12:04d}-{part}"
    years = {"Y": 1, "DE": 10, "CE": 100}[unit]
    return f"{(day.year + years * n) // years:0{5 - len(str(years))}d}"


def weekday_near(day: date, weekday: int, *, ahead: bool) -> date:
    """The nearest such weekday at or after the day, or at or before it: the same day counts."""
    away = (weekday - day.weekday()) % 7
    return day + timedelta(away if ahead or away == 0 else away - 7)


def holiday(rule: str, year: int) -> date:
    """A holiday's day in a year: `12-25`, `11-thu-4` (the fourth), `05-mon--1` (the last), `easter-2`,
    `11-mon-1+1` (the day after the first Monday)."""
    told = HOLIDAY.fullmatch(rule)
    if told is None:
        raise ValueError(f"no rule for a holiday: {rule!r}")
    number = int(told["month"] or 0)
    if not number:
        day = _easter(year)
    elif told["day"]:
        day = date(year, number, int(told["day"]))
    elif told["nth"] == "-1":
        day = weekday_near(_months(year, number, 1)[1], WEEKDAYS[told["dow"]], ahead=False)
    else:
        day = weekday_near(date(year, number, 1), WEEKDAYS[told["dow"]], ahead=True)
        day += timedelta(7 * int(told["nth"]) - 7)
    return day + timedelta(int(told["away"] or 0))


def _easter(year: int) -> date:
    """Gregorian Easter by the anonymous algorithm of 1876 (Meeus, Astronomical Algorithms, chapter 8)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def bounds(value: str) -> tuple[date, date] | None:
    """First and last day of the day, week, month, season, quarter, year or decade that a TIMEX3 value names.

    None for durations, sets, vague references, and where a part of the value is unknown.
    """
    try:
        if found := DAY.match(value):
            return date.fromisoformat(found[0]), date.fromisoformat(found[0])
        if found := WEEK.fullmatch(value):
            monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
            return monday + timedelta(5 if found[3] else 0), monday + timedelta(6)
        if value[5:] in PARTS:
            return _months(int(value[:4]), *PARTS[value[5:]])
        if YEARS.fullmatch(value):
            span = 10 ** (4 - len(value))
            return _months(int(value) * span, 1, 12 * span)
    except (ValueError, OverflowError):
        return None
    return None


def _months(year: int, first: int, number: int) -> tuple[date, date]:
    behind = first - 1 + number
    return date(year, first, 1), date(year + behind // 12, behind % 12 + 1, 1) - timedelta(1)
