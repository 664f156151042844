"""The TIMEX3 value of each shape, in its context. What cannot be known stays X: never a guess."""

from collections.abc import Callable

from analysis.readers.dates import days, periods
from analysis.readers.dates.anchors import Context, Groups, Value

RULES: dict[str, Callable[[Groups, Context], Value | None]] = {
    rule.__name__: rule
    for rule in (
        *(days.numeric, days.day, days.day_of, days.month, days.season, days.weekday, days.deictic, days.clock),
        *(days.part_of, days.holiday, periods.sets, periods.shift, periods.ahead, periods.quarter, periods.decade),
        *(periods.century, periods.year, periods.weekend, periods.unit, periods.reference, periods.duration),
    )
}


def value_of(rule: str, groups: Groups, context: Context) -> Value | None:
    """The value of a shape by the rule of its name; None where the words turn out to be no time expression."""
    try:
        return RULES[rule](groups, context)
    except (ValueError, OverflowError):  # a day that no calendar has
        return None
