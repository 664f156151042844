"""Figures of counts, and how far they can be trusted: articles are drawn anew, with replacement."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from analysis.evaluation.records import Document, Figure, Gold, Layer, Tables, Tally

DRAWS, SEED = 1000, 20200115
EDGES = (2.5, 97.5)  # percentiles: 95 of 100 draws lie between them

Sums = np.ndarray  # (..., groups, 4): the numbers of Counts, summed over articles


def precision(sums: Sums) -> Sums:
    """Right of written; NaN where nothing is."""
    return _share(sums[..., 0, 0], sums[..., 0, 1])


def recall(sums: Sums) -> Sums:
    """Found of gold; NaN where there is none."""
    return _share(sums[..., 0, 2], sums[..., 0, 3])


def f1(sums: Sums) -> Sums:
    """The mean of F1 over groups of counts, mostly one; NaN where nothing is written and nothing is gold."""
    right, written, found, gold = (sums[..., place] for place in range(4))
    parts = np.nan_to_num(_share(right, written)), np.nan_to_num(_share(found, gold))
    each = np.nan_to_num(_share(2 * parts[0] * parts[1], parts[0] + parts[1]))
    return np.where((written + gold).sum(-1) > 0, each.mean(-1), np.nan)


def gap(sums: Sums) -> Sums:
    """How far two sums (right, found) lie apart, over groups, of all that is written."""
    return _share(np.abs(sums[..., 0] - sums[..., 2]).sum(-1), sums[..., 1].sum(-1))


def _share(part: Sums, whole: Sums) -> Sums:
    return np.divide(part, whole, out=np.full(np.shape(whole), np.nan), where=np.asarray(whole) > 0)


MEASURES: dict[str, Callable[[Sums], Sums]] = {
    "F1": f1,
    "precision": precision,
    "recall": recall,
    "mean": recall,
    "gap": gap,
}


class Measured(NamedTuple):
    """A figure from 0 to 100 with its interval and what it was counted from; None is not known or not asked."""

    name: str
    value: float | None
    low: float | None
    high: float | None
    right: float | None = None
    written: float | None = None
    gold: float | None = None
    other: float | None = None  # the same figure of the second tables, and the difference to it
    difference: float | None = None
    difference_low: float | None = None
    difference_high: float | None = None


class Scored(NamedTuple):
    """A layer with its figures, over so many articles."""

    layer: Layer
    articles: int
    figures: tuple[Measured, ...]


def scored(gold: Gold, tables: Mapping[str, Tables], against: Mapping[str, Tables] | None = None) -> list[Scored]:
    """The figures of every layer, over the articles that gold and all tables have."""
    known = [
        document
        for document in gold.documents
        if document.article_id in tables and (against is None or document.article_id in against)
    ]
    found = []
    for layer in gold.layers:
        asked = [document for document in known if layer.name in document.gold]
        if not asked:
            continue
        ours = [_counted(layer, document, tables) for document in asked]
        theirs = None if against is None else [_counted(layer, document, against) for document in asked]
        measured = tuple(measure(figure, ours, theirs) for figure in layer.figures)
        found.append(Scored(layer, len(asked), measured))
    return found


def _counted(layer: Layer, document: Document, tables: Mapping[str, Tables]) -> Tally:
    return layer.count(document.gold[layer.name], tables[document.article_id], document)


def measure(figure: Figure, ours: Sequence[Tally], theirs: Sequence[Tally] | None = None) -> Measured:
    """A figure of the articles' tallies and its interval; with a second reading of them, the difference and its own.

    Both readings are drawn together, so that an article that is hard for both widens no interval of the difference.
    """
    mine = _stacked(figure, ours)
    drawn = _draws(mine)
    value, values = _value(figure, mine), _values(figure, mine, drawn)
    found = Measured(figure.name, _known(value), *_edges(values), *_sums(figure, mine))
    if theirs is None:
        return found
    second = _stacked(figure, theirs)
    other = _value(figure, second)
    low, high = _edges(values - _values(figure, second, drawn))
    return found._replace(
        other=_known(other), difference=_known(value - other), difference_low=low, difference_high=high
    )


def _stacked(figure: Figure, tallies: Sequence[Tally]) -> Sums:
    """Articles by groups by the four numbers."""
    found = [tally[figure.counts] for tally in tallies]
    return np.array([[one] if isinstance(one[0], (int, float)) else one for one in found], dtype=float)


def _draws(numbers: Sums) -> np.ndarray:
    """How often each article is drawn, in each draw."""
    return np.random.default_rng(SEED).multinomial(len(numbers), np.full(len(numbers), 1 / len(numbers)), size=DRAWS)


def _value(figure: Figure, numbers: Sums) -> float:
    return 100 * float(MEASURES[figure.measure](numbers.sum(0)))


def _values(figure: Figure, numbers: Sums, drawn: np.ndarray) -> np.ndarray:
    return 100 * MEASURES[figure.measure](np.tensordot(drawn, numbers, axes=1))


def _edges(values: np.ndarray) -> tuple[float | None, float | None]:
    values = values[~np.isnan(values)]
    return tuple(map(float, np.percentile(values, EDGES))) if len(values) else (None, None)


def _known(value: float) -> float | None:
    return None if np.isnan(value) else value


def _sums(figure: Figure, numbers: Sums) -> tuple[float | None, float | None, float | None]:
    """Right, written and gold as far as the measure asks for them; a mean over groups has none of its own."""
    if numbers.shape[1] > 1:
        return None, None, None
    right, written, found, gold = map(float, numbers.sum(0)[0])
    by_measure = {"precision": (right, written, None), "recall": (found, None, gold), "F1": (right, written, gold)}
    return by_measure.get(figure.measure, (None, None, None))
