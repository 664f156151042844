"""Sources behind a preposition: `According to X, …`, `In a new poll, …`."""

from collections.abc import Iterator

from analysis.attributions.candidates import Candidate
from analysis.lexicon import words
from analysis.syntax import Sentence, Token

PLACES = frozenset({"in", "by", "under"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
CONCESSIVE = frozenset({"while", "although", "though", "despite"})


def preposition_candidates(token: Token, sentence: Sentence) -> Iterator[Candidate]:
    """The content is the clause around the phrase."""
    if token.lower == "according":
        to = next((c for c in token.children if c.lower == "to"), None)
        rule, carrier = "according", to
    elif token.lower in PLACES and token is sentence.tokens[0] and token.head.pos in ("VERB", "AUX"):
        rule, carrier = "in-report", token
    else:
        return
    source = next((c for c in carrier.children if c.dep == "pobj"), None) if carrier is not None else None
    if source is None or source.lemma in words("measures"):
        return
    if rule == "according":
        yield Candidate(token, _clause_around(token, source, sentence), rule, "speech", [source])
    elif source.lemma in words("source_reports"):
        own = {t.i for t in token.subtree()}
        yield Candidate(token, [t for t in token.head.subtree() if t.i not in own], rule, "speech", [source])


def _clause_around(token: Token, source: Token, sentence: Sentence) -> list[Token]:
    """The words of the clause that the phrase stands in, without clauses set against it."""
    clause = next((t for t in token.ancestors() if t.pos in ("VERB", "AUX") and _has_subject(t)), None)
    own = {t.i for t in token.subtree()}
    if clause is None:
        comma = next((t.i for t in sentence.tokens if t.i > source.i and t.text == ","), None)
        own = {i for i in own if comma is None or i <= comma}
        return [t for t in sentence.tokens if t.i not in own]
    for child in clause.children:
        coordinated = child.dep == "conj" and child.i > token.i > clause.i and _has_subject(child)
        if coordinated or (child.i < clause.i and _is_concession(child)):
            own |= {t.i for t in child.subtree()}
    return [t for t in sentence.tokens if t.i not in own]


def _has_subject(verb: Token) -> bool:
    return any(child.dep in SUBJECTS for child in verb.children)


def _is_concession(child: Token) -> bool:
    return child.lower in CONCESSIVE or any(c.dep == "mark" and c.lower in CONCESSIVE for c in child.children)
