"""The records that pass from step to step: plain strings, numbers and offsets, immutable, no spaCy objects.

Offsets are half-open character offsets into `Article.text`: `text[start:end]` is what the record says. `rule` is the
name of the rule that made a record, as the code has it; `shown` says whether pages, charts, networks and statements
show it (`readers/confidence`).
"""

from collections.abc import Container
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from analysis.codebook.study import Codebook


class Span(NamedTuple):
    """A half-open range of characters of an article's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that could not be read; `start` and `end` are None where it concerns the whole article."""

    stage: str
    message: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """Where, when and by which agency a story was filed. `date` is an ISO date or None."""

    start: int
    end: int
    place: str | None = None
    date: str | None = None
    agency: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """Words of a text that can be found again when offsets move: by themselves and by what stands before and behind,
    whose white space is folded."""

    start: int
    end: int
    quote: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One thing that a reader mends in one article.

    `table` and `action` say what is done (`analysis.corrections.ACTIONS`). `at` are the words of the row: the content
    of a quotation, the evidence of a stance, mentions of an actor. `to` are the words it goes to: new bounds, a mention
    of the actor that it is merged into. `source`, `cue`, `holder` and `target` are words too; the rest is what the row
    is to say.
    """

    correction_id: str
    article_id: str
    table: str
    action: str
    at: tuple[Anchor, ...]
    to: tuple[Anchor, ...] = ()
    source: Anchor | None = None
    cue: Anchor | None = None
    holder: Anchor | None = None
    target: Anchor | None = None
    name: str | None = None
    kind: str | None = None
    role: str | None = None
    polarity: str | None = None
    who: str = ""
    when: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article as read, before any language analysis.

    `paragraphs` are those of the body, in order: the headline and page furniture (bylines, reading times,
    captions, copyright lines) are not among them, and the first one begins behind an inline dateline.
    `agency` is who sent it, where no dateline says so; `subjects` are codes and names of what it is about, `version`
    its number, as an agency or archive gave them. `corrections` are what its readers mended, `codebook` the study it
    is read for.
    """

    article_id: str
    text: str
    source: str = ""
    headline: Span | None = None
    paragraphs: tuple[Span, ...] = ()
    furniture: tuple[Span, ...] = ()
    byline: str | None = None
    dateline: Dateline | None = None
    published: date | None = None
    url: str | None = None
    outlet: str | None = None
    agency: str | None = None
    subjects: tuple[str, ...] = ()
    version: str | None = None
    problems: tuple[Problem, ...] = ()
    corrections: tuple[Correction, ...] = ()
    codebook: Codebook | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A span that names somebody or something, before it is known who bears it.

    `kind` is one of person, organization, country, group, place, work. `role` is the span of a title or role that
    stands beside the name ("Turkish Defence Minister").
    """

    start: int
    end: int
    text: str
    kind: str
    role: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Somebody's words, thoughts or wishes: source span, cue span, content spans (several where it is split).

    `kind` is direct, mixed or indirect; `cue_sort` speech, thought, perception, ...; `status` said, not_said or
    hypothetical; `within` the index of the quotation that holds this one, in the tuple that both stand in. `nobody`
    is true where the source is a pronoun or the like (`who`, `one of them`) and it is not known whom it means.
    """

    content: tuple[Span, ...]
    kind: str
    source: Span | None = None
    cue: Span | None = None
    cue_sort: str | None = None
    status: str = "said"
    within: int | None = None
    nobody: bool = False
    confidence: float = 1.0
    rule: str = ""
    shown: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Somebody or something that an article speaks of, once, under its fullest name.

    `kind` is one of person, organization, country, group, place, issue, work. `aliases` are all forms of the name in
    the text, `country` the English name of the country that it belongs to or is.
    """

    entity_id: str
    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    role: str | None = None
    country: str | None = None
    confidence: float = 1.0
    rule: str = ""
    shown: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place where an entity is mentioned; `form` is name, nominal or pronoun. Unresolved: `entity_id` None."""

    start: int
    end: int
    text: str
    form: str
    entity_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A role that the text gives an entity, and the country or organization it is a role in."""

    entity_id: str
    role: str
    start: int
    end: int
    of_id: str | None = None
    confidence: float = 1.0
    rule: str = ""
    shown: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Everybody and everything in an article: entities, their mentions in text order, their roles."""

    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    roles: tuple[Role, ...] = ()

    def only(self, keys: Container[str | None]) -> "Cast":
        """The entities of these ids, with their mentions and roles."""
        tables = {name: getattr(self, name) for name in ("entities", "mentions", "roles")}
        return Cast(**{name: tuple(one for one in rows if one.entity_id in keys) for name, rows in tables.items()})


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """Who stands where on whom or what.

    `polarity` is support, oppose or neutral, `score` runs from -1 to 1, `basis` is quotation, action or
    description, `said_by_id` the entity that reports it (None: the writer), `quotation` the index of the
    quotation it stands in, `evidence` the clause or sentence that a reader should check.
    """

    holder_id: str
    target_id: str
    polarity: str
    score: float
    basis: str
    evidence: Span
    holder: Span | None = None
    target: Span | None = None
    cue: Span | None = None
    said_by_id: str | None = None
    quotation: int | None = None
    confidence: float = 1.0
    rule: str = ""
    shown: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """A TIMEX3: `type` is DATE, TIME, DURATION or SET, `value` its normal form, `day` an ISO date or None.

    `anchor` says what the value was resolved against ("published", "dateline", "2020-01-12"), None if it needs nothing.
    """

    start: int
    end: int
    text: str
    type: str
    value: str
    day: str | None = None
    anchor: str | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What somebody does, or what happens, in a sentence that has a date.

    `date` is the index of the time expression, `first` and `last` the ISO days it runs from and to. `actors` are the
    entities that act, `actor` the words for who acts; where that is no entity, `action` has them too.
    `to_come` is None where it is not known which day today is in the article.
    """

    date: int
    first: str
    last: str
    action: tuple[Span, ...]
    actors: tuple[str, ...] = ()
    actor: Span | None = None
    to_come: bool | None = None
    confidence: float = 1.0
    rule: str = ""
    shown: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleReading:
    """All that was read from one article; `sources` holds the entities behind each quotation's source.

    `model` is the name and version of the spaCy pipeline.
    """

    article: Article
    sentences: tuple[Span, ...] = ()
    n_words: int = 0
    cast: Cast = field(default_factory=Cast)
    quotations: tuple[Quotation, ...] = ()
    sources: tuple[tuple[str, ...], ...] = ()
    stances: tuple[Stance, ...] = ()
    dates: tuple[TimeExpression, ...] = ()
    problems: tuple[Problem, ...] = ()
    model: str | None = None
    events: tuple[Event, ...] = ()
