"""The signs of stances: full where the best row is sure, hollow where it is not."""

from collections.abc import Iterable
from typing import Any

SURE = 2 / 3  # the share of such rows that are right, from which on a sign is full
FULL = {"support": "▲", "oppose": "▼", "neutral": "◆"}
HOLLOW = {"support": "△", "oppose": "▽", "neutral": "◇"}
APART = "\N{EM SPACE}"  # between what a key tells: SVG makes one of several plain spaces
WORDS = {"support": "for", "oppose": "against", "neutral": "neutral"}


def sign_of(polarity: str, confidences: Iterable[float]) -> str:
    """The sign of some stances of one side, with their number where it is more than one."""
    found = list(confidences)
    sign = (FULL if max(found, default=0) >= SURE else HOLLOW)[polarity]
    return f"{sign}{len(found)}" if len(found) > 1 else sign


def key_to(stances: Iterable[Any]) -> str:
    """What the signs mean, as far as these stances need it."""
    found = list(stances)
    used = {row.polarity for row in found}
    words = [f"{FULL[side]} {word}" for side, word in WORDS.items() if side in used]
    if any(row.confidence < SURE for row in found):
        words.append("hollow: less sure")
    return APART.join(words)
