"""Whom a pronoun cannot be, by its place in the sentence: another argument of its verb, a phrase that holds it.

After principles B and C of Chomsky, "Lectures on Government and Binding" (1981).
"""

from analysis.grammar.clauses import subject
from analysis.grammar.tokens import Token
from analysis.readers.actors.phrases import SUBJECTS

CLAUSES = frozenset({"VERB", "AUX"})
APART = frozenset({"conj", "appos", "amod", "advmod", "acl", "relcl"})  # of a phrase, not inside it: `Hale and her son`


def clash(pronoun: Token, other: Token) -> bool:
    """Two arguments of one verb are not the same, unless the pronoun is reflexive; nor is a phrase a part of itself."""
    if _owner_of(pronoun) is other:
        return True
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
    if _verb_of(pronoun) is not above:
        return False
    return (other.head is above and other.dep != "poss") or (pronoun.dep not in SUBJECTS and subject(above) is other)


def _owner_of(pronoun: Token) -> Token | None:
    """Whose deed a noun is that has the pronoun behind a preposition: `Hale's attacks on him`."""
    noun = pronoun.head.head if pronoun.dep == "pobj" and pronoun.head.dep == "prep" else None
    return next((child for child in noun.lefts if child.dep == "poss"), None) if noun is not None else None


def _verb_of(token: Token) -> Token:
    """The verb that a noun phrase is an argument of, through prepositions."""
    above = token.head
    while above.pos == "ADP" and above.head is not above:
        above = above.head
    return above
