"""Values of expressions that name a week, a longer period, a step from a day, a duration or a repeated time."""

from datetime import date, timedelta

from analysis.readers.dates import calendar
from analysis.readers.dates.context import Told, Value
from analysis.readers.dates.words import month_of, words_of

SUBDAY = frozenset({"TH", "TM", "TS"})


def period(n: int | str | None, unit: str) -> str:
    """The TIMEX3 duration of n units, a number or its figures (`3.5`); X where the number is not known."""
    if unit == "W2":
        return f"P{round(2 * float(n)) if n else 'X'}W"
    shown = "X" if n is None else n
    return f"PT{shown}{unit[1]}" if unit in SUBDAY else f"P{shown}{unit}"


def sets(told: Told) -> Value:
    """`daily`, `every Sunday`, `twice a month`, `every 15 minutes`."""
    word = told["u"]
    if told["w"]:
        return Value("SET", words_of("set")[told["w"]])
    if word in words_of("weekday"):
        return Value("SET", f"XXXX-WXX-{int(words_of('weekday')[word]) + 1}")
    if word in words_of("month"):
        return Value("SET", f"XXXX-{month_of(word):02d}")
    if told["unit"]:
        return Value("SET", period(told.number, told.unit))
    return Value("SET", period(1, words_of("unit").get(word, "D" if word in words_of("part") else "Y")))


def shift(told: Told) -> Value:
    """`two years ago`, `three days later`, `a day after the vote`: counted from today, or from what was told."""
    way, unit, n = told["way"], told.unit, None if told["some"] else told.number
    later, of_event = words_of("way")[way] == "1", way in ("before", "after")
    base, anchor = _base_of(way, unit, told)
    if n is None or (base is None and told.today and not of_event):
        return Value("DATE", "FUTURE_REF" if later and n is None and not told.past else "PAST_REF")
    if of_event and not told.comes:
        return Value("DURATION", period(n, unit))
    if unit == "Y" and way in ("ago", "earlier") and told.quarter:
        return Value("DATE", f"{int(told.quarter[:4]) - n}{told.quarter[4:]}", told.quarter)
    if unit in SUBDAY:
        return Value("TIME", calendar.shifted(base, "D", 0), anchor)
    return Value("DATE", calendar.shifted(base, unit, n if later else -n), anchor)


def _base_of(way: str, unit: str, told: Told) -> tuple[date | None, str | None]:
    """The day that a step is counted from, and what it is known from. A year and quarters before are counted from today
    (`up from a year earlier`), several years and those after from the last time told; what came `later` in a clause of
    the past is open where no time was told."""
    later = words_of("way")[way] == "1"
    told_last = later or (unit == "Y" and told.number != 1)
    if way not in ("ago", "from now", "hence"):
        base = told.told if unit == "M" or (told_last and unit in ("Y", "Q", "DE")) else told.spoken
        if base is not None and (told_last or unit not in ("Y", "Q")):
            return base, base.isoformat()
        if later and told.back:
            return None, None
    return told.today, told.source


def ahead(told: Told) -> Value:
    """`in three weeks`: a day where the clause looks ahead, else how long a thing took."""
    if not told.ahead or told.today is None or told.number is None or told.unit in SUBDAY | {"Q"}:
        return Value("DURATION", period(told.amount, told.unit))
    return told.dated(calendar.shifted(told.today, told.unit, told.number))


def decade(told: Told) -> Value:
    """`the 1990s`, `the '60s`."""
    return Value("DATE", f"{told['c'] or ('20' if told['dec'] in '012' else '19')}{told['dec']}")


def century(told: Told) -> Value:
    """`the 19th century`."""
    return Value("DATE", f"{int(told['nth']) - 1}")


def year(told: Told) -> Value:
    """`2019`, `fiscal 2019`."""
    return Value("DATE", told["y"])


def weekend(told: Told) -> Value:
    """`last weekend`, `over the weekend`: the one before or at today, unless the words or the clause look ahead; `this
    weekend` is the one to come but where the clause tells what has been."""
    if told.today is None:
        return Value("DATE", "XXXX-WXX-WE")
    day = told.today + timedelta(7 * (told.by > 0))
    behind = told.past or not (told["which"] or told.ahead)
    if (told.by < 0 or (told.by == 0 and behind)) and day.weekday() < 5:
        day -= timedelta(7)
    return told.dated(f"{calendar.week(day)}-WE")


def unit(told: Told) -> Value | None:
    """`last week`, `the end of the year`; `later that month` and `the following day` are told from what was named, and
    so is `the next year` of what is past; else it tells how long."""
    code, which, by = told.unit, told["which"], told.by
    spoken = which in words_of("spoken")
    if code in SUBDAY or which in ("the first", "the second"):
        return None
    if which == "past" or (which == "the next" and code != "D" and not (told.past and told.told)):
        return Value("DURATION", period(1, code))
    if code == "Y" and spoken and told.told:
        return Value("DATE", f"{told.told.year + by:04d}", f"{told.told.year:04d}")
    if spoken and told.spoken is None:
        return None
    if told.spoken and (spoken or (which == "next" and code == "D")):
        return Value("DATE", calendar.shifted(told.spoken, code, by), told.spoken.isoformat())
    if code == "Q" and (told["the"] or which in words_of("latest")):
        by = -1
    return told.dated(calendar.shifted(told.today, code, by))


def reference(told: Told) -> Value | None:
    """`now`, `recently`, `soon`; what was `soon` done is past."""
    if told["word"] == "soon" and told.past:
        return None
    return Value("DATE", words_of("reference")[told["word"]])


def duration(told: Told) -> Value:
    """`three days`, `weeks`; `the last few days` are the past."""
    if not told["unit"]:
        word = "century" if told["n"] == "centuries" else told["n"][:-1]
        return Value("DURATION", period(None, words_of("unit")[word]))
    if told["since"] and told.number is None:
        return Value("DATE", "PAST_REF")
    return Value("DURATION", period(told.amount, told.unit))
