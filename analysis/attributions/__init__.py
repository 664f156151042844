"""Who said what: source, cue and content of every attribution."""

from analysis.attributions.candidates import Candidate, runs
from analysis.attributions.clauses import clause_candidates
from analysis.attributions.marks import Quote, find_quotes
from analysis.attributions.quotes import join_quotes
from analysis.attributions.sources import phrase
from analysis.records import Article, Attribution, Name, Span
from analysis.syntax import Parse, Token


def find_attributions(article: Article, parse: Parse, names: tuple[Name, ...] = ()) -> tuple[Attribution, ...]:
    """Attributions in the order of their contents."""
    quotes = find_quotes(article)
    candidates = [
        candidate
        for sentence in parse.sentences
        if sentence.paragraph >= 0 or _in_headline(sentence.span, article)
        for candidate in clause_candidates(sentence)
    ]
    for candidate in candidates:
        candidate.spans = runs(candidate.content, parse.tokens)
    candidates = join_quotes(article, parse, quotes, candidates)
    rows = [row for candidate in candidates if (row := _row(candidate, quotes))]
    return tuple(sorted(rows, key=lambda row: (row.content[0], row.content[-1].end)))


def _in_headline(span: Span, article: Article) -> bool:
    return article.headline is not None and article.headline.start <= span.start < article.headline.end


def _row(candidate: Candidate, quotes: tuple[Quote, ...]) -> Attribution | None:
    if not candidate.spans:
        return None
    return Attribution(
        content=tuple(sorted(candidate.spans)),
        kind=_kind(candidate.spans, quotes),
        source=_span(phrase(candidate.source[0])) if candidate.source else None,
        cue=Span(candidate.cue.start, candidate.cue.end) if candidate.cue else None,
        cue_sort=candidate.sort,
        status=candidate.status,
        confidence=candidate.confidence,
    )


def _span(tokens: list[Token]) -> Span:
    return Span(tokens[0].start, tokens[-1].end)


def _kind(spans: list[Span], quotes: tuple[Quote, ...]) -> str:
    """Direct if every piece is quoted, mixed if some of it is, else indirect."""
    inside = [quote for quote in quotes if any(quote.start < end and quote.end > start for start, end in spans)]
    if not inside:
        return "indirect"
    whole = all(any(q.start <= start and q.end >= end for q in inside) for start, end in spans)
    return "direct" if whole else "mixed"
