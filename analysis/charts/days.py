"""Days, periods and what is done in them as people write it."""

import re
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from analysis.console import counted
from analysis.readers.dates import bounds

MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905
PARTS = {
    (1, 3): "first quarter of {}",
    (4, 3): "second quarter of {}",
    (7, 3): "third quarter of {}",
    (10, 3): "fourth quarter of {}",
    (3, 3): "spring {}",
    (6, 3): "summer {}",
    (9, 3): "autumn {}",
    (12, 3): "winter {}",
    (1, 6): "first half of {}",
    (7, 6): "second half of {}",
    (1, 12): "{}",
}
UNITS = {
    "D": "day",
    "W": "week",
    "M": "month",
    "Y": "year",
    "DE": "decade",
    "TH": "hour",
    "TM": "minute",
    "TS": "second",
}
TIMES = {"MO": "morning", "MI": "noon", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}
SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
PARTS_OF_YEAR = SEASONS | {f"Q{n}": PARTS[3 * n - 2, 3].removesuffix(" {}") for n in range(1, 5)}
PARTS_OF_YEAR |= {f"H{n}": PARTS[6 * n - 5, 6].removesuffix(" {}") for n in (1, 2)}
REFERENCES = {"PRESENT_REF": "now", "PAST_REF": "some time before", "FUTURE_REF": "some time to come"}


def who_acts(row: Any) -> str | None:
    """Who acts in a row of `events`; None where the action's own words tell it."""
    told = any(start <= row.actor_start < end for start, end in row.action_spans) if row.actor else False
    return None if told else row.actor


def what_is_done(row: Any) -> str:
    """The pieces of a row's action as one phrase: what was said behind a colon, no quotation mark alone."""
    pieces, starts = row.action.split(" … "), [start for start, _ in row.action_spans]
    if len(pieces) != len(starts):
        pieces, starts = [row.action], [0]
    back = [False, *(after < before for before, after in pairwise(starts))]
    words = "".join(f"{': ' if turns else ' '}{piece}" for piece, turns in zip(pieces, back, strict=True)).strip()
    if words.count('"') % 2:
        words = words.replace('"', "", 1)
    if words.count("“") != words.count("”"):
        words = words.replace("“", "").replace("”", "")
    return words if who_acts(row) else upper(words)


def days_of(row: Any) -> tuple[str, str]:
    """The first and the last day of what a row of `events` is dated by, which may be a week, a month or a year."""
    days = bounds(row.first_day)
    return (days[0].isoformat() if days else row.first_day), row.last_day


def upper(words: str) -> str:
    """With a capital at its beginning."""
    return words[:1].upper() + words[1:]


def in_words(day: str) -> str:
    """A day, month or year as it is written: `2020-01-15` is `15 January 2020`."""
    year, *rest = day.split("-")
    month = MONTHS[int(rest[0]) - 1] if rest and 1 <= int(rest[0]) <= 12 else ""
    return " ".join(filter(None, [str(int(rest[1])) if len(rest) > 1 else "", month, year]))


def period_in_words(first: str, last: str) -> str:
    """A day, weekend, week, month, season or year by its first and last day."""
    start, end = date.fromisoformat(first), date.fromisoformat(last) + timedelta(1)
    length = (end - start).days
    if length <= 1:
        return in_words(first)
    if length in (2, 7):
        return f"{'weekend' if length == 2 else 'week'} of {in_words(first)}"
    months = (end.year - start.year) * 12 + end.month - start.month
    if months == 1:
        return in_words(first[:7])
    return PARTS.get((start.month, months), f"{in_words(first)} – {in_words(last)}").format(start.year)


def value_in_words(value: str) -> str:
    """What a TIMEX3 value says: `P3Y` is `3 years`, `2016-SP` `spring 2016`; one that people have no short words for
    stays as it is."""
    if re.fullmatch(r"\d{4}(?:-\d\d){0,2}", value):
        return in_words(value)
    if found := re.fullmatch(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d|[A-Z]{2})", value):
        return f"{in_words(found[1])}, {TIMES.get(found[2], found[2])}"
    if found := re.fullmatch(r"(\d{4})-([A-Z]{2}|Q[1-4]|H[12])", value):
        return f"{PARTS_OF_YEAR.get(found[2], found[2])} {found[1]}"
    if found := re.fullmatch(r"(\d{4})-W(0[1-9]|[1-4]\d|5[0-2])", value):
        return f"week of {in_words(date.fromisocalendar(int(found[1]), int(found[2]), 1).isoformat())}"
    if found := re.fullmatch(r"P(T?)(\d+|X)(DE|[DWMYHS])", value):
        unit = UNITS.get(found[1] + found[3], value)
        return f"some {unit}s" if found[2] == "X" else counted(int(found[2]), unit)
    return f"{value}0s" if re.fullmatch(r"\d{3}", value) else REFERENCES.get(value, value)
