"""How right the kit is: tables against gold, by match rules said in words, with intervals over articles.

`inputs` reads gold (`open_gold`, `published`, `chains`) and tables; `public` and `judged` say when a row is gold's, by
the pure functions of `matching` and `conll`; `figures` makes figures and intervals of the counts, `printing` tables.
"""

from analysis.evaluation.figures import Measured, Scored, scored
from analysis.evaluation.inputs import articles_of, load_tables, missing_from, read_gold, rows_by_article
from analysis.evaluation.open_gold import faults
from analysis.evaluation.printing import as_text, write_csv
from analysis.evaluation.records import Gold

__all__ = [
    "Gold",
    "Measured",
    "Scored",
    "articles_of",
    "as_text",
    "faults",
    "load_tables",
    "missing_from",
    "read_gold",
    "rows_by_article",
    "scored",
    "write_csv",
]
