"""Articles compared: the same actors, copies, sources by outlet, stances over time, and what was dropped or altered."""

from analysis.comparison.changes import changes, pairs_to_compare, text_in_common
from analysis.comparison.copies import copies
from analysis.comparison.links import link, read_links, write_links
from analysis.comparison.outlets import sources_by_outlet
from analysis.comparison.repeated import repeated_quotations
from analysis.comparison.series import linked_stances, networks_by_month, stances_over_time, ties_by_month
from analysis.comparison.tables import save_comparison
from analysis.comparison.whole import Comparison, compare, open_corpus

__all__ = [
    "Comparison",
    "changes",
    "compare",
    "copies",
    "link",
    "linked_stances",
    "networks_by_month",
    "open_corpus",
    "pairs_to_compare",
    "read_links",
    "repeated_quotations",
    "save_comparison",
    "sources_by_outlet",
    "stances_over_time",
    "text_in_common",
    "ties_by_month",
    "write_links",
]
