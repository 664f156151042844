"""Checking by hand: rows drawn for it, what came of it, and how far two coders agree.

`samples` draws rows and writes them for a spreadsheet, `verdicts` reads them back and says precision, `agreement`
compares two coders' verdicts or corrections, by the measures in `reliability`.
"""

from analysis.checking.agreement import Labels, agreement, differences, labels_of_corrections, labels_of_verdicts
from analysis.checking.reliability import alpha
from analysis.checking.samples import COLUMNS, draw, write_sample
from analysis.checking.verdicts import VERDICTS, precision, precision_table, read_verdicts

__all__ = [
    "COLUMNS",
    "VERDICTS",
    "Labels",
    "agreement",
    "alpha",
    "differences",
    "draw",
    "labels_of_corrections",
    "labels_of_verdicts",
    "precision",
    "precision_table",
    "read_verdicts",
    "write_sample",
]
