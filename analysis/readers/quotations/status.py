"""Whether it was said: negated and hypothetical cues; and the words that make up a cue."""

from analysis.grammar.tokens import FUTURE, Token
from analysis.lexicon import words
from analysis.readers.quotations.candidates import Candidate
from analysis.readers.quotations.cues import cue_of
from analysis.records import Span

UNREAL = frozenset({"would", "could", "might", "may", "should", "can", "must", "ought", "'d", "’d"})
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "hardly", "scarcely"})
GROUPED = frozenset({"aux", "auxpass", "neg", "advmod", "prt"})
CARRIED = frozenset({"acomp", "attr", "oprd"})


def status_of(candidate: Candidate) -> str:
    """`not_said` where the cue is negated or withheld, `hypothetical` where it is only thinkable, else `said`."""
    cue = candidate.cue
    if cue is None or candidate.rule in ("colon", "quote-colon", "signature", "according", "in-report"):
        return "said"
    verb = cue.head if cue.pos in ("ADJ", "NOUN") and cue.dep in CARRIED else cue
    empty = any(child.dep == "dobj" and any(c.lower == "no" for c in child.children) for child in cue.children)
    if empty or _is_negated(cue) or _is_negated(verb) or _is_withheld(verb, candidate):
        return "not_said"
    helpers = {child.lower for child in verb.children if child.dep == "aux" and child.tag == "MD"}
    future = candidate.sort == "speech" and helpers & FUTURE
    if helpers & UNREAL or future or any(c.dep == "mark" and c.lower in ("if", "unless") for c in verb.children):
        return "hypothetical"
    return "said"


def _is_negated(token: Token) -> bool:
    return any(
        child.lower in NEGATIONS
        and ((child.dep in ("neg", "det", "preconj", "cc") and child.i < token.i) or child.dep == "neg")
        for child in token.children
    )


def _is_withheld(verb: Token, candidate: Candidate) -> bool:
    """`declined to comment`, whether the cue is the refusal or what is refused."""
    if verb.lemma in words("withholding") and candidate.rule == "to":
        said = next((cue_of(child) for child in verb.children if child.dep == "xcomp"), None)
        return said is not None and said.sort == "speech"
    return verb.dep == "xcomp" and verb.head.lemma in words("withholding")


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
        while first.i - 1 in group:
            first = group[first.i - 1]
        while last.i + 1 in group and group[last.i + 1].dep == "prt":
            last = group[last.i + 1]
    return Span(first.start, last.end)
