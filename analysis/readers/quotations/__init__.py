"""Who said what: source, cue and content of every quotation, in the order of the modules that find them.

`marks` finds quotation marks, `quotes` the words around them, `cues` the words that say that somebody says something;
`constructions` and `asides` find what a cue's content is, `contents` where it stands, `labels` sources beside their
words, `introductions` the cues of quotations, `turns` who goes on speaking, `sources` whose words they are, `selection`
which candidates become rows.
"""

from collections.abc import Iterator

from analysis.grammar.factuality import opens_condition
from analysis.grammar.phrases import phrase
from analysis.grammar.tokens import Parse, Sentence
from analysis.readers.quotations.asides import according_to, aside
from analysis.readers.quotations.constructions import complements, govern
from analysis.readers.quotations.contents import Candidate, spans_of
from analysis.readers.quotations.cues import cue_of, cue_span, status_of, tells_of_saying
from analysis.readers.quotations.labels import VERBATIM, label_candidates
from analysis.readers.quotations.marks import Quote, find_quotes, overlapping
from analysis.readers.quotations.quotes import place_quotes
from analysis.readers.quotations.selection import holders, is_worth_telling, measured, settle
from analysis.readers.quotations.sources import is_thing
from analysis.readers.quotations.turns import fragment_candidates, quote_candidates
from analysis.records import Article, Name, Quotation, Span

MARKS = "\"'`“”‘’«»„,"
SHORT = 3  # letters up to which a word of a title may be small
HINTING = frozenset({"suggest", "indicate", "imply"})
SPELT_OUT = VERBATIM | {"colon", "label", "quote-colon", "signature"}  # rules whose source is exactly the words given


def find_quotations(article: Article, parse: Parse, names: tuple[Name, ...] = ()) -> tuple[Quotation, ...]:
    """Quotations in the order of their contents, furniture left out.

    In the broad sense: speech, writing, thought, belief, intention, feeling towards a proposition. What a quotation
    holds is left whole: what its source says there of thinking or wanting makes no row of its own.
    """
    quotes = find_quotes(article)
    placed = place_quotes(article, parse, quotes)
    persons = [name for name in names if name.kind == "person"]
    labelled = list(label_candidates(article, parse, persons))
    quoted = quote_candidates(placed, persons)
    cues = {id(candidate.cue) for candidate in quoted}
    found = [*labelled, *(candidate for candidate in quoted if not _is_held(candidate, labelled))]
    headline = article.headline or Span(0, 0)
    for sentence in parse.sentences:
        if sentence.paragraph >= 0 or headline.start <= sentence.span.start < headline.end:
            found.extend(candidate for candidate in _of_clauses(sentence) if id(candidate.cue) not in cues)
    for candidate in found:
        candidate.spans = candidate.spans or spans_of(candidate, article.text, parse.tokens, quotes)
    settled = [candidate for candidate in settle([one for one in found if one.spans]) if is_worth_telling(candidate)]
    settled.extend(fragment_candidates(placed, settled))
    settled.sort(key=lambda candidate: (min(candidate.spans), max(candidate.spans).end))
    body = [quote for quote in quotes if quote.start >= headline.end]
    titles = frozenset(quote for quote in body if _is_title(article.text[quote.start : quote.end]))
    return tuple(
        _row(candidate, quotes, titles, within) for candidate, within in zip(settled, holders(settled), strict=True)
    )


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


def _is_held(candidate: Candidate, labelled: list[Candidate]) -> bool:
    """Whether a quotation is what a label brings already."""
    whole = [span for other in labelled for span in other.spans]
    return all(any(start <= span.start and span.end <= end for start, end in whole) for span in candidate.spans)


def _row(candidate: Candidate, quotes: tuple[Quote, ...], titles: frozenset[Quote], within: int | None) -> Quotation:
    return Quotation(
        content=tuple(sorted(candidate.spans)),
        kind="direct" if candidate.rule in VERBATIM else _kind(candidate.spans, quotes, titles),
        source=_source(candidate),
        cue=cue_span(candidate),
        cue_sort=_sort(candidate),
        status=status_of(candidate),
        within=within,
        confidence=measured(candidate)[0],
        rule=candidate.rule.replace("-", "_"),
    )


def _sort(candidate: Candidate) -> str | None:
    """`Calculations suggest that …`: what a thing suggests is evidence, not speech."""
    source = candidate.source[0] if candidate.source else None
    hints = candidate.cue is not None and candidate.cue.lemma in HINTING and candidate.rule == "that"
    return "evidence" if hints and source is not None and is_thing(source) else candidate.sort


def _source(candidate: Candidate) -> Span | None:
    """The words of a source: without the cue and what follows it (voters `hungry for` …)."""
    if not candidate.source:
        return None
    head, cue = candidate.source[0], candidate.cue
    if candidate.rule in SPELT_OUT:
        dashes = len(head.text) - len(head.text.lstrip("-–—―"))
        return Span(head.start + dashes, candidate.source[-1].end)
    tokens = phrase(head)
    if cue is not None and head.i < cue.i:
        tokens = [token for token in tokens if token.i < cue.i]
    return Span(tokens[0].start, tokens[-1].end)


def _is_title(quoted: str) -> bool:
    """`"Oslo This Week"`: several words, all longer ones with a capital, and no stop: a name, nobody's words."""
    words = [word.strip(MARKS) for word in quoted.split()]
    longer = [word for word in words if len(word) > SHORT]
    return len(longer) > 1 and all(word[0].isupper() for word in longer) and words[-1][-1:].isalnum()


def _kind(spans: list[Span], quotes: tuple[Quote, ...], titles: frozenset[Quote]) -> str:
    """Direct if every piece is quoted, mixed if some of it is, titles aside, else indirect."""
    near = [overlapping(quotes, start, end) for start, end in spans]
    if not any(near):
        return "indirect"
    whole = all(
        any(quote.start <= span.start and span.end <= quote.end for quote in inside)
        for span, inside in zip(spans, near, strict=True)
    )
    worded = any(quote not in titles for inside in near for quote in inside)
    return "direct" if whole else "mixed" if worded else "indirect"
