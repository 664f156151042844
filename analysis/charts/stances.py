"""Who stands where on whom and on what."""

from collections import Counter
from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from analysis.charts.base import INK, NAME, QUIET, ROW, RULE, SIGNS, WIDTH, axes, chart, empty, label_rows, plain
from analysis.charts.signs import APART, key_to, sign_of
from analysis.tables.plain import rows, shown

MOST_TARGETS = 16


@chart
def stance_matrix(stances: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Holders by targets: ▲ for, ▼ against, ◆ neutral, with the number of rows where it is more than one.

    A sign is hollow where the best of its rows is less than two thirds sure. Signs that conflict stand side by side.
    Stances that are not shown are left out. Of more than 16 targets the most frequent are drawn, and it is said how
    many are not.
    """
    found = rows(shown(stances))
    if not found:
        return empty(ax, "No stance is certain enough." if len(stances) else "No stance was found.")
    targets = _ranked(found, "target_id")
    places = {target: x for x, target in enumerate(list(targets)[:MOST_TARGETS])}
    kept = [row for row in found if row.target_id in places]
    holders = {holder: y for y, holder in enumerate(_ranked(kept, "holder_id"))}
    ax = axes(ax, len(holders) + 4, width=min(WIDTH + 2, 2.6 + 0.45 * len(places)))
    _grid(ax, [targets[target] for target in places], _ranked(kept, "holder_id"))
    cells: dict[tuple[str, str], dict[str, list[float]]] = {}
    for row in kept:
        cells.setdefault((row.holder_id, row.target_id), {}).setdefault(row.polarity, []).append(row.confidence)
    for (holder, target), signs in cells.items():
        _cell(ax, places[target], holders[holder], signs)
    _note(ax, key_to(kept), len(targets) - len(places))
    return ax


def _ranked(found: list[Any], column: str) -> dict[str, str]:
    """Ids and names in a column, the most frequent first, then in the order of the table."""
    counts = Counter(getattr(row, column) for row in found)
    names = {getattr(row, column): getattr(row, column.removesuffix("_id")) for row in found}
    return {key: names[key] for key, _ in counts.most_common()}


def _grid(ax: Axes, targets: list[str], holders: dict[str, str]) -> None:
    label_rows(ax, holders.values())
    labels = [plain(name, NAME) for name in targets]
    ax.set_xticks(range(len(labels)), labels, rotation=40, ha="left", rotation_mode="anchor")
    ax.xaxis.tick_top()
    ax.tick_params(axis="x", length=0, pad=3, labelcolor=INK)
    ax.set_xlim(-0.6, max(len(labels), 3) - 0.4)
    ax.hlines(range(len(holders)), -0.5, len(labels) - 0.5, color=RULE, lw=0.7, zorder=1)
    ax.vlines(range(len(labels)), -0.5, len(holders) - 0.5, color=RULE, lw=0.7, zorder=1)


def _cell(ax: Axes, x: int, y: int, signs: dict[str, list[float]]) -> None:
    """The signs of one pair, side by side."""
    for n, (polarity, found) in enumerate(sorted(signs.items(), reverse=True)):
        _, ink = SIGNS[polarity]
        at = x + (n - (len(signs) - 1) / 2) * 0.4
        ax.text(at, y, sign_of(polarity, found), color=ink, ha="center", va="center", size=11, zorder=3)


def _note(ax: Axes, words: str, n_hidden: int) -> None:
    more = f"{APART}({n_hidden} more targets: see the table)" if n_hidden else ""
    ax.annotate(words + more, (0, 0), (0, -ROW * 36), xycoords="axes fraction", textcoords="offset points", color=QUIET)
