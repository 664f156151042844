"""What each chart draws, as a table: what is saved beside it, and what can be counted on."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from analysis.charts.base import ACTORS, SIGNS
from analysis.charts.days import days_of, what_is_done, who_acts
from analysis.tables.plain import rows, shown, spoken

FORMS = {"name": "by_name", "nominal": "by_description", "pronoun": "by_pronoun"}
KINDS = ("direct", "mixed", "indirect")
UNKNOWN = "source not named"
MOST_ROWS = 30


def mention_counts(mentions: pd.DataFrame) -> pd.DataFrame:
    """A row an actor, the most mentioned first: `actor`, `kind`, `by_name`, `by_description`, `by_pronoun`."""
    counts: dict[tuple[str, ...], Counter[str]] = {}
    for row in rows(mentions.sort_values("start")):
        if row.kind in ACTORS:
            counts.setdefault((row.entity_id, row.name, row.kind), Counter())[FORMS[row.form]] += 1
    ranked = sorted(counts.items(), key=lambda found: -found[1].total())
    return _table(("actor", "kind", *FORMS.values()), ({"actor": a, "kind": k, **n} for (_, a, k), n in ranked))


def mention_places(mentions: pd.DataFrame) -> pd.DataFrame:
    """A row a mention of an actor, in the order of the text: `actor`, `start`, `end`, `form`."""
    kept = mentions[mentions.kind.isin(ACTORS)].sort_values(["start", "end"])
    return kept[["name", "start", "end", "form"]].rename(columns={"name": "actor"})


def word_counts(quotations: pd.DataFrame) -> pd.DataFrame:
    """A row a source, the most quoted first: `source` and how many words it has, `direct`, `mixed` and `indirect`.

    What is not said or written is left out, as in `words_by_source`.
    """
    counts: dict[str, Counter[str]] = {}
    for row in rows(spoken(quotations)):
        if row.status == "said":
            counts.setdefault(row.source or UNKNOWN, Counter())[row.kind] += len(row.content.split())
    ranked = sorted(counts.items(), key=lambda found: -found[1].total())
    return _table(("source", *KINDS), ({"source": source, **kinds} for source, kinds in ranked))


def stance_counts(stances: pd.DataFrame) -> pd.DataFrame:
    """A row a pair: `holder`, `target`, the number of rows for each side, and the `confidence` of the surest."""
    pairs: dict[tuple[str, str], dict[str, Any]] = {}
    for row in rows(shown(stances)):
        new = {"holder": row.holder, "target": row.target, "confidence": 0.0}
        pair = pairs.setdefault((row.holder_id, row.target_id), new)
        pair[row.polarity] = pair.get(row.polarity, 0) + 1
        pair["confidence"] = max(pair["confidence"], row.confidence)
    return _table(("holder", "target", *SIGNS, "confidence"), pairs.values())


def dated_actions(events: pd.DataFrame) -> pd.DataFrame:
    """A row an action, earliest first: `first_day`, `last_day`, `to_come`, `actor`, `action`."""
    kept = sorted(rows(shown(events)), key=days_of)
    lines = ({**row._asdict(), "actor": who_acts(row) or "", "action": what_is_done(row)} for row in kept)
    return _table(("first_day", "last_day", "to_come", "actor", "action"), lines)


def _table(columns: Iterable[str], lines: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """The lines as a table; a count that a line lacks is 0."""
    names = list(columns)
    return pd.DataFrame([[line.get(name, 0) for name in names] for line in lines], columns=names)


def with_others(ranked: Iterable[tuple[str, Any]], none: Any) -> list[tuple[str, Any]]:
    """Rows of a chart: of more than 30 those beyond come last, as one."""
    kept = list(ranked)
    rest = kept[MOST_ROWS:]
    return kept if len(rest) < 2 else [*kept[:MOST_ROWS], (f"{len(rest)} others", sum((row for _, row in rest), none))]
