"""The blocks of a text: paragraphs by blank lines, by indentation, or one a line where lines are not wrapped."""

import re
from collections.abc import Callable
from itertools import pairwise

from analysis.records import Span

LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*\S[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*")
FIRST_WORD = re.compile(r"\S+")
WRAP_WIDTH = 110  # lines of wrapped text are no longer than this
FULL_LINES = 0.7  # share of line breaks at which the next word would not have fitted
SENTENCE_END = re.compile(r"[.!?…:][\"”’')\]]*$")


def find_blocks(text: str, *, stands_alone: Callable[[str], bool] = lambda line: False) -> list[Span]:
    """Paragraphs as they are set, without the space around them.

    Lines of wrapped text are joined, save those that `stands_alone` says are a block of their own.
    """
    lines = [Span(*found.span()) for found in LINE.finditer(text)]
    width = _width(text, lines)
    if not width:
        return [_stripped(text, line) for line in lines]
    alone = [stands_alone(text[line.start : line.end].strip()) for line in lines]
    margin = min(_indent(text, line) for line in lines)
    blocks = [lines[0]]
    for i, (before, line) in enumerate(pairwise(lines)):
        parted = alone[i] or alone[i + 1] or not _touch(text, before, line)
        if parted or _begins_paragraph(text, before, line, width, margin):
            blocks.append(line)
        else:
            blocks[-1] = Span(blocks[-1].start, line.end)
    return [_stripped(text, block) for block in blocks]


def _width(text: str, lines: list[Span]) -> int:
    """The width that lines are wrapped at, 0 where they are not: at most breaks, the next word did not fit."""
    touching = [(a, b) for a, b in pairwise(lines) if _touch(text, a, b)]
    if len(touching) < 2 or len(touching) < len(lines) / 4:
        return 0
    story = lines[1:] if lines[0] != touching[0][0] else lines  # a headline may be longer
    width = sorted(len(text[line.start : line.end].rstrip()) for line in story)[int(len(story) * 0.95)]
    if not 25 <= width <= WRAP_WIDTH:
        return 0
    inside = [(a, b) for a, b in touching if not SENTENCE_END.search(text[a.start : a.end].rstrip())]
    full = sum(_length(text, a) + 1 + _first_word(text, b) > width - 8 for a, b in inside)
    return width if len(inside) > len(touching) / 3 and full >= FULL_LINES * len(inside) else 0


def _begins_paragraph(text: str, before: Span, line: Span, width: int, margin: int) -> bool:
    """Whether a line of wrapped text is indented, or the one before it ends a sentence early."""
    if _indent(text, line) > margin + 1 and _indent(text, before) <= margin + 1:
        return True
    if _indent(text, line) > margin + 1 and SENTENCE_END.search(text[before.start : before.end].rstrip()):
        return True
    fits = _length(text, before) + 1 + _first_word(text, line) < width * 0.8
    return fits and bool(SENTENCE_END.search(text[before.start : before.end].rstrip()))


def _touch(text: str, before: Span, line: Span) -> bool:
    gap = text[before.end : line.start]
    return gap in ("\n", "\r\n", "\r")


def _length(text: str, line: Span) -> int:
    return len(text[line.start : line.end].rstrip())


def _indent(text: str, line: Span) -> int:
    words = text[line.start : line.end]
    return len(words.expandtabs(4)) - len(words.expandtabs(4).lstrip())


def _first_word(text: str, line: Span) -> int:
    word = FIRST_WORD.search(text, line.start, line.end)
    return word.end() - word.start() if word else 0


def _stripped(text: str, block: Span) -> Span:
    words = text[block.start : block.end]
    return Span(block.start + len(words) - len(words.lstrip()), block.end - len(words) + len(words.rstrip()))
