"""Whether a stance is turned, left open or only wished: negation, refusal, conditions, what nobody knows."""

from analysis.grammar.tokens import Token
from analysis.lexicon import words
from analysis.readers.stances.frames import NEGATIONS, Frame

PAST = frozenset({"once", "formerly", "previously", "initially", "originally", "used"})
HEDGES = frozenset({"if", "whether", "unless", "would", "could", "might", "may"})
COMPLEMENTS = frozenset({"xcomp", "pcomp", "acl", "ccomp", "dobj", "pobj", "attr"})
SELECTED = frozenset({"of", "to", "from", "on", "against", "without"})
DOUBTERS = frozenset({"sure", "certain", "clear", "know", "say", "confirm"})
BY_WILL = frozenset({"will", "would", "wo", "'ll", "’ll"})
BY_DUTY = frozenset({"should", "must", "ought", "shall"})
SAID_OF = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})
PREDICATES = frozenset({"acomp", "attr", "oprd"})
ATTITUDES = frozenset({"oppose", "object", "disagree", "blame", "fault", "hate", "mind", "dislike", "fear", "doubt"})


def turned(token: Token) -> bool:
    """Whether a stance word is negated: by `not`, or by what it depends on (`refused to sign`, `lack of support`)."""
    flips = _nots(token) + _is_awaited(token) + _nots_of_being(token)
    word = token
    for _ in range(3):
        above = word.head
        if above is word or not _is_complement(word):
            break
        flips += above.lower == "without"
        flips += _is_denied(word) if word.dep == "ccomp" else _reverses(above)
        if above.pos == "VERB" and word.dep in ("xcomp", "dobj") and not _reverses(above):
            flips += _nots(above, below=word) > 0
        word = above
    return flips % 2 == 1


def _nots(word: Token, below: Token | None = None) -> int:
    """The negations at a word: `not`, `no longer`, `nor` before it, `neither` of what it is said of but `below`."""
    found = 0
    for child in word.children:
        grand = {inner.lower for inner in child.children}
        if child.dep == "cc" and child.i > word.i:
            continue
        found += child.dep == "neg" or child.lower in NEGATIONS - {"without"}
        found += child.lower == "longer" and "no" in grand
        found += child.dep in SAID_OF and child is not below and "neither" in grand
    if word.dep == "conj":
        found += any(child.lower == "nor" and word.head.i < child.i < word.i for child in word.head.children)
    return found


def _nots_of_being(word: Token) -> int:
    """Those of the copula whose predicate a word is: `is not opposed to`, `is no longer a supporter of`."""
    return _nots(word.head) if word.dep in PREDICATES and word.head.lemma == "be" else 0


def _is_awaited(word: Token) -> bool:
    """`has yet to sign`: neither done nor refused."""
    above = word.head
    yet = any(child.lower == "yet" for verb in (word, above) for child in verb.children)
    return word.dep == "xcomp" and above.lemma in ("have", "be", "remain") and yet


def _is_denied(word: Token) -> bool:
    """`denied that it supports`, `denied supporting`."""
    return word.dep in ("ccomp", "xcomp") and word.head.lemma in words("reversers", says="1")


def _is_complement(word: Token) -> bool:
    """Whether a word is called for by the one above it: not `in the plan`, nor `the plan passed by`."""
    if word.dep == "prep":
        return word.lower in SELECTED
    return word.dep in COMPLEMENTS and not (word.dep == "acl" and word.tag == "VBN")


def _reverses(word: Token) -> bool:
    """`refused to`, `the end of`, but not `ended up`."""
    return (
        word.lemma in words("reversers")
        and word.pos in ("VERB", "NOUN", "ADJ")
        and not any(child.dep == "prt" and child.lower == "up" for child in word.children)
    )


def is_refused(token: Token) -> bool:
    """`refused to meet`, `will not meet`: of one's own will, not only that it did not happen."""
    above = token.head
    if above is not token and token.dep in ("xcomp", "dobj", "pcomp") and _reverses(above):
        return True
    return _is_negated(token) and any(child.lower in BY_WILL and child.dep == "aux" for child in token.children)


def is_open(token: Token, frame: Frame) -> bool:
    """Whether a stance word shows none: nobody knows whether, it cannot be done, a harm is not done.

    `did not attack Smith` is no support of Smith, though `did not oppose Smith` is some.
    """
    if token.pos != "VERB":
        return frame.sign < 0 and token.lower != "opposed" and _nots_of_being(token) % 2 == 1
    if _is_unknown(token) or _is_awaited(token):
        return True
    if frame.sign < 0 and _is_denied(token) and token.lemma not in ATTITUDES:
        return True
    negated = _is_negated(token)
    if not negated or any(child.lower in BY_DUTY for child in token.children):
        return False
    if frame.sign < 0:
        return token.lemma not in ATTITUDES and not _is_turned_back(token)
    return frame.of == "issue" and any(child.lower in ("can", "ca", "could") for child in token.children)


def _is_turned_back(token: Token) -> bool:
    return token.head is not token and token.dep in COMPLEMENTS and _reverses(token.head)


def _is_negated(token: Token) -> bool:
    """By a plain `not`, of its own or of the verb that it completes."""
    verbs = [token, token.head] if token.dep == "xcomp" and token.head.pos in ("VERB", "AUX") else [token]
    return any(child.dep == "neg" for verb in verbs for child in verb.children)


def _is_unknown(verb: Token) -> bool:
    """`whether he supports it`, `is not sure that he supports it`, `has not said that he supports it`."""
    if any(child.lower == "whether" and child.dep == "mark" for child in verb.children):
        return True
    above = verb.head
    return (
        verb.dep == "ccomp"
        and above is not verb
        and (
            above.lemma in DOUBTERS or any(child.lemma in DOUBTERS and child.dep == "acomp" for child in above.children)
        )
        and any(child.dep == "neg" for child in above.children)
    )


def doubted(token: Token) -> float:
    """How much of its strength a stance word keeps: less in a condition, a question, a wish, or of what once was."""
    clause = next((word for word in (token, *token.ancestors()) if word.pos in ("VERB", "AUX")), token)
    kept = 1.0
    for child in clause.children:
        if child.lower in HEDGES and child.dep in ("mark", "aux"):
            kept = 0.75
    if any(child.text == "?" for child in clause.children):
        kept = 0.75
    if any(child.lower in PAST and child.dep in ("advmod", "amod") for child in (*token.children, *clause.children)):
        kept *= 0.75
    if any(child.lower in ("former", "onetime", "one-time", "ex") for child in token.children):
        kept *= 0.75
    return kept
