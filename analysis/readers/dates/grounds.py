"""What all values are worked out from: the context of an expression, its words as numbers, months and steps."""

import re
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from analysis.readers.dates.words import words_of

SUBDAY = frozenset({"TH", "TM", "TS"})


@dataclass(frozen=True, slots=True)
class Context:
    """`today` and how it is known, day and quarter last spoken of, first day of the period last told.

    `ahead` and `back` say where the clause looks.
    """

    today: date | None
    source: str | None
    spoken: date | None
    ahead: bool
    quarter: str | None = None
    verbs: frozenset[str] = frozenset()
    told: date | None = None
    back: bool = False


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
    parts = [word] if word in words_of("number") else re.split(r"[ -]", word)
    known = [words_of("number").get(part, "") for part in parts]
    return sum(map(int, known)) if all(map(str.isdigit, known)) else None


def month_of(word: str) -> int:
    """The number of a month by its name."""
    return int(words_of("month")[word.lower().rstrip(".")])


def step_of(which: str) -> int:
    """By how many units `last`, `next` and the like move."""
    return int(words_of("which").get(which.lower(), "0"))


def is_spoken(which: str) -> bool:
    """Whether a word points to what was last spoken of: `the following day`."""
    return which.lower() in words_of("spoken")


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
