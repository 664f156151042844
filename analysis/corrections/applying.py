"""Corrections applied to the rows of one article, one behind the other, each whole or not at all."""

from collections.abc import Callable, Iterable

from analysis.corrections import actors, quotations, stances
from analysis.corrections.anchors import place_of
from analysis.corrections.entries import APPLIED, NEEDLESS, UNFIT, Outcome, value_of
from analysis.corrections.sheet import NeedlessError, Row, Sheet, Tables, UnfitError, brief, span_of
from analysis.records import Correction

Step = Callable[[Sheet, Correction], None]
STEPS: dict[tuple[str, str], Step] = {
    ("entities", "merge"): actors.merge,
    ("entities", "split"): actors.split,
    ("entities", "rename"): actors.change,
    ("entities", "kind"): actors.change,
    ("entities", "role"): actors.change,
    ("entities", "add"): actors.add,
    ("entities", "drop"): actors.drop,
    ("quotations", "drop"): quotations.drop,
    ("quotations", "add"): quotations.add,
    ("quotations", "source"): quotations.source,
    ("quotations", "bounds"): quotations.bounds,
    ("stances", "drop"): stances.drop,
    ("stances", "add"): stances.add,
    ("stances", "turn"): stances.turn,
}
STAGE = "corrections"


def corrected(tables: Tables, entries: Iterable[Correction]) -> Tables:
    """The rows of one article with its corrections, which stand in a table of their own with what became of each.

    What is mended has confidence 1 and the rule `corrected`; rows that merely follow keep theirs. One that fits nothing
    changes nothing, and is a problem too.
    """
    entries = tuple(entries)
    if not entries:
        return tables | {"corrections": []}
    sheet, outcomes = Sheet(tables).copy(), []
    for entry in entries:
        sheet, outcome = _applied(sheet, entry)
        outcomes.append(outcome)
    _refresh(sheet)
    problems = [_problem(sheet, one) for one in outcomes if one.outcome == UNFIT]
    found = sheet.tables | {"corrections": [_row(sheet, one) for one in outcomes]}
    return found | {"problems": [*sheet.tables["problems"], *problems]}


def _applied(sheet: Sheet, entry: Correction) -> tuple[Sheet, Outcome]:
    """The rows with one correction; as they were where it does not fit."""
    spans = tuple(filter(None, (place_of(anchor, sheet.text) for anchor in entry.at)))
    tried = sheet.copy()
    try:
        STEPS[entry.table, entry.action](tried, entry)
    except NeedlessError as error:
        return sheet, Outcome(entry, NEEDLESS, spans, str(error))
    except UnfitError as error:
        return sheet, Outcome(entry, UNFIT, spans, str(error))
    return tried, Outcome(entry, APPLIED, spans)


def _refresh(sheet: Sheet) -> None:
    """What is told twice, told alike: names beside ids, forms of names beside mentions."""
    names = {row["entity_id"]: row["name"] for row in sheet.tables["entities"]}
    for row in sheet.tables["entities"]:
        if row["rule"] == "corrected" and row["kind"] != "issue":
            row["aliases"] = actors.forms_of(sheet, row["entity_id"]) or row["aliases"]
    for row in sheet.tables["quotations"]:
        if row["source_ids"]:
            row["source"] = " and ".join(names[key] for key in row["source_ids"])
    for row in sheet.tables["stances"]:
        row |= {end: names[row[f"{end}_id"]] for end in ("holder", "target")}
    for row in sheet.tables["events"]:
        said = sheet.words(filter(None, [span_of(row, "actor_")]))
        row["actor"] = " and ".join(names[key] for key in row["actor_ids"]) or said or None


def _row(sheet: Sheet, one: Outcome) -> Row:
    entry, place = one.correction, one.spans[0] if one.spans else None
    return {
        "article_id": sheet.article["article_id"],
        "correction_id": entry.correction_id,
        "table": entry.table,
        "action": entry.action,
        **sheet.span("", place),
        "quote": " … ".join(anchor.quote for anchor in entry.at),
        "value": value_of(entry),
        "who": entry.who or None,
        "when": entry.when or None,
        "why": entry.why or None,
        "outcome": one.outcome,
        "message": one.problem,
    }


def _problem(sheet: Sheet, one: Outcome) -> Row:
    entry = one.correction
    what = f"correction {entry.correction_id} ({entry.action} in {entry.table}, {brief(entry.at[0].quote)})"
    message = f"{what} does not fit: {one.problem}"
    return {"article_id": sheet.article["article_id"], "stage": STAGE, "start": None, "end": None, "message": message}
