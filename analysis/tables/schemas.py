"""The tables, declared once: columns in order, types, what may be null, what values are allowed.

Everything else is derived from here: the Arrow types that are written, the checks on writing and reading, and the
data dictionary in `data/README.md`.
"""

import pandas as pd
import pandera.pandas as pa_check
import pyarrow as pa

from analysis.corrections.entries import ACTIONS, OUTCOMES
from analysis.tables.columns import PIECES, REAL, TRUTH, WORDS, column, count, judged, offsets, rule, schema, text

KINDS = ("person", "organization", "country", "group", "place", "issue", "work")
FORMS = ("name", "nominal", "pronoun")
QUOTATION_KINDS = ("direct", "mixed", "indirect")
CUE_SORTS = (
    "speech",
    "thought",
    "feeling",
    "position",
    "intention",
    "desire",
    "evidence",
    "perception",
    "appearance",
)
STATUSES = ("said", "not_said", "hypothetical")
POLARITIES = ("support", "oppose", "neutral")
BASES = ("quotation", "action", "description")
TIMEX_TYPES = ("DATE", "TIME", "DURATION", "SET")
STAGES = ("reading", "parsing", "dates", "corrections")
MENDINGS = tuple(dict.fromkeys(action for actions in ACTIONS.values() for action in actions))

