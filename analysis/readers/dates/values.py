"""The TIMEX3 value of each shape, in its context. What cannot be known stays X: never a guess."""

import re

from analysis.readers.dates import days, periods
from analysis.readers.dates.grounds import Context, Value

__all__ = ["Context", "Value", "value_of"]
Match = re.Match[str]
RULES = days.RULES | periods.RULES


def value_of(
    rule: str, found: Match, context: Context, *, year: str | None = None, month: str | None = None
) -> Value | None:
    """The value of a shape; None where the words turn out to be no time expression.

    `year` and `month` are told elsewhere: `June 3 to June 5, 2019`, `June 3 to 5`.
    """
    told = {key: text for key, text in (("y", year), ("mon", month)) if text is not None}
    try:
        return RULES[rule]({key: text for key, text in found.groupdict().items() if text} | told, context)
    except (ValueError, OverflowError):  # a day that no calendar has
        return None
