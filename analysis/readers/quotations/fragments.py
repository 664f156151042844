"""Quoted clauses that no cue claims: `the rule that voters "should decide for themselves"`.

Scare quotes and titles are words; who quotes a whole clause, or ten words and more, quotes what somebody said.
"""

from collections.abc import Iterator

from analysis.grammar.tokens import Token
from analysis.readers.quotations.contents import Candidate
from analysis.readers.quotations.cues import cue_of
from analysis.readers.quotations.quotes import Quoted
from analysis.readers.quotations.sources import source_of
from analysis.records import Span

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
FEWEST, MANY = 4, 10
COVERED = 0.3
NEAR = 3


def fragment_candidates(placed: list[Quoted], found: list[Candidate], tokens: list[Token]) -> Iterator[Candidate]:
    """One candidate for each quoted clause that stands in no content yet.

    Its source is whoever says or thinks what it stands in, else who spoke before in the paragraph, else the
    sentence's subject.
    """
    spans = [span for candidate in found for span in candidate.spans]
    spoken = sorted((max(c.spans).end, n) for n, c in enumerate(found) if c.quoted and c.source)
    for quoted in placed:
        span = Span(quoted.quote.start, quoted.quote.end)
        words = [t for t in quoted.inner(tokens) if t.pos != "PUNCT"]
        clause = len(words) >= FEWEST and any(t.tag in FINITE for t in words)
        if (clause or len(words) >= MANY) and _covered(span, spans) <= COVERED:
            before = [n for end, n in spoken if end <= span.start]
            last = found[before[-1]] if before else None
            near = last.source if last is not None and _same_block(last, quoted) else []
            source = _sayer_around(words, near)
            yield Candidate(None, [], "fragment", "speech", source, spans=[span], quoted=True)


def _same_block(candidate: Candidate, quoted: Quoted) -> bool:
    first = quoted.gap_before[0].start if quoted.gap_before else quoted.quote.start
    return max(candidate.spans).end <= first and first - max(candidate.spans).end < NEAR


def _covered(span: Span, others: list[Span]) -> float:
    shared = sum(max(0, min(span.end, other.end) - max(span.start, other.start)) for other in others)
    return shared / (span.end - span.start)


def _sayer_around(words: list[Token], speaker: list[Token]) -> list[Token]:
    """The subject of the cue over the quoted words; else the speaker before; else the subject of the sentence."""
    inside = {t.i for t in words}
    top = next((t for t in words if t.head.i not in inside), words[0])
    verbs = [t for t in top.ancestors() if t.i not in inside and t.pos in ("VERB", "AUX")]
    for verb in [v for v in verbs if cue_of(v)] or ([] if speaker else verbs[-1:]):
        source = source_of(verb)
        if source is not None and source.i not in inside:
            return [source]
    return speaker
