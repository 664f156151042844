"""The TIMEX3 value of each shape, in its context. What cannot be known stays X: never a guess."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from analysis.dates import calendar
from analysis.dates.patterns import words_of

Match = re.Match[str]
LAST = frozenset({"last", "past", "this past", "the previous", "previous", "the prior"})
NEXT = frozenset({"next", "the following", "following", "the coming", "coming"})
SPOKEN = frozenset({"the following", "following", "the previous", "previous", "the prior", "that", "the same"})
LATEST = frozenset({"the latest", "latest"})
SUBDAY = frozenset({"TH", "TM", "TS"})


@dataclass(frozen=True, slots=True)
class Context:
    """`today` and how it is known, day and quarter last spoken of, whether the clause looks ahead, its verbs."""

    today: date | None
    source: str | None
    spoken: date | None
    ahead: bool
    quarter: str | None = None
    verbs: frozenset[str] = frozenset()


class Value(NamedTuple):
    """TIMEX3 type and value, and what it was resolved against."""

    type: str
    value: str
    anchor: str | None = None


def value_of(rule: str, found: Match, context: Context, *, year: str | None = None) -> Value | None:
    """The value of a shape; None where the words turn out to be no time expression. `year` is one told elsewhere."""
    groups = {key: text for key, text in found.groupdict().items() if text}
    return RULES[rule](groups if year is None else {**groups, "y": year}, context)


Groups = dict[str, str]


def _number(word: str) -> int | None:
    word = word.lower().strip()
    if word.replace(".", "", 1).isdigit():
        return round(float(word))
    known = words_of("number").get(word)
    return int(known) if known and known.isdigit() else None


def _month(word: str) -> int:
    return int(words_of("month")[word.lower().rstrip(".")])


def _shift_by(which: str, context: Context) -> int:
    which = which.lower().removeprefix("the ") if which.lower() not in ("the latest",) else which.lower()
    names = {"last": -1, "past": -1, "this past": -1, "previous": -1, "prior": -1, "the latest": 0, "latest": 0}
    return names.get(which, 1 if which in ("next", "following", "coming", "this coming") else 0)


def _iso(groups: Groups, context: Context) -> Value | None:
    return _day(int(groups["y"]), int(groups["m"]), int(groups["d"]))


def _numeric(groups: Groups, context: Context) -> Value | None:
    year = int(groups["y"])
    if year < 100:
        year += 2000 if year < 50 else 1900
    return _day(year, int(groups["m"]), int(groups["d"]))


def _day(year: int, month: int, day: int, anchor: str | None = None) -> Value | None:
    try:
        return Value("DATE", date(year, month, day).isoformat(), anchor)
    except ValueError:
        return None


def _full(groups: Groups, context: Context) -> Value | None:
    month, day = _month(groups["mon"]), int(re.sub(r"\D", "", groups["d"]))
    if "y" in groups:
        return _day(int(groups["y"]), month, day)
    if context.today is None:
        return Value("DATE", f"XXXX-{month:02d}-{day:02d}")
    if "which" in groups:
        return _day(_year_of(groups["which"].lower(), month, day, context.today), month, day, context.source)
    return _day(_year_for(month, day, context), month, day, context.source)


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
    if away > (250 if context.ahead else 150):
        return today.year - 1
    if away < -270:
        return today.year + 1
    return today.year


def _months(groups: Groups, context: Context) -> Value | None:
    month = _month(groups["mon"])
    if "y" in groups:
        return Value("DATE", f"{int(groups['y'])}-{month:02d}")
    today = context.today
    if today is None:
        return Value("DATE", f"XXXX-{month:02d}")
    if "rel" in groups:
        return Value("DATE", calendar.month(today.year + _shift_by(groups["rel"], context), month), context.source)
    by = _shift_by(groups.get("which", ""), context)
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
    if groups.get("which", "").lower() in LAST | NEXT and day == context.today:
        day += timedelta(7 if groups["which"].lower() in NEXT else -7)
    if " last week" in groups.get("of", "").lower():
        day = context.today - timedelta(context.today.weekday() + 7 - number)
    return Value(kind, f"{day.isoformat()}{part}", context.source)


def _weekday_ahead(groups: Groups, context: Context) -> bool:
    which = groups.get("which", "").lower()
    if which in LAST:
        return False
    return which in NEXT or which == "this coming" or context.ahead


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
        known = context.spoken or context.today
        day = Value("DATE", known.isoformat() if known else "XXXX-XX-XX", context.source if known else None)
    return Value("TIME", f"{day.value}{at}", day.anchor) if day else None


def _hour(groups: Groups, context: Context) -> Value | None:
    known = context.spoken or context.today
    zone = "Z" if groups["zone"] in ("UTC", "GMT") else ""
    at = f"T{int(groups['hour']):02d}:{groups['minute']}{zone}"
    return Value("TIME", f"{known.isoformat() if known else 'XXXX-XX-XX'}{at}", context.source if known else None)


def _sets(groups: Groups, context: Context) -> Value | None:
    if "w" in groups:
        return Value("SET", words_of("set")[groups["w"].lower()])
    word = groups["u"].lower()
    if word in words_of("weekday"):
        return Value("SET", f"XXXX-WXX-{int(words_of('weekday')[word]) + 1}")
    if word in words_of("month"):
        return Value("SET", f"XXXX-{_month(word):02d}")
    if word in words_of("unit"):
        return Value("SET", _period(1, words_of("unit")[word]))
    return Value("SET", "P1W" if word == "weekend" else "P1D" if word in words_of("part") else "P1Y")


def _period(n: int | None, unit: str) -> str:
    shown = "X" if n is None else str(n)
    if unit in SUBDAY:
        return f"PT{shown}{unit[1]}"
    if unit == "W2":
        return f"P{2 * n if n else 'X'}W"
    return f"P{shown}{unit}"


def _shift(groups: Groups, context: Context) -> Value | None:
    way = groups["way"].lower()
    back = way in ("ago", "earlier", "before", "after")
    unit = words_of("unit")[groups["unit"].lower()]
    n = _number(groups.get("n", "a"))
    from_now = way in ("ago", "from now", "hence")
    base = context.today if from_now or not context.spoken or unit in ("Y", "Q") else context.spoken
    anchor = context.source if base is context.today else base.isoformat() if base else None
    if n is None:
        return Value("DATE", "PAST_REF" if back else "FUTURE_REF")
    if way in ("before", "after") and "come" not in context.verbs:
        return Value("DURATION", _period(n, unit))
    if unit == "Y" and way in ("ago", "earlier") and context.quarter:
        return Value("DATE", f"{int(context.quarter[:4]) - n}{context.quarter[4:]}", context.quarter)
    if unit in SUBDAY:
        return Value("TIME", base.isoformat(), anchor) if base else Value("TIME", "XXXX-XX-XX")
    if base is None:
        return Value("DATE", "XXXX")
    value = calendar.shifted(base, unit, -n if back else n)
    return Value("DATE", value, anchor) if value else None


def _ahead(groups: Groups, context: Context) -> Value | None:
    unit, n = words_of("unit")[groups["unit"].lower()], _number(groups["n"])
    if not context.ahead or context.today is None or n is None or unit in SUBDAY:
        return Value("DURATION", _period(n, unit))
    value = calendar.shifted(context.today, unit, n)
    return Value("DATE", value, context.source) if value else None


def _quarter(groups: Groups, context: Context) -> Value | None:
    number = groups["q"].lower()
    number = int(words_of("ordinal").get(number, number))
    half = groups.get("half", "").lower() == "half"
    if half and number > 2:
        return None
    today = context.today
    if "y" in groups:
        year = int(groups["y"])
    elif today is None:
        return Value("DATE", f"XXXX-{'H' if half else 'Q'}{number}")
    elif "rel" in groups:
        year = today.year + _shift_by(groups["rel"], context)
    else:
        current = (today.month - 1) // (6 if half else 3) + 1
        year = today.year - (number > current and not context.ahead)
    return Value("DATE", f"{year}-{'H' if half else 'Q'}{number}", None if "y" in groups else context.source)


def _fiscal(groups: Groups, context: Context) -> Value | None:
    return Value("DATE", f"{groups['y']}")


def _decade(groups: Groups, context: Context) -> Value | None:
    return Value("DATE", f"{groups.get('c', '20' if groups['dec'] in '012' else '19')}{groups['dec']}")


def _century(groups: Groups, context: Context) -> Value | None:
    return Value("DATE", f"{int(groups['nth']) - 1}")


def _season(groups: Groups, context: Context) -> Value | None:
    code = words_of("season")[groups["season"].lower()]
    if "y" in groups:
        return Value("DATE", f"{groups['y']}-{code}")
    if context.today is None:
        return Value("DATE", f"XXXX-{code}")
    first = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
    by, today = _shift_by(groups.get("which", ""), context), context.today
    year = today.year
    if by < 0 or (by == 0 and not context.ahead and "which" not in groups):
        year -= first > today.month or (by < 0 and first + 2 >= today.month and groups["which"].lower() != "this past")
    elif by > 0 or context.ahead:
        year += first + 2 < today.month
    return Value("DATE", f"{year}-{code}", context.source)


def _weekend(groups: Groups, context: Context) -> Value | None:
    if context.today is None:
        return Value("DATE", "XXXX-WXX-WE")
    by = _shift_by(groups.get("which", ""), context)
    looking_back = by < 0 or ("which" not in groups and not context.ahead)
    day = context.today + timedelta(7 * (by > 0))
    if looking_back and day.weekday() < 5:
        day -= timedelta(7)
    return Value("DATE", f"{calendar.week(day)}-WE", context.source)


def _holiday(groups: Groups, context: Context) -> Value | None:
    rule = words_of("holiday")[groups["name"].lower()]
    if "y" in groups:
        return Value("DATE", calendar.holiday(rule, int(groups["y"])).isoformat())
    if context.today is None:
        return Value("DATE", "XXXX-XX-XX")
    by = _shift_by(groups.get("which", ""), context)
    days = [calendar.holiday(rule, context.today.year + n) for n in (-1, 0, 1)]
    if by < 0:
        day = max(found for found in days if found < context.today)
    elif by > 0 or context.ahead:
        day = min(found for found in days if found >= context.today)
    else:
        day = min(days, key=lambda found: (abs((found - context.today).days), found))
    return Value("DATE", day.isoformat(), context.source)


def _unit(groups: Groups, context: Context) -> Value | None:
    unit = words_of("unit").get(groups["unit"].lower())
    if groups["unit"].lower() == "weekend":
        return _weekend({}, context)
    by = _shift_by(groups.get("which", ""), context)
    which = groups.get("which", "").lower()
    if unit in SUBDAY or unit is None or which in ("the first", "the second"):
        return None
    base = context.today
    anchor = context.source
    if which in SPOKEN and not context.spoken and "the" not in which:
        return None
    if (which in SPOKEN or (which == "next" and unit == "D")) and context.spoken:
        base, anchor = context.spoken, context.spoken.isoformat()
    if base is None:
        return Value("DATE", {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX"}.get(unit, "XXXX"))
    if unit == "Q" and ("the" in groups or which in LATEST):
        by = -1
    value = calendar.shifted(base, unit, by)
    return Value("DATE", value, anchor) if value else None


def _part_of(groups: Groups, context: Context) -> Value | None:
    part = words_of("part")[groups.get("part", groups.get("late", "")).lower()]
    base = context.spoken or context.today
    return Value("TIME", f"{base.isoformat() if base else 'XXXX-XX-XX'}{part}", context.source if base else None)


def _reference(groups: Groups, context: Context) -> Value | None:
    return Value("DATE", words_of("reference")[groups["word"].lower()])


def _duration(groups: Groups, context: Context) -> Value | None:
    if "unit" not in groups:
        return Value("DURATION", _period(None, words_of("unit").get(_singular(groups["n"]), "Y")))
    return Value("DURATION", _period(_number(groups["n"]), words_of("unit")[groups["unit"].lower()]))


def _singular(word: str) -> str:
    word = word.lower()
    return "century" if word == "centuries" else word.removesuffix("s")


def _year(groups: Groups, context: Context) -> Value | None:
    return Value("DATE", groups["y"])


RULES: dict[str, Callable[[Groups, Context], Value | None]] = {
    "iso": _iso,
    "numeric": _numeric,
    "full": _full,
    "month": _months,
    "clock": _clock,
    "hour": _hour,
    "sets": _sets,
    "weekday": _weekday,
    "deictic": _deictic,
    "shift": _shift,
    "ahead": _ahead,
    "quarter": _quarter,
    "fiscal": _fiscal,
    "decade": _decade,
    "century": _century,
    "season": _season,
    "weekend": _weekend,
    "holiday": _holiday,
    "past_span": _duration,
    "unit": _unit,
    "part_of": _part_of,
    "reference": _reference,
    "duration": _duration,
    "year": _year,
}
