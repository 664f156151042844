"""What time expressions are resolved by: their words, and what is known where they stand."""

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from analysis.readers.dates.words import month_of, number_of, step_of, words_of, year_of


class Value(NamedTuple):
    """TIMEX3 type and value, and what it was resolved against."""

    type: str
    value: str
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What is known where an expression stands, and what its words tell, lower case, by the `groups` of its shape.

    `today` is the day that today is in the article and `source` says how it is known; `spoken` is the day last named
    not long before, `told` the first day of such a period, `quarter` the quarter last named; clock times are of `day`
    (None: today). `ahead` and `back` say where the clause looks, `past` whether it tells what has been, `present`
    whether it tells of either side, `comes` whether its verb is `come`.
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
    present: bool = False
    comes: bool = False
    groups: dict[str, str] = field(default_factory=dict)

    def __getitem__(self, group: str) -> str:
        """The words of a group, empty where it tells nothing."""
        return self.groups.get(group, "")

    @property
    def by(self) -> int:
        """By how many units `last`, `next` and the like move."""
        return step_of(self["which"])

    @property
    def year(self) -> int | None:
        """The year that the words tell: `2019`, `'09`, `last year`."""
        if self["y"]:
            return year_of(self["y"])
        return self.today.year + step_of(self["rel"].split()[0]) if self["rel"] and self.today else None

    @property
    def month(self) -> int:
        """The number of the month named."""
        return month_of(self["mon"])

    @property
    def weekday(self) -> int:
        """The number of the weekday named, Monday is 0."""
        return int(words_of("weekday")[self["dow"].rstrip(".")])

    @property
    def unit(self) -> str:
        """The code of the unit named."""
        return words_of("unit")[self["unit"]]

    @property
    def number(self) -> int | None:
        """How many units are told; `a year-ago quarter` is one, `several` none that is known."""
        return number_of(self["n"] or "a")

    @property
    def amount(self) -> int | str | None:
        """How many units are told, with a fraction as its figures: `3.5`."""
        return self["n"] if "." in (self["n"] or "") else self.number

    def dated(self, value: str) -> Value:
        """A date that is counted from today."""
        return Value("DATE", value, self.source)
