"""Clauses that only suppose or leave open what they tell."""

from analysis.grammar.tokens import FINITE, Token
from analysis.lexicon import words

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
VERBS = frozenset({"VERB", "AUX"})
CARRIED = frozenset({"conj", "ccomp", "xcomp"})  # what stands so under a supposed clause is supposed too


def is_conditional(verb: Token) -> bool:
    """Whether a clause only supposes or leaves open what it tells: `if …`, `whether …`, `should they …`, or what goes
    on with such a clause. A bound in time (`until …`) is no condition."""
    word = verb
    while not _is_supposed(word):
        if word.dep not in CARRIED or word.head.pos not in VERBS:
            return False
        word = word.head
    return True


def _is_supposed(verb: Token) -> bool:
    marked = any(
        child.dep == "mark" and child.lower in words("conditions", sort="conjunction") for child in verb.children
    )
    return marked or _is_inverted(verb) or _is_opened(verb) or _goes_on(verb)


def _is_inverted(verb: Token) -> bool:
    """`should Norway leave, …`, `had Norway left, …`; no main clause (`nor had Norway left`)."""
    if verb.dep not in ("ccomp", "advcl", "conj"):
        return False
    if verb.lower in words("conditions", sort="inverted"):  # `were Norway to leave`
        return verb is verb.subtree()[0]
    subject = next((child for child in verb.children if child.dep in SUBJECTS), None)
    first = next((child for child in verb.children if child.pos not in ("PUNCT", "SPACE", "CCONJ")), None)
    if subject is None or first is None or first.dep not in ("aux", "auxpass"):
        return False
    return first.lower in words("conditions", sort="inverted") and first.i < subject.i < verb.i


def _is_opened(verb: Token) -> bool:
    """`provided that Norway leaves`, `in case Norway leaves`, `on condition that Norway leaves`."""
    nouns = words("conditions", sort="noun")
    first = verb.subtree()[0].i
    for word in (verb.head, *verb.head.children):
        if word.i == first - 1 and word.lower in words("conditions", sort="participle"):
            return not any(child.dep in SUBJECTS or child.dep == "aux" for child in word.children)
    bare = [noun for child in verb.children if child.dep == "prep" for noun in child.children if noun.lower in nouns]
    if any(noun.i < verb.i and not noun.children for noun in bare):
        return True
    that = any(child.lower == "that" and child.dep in ("mark", "advmod") for child in verb.children)
    return that and verb.dep in ("relcl", "acl") and verb.head.lower in nouns and verb.head.dep == "pobj"


def _goes_on(verb: Token) -> bool:
    """`if Norway stays calm and Finland leaves, …`: a finite verb without subject behind an `if` that hangs on it."""
    if verb.tag not in FINITE or any(child.dep in SUBJECTS for child in verb.children):
        return False
    return any(child.dep == "advcl" and child.i < verb.i and _is_supposed(child) for child in verb.children)
