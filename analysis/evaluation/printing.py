"""Figures for the eye, a table a layer, and as CSV."""

import csv
import textwrap
from collections.abc import Iterable, Sequence
from pathlib import Path

from analysis.evaluation.figures import Measured, Scored
from analysis.exports.files import replacing

WIDTH = 100
ALONE = ("figure", "value", "95 % interval", "right", "written", "gold")
COMPARED = ("figure", "value", "other", "difference", "95 % interval", "right", "written", "gold")
COLUMNS = ("layer", "articles", "figure", *Measured._fields[1:])


def as_text(found: Iterable[Scored]) -> str:
    """A table a layer, its match rule below."""
    return "\n\n".join(_layer(one) for one in found) + "\n"


def _layer(one: Scored) -> str:
    compared = any(figure.other is not None for figure in one.figures)
    rows = [COMPARED if compared else ALONE, *(_cells(figure, compared) for figure in one.figures)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [_line(row, widths) for row in rows]
    rule = textwrap.fill(f"Match rule: {one.layer.rule}.", WIDTH)
    count = f"{one.articles} {'text' if one.articles == 1 else 'texts'}"
    return "\n".join([f"{one.layer.name} ({count})", *(f"  {line}" for line in lines), rule])


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = zip(cells, widths, strict=True)
    return "  ".join([first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in others)]).rstrip()


def _cells(figure: Measured, compared: bool) -> tuple[str, ...]:
    sums = tuple(map(_count, (figure.right, figure.written, figure.gold)))
    if not compared:
        return figure.name, _one(figure.value), _interval(figure.low, figure.high), *sums
    change = _one(figure.difference, "+.1f"), _interval(figure.difference_low, figure.difference_high, "+.1f")
    return figure.name, _one(figure.value), _one(figure.other), *change, *sums


def _one(value: float | None, form: str = ".1f") -> str:
    return "-" if value is None else format(value, form)


def _interval(low: float | None, high: float | None, form: str = ".1f") -> str:
    return "-" if low is None or high is None else f"{low:{form}} to {high:{form}}"


def _count(value: float | None) -> str:
    return "" if value is None else f"{value:,.0f}" if float(value).is_integer() else f"{value:,.1f}"


def write_csv(found: Iterable[Scored], file: Path) -> None:
    """All figures, unrounded to the hundredth, a row each."""
    with replacing(file) as part, part.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.writer(opened, lineterminator="\n")
        writer.writerow(COLUMNS)
        for one in found:
            for figure in one.figures:
                values = ("" if value is None else round(value, 2) for value in figure[1:])
                writer.writerow([one.layer.name, one.articles, figure.name.strip(), *values])
