"""Headline, byline, dateline, paragraphs and furniture of a text."""

import re
from dataclasses import dataclass, field
from datetime import date
from statistics import median

from analysis.article.characters import MARKS
from analysis.article.days import DAY, read_day
from analysis.article.layout.blocks import find_blocks
from analysis.article.layout.bylines import byline_in, is_role_line, reporters_in
from analysis.article.layout.datelines import find_dateline, labelled_dateline
from analysis.article.layout.furniture import TWO_SENTENCES, is_furniture, is_stamp
from analysis.records import Article, Dateline, Span

TOP = 2  # body paragraphs behind which no byline, dateline or stamp of the story is looked for
HEADLINE_LONGEST = 240
HEADLINE_WORDS = 20  # of a headline that ends with a full stop
SHORT_HEADLINE_WORDS = 14  # ... and stands over a story without byline or dateline
SUBHEAD_WORDS = 9
FULL_STOP = re.compile(r"[.…][\"”’')\]]*$")
SENTENCE_END = re.compile(r"[.!?:;,…][\"”’')\]]*$|[\"”]$")
TOLD = re.compile(r"\b(?:said|was|were|had)\b|^(?:He|She|It|They|We|I|There)\b")
OPENING = re.compile(r"[\"“‘'(\[]?[^\W_a-zß-öø-ÿ]")
LEADING_DASH = re.compile(r"(?:--+|[–—―])\s+")
LEADING_NOTICE = re.compile(r"(?:Advertisement|ADVERTISEMENT)\s+(?=[\"“A-Z])")
DATELINE_LABEL = re.compile(r"dateline:\s*", re.IGNORECASE)
KNOWN_LINE_STARTS = re.compile(r"[\W_]*(?:by |reporting by |\()", re.IGNORECASE)


@dataclass(slots=True)
class _Sheet:
    """What has been found so far, from the top of the page down."""

    text: str
    published: date | None
    headline: Span | None = None
    byline: str | None = None
    dateline: Dateline | None = None
    paragraphs: list[Span] = field(default_factory=list)
    furniture: list[Span] = field(default_factory=list)


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

    A headline that is known is given as its span; an empty one says that there is none. The text is not changed. What
    stands in no paragraph and is not the headline is furniture.
    """
    seen = text.translate(MARKS)
    blocks = find_blocks(seen, stands_alone=_stands_alone)
    sheet = _Sheet(text=seen, published=published, byline=byline)
    if headline is not None:
        sheet.headline = headline if headline.end > headline.start else None
        blocks = [block for block in blocks if block.start >= headline.end]
    for i, block in enumerate(blocks):
        _place(sheet, block, blocks[i + 1 :], may_be_headline=headline is None)
    _take_out_subheads(sheet)
    return Article(
        article_id=article_id,
        text=text,
        source=source,
        headline=sheet.headline,
        paragraphs=tuple(sheet.paragraphs),
        furniture=tuple(sheet.furniture),
        byline=sheet.byline,
        dateline=sheet.dateline,
        published=sheet.published,
        url=url,
        outlet=outlet,
    )


def _place(sheet: _Sheet, block: Span, following: list[Span], *, may_be_headline: bool) -> None:
    """Say what one block is."""
    line = sheet.text[block.start : block.end]
    at_top = len(sheet.paragraphs) <= TOP
    if is_furniture(line) or (at_top and _is_signature(sheet, line)):
        _furnish(sheet, block, line, at_top=at_top)
        return
    first = not sheet.paragraphs and sheet.headline is None and sheet.dateline is None
    if may_be_headline and first and _is_headline(sheet.text, block, following):
        sheet.headline = block
        return
    if at_top and sheet.dateline is None:
        above = (sheet.text[span.start : span.end] for span in sheet.paragraphs)
        found = find_dateline(sheet.text, *block, sheet.published, plain=all(map(_is_short_line, above)))
        if found:
            sheet.dateline = found[0]
            block = Span(found[1], block.end)
    if notice := (LEADING_NOTICE if sheet.paragraphs else LEADING_DASH).match(sheet.text, *block):
        block = Span(notice.end(), block.end)
    if block.end > block.start:
        sheet.paragraphs.append(block)


def _furnish(sheet: _Sheet, block: Span, line: str, *, at_top: bool) -> None:
    sheet.furniture.append(block)
    sheet.byline = sheet.byline or (byline_in(line) if at_top else None) or reporters_in(line)
    if at_top and sheet.dateline is None and (label := DATELINE_LABEL.match(line)):
        sheet.dateline = labelled_dateline(sheet.text, block.start + label.end(), block.end, sheet.published)
    if at_top and sheet.published is None and is_stamp(line) and (day := DAY.search(line)):
        sheet.published = read_day(day[0])


def _is_signature(sheet: _Sheet, line: str) -> bool:
    """A byline, a writer's role, a stamp: what stands between headline and story."""
    if len(line) > 200:
        return False
    return is_stamp(line) or byline_in(line) is not None or (sheet.byline is not None and is_role_line(line))


