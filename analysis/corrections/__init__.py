"""Corrections: what a reader of the tables mends, kept in a file beside the article and applied whenever it is read.

>>> from analysis import analyse, corrections, read_article
>>> reading = analyse(read_article("story.txt"))                                    # doctest: +SKIP
>>> wrong = corrections.set_kind(reading, "e3", "organization")                     # doctest: +SKIP
>>> reading = corrections.add(reading, wrong, who="A. Coder", why="It is a bank")   # doctest: +SKIP
>>> reading = corrections.undo(reading, "c1")                                       # doctest: +SKIP

`analysis.explore.CorrectionPanel` is the same with lists and buttons. `entries` says what can be done, `anchors` finds
words again, `file` reads and writes, `making` makes a correction of a row's id; `applying` applies it to an article's
rows, by the steps in `actors`, `quotations` and `stances`.
"""

from analysis.corrections.anchors import find_words
from analysis.corrections.api import add, apply, belongs, file_of, undo, with_corrections
from analysis.corrections.applying import corrected
from analysis.corrections.entries import ACTIONS, OUTCOMES
from analysis.corrections.file import append, path_beside, read_corrections, remove
from analysis.corrections.making import (
    add_entity,
    add_quotation,
    add_stance,
    drop,
    merge,
    rename,
    set_bounds,
    set_kind,
    set_role,
    set_source,
    split,
    text_of,
    turn,
)
from analysis.records import Anchor, Correction

__all__ = [
    "ACTIONS",
    "OUTCOMES",
    "Anchor",
    "Correction",
    "add",
    "add_entity",
    "add_quotation",
    "add_stance",
    "append",
    "apply",
    "belongs",
    "corrected",
    "drop",
    "file_of",
    "find_words",
    "merge",
    "path_beside",
    "read_corrections",
    "remove",
    "rename",
    "set_bounds",
    "set_kind",
    "set_role",
    "set_source",
    "split",
    "text_of",
    "turn",
    "undo",
    "with_corrections",
]