ARTICLES = schema(
    "articles",
    {
        "source": text("the file or address it was read from"),
        "headline": text("the headline", null=True),
        **offsets("headline", "the headline"),
        "byline": text("who signs it", null=True),
        "dateline_place": text("where it was filed", null=True),
        "dateline_date": text("the day in the dateline, ISO 8601", null=True),
        "agency": text("the news agency", null=True),
        **offsets("dateline", "the dateline"),
        "published": text("publication day, ISO 8601", null=True),
        "url": text("its address, where the user or the file gave one", null=True),
        "outlet": text("who published it", null=True),
        "subjects": column(WORDS, "codes and names of its subjects, as an agency or archive gave them"),
        "version": text("which version of the story it is, as the agency counts them", null=True),
        "reading_minutes": count("minutes to read it, at 238 words a minute, rounded up"),
        "n_paragraphs": count("paragraphs of the body"),
        "n_sentences": count("sentences of the body"),
        "n_words": count("words of headline and body, as white space parts them"),
        "model": text("name and version of the spaCy pipeline that read it", null=True),
        "codebook": text("name and fingerprint of the codebook it was read with", null=True),
        "paragraph_spans": column(PIECES, "[start, end] of each paragraph of the body"),
        "sentence_spans": column(PIECES, "[start, end] of each sentence of the body"),
        "text": text("the text that all offsets refer to"),
    },
    key=(),
)
ENTITIES = schema(
    "entities",
    {
        "entity_id": text("the actor, place, issue or work, numbered within the article"),
        "name": text("its fullest name in the article"),
        "kind": text("what it is", values=KINDS),
        "aliases": column(WORDS, "all forms of its name in the article; of an issue the singular too"),
        "role": text("its first role in the article", null=True),
        "country": text("the country that it is, or belongs to, in English", null=True),
        "n_mentions": count("mentions in the article"),
        **judged(),
    },
    key=("entity_id",),
)
MENTIONS = schema(
    "mentions",
    {
        "mention_id": text("the mention, numbered within the article"),
        "entity_id": text("whom or what it mentions; null where it is not known", null=True),
        **offsets("", "the mention", null=False),
        "text": text("the words"),
        "form": text("how it mentions", values=FORMS),
        "paragraph": count("paragraph of the body, from 1; 0 is headline, dateline and whatever else is no body"),
        "sentence": count("sentence of the body, from 1; 0 is headline, dateline and whatever else is no body"),
    },
    key=("mention_id",),
)
ROLES = schema(
    "roles",
    {
        "entity_id": text("whose role it is"),
        "role": text("the role, as the text has it"),
        "of_id": text("the country or organization it is a role in", null=True),
        **offsets("", "the role", null=False),
        **judged(),
    },
)
QUOTATIONS = schema(
    "quotations",
    {
        "quotation_id": text("the quotation, numbered within the article"),
        "source_id": text("the entity behind the source; null where it is not known", null=True),
        "source": text("the source's canonical name, else the words of the text; no pronoun", null=True),
        "source_ids": column(WORDS, "all entities behind a joint source"),
        **offsets("source", "the source"),
        "cue": text("the word that attributes", null=True),
        **offsets("cue", "the cue"),
        "content": text("what is attributed; pieces are joined by ` … `"),
        **offsets("content", "the content, from its first piece to its last", null=False),
        "content_spans": column(PIECES, "[start, end] of each piece"),
        "kind": text("all, part or nothing of it in quotation marks", values=QUOTATION_KINDS),
        "cue_sort": text("what the cue expresses", null=True, values=CUE_SORTS),
        "status": text("whether it is said to have been said", values=STATUSES),
        "within": text("the quotation that holds this one", null=True),
        **judged(),
    },
    key=("quotation_id",),
)
STANCES = schema(
    "stances",
    {
        "stance_id": text("the stance, numbered within the article"),
        "holder_id": text("who takes it"),
        "holder": text("the holder's canonical name"),
        **offsets("holder", "the holder"),
        "target_id": text("on whom or what"),
        "target": text("the target's canonical name"),
        **offsets("target", "the target"),
        "polarity": text("which side", values=POLARITIES),
        "score": column(REAL, "confidence with a sign: below 0 against, above 0 for, 0 neutral", between=(-1, 1)),
        "basis": text("what shows it", values=BASES),
        "said_by_id": text("who reports it; null is the writer", null=True),
        "quotation_id": text("the quotation it stands in", null=True),
        "cue": text("the words that show it", null=True),
        **offsets("cue", "the cue"),
        "evidence": text("the passage to check it by"),
        **offsets("evidence", "the evidence", null=False),
        **judged(),
    },
    key=("stance_id",),
)
DATES = schema(
    "dates",
    {
        "date_id": text("the time expression, numbered within the article"),
        "text": text("the words"),
        **offsets("", "the time expression", null=False),
        "type": text("TIMEX3 type", values=TIMEX_TYPES),
        "value": text("TIMEX3 value"),
        "day": text("the day, ISO 8601, where it is one", null=True),
        "anchor": text(
            "what the value was resolved against: `published`, `dateline`, or a day that the text gives", null=True
        ),
        "rule": rule(),
    },
    key=("date_id",),
)
EVENTS = schema(
    "events",
    {
        "event_id": text("the action, numbered within the article"),
        "date_id": text("the time expression that dates it"),
        "first_day": text(
            "the day, or the week, month, season or year as it is told: 2020-W03, 2020-01, 2020-WI, 2020"
        ),
        "last_day": text("the day, or the last of the week, month, season or year"),
        "to_come": column(
            TRUTH,
            "whether it is still to come on the publication day, else the dateline's or the text's; null if not known",
            null=True,
        ),
        "actor": text(
            "the canonical names of those who act, else the words for people, an organization or a place that do",
            null=True,
        ),
        "actor_ids": column(WORDS, "the entities that act"),
        **offsets("actor", "the words for who acts"),
        "action": text("what they do, with its subject where that is no known actor; pieces are joined by ` … `"),
        **offsets("action", "the action, from its first piece to its last", null=False),
        "action_spans": column(PIECES, "[start, end] of each piece"),
        **judged(),
    },
    key=("event_id",),
)
PROBLEMS = schema(
    "problems",
    {
        "stage": text("which step could not read it", values=STAGES),
        **offsets("", "the passage"),
        "message": text("what is wrong"),
    },
)
CORRECTIONS = schema(
    "corrections",
    {
        "correction_id": text("the correction, as its file numbers it"),
        "table": text("the table it mends", values=tuple(ACTIONS)),
        "action": text("what it does", values=MENDINGS),
        **offsets("", "the words it mends, where they stand now"),
        "quote": text("these words; pieces are joined by ` … `"),
        "value": text("what the row is to say; null where it goes", null=True),
        "who": text("who made it", null=True),
        "when": text("the day it was made", null=True),
        "why": text("why", null=True),
        "outcome": text("what became of it: done, right already, or nothing that it fits", values=OUTCOMES),
        "message": text("why it was not applied", null=True),
    },
    key=("correction_id",),
)
SCHEMAS = {
    table.name: table
    for table in (ARTICLES, ENTITIES, MENTIONS, ROLES, QUOTATIONS, STANCES, DATES, EVENTS, PROBLEMS, CORRECTIONS)
}


def arrow_schema(table: str) -> pa.Schema:
    """The Arrow types of a table, as they stand in its Parquet file."""
    columns = SCHEMAS[table].columns
    return pa.schema([pa.field(name, spec.dtype.type.pyarrow_dtype) for name, spec in columns.items()])


def check(name: str, frame: pd.DataFrame) -> pd.DataFrame:
    """The table itself, if it keeps to its schema.

    Raises ValueError with table, column and what was found where it does not.
    """
    try:
        return SCHEMAS[name].validate(frame, inplace=True)
    except (pa_check.errors.SchemaError, pa_check.errors.SchemaErrors) as error:
        raise ValueError(f"table {name!r} does not keep to its schema: {str(error).splitlines()[0]}") from None
