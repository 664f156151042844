"""Whose words they are: the subject of a cue, through passives, relatives, coordination and control."""

from collections.abc import Mapping, Sequence

from analysis.lexicon import words
from analysis.syntax import Token

NOWHERE: Mapping[int, Token] = {}

SUBJECTS = frozenset({"nsubj", "csubj"})
PASSIVE = frozenset({"nsubjpass", "csubjpass"})
DROPPED = frozenset({"relcl", "acl", "advcl", "punct", "dep", "parataxis"})
CLAUSE_LINKS = frozenset(
    {"acomp", "advcl", "xcomp", "conj", "acl", "relcl", "ccomp", "pcomp", "dep", "prep", "parataxis"}
)
CARRYING = frozenset({"with", "in", "under", "into", "by", "for", "against", "on", "to", "of", "about"})
LEFT = frozenset({"det", "compound", "amod", "poss", "nummod", "nmod"})
HOLDERS = frozenset({"among", "from", "amongst", "within", "inside"})


def phrase(head: Token) -> list[Token]:
    """The noun phrase of a head, without the clauses that hang on it."""
    tokens, waiting = [], [head]
    while waiting:
        token = waiting.pop()
        tokens.append(token)
        waiting.extend(c for c in token.children if not (token is head and c.dep in DROPPED) and c.pos != "SPACE")
    tokens.sort(key=lambda token: token.i)
    at = next(n for n, token in enumerate(tokens) if token is head)
    first = last = at
    while first and tokens[first - 1].i == tokens[first].i - 1:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].i == tokens[last].i + 1:
        last += 1
    return tokens[first : last + 1]


def subject_of(verb: Token, moved: Mapping[int, Token] = NOWHERE) -> Token | None:
    """The head of whoever does what the verb says; None where nobody is named."""
    seen = 0
    token = verb
    while seen < 6:
        seen += 1
        passive = False
        for child in token.children:
            if child.dep in SUBJECTS:
                return None if child.lower == "it" and (seen > 1 or token.lemma == "be") else child
            passive = passive or child.dep in PASSIVE or child.dep == "auxpass"
        if passive:
            return by_agent(token) or (
                next((c for c in token.children if c.dep in PASSIVE), None) if seen > 1 else None
            )
        if any(child.dep == "expl" for child in token.children):
            return None
        if token.i in moved:
            token = moved[token.i]
            continue
        if token.dep in ("acl", "relcl") and token.head.pos in ("NOUN", "PROPN", "PRON"):
            if token.tag == "VBN":
                return by_agent(token)
            if token.dep == "relcl":
                return token.head
            owner = subject_of_noun(token.head, moved) if token.head.lemma in words("source_documents") else None
            return owner or (token.head if token.tag == "VBG" else subject_of_noun(token.head, moved))
        if token.dep == "xcomp":
            controlled = next((c for c in token.head.children if c.dep in ("dobj", "dative") and c.i < token.i), None)
            if controlled is not None:
                return controlled
        if token.dep not in CLAUSE_LINKS or token.head is token:
            return None
        token = token.head
    return None


def by_agent(verb: Token) -> Token | None:
    """Whoever stands behind `by`."""
    for child in verb.children:
        if child.dep == "agent" or (child.dep == "prep" and child.lower == "by"):
            return next((c for c in child.children if c.dep == "pobj"), None)
    return None


def subject_of_noun(noun: Token, moved: Mapping[int, Token] = NOWHERE) -> Token | None:
    """The owner of a claim or a plan: a possessive, `by …`, or the subject of the verb it is an object of."""
    for child in noun.children:
        if child.dep == "poss":
            if child.tag == "PRP$" and noun.dep == "dobj" and noun.head.pos == "VERB":
                return subject_of(noun.head, moved) or child
            return child
    by = by_agent(noun) or _held_among(noun)
    if by is not None:
        return by
    if noun.dep in ("dobj", "attr") and noun.head.pos in ("VERB", "AUX"):
        return subject_of(noun.head, moved)
    if noun.dep == "pobj" and noun.head.dep == "prep" and noun.head.head.pos == "VERB" and noun.head.lower in CARRYING:
        return subject_of(noun.head.head, moved)
    if noun.dep == "conj":
        return subject_of_noun(noun.head, moved)
    return next((c for c in noun.children if c.dep in ("compound", "amod") and c.ent), None)


def _held_among(noun: Token) -> Token | None:
    """`a fear among voters`, `criticism from the left`."""
    near = [noun, noun.head] if noun.dep in ("attr", "dobj") else [noun]
    for token in near:
        for child in token.children:
            if child.dep == "prep" and child.lower in HOLDERS:
                return next((c for c in child.children if c.dep == "pobj"), None)
    return None


def noun_before(verb: Token, tokens: Sequence[Token]) -> Token | None:
    """Where the parser gives a finite verb no subject: the noun phrase that begins a clause before it.

    Behind an introduction (`Alarmed by the unrest in Nevada, Senator Reid said`) it may hang on that instead.
    """
    before = [t for t in tokens if t.i < verb.i]
    commas = {t.i for t in before if t.text == ","}
    for token in before:
        if token.dep in ("conj", "appos") and token.pos in ("NOUN", "PROPN") and token.head.dep == "pobj":
            edge = min([token.i, *(c.i for c in token.children if c.dep in LEFT and c.i < token.i)])
            if edge - 1 in commas:
                return token
    for token in reversed(before):
        if token.pos in ("NOUN", "PROPN", "PRON") and token.dep in ("nsubj", "nsubjpass", "ROOT", "npadvmod", "dep"):
            return token
        if token.dep == "compound" and token.head is verb and token.pos in ("NOUN", "PROPN"):
            return token
    return None
