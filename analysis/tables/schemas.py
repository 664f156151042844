"""The tables, declared once: columns in order, types, what may be null, what values are allowed.

Everything else is derived from here: the Arrow types that are written, the checks on writing and reading, and the
data dictionary in `data/README.md`.
"""

from collections.abc import Callable

import pandas as pd
import pandera.pandas as pa_check
import pyarrow as pa

KINDS = ("person", "organization", "country", "group", "place", "issue")
FORMS = ("name", "nominal", "pronoun")
ATTRIBUTION_KINDS = ("direct", "mixed", "indirect")
STATUSES = ("said", "not_said", "hypothetical")
POLARITIES = ("support", "oppose", "neutral")
BASES = ("quotation", "action", "description")
TIMEX_TYPES = ("DATE", "TIME", "DURATION", "SET")
EVENT_BASES = ("clause", "sentence")

TEXT, WHOLE, REAL, TRUTH = pa.string(), pa.int64(), pa.float64(), pa.bool_()
WORDS, PIECES = pa.list_(pa.string()), pa.list_(pa.list_(pa.int64()))


def _column(
    kind: pa.DataType,
    description: str,
    *,
    null: bool = False,
    values: tuple[str, ...] = (),
    between: tuple[float, float] | None = None,
) -> pa_check.Column:
    checks = []
    if values:
        checks.append(pa_check.Check.isin(values))
    if between:
        checks.append(pa_check.Check.in_range(*between))
    return pa_check.Column(pd.ArrowDtype(kind), checks=checks, nullable=null, description=description)


def _text(description: str, *, null: bool = False, values: tuple[str, ...] = ()) -> pa_check.Column:
    return _column(TEXT, description, null=null, values=values)


def _count(description: str) -> pa_check.Column:
    return _column(WHOLE, description, between=(0, 2**62))


def _offsets(name: str, what: str, *, null: bool = True) -> dict[str, pa_check.Column]:
    prefix = f"{name}_" if name else ""
    return {
        f"{prefix}{edge}": _column(WHOLE, f"{where} of {what} in `articles.text`", null=null, between=(0, 2**62))
        for edge, where in (("start", "first character"), ("end", "character behind the last"))
    }


def _confidence() -> pa_check.Column:
    return _column(REAL, "share of such rows that were right on the tuning data", between=(0, 1))


def _schema(
    name: str, columns: dict[str, pa_check.Column], key: tuple[str, ...] | None = None
) -> pa_check.DataFrameSchema:
    whole = {"article_id": _text("the article"), **columns}
    starts = [column for column in whole if column == "start" or column.endswith("_start")]
    ordered = [
        pa_check.Check(_in_order(start), name=f"{start} <= {start[:-5]}end", error=f"{start} lies behind its end")
        for start in starts
    ]
    return pa_check.DataFrameSchema(
        whole,
        name=name,
        strict=True,
        ordered=True,
        checks=ordered,
        unique=None if key is None else ["article_id", *key],
    )


def _in_order(start: str) -> Callable[[pd.DataFrame], pd.Series]:
    end = f"{start[:-5]}end"
    return lambda frame: (frame[start].isna() & frame[end].isna()) | (frame[start] <= frame[end]).fillna(False)


