"""Pages on articles compared: each takes a `Comparison`."""

from analysis.pages.compared.figures import month_pages, source_figure, stance_pages
from analysis.pages.compared.lists import actors, articles, copies, overview, sources, unsure
from analysis.pages.compared.story import story
from analysis.pages.compared.wordings import change_pages, quotation_pages

__all__ = [
    "actors",
    "articles",
    "change_pages",
    "copies",
    "month_pages",
    "overview",
    "quotation_pages",
    "source_figure",
    "sources",
    "stance_pages",
    "story",
    "unsure",
]
