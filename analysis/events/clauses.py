"""The action that a word hangs on, and who acts in it."""

from typing import NamedTuple

from analysis.lexicon import rows
from analysis.syntax import Token

VERBS = frozenset({"VERB", "AUX"})
NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
WITHIN = frozenset({"amod", "compound", "nmod", "poss", "nummod"})  # a date before its noun
CHAINED = frozenset({"xcomp", "aux", "auxpass", "acomp", "attr"})
RELATIVES = frozenset({"WDT", "WP", "WP$", "WRB"})


class Action(NamedTuple):
    """The word that an action is built on, a verb or a noun, and the heads of its subject."""

    head: Token
    subject: tuple[Token, ...] = ()


def action_behind(token: Token) -> Action | None:
    """What a time is counted from that ends in `after` or `before`: that is what happened then."""
    if token.lower not in ("after", "before"):
        return None
    if token.dep == "mark" and token.head.pos in VERBS:
        return _of_verb(token.head)
    below = next((child for child in token.children if child.dep in ("pobj", "pcomp")), None)
    if below is None:
        return None
    return _of_verb(below) if below.pos in VERBS else Action(below)


def action_of(token: Token, *, by_day: bool, teller: Token | None = None) -> Action:
    """The action that a time expression hangs on by its head; `by_day` where it names a day, not a year or a month.

    `teller` is the verb of saying that it belongs to, where that is known.

    A date behind a noun counts as the verb's: parsers often hang it on the object. One before a noun, or in a
    participle behind it, is the noun's own (`the 2008 election`, `a conference due on Sunday`); a day's noun that acts
    stands for the clause (`Sunday's talks failed`).
    """
    if teller is not None:
        return _of_verb(teller)
    below = token
    for word in token.ancestors():
        if word.pos in VERBS and word.dep != "prep":  # not `compared with`, `according to`
            if word.dep == "acl" and word.head.pos in NOUNS:
                return _of_noun(word.head)
            if word.dep not in CHAINED or word.head.pos not in VERBS:
                return _of_verb(word)
        elif word.dep == "amod" and word.pos == "ADJ" and word.head.pos in NOUNS and word.i > word.head.i:
            return _of_noun(word.head)
        elif word.pos in NOUNS and below.dep in WITHIN and word.dep not in WITHIN:
            return _of_noun(word, acts=by_day)
        below = word
    return _of_verb(below) if below.pos in VERBS else Action(below)


def is_acting(token: Token) -> bool:
    """Whether a token is a predicate with a subject of its own."""
    if token.pos not in VERBS or token.dep in ("aux", "auxpass", "xcomp", "amod", "compound"):
        return False
    return bool(_own_subject(token))


def subject_of(verb: Token) -> tuple[Token, ...]:
    """The heads of a verb's subject: its own, the noun that a relative clause or participle says it of, or the one
    of the verb above it."""
    for _ in range(6):
        own = _own_subject(verb)
        if own and own[0].tag in RELATIVES and verb.dep == "relcl":
            return _joined(_meant(verb, own[0]))
        if own:
            return own
        if verb.dep in ("acl", "relcl") and verb.head.pos in NOUNS:
            return _joined(verb.head) if verb.dep == "acl" and verb.tag in ("VBN", "VBG") else ()
        above = next((word for word in verb.ancestors() if word.pos in VERBS), None)
        if above is None or verb.dep not in ("xcomp", "advcl", "conj", "pcomp", "acomp", "attr", "aux"):
            return ()
        verb = above
    return ()


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


def _of_verb(verb: Token) -> Action:
    return Action(verb, subject_of(verb))


def _of_noun(noun: Token, *, acts: bool = False) -> Action:
    """A noun that a date belongs to; where it `acts`, as the subject of a clause, it stands for the clause."""
    if acts and noun.dep in SUBJECTS and noun.head.pos in VERBS:
        return _of_verb(noun.head)
    owner = next((child for child in noun.children if child.dep == "poss" and child.ent not in ("DATE", "TIME")), None)
    return Action(noun, _joined(owner) if owner else ())


def _own_subject(verb: Token) -> tuple[Token, ...]:
    found = next((child for child in verb.children if child.dep in SUBJECTS), None)
    return _joined(found) if found else ()


def _joined(noun: Token) -> tuple[Token, ...]:
    """A noun and those joined to it by `and`."""
    found = [noun]
    while more := next((child for child in found[-1].children if child.dep == "conj"), None):
        found.append(more)
    return tuple(found)
