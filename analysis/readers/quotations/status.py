"""Whether it was said: denied and thinkable cues; and the words that make up a cue."""

from analysis.grammar.factuality import factuality
from analysis.grammar.tokens import Token
from analysis.readers.quotations.contents import Candidate
from analysis.readers.quotations.cues import cue_of
from analysis.records import Span

GROUPED = frozenset({"aux", "auxpass", "neg", "advmod", "prt"})
SAYING = frozenset({"colon", "quote-colon", "signature", "according"})  # rules of cues that are no predicate


def status_of(candidate: Candidate) -> str:
    """`not_said` where the cue is denied or withheld, `hypothetical` where it is only thinkable, else `said`."""
    if candidate.cue is None or candidate.rule in SAYING:
        return "said"
    told = factuality(_said(candidate.cue, candidate))
    if told.denied:
        return "not_said"
    speech = candidate.sort == "speech" and (told.to_come or told.wished)
    return "hypothetical" if told.unreal or told.possible or told.obliged or speech else "said"


def _said(cue: Token, candidate: Candidate) -> Token:
    """`declined to comment`: what is withheld; else the cue itself."""
    said = cue.child("xcomp") if candidate.rule == "to" else None
    inner = cue_of(said) if said is not None and factuality(said).withheld else None
    return said if said is not None and inner is not None and inner.sort == "speech" else cue


def cue_span(candidate: Candidate) -> Span | None:
    """The cue with the auxiliaries, negation and particle that stand next to it: `did not say`, `pointed out`."""
    cue = candidate.cue
    if cue is None:
        return None
    if candidate.rule == "according":
        after = next((c for c in cue.children if c.lower == "to"), cue)
        return Span(cue.start, max(cue.end, after.end))
    first = last = cue
    if cue.pos == "VERB":
        group = {child.i: child for child in cue.children if child.dep in GROUPED}
        group |= {no.i: no for child in group.values() for no in child.children if no.lower == "no"}  # `no longer`
        while first.i - 1 in group:
            first = group[first.i - 1]
        while last.i + 1 in group and group[last.i + 1].dep == "prt":
            last = group[last.i + 1]
    return Span(first.start, last.end)
