"""Records to rows: one function a table, every row a plain dictionary in the columns of its schema."""

from bisect import bisect_right
from math import ceil
from typing import Any

from analysis.corrections.applying import corrected
from analysis.records import ArticleReading, Entity, Event, Quotation, Role, Span, Stance

WORDS_A_MINUTE = 238  # silent reading of English non-fiction: Brysbaert 2019
Row = dict[str, Any]


def rows_of(reading: ArticleReading) -> dict[str, list[Row]]:
    """The rows of all tables for one article, corrected."""
    return corrected(_as_read(reading), reading.article.corrections)


def _as_read(reading: ArticleReading) -> dict[str, list[Row]]:
    return {
        "articles": [_article(reading)],
        "entities": _entities(reading),
        "mentions": _mentions(reading),
        "roles": _roles(reading),
        "quotations": _quotations(reading),
        "stances": _stances(reading),
        "dates": _dates(reading),
        "events": _events(reading),
        "problems": _problems(reading),
    }


def _span(prefix: str, span: Span | tuple[int, int] | None) -> Row:
    start, end = span or (None, None)
    return {f"{prefix}_start": start, f"{prefix}_end": end}


def _words(reading: ArticleReading, span: Span | None) -> str | None:
    return reading.article.text[span.start : span.end] if span else None


def _judged(record: Entity | Role | Quotation | Stance | Event) -> Row:
    return {"confidence": record.confidence, "rule": record.rule, "shown": record.shown}


def _article(reading: ArticleReading) -> Row:
    article, dateline = reading.article, reading.article.dateline
    return {
        "article_id": article.article_id,
        "source": article.source,
        "headline": _words(reading, article.headline),
        **_span("headline", article.headline),
        "byline": article.byline,
        "dateline_place": dateline.place if dateline else None,
        "dateline_date": dateline.date if dateline else None,
        "agency": (dateline.agency if dateline else None) or article.agency,
        **_span("dateline", (dateline.start, dateline.end) if dateline else None),
        "published": article.published.isoformat() if article.published else None,
        "url": article.url,
        "outlet": article.outlet,
        "subjects": list(article.subjects),
        "version": article.version,
        "reading_minutes": ceil(reading.n_words / WORDS_A_MINUTE),
        "n_paragraphs": len(article.paragraphs),
        "n_sentences": len(reading.sentences),
        "n_words": reading.n_words,
        "model": reading.model,
        "codebook": str(article.codebook) if article.codebook else None,
        "paragraph_spans": [list(span) for span in article.paragraphs],
        "sentence_spans": [list(span) for span in reading.sentences],
        "text": article.text,
    }


def _entities(reading: ArticleReading) -> list[Row]:
    counts: dict[str | None, int] = {}
    for mention in reading.cast.mentions:
        counts[mention.entity_id] = counts.get(mention.entity_id, 0) + 1
    return [
        {
            "article_id": reading.article.article_id,
            "entity_id": entity.entity_id,
            "name": entity.name,
            "kind": entity.kind,
            "aliases": list(entity.aliases),
            "role": entity.role,
            "country": entity.country,
            "n_mentions": counts.get(entity.entity_id, 0),
            **_judged(entity),
        }
        for entity in reading.cast.entities
    ]


def _number(offset: int, spans: tuple[Span, ...], starts: list[int]) -> int:
    """Number of the span in which the offset lies, from 1; 0 where it lies in none."""
    n = bisect_right(starts, offset)
    return n if n and offset < spans[n - 1].end else 0


def _mentions(reading: ArticleReading) -> list[Row]:
    paragraphs, sentences = reading.article.paragraphs, reading.sentences
    first, second = [span.start for span in paragraphs], [span.start for span in sentences]
    return [
        {
            "article_id": reading.article.article_id,
            "mention_id": f"m{n}",
            "entity_id": mention.entity_id,
            "start": mention.start,
            "end": mention.end,
            "text": mention.text,
            "form": mention.form,
            "paragraph": _number(mention.start, paragraphs, first),
            "sentence": _number(mention.start, sentences, second),
        }
        for n, mention in enumerate(reading.cast.mentions, 1)
    ]


