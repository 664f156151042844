"""The lines of a PDF put together to paragraphs."""

import re
from itertools import pairwise

from analysis.article.formats.pdf.lines import Line

HYPHEN = re.compile(r"(?<=[a-z])-$")
SENTENCE_END = re.compile(r"[.!?…:][\"”’')\]]*$")
APART = 1.35  # times the usual distance of two lines, between paragraphs
SPACED = 0.08  # share of the lines that stand further down, where paragraphs are set apart by space
ENDED = 0.8  # share of the lines that end a sentence, where each is a paragraph
LAST, BROKEN = 0.12, 0.4  # share of the width that is empty behind the last line of a paragraph, and behind a heading


def paragraphs_of(lines: list[Line], pages: list[list[Line]]) -> list[tuple[str, float]]:
    """Paragraphs, each with the size of its letters."""
    blocks = blocks_of(lines, pages)
    return [(joined([line.text for line in block]), max(line.size for line in block)) for block in blocks]


def blocks_of(lines: list[Line], pages: list[list[Line]]) -> list[list[Line]]:
    """Lines in paragraphs."""
    gaps = sorted(a.low - b.low for a, b in pairwise(lines) if _is_below(a, b) and _alike(a, b))
    usual = gaps[len(gaps) // 8] if gaps else 0  # of lines of one paragraph, where most have one or two
    if sum(bool(SENTENCE_END.search(line.text)) for line in lines) > ENDED * len(lines):
        usual = 0  # where each line is a paragraph
    spaced = sum(gap > APART * usual for gap in gaps) > SPACED * len(gaps)
    indented = sum(_is_indented(line, pages[line.page]) for line in lines) > SPACED * len(lines)
    blocks: list[list[Line]] = []
    for i, line in enumerate(lines):
        alone = bool(blocks) and len(blocks[-1]) == 1
        goes_on = indented and not _is_indented(line, pages[line.page])
        if not i or _begins(lines[i - 1], line, pages[lines[i - 1].page], usual, spaced, alone=alone, goes_on=goes_on):
            blocks.append([])
        blocks[-1].append(line)
    return blocks


def _is_below(before: Line, line: Line) -> bool:
    overlap = min(before.right, line.right) - max(before.left, line.left)
    return before.page == line.page and line.low < before.low and overlap > 0


def _is_indented(line: Line, page: list[Line]) -> bool:
    """Whether a line begins somewhat behind the left margin of its column."""
    return 0.6 * line.size < line.left - _margins(line, page)[0] < 4 * line.size


def _begins(
    before: Line, line: Line, page: list[Line], usual: float, spaced: bool, *, alone: bool, goes_on: bool
) -> bool:
    """Whether a line begins a paragraph: further down, indented, in other letters, or below a line that ends early.

    Where paragraphs are set apart by space (`spaced`), a line that ends somewhat early is no sign; where they are by
    indents, a line without one goes on (`goes_on`) with what ends a sentence. `alone`: the line before is the only one
    of its paragraph so far.
    """
    if not _alike(before, line):
        return True
    ended = bool(SENTENCE_END.search(before.text))
    if not _is_below(before, line):  # the next column or page
        return ended or not (line.text[0].islower() or HYPHEN.search(before.text) or _is_full(before, page))
    if before.low - line.low > APART * max(usual, line.size):
        return True
    left, right = _margins(before, page)
    free = (right - before.right) / max(right - left, 1)
    if free > (LAST if ended and not spaced else BROKEN):
        return not (ended and goes_on)
    return ended and line.left - left > 0.6 * line.size and (alone or before.left - left <= 0.6 * line.size)


def _alike(a: Line, b: Line) -> bool:
    """Whether two lines are set in letters of one size."""
    return abs(a.size - b.size) <= 0.15 * max(a.size, b.size)


def _is_full(line: Line, page: list[Line]) -> bool:
    left, right = _margins(line, page)
    return right - line.right < LAST * (right - left)


def _margins(line: Line, page: list[Line]) -> tuple[float, float]:
    """Where the lines of a line's column begin and end, of those in letters like its own."""
    column = [
        other
        for other in page
        if _alike(line, other) and abs(other.left - line.left) < 4 * line.size and other.left < line.right
    ]
    return min(other.left for other in column), sorted(other.right for other in column)[int(len(column) * 0.95)]


def joined(lines: list[str]) -> str:
    """Lines as one paragraph; a word that is parted at a line's end is put together, soft hyphens go."""
    text = lines[0]
    for line in lines[1:]:
        if text.endswith("\xad") or (HYPHEN.search(text) and line[0].islower()):
            text = text[:-1] + line
        else:
            text = f"{text} {line}"
    return text.replace("\xad", "")
