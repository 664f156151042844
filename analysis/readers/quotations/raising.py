"""Contents raised to subjects: `X is expected to …`, `X was described as …`, `X seems to …`."""

from collections.abc import Iterator

from analysis.grammar.clauses import by_phrase
from analysis.grammar.tokens import Token
from analysis.readers.quotations.candidates import Candidate
from analysis.readers.quotations.cues import cue_of
from analysis.readers.quotations.governor import Governor

PERCEIVED = frozenset({"catch", "film", "hear", "overhear", "record", "see"})  # Smith was heard saying: Smith's words
OWN_SORTS = frozenset({"speech", "position", "feeling", "desire"})


def passive_candidates(verb: Governor) -> Iterator[Candidate]:
    """`X is expected by Y to …` holds X too.

    Where nobody is named who says it, only a clause is a statement (`it is said that …`): `X was found dead`, `X was
    named chair` quote nobody.
    """
    subject = verb.child("nsubjpass", behind=False)
    verb.subject = by_phrase(verb.token)
    finite = verb.child("ccomp")
    rest = verb.child("xcomp", "oprd") or next(
        (c for c in verb.token.children if c.dep == "prep" and c.lower == "as"), None
    )
    reason = next((c for c in verb.token.children if c.dep == "prep" and f"np-{c.lower}" in verb.cue.frames), None)
    if verb.token.lemma in PERCEIVED and rest is not None and _speaks_itself(rest):
        return
    if finite is not None:
        yield verb.candidate("passive-that", finite)
    elif subject is None or verb.subject is None:
        return
    elif rest is not None:
        yield verb.candidate("passive-to", subject, rest)
    elif reason is not None:
        yield verb.candidate("passive-for", subject, reason)
    elif "np-to" in verb.cue.frames:
        topic = next((c for c in verb.token.children if c.dep == "prep" and c.lower in verb.cue.frames), None)
        if topic is not None:
            yield verb.candidate("passive-prep", topic)
    elif "np" in verb.cue.frames:
        yield verb.candidate("passive-np", subject)


def appearance_candidates(verb: Governor) -> Iterator[Candidate]:
    """What seems to be so, without a word on whom it seems so to: the subject is part of the content."""
    subject = verb.child("nsubj", "csubj", behind=False)
    rest = verb.child("ccomp", "xcomp", "acomp", "oprd", "attr")
    verb.subject = None
    if rest is None or _speaks_itself(rest):
        return
    if subject is None or rest.dep == "ccomp" or subject.lower == "it":
        yield verb.candidate("appearance", rest)
    else:
        yield verb.candidate("appearance", subject, rest)


def _speaks_itself(rest: Token) -> bool:
    """`seemed to blame them`, `seems hopeful that …`: the complement is the cue."""
    cue = cue_of(rest)
    return cue is not None and rest.dep in ("xcomp", "acomp", "oprd") and cue.sort in OWN_SORTS
