"""Words found again in a text that may have changed around them: by themselves and their context, or not at all."""

import re
from collections.abc import Iterable

from analysis.corrections.entries import REACH
from analysis.records import Anchor, Span

NEAR = 8  # characters of context that must be the same on each side, white space aside, where there are so many
ENOUGH = 30  # characters of context that must be the same on both sides together, where there are so many
SPACE = re.compile(r"\s+")


def anchor_of(text: str, span: tuple[int, int]) -> Anchor:
    """The words of a span with their context.

    Raises ValueError where the span lies outside the text or is empty.
    """
    start, end = span
    if not 0 <= start < end <= len(text):
        raise ValueError(f"there are no characters {start} to {end} in a text of {len(text)}")
    before, after = _folded(text[max(0, start - REACH) : start]), _folded(text[end : end + REACH])
    return Anchor(start=start, end=end, quote=text[start:end], before=before, after=after)


def anchors_of(text: str, spans: Iterable[tuple[int, int]]) -> tuple[Anchor, ...]:
    """The same of several spans."""
    return tuple(anchor_of(text, span) for span in spans)


def find_words(text: str, words: str, near: int = 0) -> tuple[Span, ...]:
    """Where some words stand, white space aside, nearest to a character; ` … ` parts pieces.

    Raises ValueError where they don't stand in the text, or there are none.
    """
    pieces = [piece.split() for piece in re.split(r" … | \.\.\. ", words) if piece.strip()]
    if not pieces:
        raise ValueError("the words of the text are needed")
    found = []
    for piece in pieces:
        places = [match.span() for match in re.finditer(r"\s+".join(map(re.escape, piece)), text)]
        if not places:
            raise ValueError(f"“{' '.join(piece)}” does not stand in the article, letter for letter")
        found.append(Span(*min(places, key=lambda place: abs(place[0] - near))))
    return tuple(found)


def place_of(anchor: Anchor, text: str) -> Span | None:
    """Where an anchor's words stand now, white space aside; None where they don't, or where that may be two places.

    They are the same words in the same place if enough of what stands before and behind is the same. Words that stand
    in the text again, in other company, are not taken for them.
    """
    pattern = re.compile(r"\s+".join(map(re.escape, anchor.quote.split())) or r"(?!)")
    scored = [(_context(anchor, text, found.span()), found.span()) for found in pattern.finditer(text)]
    fitting = sorted((score, span) for score, span in scored if score)
    if not fitting:
        return None
    best = [span for score, span in fitting if score == fitting[-1][0]]
    if len(best) == 1:
        return Span(*best[0])
    return Span(anchor.start, anchor.end) if (anchor.start, anchor.end) in best else None


def _context(anchor: Anchor, text: str, span: tuple[int, int]) -> int:
    """How many characters of context agree; 0 where too few do."""
    here = anchor_of(text, span)
    wanted = len(_folded(anchor.before)), len(_folded(anchor.after))
    before = _common(_folded(anchor.before)[::-1], here.before[::-1])
    after = _common(_folded(anchor.after), here.after)
    near = before >= min(NEAR, wanted[0]) and after >= min(NEAR, wanted[1])
    return 1 + before + after if near and before + after >= min(ENOUGH, sum(wanted)) else 0


def _folded(words: str) -> str:
    return SPACE.sub(" ", words).strip()


def _common(one: str, other: str) -> int:
    """How many characters two strings have in common from their beginning on."""
    return next(
        (n for n, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), min(map(len, (one, other)))
    )
