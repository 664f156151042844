"""Whether a stance is turned, left open or only wished: what the factuality of its word comes to."""

from analysis.grammar.conditions import VERBS
from analysis.grammar.factuality import FORMER, Factuality, factuality, negated, reverses
from analysis.grammar.tokens import Token
from analysis.readers.stances.frames import Frame

COMPLEMENTS = frozenset({"pcomp", "acl", "dobj", "pobj", "attr"})
SELECTED = frozenset({"of", "to", "from", "on", "against", "without"})
BY_WILL = frozenset({"will", "would", "wo", "'ll", "’ll"})
FORMERLY = frozenset({"former", "onetime", "one-time", "ex", *FORMER})
ATTITUDES = frozenset({"oppose", "object", "disagree", "blame", "fault", "hate", "mind", "dislike", "fear", "doubt"})


def turned(token: Token) -> bool:
    """Whether a stance word is denied, by `not` or by what it depends on (`refused to sign`, `lack of support`)."""
    turns = factuality(token).denied
    word = token
    for _ in range(3):
        above = word.head
        if above is word or not _is_complement(word):
            break
        if word.dep in ("dobj", "pobj"):
            turns ^= reverses(above) or above.lower == "without"
            turns ^= word.dep == "dobj" and not reverses(above) and not negated(word) and factuality(above).denied
        word = above
    return turns


def _is_complement(word: Token) -> bool:
    """Whether a noun is called for by the word above it: not `in the plan`, nor `the plan passed by`."""
    if word.dep == "prep":
        return word.lower in SELECTED
    return word.dep in COMPLEMENTS and not (word.dep == "acl" and word.tag == "VBN")


def is_refused(token: Token) -> bool:
    """`refused to meet`, `cancelled a meeting`, `will not meet`: of one's own will, not only that it did not happen."""
    told = factuality(token)
    unwilling = told.withheld or token.has("aux", words=BY_WILL)
    return (told.denied and unwilling) or (token.dep == "dobj" and reverses(token.head))


def is_open(token: Token, frame: Frame) -> bool:
    """Whether a stance word shows none: nobody knows whether, it is only supposed, a harm is not done.

    `did not attack Smith` is no support of Smith, though `did not oppose Smith` is some.
    """
    told = factuality(token)
    if told.unreal:
        return True
    if token.pos != "VERB":
        return frame.sign < 0 and token.lower != "opposed" and told.denied
    if not told.denied or told.obliged:
        return False
    if frame.sign < 0:
        return token.lemma not in ATTITUDES and not told.withheld
    return frame.of == "issue" and token.has("aux", words={"can", "ca", "could"})


def clause_of(token: Token) -> Factuality:
    """How the clause around a token stands to fact."""
    return factuality(next((word for word in (token, *token.ancestors()) if word.pos in VERBS), token))


def doubted(token: Token) -> float:
    """How much of its strength a stance word keeps: less of what may be, or of what once was."""
    clause = clause_of(token)
    kept = 0.75 if clause.possible or clause.unreal else 1.0
    return kept * 0.75 if clause.former or token.has(words=FORMERLY) else kept
