"""The calendar words of English, from the word list: what they stand for, and which of them open an expression."""

import re
from functools import cache

from analysis.lexicon import rows


@cache
def words_of(sort: str) -> dict[str, str]:
    """Calendar words of a sort, with what they stand for."""
    return {row["word"]: row["value"] for row in rows("time_words") if row["sort"] == sort}


def any_of(sort: str) -> str:
    """Any word of a sort, the longest first; shortened months and weekdays may end in a full stop."""
    found = sorted(words_of(sort), key=lambda word: (-len(word), word))
    whole = frozenset({"march", "april", "may", "june", "july"}) if sort in ("month", "weekday") else frozenset(found)
    return (
        "(?:" + "|".join(re.escape(word) + ("" if word in whole or len(word) > 5 else r"\.?") for word in found) + ")"
    )


@cache
def triggers() -> frozenset[str]:
    """Words without which there is no time expression; years and other figures come in by their digits."""
    found = {
        part
        for sort in ("month", "weekday", "season", "unit", "part", "reference", "set", "holiday")
        for word in words_of(sort)
        for part in (word, f"{word}s", f"{word}.")
    }
    found |= {word.split()[0] for word in (*words_of("reference"), *words_of("holiday"))}
    found |= words_of("trigger").keys() | words_of("hundreds").keys()
    return frozenset(found - {"the", "in", "at", "a"})


@cache
def openers() -> frozenset[str]:
    """First words of all shapes: triggers, numbers and words such as `early` or `within`."""
    words = [*words_of("opener"), *words_of("number"), *words_of("ordinal"), *words_of("set"), *words_of("reference")]
    return triggers() | {word.split()[0].rstrip(".") for word in words}
