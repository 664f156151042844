"""What an action is built on: a verb with whoever acts in it, or a noun with its owner."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from analysis.grammar.factuality import SUBJECTS, VERBS
from analysis.grammar.tokens import FINITE, TIMES, Sentence, Token
from analysis.lexicon import rows
from analysis.readers.quotations.boundaries import reattached
from analysis.readers.quotations.sources import noun_before

NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
RELATIVES = frozenset({"WDT", "WP", "WP$", "WRB"})
CLIMBED = frozenset({"xcomp", "advcl", "conj", "pcomp", "acomp", "attr", "aux"})
FARTHEST = 6


class Action(NamedTuple):
    """The word that an action is built on, a verb or a noun, and the heads of its subject."""

    head: Token
    subject: tuple[Token, ...] = ()


@dataclass(frozen=True, slots=True)
class Scope:
    """A sentence's tokens, and its verbs that go on with another one than the parser says."""

    tokens: Sequence[Token]
    moved: Mapping[int, Token]

    @classmethod
    def of(cls, sentence: Sentence) -> "Scope":
        """The scope of one sentence."""
        return cls(sentence.tokens, reattached(sentence))


def is_acting(token: Token) -> bool:
    """Whether a token is a predicate with a subject of its own."""
    if token.pos not in VERBS or token.dep in ("aux", "auxpass", "xcomp", "amod", "compound"):
        return False
    return bool(_own_subject(token))


def of_verb(verb: Token, scope: Scope) -> Action:
    """The action of a clause, with its subject."""
    return Action(verb, subject_of(verb, scope))


def of_noun(noun: Token) -> Action:
    """The action that a noun names, with its owner (`Norway's decision`)."""
    owner = next((child for child in noun.children if child.dep == "poss" and child.ent not in TIMES), None)
    return Action(noun, _joined(owner) if owner else ())


def subject_of(verb: Token, scope: Scope) -> tuple[Token, ...]:
    """The heads of a verb's subject: its own, the noun that a relative clause or participle says it of, or the one
    of the verb that it goes on with or depends on."""
    for _ in range(FARTHEST):
        own = _own_subject(verb)
        if own and own[0].tag in RELATIVES and verb.dep == "relcl":
            return tuple(noun for noun in _joined(_meant(verb, own[0])) if noun.i < verb.i)
        if own:
            return own
        if verb.dep in ("acl", "relcl") and verb.head.pos in NOUNS:
            described = verb.dep == "acl" and verb.tag in ("VBN", "VBG")
            return tuple(noun for noun in _joined(verb.head) if noun.i < verb.i) if described else ()
        above = scope.moved.get(verb.i) or next((word for word in verb.ancestors() if word.pos in VERBS), None)
        if above is None or (verb.dep not in CLIMBED and verb.i not in scope.moved):
            return _misplaced(verb, scope)
        verb = above
    return ()


def _misplaced(verb: Token, scope: Scope) -> tuple[Token, ...]:
    """The subject of a finite verb whose subject the parser hangs elsewhere: on an aside (`The bridge, built in 1920,
    was closed`), or on a date (`On Friday, Norway, short of money, left`)."""
    helpers = [child for child in verb.children if child.dep in ("aux", "auxpass")]
    if not any(word.tag in FINITE for word in (verb, *helpers)):
        return ()
    for child in verb.children:
        if child.dep == "advcl" and child.i < verb.i and child.tag in ("VBN", "VBG"):
            own = _own_subject(child)
            if own and own[0].i < child.i:
                return own
    noun = noun_before(verb, scope.tokens) if verb.dep == "ROOT" else None
    return _joined(noun) if noun is not None and noun.ent not in TIMES else ()


def _meant(verb: Token, pronoun: Token) -> Token:
    """The noun that a relative clause is about: no name, where it says `that` or tells what befalls things
    (`a truce set up by Oslo and Rome, which began on Sunday`)."""
    noun = verb.head
    if noun.pos != "PROPN" or not (pronoun.lower == "that" or _is_happening(verb)):
        return noun
    for word in noun.ancestors():
        if word.pos == "NOUN":
            return word
        if word.pos in VERBS and word.dep != "acl":
            break
    return noun


def _is_happening(verb: Token) -> bool:
    parts = {word.lower for child in verb.children for word in (child, *child.children)}
    return any(row["verb"] == verb.lemma and (not row["with"] or row["with"] in parts) for row in rows("happenings"))


def _own_subject(verb: Token) -> tuple[Token, ...]:
    found = next((child for child in verb.children if child.dep in SUBJECTS), None)
    return _joined(found) if found else ()


def _joined(noun: Token) -> tuple[Token, ...]:
    """A noun and those joined to it by `and`."""
    found = [noun]
    while more := next((child for child in found[-1].children if child.dep == "conj"), None):
        found.append(more)
    return tuple(found)
