"""Values of expressions that name a day or a time of day, or a month."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from analysis.readers.dates import calendar
from analysis.readers.dates.grounds import (
    Context,
    Groups,
    Value,
    day_value,
    month_of,
    step_of,
)
from analysis.readers.dates.words import words_of

SOON = 14  # days from today within which a clause in the past may name a day to come (`the vote was on Friday`)


def _iso(groups: Groups, context: Context) -> Value | None:
    return day_value(int(groups["y"]), int(groups["m"]), int(groups["d"]))


def _numeric(groups: Groups, context: Context) -> Value | None:
    year = int(groups["y"])
    if year < 100:
        year += 2000 if year < 50 else 1900
    return day_value(year, int(groups["m"]), int(groups["d"]))


def _full(groups: Groups, context: Context) -> Value | None:
    month, day = month_of(groups["mon"]), int(re.sub(r"\D", "", groups["d"]))
    if "y" in groups:
        return day_value(int(groups["y"]), month, day)
    if context.today is None:
        return Value("DATE", f"XXXX-{month:02d}-{day:02d}")
    if "which" in groups:
        return day_value(_year_of(groups["which"].lower(), month, day, context.today), month, day, context.source)
    return day_value(_year_for(month, day, context), month, day, context.source)


def _year_of(which: str, month: int, day: int, today: date) -> int:
    gone = (month, day) < (today.month, today.day)
    return today.year - (which == "last" and not gone) + (which == "next" and gone)


def _year_for(month: int, day: int, context: Context) -> int:
    """The nearest year on the side that the clause looks to; within five months the near side wins."""
    today = context.today
    assert today
    away = (month - today.month) * 30.4 + day - today.day
    if away < -150 and context.ahead:
        return today.year + 1
    if away > SOON and context.back:
        return today.year - 1
    if away > (250 if context.ahead else 150):
        return today.year - 1
    if away < -270:
        return today.year + 1
    return today.year


def _months(groups: Groups, context: Context) -> Value | None:
    month = month_of(groups["mon"])
    if "y" in groups:
        return Value("DATE", f"{int(groups['y'])}-{month:02d}")
    today = context.today
    if today is None:
        return Value("DATE", f"XXXX-{month:02d}")
    if "rel" in groups:
        return Value("DATE", calendar.month(today.year + step_of(groups["rel"]), month), context.source)
    by = step_of(groups.get("which", ""))
    year = today.year
    if by < 0:
        year -= month >= today.month
    elif by > 0 or (context.ahead and "which" not in groups):
        year += month < today.month
    elif "which" not in groups:
        year -= month > today.month
    return Value("DATE", calendar.month(year, month), context.source)


def _weekday(groups: Groups, context: Context) -> Value | None:
    part = words_of("part").get(groups.get("part", "").lower(), "")
    kind = "TIME" if part else "DATE"
    number = int(words_of("weekday")[groups["dow"].lower().rstrip(".")])
    if context.today is None:
        return Value(kind, f"XXXX-WXX-{number + 1}{part}")
    day = calendar.weekday_near(context.today, number, ahead=_weekday_ahead(groups, context))
    if day == context.today:
        day += timedelta(7 * step_of(groups.get("which", "")))
    if " last week" in groups.get("of", "").lower():
        day = context.today - timedelta(context.today.weekday() + 7 - number)
    return Value(kind, f"{day.isoformat()}{part}", context.source)


def _weekday_ahead(groups: Groups, context: Context) -> bool:
    by = step_of(groups.get("which", ""))
    return by > 0 or (by == 0 and context.ahead)


def _deictic(groups: Groups, context: Context) -> Value | None:
    word = groups["word"].lower()
    part = words_of("part").get((groups.get("part") or word.split()[-1]).lower(), "")
    part = "TNI" if word in ("tonight", "overnight", "last night") else part
    kind = "TIME" if part else "DATE"
    by = {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(word, 0)
    if context.today is None:
        return Value(kind, f"XXXX-XX-XX{part}")
    return Value(kind, f"{(context.today + timedelta(by)).isoformat()}{part}", context.source)


def _clock(groups: Groups, context: Context) -> Value | None:
    if "name" in groups:
        at = "T24:00" if groups["name"].lower() == "midnight" else "T12:00"
    else:
        hour = int(groups["hour"]) % 12 + (12 if groups["half"].lower().startswith("p") else 0)
        if int(groups["hour"]) > 12:
            return None
        at = f"T{hour:02d}:{groups.get('minute', '00')}"
    on = groups.get("on", "").lower()
    if on in words_of("weekday"):
        day = _weekday({"dow": on}, context)
    elif "mon" in groups:
        day = _full(groups, context)
    elif on:
        day = _deictic({"word": on}, context)
    else:
        day = Value("DATE", *_day_spoken_of(context))
    return Value("TIME", f"{day.value}{at}", day.anchor) if day else None


def _hour(groups: Groups, context: Context) -> Value | None:
    day, anchor = _day_spoken_of(context)
    zone = "Z" if groups["zone"] in ("UTC", "GMT") else ""
    return Value("TIME", f"{day}T{int(groups['hour']):02d}:{groups['minute']}{zone}", anchor)


def _part_of(groups: Groups, context: Context) -> Value | None:
    part = words_of("part")[groups.get("part", groups.get("late", "")).lower()]
    day, anchor = _day_spoken_of(context)
    return Value("TIME", f"{day}{part}", anchor)


def _day_spoken_of(context: Context) -> tuple[str, str | None]:
    """The day last named, else today, and what it is known from."""
    if context.spoken:
        return context.spoken.isoformat(), context.spoken.isoformat()
    return (context.today.isoformat(), context.source) if context.today else ("XXXX-XX-XX", None)


def _holiday(groups: Groups, context: Context) -> Value | None:
    rule = words_of("holiday")[groups["name"].lower()]
    if "y" in groups:
        return Value("DATE", calendar.holiday(rule, int(groups["y"])).isoformat())
    if context.today is None:
        return Value("DATE", "XXXX-XX-XX")
    by = step_of(groups.get("which", ""))
    days = [calendar.holiday(rule, context.today.year + n) for n in (-1, 0, 1)]
    if by < 0:
        day = max(found for found in days if found < context.today)
    elif by > 0 or context.ahead:
        day = min(found for found in days if found >= context.today)
    else:
        day = min(days, key=lambda found: (abs((found - context.today).days), found))
    return Value("DATE", day.isoformat(), context.source)


RULES: dict[str, Callable[[Groups, Context], Value | None]] = {
    "iso": _iso,
    "numeric": _numeric,
    "full": _full,
    "month": _months,
    "clock": _clock,
    "hour": _hour,
    "weekday": _weekday,
    "deictic": _deictic,
    "holiday": _holiday,
    "part_of": _part_of,
}
