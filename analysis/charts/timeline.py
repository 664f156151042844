"""What happened when, as far as the article says, and what is still to come."""

import textwrap
from itertools import groupby
from typing import Any, NamedTuple

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from analysis.charts.base import INK, PALE, PAPER, QUIET, RULE, STRONG, axes, chart, empty, plain
from analysis.charts.days import days_of, in_words, period_in_words, upper, what_is_done, who_acts
from analysis.tables.plain import rows, shown

MOST = 40  # lines
FILLED = 0.82  # height of a row, where the axes fill the figure, in rows of other charts
WHEN, WHO, WHAT, WHOLE = 18, 20, 66, 84  # characters a line: who acts, what he does, both where nobody is named
START, LEFT, MIDDLE, END = -1.75, 0.13, 2.0, 7.0  # where the columns begin and end, in inches
LINE, GAP, HEAD, AROUND = (
    0.72,
    0.4,
    1.1,
    1.2,
)  # in rows: a further line, between days, a heading, the day of publication


class _Line(NamedTuple):
    """One line of the chronology."""

    first: str
    last: str
    to_come: bool | None
    who: tuple[str, ...]
    what: tuple[str, ...]

    @property
    def height(self) -> float:
        """In rows."""
        return 1 + (max(len(self.who), len(self.what), len(self.when)) - 1) * LINE

    @property
    def when(self) -> list[str]:
        """The day or period, on at most two lines."""
        return textwrap.wrap(upper(period_in_words(self.first, self.last)), WHEN)[:2]


@chart
def timeline(events: pd.DataFrame, *, published: str | None = None, ax: Axes | None = None) -> Axes:
    """A line an action that a date hangs on, earliest first; what is to come stands apart, below the publication day.

    Of very many actions those are left out that are furthest from
    the publication day. Distances are not to scale.
    """
    lines, n_more = _lines(events, published)
    if not lines:
        return empty(ax, "Nothing is dated.")
    parts = [(come, list(part)) for come, part in groupby(lines, key=lambda line: bool(line.to_come))]
    apart = published is not None or any(line.to_come is not None for line in lines)
    ax = ax or _whole(sum(_height(part) for _, part in parts) + apart * (HEAD * len(parts) + AROUND))
    ax.set_axis_off()
    y = 0.0
    for come, part in parts:
        if published and come:
            y = _published(ax, y, published)
        y = _part(ax, y, part, ("To come" if come else "Past") if apart else "")
    if published and not parts[-1][0]:
        y = _published(ax, y, published)
    if n_more:
        ax.text(LEFT, y, f"{n_more} more are in the table", va="center", color=QUIET, style="italic", size=8.5)
        y += 1
    ax.set(xlim=(START, END), ylim=(y - 0.3, -0.7))
    return ax


def _whole(n_rows: float) -> Axes:
    """Axes that fill a new figure."""
    ax = axes(None, FILLED * n_rows, width=END - START)
    ax.set_position((0, 0, 1, 1))
    return ax


def _lines(events: pd.DataFrame, published: str | None) -> tuple[list[_Line], int]:
    """The lines of the chart, and how many more there would be."""
    kept: dict[tuple[Any, ...], _Line] = {}
    for row in rows(shown(events)):
        name = who_acts(row)
        wide = WHAT if name else WHOLE
        who = tuple(textwrap.wrap(plain(upper(name), 3 * WHO - 6), WHO)[:3]) if name else ()
        what = tuple(textwrap.wrap(plain(what_is_done(row), 2 * wide - 8), wide)[:2])
        line = _Line(*days_of(row), row.to_come, who, what)
        kept.setdefault((line.first, line.last, who, what), line)
    near = published or max((line.last for line in kept.values()), default="")
    chosen = sorted(kept.values(), key=lambda line: _years_apart(line.first, near))[:MOST]
    return sorted(chosen, key=lambda line: (bool(line.to_come), line.first, line.last)), len(kept) - len(chosen)


def _years_apart(day: str, other: str) -> float:
    return abs(float(day[:4]) + float(day[5:7]) / 12 - float(other[:4]) - float(other[5:7]) / 12)


def _height(part: list[_Line]) -> float:
    days = len({(line.first, line.last) for line in part})
    return sum(line.height for line in part) + GAP * (days - 1)


def _part(ax: Axes, y: float, part: list[_Line], heading: str) -> float:
    """Past, or what is to come, under its heading; returns where it ends."""
    come, top, last = heading == "To come", y, None
    if heading:
        ax.text(LEFT, y, heading.upper(), va="center", color=QUIET, size=8, weight="bold")
        y += HEAD
    begin = y
    for line in part:
        first = (line.first, line.last) != last
        y += GAP if last and first else 0
        _line(ax, y, line, first=first, filled=not come)
        last, y = (line.first, line.last), y + line.height
    ax.plot([0, 0], [begin, y - 1], color=RULE, lw=1.2, zorder=1)
    if come:
        ax.add_patch(Rectangle((START, top - 0.7), END - START, y - top + 0.5, color=PALE, alpha=0.4, lw=0, zorder=0))
    return y


def _line(ax: Axes, y: float, line: _Line, *, first: bool, filled: bool) -> None:
    if first:
        for n, words in enumerate(line.when):
            ax.text(-0.13, y + n * LINE, words, ha="right", va="center", color=INK, weight="bold")
    ax.plot([0], [y], "o", color=STRONG if filled else PAPER, markersize=6 if first else 4, zorder=2)
    ax.plot([0], [y], "o", color="none", markersize=6 if first else 4, markeredgecolor=STRONG, zorder=3)
    for n, words in enumerate(line.who):
        ax.text(LEFT, y + n * LINE, words, va="center", color=STRONG, weight="bold")
    for n, words in enumerate(line.what):
        ax.text(MIDDLE if line.who else LEFT, y + n * LINE, words, va="center", color=INK)


def _published(ax: Axes, y: float, published: str) -> float:
    y += 0.25
    ax.plot([START, END], [y, y], color=QUIET, lw=0.9, ls=(0, (4, 3)), zorder=1)
    words = f"published {in_words(published)}"
    ax.text(LEFT, y - 0.1, words, va="bottom", color=QUIET, style="italic", size=8.5)
    return y + AROUND
