"""Corrections of stances: one too many or too few, or the wrong side."""

from collections.abc import Iterator

from analysis.corrections.sheet import SURE, NeedlessError, Row, Sheet, UnfitError, alike, spans_of
from analysis.records import Correction, Span

SIGN = {"support": 1.0, "oppose": -1.0, "neutral": 0.0}


def drop(sheet: Sheet, entry: Correction) -> None:
    """No stance, or not his or not on that: its row goes; with a side given, only a row of that side."""
    rows = [row for row in _rows(sheet, entry) if entry.polarity in (None, row["polarity"])]
    if not rows:
        raise NeedlessError("there is no such stance")
    sheet.keep("stances", lambda row: all(row is not one for one in rows))


def turn(sheet: Sheet, entry: Correction) -> None:
    """The other side."""
    rows = list(_rows(sheet, entry))
    if not rows:
        raise UnfitError("there is no such stance")
    wrong = [row for row in rows if row["polarity"] != entry.polarity]
    if not wrong:
        raise NeedlessError(f"it is {entry.polarity} already")
    right = next((row for row in rows if row["polarity"] == entry.polarity), wrong[0])
    right |= _side(entry)
    sheet.keep("stances", lambda row: row is right or all(row is not one for one in wrong))


def add(sheet: Sheet, entry: Correction) -> None:
    """A stance that was overlooked; who tells it is known by the quotation that its words stand in."""
    if any(row["polarity"] == entry.polarity for row in _rows(sheet, entry)):
        raise NeedlessError("it is there already")
    holder, target = sheet.entity_at(entry.holder), sheet.entity_at(entry.target)
    if holder is target:
        raise UnfitError(f"{holder['name']!r} takes no side on itself")
    (evidence,) = sheet.places(entry.at[:1])
    cue = sheet.place(entry.cue) if entry.cue else None
    told = _told(sheet, cue or evidence, holder["entity_id"])
    ends = _end(sheet, "holder", holder, entry) | _end(sheet, "target", target, entry)
    shown = {"cue": sheet.words([cue]) if cue else None, **sheet.span("cue_", cue)}
    proof = {"evidence": sheet.words([evidence]), **sheet.span("evidence_", evidence)}
    sheet.add("stances", {"stance_id": "", **ends, **_side(entry), **told, **shown, **proof})


def _side(entry: Correction) -> Row:
    return {"polarity": entry.polarity, "score": SIGN[entry.polarity], **SURE}


def _end(sheet: Sheet, end: str, entity: Row, entry: Correction) -> Row:
    place = sheet.place(getattr(entry, end))
    return {f"{end}_id": entity["entity_id"], end: entity["name"], **sheet.span(f"{end}_", place)}


def _rows(sheet: Sheet, entry: Correction) -> Iterator[Row]:
    """The rows of this holder and target whose evidence is, or lies in, these words."""
    (place,) = sheet.places(entry.at[:1])
    holder, target = (sheet.entity_at(one)["entity_id"] for one in (entry.holder, entry.target))
    for row in sheet.tables["stances"]:
        if (row["holder_id"], row["target_id"]) == (holder, target) and _same(spans_of("stances", row)[0], place):
            yield row


def _same(one: Span, other: Span) -> bool:
    within = (one.start <= other.start and other.end <= one.end) or (other.start <= one.start and one.end <= other.end)
    return within or alike([one], [other]) >= 0.5


def _told(sheet: Sheet, at: Span, holder: str) -> Row:
    """The quotation around some words, and who tells them where it is not the holder himself."""
    around = [row for row in sheet.tables["quotations"] if any(_within(at, Span(*one)) for one in row["content_spans"])]
    row = min(around, key=lambda one: one["content_end"] - one["content_start"], default=None)
    if row is None:
        return {"basis": "action", "said_by_id": None, "quotation_id": None}
    own = holder in row["source_ids"]
    by = None if own else row["source_id"]
    return {"basis": "quotation" if own else "action", "said_by_id": by, "quotation_id": row["quotation_id"]}


def _within(one: Span, other: Span) -> bool:
    return other.start <= one.start and one.end <= other.end
