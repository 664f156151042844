"""The action that a time expression hangs on."""

from analysis.grammar.conditions import VERBS
from analysis.grammar.factuality import factuality, reverses
from analysis.grammar.tokens import SUBJECTS, TIMES, Token
from analysis.lexicon import words
from analysis.readers.events.actions import NOUNS, Action, of_noun, of_verb

WITHIN = frozenset({"amod", "compound", "nmod", "poss", "nummod"})  # a date before its noun
CHAINED = frozenset({"xcomp", "aux", "auxpass", "acomp", "attr"})
SHARING = frozenset({"in", "at", "during", "on"})  # what is done in a meeting is done on its day
APART = frozenset({"after", "before", "since", "following", "until", "despite", "than", "amid", "beyond"})
TURNED_TO = frozenset({"contrast", "response", "reaction", "prior", "ahead", "because", "reference", "according"})


def is_told(head: Token) -> bool:
    """Whether an action is told of as done or to come, not supposed, wished or denied; `did not fail to leave` is."""
    told = factuality(head)
    undone = told.denied and not (reverses(head) and head.has("xcomp"))
    return not (undone or told.unreal or told.wished)


def action_behind(token: Token) -> Action | None:
    """What a time is counted from that ends in `after` or `before`: that is what happened then."""
    if token.lower not in ("after", "before"):
        return None
    if token.dep == "mark" and token.head.pos in VERBS:
        return of_verb(token.head)
    below = token.child("pobj", "pcomp")
    if below is None:
        return None
    return of_verb(below) if below.pos in VERBS else of_noun(below)


def action_of(token: Token, *, by_day: bool) -> Action | None:
    """The action that a time expression hangs on by its head; `by_day` where it names a day, not a year or a month.

    None where it only tells things apart (`the 2016 nominee`), and where the clause merely supposes what it tells.
    """
    found = _climbed(token, by_day=by_day)
    return found if found is not None and is_told(found.head) else None


def _climbed(token: Token, *, by_day: bool) -> Action | None:
    """A date behind a noun counts as the verb's: parsers often hang it on the object. One before a noun, or in a
    participle behind it, is the noun's own (`the 2008 election`, `a conference due on Sunday`)."""
    below = token
    for word in token.ancestors():
        if word.pos in VERBS and word.dep != "prep":  # not `compared with`, `according to`
            if word.dep == "acl" and word.head.pos in NOUNS:
                return _described(word) if is_told(word) else None
            if word.dep not in CHAINED or word.head.pos not in VERBS:
                return of_verb(word)
        elif word.dep == "amod" and word.pos == "ADJ" and word.head.pos in NOUNS and word.i > word.head.i:
            return _named(word.head)
        elif word.pos in NOUNS and below.dep in WITHIN and word.dep not in WITHIN:
            return _before_noun(word, by_day=by_day)
        elif word.pos == "NOUN" and below.dep not in WITHIN and _stands_apart(word, by_day=by_day):
            return of_noun(word)
        below = word
    if below.pos in VERBS:
        return of_verb(below)
    return of_noun(below) if _is_event(below) or below.ent in ("PERSON", "ORG", "GPE", "NORP") else None


def _described(participle: Token) -> Action | None:
    """`a poll released on Friday` is a thing of that day; `Smith, speaking on Friday` is Smith's doing."""
    noun = participle.head
    if noun.pos != "NOUN" and participle.tag in ("VBG", "VBN"):
        return of_verb(participle)
    return _named(noun)


def _named(noun: Token) -> Action | None:
    """The action of a noun that says what it is: no period, no sum."""
    measured = noun.ent in (*TIMES, "MONEY", "PERCENT", "QUANTITY", "CARDINAL") or noun.pos == "PRON"
    return None if measured else of_noun(noun)


def _before_noun(noun: Token, *, by_day: bool) -> Action | None:
    """`Sunday's talks failed`, `said in a Friday interview`: the clause's day; else the noun's own, if it happens."""
    verb = noun.head
    if by_day and noun.dep in SUBJECTS and verb.pos in VERBS:
        return of_verb(verb)
    if by_day and noun.dep == "pobj" and verb.lower in SHARING and verb.head.pos in VERBS:
        over = verb.head
        while over.dep in CHAINED and over.head.pos in VERBS:
            over = over.head
        return of_verb(over)
    return of_noun(noun) if _is_event(noun) else None


def _is_event(noun: Token) -> bool:
    return noun.lemma.lower() in words("event_nouns") or noun.lower in words("event_nouns")


def _stands_apart(noun: Token, *, by_day: bool) -> bool:
    """Whether a date behind a noun is the noun's: `after the vote on Sunday, …`, `to explain her loss in 2008`."""
    if not _is_event(noun):
        return False
    over = noun.head
    if noun.dep == "dobj":
        return not by_day and over.has("aux", words={"to"})
    while over.dep in ("prep", "pobj", "pcomp") or over.lower in TURNED_TO:
        if over.lower in APART or over.lower in TURNED_TO:
            return True
        over = over.head
    return False
