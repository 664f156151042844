"""The article's text for the explorer: every mark can be chosen, and says to which rows it belongs.

The text of the markup is that of the article, character for character: numbers and signs come from the style sheet, so
that a selection in a passage has its offsets.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from analysis.charts.base import ACTORS
from analysis.charts.signs import FULL
from analysis.pages.blocks import html
from analysis.pages.linked.rows import Linked, View
from analysis.pages.marks import Passage, passages, stance_mark


class Mark(NamedTuple):
    """Characters, their looks, the row they show, and the sign behind them."""

    start: int
    end: int
    looks: str
    row: str
    sign: str = ""


class Piece(NamedTuple):
    """Characters with all the marks that they have, the narrowest last."""

    start: int
    end: int
    marks: Sequence[Mark]


def text_panel(view: View) -> str:
    """Headline and paragraphs with their marks, and whatever else the text has."""
    linked = view.linked
    marks = [*_mentions(linked), *_quotations(linked), *_cues(linked), *_dates(linked)]
    return "".join(_passage(view, passage, marks) for passage in passages(linked.article))


def _passage(view: View, passage: Passage, marks: Sequence[Mark]) -> str:
    start = passage.start if passage.lead is None else passage.lead
    within = [mark for mark in marks if mark.start < passage.end and mark.end > start]
    whole = [found for found in view.linked.sentences if found[1] < passage.end and found[2] > start]
    sentences = [(key, max(a, start), min(b, passage.end)) for key, a, b in whole]
    edges = sorted({start, passage.end, *(edge for _, *span in sentences for edge in span)})
    parts = []
    for left, right in pairwise(edges):
        key = next((key for key, a, b in sentences if a <= left and right <= b), None)
        words = _pieces(view, left, right, within)
        rows = view.rows(*_with(view.linked, key)) if key else ""
        parts.append(f'<span class="sentence" {rows}>{words}</span>' if key else words)
    return f'<p class="{passage.sort}" dir="auto" data-start="{start}">{"".join(parts)}</p>'


def _with(linked: Linked, sentence: str) -> list[str]:
    """A sentence and the rows whose evidence or day it holds."""
    start, end = next((a, b) for key, a, b in linked.sentences if key == sentence)
    evidence = [r.stance_id for r in linked.stances if r.evidence_start < end and start < r.evidence_end]
    days = [row.date_id for row in linked.dates if start <= row.start < end]
    return [sentence, *evidence, *days]


def _pieces(view: View, start: int, end: int, marks: Sequence[Mark]) -> str:
    """The characters, cut where a mark begins or ends."""
    within = [mark for mark in marks if mark.start < end and mark.end > start]
    within = sorted(within, key=lambda mark: (mark.end - mark.start, mark.looks))[::-1]
    edges = sorted({start, end, *(edge for mark in within for edge in mark[:2] if start < edge < end)})
    pieces = [
        Piece(left, right, [mark for mark in within if mark.start <= left and right <= mark.end])
        for left, right in pairwise(edges)
    ]
    return _nested(view, pieces)


def _nested(view: View, pieces: Iterable[Piece], depth: int = 0) -> str:
    """The pieces inside the marks that they have from some depth on, a mark round all that stand beside each other."""
    parts = []
    for mark, found in groupby(pieces, lambda piece: piece.marks[depth] if len(piece.marks) > depth else None):
        group = list(found)
        if mark is None:
            parts += [html(view.linked.article.text[piece.start : piece.end]) for piece in group]
            continue
        sign = f' data-sign="{html(mark.sign)}"' if mark.sign and mark.end == group[-1].end else ""
        words = _nested(view, group, depth + 1)
        parts.append(f'<span class="mark {mark.looks}" {view.rows(mark.row)}{sign}>{words}</span>')
    return "".join(parts)


def _mentions(linked: Linked) -> Iterator[Mark]:
    for row in linked.mentions:
        kind = linked.entities[row.entity_id].kind
        looks = f"{'actor' if kind in ACTORS else kind}{'' if row.form == 'name' else ' other'}"
        yield Mark(row.start, row.end, looks, row.mention_id)


def _quotations(linked: Linked) -> Iterator[Mark]:
    for row in linked.quotations:
        for n, (start, end) in enumerate(row.content_spans, 1):
            sign = row.quotation_id if n == len(row.content_spans) else ""
            yield Mark(start, end, "quoted", row.quotation_id, sign)


def _cues(linked: Linked) -> Iterator[Mark]:
    """The words that show a stance, with what denies them; where none tell it, its sign stands at the end."""
    for row in linked.stances:
        mark = stance_mark(linked.article.text, row)
        start, end, looks = (mark.start, mark.end, "cue") if mark.classes else (mark.end - 1, mark.end, "evidence")
        looks = f"{looks} {row.polarity}"
        yield Mark(start, end, looks, row.stance_id, FULL[row.polarity])


def _dates(linked: Linked) -> Iterator[Mark]:
    for row in linked.dates:
        yield Mark(row.start, row.end, "date", row.date_id)
