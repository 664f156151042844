"""What other actors do on the day of a clause: beside it, or as it happens."""

from collections.abc import Iterator

from analysis.grammar.conditions import VERBS
from analysis.grammar.tokens import FUTURE, Token

MEANWHILE = frozenset({"as", "when", "while"})


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
    if word.dep == "advcl" and any(c.lower in MEANWHILE and c.dep in ("mark", "advmod") for c in word.children):
        yield word.head


def _tense(verb: Token) -> str | None:
    """`past` or `ahead`; None for the present and for what had been before."""
    helpers = {child.lower for child in verb.children if child.dep in ("aux", "auxpass")}
    if helpers & FUTURE:
        return "ahead"
    if verb.tag == "VBD" and "had" not in helpers:
        return "past"
    return "past" if helpers & {"was", "were", "did"} else None
