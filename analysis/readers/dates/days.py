"""Values of expressions that name a day, a time of day, a month, a season or a quarter."""

import re
from datetime import date, timedelta

from analysis.readers.dates import calendar
from analysis.readers.dates.context import Told, Value
from analysis.readers.dates.words import month_of, step_of, words_of

# days before today up to which a day without a year is still of this year: where its clause looks ahead, back, nowhere
AHEAD, BACK, NOWHERE = 110, 365, 215
ATTACKS = {(9, 11): 2001}  # month and day that go without a year before `attacks`, to their year
REPORTED = 3  # months of a year in which the figures of the last quarter before are still to come
HALF = 6  # months from which a month of the present is nearer in the next year, or the last
SOON = 2  # months ahead up to which a month is the next one where no verb says that it is past


def numeric(told: Told) -> Value:
    """`2020-01-15`, `1/15/20`: month before day."""
    return Value("DATE", date(told.year or 0, int(told["m"]), int(told["d"])).isoformat())


def day(told: Told) -> Value:
    """`3 March 2019`, `March 3`, `last March 3`, `3 March last year`."""
    month, number = told.month, int(re.sub(r"\D", "", told["d"]))
    if told["y"]:
        year = told.year - (month_of(told["until"] or "december") < month)
        return Value("DATE", date(year, month, number).isoformat())
    if told.today is None:
        return Value("DATE", f"XXXX-{month:02d}-{number:02d}")
    return told.dated(date(_year_of_day(month, number, told), month, number).isoformat())


def _year_of_day(month: int, number: int, told: Told) -> int:
    """The year that the words tell or the weekday fits, else the nearest on the side that the clause looks to."""
    today = told.today or date.max
    if told["attack"] and (month, number) in ATTACKS:
        return min(ATTACKS[month, number], today.year)
    if told["after"] and told.spoken:
        return told.spoken.year
    if told.year:
        return told.year
    if told["which"]:
        gone = (month, number) < (today.month, today.day)
        return today.year - (told.by < 0 and not gone) + (told.by > 0 and gone)
    if told["dow"]:
        years = [today.year + n for n in (0, 1, -1) if date(today.year + n, month, number).weekday() == told.weekday]
        if years:
            return years[0]
    return _nearest_year(month, number, told)


def _nearest_year(month: int, number: int, told: Told) -> int:
    """The year in which a day is nearest on the side that the clause looks to."""
    today = told.today or date.max
    away = (month - today.month) * 30.4 + number - today.day
    before = AHEAD if told.ahead else BACK if told.back else NOWHERE
    return today.year + (away < -before) - (away > 365 - before)


def day_of(told: Told) -> Value:
    """`the 1st of last month`, `the last day of June`; `the 3rd`: of the month that the clause looks to."""
    nth = told["d"].removesuffix(" day")
    number = int(re.sub(r"\D", "", words_of("ordinal").get(nth, nth)) or 0)
    if told.today is None and not told.year:
        return Value("DATE", f"XXXX-{f'{told.month:02}' if told['mon'] else 'XX'}-{number or 'XX':02}")
    today, by, bare = told.today or date.max, told.by, nth[-2:] in ("st", "nd", "rd", "th") and not told["which"]
    if bare and told.ahead and number < today.day:
        by = 1
    elif bare and not told.ahead and number > today.day:
        by = -1
    first, last = calendar.bounds(_month_named(told) or calendar.shifted(today, "M", by)) or (today, today)
    return told.dated((first.replace(day=number) if number else last).isoformat())


def _month_named(told: Told) -> str:
    """The month that an expression names (`of June`), with its year."""
    return told["mon"] and f"{told.year or _nearest_year(told.month, 15, told):04d}-{told.month:02d}"


def weekday_of(told: Told) -> Value:
    """`the first Monday of June`, `the last Friday of this month`."""
    bounds = calendar.bounds(_month_named(told) or calendar.shifted(told.today, "M", told.by))
    if bounds is None or not (told.today or told.year):
        return Value("DATE", "XXXX-XX-XX")
    if told["nth"] == "last":
        return told.dated(calendar.weekday_near(bounds[1], told.weekday, ahead=False).isoformat())
    nth = int(words_of("ordinal")[told["nth"]])
    return told.dated((calendar.weekday_near(bounds[0], told.weekday, ahead=True) + timedelta(7 * nth - 7)).isoformat())


def month(told: Told) -> Value:
    """`March 2019`, `last March`, `March last year`, `early March`."""
    return _part_of_year(f"{told.month:02d}", told)


def season(told: Told) -> Value:
    """`last summer`, `the winter of 2014`: a winter has the year that it begins in."""
    return _part_of_year(words_of("season")[told["season"]], told)


