"""Quotation marks: which characters open and close a quotation, whatever the typography.

Straight, curly, doubled apostrophes, single, French and German marks; nested; a quotation reopened at each
paragraph. Marks that are never closed end with their paragraph. Apostrophes are not marks.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from analysis.records import Article, Span

FAMILY = {"“": "double", "”": "double", '"': "double", "„": "double", "‟": "double", "«": "french", "»": "french"}
FAMILY |= {"‘": "single", "’": "single", "'": "single", "‚": "single", "‹": "angle", "›": "angle"}
MARKS = re.compile(f"''|``|’’|‘‘|[{''.join(FAMILY)}]")
OPENERS, CLOSERS = frozenset("“„‟«‘‚‹"), frozenset("”»’›")
BEFORE_OPENING = frozenset("([{—–-/…“\"‘'«„:")
SENTENCE_END = frozenset(".!?…")
MOST_PARAGRAPHS = 12  # that a quotation may run over without a mark


class Quote(NamedTuple):
    """A quotation with its marks; `continued` if the next paragraph goes on with it, `closed` if a mark ends it."""

    start: int
    end: int
    closed: bool
    continued: bool = False


class Mark(NamedTuple):
    """One mark: its characters, its family, and whether it may open or close."""

    start: int
    end: int
    family: str
    opens: bool
    closes: bool


def overlapping(quotes: Sequence[Quote], start: int, end: int) -> Sequence[Quote]:
    """Those of some quotations, which are in text order and apart from each other, that overlap a stretch of text."""
    first = bisect_right(quotes, start, key=lambda quote: quote.end)
    return quotes[first : bisect_left(quotes, end, key=lambda quote: quote.start)]


def find_quotes(article: Article) -> tuple[Quote, ...]:
    """The outermost quotations of headline and paragraphs, in text order; one piece for each paragraph.

    A quotation that its paragraph leaves open goes on where the next one opens it anew, or closes it without opening.
    """
    quotes: list[Quote] = []
    blocks = sorted([*([article.headline] if article.headline else []), *article.paragraphs])
    marks = [list(_marks(article.text, block)) for block in blocks]
    at = 0
    for n, block in enumerate(blocks):
        at = max(at, block.start)
        here = [mark for mark in marks[n] if mark.start >= at]
        again = here and n + 1 < len(blocks) and _reopens(here[0], block, marks[n + 1], blocks[n + 1])
        found = list(_quotes(article.text, Span(at, block.end), here, again=bool(again)))
        if found and quotes and not quotes[-1].closed and not article.text[quotes[-1].end : found[0].start].strip():
            quotes[-1] = quotes[-1]._replace(continued=True)
        quotes.extend(found)
        if found and not found[-1].closed:
            rest = _rest(article.text, blocks[n + 1 : n + 1 + MOST_PARAGRAPHS], marks[n + 1 :], found[-1])
            if rest:
                quotes[-1] = quotes[-1]._replace(continued=True)
                quotes.extend(rest)
                at = rest[-1].end
    return tuple(quotes)


def _reopens(mark: Mark, block: Span, marks: list[Mark], after: Span) -> bool:
    """Whether a paragraph and the one behind it begin with the same mark."""
    then = marks[0] if marks else mark
    same = mark.family == then.family and mark.opens and then.opens
    return same and (mark.start, then.start) == (block.start, after.start)


def _rest(text: str, blocks: list[Span], marks: list[list[Mark]], opened: Quote) -> list[Quote]:
    """The paragraphs that a quotation runs over, up to a mark that can only close it; none if another opens first."""
    family = FAMILY.get(text[opened.start], "double")
    pieces: list[Quote] = []
    for block, found in zip(blocks, marks, strict=False):
        first = next((mark for mark in found if mark.family == family), None)
        if first is None:
            pieces.append(Quote(block.start, block.end, closed=False, continued=True))
        elif first.closes and not first.opens:
            return [*pieces, Quote(block.start, first.end, closed=True)]
        else:
            return []
    return []


def _quotes(text: str, block: Span, marks: list[Mark], *, again: bool) -> Iterator[Quote]:
    """Outermost quotations of one block: the first opening mark decides which mark closes it. A single one is none
    where nothing closes it, unless the next block begins with it `again`."""
    opened: Mark | None = None
    last = max((n for n, mark in enumerate(marks) if mark.family == "single" and mark.closes), default=0)
    for n, mark in enumerate(marks):
        if opened is None:
            if mark.opens and (mark.family != "single" or n < last or (again and n == 0)):
                opened = mark
        elif mark.family == opened.family:
            if mark.closes and not (mark.family == "single" and _is_apostrophe(text, marks, n)):
                yield Quote(opened.start, mark.end, closed=True)
                opened = None
            elif mark.opens and mark.family != "single":
                # one that lacks its closing mark may end at the last full stop before the next one opens
                end = next((at + 1 for at in range(mark.start - 1, opened.start, -1) if text[at] in SENTENCE_END), None)
                if end is not None:
                    yield Quote(opened.start, end, closed=False)
                opened = mark
    if opened is not None and (opened.family != "single" or (again and opened is marks[0])):
        end = block.start + len(text[block.start : block.end].rstrip())
        yield Quote(opened.start, end, closed=False)


def _marks(text: str, block: Span) -> Iterator[Mark]:
    for found in MARKS.finditer(text, *block):
        start, end = found.span()
        family = FAMILY[found[0]] if end - start == 1 else "double"
        before = text[start - 1] if start > block.start else " "
        after = text[end] if end < block.end else " "
        told = found[0] == "``" or (found[0] == "''" and text.find("``", block.start, start) >= 0)  # `` as here ''
        opens, closes = (
            (found[0] == "``", found[0] == "''") if told else _directions(text[start], before, after, family)
        )
        yield Mark(start, end, family, opens, closes)


def _directions(char: str, before: str, after: str, family: str) -> tuple[bool, bool]:
    """Whether a mark may open and close, by its form and what stands around it."""
    loose_before = before.isspace() or before in BEFORE_OPENING
    may_open = loose_before and not after.isspace()
    may_close = not before.isspace() and not after.isalnum()
    if family in ("french", "angle"):
        return char in "«‹", char in "»›"
    if char in OPENERS and not (may_close and not loose_before):
        return True, False
    if char in CLOSERS and not (before.isspace() and may_open):
        return False, family == "double" or may_close
    if family == "double" and not may_open and not may_close:
        spaced = before.isspace() and after == " "
        return spaced or (after.isalnum() and not before.isalnum()), True
    return may_open, may_close


def _is_apostrophe(text: str, marks: list[Mark], n: int) -> bool:
    """A single mark behind a plural's s is a possessive if another one can still close the quotation."""
    before = text[marks[n].start - 1]
    if not before.isalnum() or text[marks[n].end : marks[n].end + 1] in (*SENTENCE_END, ","):
        return False
    later = next((mark for mark in marks[n + 1 :] if mark.family == "single" and (mark.opens or mark.closes)), None)
    return before in "sS" and later is not None and later.closes and not later.opens
