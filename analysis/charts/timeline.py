"""What happened when, as far as the article says."""

import itertools
import re
import textwrap
from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from analysis.charts.base import INK, PAPER, QUIET, RULE, STRONG, axes, chart, empty, plain, rows

MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905
BROAD = 84  # characters a line
LINE, GAP, AROUND = 0.72, 0.45, 0.9  # in rows: a second line, between days, around the publication day
PLACED = re.compile(r"\d{4}(-\d\d(-\d\d)?)?(?!-?[\dWQHSFX])")


@chart
def timeline(dates: pd.DataFrame, *, published: str | None = None, ax: Axes | None = None) -> Axes:
    """A line a dated sentence, earliest first; the publication day is drawn across.

    `dates` may have a column `sentence`; without it the time expressions stand alone. Only days, months and years can
    be placed: durations, times of day and repeated times are left out. Distances are not to scale.
    """
    placed = sorted((row for row in rows(dates) if place(row)), key=lambda row: (place(row), row.start))
    if not placed:
        return empty(ax, "Nothing is dated.")
    steps = sum(place(row) != place(last) for last, row in itertools.pairwise(placed))
    lines = [_lines(row) for row in placed]
    n_rows = sum(1 + (len(words) - 1) * LINE for words in lines) + GAP * steps + (AROUND if published else 0)
    ax = axes(ax, n_rows, width=7.4)
    ax.set_axis_off()
    y, shown, drawn = 0.0, None, published is None
    for row, words in zip(placed, lines, strict=True):
        if not drawn and place(row) > published:
            y, drawn = _published(ax, y, published), True
        y += GAP if shown and shown != place(row) else 0
        _line(ax, y, row, words, first=place(row) != shown)
        shown, y = place(row), y + 1 + (len(words) - 1) * LINE
    if not drawn:
        y = _published(ax, y, published)
    ax.plot([0, 0], [-0.4, y - 0.6], color=RULE, lw=1.2, zorder=1)
    ax.set(xlim=(-0.3, 1), ylim=(y - 0.3, -0.7))
    return ax


def place(row: Any) -> str | None:
    """Day, month or year that a time expression stands for, ISO 8601; None where it is none of them."""
    if row.type != "DATE":
        return None
    return row.day or (PLACED.match(row.value or "") or [None])[0]


def in_words(day: str) -> str:
    """A day, month or year as it is written: `2020-01-15` is `15 January 2020`."""
    year, *rest = day.split("-")
    month = MONTHS[int(rest[0]) - 1] if rest and 1 <= int(rest[0]) <= 12 else ""
    return " ".join(filter(None, [str(int(rest[1])) if len(rest) > 1 else "", month, year]))


def _lines(row: Any) -> list[str]:
    """A row's sentence on at most two lines."""
    words = plain(getattr(row, "sentence", None) or row.text, 2 * BROAD - 8)
    return textwrap.wrap(words, BROAD)[:2]


def _line(ax: Axes, y: float, row: Any, words: list[str], *, first: bool) -> None:
    if first:
        ax.text(-0.02, y, in_words(place(row)), ha="right", va="center", color=INK, weight="bold")
    ax.plot([0], [y], "o", color=STRONG, markersize=6 if first else 4, markeredgecolor=PAPER, zorder=2)
    for n, line in enumerate(words):
        ax.text(0.02, y + n * LINE, line, va="center", color=INK)


def _published(ax: Axes, y: float, published: str) -> float:
    ax.plot([-0.3, 0.98], [y + 0.1, y + 0.1], color=QUIET, lw=0.8, ls=(0, (4, 3)), zorder=1)
    ax.text(0.02, y - 0.1, f"published {in_words(published)}", va="bottom", color=QUIET, style="italic", size=8.5)
    return y + AROUND
