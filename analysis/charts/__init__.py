"""Charts: functions that take a table (and an `ax`) and return the `Axes`. The only place for matplotlib."""

from analysis.charts.base import save_chart, to_csv, to_png, to_svg, with_names
from analysis.charts.comparison import sorts_by_outlet, stance_series
from analysis.charts.data import dated_actions, mention_counts, mention_places, stance_counts, word_counts
from analysis.charts.mentions import dispersion, mentions_per_actor
from analysis.charts.network import signed_network
from analysis.charts.sources import words_by_source
from analysis.charts.stances import stance_matrix
from analysis.charts.timeline import timeline

__all__ = [
    "dated_actions",
    "dispersion",
    "mention_counts",
    "mention_places",
    "mentions_per_actor",
    "save_chart",
    "signed_network",
    "sorts_by_outlet",
    "stance_counts",
    "stance_matrix",
    "stance_series",
    "timeline",
    "to_csv",
    "to_png",
    "to_svg",
    "with_names",
    "word_counts",
    "words_by_source",
]
