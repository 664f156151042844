"""What a time expression hangs on: a verb with whoever acts in it, or a noun with its owner."""

from typing import NamedTuple

from analysis.grammar.clauses import (
    conjuncts,
    controller,
    is_finite,
    is_passive,
    objects,
    own_subject,
    resolved,
    subject,
)
from analysis.grammar.factuality import expects, factuality, reverses, tense
from analysis.grammar.lexemes import verbs_of
from analysis.grammar.tokens import DASHES, HELPERS, NOMINAL, RELATIVES, SUBJECTS, TIMES, VERBAL, Token
from analysis.lexicon import rows, words

WITHIN = frozenset({"amod", "compound", "nmod", "poss", "nummod"})  # a date before its noun
CHAINED = frozenset({"xcomp", "aux", "auxpass", "acomp", "attr"})
ON = frozenset({"on", "in", "at", "during", "over", "around", "about", "throughout", "of"})  # other words set bounds
WOULD = frozenset({"would", "'d", "’d"})
NOT = frozenset({"not", "n't", "n’t"})
SHARING = frozenset({"in", "at", "during", "on"})  # what is done in a meeting is done on its day
APART = frozenset({"after", "before", "since", "following", "until", "despite", "than", "amid", "beyond", "pending"})
BASES = frozenset({"from", "versus", "against"})  # `fell from 50 in May`: what is counted now is compared with that
SETTING_OUT = frozenset({"beginning", "starting"})  # `beginning this week` is a bound, as `since` is
BESIDE = frozenset({"follow", "precede"})  # their day is that of either of two
MEANING = frozenset({"mark", "raise", "reflect", "represent", "underscore"})  # and the cues of evidence: `shows`
TOPICS = frozenset({"of", "about", "over", "with", "into", "from", "against"})  # what is told of has a day of its own
TURNED_TO = frozenset({"contrast", "response", "reaction", "prior", "ahead", "because", "reference", "according"})


class Action(NamedTuple):
    """The word that an action is built on, a verb or a noun, and the heads of its subject."""

    head: Token
    subject: tuple[Token, ...] = ()


def of_verb(verb: Token) -> Action | None:
    """The action of a clause, with its subject; what a relative clause is about counts where it stands before it.

    None where nobody tells who or what it is (`what happened on Monday`, `what he said on Monday`)."""
    if verb.has(words={"what", "whatever"}):
        return None
    found = subject(verb)
    if _is_contested(verb) or (verb.lemma == "do" and not objects(verb)):
        return None
    if found is None:
        return Action(verb)
    if found.ent in TIMES or not found.text[0].isalnum():
        return None
    meant = resolved(found)
    if meant.tag in RELATIVES:
        return None
    described = meant is not found or (verb.dep in ("acl", "relcl") and own_subject(verb) is None)
    return Action(verb, tuple(noun for noun in conjuncts(meant) if noun.i < verb.i or not described))


def _is_contested(verb: Token) -> bool:
    """`Holm named cuts that came late and hurt Oslo`: nobody can tell whether Holm or the cuts hurt it."""
    if verb.dep != "conj" or own_subject(verb) is not None:
        return False
    between = [word for word in verb.head.subtree() if verb.head.i < word.i < verb.i]
    clauses = [word for word in between if word.dep == "relcl" and word.tag == verb.tag and word.has(*SUBJECTS)]
    return bool(clauses) and all(word.text != "," for word in between if word.i > clauses[-1].i)


def of_noun(noun: Token) -> Action | None:
    """The action of a noun that happens, with its owner (`Norway's visit`)."""
    if not is_event(noun):
        return None
    owner = next((child for child in noun.those("poss") if child.ent not in TIMES), None)
    return Action(noun, tuple(conjuncts(owner)) if owner else ())


def _action(word: Token) -> Action | None:
    return of_verb(word) if word.pos in VERBAL else of_noun(word)


def is_event(noun: Token) -> bool:
    """Whether a noun names what takes place: `vote`, `talks`."""
    return noun.lemma.lower() in words("event_nouns") or noun.lower in words("event_nouns")


def is_grave(verb: Token) -> bool:
    """Whether a verb tells of crime, punishment or death: `was convicted`, `found guilty`, `killed`, `died`."""
    with_it = {"", *(child.lower for child in verb.children)}
    told = any(row["verb"] == verb.lemma and row["with"] in with_it for row in rows("grave_verbs"))
    return told and verb.pos in VERBAL


