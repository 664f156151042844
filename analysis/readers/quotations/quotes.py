"""Quotations among the words: which stand free, and how contents take them in.

A quotation stands free if it is said as such ("…," she said); else it is a fragment that the sentence around it
takes into its own syntax (called it "a disgrace"). Fragments are left to the clause that holds them, scare quotes
and titles to nobody.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from analysis.grammar.tokens import Parse, Token
from analysis.readers.quotations.cues import introduces
from analysis.readers.quotations.marks import Quote
from analysis.records import Article, Span

ENDS = frozenset({".", "?", "!"})
JOINTS = frozenset({",", ":", "—", "–", "-", "--", "…", "..."})
QUOTE_TAGS = frozenset({"``", "''", '"', "“", "”", "'", "‘", "’"})
REACH = 28
LONGEST_LINE = 90


@dataclass(slots=True)
class Quoted:
    """A quotation among the tokens: `first` and `last` are token numbers, marks included."""

    quote: Quote
    first: int
    last: int
    block: int
    gap_before: list[Token]
    gap_after: list[Token]
    line_below: list[Token]
    free: bool = False

    def inner(self, tokens: list[Token]) -> list[Token]:
        """What is quoted, without the marks at its ends and inside."""
        return [t for t in tokens[self.first : self.last + 1] if t.tag not in QUOTE_TAGS and t.pos != "SPACE"]


def place_quotes(article: Article, parse: Parse, quotes: tuple[Quote, ...]) -> list[Quoted]:
    """Quotations with the tokens between them and their neighbours in the paragraph."""
    starts = [token.start for token in parse.tokens]
    blocks = sorted([*([article.headline] if article.headline else []), *article.paragraphs])
    edges = [block.start for block in blocks]
    placed: list[Quoted] = []
    for quote in quotes:
        first = max(0, bisect_right(starts, quote.start) - 1)
        last = bisect_left(starts, quote.end) - 1
        placed.append(Quoted(quote, first, last, bisect_right(edges, quote.start) - 1, [], [], []))
    for n, quoted in enumerate(placed):
        _look_around(
            quoted, placed[n - 1] if n else None, placed[n + 1] if n + 1 < len(placed) else None, blocks, parse
        )
        quoted.free = _stands_free(quoted, parse.tokens)
    return placed


def _look_around(quoted: Quoted, before: Quoted | None, after: Quoted | None, blocks: list[Span], parse: Parse) -> None:
    """The words up to the neighbouring quotations, or to the paragraph's edges; an introduction may stand above."""
    block = _members(blocks[quoted.block], parse)
    if not block:
        return
    left, right = block[0].i, block[-1].i + 1
    if before is not None and before.block == quoted.block:
        left = before.last + 1
    if after is not None and after.block == quoted.block:
        right = after.first
    if left == quoted.first and _introduced_above(parse.tokens, left):
        left = max(left - REACH, before.last + 1 if before is not None else 0)
    quoted.gap_before = [t for t in parse.tokens[left : quoted.first] if t.pos != "SPACE"]
    quoted.gap_after = [t for t in parse.tokens[quoted.last + 1 : right] if t.pos != "SPACE"]
    below = blocks[quoted.block + 1] if quoted.block + 1 < len(blocks) else None
    if below is not None and below.end - below.start < LONGEST_LINE:
        quoted.line_below = [t for t in _members(below, parse) if t.pos != "SPACE"]


def _members(block: Span, parse: Parse) -> list[Token]:
    first = bisect_left(parse.tokens, block.start, key=_start)
    return parse.tokens[first : bisect_left(parse.tokens, block.end, key=_start)]


def _start(token: Token) -> int:
    return token.start


def _introduced_above(tokens: list[Token], first: int) -> bool:
    """Whether the paragraph before ends with a colon."""
    before = next((t for t in reversed(tokens[max(0, first - 3) : first]) if t.pos != "SPACE"), None)
    return before is not None and before.text == ":"


def _stands_free(quoted: Quoted, tokens: list[Token]) -> bool:
    inner = quoted.inner(tokens)
    if not inner:
        return False
    before = quoted.gap_before[-1] if quoted.gap_before else None
    ends_inside = inner[-1].text in ENDS | {","} or (bool(quoted.gap_after) and quoted.gap_after[0].text == ",")
    at_start = before is None or before.text in ENDS
    if before is not None and before.text.endswith(".") and inner[0].text[:1].isupper() and ends_inside:
        at_start = True  # an abbreviation that ends its sentence: `said in Salem, Ore. "We …"`
    clause = any(t.pos in ("VERB", "AUX") for t in inner)
    if at_start or before is None:
        return ends_inside or clause
    if before.text in JOINTS:
        return clause or inner[-1].text in ENDS or before.text == ":"
    if quoted.gap_after and not ends_inside and quoted.gap_after[0].pos != "PUNCT":
        return False
    return before.pos == "VERB" and introduces(before) and (clause or before.tag != "VBN")
