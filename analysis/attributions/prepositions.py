"""Sources behind a preposition: `According to X, …`, `In a new poll, …`."""

from collections.abc import Iterator

from analysis.attributions.candidates import Candidate
from analysis.lexicon import words
from analysis.syntax import Sentence, Token

PLACES = frozenset({"in", "by", "under"})


def preposition_candidates(token: Token, sentence: Sentence) -> Iterator[Candidate]:
    """The content is the sentence around the phrase."""
    if token.lower == "according":
        to = next((c for c in token.children if c.lower == "to"), None)
        rule, carrier = "according", to
    elif token.lower in PLACES and token is sentence.tokens[0] and token.head.pos in ("VERB", "AUX"):
        rule, carrier = "in-report", token
    else:
        return
    source = next((c for c in carrier.children if c.dep == "pobj"), None) if carrier is not None else None
    if (
        source is None
        or source.lemma in words("measures")
        or (rule == "in-report" and source.lemma not in words("source_reports"))
    ):
        return
    own = {t.i for t in token.subtree()}
    around = sentence.tokens if rule == "according" else token.head.subtree()
    yield Candidate(token, [t for t in around if t.i not in own], rule, "speech", [source])