def _roles(reading: ArticleReading) -> list[Row]:
    return [
        {
            "article_id": reading.article.article_id,
            "entity_id": role.entity_id,
            "role": role.role,
            "of_id": role.of_id,
            "start": role.start,
            "end": role.end,
            **_judged(role),
        }
        for role in reading.cast.roles
    ]


def _quotations(reading: ArticleReading) -> list[Row]:
    names = {entity.entity_id: entity.name for entity in reading.cast.entities}
    rows = []
    for n, (said, sources) in enumerate(zip(reading.quotations, reading.sources, strict=True), 1):
        rows.append(
            {
                "article_id": reading.article.article_id,
                "quotation_id": f"q{n}",
                "source_id": sources[0] if sources else None,
                "source": " and ".join(names[key] for key in sources)
                or (None if said.nobody else _words(reading, said.source)),
                "source_ids": list(sources),
                **_span("source", said.source),
                "cue": _words(reading, said.cue),
                **_span("cue", said.cue),
                "content": " … ".join(reading.article.text[start:end] for start, end in said.content),
                **_span("content", (said.content[0][0], said.content[-1][1])),
                "content_spans": [list(piece) for piece in said.content],
                "kind": said.kind,
                "cue_sort": said.cue_sort,
                "status": said.status,
                "within": None if said.within is None else f"q{said.within + 1}",
                **_judged(said),
            }
        )
    return rows


def _stances(reading: ArticleReading) -> list[Row]:
    names = {entity.entity_id: entity.name for entity in reading.cast.entities}
    return [
        {
            "article_id": reading.article.article_id,
            "stance_id": f"s{n}",
            "holder_id": stance.holder_id,
            "holder": names[stance.holder_id],
            **_span("holder", stance.holder),
            "target_id": stance.target_id,
            "target": names[stance.target_id],
            **_span("target", stance.target),
            "polarity": stance.polarity,
            "score": stance.score,
            "basis": stance.basis,
            "said_by_id": stance.said_by_id,
            "quotation_id": None if stance.quotation is None else f"q{stance.quotation + 1}",
            "cue": _words(reading, stance.cue),
            **_span("cue", stance.cue),
            "evidence": _words(reading, stance.evidence),
            **_span("evidence", stance.evidence),
            **_judged(stance),
        }
        for n, stance in enumerate(reading.stances, 1)
    ]


def _dates(reading: ArticleReading) -> list[Row]:
    return [
        {
            "article_id": reading.article.article_id,
            "date_id": f"d{n}",
            "text": found.text,
            "start": found.start,
            "end": found.end,
            "type": found.type,
            "value": found.value,
            "day": found.day,
            "anchor": found.anchor,
            "rule": found.rule,
        }
        for n, found in enumerate(reading.dates, 1)
    ]


def _events(reading: ArticleReading) -> list[Row]:
    names = {entity.entity_id: entity.name for entity in reading.cast.entities}
    return [
        {
            "article_id": reading.article.article_id,
            "event_id": f"v{n}",
            "date_id": f"d{event.date + 1}",
            "first_day": event.first if event.first == event.last else reading.dates[event.date].value,
            "last_day": event.last,
            "to_come": event.to_come,
            "actor": " and ".join(names[key] for key in event.actors) or _words(reading, event.actor),
            "actor_ids": list(event.actors),
            **_span("actor", event.actor),
            "action": " … ".join(reading.article.text[start:end] for start, end in event.action),
            **_span("action", (min(event.action)[0], max(event.action)[1])),
            "action_spans": [list(piece) for piece in event.action],
            **_judged(event),
        }
        for n, event in enumerate(reading.events, 1)
    ]


def _problems(reading: ArticleReading) -> list[Row]:
    return [
        {
            "article_id": reading.article.article_id,
            "stage": problem.stage,
            "start": problem.start,
            "end": problem.end,
            "message": problem.message,
        }
        for problem in reading.problems
    ]
