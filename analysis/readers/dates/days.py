"""Values of expressions that name a day, a time of day, a month or a season."""

import re
from datetime import date, timedelta

from analysis.readers.dates import calendar
from analysis.readers.dates.anchors import Context, Groups, Value
from analysis.readers.dates.words import month_of, step_of, words_of, year_of

HALF_A_YEAR, NINE_MONTHS = 150, 270  # days


def numeric(groups: Groups, context: Context) -> Value:
    """`2020-01-15`, `1/15/20`: month before day."""
    return Value("DATE", date(year_of(groups["y"]), int(groups["m"]), int(groups["d"])).isoformat())


def day(groups: Groups, context: Context) -> Value:
    """`3 March 2019`, `March 3`, `last March 3`, `3 March last year`."""
    month, number = month_of(groups["mon"]), int(re.sub(r"\D", "", groups["d"]))
    if "y" in groups:
        year = year_of(groups["y"]) - (month_of(groups.get("until", "december")) < month)
        return Value("DATE", date(year, month, number).isoformat())
    if context.today is None:
        return Value("DATE", f"XXXX-{month:02d}-{number:02d}")
    return Value("DATE", date(_year_of_day(month, number, groups, context), month, number).isoformat(), context.source)


def _year_of_day(month: int, day: int, groups: Groups, context: Context) -> int:
    """The year that the words tell or the weekday fits, else the nearest on the side that the clause looks to."""
    today = context.today or date.max
    gone = (month, day) < (today.month, today.day)
    if "after" in groups and context.spoken:
        return context.spoken.year
    if "rel" in groups:
        return today.year + step_of(groups["rel"].split()[0])
    if "which" in groups:
        by = step_of(groups["which"])
        return today.year - (by < 0 and not gone) + (by > 0 and gone)
    if "dow" in groups:
        weekday = int(words_of("weekday")[groups["dow"].lower().rstrip(".")])
        years = [year for year in (0, 1, -1) if date(today.year + year, month, day).weekday() == weekday]
        if years:
            return today.year + years[0]
    away = (month - today.month) * 30.4 + day - today.day
    if context.ahead:
        return today.year + (away < -HALF_A_YEAR) - (away > 250)
    if away > (0 if context.back else HALF_A_YEAR):
        return today.year - 1
    return today.year + (away < -NINE_MONTHS)


def day_of(groups: Groups, context: Context) -> Value | None:
    """`the 1st of last month`, `the last day of this month`."""
    if context.today is None:
        return Value("DATE", "XXXX-XX-XX")
    first, last = calendar.bounds(calendar.shifted(context.today, "M", step_of(groups["which"]))) or (None, None)
    if first is None or last is None:
        return None
    found = last if groups["d"].lower() == "last day" else first.replace(day=int(groups["d"][:-2]))
    return Value("DATE", found.isoformat(), context.source)


def month(groups: Groups, context: Context) -> Value:
    """`March 2019`, `last March`, `March last year`, `early March`."""
    number = month_of(groups["mon"])
    return _part_of_year(f"{number:02d}", number, number, groups, context)


def season(groups: Groups, context: Context) -> Value:
    """`last summer`, `the winter of 2014`: a winter has the year that it begins in."""
    code = words_of("season")[groups["season"].lower()]
    first = calendar.SEASONS[code]
    return _part_of_year(code, first, first + 2, groups, context)


def _part_of_year(code: str, first: int, last: int, groups: Groups, context: Context) -> Value:
    """A month or season, from its first month to its last: of the year told, else on the side that the words or the
    clause look to."""
    today, by = context.today, step_of(groups.get("which", ""))
    if "y" in groups:
        return Value("DATE", f"{year_of(groups['y'])}-{code}")
    if today is None:
        return Value("DATE", f"XXXX-{code}")
    year = today.year
    if "rel" in groups:
        year += step_of(groups["rel"].split()[0])
    elif by < 0:
        year -= last >= today.month
    elif by > 0 or (context.ahead and "which" not in groups):
        year += last < today.month
    elif "which" not in groups:
        year -= first > today.month
    return Value("DATE", f"{year:04d}-{code}", context.source)


