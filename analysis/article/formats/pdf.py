"""PDF: the lines of its pages, in reading order, put together to paragraphs."""

import logging
import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from itertools import pairwise, zip_longest
from statistics import median
from typing import Any, NamedTuple

from analysis import lexicon
from analysis.article.drafts import Draft
from analysis.article.formats.columns import in_reading_order, rejoined
from analysis.article.formats.documents import EXTRA

MOST_PAGES = 3_000
HYPHEN = re.compile(r"(?<=[a-z])-$")
SENTENCE_END = re.compile(r"[.!?…:][\"”’')\]]*$")
PAGE_NUMBER = re.compile(
    r"[\W_]*(?:page|p\.|seite)?[\W_]*[A-Z]?\d{1,4}[\W_]*(?:(?:of|/|von|de)[\W_]*\d{1,4})?[\W_]*", re.IGNORECASE
)
NOTICE = re.compile(r"(?:©|\(c\)|copyright)\s", re.IGNORECASE)
UNMAPPED = re.compile(r"\(cid:\d+\)")
EDGE = 3  # lines at the top and the foot of a page that may be a running title or a page number
EYEBROW = 90  # characters of a line over a headline
LARGE = 1.2  # times the size of the text, of a headline
SOFT_HYPHEN = 173  # in WinAnsiEncoding
APART = 1.35  # times the usual distance of two lines, between paragraphs
SPACED = 0.08  # share of the lines that stand further down, where paragraphs are set apart by space
INITIAL = re.compile("[A-Z]")
ENDED = 0.8  # share of the lines that end a sentence, where each is a paragraph
HAIR = 0.01  # points that two characters in one place may be apart
GAP = re.compile(r"\S {3,}\S")
FEW, WOVEN = 3, 0.25  # lines with gaps that are a table or a heading, and the share of them that is not
LAST, BROKEN = 0.12, 0.4  # share of the width that is empty behind the last line of a paragraph, and behind a heading


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


def read_pdf(data: bytes) -> Draft:
    """The paragraphs of a PDF, columns one after the other, without running titles and page numbers.

    A first block in larger letters is the headline. What could not be told is a doubt. Raises ValueError for scans,
    locked and broken files, and where the letters of its fonts are not known.
    """
    pages = _pages(data)
    if not any(pages):
        raise ValueError("the PDF holds no text: is it a scan?")
    kept = _without_edges(pages)
    lines = [line for page in kept for line in page]
    blocks = _paragraphs(lines, kept)
    text = "\n\n".join(words for words, _ in blocks)
    if len(UNMAPPED.findall(text)) * 20 > len(text):
        raise ValueError("the PDF does not say which letters it shows")
    empty = sum(not page for page in pages)
    gaps = sum(line.gap for line in lines)
    doubts = (
        *([f"{empty} of {len(pages)} pages hold no text: are they scans?"] if empty else []),
        *([f"lines of several columns may stand as one: {gaps} of {len(lines)} have gaps"] if _woven(lines) else []),
    )
    usual = median(line.size for line in lines for _ in range(1 + len(line.text) // 20)) if lines else 0
    larger = len(blocks) > 1 and blocks[1][1] > LARGE * blocks[0][1] and _is_large(blocks[1], usual)
    blocks = blocks[larger and len(blocks[0][0]) < EYEBROW :]  # a running title or the name of a section stands over it
    headed = len(blocks) > 1 and _is_large(blocks[0], usual)
    return Draft(
        text="\n\n".join(words for words, _ in blocks[headed:]),
        headline=blocks[0][0] if headed else None,
        doubts=doubts,
    )


def _is_large(block: tuple[str, float], usual: float) -> bool:
    """Whether a block may be a headline: short, in letters larger than those of the text."""
    return len(block[0]) < 250 and block[1] > LARGE * usual


def _woven(lines: list[Line]) -> bool:
    """Whether so many lines have gaps that they are lines of several columns."""
    return sum(line.gap for line in lines) > max(FEW, WOVEN * len(lines))


def pdf_lines(data: bytes) -> str:
    """The text of a PDF line by line, paragraphs parted by blank lines, as the layouts of news archives are told by."""
    pages = [[line for line in page if not PAGE_NUMBER.fullmatch(line.text)] for page in _pages(data)]
    blocks = _blocks([line for page in pages for line in page], pages)
    return "\n\n".join("\n".join(line.text for line in block) for block in blocks)


@lru_cache(maxsize=1)
def _pages(data: bytes) -> list[list[Line]]:
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


def _without_edges(pages: list[list[Line]]) -> list[list[Line]]:
    """Pages without their numbers and notices, and without what stands at the top or foot of several of them."""
    edges = [_edges(page) for page in pages]
    times = Counter(name for page in edges for name in {_name(line) for line in page})
    often = {name for name, count in times.items() if count > 1 and count >= len(pages) / 3}
    return [
        [
            line
            for line in page
            if line not in edge
            or not (
                PAGE_NUMBER.fullmatch(line.text) or NOTICE.match(line.text) or (len(pages) > 1 and _name(line) in often)
            )
        ]
        for page, edge in zip(pages, edges, strict=True)
    ]


def _edges(page: list[Line]) -> list[Line]:
    by_height = sorted(page, key=lambda line: -line.high)
    return [*by_height[:EDGE], *by_height[-EDGE:]] if len(page) > 2 * EDGE else by_height[:1] + by_height[-1:]


def _name(line: Line) -> tuple[str, int]:
    """What a running title has in common from page to page: its words without figures, and its height."""
    return re.sub(r"\d+", "", line.text).strip().casefold(), round(line.low / 10)


def _paragraphs(lines: list[Line], pages: list[list[Line]]) -> list[tuple[str, float]]:
    """Paragraphs, each with the size of its letters."""
    blocks = _blocks(lines, pages)
    return [(joined([line.text for line in block]), max(line.size for line in block)) for block in blocks]


def _blocks(lines: list[Line], pages: list[list[Line]]) -> list[list[Line]]:
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
