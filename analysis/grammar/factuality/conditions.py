"""Clauses that only suppose what they tell: `if …`, `should they …`, `provided that …`, `would have said`."""

from analysis.grammar.tokens import FINITE, HELPERS, SUBJECTS, VERBAL, Token
from analysis.lexicon import words


def is_supposed(word: Token) -> bool:
    """`if …`, `should they …`, `provided that …`, or a verb that goes on with such a clause; not `until …`."""
    if word.has("mark", words=words("conditions", sort="conjunction") - {"whether"}):
        return True
    return word.pos in VERBAL and (_is_inverted(word) or _is_opened(word) or _goes_on(word))


def _is_inverted(verb: Token) -> bool:
    """`should Norway leave, …`, `had Norway left, …`; no main clause (`nor had Norway left`)."""
    if verb.dep not in ("ccomp", "advcl", "conj"):
        return False
    if verb.lower in words("conditions", sort="inverted"):  # `were Norway to leave`
        return verb is verb.subtree()[0]
    first = next((child for child in verb.children if child.pos not in ("PUNCT", "SPACE", "CCONJ")), verb)
    return first.dep in HELPERS and verb.has(*SUBJECTS) and first.lower in words("conditions", sort="inverted")


def _is_opened(verb: Token) -> bool:
    """`provided that Norway leaves`, `in case Norway leaves`, `on condition that Norway leaves`."""
    nouns = words("conditions", sort="noun")
    near = [word.i + 1 for word in (verb.head, *verb.head.children) if opens_condition(word)]
    if near and verb.subtree()[0].i in near:
        return True
    bare = [noun for child in verb.those("prep") for noun in child.children if noun.lower in nouns]
    if any(noun.i < verb.i and not noun.children for noun in bare):
        return True
    that = verb.has("mark", "advmod", words={"that"})
    return that and verb.head.lower in nouns and verb.head.dep == "pobj"


def _goes_on(verb: Token) -> bool:
    """`if Norway stays calm and Finland leaves, …`: a finite verb without subject behind an `if` that hangs on it."""
    if verb.tag not in FINITE or verb.has(*SUBJECTS):
        return False
    return any(child.i < verb.i and is_supposed(child) for child in verb.those("advcl"))


def is_contrary(word: Token) -> bool:
    """`would have said`, `should have said`: contrary to fact; not `may have said`."""
    helpers = {child.lower for child in word.those("aux")}
    return "have" in helpers and bool(helpers & {"would", "could", "should", "'d", "’d", "ought"})


def opens_condition(word: Token) -> bool:
    """`provided`, `assuming` without subject or auxiliary."""
    return word.lower in words("conditions", sort="participle") and not word.has("aux", *SUBJECTS)
