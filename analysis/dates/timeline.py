"""What an article tells of when: its dated sentences in the order of the days, with the actors in them."""

from bisect import bisect_right
from dataclasses import dataclass

from analysis.records import ArticleReading, Span, TimeExpression

ACTORS = frozenset({"person", "organization", "country", "group"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A sentence that names a day. `when` is past, same_day or to_come as seen from publication, None if unknown.

    `dates` are the indexes of the time expressions that give this day, in `ArticleReading.dates`; `actor_ids` are
    the people, organizations, countries and groups mentioned in the sentence, in the order of their first mention.
    """

    day: str
    when: str | None
    sentence: int
    start: int
    end: int
    text: str
    dates: tuple[int, ...]
    actor_ids: tuple[str, ...]


def build_timeline(reading: ArticleReading) -> tuple[Event, ...]:
    """One event for each sentence and day, by day, then by place in the text.

    Expressions that name no single day (`since April`, `last year`) are left out, and so are repeated times and
    durations. A sentence with two days stands under both: which of its clauses happened when is not told apart.
    """
    starts = [sentence.start for sentence in reading.sentences]
    found: dict[tuple[str, int], list[int]] = {}
    for number, one in enumerate(reading.dates):
        sentence = bisect_right(starts, one.start) - 1
        if one.day and sentence >= 0 and one.start < reading.sentences[sentence].end:
            found.setdefault((one.day, sentence), []).append(number)
    actors = _actors(reading, starts)
    today = _publication_day(reading)
    return tuple(
        _event(reading, day, sentence, dates=tuple(dates), actor_ids=actors.get(sentence, ()), today=today)
        for (day, sentence), dates in sorted(found.items())
    )


def _event(
    reading: ArticleReading, day: str, sentence: int, *, dates: tuple[int, ...], actor_ids: tuple[str, ...], today: str
) -> Event:
    span: Span = reading.sentences[sentence]
    when = None if not today else "past" if day < today else "to_come" if day > today else "same_day"
    return Event(
        day=day,
        when=when,
        sentence=sentence,
        start=span.start,
        end=span.end,
        text=reading.article.text[span.start : span.end],
        dates=dates,
        actor_ids=actor_ids,
    )


def _actors(reading: ArticleReading, starts: list[int]) -> dict[int, tuple[str, ...]]:
    """The actors of each sentence, each once."""
    kinds = {entity.entity_id: entity.kind for entity in reading.cast.entities}
    found: dict[int, dict[str, None]] = {}
    for mention in reading.cast.mentions:
        if mention.entity_id and kinds.get(mention.entity_id) in ACTORS:
            found.setdefault(bisect_right(starts, mention.start) - 1, {})[mention.entity_id] = None
    return {sentence: tuple(ids) for sentence, ids in found.items()}


def _publication_day(reading: ArticleReading) -> str:
    """ISO day of publication, else of the dateline, else the day that expressions were resolved against, else empty."""
    article = reading.article
    if article.published:
        return article.published.isoformat()
    if article.dateline and article.dateline.date:
        return article.dateline.date
    return next(filter(None, map(_own_day, reading.dates)), "")


def _own_day(one: TimeExpression) -> str:
    """The first full date that stands in the text itself, as in `find_dates`."""
    return one.day if one.day and one.type == "DATE" and one.anchor is None else ""
