"""Quoted clauses that no cue claims: `the rule that voters "should decide for themselves"`.

Scare quotes and titles are words; who quotes a whole clause, or ten words and more, quotes what somebody said.
"""

from collections.abc import Iterator

from analysis.attributions.candidates import Candidate
from analysis.attributions.quotes import Quoted
from analysis.attributions.sources import subject_of
from analysis.records import Span
from analysis.syntax import Token

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
FEWEST, MANY = 4, 10
COVERED = 0.3


def fragment_candidates(placed: list[Quoted], found: list[Candidate], tokens: list[Token]) -> Iterator[Candidate]:
    """One candidate for each quoted clause that stands in no content yet."""
    spans = [span for candidate in found for span in candidate.spans]
    for quoted in placed:
        span = Span(quoted.quote.start, quoted.quote.end)
        words = [t for t in quoted.inner(tokens) if t.pos != "PUNCT"]
        clause = len(words) >= FEWEST and any(t.tag in FINITE for t in words)
        if (clause or len(words) >= MANY) and _covered(span, spans) <= COVERED:
            source = _subject_around(words)
            yield Candidate(None, [], "fragment", "speech", [source] if source else [], spans=[span], quoted=True)


def _covered(span: Span, others: list[Span]) -> float:
    shared = sum(max(0, min(span.end, other.end) - max(span.start, other.start)) for other in others)
    return shared / (span.end - span.start)


def _subject_around(words: list[Token]) -> Token | None:
    """The subject of the verb that the quoted words depend on."""
    inside = {t.i for t in words}
    top = next((t for t in words if t.head.i not in inside), words[0])
    verb = next((t for t in top.ancestors() if t.i not in inside and t.pos in ("VERB", "AUX")), None)
    source = subject_of(verb) if verb is not None else None
    return source if source is not None and source.i not in inside else None
