"""The lines of the pages of a PDF, by pdfminer.six."""

import logging
import re
from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from itertools import zip_longest
from typing import Any, NamedTuple

from analysis import lexicon
from analysis.article.formats.documents import EXTRA
from analysis.article.formats.pdf.columns import in_reading_order, rejoined

MOST_PAGES = 3_000
SOFT_HYPHEN = 173  # in WinAnsiEncoding
GAP = re.compile(r"\S {3,}\S")
HAIR = 0.01  # points that two characters in one place may be apart
LARGE = 1.2  # times the size of the text, of a headline
INITIAL = re.compile("[A-Z]")


class Line(NamedTuple):
    """A line of a page: its words, its box in points from the lower left corner, the height of its letters."""

    text: str
    left: float
    low: float
    right: float
    high: float
    page: int
    gap: bool = False  # whether several spaces on end stand in it, as between columns that were set as one line

    @property
    def size(self) -> float:
        """The height of its letters."""
        return self.high - self.low


@lru_cache(maxsize=1)
def pages_of(data: bytes) -> list[list[Line]]:
    """The lines of each page, in reading order."""
    try:
        from pdfminer.encodingdb import EncodingDB
        from pdfminer.high_level import extract_pages
        from pdfminer.layout import LAParams
    except ImportError:
        raise ValueError(EXTRA) from None
    EncodingDB.win2unicode[SOFT_HYPHEN] = "\xad"  # which pdfminer takes for a space
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # its warnings on odd files would come between our lines
    try:
        found = extract_pages(BytesIO(data), laparams=LAParams(boxes_flow=None), maxpages=MOST_PAGES + 1)
        pages = [_lines(page, number) for number, page in enumerate(found)]
    except Exception as error:  # pdfminer raises many kinds of error on broken and locked files
        words = " ".join(str(error).split()) or type(error).__name__
        raise ValueError(f"the PDF cannot be read: {words}") from None
    if len(pages) > MOST_PAGES:
        raise ValueError(f"it is too large: at most {MOST_PAGES:,} pages are read")
    return pages


def _lines(page: Any, number: int) -> list[Line]:
    from pdfminer.layout import LTTextBox, LTTextLine

    boxes = []
    for box in page:
        if isinstance(box, LTTextBox):
            lines = [part for line in box if isinstance(line, LTTextLine) for part in _parts(list(line), number)]
            boxes.extend([lines] if lines else [])
    return _with_initials([line for box in in_reading_order(rejoined(boxes)) for line in box])


def _parts(glyphs: list[Any], number: int) -> Iterator[Line]:
    """A line of a page, a large letter that it begins with apart."""
    shown = [glyph for glyph in glyphs if hasattr(glyph, "size")]
    apart = len(shown) > 1 and INITIAL.fullmatch(shown[0].get_text()) and shown[0].size > LARGE * shown[1].size
    for part in (glyphs[:1], glyphs[1:]) if apart else (glyphs,):
        if words := _shown(part).strip():
            boxes = [glyph for glyph in part if hasattr(glyph, "size")]
            left, low = min(glyph.x0 for glyph in boxes), min(glyph.y0 for glyph in boxes)
            right, high = max(glyph.x1 for glyph in boxes), max(glyph.y1 for glyph in boxes)
            yield Line(" ".join(words.split()), left, low, right, high, number, bool(GAP.search(words)))


def _with_initials(lines: list[Line]) -> list[Line]:
    """Lines, each large letter that a story begins with put to the line that goes on beside it."""
    found: list[Line] = []
    for line in lines:
        if found and _is_initial(found[-1], line):
            first = found.pop()
            word = first.text + line.text.split()[0]
            alone = first.text in "AI" and word.casefold() not in lexicon.words("function_words")
            line = line._replace(text=f"{first.text}{' ' * alone}{line.text}", left=first.left)
        found.append(line)
    return found


def _is_initial(first: Line, line: Line) -> bool:
    """Whether a line is a large letter beside the line that goes on with its word."""
    larger = bool(INITIAL.fullmatch(first.text)) and first.size > LARGE * line.size
    beside = first.right <= line.left + line.size and first.low < line.low < first.high
    return larger and beside and line.text[0].islower()


def _shown(glyphs: list[Any]) -> str:
    """The characters of a line without blanks that the next one covers: Chromium prints soft hyphens as such."""
    return "".join(
        glyph.get_text()
        for glyph, behind in zip_longest(glyphs, glyphs[1:])
        if glyph.get_text() != " " or not hasattr(glyph, "x0") or getattr(behind, "x0", glyph.x1) > glyph.x0 + HAIR
    )
