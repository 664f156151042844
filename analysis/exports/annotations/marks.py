"""What annotation formats have in common: the marks of an article, and where they stand in a format's own text.

A mark is a row that is shown, tied to one or more stretches of the text: a mention of an entity, a quotation, a stance
(its evidence), a date. Each layer has the same features in all formats; a feature that is not known is empty.
"""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import NAMESPACE_URL, UUID, uuid5

from analysis.tables.plain import rows, shown

if TYPE_CHECKING:
    from analysis.reading import Reading

LAYERS = {
    "Mention": ("kind", "name", "entity", "form"),
    "Quotation": ("kind", "source", "cue", "status", "confidence"),
    "Stance": ("polarity", "holder", "target", "basis", "confidence"),
    "Date": ("timex", "value", "day"),
}


class Mark(NamedTuple):
    """A row as an annotation: its layer, its id within the article, its stretches, its features in their order."""

    layer: str
    row_id: str
    spans: tuple[tuple[int, int], ...]
    features: tuple[str, ...]

    @property
    def label(self) -> str:
        """The first feature: kind, polarity or sort of date."""
        return self.features[0]


class Document(NamedTuple):
    """An article's row and its marks, in text order."""

    article: Any
    marks: tuple[Mark, ...]


def documents(reading: "Reading") -> Iterator[Document]:
    """The articles of a reading with the marks of all rows that are shown; mentions are those of entities shown."""
    marks: dict[str, list[Mark]] = {}
    for article_id, mark in _marks(reading):
        if mark.spans:
            marks.setdefault(article_id, []).append(mark)
    for article in rows(reading.articles):
        found = sorted(marks.get(article.article_id, ()), key=lambda mark: (mark.spans[0][0], -mark.spans[-1][1]))
        yield Document(article, tuple(found))


def _marks(reading: "Reading") -> Iterator[tuple[str, Mark]]:
    entities = {(row.article_id, row.entity_id): row for row in rows(shown(reading.entities))}
    for row in rows(reading.mentions):
        if entity := entities.get((row.article_id, row.entity_id)):
            features = (entity.kind, entity.name, entity.entity_id, row.form)
            yield row.article_id, _mark("Mention", row.mention_id, [[row.start, row.end]], features)
    for row in rows(shown(reading.quotations)):
        features = (row.kind, row.source, row.cue, row.status, row.confidence)
        yield row.article_id, _mark("Quotation", row.quotation_id, row.content_spans, features)
    for row in rows(shown(reading.stances)):
        features = (row.polarity, row.holder, row.target, row.basis, row.confidence)
        yield row.article_id, _mark("Stance", row.stance_id, [[row.evidence_start, row.evidence_end]], features)
    for row in rows(reading.dates):
        yield row.article_id, _mark("Date", row.date_id, [[row.start, row.end]], (row.type, row.value, row.day))


def _mark(layer: str, row_id: str, spans: list[list[int]], features: tuple[Any, ...]) -> Mark:
    told = tuple("" if value is None else f"{value:.3g}" if isinstance(value, float) else value for value in features)
    return Mark(layer, row_id, tuple(sorted((start, end) for start, end in spans if start < end)), told)


def counted_marks(found: list[Document]) -> str:
    """In words how many articles and marks there are."""
    from analysis.console import counted

    parts = [counted(len(found), "article")]
    for layer in LAYERS:
        number = sum(mark.layer == layer for document in found for mark in document.marks)
        parts.append(counted(number, layer.lower()))
    return ", ".join(parts)


def guid(*parts: str) -> str:
    """An id that is the same in every run, made of what it stands for."""
    return str(_uuid("\n".join(parts)))


_uuid: Callable[[str], UUID] = partial(uuid5, uuid5(NAMESPACE_URL, "readout"))
