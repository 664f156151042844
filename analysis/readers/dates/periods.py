"""Values of expressions that name a period, a step from a day, a duration or a repeated time."""

from datetime import date, timedelta

from analysis.readers.dates import calendar
from analysis.readers.dates.anchors import Context, Groups, Value
from analysis.readers.dates.words import month_of, number_of, step_of, words_of

SUBDAY = frozenset({"TH", "TM", "TS"})


def period(n: int | None, unit: str) -> str:
    """The TIMEX3 duration of n units; X where the number is not known."""
    if unit == "W2":
        return f"P{2 * n if n else 'X'}W"
    shown = "X" if n is None else n
    return f"PT{shown}{unit[1]}" if unit in SUBDAY else f"P{shown}{unit}"


def sets(groups: Groups, context: Context) -> Value:
    """`daily`, `every Sunday`, `twice a month`."""
    if "w" in groups:
        return Value("SET", words_of("set")[groups["w"].lower()])
    word = groups["u"].lower()
    if word in words_of("weekday"):
        return Value("SET", f"XXXX-WXX-{int(words_of('weekday')[word]) + 1}")
    if word in words_of("month"):
        return Value("SET", f"XXXX-{month_of(word):02d}")
    return Value("SET", period(1, words_of("unit").get(word, "D" if word in words_of("part") else "Y")))


def shift(groups: Groups, context: Context) -> Value | None:
    """`two years ago`, `three days later`, `a day after the vote`: counted from today, or from what was told."""
    way, unit, n = groups["way"].lower(), words_of("unit")[groups["unit"].lower()], number_of(groups.get("n", "a"))
    later, of_event = words_of("way")[way] == "1", way in ("before", "after")
    base, anchor = _base_of(way, unit, context)
    if n is None or (base is None and context.today and not of_event):
        return Value("DATE", "FUTURE_REF" if later and n is None else "PAST_REF")
    if of_event and not context.comes:
        return Value("DURATION", period(n, unit))
    if unit == "Y" and way in ("ago", "earlier") and context.quarter:
        return Value("DATE", f"{int(context.quarter[:4]) - n}{context.quarter[4:]}", context.quarter)
    if unit in SUBDAY:
        return Value("TIME", calendar.shifted(base, "D", 0) or "", anchor)
    value = calendar.shifted(base, unit, n if later else -n)
    return Value("DATE", value, anchor) if value else None


def _base_of(way: str, unit: str, context: Context) -> tuple[date | None, str | None]:
    """The day that a step is counted from, and what it is known from.

    Years and quarters before are counted from today, those after from the last time told; what came `later` in a
    clause of the past is open where no time was told.
    """
    later = words_of("way")[way] == "1"
    from_today = way in ("ago", "from now", "hence")
    told = context.told if unit == "M" or (later and unit in ("Y", "Q", "DE")) else context.spoken
    if told is not None and not from_today and (later or unit not in ("Y", "Q")):
        return told, told.isoformat()
    if later and context.back and not from_today:
        return None, None
    return context.today, context.source


def ahead(groups: Groups, context: Context) -> Value | None:
    """`in three weeks`: a day where the clause looks ahead, else how long a thing took."""
    unit, n = words_of("unit")[groups["unit"].lower()], number_of(groups["n"])
    if not context.ahead or context.today is None or n is None or unit in SUBDAY | {"Q"}:
        return Value("DURATION", period(n, unit))
    value = calendar.shifted(context.today, unit, n)
    return Value("DATE", value, context.source) if value else None


def quarter(groups: Groups, context: Context) -> Value:
    """`the third quarter of 2019`, `this year's first half`, `Q3`."""
    word = groups["q"].lower()
    number = 2 if word == "last" else int(words_of("ordinal").get(word, word))
    half = groups.get("half", "").lower() == "half"
    code, today = f"{'H' if half else 'Q'}{number}", context.today
    if "y" in groups:
        return Value("DATE", f"{groups['y']}-{code}")
    if today is None:
        return Value("DATE", f"XXXX-{code}")
    if "rel" in groups:
        year = today.year + step_of(groups["rel"].split()[0])
    else:
        year = today.year - (number > (today.month - 1) // (6 if half else 3) + 1 and not context.ahead)
    return Value("DATE", f"{year}-{code}", context.source)


def decade(groups: Groups, context: Context) -> Value:
    """`the 1990s`, `the '60s`."""
    return Value("DATE", f"{groups.get('c', '20' if groups['dec'] in '012' else '19')}{groups['dec']}")


def century(groups: Groups, context: Context) -> Value:
    """`the 19th century`."""
    return Value("DATE", f"{int(groups['nth']) - 1}")


def year(groups: Groups, context: Context) -> Value:
    """`2019`, `fiscal 2019`."""
    return Value("DATE", groups["y"])


def weekend(groups: Groups, context: Context) -> Value:
    """`last weekend`, `over the weekend`: the one before or at today, unless the words or the clause look ahead; `this
    weekend` is the one to come but where the clause tells what has been."""
    if context.today is None:
        return Value("DATE", "XXXX-WXX-WE")
    by = step_of(groups.get("which", ""))
    day = context.today + timedelta(7 * (by > 0))
    behind = context.past or ("which" not in groups and not context.ahead)
    if (by < 0 or (by == 0 and behind)) and day.weekday() < 5:
        day -= timedelta(7)
    return Value("DATE", f"{calendar.week(day)}-WE", context.source)


def unit(groups: Groups, context: Context) -> Value | None:
    """`last week`, `the end of the year`; `later that month` and `the following day` are told from what was named."""
    code, which = words_of("unit")[groups["unit"].lower()], groups.get("which", "").lower()
    by, spoken = step_of(which), which in words_of("spoken")
    if code in SUBDAY or which in ("the first", "the second"):
        return None
    if which == "past":
        return Value("DURATION", period(1, code))
    if code == "Y" and spoken and context.told:
        return Value("DATE", f"{context.told.year + by:04d}", f"{context.told.year:04d}")
    if spoken and context.spoken is None:
        return None
    base, anchor = context.today, context.source
    if (spoken or (which == "next" and code == "D")) and context.spoken:
        base, anchor = context.spoken, context.spoken.isoformat()
    if code == "Q" and ("the" in groups or which in words_of("latest")):
        by = -1
    value = calendar.shifted(base, code, by)
    return Value("DATE", value, anchor) if value else None


def reference(groups: Groups, context: Context) -> Value:
    """`now`, `recently`, `soon`."""
    return Value("DATE", words_of("reference")[groups["word"].lower()])


def duration(groups: Groups, context: Context) -> Value:
    """`three days`, `weeks`; `the last few days` are the past."""
    if "unit" not in groups:
        word = groups["n"].lower()
        return Value("DURATION", period(None, words_of("unit")["century" if word == "centuries" else word[:-1]]))
    n = number_of(groups["n"])
    if "since" in groups and n is None:
        return Value("DATE", "PAST_REF")
    return Value("DURATION", period(n, words_of("unit")[groups["unit"].lower()]))
