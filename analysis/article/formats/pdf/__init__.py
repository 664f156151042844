"""PDF: the lines of its pages, in reading order, put together to paragraphs."""

import re
from collections import Counter
from statistics import median

from analysis.article.drafts import Draft
from analysis.article.formats.pdf.lines import LARGE, Line, pages_of
from analysis.article.formats.pdf.paragraphs import blocks_of, paragraphs_of

PAGE_NUMBER = re.compile(
    r"[\W_]*(?:page|p\.|seite)?[\W_]*[A-Z]?\d{1,4}[\W_]*(?:(?:of|/|von|de)[\W_]*\d{1,4})?[\W_]*", re.IGNORECASE
)
NOTICE = re.compile(r"(?:©|\(c\)|copyright)\s", re.IGNORECASE)
UNMAPPED = re.compile(r"\(cid:\d+\)")
EDGE = 3  # lines at the top and the foot of a page that may be a running title or a page number
EYEBROW = 90  # characters of a line over a headline
FEW, WOVEN = 3, 0.25  # lines with gaps that are a table or a heading, and the share of them that is not


def read_pdf(data: bytes) -> Draft:
    """The paragraphs of a PDF, columns one after the other, without running titles and page numbers.

    A first block in larger letters is the headline. What could not be told is a doubt. Raises ValueError for scans,
    locked and broken files, and where the letters of its fonts are not known.
    """
    pages = pages_of(data)
    if not any(pages):
        raise ValueError("the PDF holds no text: is it a scan?")
    kept = _without_edges(pages)
    lines = [line for page in kept for line in page]
    blocks = paragraphs_of(lines, kept)
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
    pages = [[line for line in page if not PAGE_NUMBER.fullmatch(line.text)] for page in pages_of(data)]
    blocks = blocks_of([line for page in pages for line in page], pages)
    return "\n\n".join("\n".join(line.text for line in block) for block in blocks)


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
