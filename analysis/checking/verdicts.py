"""Rows that a person has judged, and what they say of the tables: precision by table and confidence, with intervals.

Of a bin with n rows judged, r of them right, the share right is drawn from a Beta distribution with r + 1/2 and
n - r + 1/2 (Jeffreys' interval, which reaches 0 where none is right and 1 where all are); of a table each bin counts by
the rows that it stands for.
"""

import csv
from collections import Counter
from collections.abc import Sequence
from io import StringIO
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pandas as pd

from analysis.checking.samples import RISKY, TABLES, bin_name, bin_of
from analysis.evaluation.figures import EDGES, SEED, Measured, Scored
from analysis.evaluation.records import Layer

VERDICTS = ("right", "defensible", "wrong")
DRAWS = 20_000
NEEDED = ("article_id", "table", "row_id", "verdict", "confidence", "stands_for")
RULE = (
    "verdicts by hand; at least defensible: right or defensible; a table's figure weighs each bin of confidence by the "
    "rows it stands for; 95 % intervals by Jeffreys, rows taken as independent"
)
Row = SimpleNamespace


def read_verdicts(file: str | Path) -> list[Row]:
    """The rows of a file as `readout sample` writes it and a person has filled it in; those without a verdict too.

    Raises ValueError with line, what was found and what is accepted.
    """
    file = Path(file)
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise ValueError(f"{file} is no UTF-8 text; save it as CSV, UTF-8") from None
    first = text.partition("\n")[0]
    parted = ";" if first.count(";") > first.count(",") else ","  # some spreadsheets write semicolons
    reader = csv.DictReader(StringIO(text, newline=""), delimiter=parted)
    missing = [name for name in NEEDED if name not in (reader.fieldnames or ())]
    if missing:
        raise ValueError(f"{file} has no column {', '.join(missing)}; `readout sample TABLES --out {file}` writes such")
    found = [_row(file, reader.line_num, row) for row in reader]
    twice = [key for key, n in Counter((row.article_id, row.table, row.row_id) for row in found).items() if n > 1]
    if twice:
        raise ValueError(f"{file}: the row {' '.join(twice[0])} stands there twice")
    return found


def rows_of(sample: Sequence[Row] | pd.DataFrame) -> Sequence[Row]:
    """The rows of a sample that was filled in here; those of a file as they are."""
    if not isinstance(sample, pd.DataFrame):
        return sample
    lines = sample.astype(object).where(sample.notna(), None).to_dict("records")
    wrong = {line["verdict"] for line in lines} - {None, "", *VERDICTS}
    if wrong:
        raise ValueError(f"verdict {min(map(str, wrong))!r} is none of {', '.join(VERDICTS)}")
    return [Row(**line | {"verdict": line["verdict"] or None}) for line in lines]


def precision_table(found: Sequence[Row] | pd.DataFrame) -> pd.DataFrame:
    """The same as a table: value and interval in percent, how many rows were right, of how many judged."""
    columns = ["table", "figure", "value", "low", "high", "right", "judged"]
    lines = [(layer.layer.name, *figure[:6]) for layer in precision(found) for figure in layer.figures]
    return pd.DataFrame(lines, columns=columns)


def _row(file: Path, line: int, row: dict[str, str | None]) -> Row:
    cells = {name: _bare(value or "") for name, value in row.items() if name}
    verdict = cells["verdict"].strip().lower()
    if verdict and verdict not in VERDICTS:
        raise ValueError(f"{file}, line {line}: verdict {cells['verdict']!r} is none of {', '.join(VERDICTS)}")
    if cells["table"] not in TABLES:
        raise ValueError(f"{file}, line {line}: table {cells['table']!r} is none of {', '.join(TABLES)}")
    try:
        numbers = {name: float(cells[name].replace(",", ".")) for name in ("confidence", "stands_for")}
    except ValueError:
        raise ValueError(f"{file}, line {line}: confidence and stands_for must stay the numbers drawn") from None
    return Row(**cells | {"verdict": verdict or None, **numbers})


def _bare(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(RISKY) else cell


def precision(found: Sequence[Row] | pd.DataFrame) -> list[Scored]:
    """How many of the rows are right, by table and bin of confidence, of those that were judged.

    Rows are those of `read_verdicts`, or a sample with its verdicts filled in. Raises ValueError where none was judged,
    and for an unknown verdict.
    """
    found = rows_of(found)
    if not any(row.verdict for row in found):
        raise ValueError(f"no row has a verdict yet; accepted are {', '.join(VERDICTS)}")
    tables = dict.fromkeys(row.table for row in sorted(found, key=lambda row: TABLES.index(row.table)))
    return [_scored(name, [row for row in found if row.table == name]) for name in tables]


def _scored(table: str, found: Sequence[Row]) -> Scored:
    bins = {number: [row for row in found if bin_of(row.confidence) == number] for number in range(5)}
    judged = {number: rows for number, those in bins.items() if (rows := [row for row in those if row.verdict])}
    weights = {number: sum(row.stands_for for row in bins[number]) for number in judged}
    figures = []
    for name, accepted in (("strictly right", VERDICTS[:1]), ("at least defensible", VERDICTS[:2])):
        counts = {number: (sum(row.verdict in accepted for row in rows), len(rows)) for number, rows in judged.items()}
        figures += _figures(name, counts, weights)
    articles = len({row.article_id for rows in judged.values() for row in rows})
    layer = Layer(table, RULE, (), lambda *_: {})
    return Scored(layer, articles, tuple(figures))


def _figures(name: str, counts: dict[int, tuple[int, int]], weights: dict[int, float]) -> list[Measured]:
    """The figure of a table, all bins by their weights, and below it those of the bins."""
    if not counts:
        return [Measured(name, None, None, None, 0, 0)]
    random = np.random.default_rng(SEED)
    draws = {number: random.beta(right + 0.5, n - right + 0.5, DRAWS) for number, (right, n) in counts.items()}
    share = np.array([weights[number] for number in counts]) / sum(weights[number] for number in counts)
    value = float(share @ [right / n for right, n in counts.values()])
    whole = _measured(name, value, share @ np.array(list(draws.values())), np.sum(list(counts.values()), axis=0))
    parts = [
        _measured(f"  confidence {bin_name(number)}", right / n, draws[number], (right, n))
        for number, (right, n) in sorted(counts.items(), reverse=True)
    ]
    return [whole, *parts]


def _measured(name: str, value: float, draws: np.ndarray, counts: Sequence[int]) -> Measured:
    low, high = map(float, np.percentile(draws, EDGES))
    return Measured(name, 100 * value, 100 * min(low, value), 100 * max(high, value), *map(float, counts))