def is_sure(verb: Token) -> bool:
    """Whether a grave verb's subject is its own, or that of one it goes on with (`was arrested and charged`)."""
    shared = verb.dep == "conj" and is_grave(verb.head) and is_sure(verb.head)
    return shared or own_subject(verb) is not None


def is_told(head: Token) -> bool:
    """Whether an action is told of as done or to come, not supposed, wished, denied, a duty or merely possible; `did
    not fail to leave` is, and what somebody said would be done."""
    told = factuality(head)
    undone = told.denied and not (reverses(head) and head.has("xcomp"))
    may = told.possible and not any(word.has("aux", words=WOULD) for word in (head, *head.ancestors()))
    return not (undone or told.unreal or told.wished or told.obliged or may)


def is_range(first: Token, last: Token, tokens: list[Token]) -> bool:
    """Whether a date is an end of a range: `May 3-5`."""
    before, after, further = (tokens[min(max(i, 0), len(tokens) - 1)] for i in (first.i - 1, last.i + 1, last.i + 2))
    begun = before.text in DASHES and before.end == first.start and tokens[before.i - 1].text.isdigit()
    return begun or (after.text in DASHES and after.start == last.end and further.text.isdigit())


def is_base(first: Token, tokens: list[Token]) -> bool:
    """Whether a period is that of a number with which one is compared: `to 60 tons in May from 50 tons in April`."""
    before = tokens[max(first.i - 1, 0)]
    before = tokens[max(before.i - 1, 0)] if before.dep == "prep" else before
    chain = (before, *before.ancestors())
    above = next((one for one in chain if one.pos in VERBAL or (one.dep == "prep" and one.lower != "of")), before)
    below = (word for child in above.those("pobj") for word in child.subtree())  # `from 50 tons`; not `from a port`
    return above.lower in BASES and any(word.tag == "CD" and word.ent not in TIMES for word in below)


def action_behind(token: Token) -> Action | None:
    """What a time is counted from that ends in `after` or `before`: that is what happened then."""
    if token.lower not in ("after", "before"):
        return None
    below = token.head if token.dep == "mark" else token.child("pobj", "pcomp")
    return _action(below) if below is not None else None


def action_of(token: Token, *, by_day: bool, by_month: bool) -> Action | None:
    """The action that a time expression hangs on by its head; `by_day` where it names a day, `by_month` where a month
    or less.

    None where it is a bound or a comparison (`until 2047`, `compared with May`), tells things apart (`the 2016
    nominee`), is itself told of (`Monday is a holiday`), and where the clause merely supposes what it tells.
    """
    if not _is_when(token):
        return None
    if token.dep == "pobj" and token.head.lower == "of" and is_event(token.head.head):  # `the rallies of May`
        return of_noun(token.head.head)
    found = _climbed(token, by_day=by_day) if by_month else _straight(token)
    if found is None or _is_bare(found.head) or _is_of_subject(token, found) or found.head.lemma in BESIDE:
        return None
    return found if is_told(found.head) else None


def _is_of_subject(token: Token, action: Action) -> bool:
    """`The tweet on Monday raises questions`: a day behind a subject that only means something is the subject's own."""
    verb, first = action.head, action.subject[0] if action.subject else None
    between = first is not None and first.i < token.i < verb.i and first.tag in ("NN", "NNS")
    return between and verb.pos in VERBAL and _means(verb)


def _is_bare(verb: Token) -> bool:
    """`is willing to leave on Monday`; not `is due to leave`, `no choice but to leave`."""
    return verb.tag == "VB" and verb.dep != "pcomp" and not is_finite(verb) and not expects(verb.head)


def _is_when(token: Token) -> bool:
    """Whether a date says when, not from when, until when or than when."""
    while token.dep in ("conj", "appos") and token.head.ent == token.ent:
        token = token.head
    over = token.head
    if any(word.lower in SETTING_OUT and not word.has(*HELPERS, *SUBJECTS) for word in (over, over.head)):
        return False
    if token.dep == "pobj" and over.lower == "until":  # `not until Friday`
        return any(word.has("neg", "advmod", "preconj", words=NOT) for word in (over, over.head))
    return token.dep not in SUBJECTS and (token.dep != "pobj" or over.lower in ON)


