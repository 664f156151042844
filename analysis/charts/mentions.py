"""How often and where actors are mentioned."""

from collections import Counter
from itertools import chain
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from analysis.charts.base import ACTORS, MIDDLE, PALE, QUIET, RULE, STRONG, axes, chart, empty, key, label_rows
from analysis.charts.data import with_others
from analysis.tables.plain import rows

NOBODY = "No actor is mentioned."


@chart
def mentions_per_actor(mentions: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Bars: how often each actor is mentioned, by name and by other words ("he", "the minister").

    `mentions` has name and kind, as `with_names` gives them. Places and issues are left out. Of more than 30 actors the
    least mentioned are drawn as one.
    """
    actors = _by_actor(mentions)
    if not actors:
        return empty(ax, NOBODY)
    ax = axes(ax, len(actors))
    label_rows(ax, [name for name, _ in actors])
    most = max(len(found) for _, found in actors)
    for y, (_, found) in enumerate(actors):
        forms = Counter(mention.form == "name" for mention in found)
        ax.barh(y, forms[True], height=0.66, color=STRONG)
        ax.barh(y, forms[False], left=forms[True], height=0.66, color=PALE, hatch="/////", edgecolor=MIDDLE, lw=0)
        ax.text(len(found) + most * 0.012, y, str(len(found)), va="center", color=QUIET)
    ax.set_xlim(0, most * 1.06)
    ax.xaxis.set_visible(False)
    if any(mention.form != "name" for _, found in actors for mention in found):
        other = Patch(facecolor=PALE, hatch="/////", edgecolor=MIDDLE, lw=0, label="by other words")
        key(ax, [Patch(color=STRONG, label="by name"), other])
    return ax


@chart
def dispersion(mentions: pd.DataFrame, *, length: int | None = None, ax: Axes | None = None) -> Axes:
    """A row an actor, a stroke a mention: where in the article it stands, from first character to last.

    `mentions` has name and kind, as `with_names` gives them; `length` is the article's, in characters. Of more than 30
    actors the least mentioned have one row.
    """
    actors = _by_actor(mentions)
    if not actors:
        return empty(ax, NOBODY)
    ax = axes(ax, len(actors) + 1)
    label_rows(ax, [name for name, _ in actors])
    end = max(length or 0, *(mention.end for _, found in actors for mention in found))
    for y, (_, found) in enumerate(actors):
        ax.plot([0, end], [y, y], color=RULE, lw=0.7, zorder=1)
        for named, half, width, ink in ((True, 0.34, 2.0, STRONG), (False, 0.17, 1.5, MIDDLE)):
            at = [mention.start for mention in found if (mention.form == "name") == named]
            strokes = [(x, x, None) for x in at], [(y - half, y + half, None) for _ in at]  # one path, broken by None
            ax.plot(*(list(chain(*ends)) for ends in strokes), color=ink, lw=width, zorder=2, solid_capstyle="butt")
    ax.set_xlim(-end * 0.01, end * 1.01)
    ax.set_xticks([0, end / 4, end / 2, end * 3 / 4, end], ["start", "¼", "half", "¾", "end"])
    ax.tick_params(axis="x", length=0)
    if any(mention.form != "name" for _, found in actors for mention in found):
        strokes = [("by name", STRONG, 11, 2.2), ("by other words", MIDDLE, 5, 1.8)]
        key(ax, [_stroke(label, ink, size, width) for label, ink, size, width in strokes])
    return ax


def _stroke(label: str, ink: str, size: float, width: float) -> Line2D:
    return Line2D([], [], ls="", marker="|", color=ink, markersize=size, markeredgewidth=width, label=label)


def _by_actor(mentions: pd.DataFrame) -> list[tuple[str, list[Any]]]:
    """Name and mentions of each actor, the most mentioned first, then in the order of the text."""
    actors: dict[str, list[Any]] = {}
    for mention in sorted(rows(mentions), key=lambda mention: mention.start):
        if mention.kind in ACTORS:
            actors.setdefault(mention.entity_id, []).append(mention)
    ranked = sorted(actors.values(), key=len, reverse=True)
    return with_others(((found[0].name, found) for found in ranked), [])
