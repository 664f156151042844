"""A small article whose reading is written by hand, so that what is shown can be tested without a model."""

from datetime import date

import pandas as pd

from analysis.reading import Reading
from analysis.records import (
    Article,
    ArticleReading,
    Cast,
    Dateline,
    Entity,
    Event,
    Mention,
    Problem,
    Quotation,
    Span,
    Stance,
    TimeExpression,
)

TEXT = (
    "Mayor backs <b>tram</b> plan\n\n"
    "3 min\n\n"
    "OSLO (NPA) - Mayor Ida Berg backed the tram plan on Monday.\n\n"
    'She told Cash$Co & Sons: "The tram <script>alert(1)</script> will come."\n\n'
    "Cash$Co & Sons rejected it in 2019."
)


def span(words: str, nth: int = 0) -> Span:
    """Where the words stand for the nth time."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def mention(words: str, key: str, form: str = "name", nth: int = 0) -> Mention:
    """A mention of an entity."""
    start, end = span(words, nth)
    return Mention(start=start, end=end, text=words, form=form, entity_id=key)


def expression(words: str, value: str, day: str | None, kind: str = "DATE") -> TimeExpression:
    """A time expression."""
    start, end = span(words)
    return TimeExpression(
        start=start, end=end, text=words, type=kind, value=value, day=day, rule="weekday" if day else "year"
    )


PARAGRAPHS = (
    span("Mayor Ida Berg backed the tram plan on Monday."),
    span('She told Cash$Co & Sons: "The tram <script>alert(1)</script> will come."'),
    span("Cash$Co & Sons rejected it in 2019."),
)
CAST = Cast(
    entities=(
        Entity(
            entity_id="e1",
            name="Ida Berg",
            kind="person",
            aliases=("Ida Berg", "Berg"),
            role="Mayor",
            confidence=0.9,
            rule="group_names",
        ),
        Entity(
            entity_id="e2", name="Cash$Co & Sons", kind="organization", aliases=("Cash$Co & Sons",), rule="group_names"
        ),
        Entity(entity_id="e3", name="Oslo", kind="place", aliases=("OSLO",), rule="group_names"),
        Entity(entity_id="e4", name="tram plan", kind="issue", aliases=("tram plan",), rule="find_issues"),
    ),
    mentions=(
        mention("OSLO", "e3"),
        mention("Ida Berg", "e1"),
        mention("tram plan", "e4"),
        mention("She", "e1", "pronoun"),
        mention("Cash$Co & Sons", "e2"),
        mention("Cash$Co & Sons", "e2", nth=1),
        mention("it", "e4", "pronoun"),
    ),
)
SAID = Quotation(
    content=(span('"The tram <script>alert(1)</script> will come."'),),
    kind="direct",
    source=span("She"),
    cue=span("told"),
    cue_sort="speech",
    confidence=0.95,
    rule="quote_before",
)
STANCES = (
    Stance(
        holder_id="e1",
        target_id="e4",
        polarity="support",
        score=0.6,
        basis="action",
        evidence=PARAGRAPHS[0],
        holder=span("Ida Berg"),
        target=span("tram plan"),
        cue=span("backed"),
        confidence=0.8,
        rule="deeds",
    ),
    Stance(
        holder_id="e1",
        target_id="e4",
        polarity="support",
        score=1.0,
        basis="quotation",
        evidence=PARAGRAPHS[1],
        quotation=0,
        confidence=0.7,
        rule="spoken",
    ),
    Stance(
        holder_id="e2",
        target_id="e4",
        polarity="oppose",
        score=-1.0,
        basis="action",
        evidence=PARAGRAPHS[2],
        cue=span("rejected"),
        said_by_id="e1",
        confidence=0.9,
        rule="deeds",
    ),
)
RECORDS = ArticleReading(
    article=Article(
        article_id="tram",
        text=TEXT,
        source="/somewhere/tram.txt",
        headline=span("Mayor backs <b>tram</b> plan"),
        paragraphs=PARAGRAPHS,
        furniture=(span("3 min"),),
        dateline=Dateline(start=span("OSLO")[0], end=span("OSLO (NPA)")[1], place="Oslo", agency="NPA"),
        published=date(2020, 3, 4),
        outlet="The <i>Post</i>",
        subjects=("medtop:20000763 <b>trams</b>",),
        version="2",
    ),
    sentences=PARAGRAPHS,
    n_words=30,
    cast=CAST,
    quotations=(SAID,),
    sources=(("e1",),),
    stances=STANCES,
    dates=(expression("Monday", "2020-03-02", "2020-03-02"), expression("2019", "2019", None)),
    events=(
        Event(
            date=0,
            first="2020-03-02",
            last="2020-03-02",
            actors=("e1",),
            actor=span("Mayor Ida Berg"),
            action=(span("backed the tram plan"),),
            to_come=False,
            rule="action_of",
        ),
        Event(
            date=1,
            first="2019-01-01",
            last="2019-12-31",
            actors=("e2",),
            actor=span("Cash$Co & Sons", nth=1),
            action=(span("rejected it"),),
            to_come=False,
            rule="action_of",
        ),
    ),
    problems=(Problem(stage="reading", message="a quotation mark without its <other>", start=3, end=9),),
    model="made_by_hand 1.0",
)
READING = Reading.of([RECORDS])


def changed(**tables: pd.DataFrame) -> Reading:
    """The reading with other tables in place of these."""
    return Reading(**READING.tables() | tables)


EMPTY = Reading.of([ArticleReading(article=Article(article_id="empty", text=""))])
NASTY = "<img src=x onerror=alert(1)>\"'</script>"
HOSTILE = Reading(
    **READING.tables()
    | {
        "articles": READING.articles.assign(outlet=NASTY, byline=NASTY, source=NASTY),
        "entities": READING.entities.assign(name=[f"{NASTY} {n}" for n in range(4)]),
        "quotations": READING.quotations.assign(source=NASTY, content=NASTY, cue=NASTY),
        "stances": READING.stances.assign(holder=NASTY, target=NASTY, evidence=NASTY),
        "events": READING.events.assign(actor=NASTY, action=NASTY),
    }
)
