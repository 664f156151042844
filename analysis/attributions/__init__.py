"""Who said what: source, cue and content of every attribution."""

from analysis.attributions.candidates import Candidate, runs
from analysis.attributions.clauses import clause_candidates
from analysis.attributions.confidence import LEAST, confidence_of
from analysis.attributions.headlines import colon_candidates
from analysis.attributions.marks import Quote, find_quotes
from analysis.attributions.nesting import settle
from analysis.attributions.quotes import Quoted, place_quotes, quote_candidates
from analysis.attributions.sources import phrase
from analysis.records import Article, Attribution, Name, Span
from analysis.syntax import Parse, Token


def find_attributions(article: Article, parse: Parse, names: tuple[Name, ...] = ()) -> tuple[Attribution, ...]:
    """Attributions in the order of their contents."""
    quotes = find_quotes(article)
    placed = place_quotes(article, parse, quotes)
    quoted = quote_candidates(parse, placed)
    candidates = [
        candidate
        for sentence in parse.sentences
        if sentence.paragraph >= 0 or _in_headline(sentence.span, article)
        for candidate in clause_candidates(sentence)
    ]
    for candidate in candidates:
        candidate.spans = _fit(candidate, runs(candidate.content, parse.tokens), placed)
    candidates.extend(colon_candidates(article, parse))
    candidates = _settle(quoted, candidates)
    rows = [row for candidate in candidates if (row := _row(candidate, quotes))]
    return tuple(sorted(rows, key=lambda row: (row.content[0], row.content[-1].end)))


def _settle(quoted: list[Candidate], candidates: list[Candidate]) -> list[Candidate]:
    """Of two candidates of one cue and one text the quotation stays."""
    cues = {id(candidate.cue): candidate for candidate in quoted}
    kept = [c for c in candidates if id(c.cue) not in cues]
    likely = []
    for candidate in quoted + kept:
        if candidate.spans:
            candidate.confidence = confidence_of(candidate)
            if candidate.confidence >= LEAST:
                likely.append(candidate)
    return settle(likely)


def _fit(candidate: Candidate, spans: list[Span], placed: list[Quoted]) -> list[Span]:
    """A content holds whole quotations; one whose cue stands in a quotation stays inside it."""
    cue = candidate.cue
    for quoted in placed:
        start, end = quoted.quote.start, quoted.quote.end
        if cue is not None and start <= cue.start < end:
            spans = [Span(max(s, start + 1), min(e, end - 1)) for s, e in spans if s < end and e > start]
            spans = [span for span in spans if span.start < span.end]
        else:
            spans = [
                Span(min(s, start), max(e, end))
                if s < end and e > start and (cue is None or not s <= cue.start < e)
                else Span(s, e)
                for s, e in spans
            ]
    return spans


def _in_headline(span: Span, article: Article) -> bool:
    return article.headline is not None and article.headline.start <= span.start < article.headline.end


def _row(candidate: Candidate, quotes: tuple[Quote, ...]) -> Attribution | None:
    if not candidate.spans:
        return None
    return Attribution(
        content=tuple(sorted(candidate.spans)),
        kind=_kind(candidate.spans, quotes),
        source=_source(candidate),
        cue=Span(candidate.cue.start, candidate.cue.end) if candidate.cue else None,
        cue_sort=candidate.sort,
        status=candidate.status,
        confidence=candidate.confidence,
    )


def _source(candidate: Candidate) -> Span | None:
    if not candidate.source:
        return None
    return _span(candidate.source if candidate.rule in ("colon", "signature") else phrase(candidate.source[0]))


def _span(tokens: list[Token]) -> Span:
    return Span(tokens[0].start, tokens[-1].end)


def _kind(spans: list[Span], quotes: tuple[Quote, ...]) -> str:
    """Direct if every piece is quoted, mixed if some of it is, else indirect."""
    inside = [quote for quote in quotes if any(quote.start < end and quote.end > start for start, end in spans)]
    if not inside:
        return "indirect"
    whole = all(any(q.start <= start and q.end >= end for q in inside) for start, end in spans)
    return "direct" if whole else "mixed"
