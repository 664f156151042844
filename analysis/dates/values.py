"""The TIMEX3 value of each shape, in its context. What cannot be known stays X: never a guess."""

import re

from analysis.dates import days, periods
from analysis.dates.grounds import Context, Value

__all__ = ["Context", "Value", "value_of"]
Match = re.Match[str]
RULES = days.RULES | periods.RULES


def value_of(rule: str, found: Match, context: Context, *, year: str | None = None) -> Value | None:
    """The value of a shape; None where the words turn out to be no time expression. `year` is one told elsewhere."""
    groups = {key: text for key, text in found.groupdict().items() if text}
    return RULES[rule](groups if year is None else {**groups, "y": year}, context)
