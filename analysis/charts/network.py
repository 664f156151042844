"""The signed network of who stands where on whom and on what."""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch, Polygon
from matplotlib.path import Path

from analysis.charts.base import INK, NAME, PAPER, QUIET, SIGNS, chart, empty, plain
from analysis.charts.layout import Place, Tie, arranged
from analysis.charts.signs import APART, key_to, sign_of
from analysis.tables.plain import rows, shown

DASHES = {"support": "-", "oppose": (0, (5, 2.2)), "neutral": (0, (1, 1.8))}
CURVE = [Path.MOVETO, Path.CURVE3, Path.CURVE3]


@chart
def signed_network(stances: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Names on an ellipse, arrows from holder to target: ▲ for, ▼ against, ◆ neutral, with the number of stances.

    Those who stand for each other are side by side, those against each other across. A sign is hollow where the best
    of its rows is less than two thirds sure; a line is the wider, the more stances it stands for. Stances that are not
    shown are left out, and of more than 40 names those with the fewest.
    """
    found = rows(shown(stances))
    layout = arranged(found)
    if not layout.ties:
        return empty(ax, "No stance is certain enough." if len(stances) else "No stance was found.")
    ax = ax or Figure(figsize=(layout.width, layout.height + 0.35)).add_axes((0, 0, 1, 1))
    ax.set_axis_off()
    ax.set(xlim=(-layout.width / 2, layout.width / 2), ylim=(-layout.height / 2 - 0.35, layout.height / 2))
    for tie in layout.ties:
        _tie(ax, tie)
    for place in layout.places:
        _name(ax, place)
    more = f"{APART}({layout.n_more} more names: see the table)" if layout.n_more else ""
    ax.text(0, -layout.height / 2 - 0.2, key_to(found) + more, ha="center", va="center", color=QUIET, size=9)
    return ax


def width_of(number: int) -> float:
    """The width of the line of so many stances, in points."""
    return 0.9 + 0.7 * min(max(number, 1) - 1, 4)


def _tie(ax: Axes, tie: Tie) -> None:
    _, ink = SIGNS[tie.polarity]
    line = Path([tie.start, tie.bend, tie.end], CURVE)
    ax.add_patch(
        PathPatch(line, fill=False, edgecolor=ink, lw=width_of(len(tie.rows)), ls=DASHES[tie.polarity], zorder=1)
    )
    ax.add_patch(Polygon(tie.head, facecolor=ink, lw=0, zorder=2))
    sign = sign_of(tie.polarity, (row.confidence for row in tie.rows))
    paper = {"boxstyle": "square,pad=0.1", "facecolor": PAPER, "lw": 0}
    ax.text(*tie.at, sign, color=ink, ha="center", va="center", size=9, bbox=paper, zorder=3)


def _name(ax: Axes, place: Place) -> None:
    (x, y), side = place.point, place.side
    ax.plot([x], [y], "o", color=INK, markersize=4.5, zorder=4)
    ax.text(x + 0.12 * side, y, plain(place.name, NAME), ha="left" if side > 0 else "right", va="center", color=INK)