def _straight(token: Token) -> Action | None:
    """A year or a season tells when something was done that it hangs straight on (`won in 2009`)."""
    over = _governing(token.head.head if token.dep == "pobj" else token.head, "xcomp")
    return of_verb(over) if over.pos in VERBAL and is_finite(over) else None


def _governing(verb: Token, *links: str) -> Token:
    """`hoped to win`: the verb that a chain of verbs hangs on."""
    while verb.dep in links and verb.head.pos in VERBAL:
        verb = verb.head
    return verb


def _climbed(token: Token, *, by_day: bool) -> Action | None:
    """A date behind a noun counts as the verb's: parsers often hang it on the object. One before a noun is the noun's
    own, one of a participle behind it the participle's (`Friday's vote`, `a poll released on Sunday`)."""
    below = token
    for word in token.ancestors():
        if word.pos in VERBAL and word.dep != "prep":  # not `compared with`, `according to`
            if by_day and _is_manner(word, token):
                continue
            if word.dep == "pcomp" and word.head.lower in TOPICS:  # `accused Hall of leaving on Monday`
                return None
            if word.dep not in CHAINED or word.head.pos not in VERBAL or controller(word) is not None:
                return of_verb(word)
        elif word.dep == "amod" and word.pos == "ADJ" and word.head.pos in NOMINAL and word.i > word.head.i:
            return of_noun(word.head)
        elif word.pos in NOMINAL and below.dep in WITHIN and word.dep not in WITHIN:
            return _before_noun(word, by_day=by_day)
        elif word.pos in ("NOUN", "PROPN") and below.dep not in WITHIN and _stands_apart(word, by_day=by_day):
            return of_noun(word)
        elif word.dep == "prep" and word.lower in APART and below is not token:  # `the least since a drop in May`
            return None
        below = word
    return _action(below)


def _is_manner(verb: Token, day: Token) -> bool:
    """Whether a participle's day is that of the clause around it: `Speaking on Monday, Hall said`, `sent a letter
    Monday asking for help`."""
    bare = verb.tag in ("VBG", "VBN") and not verb.has("mark", *HELPERS, *SUBJECTS)
    between = verb.i < verb.head.i or verb.head.i < day.i < verb.i
    return bare and between and verb.dep == "advcl" and verb.head.pos in VERBAL


def _before_noun(noun: Token, *, by_day: bool) -> Action | None:
    """`Sunday's talks failed`, `said in a Friday interview`: the clause's day; else the noun's own, if it happens."""
    verb = noun.head
    if noun.dep in SUBJECTS and verb.pos in VERBAL and by_day and _does(verb):
        return of_verb(verb)
    if by_day and noun.dep == "pobj" and verb.lower in SHARING and verb.head.pos in VERBAL:
        return of_verb(_governing(verb.head, *CHAINED))
    return of_noun(noun)


def _does(verb: Token) -> bool:
    """Whether what happens on a day does something there: `Sunday's talks failed`; not `Sunday's talks show that`,
    `are a success`, `were put off`, which says of the day no more than that talks are of it."""
    return not _means(verb) and not is_passive(verb) and tense(verb) in ("past", "ahead")


def _means(verb: Token) -> bool:
    return verb.lemma in MEANING or verb.lemma in verbs_of("evidence") or verb.lemma == "be"


def _stands_apart(noun: Token, *, by_day: bool) -> bool:
    """Whether a date behind a noun is the noun's: `after the vote on Sunday, …`, `to explain her loss in 2008`, `asked
    about the vote on Sunday`, `the talks on Sunday show that`."""
    if noun.dep in SUBJECTS and noun.head.pos in VERBAL and noun.i < noun.head.i:
        return not _does(noun.head)
    if not is_event(noun):
        return False
    over = noun.head
    if noun.dep == "dobj":
        return not by_day and over.has("aux", words={"to"})
    if noun.dep == "pobj" and over.lower in TOPICS:
        return True
    while over.dep in ("prep", "pobj", "pcomp") or over.lower in TURNED_TO:
        if over.lower in APART or over.lower in TURNED_TO:
            return True
        over = over.head
    return False
