"""Noun phrases: where one begins and ends, what its head is, whether it is definite; asked by all readers."""

from collections.abc import Sequence

from analysis.grammar.tokens import SUBJECTS, Token
from analysis.lexicon import words

CLAUSES = frozenset({"relcl", "acl", "advcl", "punct", "dep", "parataxis"})  # hang on a phrase, but are none of it
EDGES = frozenset({"_SP", "``", "''"})  # white space and quotation marks
OUTSIDE = frozenset({"punct", "cc", "preconj"})
MODIFIERS = frozenset({"compound", "amod", "nmod"})


def phrase(head: Token) -> list[Token]:
    """The noun phrase of a head as one run of tokens, with what is coordinated with it, without the clauses on it."""
    inside, waiting = {head.i: head}, [head]
    while waiting:
        token = waiting.pop()
        outside = CLAUSES if token is head else frozenset()
        below = [c for c in token.children if c.tag not in EDGES and (c.dep not in outside or _links(c))]
        inside.update((child.i, child) for child in below)
        waiting.extend(below)
    first = last = head.i
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    return [inside[i] for i in range(first, last + 1)]


def _links(mark: Token) -> bool:
    """The hyphen of a word (`27-year-old`, `Min-seo`), the comma of a list (`Norway, Sweden and Finland`)."""
    listed = (child.subtree()[0].i for child in mark.head.those("conj"))
    return mark.tag in ("HYPH", "NNP") or (mark.text == "," and mark.i + 1 in listed)


def first_word(head: Token) -> Token:
    """The first token of the noun phrase, left of its head: article, possessive and modifiers, no `when` or `how`."""
    before = (c for c in head.lefts if c.dep not in OUTSIDE and not any(g.tag == "WRB" for g in c.children))
    first = next(before, None)
    return head if first is None else first_word(first)


def head_of(tokens: Sequence[Token]) -> Token:
    """The token of a phrase whose own head stands outside, or is itself; the last one if there is no such."""
    inside = {token.i for token in tokens}
    return next((token for token in tokens if token.head.i not in inside or token.head is token), tokens[-1])


def modifiers(head: Token) -> list[Token]:
    """The adjectives and nouns before a noun that tell its sort: `gas tax` in `the gas tax`."""
    return [child for child in head.lefts if child.dep in MODIFIERS]


def is_definite(token: Token) -> bool:
    """Whether the, this or that stands before a noun."""
    return token.has("det", words=("the", "this", "that"))


def is_main_subject(token: Token) -> bool:
    """Whether a token is the subject of its sentence's main verb."""
    return token.dep in SUBJECTS and token.head.dep == "ROOT"


def beside(tokens: list[Token], token: Token) -> list[Token]:
    """What a noun stands in apposition to, the nearest first, or has in apposition: `Ann Holm, the mayor`."""
    if token.dep != "appos":
        return [child for child in token.rights if child.dep == "appos"]
    first = first_word(token).i
    near = [tokens[first - 2]] if first > 1 and tokens[first - 1].text == "," else []
    return [*near, token.head]


def equated(noun: Token) -> list[Token]:
    """What grammar makes one with a noun, by apposition or by `be`: `Ann Holm, the mayor`, `the winner is Ann Holm`."""
    found = noun.those("appos")
    if noun.dep == "appos":
        found.append(noun.head)
    if noun.dep == "attr" or (noun.dep == "nsubj" and noun.head.lemma == "be"):
        found += noun.head.those("nsubj" if noun.dep == "attr" else "attr")
    return found


def is_aged(token: Token) -> bool:
    """`the 54-year-old`: somebody by age alone."""
    return token.lower == "old" and any(child.lower == "year" for child in token.lefts)


def is_quantified(token: Token) -> bool:
    """`no lawyer`, `every nurse`, `any voter`: a phrase that speaks of nobody in particular."""
    return any(child.lower in ("no", "every", "each", "any", "either", "neither") for child in token.lefts)


def modifiers_of(token: Token) -> tuple[str, ...]:
    """The adjectives and nouns before a noun that tell its sort, lower case: `undocumented` immigrants, not `many`."""
    before = (child for child in modifiers(token) if child.tag != "CD")
    return tuple(child.lower for child in before if child.lower not in words("quantifiers"))
