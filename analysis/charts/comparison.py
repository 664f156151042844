"""Articles compared: whose words which outlet prints, and who stood where when."""

from collections import Counter, defaultdict
from datetime import date, datetime, timedelta
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.dates import AutoDateLocator, ConciseDateFormatter
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from analysis.charts.base import INK, MIDDLE, PAPER, QUIET, RULE, STRONG, axes, chart, empty, key, label_rows
from analysis.charts.sources import LOOKS
from analysis.tables.plain import rows

MARKS = (("o", STRONG, STRONG), ("s", MIDDLE, MIDDLE), ("D", PAPER, STRONG), ("^", INK, INK), ("v", PAPER, MIDDLE))
MOST_OUTLETS = len(MARKS)
BESIDE = 0.12  # of the time shown: how far points of one period stand apart


@chart
def sorts_by_outlet(sources: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Bars: how many quotations each outlet gives to which sort of source, by the kind of quotation.

    `sources` has outlet, sort, and the counts direct, mixed and indirect. The outlet with the most stands first.
    """
    outlets = _outlets(sources)
    if not outlets:
        return empty(ax, "Nobody is quoted.")
    lines = [line for outlet, sorts in outlets for line in (("", None), (outlet, None), *sorts)][1:]
    ax = axes(ax, len(lines))
    label_rows(ax, [name for name, _ in lines])
    most = max(kinds.total() for _, kinds in lines if kinds)
    for y, ((_, kinds), label) in enumerate(zip(lines, ax.get_yticklabels(), strict=True)):
        if kinds is None:
            label.set_weight("bold")
            continue
        _bar(ax, y, kinds, most)
    ax.set_xlim(0, most * 1.14)
    ax.xaxis.set_visible(False)
    key(ax, [Patch(label=kind, **look) for kind, look in LOOKS.items() if sources[kind].sum()])
    return ax


def _bar(ax: Axes, y: int, kinds: Counter[str], most: int) -> None:
    left = 0
    for kind, look in LOOKS.items():
        ax.barh(y, kinds[kind], left=left, height=0.66, **look)
        left += kinds[kind]
    ax.text(left + most * 0.012, y, str(left), va="center", color=QUIET)


def _outlets(sources: pd.DataFrame) -> list[tuple[str, list[tuple[str, Counter[str]]]]]:
    """Outlets with their sorts of sources, the most quoted first."""
    found: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for row in rows(sources):
        found[row.outlet][row.sort].update({kind: getattr(row, kind) for kind in LOOKS})
    ranked = {outlet: sorted(sorts.items(), key=lambda one: -one[1].total()) for outlet, sorts in found.items()}
    return sorted(ranked.items(), key=lambda one: -sum(kinds.total() for _, kinds in one[1]))


@chart
def stance_series(series: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Points: where one holder stands on one target in each period, by outlet, with the interval and the articles.

    `series` has outlet, period, articles, balance, low and high. Of more than five outlets those with the most articles
    are drawn.
    """
    outlets: dict[str, list[Any]] = defaultdict(list)
    for row in rows(series):
        outlets[row.outlet].append(row)
    ranked = sorted(outlets.items(), key=lambda one: -sum(row.articles for row in one[1]))[:MOST_OUTLETS]
    if not ranked:
        return empty(ax, "No stance was found.")
    ax = axes(ax, 8)
    span = _days(ax, [row.period for _, points in ranked for row in points])
    for n, (_, points) in enumerate(ranked):
        aside = timedelta((n - (len(ranked) - 1) / 2) * span * BESIDE / max(1, len(ranked) - 1))
        for row in points:
            _point(ax, datetime.fromisoformat(row.period) + aside, row, n)
    ax.axhline(0, color=RULE, lw=0.8, zorder=0)
    ax.set_yticks([-1, 0, 1], ["against", "both, neither", "for"])
    ax.set_ylim(-1.4, 1.4)
    ax.tick_params(length=0)
    ax.spines["left"].set_visible(False)
    key(ax, [_mark(n, outlet) for n, (outlet, _) in enumerate(ranked)])
    return ax


def _days(ax: Axes, periods: list[str]) -> float:
    """Set the axis of time to the periods; returns how many days it shows."""
    days = sorted({date.fromisoformat(period) for period in periods})
    room = max(3, (days[-1] - days[0]).days * 0.12)
    ax.set_xlim(days[0] - timedelta(room), days[-1] + timedelta(room))
    if len(days) <= 8:
        ax.set_xticks(days, [f"{day.day} {day:%b %Y}" for day in days])
    else:
        ax.xaxis.set_major_locator(AutoDateLocator())
        ax.xaxis.set_major_formatter(ConciseDateFormatter(ax.xaxis.get_major_locator()))
    return (days[-1] - days[0]).days + 2 * room


def _point(ax: Axes, day: datetime, row: Any, n: int) -> None:
    shape, face, edge = MARKS[n]
    ax.plot([day, day], [row.low, row.high], color=edge, lw=1, zorder=1, solid_capstyle="butt")
    ax.plot([day], [row.balance], shape, color=face, markeredgecolor=edge, markersize=7, zorder=2)
    over = 9 if row.balance >= 0 else -9
    at = {"textcoords": "offset points", "ha": "center", "va": "center"}
    ax.annotate(str(row.articles), (day, row.balance), (0, over), color=QUIET, size=8, **at)


def _mark(n: int, label: str) -> Line2D:
    shape, face, edge = MARKS[n]
    return Line2D([], [], ls="", marker=shape, color=face, markeredgecolor=edge, markersize=7, label=label)
