"""Who said what: source, cue and content of every attribution."""

from bisect import bisect_left
from collections.abc import Iterator

from analysis.grammar.conditions import opens_condition
from analysis.grammar.phrases import phrase
from analysis.grammar.tokens import Parse, Sentence, Token
from analysis.readers.quotations.asides import according_to, aside
from analysis.readers.quotations.confidence import confidence_of, is_worth_telling
from analysis.readers.quotations.constructions import complements, govern
from analysis.readers.quotations.contents import Candidate, spans_of
from analysis.readers.quotations.cues import cue_of, cue_span, status_of, tells_of_saying
from analysis.readers.quotations.labels import VERBATIM, label_candidates
from analysis.readers.quotations.marks import Quote, find_quotes, overlapping
from analysis.readers.quotations.nesting import holders, settle
from analysis.readers.quotations.quotes import place_quotes
from analysis.readers.quotations.turns import fragment_candidates, quote_candidates
from analysis.records import Article, Name, Quotation, Span

SPELT_OUT = VERBATIM | {"colon", "quote-colon", "signature"}  # rules whose source is exactly the words given


def find_quotations(article: Article, parse: Parse, names: tuple[Name, ...] = ()) -> tuple[Quotation, ...]:
    """Attributions in the order of their contents, furniture left out.

    The broad sense of attribution: speech, writing, thought, belief, intention, feeling towards a proposition. What
    a quotation holds is left whole: what its speaker says there of thinking or wanting makes no row of its own.
    """
    quotes = find_quotes(article)
    placed = place_quotes(article, parse, quotes)
    whole = [quoted.quote for quoted in placed]
    quoted = quote_candidates(placed, _persons(parse, names))
    taken = {id(candidate.cue) for candidate in quoted}
    labelled = list(label_candidates(article, parse, names))
    found = [*labelled, *(candidate for candidate in quoted if not _is_held(candidate, labelled))]
    for sentence in parse.sentences:
        if sentence.paragraph < 0 and not _in_headline(sentence.span, article):
            continue
        for candidate in _of_clauses(sentence):
            if id(candidate.cue) not in taken:
                candidate.spans = spans_of(candidate, article.text, parse.tokens, whole)
                found.append(candidate)
    settled = settle([candidate for candidate in found if _is_placed(candidate)])
    settled = [candidate for candidate in settled if is_worth_telling(candidate)]
    settled.extend(c for c in fragment_candidates(placed, settled) if _is_placed(c))
    settled.sort(key=lambda candidate: (min(candidate.spans), max(candidate.spans).end))
    return tuple(_row(candidate, quotes, within) for candidate, within in zip(settled, holders(settled), strict=True))


def _of_clauses(sentence: Sentence) -> Iterator[Candidate]:
    """What the cues of a sentence bring, quotations aside."""
    for token in sentence.tokens:
        cue = cue_of(token)
        if cue is None or opens_condition(token):
            yield from filter(None, [according_to(token, sentence)])
        elif not tells_of_saying(token):
            governor = govern(token, cue, sentence.tokens)
            beside = aside(governor) if governor.kind == "verb" else None
            yield from [beside] if beside is not None else complements(governor)


def _persons(parse: Parse, names: tuple[Name, ...]) -> frozenset[int]:
    """The numbers of the tokens in persons' names."""
    starts = [token.start for token in parse.tokens]
    persons = [name for name in names if name.kind == "person"]
    return frozenset(n for one in persons for n in range(bisect_left(starts, one.start), bisect_left(starts, one.end)))


def _is_held(candidate: Candidate, labelled: list[Candidate]) -> bool:
    """Whether a quotation is what a label brings already."""
    whole = [span for other in labelled for span in other.spans]
    return all(any(start <= span.start and span.end <= end for start, end in whole) for span in candidate.spans)


def _in_headline(span: Span, article: Article) -> bool:
    return article.headline is not None and article.headline.start <= span.start < article.headline.end


def _is_placed(candidate: Candidate) -> bool:
    """Whether a candidate has a content; its confidence is set on the way."""
    candidate.confidence = confidence_of(candidate)
    return bool(candidate.spans)


def _row(candidate: Candidate, quotes: tuple[Quote, ...], within: int | None = None) -> Quotation:
    return Quotation(
        content=tuple(sorted(candidate.spans)),
        kind="direct" if candidate.rule in VERBATIM else _kind(candidate.spans, quotes),
        source=_source(candidate),
        cue=cue_span(candidate),
        cue_sort=candidate.sort,
        status=status_of(candidate),
        within=within,
        confidence=candidate.confidence,
        rule=candidate.rule.replace("-", "_"),
    )


def _source(candidate: Candidate) -> Span | None:
    if not candidate.source:
        return None
    spelt_out = candidate.rule in SPELT_OUT
    tokens = candidate.source if spelt_out else _before_cue(phrase(candidate.source[0]), candidate)
    last = candidate.cue if candidate.source[0] is candidate.cue and not spelt_out else tokens[-1]
    dashes = len(tokens[0].text) - len(tokens[0].text.lstrip("-–—―")) if spelt_out else 0
    return Span(tokens[0].start + dashes, last.end)


def _before_cue(tokens: list[Token], candidate: Candidate) -> list[Token]:
    """A source's tokens without the cue and what follows it (voters `hungry for` …), and without `all but`."""
    head, cue = candidate.source[0], candidate.cue
    if cue is not None and head.i < cue.i:
        tokens = [token for token in tokens if token.i < cue.i]
    while tokens[-1] is not head and tokens[-1].lower in ("all", "but"):
        tokens = tokens[:-1]
    return tokens


def _kind(spans: list[Span], quotes: tuple[Quote, ...]) -> str:
    """Direct if every piece is quoted, mixed if some of it is, else indirect."""
    near = overlapping(quotes, min(spans).start, max(span.end for span in spans))
    inside = [quote for quote in near if any(quote.start < end and quote.end > start for start, end in spans)]
    if not inside:
        return "indirect"
    whole = all(any(q.start <= start and q.end >= end for q in inside) for start, end in spans)
    return "direct" if whole else "mixed"
