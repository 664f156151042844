"""How likely a phrase is what a pronoun stands for: what speaks for it and against it, by name, amount and weight.

Salience by sentence distance, grammatical role and parallelism goes back to Lappin and Leass, "An algorithm for
pronominal anaphora resolution" (1994).
"""

from collections.abc import Iterable, Iterator
from functools import cache

from analysis.grammar.clauses import predicate
from analysis.grammar.tokens import Token
from analysis.lexicon import rows, words
from analysis.readers.actors.antecedents import Candidate
from analysis.readers.actors.binding import CLAUSES
from analysis.readers.actors.phrases import SUBJECTS

NEARER = 0.5  # what a subject is worth one clause further out


def features_of(
    pronoun: Token, word: str, candidate: Candidate, known: int, *, quoted: bool
) -> Iterator[tuple[str, float]]:
    """What speaks for a phrase and against it, by name and amount.

    `known` counts the mentions of its entity so far, `quoted` says that it stands in somebody's words, the pronoun not.
    """
    token = candidate.token
    noun = token.head if token.dep == "appos" else token
    below = predicate(noun)
    role = "subject" if below is not None else noun.dep
    yield f"is {role}", 1.0
    yield "sentences back", pronoun.sent - token.sent
    yield "mentions", min(known, 6)
    yield from _of_kind(word, candidate)
    if token.dep == pronoun.dep or (token.dep in SUBJECTS and pronoun.dep in SUBJECTS):
        yield "same function", 1.0
    if quoted:
        yield "in quotation", 1.0
    if word != "they" and _is_joined(token) and token not in pronoun.ancestors():
        yield "one of several", 1.0
    yield from _of_speech(pronoun, word, token)
    if token.tag in ("PRP", "PRP$"):
        yield "is pronoun", 1.0
    if token.sent == pronoun.sent:
        yield from _of_sentence(pronoun, token, below)


def _of_kind(word: str, candidate: Candidate) -> Iterator[tuple[str, float]]:
    sort = "body" if candidate.kind in ("organization", "country") else candidate.kind
    yield f"{'he' if word == 'she' else word} for {sort}", 1.0
    if word in ("he", "she") and candidate.gender:
        yield "gender is known", 1.0
    if word in ("he", "she") and not candidate.key:
        yield "he for somebody unnamed", 1.0


def _of_speech(pronoun: Token, word: str, token: Token) -> Iterator[tuple[str, float]]:
    if speaks(pronoun) and speaks(token):
        yield "speaks again", 1.0
    elif word in ("it", "they") and speaks(token) and _is_tag(token):
        yield "only reports", 1.0
    if word in ("it", "they") and token.dep in ("dobj", "dative") and token.head.lemma == "tell":
        yield "only reports", 1.0


def _of_sentence(pronoun: Token, token: Token, below: Token | None) -> Iterator[tuple[str, float]]:
    """What speaks for a phrase of the same sentence; `below` is the verb that it is subject of."""
    if token.i > pronoun.i:
        yield "behind", 1.0
    else:
        yield "words back", (pronoun.i - token.i) / 10
    clauses = _clauses(pronoun) if below is not None else []
    if below in clauses:
        yield "subject of a clause around", NEARER ** clauses.index(below)


def _is_joined(token: Token) -> bool:
    return token.dep == "conj" or any(child.dep == "conj" for child in token.rights)


def _is_tag(subject: Token) -> bool:
    """`..., the Herald reports`: the subject of a verb behind what is said."""
    return any(child.dep == "ccomp" for child in subject.head.lefts if child.i < subject.i)


def speaks(token: Token) -> bool:
    """Whether a token is the subject of a verb of speech."""
    return token.dep in SUBJECTS and token.head.lemma in _verbs("speech")


def is_minded(token: Token) -> bool:
    """Whether a token is the subject of a verb of speech, thought, wish or feeling."""
    return token.dep == "nsubj" and token.head.lemma in _verbs("speech", "thought", "desire", "intention", "feeling")


@cache
def _verbs(*sorts: str) -> frozenset[str]:
    """Verbs of the sorts that can have a clause: `said that`, `wants to`."""
    found = {
        row["lemma"]
        for row in rows("cues")
        if row["pos"] == "verb" and row["sort"] in sorts and {"that", "to"} & set(row["frames"].split())
    }
    return frozenset(found) - words("verb_sorts")


def likelihood(features: Iterable[tuple[str, float]]) -> float:
    """How likely a phrase is, from its features."""
    weights = _weights()
    return sum(weights.get(name, 0.0) * amount for name, amount in features)


@cache
def _weights() -> dict[str, float]:
    """The weight of each feature."""
    return {row["feature"]: float(row["weight"]) for row in rows("antecedent_weights")}


def _clauses(token: Token) -> list[Token]:
    return [above for above in token.ancestors() if above.pos in CLAUSES]
