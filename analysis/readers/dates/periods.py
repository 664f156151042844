"""Values of expressions that name a period, a step from a day, a duration or a repeated time."""

from collections.abc import Callable
from datetime import date, timedelta

from analysis.readers.dates import calendar
from analysis.readers.dates.grounds import (
    SUBDAY,
    Context,
    Groups,
    Value,
    is_spoken,
    month_of,
    number_of,
    period,
    step_of,
)
from analysis.readers.dates.words import words_of


def _sets(groups: Groups, context: Context) -> Value | None:
    if "w" in groups:
        return Value("SET", words_of("set")[groups["w"].lower()])
    word = groups["u"].lower()
    if word in words_of("weekday"):
        return Value("SET", f"XXXX-WXX-{int(words_of('weekday')[word]) + 1}")
    if word in words_of("month"):
        return Value("SET", f"XXXX-{month_of(word):02d}")
    if word in words_of("unit"):
        return Value("SET", period(1, words_of("unit")[word]))
    return Value("SET", "P1W" if word == "weekend" else "P1D" if word in words_of("part") else "P1Y")


def _shift(groups: Groups, context: Context) -> Value | None:
    way = groups["way"].lower()
    back = words_of("way")[way] == "-1"
    unit = words_of("unit")[groups["unit"].lower()]
    n = number_of(groups.get("n", "a"))
    base, anchor = _base_of(way, unit, context)
    if base is None and context.today and way not in ("before", "after"):
        return Value("DATE", "PAST_REF")
    if n is None:
        return Value("DATE", "PAST_REF" if back else "FUTURE_REF")
    if way in ("before", "after") and "come" not in context.verbs:
        return Value("DURATION", period(n, unit))
    if unit == "Y" and way in ("ago", "earlier") and context.quarter:
        return Value("DATE", f"{int(context.quarter[:4]) - n}{context.quarter[4:]}", context.quarter)
    if unit in SUBDAY:
        return Value("TIME", base.isoformat(), anchor) if base else Value("TIME", "XXXX-XX-XX")
    if base is None:
        return Value("DATE", "XXXX")
    value = calendar.shifted(base, unit, -n if back else n)
    return Value("DATE", value, anchor) if value else None


def _base_of(way: str, unit: str, context: Context) -> tuple[date | None, str | None]:
    """The day that a step is counted from, and what it is known from.

    Years and quarters before are counted from today, those after from the last time told; what came `later` in a
    clause of the past is open where no time was told.
    """
    later = words_of("way")[way] == "1"
    told = context.told if unit == "M" or (later and unit in ("Y", "Q", "DE")) else context.spoken
    if way in ("ago", "from now", "hence") or (not later and unit in ("Y", "Q")) or told is None:
        open_ended = later and way not in ("from now", "hence") and context.back
        return (None, None) if open_ended else (context.today, context.source if context.today else None)
    return told, told.isoformat()


def _ahead(groups: Groups, context: Context) -> Value | None:
    unit, n = words_of("unit")[groups["unit"].lower()], number_of(groups["n"])
    if not context.ahead or context.today is None or n is None or unit in SUBDAY | {"Q"}:
        return Value("DURATION", period(n, unit))
    value = calendar.shifted(context.today, unit, n)
    return Value("DATE", value, context.source) if value else None


def _quarter(groups: Groups, context: Context) -> Value | None:
    number = groups["q"].lower()
    number = 2 if number == "last" else int(words_of("ordinal").get(number, number))
    half = groups.get("half", "").lower() == "half"
    if half and number > 2:
        return None
    today = context.today
    if "y" in groups:
        year = int(groups["y"])
    elif today is None:
        return Value("DATE", f"XXXX-{'H' if half else 'Q'}{number}")
    elif "rel" in groups:
        year = today.year + step_of(groups["rel"])
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
    by, today = step_of(groups.get("which", "")), context.today
    year = today.year
    if by < 0 or (by == 0 and not context.ahead and "which" not in groups):
        year -= first > today.month or (by < 0 and first + 2 >= today.month and groups["which"].lower() != "this past")
    elif by > 0 or context.ahead:
        year += first + 2 < today.month
    return Value("DATE", f"{year}-{code}", context.source)


def _weekend(groups: Groups, context: Context) -> Value | None:
    if context.today is None:
        return Value("DATE", "XXXX-WXX-WE")
    by = step_of(groups.get("which", ""))
    looking_back = by < 0 or ("which" not in groups and not context.ahead)
    day = context.today + timedelta(7 * (by > 0))
    if looking_back and day.weekday() < 5:
        day -= timedelta(7)
    return Value("DATE", f"{calendar.week(day)}-WE", context.source)


def _unit(groups: Groups, context: Context) -> Value | None:
    unit = words_of("unit").get(groups["unit"].lower())
    if groups["unit"].lower() == "weekend":
        return _weekend({}, context)
    by = step_of(groups.get("which", ""))
    which = groups.get("which", "").lower()
    if unit in SUBDAY or unit is None or which in ("the first", "the second"):
        return None
    if which == "past":
        return Value("DURATION", period(1, unit))
    if unit == "Y" and is_spoken(which) and context.told:
        return Value("DATE", f"{context.told.year + by:04d}", f"{context.told.year:04d}")
    base = context.today
    anchor = context.source
    if is_spoken(which) and not context.spoken and "the" not in which:
        return None
    if (is_spoken(which) or (which == "next" and unit == "D")) and context.spoken:
        base, anchor = context.spoken, context.spoken.isoformat()
    if base is None:
        return Value("DATE", {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX"}.get(unit, "XXXX"))
    if unit == "Q" and ("the" in groups or which in words_of("latest")):
        by = -1
    value = calendar.shifted(base, unit, by)
    return Value("DATE", value, anchor) if value else None


def _reference(groups: Groups, context: Context) -> Value | None:
    return Value("DATE", words_of("reference")[groups["word"].lower()])


def _duration(groups: Groups, context: Context) -> Value | None:
    if "since" in groups and number_of(groups["n"]) is None:
        return Value("DATE", "PAST_REF")
    if "unit" not in groups:
        return Value("DURATION", period(None, words_of("unit").get(_singular(groups["n"]), "Y")))
    return Value("DURATION", period(number_of(groups["n"]), words_of("unit")[groups["unit"].lower()]))


def _singular(word: str) -> str:
    word = word.lower()
    return "century" if word == "centuries" else word.removesuffix("s")


def _year(groups: Groups, context: Context) -> Value | None:
    return Value("DATE", groups["y"])


def _spelt(groups: Groups, context: Context) -> Value | None:
    """`nineteen ninety-four`."""
    rest = number_of(groups["rest"])
    return Value("DATE", f"{words_of('hundreds')[groups['hundreds'].lower()]}{rest:02d}") if rest else None


RULES: dict[str, Callable[[Groups, Context], Value | None]] = {
    "sets": _sets,
    "shift": _shift,
    "ahead": _ahead,
    "quarter": _quarter,
    "fiscal": _fiscal,
    "decade": _decade,
    "century": _century,
    "season": _season,
    "weekend": _weekend,
    "past_span": _duration,
    "unit": _unit,
    "reference": _reference,
    "duration": _duration,
    "year": _year,
    "spelt": _spelt,
}
