"""The tables of a comparison as CSV."""

from pathlib import Path

import pandas as pd

from analysis.comparison.changes import COLUMNS, changes, pairs_to_compare
from analysis.comparison.outlets import sources_by_outlet
from analysis.comparison.repeated import repeated_quotations
from analysis.comparison.series import linked_stances, stances_over_time, ties_by_month
from analysis.comparison.whole import Comparison
from analysis.exports.files import put
from analysis.tables.plain import rows
from analysis.tables.store import csv_text
from analysis.tables.typed import TEXT, frame


def save_comparison(found: Comparison, folder: str | Path) -> None:
    """Write links, copies, sources, stances, their series and ties by month, repeated quotations and changes as CSV.

    Files of these names are replaced.
    """
    for name, table in _tables(found).items():
        put(csv_text(table).encode(), Path(folder) / f"{name}.csv")


def _tables(found: Comparison) -> dict[str, pd.DataFrame]:
    repeated = repeated_quotations(found)
    changed = [(pair, changes(found, *pair)) for pair in pairs_to_compare(found, repeated)]
    lines = [(*pair, *line) for pair, table in changed for line in rows(table)]
    return {
        "links": found.links,
        "copies": found.copies,
        "sources_by_outlet": sources_by_outlet(found),
        "linked_stances": linked_stances(found),
        "stances_over_time": stances_over_time(found),
        "ties_by_month": ties_by_month(found),
        "repeated_quotations": repeated,
        "changes": frame({"before_article": TEXT, "after_article": TEXT, **COLUMNS}, lines),
    }