ARTICLES = _schema(
    "articles",
    {
        "source": _text("the file or address it was read from"),
        "headline": _text("the headline", null=True),
        **_offsets("headline", "the headline"),
        "byline": _text("who signs it", null=True),
        "dateline_place": _text("where it was filed", null=True),
        "dateline_date": _text("the day in the dateline, ISO 8601", null=True),
        "agency": _text("the news agency", null=True),
        **_offsets("dateline", "the dateline"),
        "published": _text("publication day, ISO 8601", null=True),
        "url": _text("its address, where the user or the file gave one", null=True),
        "outlet": _text("who published it", null=True),
        "reading_minutes": _count("minutes to read it, at 238 words a minute, rounded up"),
        "n_paragraphs": _count("paragraphs of the body"),
        "n_sentences": _count("sentences of the body"),
        "n_words": _count("words of headline and body"),
        "model": _text("name and version of the spaCy pipeline that read it", null=True),
        "paragraph_spans": _column(PIECES, "[start, end] of each paragraph of the body"),
        "sentence_spans": _column(PIECES, "[start, end] of each sentence of the body"),
        "text": _text("the text that all offsets refer to"),
    },
    key=(),
)
ENTITIES = _schema(
    "entities",
    {
        "entity_id": _text("the actor, place or issue, numbered within the article"),
        "name": _text("its fullest name in the article"),
        "kind": _text("what it is", values=KINDS),
        "aliases": _column(WORDS, "all forms of its name in the article; of an issue the singular too"),
        "role": _text("its first role in the article", null=True),
        "country": _text("the country that it is, or belongs to, in English", null=True),
        "n_mentions": _count("mentions in the article"),
        "confidence": _confidence(),
    },
    key=("entity_id",),
)
MENTIONS = _schema(
    "mentions",
    {
        "mention_id": _text("the mention, numbered within the article"),
        "entity_id": _text("whom or what it mentions; null where it is not known", null=True),
        **_offsets("", "the mention", null=False),
        "text": _text("the words"),
        "form": _text("how it mentions", values=FORMS),
        "paragraph": _count("paragraph of the body, from 1; 0 is the headline"),
        "sentence": _count("sentence of the body, from 1; 0 is the headline"),
    },
    key=("mention_id",),
)
ROLES = _schema(
    "roles",
    {
        "entity_id": _text("whose role it is"),
        "role": _text("the role, as the text has it"),
        "of_id": _text("the country or organization it is a role in", null=True),
        **_offsets("", "the role", null=False),
    },
)
QUOTATIONS = _schema(
    "quotations",
    {
        "quotation_id": _text("the attribution, numbered within the article"),
        "source_id": _text("the entity behind the source; null where it is not known", null=True),
        "source": _text("the source's canonical name, else the words of the text", null=True),
        "source_ids": _column(WORDS, "all entities behind a joint source"),
        **_offsets("source", "the source"),
        "cue": _text("the word that attributes", null=True),
        **_offsets("cue", "the cue"),
        "content": _text("what is attributed; pieces are joined by ` … `"),
        **_offsets("content", "the content, from its first piece to its last", null=False),
        "content_spans": _column(PIECES, "[start, end] of each piece"),
        "kind": _text("all, part or nothing of it in quotation marks", values=ATTRIBUTION_KINDS),
        "cue_sort": _text("speech, thought, perception, ...", null=True),
        "status": _text("whether it is said to have been said", values=STATUSES),
        "within": _text("the quotation that holds this one", null=True),
        "confidence": _confidence(),
    },
    key=("quotation_id",),
)
STANCES = _schema(
    "stances",
    {
        "stance_id": _text("the stance, numbered within the article"),
        "holder_id": _text("who takes it"),
        "holder": _text("the holder's canonical name"),
        **_offsets("holder", "the holder"),
        "target_id": _text("on whom or what"),
        "target": _text("the target's canonical name"),
        **_offsets("target", "the target"),
        "polarity": _text("which side", values=POLARITIES),
        "score": _column(REAL, "from -1, against, to 1, for", between=(-1, 1)),
        "basis": _text("what shows it", values=BASES),
        "said_by_id": _text("who reports it; null is the writer", null=True),
        "quotation_id": _text("the quotation it stands in", null=True),
        "cue": _text("the words that show it", null=True),
        **_offsets("cue", "the cue"),
        "evidence": _text("the passage to check it by"),
        **_offsets("evidence", "the evidence", null=False),
        "confidence": _confidence(),
    },
    key=("stance_id",),
)
DATES = _schema(
    "dates",
    {
        "date_id": _text("the time expression, numbered within the article"),
        "text": _text("the words"),
        **_offsets("", "the time expression", null=False),
        "type": _text("TIMEX3 type", values=TIMEX_TYPES),
        "value": _text("TIMEX3 value"),
        "day": _text("the day, ISO 8601, where it is one", null=True),
        "anchor": _text("what the value was resolved against", null=True),
    },
    key=("date_id",),
)
EVENTS = _schema(
    "events",
    {
        "event_id": _text("the action, numbered within the article"),
        "date_id": _text("the time expression that dates it"),
        "first_day": _text("the day, or the first of the week, month or year, ISO 8601"),
        "last_day": _text("the day, or the last of the week, month or year, ISO 8601"),
        "to_come": _column(TRUTH, "whether it is still to come on the publication day; null if not known", null=True),
        "actor": _text("the canonical names of those who act", null=True),
        "actor_ids": _column(WORDS, "the entities that act"),
        **_offsets("actor", "the words for who acts"),
        "action": _text("what they do, with its subject where that is no known actor; pieces are joined by ` … `"),
        **_offsets("action", "the action, from its first piece to its last", null=False),
        "action_spans": _column(PIECES, "[start, end] of each piece"),
        "basis": _text("the date hangs on the action, or stands in the same sentence", values=EVENT_BASES),
    },
    key=("event_id",),
)
PROBLEMS = _schema(
    "problems",
    {
        "stage": _text("which step could not read it"),
        **_offsets("", "the passage"),
        "message": _text("what is wrong"),
    },
)
SCHEMAS = {
    schema.name: schema
    for schema in (ARTICLES, ENTITIES, MENTIONS, ROLES, QUOTATIONS, STANCES, DATES, EVENTS, PROBLEMS)
}


def arrow_schema(name: str) -> pa.Schema:
    """The Arrow types of a table, as they stand in its Parquet file."""
    columns = SCHEMAS[name].columns
    return pa.schema([pa.field(column, spec.dtype.type.pyarrow_dtype) for column, spec in columns.items()])


def check(name: str, frame: pd.DataFrame) -> pd.DataFrame:
    """The table itself, if it keeps to its schema.

    Raises ValueError with table, column and what was found where it does not.
    """
    try:
        return SCHEMAS[name].validate(frame)
    except (pa_check.errors.SchemaError, pa_check.errors.SchemaErrors) as error:
        raise ValueError(f"table {name!r} does not keep to its schema: {str(error).splitlines()[0]}") from None