def _stands_alone(line: str) -> bool:
    """A line that is not joined to its neighbours in wrapped text."""
    if len(line) > 90 or not (KNOWN_LINE_STARTS.match(line) or len(line) < 45):
        return False
    return is_furniture(line) or byline_in(line) is not None


def _is_headline(text: str, block: Span, following: list[Span]) -> bool:
    """The first block, if more follows and it does not read as the first sentence of a story."""
    line = text[block.start : block.end]
    if not following or len(line) > HEADLINE_LONGEST or _has_dateline(text, block, following[0]):
        return False
    if not FULL_STOP.search(line) or _is_title_case(line):
        return True
    below = text[following[0].start : following[0].end]
    n_words = line.count(" ") + 1
    if n_words > HEADLINE_WORDS or TWO_SENTENCES.search(line):
        return False
    if is_furniture(below) or byline_in(below) or find_dateline(text, *following[0]):
        return True
    longest = max(below.end - below.start for below in following[:3])
    return n_words <= SHORT_HEADLINE_WORDS and longest > 1.5 * len(line) and not TOLD.search(line)


def _has_dateline(text: str, block: Span, below: Span) -> bool:
    """Whether a first block opens with a dateline; `Surprise: ...` is a headline, though a city has that name."""
    found = find_dateline(text, *block)
    if found is None or find_dateline(text, *below):
        return False
    strong = found[0].agency or find_dateline(text, *block, plain=False)
    return bool(strong) or ":" not in text[block.start : found[1]]


def _is_title_case(line: str) -> bool:
    long_words = [word for word in line.split() if len(word) > 3]
    capitals = sum(word.lstrip("\"“‘'(")[:1].isupper() for word in long_words)
    return len(long_words) > 1 and capitals > 0.6 * len(long_words)


def _take_out_subheads(sheet: _Sheet) -> None:
    """Short lines without a full stop between longer paragraphs are subheads; several on end are a list."""
    spans = sheet.paragraphs
    if len(spans) < 3 or median(span.end - span.start for span in spans) < 60:
        return
    short = [_is_short_line(sheet.text[span.start : span.end]) for span in spans]
    heads = [
        spans[i]
        for i in range(len(spans) - 1)
        if short[i] and not short[i + 1] and not (i and short[i - 1]) and OPENING.match(sheet.text, spans[i + 1].start)
    ]
    if heads:
        sheet.paragraphs = [span for span in spans if span not in heads]
        sheet.furniture = sorted([*sheet.furniture, *heads])


def _is_short_line(line: str) -> bool:
    quoted = line.count('"') % 2 == 0 and line.count("“") == line.count("”")
    short = len(line) <= 70 and line.count(" ") < SUBHEAD_WORDS
    return short and quoted and not SENTENCE_END.search(line) and bool(OPENING.match(line))
