"""Corrections of quotations: one too many or too few, whose it is, where it begins and ends."""

from analysis.corrections.actors import follow_source, tidy
from analysis.corrections.sheet import SURE, NeedlessError, Row, Sheet, UnfitError, alike, brief, span_of
from analysis.records import Correction, Span

MARKS = "\"“”„«»‟″'‘’‹›"


def drop(sheet: Sheet, entry: Correction) -> None:
    """No quotation: it goes; one that it holds is held by what holds it, and stances in it stand in none."""
    row = _row(sheet, entry, NeedlessError)
    sheet.keep("quotations", lambda one: one is not row)
    for one in sheet.tables["quotations"]:
        if one["within"] == row["quotation_id"]:
            one["within"] = row["within"]
    for one in sheet.tables["stances"]:
        if one["quotation_id"] == row["quotation_id"]:
            one["quotation_id"] = None


def add(sheet: Sheet, entry: Correction) -> None:
    """A quotation that was overlooked, with its source and cue where they are given."""
    spans = sheet.places(entry.at)
    if sheet.most_alike("quotations", spans, lambda row: alike(map(tuple, row["content_spans"]), spans) == 1):
        raise NeedlessError("it is there already")
    source, cue = (sheet.place(one) if one else None for one in (entry.source, entry.cue))
    blank = {"quotation_id": "", "source_id": None, "source": None, "source_ids": [], **sheet.span("source_", None)}
    told = {"cue": sheet.words([cue]) if cue else None, **sheet.span("cue_", cue)}
    sort = {"kind": entry.kind or kind_of(sheet.text, spans), "cue_sort": "speech", "status": "said", "within": None}
    row = sheet.add("quotations", {**blank, **told, **_content(sheet, spans), **sort, **SURE})
    _speak(sheet, row, source)


def source(sheet: Sheet, entry: Correction) -> None:
    """Somebody else's words, or nobody's."""
    row = _row(sheet, entry, UnfitError)
    place = sheet.place(entry.source) if entry.source else None
    if span_of(row, "source_") == place:
        raise NeedlessError("its source is that already")
    _speak(sheet, row, place)
    row |= SURE


def bounds(sheet: Sheet, entry: Correction) -> None:
    """More or less of the text, in one or more pieces."""
    spans = sheet.places(entry.to)
    row = _row(sheet, entry, UnfitError)
    if spans == tuple(Span(*piece) for piece in row["content_spans"]):
        raise NeedlessError("it is so already")
    row |= _content(sheet, spans) | {"kind": entry.kind or kind_of(sheet.text, spans)} | SURE


def kind_of(text: str, spans: tuple[Span, ...]) -> str:
    """Direct if every piece stands in quotation marks, mixed if a mark stands in one, else indirect."""
    whole = [text[max(0, start - 1) : end + 1].strip() for start, end in spans]
    if all(words[0] in MARKS and words.rstrip(",.")[-1] in MARKS for words in whole):
        return "direct"
    return "mixed" if any(mark in text[start:end] for start, end in spans for mark in MARKS[:8]) else "indirect"


def _content(sheet: Sheet, spans: tuple[Span, ...]) -> Row:
    hull = Span(min(spans)[0], max(end for _, end in spans))
    return {
        "content": sheet.words(spans),
        **sheet.span("content_", hull),
        "content_spans": [list(one) for one in spans],
    }


def _row(sheet: Sheet, entry: Correction, absent: type[ValueError]) -> Row:
    row = sheet.most_alike("quotations", sheet.places(entry.at), lambda _: True)
    if row is None:
        raise absent(f"the words {brief(entry.at[0].quote)} are no quotation")
    return row


def _speak(sheet: Sheet, row: Row, place: Span | None) -> None:
    """The source of a quotation, and whom its words mention; stances in its words are his then."""
    mentions = [] if place is None else _mentions(sheet, place)
    old, keys = row["source_ids"], list(dict.fromkeys(one["entity_id"] for one in mentions))
    row |= sheet.span("source_", place) | {"source_ids": keys, "source_id": keys[0] if keys else None}
    row["source"] = None if place is None else sheet.words([place])
    for key in old:
        follow_source(sheet, row["quotation_id"], key, row["source_id"])
    tidy(sheet)


def _mentions(sheet: Sheet, place: Span) -> list[Row]:
    """The mention of just these words, else those in them that no other holds."""
    whole = sheet.mention(place)
    if whole is not None:
        return [whole]
    known = [row for row in sheet.tables["mentions"] if row["entity_id"]]
    inside = [row for row in known if place.start <= row["start"] and row["end"] <= place.end]
    return [row for row in inside if not any(_holds(other, row) for other in inside)]


def _holds(one: Row, other: Row) -> bool:
    return one is not other and one["start"] <= other["start"] and other["end"] <= one["end"]
