"""Corrections of rows that are named by their ids: the words that they are known by are looked up in a reading."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from analysis.corrections.anchors import anchor_of, anchors_of
from analysis.records import Anchor, Correction

if TYPE_CHECKING:
    from analysis.reading import Reading

NAMES = {"entities": "entity_id", "mentions": "mention_id", "quotations": "quotation_id", "stances": "stance_id"}
Spans = Iterable[tuple[int, int]]


def merge(reading: Reading, entity: str, *, into: str, article: str | None = None) -> Correction:
    """Two entities are one: the first goes into the second."""
    to = _mention_of(reading, into, article)
    return _made(reading, article, "entities", "merge", [_mention_of(reading, entity, article)], to=[to])


def split(
    reading: Reading,
    mentions: Iterable[str],
    *,
    name: str,
    kind: str,
    role: str | None = None,
    article: str | None = None,
) -> Correction:
    """Some mentions, by their ids, are of somebody else, who is not in the table yet."""
    at = [_span(_row(reading, "mentions", one, article)) for one in mentions]
    return _made(reading, article, "entities", "split", at, name=name, kind=kind, role=role)


def rename(reading: Reading, entity: str, name: str, *, article: str | None = None) -> Correction:
    """Another name for an entity."""
    return _made(reading, article, "entities", "rename", [_mention_of(reading, entity, article)], name=name)


def set_kind(reading: Reading, entity: str, kind: str, *, article: str | None = None) -> Correction:
    """Another kind of entity: person, organization, country, group, place or issue."""
    return _made(reading, article, "entities", "kind", [_mention_of(reading, entity, article)], kind=kind)


def set_role(reading: Reading, entity: str, role: str, *, article: str | None = None) -> Correction:
    """Another first role of an entity."""
    return _made(reading, article, "entities", "role", [_mention_of(reading, entity, article)], role=role)


def add_entity(reading: Reading, at: Spans, *, name: str, kind: str, article: str | None = None) -> Correction:
    """Somebody or something that was overlooked; `at` are the characters of its mentions."""
    return _made(reading, article, "entities", "add", at, name=name, kind=kind)


def drop(reading: Reading, row: str, *, article: str | None = None) -> Correction:
    """An entity (`e1`), a quotation (`q1`) or a stance (`s1`) is none."""
    if row[:1] == "e":
        return _made(reading, article, "entities", "drop", [_mention_of(reading, row, article)])
    if row[:1] == "q":
        return _made(reading, article, "quotations", "drop", _row(reading, "quotations", row, article).content_spans)
    return _of_stance(reading, row, "drop", article)


def add_quotation(
    reading: Reading,
    at: Spans,
    *,
    source: tuple[int, int] | None = None,
    cue: tuple[int, int] | None = None,
    kind: str | None = None,
    article: str | None = None,
) -> Correction:
    """A quotation that was overlooked; `at`, `source` and `cue` are characters."""
    return _made(reading, article, "quotations", "add", at, source=source, cue=cue, kind=kind)


def set_source(
    reading: Reading, quotation: str, source: tuple[int, int] | None, *, article: str | None = None
) -> Correction:
    """Whose words a quotation is, by the characters that say so; None where nobody is named."""
    at = _row(reading, "quotations", quotation, article).content_spans
    return _made(reading, article, "quotations", "source", at, source=source)


def set_bounds(reading: Reading, quotation: str, to: Spans, *, article: str | None = None) -> Correction:
    """Where a quotation begins and ends, in one or more pieces."""
    at = _row(reading, "quotations", quotation, article).content_spans
    return _made(reading, article, "quotations", "bounds", at, to=to)


def turn(reading: Reading, stance: str, polarity: str, *, article: str | None = None) -> Correction:
    """The other side: support, oppose or neutral."""
    return _of_stance(reading, stance, "turn", article, polarity=polarity)


def add_stance(
    reading: Reading, holder: str, target: str, polarity: str, at: tuple[int, int], *, article: str | None = None
) -> Correction:
    """A stance that was overlooked: two entities, the side, and the characters of the passage that shows it."""
    ends = {"holder": _mention_of(reading, holder, article, at), "target": _mention_of(reading, target, article, at)}
    return _made(reading, article, "stances", "add", [at], **ends, polarity=polarity)


def _of_stance(reading: Reading, row: str, action: str, article: str | None, polarity: str | None = None) -> Correction:
    found = _row(reading, "stances", row, article)
    at = [(found.evidence_start, found.evidence_end)]
    ends = {end: _mention_of(reading, getattr(found, f"{end}_id"), article) for end in ("holder", "target")}
    side = polarity or found.polarity
    return _made(reading, article, "stances", action, at, **ends, polarity=side)


def _made(reading: Reading, article: str | None, table: str, action: str, at: Spans, **values: Any) -> Correction:
    key, text = text_of(reading, article)
    for name, value in values.items():
        if name == "to":
            values[name] = anchors_of(text, value)
        elif name in ("source", "cue", "holder", "target") and value is not None:
            values[name] = anchor_of(text, value)
    anchors: tuple[Anchor, ...] = anchors_of(text, [tuple(one) for one in at])
    if not anchors:
        raise ValueError(f"{action} in {table}: the words that it is about are needed")
    return Correction(correction_id="", article_id=key, table=table, action=action, at=anchors, **values)


def text_of(reading: Reading, article: str | None = None) -> tuple[str, str]:
    """The id and the text of the article that is meant.

    Raises ValueError where there is none of that id, or where there are several and none is named.
    """
    known = dict(zip(reading.articles.article_id, reading.articles.text, strict=True))
    if article is None and len(known) == 1:
        return next(iter(known.items()))
    if article not in known:
        wanted = "article= is needed" if article is None else f"there is no article {article!r}"
        raise ValueError(f"{wanted}; there are {', '.join(list(known)[:5])}")
    return article, known[article]


def _row(reading: Reading, table: str, key: str, article: str | None) -> Any:
    """A row by its id.

    Raises ValueError where there is none.
    """
    from analysis.tables.plain import rows

    whole = text_of(reading, article)[0]
    for row in rows(getattr(reading, table)):
        if row.article_id == whole and getattr(row, NAMES[table]) == key:
            return row
    raise ValueError(f"there is no {key!r} among the {table} of {whole!r}")


def _mention_of(
    reading: Reading, entity: str, article: str | None, near: tuple[int, int] | None = None
) -> tuple[int, int]:
    """The words that an entity is known by: its first name, else its first mention; in a passage if it can be."""
    from analysis.tables.plain import rows

    _row(reading, "entities", entity, article)
    whole = text_of(reading, article)[0]
    own = [row for row in rows(reading.mentions) if (row.article_id, row.entity_id) == (whole, entity)]
    own.sort(key=lambda row: (("name", "nominal", "pronoun").index(row.form), row.start))
    if not own:
        raise ValueError(f"{entity!r} is mentioned nowhere in {whole!r}")
    inside = [row for row in own if near and near[0] <= row.start and row.end <= near[1]]
    return _span((inside or own)[0])


def _span(row: Any) -> tuple[int, int]:
    return row.start, row.end
