"""What a pronoun may stand for: the noun phrases before it, those that agree with it, the likeliest first.

Salience by sentence distance, grammatical role and parallelism goes back to Lappin and Leass, "An algorithm for
pronominal anaphora resolution" (1994); phrases that name no actor compete, so that a pronoun can stand for none.
"""

from typing import NamedTuple

from analysis.coreference.collectives import named_together
from analysis.coreference.gender import genders_of, person_nouns
from analysis.coreference.scene import Scene
from analysis.syntax import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
ARGUMENTS = SUBJECTS | {"dobj", "pobj", "dative", "conj", "attr", "appos", "ROOT", "poss", "oprd"}
ROLE_WEIGHTS = {"nsubj": 1.2, "nsubjpass": 1.1, "ROOT": 0.6, "dobj": 0.5, "dative": 0.4, "conj": 0.3, "pobj": 0.1}
BODIES = frozenset({"organization", "country", "group"})
APART = frozenset({"conj", "appos", "amod", "advmod", "acl", "relcl"})  # of a phrase, not inside it: `Hale and her son`
CLAUSES = frozenset({"VERB", "AUX"})


class Candidate(NamedTuple):
    """A noun phrase by its head; `key` is its entity, empty for one that names no actor of the cast.

    `origin` is the head of the phrase with a noun that a pronoun goes back to, the token itself for a noun.
    """

    token: Token
    key: str
    kind: str
    plural: bool
    gender: str
    origin: Token


def candidates_of(scene: Scene) -> list[list[Candidate]]:
    """The noun phrases of each sentence."""
    genders = genders_of(scene)
    found: list[list[Candidate]] = [[] for _ in scene.parse.sentences]
    for token in scene.parse.tokens:
        key = scene.at.get(token.i, "")
        if key:
            if token.head is token or scene.at.get(token.head.i) != key or token.dep in ("poss", "conj"):
                kind = scene.entities[key].kind
                plural = kind == "group" or token.tag in ("NNS", "NNPS")
                found[token.sent].append(Candidate(token, key, kind, plural, genders.get(key, ""), token))
        elif token.pos == "NOUN" and token.dep in ARGUMENTS:
            gender = person_nouns().get(token.lemma)
            kind = "thing" if gender is None else "person"
            found[token.sent].append(Candidate(token, "", kind, token.tag == "NNS", gender or "", token))
    for sentence, phrases in zip(scene.parse.sentences, found, strict=True):
        for one in named_together(scene, sentence.tokens):
            phrases.append(Candidate(one.subject, one.key, "several", True, "", one.subject))
    return found


def agree(word: str, candidate: Candidate) -> float | None:
    """A penalty for what agrees badly, None for what does not agree at all."""
    if word in ("he", "she"):
        if candidate.kind != "person" or candidate.plural:
            return None
        gender = "f" if word == "she" else "m"
        return None if candidate.gender not in ("", gender) else 0.0 if candidate.gender else 0.5
    if word == "it":
        return None if candidate.kind in ("person", "group", "several") or candidate.plural else 0.0
    if candidate.plural:
        return 0.0 if candidate.kind != "thing" else 0.3
    return 0.9 if candidate.kind == "organization" else None


def likelihood(pronoun: Token, candidate: Candidate, known: int) -> float:
    """How salient a phrase is for a pronoun; `known` counts the mentions of its entity so far."""
    token = candidate.token
    score = ROLE_WEIGHTS.get(token.dep, 0.0) - 1.0 * (pronoun.sent - token.sent) + 0.12 * min(known, 6)
    if token.dep == pronoun.dep or (token.dep in SUBJECTS and pronoun.dep in SUBJECTS):
        score += 0.3
    if token.sent == pronoun.sent:
        score -= 0.5 if token.i > pronoun.i else 0.01 * (pronoun.i - token.i)
        if token.dep in SUBJECTS and token.head in _clauses(pronoun):
            score += 0.6
    return score


def named_below(pronoun: Token, phrases: list[Candidate]) -> set[str]:
    """Whom a subject pronoun cannot be, since its own clause goes on to name them: `He says Smith knows`."""
    if pronoun.dep not in SUBJECTS:
        return set()
    return {
        candidate.key
        for candidate in phrases
        if candidate.token.i > pronoun.i and candidate.key and pronoun.head in candidate.token.ancestors()
    }


def clash(pronoun: Token, other: Token) -> bool:
    """Two arguments of one verb are not the same, unless the pronoun is reflexive; nor is a phrase a part of itself."""
    below, above = pronoun, pronoun.head
    while above.pos not in CLAUSES and above.head is not above:
        if above is other:
            return below.dep not in APART
        below, above = above, above.head
    if above is other or (pronoun.dep == "conj" and pronoun.head is other):
        return below.dep not in APART or pronoun.dep == "conj"
    if pronoun.dep == "poss":
        return other.head is pronoun.head and other.dep == "poss"
    if pronoun.lower.endswith(("self", "selves")):
        return False
    return other.head is above and other.dep != "poss" and _verb_of(pronoun) is above


def _verb_of(token: Token) -> Token:
    """The verb that a noun phrase is an argument of, through prepositions."""
    above = token.head
    while above.pos == "ADP" and above.head is not above:
        above = above.head
    return above


def _clauses(token: Token) -> list[Token]:
    return [above for above in token.ancestors() if above.pos in CLAUSES]
