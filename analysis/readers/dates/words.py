"""The calendar words of English, from the word list: what they stand for, and which of them open an expression."""

import re
from functools import cache

from analysis.lexicon import rows

SHORTENED = 5  # letters that a month or weekday has at most where a full stop may follow it
UNSHORTENED = frozenset({"march", "april", "may", "june", "july"})


@cache
def words_of(sort: str) -> dict[str, str]:
    """Calendar words of a sort, with what they stand for."""
    return {row["word"]: row["value"] for row in rows("time_words") if row["sort"] == sort}


def any_of(sort: str) -> str:
    """A regular expression for any word of a sort, the longest first; short months and weekdays may end in a stop."""
    found = sorted(words_of(sort), key=lambda word: (-len(word), word))
    stops = sort in ("month", "weekday")
    return "|".join(
        re.escape(word) + (r"\.?" if stops and len(word) <= SHORTENED and word not in UNSHORTENED else "")
        for word in found
    )


@cache
def openers() -> frozenset[str]:
    """First words of all calendar words: no time expression begins with another, but for figures and apostrophes."""
    first = {re.split(r"[ '’]", row["word"])[0].rstrip(".") for row in rows("time_words")}
    return frozenset(first | {f"{word}s" for word in first})


def number_of(word: str) -> int | None:
    """The number that a word or figure stands for (`twenty-five`), None where it is none or vague (`several`)."""
    word = word.lower().strip()
    if word.replace(".", "", 1).isdigit():
        return round(float(word))
    numbers = words_of("number")
    known = [numbers.get(part, "") for part in ([word] if word in numbers else re.split(r"[ -]", word))]
    return sum(map(int, known)) if all(map(str.isdigit, known)) else None


def month_of(word: str) -> int:
    """The number of a month by its name (`Sept.`)."""
    return int(words_of("month")[word.lower().rstrip(".")])


def year_of(word: str) -> int:
    """A year by its figures: `1998`, `'98`, `09`."""
    year = int(word.lstrip("'’"))
    return year if year > 99 else year + (2000 if year < 50 else 1900)


def step_of(which: str) -> int:
    """By how many units `last`, `next` and the like move; 0 for `this`."""
    return int(words_of("which").get(which.lower(), "0"))
