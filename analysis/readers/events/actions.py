"""What an action is built on: a verb with whoever acts in it, or a noun with its owner."""

from typing import NamedTuple

from analysis.grammar.clauses import conjuncts, own_subject, resolved, subject
from analysis.grammar.tokens import RELATIVES, TIMES, VERBAL, Token
from analysis.lexicon import rows, words


class Action(NamedTuple):
    """The word that an action is built on, a verb or a noun, and the heads of its subject."""

    head: Token
    subject: tuple[Token, ...] = ()


def of_verb(verb: Token) -> Action | None:
    """The action of a clause, with its subject; what a relative clause is about counts where it stands before it.

    None where nobody tells who or what it is (`what happened on Monday`)."""
    found = subject(verb)
    if found is None:
        return Action(verb)
    meant = resolved(found)
    if meant.tag in RELATIVES:
        return None
    described = meant is not found or (verb.dep in ("acl", "relcl") and own_subject(verb) is None)
    return Action(verb, tuple(noun for noun in conjuncts(meant) if noun.i < verb.i or not described))


def of_noun(noun: Token) -> Action | None:
    """The action of a noun that happens, with its owner (`Norway's visit`)."""
    if not is_event(noun):
        return None
    owner = next((child for child in noun.those("poss") if child.ent not in TIMES), None)
    return Action(noun, tuple(conjuncts(owner)) if owner else ())


def is_event(noun: Token) -> bool:
    """Whether a noun names what takes place: `vote`, `talks`."""
    return noun.lemma.lower() in words("event_nouns") or noun.lower in words("event_nouns")


def is_grave(verb: Token) -> bool:
    """Whether a verb tells of crime, punishment or death: `was convicted`, `found guilty`, `killed`, `died`."""
    with_it = {"", *(child.lower for child in verb.children)}
    return verb.pos in VERBAL and any(
        row["verb"] == verb.lemma and row["with"] in with_it for row in rows("grave_verbs")
    )


def is_sure(verb: Token) -> bool:
    """Whether a grave verb's subject is its own, or that of one it goes on with (`was arrested and charged`)."""
    shared = verb.dep == "conj" and is_grave(verb.head) and is_sure(verb.head)
    return shared or own_subject(verb) is not None
