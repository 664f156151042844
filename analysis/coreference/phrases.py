"""The noun phrase of a noun: where it begins, whether it is definite."""

from analysis.syntax import Token


def is_definite(token: Token) -> bool:
    """Whether the, this or that stands before a noun."""
    return any(child.lower in ("the", "this", "that") and child.dep == "det" for child in token.children)


def first_word(token: Token) -> Token:
    """The first token of the noun phrase, left of its head."""
    found = token
    while found.lefts and found.lefts[0].dep not in ("punct", "cc", "preconj"):
        found = found.lefts[0]
    return found


def is_quantified(token: Token) -> bool:
    """`no lawyer`, `every nurse`, `any voter`: a phrase that speaks of nobody in particular."""
    return any(child.lower in ("no", "every", "each", "any", "either", "neither") for child in token.lefts)
