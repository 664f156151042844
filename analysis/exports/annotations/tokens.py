"""Sentences and tokens for formats that ask for them, so cut that every mark begins and ends with a token."""

import unicodedata
from bisect import bisect_left, bisect_right
from itertools import groupby, pairwise
from typing import Any

from analysis.exports.annotations.marks import Mark

Spans = list[tuple[int, int]]


def sentences(article: Any) -> Spans:
    """Stretches that hold all words of an article: the sentences of the body, and each line between them."""
    found: Spans = []
    edge = 0
    for start, end in [*article.sentence_spans, (len(article.text), len(article.text))]:
        found.extend(_lines(article.text, edge, start))
        if end > start:
            found.append((start, end))
        edge = max(edge, end)
    return found


def tokens(text: str, marks: tuple[Mark, ...], parts: Spans) -> Spans:
    """Words, and each other sign by itself; none goes over an edge of a mark or of a part.

    A word is letters, digits and what combines with them. White space is in no token.
    """
    spans = [*parts, *(span for mark in marks for span in mark.spans)]
    edges = sorted({edge for span in spans for edge in span})
    found: Spans = []
    at = 0
    for _, run in groupby(enumerate(text), key=lambda place: _sort(*place)):
        end = at + len(list(run))
        if not text[at].isspace():
            found.extend(pairwise([at, *edges[bisect_right(edges, at) : bisect_left(edges, end)], end]))
        at = end
    return found


def _lines(text: str, start: int, end: int) -> Spans:
    found: Spans = []
    for line in text[start:end].splitlines(keepends=True):
        if words := line.strip():
            first = start + line.index(words)
            found.append((first, first + len(words)))
        start += len(line)
    return found


def _sort(place: int, char: str) -> Any:
    if char.isspace():
        return "space"
    return "word" if unicodedata.category(char)[0] in "LMN" else place
