"""Every row of an article with all that it belongs to, so that a choice shows what else follows from it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from analysis.charts.days import days_of
from analysis.pages.linked.choice import ALL, Choice, keys_of, sentences_of
from analysis.pages.marks import article_of
from analysis.reading import Reading
from analysis.tables.plain import rows

Spans = Iterable[Sequence[int]]


class Row(NamedTuple):
    """What a click on a row chooses, what it belongs to (ids, `holder>target`, days, sentences), the kinds that must be
    on, and how sure it is."""

    chooses: str
    of: frozenset[str]
    kinds: tuple[str, ...] = ()
    confidence: float = 1.0
    shown: bool = True

    def visible(self, least: float | None, kinds: Iterable[str]) -> bool:
        """Whether it is shown: sure enough (None: as measured for its table), and of kinds that are on."""
        sure = self.shown if least is None else self.confidence >= least
        return sure and set(self.kinds) <= set(kinds)


@dataclass(frozen=True)
class Linked:
    """The rows of one article, and what each belongs to.

    A choice of an actor goes by ids; that of a quotation, pair, day or word also by place: what stands in the words
    quoted, in the evidence, in the same sentence.
    """

    reading: Reading

    @cached_property
    def article(self) -> Any:
        """The row of the article."""
        return article_of(self.reading)

    @cached_property
    def sentences(self) -> list[tuple[str, int, int]]:
        """Key and span of each sentence."""
        return list(sentences_of(self.reading))

    @cached_property
    def entities(self) -> dict[str, Any]:
        """The rows of entities by id."""
        return {row.entity_id: row for row in rows(self.reading.entities)}

    @cached_property
    def mentions(self) -> list[Any]:
        """The rows of mentions that have an entity."""
        return [row for row in rows(self.reading.mentions) if row.entity_id in self.entities]

    @cached_property
    def quotations(self) -> list[Any]:
        """The rows of quotations."""
        return rows(self.reading.quotations)

    @cached_property
    def stances(self) -> list[Any]:
        """The rows of stances."""
        return rows(self.reading.stances)

    @cached_property
    def dates(self) -> list[Any]:
        """The rows of dates that fall on a day or have an event."""
        dated = {row.date_id for row in self.events}
        return [row for row in rows(self.reading.dates) if row.day or row.date_id in dated]

    @cached_property
    def events(self) -> list[Any]:
        """The rows of events."""
        return rows(self.reading.events)

    @cached_property
    def days(self) -> dict[str, str]:
        """The day or period of each date, by its id."""
        found = {row.date_id: period(row) for row in self.events}
        return {row.date_id: found.get(row.date_id) or row.day for row in self.dates}

    @cached_property
    def rows(self) -> dict[str, Row]:
        """All rows by key: e1, m1, q1, s1, d1, v1, and n0 for a sentence."""
        found = {key: Row(key, frozenset((key,))) for key, _, _ in self.sentences}
        for part in (self._mentions(), self._quotations(), self._stances(), self._dates(), self._events()):
            found |= part
        return found | self._entities(found)

    def keys(self, choice: Choice) -> set[str]:
        """What a choice is called in the rows that belong to it."""
        words = {key: self.article.text[start:end] for key, start, end in self.sentences}
        return keys_of(choice, sorted(set(self.days.values())), words)

    def _in(self, spans: Spans) -> set[str]:
        """The sentences that some spans touch, and the days in them."""
        spans = list(spans)
        keys = {key for key, start, end in self.sentences if any(a < end and start < b for a, b in spans)}
        return keys | {day for key in keys for day in self._days_by_sentence.get(key, ())}

    @cached_property
    def _days_by_sentence(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for row in self.dates:
            for key, start, end in self.sentences:
                if start <= row.start < end:
                    found.setdefault(key, set()).add(self.days[row.date_id])
        return found

    def _quoting(self, start: int, end: int) -> set[str]:
        """The quotations whose words some characters are among."""
        return {r.quotation_id for r in self.quotations if any(a < end and start < b for a, b in r.content_spans)}

    def _pairs_at(self, start: int, end: int, entities: Iterable[str] | None = None) -> set[str]:
        """The pairs whose evidence touches some characters; only those of some entities, where they are given."""
        return {
            pair_of(row)
            for row in self.stances
            if row.evidence_start < end and start < row.evidence_end
            if entities is None or {row.holder_id, row.target_id} & set(entities)
        }

    def _mentions(self) -> dict[str, Row]:
        quoting = {row.quotation_id: (row.source_start, row.source_end) for row in self.quotations}
        found = {}
        for row in self.mentions:
            entity = self.entities[row.entity_id]
            sources = {key for key, (a, b) in quoting.items() if a is not None and a < row.end and row.start < b}
            places = self._quoting(row.start, row.end) | self._pairs_at(row.start, row.end, [row.entity_id])
            of = {row.entity_id} | sources | places | self._in([(row.start, row.end)])
            found[row.mention_id] = Row(row.entity_id, frozenset(of), (entity.kind,), entity.confidence, entity.shown)
        return found

    def _entities(self, found: Mapping[str, Row]) -> dict[str, Row]:
        of: dict[str, set[str]] = {key: {key} for key in self.entities}
        for row in self.mentions:
            of[row.entity_id] |= found[row.mention_id].of
        for row in self.quotations:
            for source in set(row.source_ids) & of.keys():
                of[source].add(row.quotation_id)
        for row in self.stances:
            for side in {row.holder_id, row.target_id} & of.keys():
                of[side].add(pair_of(row))
        return {
            key: Row(key, frozenset(of[key]), (row.kind,), row.confidence, row.shown)
            for key, row in self.entities.items()
        }

    def _quotations(self) -> dict[str, Row]:
        found = {}
        for row in self.quotations:
            pairs = {pair_of(s) for s in self.stances if s.quotation_id == row.quotation_id or _inside(s, row)}
            of = {row.quotation_id, *row.source_ids} | pairs | self._in(row.content_spans)
            kinds = (manner_of(row), *self._kinds(row.source_ids))
            found[row.quotation_id] = Row(row.quotation_id, frozenset(of), kinds, row.confidence, row.shown)
        return found

    def _stances(self) -> dict[str, Row]:
        found = {}
        for row in self.stances:
            said = {q.quotation_id for q in self.quotations if q.quotation_id == row.quotation_id or _inside(row, q)}
            of = {row.stance_id, row.holder_id, row.target_id, pair_of(row)} | said
            of |= self._in([(row.evidence_start, row.evidence_end)])
            kinds = (row.polarity, *self._kinds((row.holder_id, row.target_id)))
            found[row.stance_id] = Row(pair_of(row), frozenset(of), kinds, row.confidence, row.shown)
        return found

    def _dates(self) -> dict[str, Row]:
        actors = {row.date_id: row.actor_ids for row in self.events}
        found = {}
        for row in self.dates:
            day = self.days[row.date_id]
            of = {day, *actors.get(row.date_id, ())} | self._around(row)
            found[row.date_id] = Row(day, frozenset(of), ("date",))
        return found

    def _events(self) -> dict[str, Row]:
        dates = {row.date_id: row for row in self.dates}
        found = {}
        for row in self.events:
            of = {period(row), *row.actor_ids} | self._around(dates[row.date_id])
            found[row.event_id] = Row(period(row), frozenset(of), ("date",), row.confidence, row.shown)
        return found

    def _around(self, date: Any) -> set[str]:
        sentence = {key for key, start, end in self.sentences if start <= date.start < end}
        return sentence | self._quoting(date.start, date.end) | self._pairs_at(date.start, date.end)

    def _kinds(self, entities: Iterable[str]) -> list[str]:
        return list(dict.fromkeys(self.entities[key].kind for key in entities if key in self.entities))


class State(NamedTuple):
    """What is chosen, from which confidence on rows are shown (None: as measured), and which kinds of rows."""

    choice: Choice
    least: float | None = None
    kinds: Sequence[str] = ALL


@dataclass(frozen=True)
class View:
    """An article's rows in a state: which are visible, and which of these belong to what is chosen."""

    linked: Linked
    state: State

    @cached_property
    def visible(self) -> set[str]:
        """The keys of the rows that are shown."""
        return {key for key, row in self.linked.rows.items() if row.visible(self.state.least, self.state.kinds)}

    @cached_property
    def lit(self) -> set[str]:
        """The keys of those that belong to what is chosen."""
        wanted = self.linked.keys(self.state.choice)
        return {key for key in self.visible if self.linked.rows[key].of & wanted}

    def rows(self, *keys: str) -> str:
        """The attributes of an element that stands for some rows: it is off where none is visible, else lit or not."""
        found = self.visible.intersection(keys)
        state = "off" if not found else "lit" if found & self.lit else ""
        return f'data-rows="{" ".join(keys)}"' + (f' data-state="{state}"' if state else "")

    def confidences(self, keys: Iterable[str]) -> list[float]:
        """How sure each of the visible among some rows is."""
        return [self.linked.rows[key].confidence for key in keys if key in self.visible]


def pair_of(row: Any) -> str:
    """What the pair of a stance is called."""
    return f"{row.holder_id}>{row.target_id}"


def period(row: Any) -> str:
    """The day of an event, or its first and last."""
    return "/".join(dict.fromkeys(days_of(row)))


def manner_of(row: Any) -> str:
    """The kind of a quotation; what is not said but thought, wanted or found is a thought."""
    return row.kind if row.cue_sort in (None, "speech") else "thought"


def _inside(stance: Any, quotation: Any) -> bool:
    """Whether the words that show a stance stand in the words quoted."""
    known = stance.cue_start is not None
    first, last = (stance.cue_start, stance.cue_end) if known else (stance.evidence_start, stance.evidence_end)
    return any(start <= first and last <= end for start, end in quotation.content_spans)
