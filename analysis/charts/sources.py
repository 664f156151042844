"""Whose words an article quotes."""

from collections import Counter
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Patch

from analysis.charts.base import MIDDLE, PALE, QUIET, STRONG, axes, chart, empty, key, label_rows
from analysis.charts.data import with_others, word_counts
from analysis.tables.plain import rows

LOOKS = {
    "direct": {"facecolor": STRONG, "lw": 0},
    "mixed": {"facecolor": MIDDLE, "hatch": "\\\\\\\\\\", "edgecolor": PALE, "lw": 0},
    "indirect": {"facecolor": PALE, "hatch": "/////", "edgecolor": MIDDLE, "lw": 0},
}


@chart
def words_by_source(quotations: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Bars: how many words the article gives to each source, by the kind of quotation.

    What is not said or written, but thought, wanted or done, is left out, and so is what is said not to have been
    said, and quotations that are not shown. Words of a quotation inside another count for both sources. Of
    more than 30 sources the smallest are drawn as one.
    """
    words = {row.source: _kinds(row) for row in rows(word_counts(quotations))}
    if not words:
        return empty(ax, "Nobody is quoted.")
    sources = with_others(words.items(), Counter())
    ax = axes(ax, len(sources))
    label_rows(ax, [name for name, _ in sources])
    most = max(kinds.total() for _, kinds in sources)
    for y, (_, kinds) in enumerate(sources):
        left = 0
        for kind, look in LOOKS.items():
            ax.barh(y, kinds[kind], left=left, height=0.66, **look)
            left += kinds[kind]
        ax.text(left + most * 0.012, y, f"{left} words" if y == 0 else str(left), va="center", color=QUIET)
    ax.set_xlim(0, most * 1.14)
    ax.xaxis.set_visible(False)
    used = [kind for kind in LOOKS if any(kinds[kind] for _, kinds in sources)]
    key(ax, [Patch(label=kind, **LOOKS[kind]) for kind in used])
    return ax


def _kinds(row: Any) -> Counter[str]:
    return Counter({kind: getattr(row, kind) for kind in LOOKS})
