"""Charts: functions that take a table (and an `ax`) and return the `Axes`. The only place for matplotlib."""

from analysis.charts.base import to_svg, with_names
from analysis.charts.comparison import sorts_by_outlet, stance_series
from analysis.charts.mentions import dispersion, mentions_per_actor
from analysis.charts.sources import words_by_source
from analysis.charts.stances import stance_matrix
from analysis.charts.timeline import timeline

__all__ = [
    "dispersion",
    "mentions_per_actor",
    "sorts_by_outlet",
    "stance_matrix",
    "stance_series",
    "timeline",
    "to_svg",
    "with_names",
    "words_by_source",
]
