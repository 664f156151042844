"""Contents that the parser hung elsewhere, found by where they stand: `said in a series of messages that …`."""

from analysis.grammar.tokens import FINITE, Token
from analysis.readers.quotations.candidates import Candidate
from analysis.readers.quotations.cues import cue_of
from analysis.readers.quotations.governor import Governor

SORTS = frozenset({"speech", "thought"})


def loose_candidate(verb: Governor) -> Candidate | None:
    """The content of a finite cue that governs none; None where its place does not tell either."""
    if "that" not in verb.cue.frames or verb.cue.sort not in SORTS or verb.token.tag not in FINITE:
        return None
    clause = _clause_behind(verb)
    return verb.of_tokens("loose", clause) if clause else None


def _clause_behind(verb: Governor) -> list[Token]:
    """From `that` on, if no other finite verb and no other cue of such a clause stands between."""
    for token in verb.sentence.tokens[verb.token.i - verb.sentence.tokens[0].i + 1 :]:
        cue = cue_of(token)
        if token.tag in FINITE or token.text in (";", ":") or (cue is not None and "that" in cue.frames):
            return []
        if token.lower == "that" and token.dep == "mark" and token.head.i > token.i:
            return [t for t in token.head.subtree() if t.i >= token.i]
    return []
