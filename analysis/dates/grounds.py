"""What all values are worked out from: the context of an expression, its words as numbers, months and steps."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from analysis.dates.patterns import words_of

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


Groups = dict[str, str]


def number_of(word: str) -> int | None:
    """The number that a word or figure stands for, None where it is none or vague."""
    word = word.lower().strip()
    if word.replace(".", "", 1).isdigit():
        return round(float(word))
    known = words_of("number").get(word)
    return int(known) if known and known.isdigit() else None


def month_of(word: str) -> int:
    """The number of a month by its name."""
    return int(words_of("month")[word.lower().rstrip(".")])


def step_of(which: str, context: Context) -> int:
    """By how many units `last`, `next` and the like move."""
    which = which.lower().removeprefix("the ") if which.lower() not in ("the latest",) else which.lower()
    names = {"last": -1, "past": -1, "this past": -1, "previous": -1, "prior": -1, "the latest": 0, "latest": 0}
    return names.get(which, 1 if which in ("next", "following", "coming", "this coming") else 0)


def day_value(year: int, month: int, day: int, anchor: str | None = None) -> Value | None:
    """The DATE value of a day, None where there is no such day."""
    try:
        return Value("DATE", date(year, month, day).isoformat(), anchor)
    except ValueError:
        return None


def period(n: int | None, unit: str) -> str:
    """The TIMEX3 duration of n units; X where the number is not known."""
    shown = "X" if n is None else str(n)
    if unit in SUBDAY:
        return f"PT{shown}{unit[1]}"
    if unit == "W2":
        return f"P{2 * n if n else 'X'}W"
    return f"P{shown}{unit}"
