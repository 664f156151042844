"""Quotations joined to the cues that introduce them."""

from analysis.attributions.candidates import Candidate
from analysis.attributions.marks import Quote
from analysis.records import Article, Span
from analysis.syntax import Parse


def join_quotes(
    article: Article, parse: Parse, quotes: tuple[Quote, ...], candidates: list[Candidate]
) -> list[Candidate]:
    """Candidates whose contents take in the quotations they touch."""
    for candidate in candidates:
        if candidate.spans:
            candidate.spans = [_widen(span, quotes) for span in candidate.spans]
    return candidates


def _widen(span: Span, quotes: tuple[Quote, ...]) -> Span:
    start, end = span
    for quote in quotes:
        if quote.start < end and quote.end > start:
            inside = max(0, min(quote.end, end) - max(quote.start, start))
            if inside > 0.5 * (quote.end - quote.start):
                start, end = min(start, quote.start), max(end, quote.end)
    return Span(start, end)
