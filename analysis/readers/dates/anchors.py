"""What values are resolved against."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

Groups = dict[str, str]


class Value(NamedTuple):
    """TIMEX3 type and value, and what it was resolved against."""

    type: str
    value: str
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What is known where an expression stands.

    `today` is the day that today is in the article and `source` says how it is known; `spoken` is the day last named
    not long before, `told` the first day of such a period, `quarter` the quarter last named; clock times are of `day`
    (None: today). `ahead` and `back` say where the clause looks, `past` whether it tells what has been, `comes` whether
    its verb is `come`.
    """

    today: date | None = None
    source: str | None = None
    spoken: date | None = None
    day: Value | None = None
    told: date | None = None
    quarter: str | None = None
    ahead: bool = False
    back: bool = False
    past: bool = False
    comes: bool = False
