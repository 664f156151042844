"""What an action is built on, a verb with whoever acts in it or a noun with its owner, and what happens beside it."""

from collections.abc import Iterator
from typing import NamedTuple

from analysis.grammar.clauses import conjuncts, own_subject, resolved, subject
from analysis.grammar.conditions import VERBS
from analysis.grammar.tokens import FUTURE, TIMES, Token
from analysis.lexicon import rows

NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
RELATIVES = frozenset({"WDT", "WP", "WP$", "WRB"})
MEANWHILE = frozenset({"as", "when", "while"})


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


def is_grave(verb: Token) -> bool:
    """Whether a verb tells of crime, punishment or death: `was convicted`, `found guilty`, `killed`, `died`."""
    with_it = {"", *(child.lower for child in verb.children)}
    return verb.pos in VERBS and any(
        row["verb"] == verb.lemma and row["with"] in with_it for row in rows("grave_verbs")
    )


def is_sure(verb: Token) -> bool:
    """Whether a grave verb's subject is its own, or that of one it goes on with (`was arrested and charged`)."""
    shared = verb.dep == "conj" and is_grave(verb.head) and is_sure(verb.head)
    return shared or own_subject(verb) is not None


def is_beside(verb: Token, other: Token) -> bool:
    """Whether a verb tells of the time of another: coordinated with it, or over or under its `as`, `when` or `while`,
    and of the same tense. What is said, what describes somebody, what holds at all times does not."""
    tense = _tense(verb)
    return tense is not None and tense == _tense(other) and (verb in _joined(other) or other in _joined(verb))


def _joined(verb: Token) -> Iterator[Token]:
    """The verbs that a verb is coordinated with or accompanies, upwards."""
    word = verb
    while word.dep == "conj" and word.head.pos in VERBS:
        word = word.head
        yield word
    if word.dep == "advcl" and word.has("mark", "advmod", words=MEANWHILE):
        yield word.head


def _tense(verb: Token) -> str | None:
    """`past` or `ahead`; None for the present and for what had been before."""
    if verb.has("aux", words=FUTURE):
        return "ahead"
    if verb.tag == "VBD" and not verb.has("aux", words={"had"}):
        return "past"
    return "past" if verb.has("aux", "auxpass", words={"was", "were", "did"}) else None
