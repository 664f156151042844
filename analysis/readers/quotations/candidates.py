"""What the rules hand to each other while quotations are being found."""

from dataclasses import dataclass, field

from analysis.grammar.tokens import Token
from analysis.records import Span


@dataclass(slots=True, eq=False)
class Candidate:
    """An attribution in the making: tokens, and the rule that found it."""

    cue: Token | None
    content: list[Token]
    rule: str
    sort: str | None = "speech"
    source: list[Token] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    quoted: bool = False
    status: str = "said"
    confidence: float = 1.0


def runs(tokens: list[Token], article_tokens: list[Token]) -> list[Span]:
    """Tokens as spans of characters, neighbours joined, punctuation trimmed from both ends of each piece."""
    spans = []
    chosen = sorted({token.i for token in tokens})
    at = 0
    while at < len(chosen):
        last = at
        while last + 1 < len(chosen) and _adjoin(chosen[last], chosen[last + 1], article_tokens):
            last += 1
        piece = trim([article_tokens[i] for i in range(chosen[at], chosen[last] + 1)])
        if piece:
            spans.append(Span(piece[0].start, piece[-1].end))
        at = last + 1
    return spans


def _adjoin(left: int, right: int, tokens: list[Token]) -> bool:
    return all(tokens[i].pos == "SPACE" for i in range(left + 1, right))


LINKS = frozenset({"", "and", "or", "but"})
TRIMMED = frozenset({",", ".", ";", ":", "-", "--", "—", "–", "!", "?", "…", "..."})


def trim(tokens: list[Token]) -> list[Token]:
    """Tokens without the commas, stops and spaces at their ends."""
    first, last = 0, len(tokens)
    while first < last and (tokens[first].text in TRIMMED or tokens[first].pos == "SPACE"):
        first += 1
    while last > first and (tokens[last - 1].text in TRIMMED or tokens[last - 1].pos in ("SPACE", "CCONJ")):
        last -= 1
    return tokens[first:last]


def joined(spans: list[Span], text: str) -> list[Span]:
    """Pieces in text order, those with nothing but a conjunction or a comma between them as one."""
    pieces: list[Span] = []
    for span in sorted(spans):
        if pieces and text[pieces[-1].end : span.start].strip(", \n") in LINKS:
            pieces[-1] = Span(pieces[-1].start, max(pieces[-1].end, span.end))
        else:
            pieces.append(span)
    return pieces
