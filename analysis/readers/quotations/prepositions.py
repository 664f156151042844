"""Sources behind a preposition: `According to X, …`, `In a new poll, …`."""

from collections.abc import Iterator

from analysis.grammar.clauses import by_phrase
from analysis.grammar.tokens import Sentence, Token
from analysis.lexicon import words
from analysis.readers.quotations.asides import behind_colon
from analysis.readers.quotations.candidates import Candidate

PLACES = frozenset({"in", "by", "under"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
CONCESSIVE = frozenset({"while", "although", "though", "despite"})


def preposition_candidates(token: Token, sentence: Sentence) -> Iterator[Candidate]:
    """The content is the clause around the phrase."""
    if token.lower == "according":
        to = next((c for c in token.children if c.lower == "to"), None)
        source = _object(to)
        if source is not None:
            content = behind_colon(_clause_around(token, source, sentence), token)
            yield Candidate(token, content, "according", "speech", [source])
    elif token.lower in PLACES and token is sentence.tokens[0] and token.head.pos in ("VERB", "AUX"):
        source = _object(token)
        if source is not None and source.lemma in words("source_reports"):
            own = {t.i for t in token.subtree()}
            around = [t for t in token.head.subtree() if t.i not in own]
            yield Candidate(token, around, "in-report", "speech", [source])


def _object(preposition: Token | None) -> Token | None:
    """What a preposition governs, unless things are merely measured by it (`according to size`)."""
    if preposition is None:
        return None
    found = next((c for c in preposition.children if c.dep == "pobj"), None)
    if found is None or found.lemma in words("measures"):
        return None
    maker = next(
        (c for c in found.children if c.dep == "acl" and c.lemma in words("document_verbs", sort="made")), None
    )
    return (by_phrase(maker) if maker is not None else None) or found


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
