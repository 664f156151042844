"""The words that are marked for a stance or told for a quotation: with what denies them, and only where they tell."""

import re
from functools import cache
from typing import Any

from analysis.lexicon import words

BETWEEN = r"(?:\s+(?:to|be|been|being|have|having|has|had|yet|even|ever|longer|from|the|any|\w+ly)){0,3}"
NOTS = r"\w+n['’]t|not|never|cannot|no longer|hardly|scarcely|without|neither|nor"


def telling(cue: str | None) -> str:
    """The cue, if it says more than that somebody speaks: `insists`, but not `said` and no colon.

    A cue that is denied tells: `did not say`.
    """
    if not cue or not any(map(str.isalpha, cue)):
        return ""
    found = re.findall(r"[\w'’]+", cue.lower())
    return "" if set(found) <= words("plain_cues") else cue


def cue_span(text: str, row: Any) -> tuple[int, int] | None:
    """Where the words stand that show a stance, what denies them included: `refusal to sign`, `doesn't want`.

    None where there are none, or none that tell anything (`said`).
    """
    if row.cue_start is None or not telling(text[row.cue_start : row.cue_end]):
        return None
    begin = min(row.evidence_start, row.cue_start)
    before = _denial().search(text, begin, row.cue_start)
    behind = re.compile(r"\s+(?:no|nothing|none|nobody|neither)\b", re.IGNORECASE).match(text, row.cue_end)
    return before.start() if before else row.cue_start, behind.end() if behind else row.cue_end


@cache
def _denial() -> re.Pattern[str]:
    """A word that denies or turns what follows, at the end of what is searched: `refused to`, `has not yet`."""
    turned = "|".join(sorted({form for word in words("reversers") for form in _forms(word)}, key=len, reverse=True))
    return re.compile(rf"\b(?:{NOTS}|{turned}){BETWEEN}\s+\Z", re.IGNORECASE)


def _forms(word: str) -> set[str]:
    """A verb or noun with the endings that it may have."""
    stem = word[:-1] + "i" if re.search(r"[^aeiou]y$", word) else word.removesuffix("e")
    double = word + word[-1] if re.search(r"[^aeiou][aeiou][bdgmnpt]$", word) else stem
    return {word, f"{word}s", f"{stem}es", f"{stem}ed", f"{double}ed", f"{double}ing", f"{word.removesuffix('e')}ing"}
