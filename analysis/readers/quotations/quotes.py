"""Quotations among the words: what stands before and behind them, and which stand free.

A quotation stands free if it is said as such ("…," she said); else it is a fragment that the sentence around it takes
into its own syntax (called it "a disgrace"). Fragments are left to the clause that holds them, scare quotes and titles
to nobody.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from analysis.grammar.tokens import COMMAS, VERBAL, Parse, Token
from analysis.readers.quotations.cues import introduces
from analysis.readers.quotations.marks import Quote
from analysis.records import Article

ENDS = frozenset({".", "?", "!"})
JOINTS = COMMAS | {":", "…", "..."}
QUOTE_TAGS = frozenset({"``", "''", '"', "“", "”", "'", "‘", "’"})
REACH = 28  # words up to which a cue or a source is looked for
LONG = 5  # letters from which on a word has a capital in a title
LONGEST_LINE = 90  # characters of a line that may be a signature


@dataclass(slots=True)
class Quoted:
    """A quotation, its words without marks, those up to its neighbours in the paragraph and above it, the line below.

    `block` is the number of its paragraph.
    """

    quote: Quote
    block: int
    words: list[Token]
    before: list[Token]
    after: list[Token]
    above: list[Token]
    below: list[Token]

    @property
    def free(self) -> bool:
        """Whether it is said as such; else the sentence around it takes it into its own syntax."""
        if not self.words:
            return False
        before = self.before[-1] if self.before else None
        ended = self.words[-1].text in ENDS | {","} or self.comma_behind
        clause = any(t.pos in VERBAL for t in self.words)
        abbreviated = before is not None and before.text.endswith(".") and self.words[0].text[:1].isupper() and ended
        if before is not None and before.text == "(":
            return ended
        if before is None or before.text in ENDS or abbreviated:  # `said in Salem, Ore. "We …"`
            return ended or clause
        if before.text in JOINTS:
            return clause or self.words[-1].text in ENDS or before.text == ":"
        if self.after and not ended and self.after[0].pos != "PUNCT":
            return False
        return before.pos == "VERB" and introduces(before) and (clause or before.tag != "VBN")

    @property
    def titled(self) -> bool:
        """Whether its words have capitals as those of titles do, and end in no mark: “Glass Harbour”, which opens."""
        named = [token.text for token in self.words if token.text[0].isalpha()]
        capitals = sum(text[0].isupper() for text in named)
        high = all(text[0].isupper() or len(text) < LONG for text in named) and not all(map(str.isupper, named))
        return capitals > 1 and high and self.words[-1].text not in ENDS

    @property
    def comma_behind(self) -> bool:
        """Whether a comma stands right behind its marks."""
        return bool(self.after) and self.after[0].text == ","

    @property
    def sentence_before(self) -> list[Token]:
        """The words before it in the same sentence."""
        end = next((n for n in range(len(self.before), 0, -1) if self.before[n - 1].text in ENDS), 0)
        return self.before[end:]


def place_quotes(article: Article, parse: Parse, quotes: tuple[Quote, ...]) -> list[Quoted]:
    """Quotations with the words around them; what introduces one that opens its paragraph may stand above."""
    words = [token for token in parse.tokens if token.pos != "SPACE"]
    starts = [token.start for token in words]
    blocks = sorted(filter(None, (article.headline, *article.paragraphs)))
    edges = [(bisect_left(starts, start), bisect_left(starts, end)) for start, end in blocks]
    places = [(max(0, bisect_right(starts, q.start) - 1), bisect_left(starts, q.end)) for q in quotes]
    behind = [*(first for first, _ in places[1:]), len(words)]
    neighbours = zip([(0, 0), *places], places, behind, strict=False)
    placed = []
    for quote, ((begin, end), (first, last), then) in zip(quotes, neighbours, strict=True):
        block = bisect_right(blocks, quote.start, key=lambda one: one.start) - 1
        left, right = max(edges[block][0], end), min(edges[block][1], then)
        far = max(first - REACH, 0)
        above = [*words[far:begin], *words[max(far, end) : first]]
        lined = block + 1 < len(blocks) and blocks[block + 1].end - blocks[block + 1].start < LONGEST_LINE
        introduced = left == first and bool(above) and above[-1].text == ":"
        placed.append(
            Quoted(
                quote,
                block,
                words=[token for token in words[first:last] if token.tag not in QUOTE_TAGS],
                before=above if introduced else words[left:first],
                after=words[last:right],
                above=above,
                below=words[slice(*edges[block + 1])] if lined else [],
            )
        )
    return placed
