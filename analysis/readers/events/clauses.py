"""What an action is built on: a verb with whoever acts in it, or a noun with its owner."""

from typing import NamedTuple

from analysis.grammar.clauses import conjuncts, own_subject, resolved, subject
from analysis.grammar.conditions import VERBS
from analysis.grammar.tokens import TIMES, Token

NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
RELATIVES = frozenset({"WDT", "WP", "WP$", "WRB"})


class Action(NamedTuple):
    """The word that an action is built on, a verb or a noun, and the heads of its subject."""

    head: Token
    subject: tuple[Token, ...] = ()


def is_acting(token: Token) -> bool:
    """Whether a token is a predicate with a subject of its own."""
    if token.pos not in VERBS or token.dep in ("aux", "auxpass", "xcomp", "amod", "compound"):
        return False
    return own_subject(token) is not None


def of_verb(verb: Token) -> Action:
    """The action of a clause, with its subject; what a relative clause is about counts where it stands before it."""
    found = subject(verb)
    if found is None:
        return Action(verb)
    meant = resolved(found)
    described = meant is not found or (verb.dep in ("acl", "relcl") and own_subject(verb) is None)
    return Action(verb, tuple(noun for noun in conjuncts(meant) if noun.i < verb.i or not described))


def of_noun(noun: Token) -> Action:
    """The action that a noun names, with its owner (`Norway's decision`)."""
    owner = next((child for child in noun.those("poss") if child.ent not in TIMES), None)
    return Action(noun, tuple(conjuncts(owner)) if owner else ())
