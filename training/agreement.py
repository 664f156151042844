"""How far the two readers of the open gold agree, before anything was settled: python training/agreement.py [FOLDER]

FOLDER (default data/gold) has `readers/1` and `readers/2`, and `candidates.csv` with a second reader's labels. F1 of
spans is that of one reader's rows against the other's, exact and overlapping, one to one; of stances, of the same
holder and the same target, or one of like words. Krippendorff's alpha (nominal) is of the labels of candidates that
both judged, and of a column's values in rows that match.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace

from analysis.checking.reliability import alpha
from analysis.evaluation.matching import alike, best_pairs, characters, folded, jaccard, same_thing, span_of
from analysis.evaluation.open_gold import LABELS, OF_READERS, key_of, read_rows

COLUMNS = {"entities": ("kind",), "quotations": ("kind",), "stances": ("polarity", "told_by", "central")}
COLUMNS |= {"dates": ("value",)}

Row = SimpleNamespace
Pairs = list[tuple[Row, Row]]


def likeness(table: str, one: Row, other: Row) -> float:
    """How alike two readers' rows are: 1 for the same span, 0 for no overlap."""
    if key_of(one) != key_of(other):
        return 0.0
    if table == "quotations":
        return jaccard(characters(one.content_spans), characters(other.content_spans))
    if table == "stances":
        same = folded(one.holder) == folded(other.holder) and same_thing(one.target, other.target)
        return same * (0.5 + 0.5 * (folded(one.target) == folded(other.target)))
    return alike(span_of(one, ""), span_of(other, ""))


def matched(table: str, first: Sequence[Row], second: Sequence[Row], least: float = 0.0) -> Pairs:
    """The rows of both that are of one span, the most alike first."""
    near = [
        (found, i, j)
        for i, one in enumerate(first)
        for j, other in enumerate(second)
        if (found := likeness(table, one, other)) > 0 and found >= least
    ]
    return [(first[i], second[j]) for i, j in best_pairs(near).items()]


def f1(pairs: Pairs, first: Sequence[Row], second: Sequence[Row]) -> float:
    """In percent; both readers count alike."""
    return 200 * len(pairs) / max(1, len(first) + len(second))


def report(folder: Path) -> list[str]:
    """A line for each layer and each column."""
    lines = []
    for table in OF_READERS:
        first, second = (list(read_rows(folder / "readers" / reader, table)) for reader in "12")
        pairs = matched(table, first, second)
        exact = f1(matched(table, first, second, 1.0), first, second)
        lines.append(f"{table:12s} F1 {exact:5.1f} exact, {f1(pairs, first, second):5.1f} overlapping")
        lines[-1] += f" ({len(first)} and {len(second)} rows)"
        for column in COLUMNS[table]:
            values = [(getattr(one, column), getattr(other, column)) for one, other in pairs]
            lines.append(f"  {column:10s} {_said(values)}")
    twice = [(row.label, row.second) for row in read_rows(folder, "candidates") if row.second in LABELS]
    return [*lines, f"candidates   {_said(twice)}"]


def _said(pairs: Sequence[tuple[str, str]]) -> str:
    found, same = alpha(pairs), sum(one == other for one, other in pairs)
    said = "-" if found is None else f"{found:.2f}"
    return f"alpha {said}, equal {same} of {len(pairs)}"


def main() -> None:
    """Print the agreement of the two readers."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[1] / "data" / "gold"
    try:
        print(*report(folder), sep="\n")
    except ValueError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