def quarter(told: Told) -> Value:
    """`the third quarter of 2019`, `this year's first half`, `Q3`."""
    number = 2 if told["q"] == "last" else int(words_of("ordinal").get(told["q"], told["q"]))
    return _part_of_year(f"{'H' if told['half'] == 'half' else 'Q'}{number}", told)


def _part_of_year(code: str, told: Told) -> Value:
    """A part of the year told, else the nearest on the side that the words or the clause look to; of a quarter that is
    gone what is awaited are its figures."""
    first, count = calendar.PARTS[code]
    if told["y"]:
        return Value("DATE", f"{told.year}-{code}")
    if told.today is None:
        return Value("DATE", f"XXXX-{code}")
    year, month, last = told.today.year, told.today.month, first + count - 1
    if told.year:
        year = told.year
    elif told["which"] == "that" and told.told and told.told.year < year:  # `in 1972 … that November`
        return Value("DATE", f"{told.told.year}-{code}", f"{told.told.year:04d}")
    elif told.by < 0 or (told.ahead and not told["which"] and code == "Q4" and month <= REPORTED):
        year -= last >= month
    elif told.by > 0 or (told.ahead and not told["which"]):
        year += last < month and code[0] not in "QH"
    elif told.present and not told["which"] and code.isdigit():
        year += (month - first >= HALF) - (first - month > HALF)
    elif not told["which"]:
        year -= first > month and (told.back or told.past or first - month > SOON or code[0] in "QH")
    return told.dated(f"{year:04d}-{code}")


def weekday(told: Told) -> Value:
    """`Wednesday`, `last Wednesday evening`, `Wednesday next week`, `Wednesday week`: the nearest on the side that the
    words or the clause look to."""
    part = words_of("part").get(told["part"], "")
    kind, today, by = "TIME" if part else "DATE", told.today, told.by
    if today is None:
        return Value(kind, f"XXXX-WXX-{told.weekday + 1}{part}")
    coming = told.ahead or (told["which"] == "this" and not told.past)
    day = calendar.weekday_near(today, told.weekday, ahead=by > 0 or (by == 0 and coming))
    if told["week"]:
        day = today + timedelta(told.weekday - today.weekday() + 7 * step_of(told["week"]))
    elif told["a_week"]:
        day = calendar.weekday_near(today + timedelta(1), told.weekday, ahead=True) + timedelta(7)
    elif day == today:
        day += timedelta(7 * by)
    return Value(kind, f"{day.isoformat()}{part}", told.source)


def deictic(told: Told) -> Value:
    """`yesterday`, `tomorrow evening`, `last night`, `this morning`."""
    word = told["word"]
    night = word in ("tonight", "overnight", "last night")
    part = "TNI" if night else words_of("part").get(told["part"] or word.split()[-1], "")
    by = {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(word, 0)
    return Value("TIME" if part else "DATE", f"{calendar.shifted(told.today, 'D', by)}{part}", told.source)


def clock(told: Told) -> Value | None:
    """`9 a.m.`, `18:00 UTC`, `noon on Friday`: of the day named with it, else of the day last spoken of."""
    if told["name"]:
        at = "T24:00" if told["name"] == "midnight" else "T12:00"
    else:
        hour, half = int(told["hour"]), told["half"]
        if half and hour > 12:
            return None
        hour = hour % 12 + 12 * half.startswith("p") if half else hour
        at = f"T{hour:02d}:{told['minute'] or '00'}{'Z' if told['zone'] in ('utc', 'gmt') else ''}"
    rule = day if told["mon"] else weekday if told["dow"] else deictic if told["word"] else _day_of_hours
    on = rule(told)
    return Value("TIME", f"{on.value}{at}", on.anchor)


def part_of(told: Told) -> Value:
    """`in the morning`, `mid-afternoon`."""
    on = _day_of_hours(told)
    return Value("TIME", f"{on.value}{words_of('part')[told['part']]}", on.anchor)


def _day_of_hours(told: Told) -> Value:
    return told.day or told.dated(calendar.shifted(told.today, "D", 0))


def holiday(told: Told) -> Value | None:
    """`Christmas`, `last Easter`; none for named days whose date is in no calendar (`Super Tuesday`)."""
    rule, today, by = words_of("holiday")[told["name"]], told.today, told.by
    if not rule:
        return None
    if told["y"]:
        return Value("DATE", calendar.holiday(rule, told.year or 0).isoformat())
    if today is None:
        return Value("DATE", "XXXX-XX-XX")
    days = [calendar.holiday(rule, today.year + n) for n in (-1, 0, 1)]
    if by < 0 or told.back:
        found = max(one for one in days if one < today + timedelta(by == 0))
    elif by > 0 or told.ahead:
        found = min(one for one in days if one >= today)
    else:
        found = min(days, key=lambda one: (abs((one - today).days), one))
    return told.dated(found.isoformat())
