"""What grammar alone says of a pronoun: whom it cannot be, when it stands for nothing, when its noun follows.

Whom it cannot be is after principles B and C of Chomsky, "Lectures on Government and Binding" (1981).
"""

from analysis.grammar.clauses import subject
from analysis.grammar.tokens import SUBJECTS, VERBAL, Token
from analysis.lexicon import words

APART = frozenset({"conj", "appos", "amod", "advmod", "acl", "relcl"})  # of a phrase, not inside it: `Hale and her son`
CLAUSAL = frozenset({"ccomp", "xcomp", "advcl", "acl", "csubj"})


def clash(pronoun: Token, other: Token) -> bool:
    """Two arguments of one verb are not the same, unless the pronoun is reflexive; nor is a phrase a part of itself."""
    noun = pronoun.head.head if pronoun.dep == "pobj" and pronoun.head.dep == "prep" else None
    if noun is not None and noun.child("poss", behind=False) is other:  # `Hale's attacks on him`
        return True
    below, above = pronoun, pronoun.head
    while above.pos not in VERBAL and above.head is not above:
        if above is other:
            return below.dep not in APART
        below, above = above, above.head
    if above is other:
        return below.dep not in APART
    if pronoun.dep == "poss":
        return other.head is pronoun.head and other.dep == "poss"
    if pronoun.lower.endswith(("self", "selves")):
        return False
    if _verb_of(pronoun) is not above:
        return False
    return other.head is above or (pronoun.dep not in SUBJECTS and subject(above) is other)


def _verb_of(token: Token) -> Token:
    """The verb that a noun phrase is an argument of, through prepositions."""
    above = token.head
    while above.pos == "ADP" and above.head is not above:
        above = above.head
    return above


def is_ahead(pronoun: Token, other: Token) -> bool:
    """`In his speech, Smith said`: the subject of the clause that a leading phrase belongs to.

    Not of a tag behind what is said: `he will resign, Smith said` speaks of somebody named before.
    """
    if other.dep not in SUBJECTS or other.head.i < pronoun.i:
        return False
    below = pronoun
    for above in pronoun.ancestors():
        if above is other.head:
            return below.dep != "ccomp"
        below = above
    return False


def is_empty(token: Token) -> bool:
    """`It is clear that`, `it seems`, `make it hard to`: an it that stands for nothing."""
    if token.lower != "it":
        return False
    verb = token.head
    if verb.lemma in words("verb_sorts", sort="empty subject"):
        return True
    after = [child for child in verb.children if child.i > token.i]
    if token.dep == "nsubj" and verb.pos == "ADJ":  # made it clear that
        return any(child.dep in CLAUSAL for child in (*after, *verb.head.rights) if child is not verb)
    if token.dep == "nsubjpass":
        return any(child.dep in ("ccomp", "csubj") for child in after)
    if verb.lemma in ("be", "become", "remain"):
        complement = next((c for c in after if c.dep in ("acomp", "attr", "oprd")), None)
        if complement is None:
            return any(c.dep in CLAUSAL for c in after)
        clauses = any(c.dep in CLAUSAL or c.dep == "relcl" for c in (*complement.children, *after))
        return clauses and complement.lower not in words("actor_adjectives")
    return token.dep in SUBJECTS and verb.lemma in ("take", "make") and "ccomp" in {c.dep for c in after}
