"""Headline, byline, dateline, paragraphs and furniture of a text."""

import re
from datetime import date
from itertools import pairwise
from statistics import median

from analysis.article.datelines import find_dateline
from analysis.article.furniture import byline_in, is_furniture
from analysis.records import Article, Dateline, Span

LINE = re.compile(r"[^\n\r\u2028\u2029]+")
WRAP_WIDTH = 100  # lines of wrapped text are no longer than this
HEADLINE_LONGEST = 300
HEADLINE_WORDS = 16  # a first line that ends in a full stop may still be a headline if it is this short


def lay_out(
    text: str,
    *,
    article_id: str,
    source: str = "",
    published: date | None = None,
    headline: Span | None = None,
    byline: str | None = None,
    url: str | None = None,
    outlet: str | None = None,
) -> Article:
    """Find what is headline, what is body and what is neither.

    A headline that is known is given as its span. The text is not changed; what stands in no paragraph and is not the
    headline is furniture.
    """
    blocks = [block for block in _blocks(text) if headline is None or block.start >= headline.end]
    furniture: list[Span] = []
    paragraphs: list[Span] = []
    dateline: Dateline | None = None
    for block in blocks:
        line = text[block.start : block.end]
        signed = byline_in(line) if len(paragraphs) < 3 else None
        if signed or is_furniture(line):
            byline = byline or signed
            furniture.append(block)
            continue
        if headline is None and not paragraphs and dateline is None and _is_headline(text, block, blocks):
            headline = block
            continue
        if dateline is None and len(paragraphs) < 2 and (found := find_dateline(text, *block, published)):
            dateline, start = found
            block = Span(start, block.end)
            if start >= block.end:
                continue
        paragraphs.append(block)
    return Article(
        article_id=article_id,
        text=text,
        source=source,
        headline=headline,
        paragraphs=tuple(paragraphs),
        furniture=tuple(furniture),
        byline=byline,
        dateline=dateline,
        published=published,
        url=url,
        outlet=outlet,
    )


def _is_headline(text: str, block: Span, blocks: list[Span]) -> bool:
    """The first block, if more follows and it does not read as the first sentence of a story."""
    line = text[block.start : block.end]
    following = blocks[blocks.index(block) + 1 :][:1]
    if not following or len(line) > HEADLINE_LONGEST:
        return False
    if find_dateline(text, *block) and not find_dateline(text, *following[0]):
        return False
    if not line.rstrip("\"”’')").endswith((".", "…")) or find_dateline(text, *following[0]):
        return True
    after = text[following[0].start : following[0].end]
    return line.count(" ") < HEADLINE_WORDS and line[0] not in "\"“‘'" and after.count(" ") >= HEADLINE_WORDS


def _blocks(text: str) -> list[Span]:
    """Paragraphs as they are set: by blank lines, by indentation, or one a line where lines are not wrapped."""
    lines = [Span(*found.span()) for found in LINE.finditer(text)]
    lines = [line for line in lines if text[line.start : line.end].strip()]
    if not lines:
        return []
    wrapped = _is_wrapped(text, lines)
    blocks = [lines[0]]
    for before, line in pairwise(lines):
        gap = text[before.end : line.start].replace("\r\n", "\n")
        indented = text[line.start : line.start + 2].isspace()
        if wrapped and gap.count("\n") < 2 and not gap.strip("\r\n") and not indented:
            blocks[-1] = Span(blocks[-1].start, line.end)
        else:
            blocks.append(line)
    return [_stripped(text, block) for block in blocks]


def _is_wrapped(text: str, lines: list[Span]) -> bool:
    """Whether lines break inside sentences: most are about as long as the longest and end in no full stop."""
    widths = [line.end - line.start for line in lines]
    if len(lines) < 4 or max(widths) > WRAP_WIDTH or median(widths) < 0.55 * max(widths):
        return False
    touching = [a for a, b in pairwise(lines) if b.start - a.end <= 2]
    closed = sum(text[a.start : a.end].rstrip().endswith((".", "!", "?", '"', "”")) for a in touching)
    return len(touching) > len(lines) / 3 and closed < len(touching) / 2


def _stripped(text: str, block: Span) -> Span:
    words = text[block.start : block.end]
    return Span(block.start + len(words) - len(words.lstrip()), block.end - len(words) + len(words.rstrip()))