def weekday(groups: Groups, context: Context) -> Value:
    """`Wednesday`, `last Wednesday evening`, `Wednesday next week`, `Wednesday week`: the nearest on the side that the
    words or the clause look to."""
    part = words_of("part").get(groups.get("part", "").lower(), "")
    kind = "TIME" if part else "DATE"
    number = int(words_of("weekday")[groups["dow"].lower().rstrip(".")])
    if context.today is None:
        return Value(kind, f"XXXX-WXX-{number + 1}{part}")
    by = step_of(groups.get("which", ""))
    day = calendar.weekday_near(context.today, number, ahead=by > 0 or (by == 0 and context.ahead))
    if "week" in groups:
        day = context.today + timedelta(number - context.today.weekday() + 7 * step_of(groups["week"]))
    elif "a_week" in groups:
        day = calendar.weekday_near(context.today + timedelta(1), number, ahead=True) + timedelta(7)
    elif day == context.today:
        day += timedelta(7 * by)
    return Value(kind, f"{day.isoformat()}{part}", context.source)


def deictic(groups: Groups, context: Context) -> Value:
    """`yesterday`, `tomorrow evening`, `last night`, `this morning`."""
    word = groups["word"].lower()
    part = words_of("part").get((groups.get("part") or word.split()[-1]).lower(), "")
    part = "TNI" if word in ("tonight", "overnight", "last night") else part
    kind = "TIME" if part else "DATE"
    by = {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(word, 0)
    return Value(kind, f"{calendar.shifted(context.today, 'D', by)}{part}", context.source)


def clock(groups: Groups, context: Context) -> Value | None:
    """`9 a.m.`, `18:00 UTC`, `noon on Friday`: of the day named with it, else of the day last spoken of."""
    if "name" in groups:
        at = "T24:00" if groups["name"].lower() == "midnight" else "T12:00"
    else:
        hour, half = int(groups["hour"]), groups.get("half", "").lower()
        if half and hour > 12:
            return None
        hour = hour % 12 + 12 * half.startswith("p") if half else hour
        at = f"T{hour:02d}:{groups.get('minute', '00')}{'Z' if groups.get('zone') in ('UTC', 'GMT') else ''}"
    rule = day if "mon" in groups else weekday if "dow" in groups else deictic if "word" in groups else _day_of_hours
    on = rule(groups, context)
    return Value("TIME", f"{on.value}{at}", on.anchor)


def part_of(groups: Groups, context: Context) -> Value:
    """`in the morning`, `mid-afternoon`."""
    on = _day_of_hours(groups, context)
    return Value("TIME", f"{on.value}{words_of('part')[groups['part'].lower()]}", on.anchor)


def _day_of_hours(groups: Groups, context: Context) -> Value:
    return context.day or Value("DATE", calendar.shifted(context.today, "D", 0) or "", context.source)


def holiday(groups: Groups, context: Context) -> Value | None:
    """`Christmas`, `last Easter`; none for named days whose date is in no calendar (`Super Tuesday`)."""
    rule, today = words_of("holiday")[groups["name"].lower()], context.today
    if not rule:
        return None
    if "y" in groups:
        return Value("DATE", calendar.holiday(rule, int(groups["y"])).isoformat())
    if today is None:
        return Value("DATE", "XXXX-XX-XX")
    by = step_of(groups.get("which", ""))
    days = [calendar.holiday(rule, today.year + n) for n in (-1, 0, 1)]
    if by < 0 or context.back:
        found = max(one for one in days if one < today + timedelta(by == 0))
    elif by > 0 or context.ahead:
        found = min(one for one in days if one >= today)
    else:
        found = min(days, key=lambda one: (abs((one - today).days), one))
    return Value("DATE", found.isoformat(), context.source)
