"""Who does what on a day: the actions that time expressions hang on, and the others of the same sentences."""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby
from typing import NamedTuple

from analysis.grammar.tokens import Parse, Sentence, Token
from analysis.readers.dates.calendar import bounds
from analysis.readers.dates.context import looks_ahead, reference_day
from analysis.readers.events.beside import is_beside
from analysis.readers.events.clauses import Action, is_acting, of_verb
from analysis.readers.events.hanging import WITHIN, action_behind, action_of, is_told
from analysis.readers.events.wording import wording
from analysis.records import Article, Cast, Event, Mention, Span, TimeExpression

__all__ = ["find_events"]

ACTORS = frozenset({"person", "organization", "country", "group"})
TYPES = frozenset({"DATE", "TIME"})
LONGEST = timedelta(366)  # of what has a place in a chronology: no decades


class _Dated:
    """A time expression that the calendar knows, its tokens, and the action it hangs on."""

    def __init__(self, index: int, row: TimeExpression, days: tuple[date, date], tokens: list[Token]) -> None:
        self.index, self.row, self.tokens = index, row, tokens
        self.first, self.last = days
        inside = {token.i for token in tokens}
        self.head = next((token for token in tokens if token.head.i not in inside), tokens[-1])
        behind = action_behind(tokens[-1])
        self.rule = "action_behind" if behind else "action_of"
        self.action = behind or action_of(self.head, by_day=self.first == self.last)


def find_events(article: Article, parse: Parse, cast: Cast, dates: tuple[TimeExpression, ...]) -> tuple[Event, ...]:
    """The actions of all sentences with a date, in text order: first the one that the date hangs on.

    An action is a clause's predicate with its objects, or a noun that the date belongs to (`Sunday's talks`). What is
    denied, supposed or wished is none. It does not say that a thing has happened: what is reported or planned is one.
    """
    actors = _actors(cast)
    today = reference_day(article)[0] or _anchored(dates)
    events: list[Event] = []
    for sentence, found in _by_sentence(article, parse, dates):
        aside = frozenset(token.i for one in found if one.head.dep not in WITHIN for token in one.tokens)
        words = _Words(aside, actors)
        told = [words.event(one, one.action, "clause", today) for one in found if one.action]
        for one, action in _others(sentence, found, actors):
            event = words.event(one, action, "sentence", today)
            if not _is_bare(event, article.text):
                told.append(event)
        events.extend(event for event in told if event.action)
    return tuple(events)


def _anchored(dates: tuple[TimeExpression, ...]) -> date | None:
    """The full date of the text that the others were resolved against, where there is one."""
    full = {row.day for row in dates if row.day and row.anchor is None}
    return next((date.fromisoformat(row.anchor) for row in dates if row.anchor in full), None)


def _is_bare(event: Event, text: str) -> bool:
    """Whether nothing is told but a verb: `Norway said`."""
    return not any(char.isspace() for start, end in event.action for char in text[start:end]) and len(event.action) == 1


def _by_sentence(
    article: Article, parse: Parse, dates: tuple[TimeExpression, ...]
) -> Iterator[tuple[Sentence, list[_Dated]]]:
    """The sentences of headline and body that have a date, each with its dates; a dateline tells of no action."""
    line = article.dateline
    starts = [sentence.tokens[0].start for sentence in parse.sentences]
    placed = [
        (bisect_right(starts, row.start) - 1, index, row, days)
        for index, row in enumerate(dates)
        if row.type in TYPES
        and not (line and line.start <= row.start < line.end)
        and (days := bounds(row.value))
        and days[1] - days[0] < LONGEST
    ]
    for n, rows in groupby(placed, key=lambda entry: entry[0]):
        sentence = parse.sentences[n]
        found = [
            _Dated(index, row, days, tokens)
            for _, index, row, days in rows
            if (tokens := [t for t in sentence.tokens if t.start < row.end and t.end > row.start])
        ]
        if found:
            yield sentence, found


def _others(sentence: Sentence, found: list[_Dated], actors: "_Mentions") -> Iterator[tuple[_Dated, Action]]:
    """What other actors do in the sentence beside an action that has a date, each under that date."""
    told = {one.action.head.i for one in found if one.action}
    for token in sentence.tokens:
        if token.i in told or not is_acting(token) or not is_told(token):
            continue
        action = of_verb(token)
        one = next((one for one in found if one.action and is_beside(token, one.action.head)), None)
        if one is not None and any(actors.at(word) for word in action.subject):
            yield one, action


class _Words(NamedTuple):
    """What the events of one sentence are worded by; `dated` are the tokens of dates that no noun holds."""

    dated: frozenset[int]
    actors: "_Mentions"

    def event(self, one: _Dated, action: Action, basis: str, today: date | None) -> Event:
        """An action as a record."""
        known = [mention for word in action.subject if (mention := self.actors.at(word))]
        whole = len(known) == len(action.subject) and bool(known)
        return Event(
            date=one.index,
            first=one.first.isoformat(),
            last=one.last.isoformat(),
            action=wording(action, self.dated, with_subject=not whole and action.head.dep != "pcomp"),
            actors=tuple(dict.fromkeys(mention.entity_id for mention in known if mention.entity_id)),
            actor=Span(known[0].start, known[-1].end) if known else None,
            basis=basis,
            rule=one.rule if basis == "clause" else "is_beside",
            to_come=_to_come(one, today),
        )


def _to_come(one: _Dated, today: date | None) -> bool | None:
    """By the calendar; by the tense where the day is today, or where it is not known which day today is."""
    if today is None:
        return None
    if one.first > today or one.last < today:
        return one.first > today
    return looks_ahead(one.tokens[-1])


class _Mentions:
    """The mentions of actors, found by a token they hold."""

    def __init__(self, mentions: list[Mention]) -> None:
        self._found = sorted(mentions, key=lambda mention: (mention.start, -mention.end))
        self._starts = [mention.start for mention in self._found]

    def at(self, token: Token) -> Mention | None:
        """The shortest of the mentions nearest before a token that hold it."""
        n = bisect_right(self._starts, token.start)
        return next((m for m in reversed(self._found[max(0, n - 4) : n]) if m.end >= token.end), None)


def _actors(cast: Cast) -> _Mentions:
    kinds = {entity.entity_id: entity.kind for entity in cast.entities}
    return _Mentions([mention for mention in cast.mentions if kinds.get(mention.entity_id or "") in ACTORS])
