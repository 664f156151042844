"""Stances as statements of discourse network analysis: who agrees or disagrees with what, in which document.

The columns are those of the event list of Discourse Network Analyzer (Leifeld, https://github.com/leifeld-lab/dna),
and behind them some of ours, so that a list can be filtered and every statement be followed to its row. The package
loads this module at once, so that its `statements` is the function: what needs pandas is loaded by the functions.
"""

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.console import counted
from analysis.exports.files import put
from analysis.exports.formats import Made

if TYPE_CHECKING:
    from analysis.reading import Reading

COLUMNS = (
    *("statement_id", "time", "person", "organization", "concept", "agreement", "start_position", "stop_position"),
    *("text", "coder", "document_id", "document_title", "document_author", "document_source", "document_section"),
    *("document_type", "stance_id", "concept_kind", "basis", "said_by", "confidence"),
)
AGREEMENT = {"support": 1, "oppose": 0}
CODER = "Readout"


def statements(reading: "Reading") -> list[dict[str, Any]]:
    """The stances as statements, in text order; the concept is what a stance is on, an issue or an actor.

    A person's organization is the body or country that his first role is in, else his country. Left out are neutral
    stances, since a statement agrees or does not, and those that are not shown.
    """
    from analysis.tables.plain import rows, shown

    entities = {(row.article_id, row.entity_id): row for row in rows(reading.entities)}
    articles = {row.article_id: row for row in rows(reading.articles)}
    bodies = _bodies(reading, entities)
    kept = [row for row in rows(shown(reading.stances)) if row.polarity in AGREEMENT]
    return [
        {"statement_id": number} | _statement(row, articles[row.article_id], entities, bodies)
        for number, row in enumerate(kept, 1)
    ]


def event_list(reading: "Reading", *, bom: bool = False) -> Made:
    """The statements as CSV; a byte order mark makes Excel read it as UTF-8."""
    found = statements(reading)
    return Made(_csv(found).encode("utf-8-sig" if bom else "utf-8"), counted(len(found), "statement"))


def write_statements(found: list[dict[str, Any]], path: str | Path) -> None:
    """Write statements as CSV, parted by semicolons, in UTF-8; an apostrophe keeps spreadsheets from running a text."""
    put(_csv(found).encode(), path)


def _csv(found: list[dict[str, Any]]) -> str:
    from analysis.tables.store import RUNS_IN_A_SPREADSHEET as risky

    file = io.StringIO(newline="")
    out = csv.DictWriter(file, COLUMNS, delimiter=";", quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
    out.writeheader()
    out.writerows({name: _harmless(value, risky) for name, value in row.items()} for row in found)
    return file.getvalue()


def _statement(
    row: Any, article: Any, entities: dict[tuple[str, str], Any], bodies: dict[tuple[str, str], str]
) -> dict[str, Any]:
    holder, target = entities[row.article_id, row.holder_id], entities[row.article_id, row.target_id]
    is_person = holder.kind == "person"
    teller = entities.get((row.article_id, row.said_by_id))
    return {
        "time": f"{article.published} 00:00:00" if article.published else "",
        "person": holder.name if is_person else "",
        "organization": bodies.get((row.article_id, row.holder_id), holder.country) if is_person else holder.name,
        "concept": target.name,
        "agreement": AGREEMENT[row.polarity],
        "start_position": row.evidence_start,
        "stop_position": row.evidence_end,
        "text": row.evidence,
        "coder": CODER,
        "document_id": row.article_id,
        "document_title": article.headline,
        "document_author": article.byline,
        "document_source": article.outlet or article.agency,
        "document_section": "",
        "document_type": "",
        "stance_id": row.stance_id,
        "concept_kind": target.kind,
        "basis": row.basis,
        "said_by": teller.name if teller else "",
        "confidence": row.confidence,
    }


def _bodies(reading: "Reading", entities: dict[tuple[str, str], Any]) -> dict[tuple[str, str], str]:
    """The body or country that somebody's first role is in."""
    from analysis.tables.plain import rows, shown

    found: dict[tuple[str, str], str] = {}
    for row in rows(shown(reading.roles)):
        if row.of_id is not None:
            found.setdefault((row.article_id, row.entity_id), entities[row.article_id, row.of_id].name)
    return found


def _harmless(value: Any, risky: tuple[str, ...]) -> Any:
    if value is None:
        return ""
    return f"'{value}" if isinstance(value, str) and value.startswith(risky) else value
