"""Who does what on a day: the actions that time expressions hang on."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import NamedTuple

from analysis.grammar.clauses import by_phrase, is_finite, is_passive
from analysis.grammar.factuality import expects, tense
from analysis.grammar.phrases import head_of, is_definite, phrase
from analysis.grammar.tokens import TIMES, VERBAL, Parse, Token
from analysis.lexicon import words
from analysis.readers.dates import bounds, looks_ahead, reference_day, words_of
from analysis.readers.events.actions import (
    WITHIN,
    Action,
    action_behind,
    action_of,
    is_base,
    is_grave,
    is_range,
    is_sure,
)
from analysis.readers.events.wording import wording
from analysis.readers.quotations.marks import Quote, find_quotes, overlapping
from analysis.records import Article, Cast, Event, Mention, Span, TimeExpression

__all__ = ["find_events"]

ACTORS = frozenset({"person", "organization", "country", "group"})
CONTENTS = frozenset({"ccomp", "xcomp", "acomp", "oprd"})
POINTING = frozenset({"it", "them", "this", "these"})  # what is done to it is told before
PARTIES = frozenset({"PERSON", "NORP", "ORG", "GPE"})  # of the model
LONGEST, MONTH = timedelta(366), timedelta(31)  # of what has a place in a chronology: no decades


class _Dated(NamedTuple):
    """A time expression that the calendar knows: its number, its first and last day, its tokens, the action it
    hangs on, the rule that says so, and whether it stands in the headline."""

    index: int
    first: date
    last: date
    tokens: list[Token]
    head: Token
    action: Action | None
    rule: str
    headline: bool


class _Actors(NamedTuple):
    """The shortest mention of an actor that a token stands in, by the token's number; and those by name, or by all that
    is known of somebody unnamed (`a Paris baker`)."""

    at: dict[int, Mention]
    named: set[Mention]


def find_events(article: Article, parse: Parse, cast: Cast, dates: tuple[TimeExpression, ...]) -> tuple[Event, ...]:
    """The actions that dates hang on, in text order.

    An action is a clause's predicate with its objects, or a noun that the date belongs to (`Sunday's talks`). What is
    denied, supposed or wished is none, nor what is of another tense than its day. It does not say that a thing has
    happened: what is reported or planned is one.
    """
    actors = _actors(parse, cast)
    today = reference_day(article)[0] or _anchored(dates)
    events: list[Event] = []
    quotes = find_quotes(article)
    for _, group in groupby(_dated(article, parse, dates), key=lambda one: one.head.sent):
        found = list(group)
        dated = frozenset(token.i for one in found if one.head.dep not in WITHIN for token in one.tokens)
        known: set[tuple[int, date, date]] = set()  # `mid-morning on Thursday` is told once
        for one in found:
            apart = one.action and _is_aside(one, one.action.head, article.text, quotes)
            if one.action and one.action.head not in one.tokens and not apart and _fits(one, one.action.head, today):
                key = (one.action.head.i, one.first, one.last)
                if key in known:
                    continue
                known.add(key)
                event = _event(one, one.action, dated, actors, today)
                events += [event] if event.action and _tells(event, one.action, article.text) else []
    return tuple(events)


def _fits(one: _Dated, head: Token, today: date | None) -> bool:
    """Whether the action's tense fits its day: nobody `left` next week, or `is leaving` last week, and what one `does
    today` is done these days. Headlines tell what is past in the present."""
    if head.pos not in VERBAL:
        return True
    told = tense(head)
    these_days = one.tokens[-1].lower == "today" and not one.headline
    if told == "present" and these_days and head.tag != "VBG" and not expects(head):
        return False
    if today and one.first <= today <= one.last:
        return True
    if today is None:
        return told != "perfect"
    if one.first > today:
        return told in ("ahead", "present", None) or looks_ahead(one.tokens[-1])
    return told in ("past", None) or (told == "present" and one.headline)


def _is_aside(one: _Dated, head: Token, text: str, quotes: Sequence[Quote]) -> bool:
    """Whether a date stands in somebody's words, which are a quotation and tell no event (`"Not this year," she said`),
    or in brackets that the action behind it is no part of."""
    last = one.tokens[-1].end
    return bool(overlapping(quotes, last - 1, last)) or ")" in text[last : head.start].partition("(")[0]


def _anchored(dates: tuple[TimeExpression, ...]) -> date | None:
    """The full date of the text that the others were resolved against, where there is one."""
    full = {row.day for row in dates if row.day and row.anchor is None}
    return next((date.fromisoformat(row.anchor) for row in dates if row.anchor in full), None)


def _tells(event: Event, action: Action, text: str) -> bool:
    """Whether an action can be understood by itself: not `Norway said`, `said at a rally`, `reversed it`, nor `leaving
    the pact` by nobody, nor `It was`."""
    head, told = action.head, [word for start, end in event.action for word in text[start:end].split()]
    verbal = head.pos in VERBAL and not is_finite(head)
    if len(told) == 1:
        return bool(event.actors) and not verbal and head.lemma not in words_of("telling")
    if head.lemma == "be" and [word.lower for word in action.subject] == ["it"]:  # `It was on Monday that …`
        return False
    objects = head.those("dobj", *CONTENTS)
    mute = head.lemma == "say" and not objects and "that" not in told and event.action == tuple(sorted(event.action))
    if mute or (objects and all(word.pos == "PRON" and word.lower in POINTING for word in objects)):
        return False
    return bool(event.actors) or not verbal or bool(action.subject)


def _dated(article: Article, parse: Parse, dates: tuple[TimeExpression, ...]) -> Iterator[_Dated]:
    """The dates of headline and body that the calendar knows; a dateline tells of no action."""
    line = article.dateline
    for index, row in enumerate(dates):
        days = bounds(row.value) if row.type in TIMES else None
        if days is None or days[1] - days[0] >= LONGEST or (line and line.start <= row.start < line.end):
            continue
        tokens, length = parse.within((row.start, row.end)), days[1] - days[0]
        if is_range(tokens[0], tokens[-1], parse.tokens) or (length and is_base(tokens[0], parse.tokens)):
            continue
        head, behind = head_of(tokens), action_behind(tokens[-1])
        action = behind or action_of(head, by_day=not length, by_month=length < MONTH)
        rule, headline = "action_behind" if behind else "action_of", parse.sentences[head.sent].paragraph < 0
        yield _Dated(index, *days, tokens, head, action, rule, headline)


def _event(one: _Dated, action: Action, dated: frozenset[int], actors: _Actors, today: date | None) -> Event:
    """An action as a record; `dated` are the tokens of dates. Of what is grave nobody is said who is not surely meant:
    whoever it befell must be its own subject, and named there."""
    known = [mention for word in action.subject if (mention := _meant(word, actors))]
    by = by_phrase(action.head) if action.subject and not known and is_passive(action.head) else None
    if by is not None and (agent := _meant(by, actors)):
        known = [agent]
    grave = is_grave(action.head)
    if grave and not (is_sure(action.head) and actors.named.issuperset(known)):
        known = []
    unsaid = by is not None or len(known) != len(action.subject) or not known
    own = action.head.dep != "pcomp" and not (grave and not is_sure(action.head))
    told = _words(action, dated) if own and not known else ()
    return Event(
        date=one.index,
        first=one.first.isoformat(),
        last=one.last.isoformat(),
        action=wording(action, dated, with_subject=unsaid and own),
        actors=tuple(dict.fromkeys(mention.entity_id for mention in known)),
        actor=Span(known[0].start, known[-1].end) if known else Span(told[0].start, told[-1].end) if told else None,
        rule=one.rule,
        to_come=_to_come(one, today),
    )


def _words(action: Action, dated: frozenset[int]) -> Sequence[Token]:
    """Those of people or of an organization that do something and are no actors of the article (`a lawyer`); none of a
    thing (`hopes dimmed`), nor with a day in them."""
    subject = action.subject[:1] if action.head.pos in VERBAL and not is_passive(action.head) else ()
    found = phrase(subject[0]) if any(map(_is_party, subject)) else []
    return () if any(token.i in dated for token in found) else found


def _is_party(noun: Token) -> bool:
    """Whether a noun is one for people or for an organization, or a name of one; `the lawyer`, of whom no more is said,
    is most often one who is named."""
    people, of = words("person_nouns"), {"kind": "organization"}
    groups = words("group_nouns") | words("generic_nouns", **of) | words("unnamed_nouns", **of)
    if noun.lemma.lower() in people - groups:
        return noun.tag not in ("NN", "NNP") or not is_definite(noun) or noun.has("acl", "poss", "prep", "relcl")
    return noun.lemma.lower() in groups or (noun.pos == "PROPN" and noun.ent in PARTIES)


def _meant(subject: Token, actors: _Actors) -> Mention | None:
    """The actor that a subject mentions, or that is named in apposition to it: `a spokesman, Bo Lind, said`."""
    beside = (actors.at.get(child.i) for child in subject.those("appos"))
    return actors.at.get(subject.i) or next((one for one in beside if one in actors.named), None)


def _to_come(one: _Dated, today: date | None) -> bool | None:
    """By the calendar; by the tense where the day is today. Where it is not known which day today is, only what is told
    as past or future is known to be so."""
    if today is None:
        ahead = looks_ahead(one.tokens[-1], headline=one.headline)
        return ahead if ahead or (one.action and tense(one.action.head) == "past") else None
    if one.first > today or one.last < today:
        return one.first > today
    if one.action and one.action.head.tag == "VBG" and tense(one.action.head) == "present" and one.first < one.last:
        return False  # `are moving this week`
    return looks_ahead(one.tokens[-1], headline=one.headline)


def _actors(parse: Parse, cast: Cast) -> _Actors:
    """The mentions of persons, organizations, countries and groups."""
    entities = {entity.entity_id: entity for entity in cast.entities if entity.kind in ACTORS}
    found = _Actors({}, set())
    for mention in sorted(cast.mentions, key=lambda mention: mention.start - mention.end):
        entity = entities.get(mention.entity_id)
        if entity is None:
            continue
        found.at.update((token.i, mention) for token in parse.within((mention.start, mention.end)))
        if mention.form == "name" or entity.name.lower() in mention.text.lower():
            found.named.add(mention)
    return found
