"""The rows of one article while they are corrected: found by their words, and kept in line with each other."""

from collections.abc import Callable, Iterable
from typing import Any

from analysis.corrections.anchors import place_of
from analysis.records import Anchor, Span

Row = dict[str, Any]
Tables = dict[str, list[Row]]
RULE = "corrected"
SURE = {"confidence": 1.0, "rule": RULE, "shown": True}
ALIKE = 0.5  # share of characters that two spans must have in common to be the same row's
NUMBERED = {"entities": ("entity_id", "e"), "mentions": ("mention_id", "m"), "quotations": ("quotation_id", "q")}
NUMBERED |= {"stances": ("stance_id", "s")}


class UnfitError(ValueError):
    """A correction that fits nothing in the article as it is read now."""


class NeedlessError(ValueError):
    """A correction of what is right already."""


class Sheet:
    """Rows by table, of one article; they are changed in place. Ids stay, and new rows get new ones."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.last = {
            table: max((int(row[name][1:]) for row in tables[table]), default=0)
            for table, (name, _) in NUMBERED.items()
        }
        (self.article,) = tables["articles"]
        self.text: str = self.article["text"]

    def copy(self) -> "Sheet":
        """The same rows, to be changed apart: what stands in a row is replaced, never changed itself."""
        other = Sheet({name: [dict(row) for row in rows] for name, rows in self.tables.items()})
        other.last = dict(self.last)
        return other

    def place(self, anchor: Anchor) -> Span:
        """Where an anchor's words stand.

        Raises UnfitError where they don't.
        """
        found = place_of(anchor, self.text)
        if found is None:
            raise UnfitError(f"the words {brief(anchor.quote)} no longer stand where they stood, or stand there twice")
        return found

    def places(self, anchors: Iterable[Anchor]) -> tuple[Span, ...]:
        """The same of several."""
        return tuple(map(self.place, anchors))

    def mention(self, span: Span) -> Row | None:
        """The mention of these words, else the one that is most like them."""
        return self.most_alike("mentions", (span,), lambda row: row["entity_id"] is not None)

    def entity_at(self, anchor: Anchor) -> Row:
        """The entity that some words mention.

        Raises UnfitError where they mention none.
        """
        mention = self.mention(self.place(anchor))
        if mention is None:
            raise UnfitError(f"the words {brief(anchor.quote)} mention nobody known")
        return self.entity(mention["entity_id"])

    def entity(self, key: str) -> Row:
        """The entity of an id."""
        return next(row for row in self.tables["entities"] if row["entity_id"] == key)

    def most_alike(self, table: str, spans: tuple[Span, ...], fits: Callable[[Row], bool]) -> Row | None:
        """The row whose words are most like some spans, if they are alike enough."""
        scored = [(alike(spans_of(table, row), spans), row) for row in self.tables[table] if fits(row)]
        best = max(scored, key=lambda pair: pair[0], default=(0.0, None))
        return best[1] if best[0] >= ALIKE else None

    def add(self, table: str, row: Row) -> Row:
        """A new row in its place in the text, under the next free id."""
        name, letter = NUMBERED[table]
        rows = self.tables[table]
        self.last[table] += 1
        new = {"article_id": self.article["article_id"], **row, name: f"{letter}{self.last[table]}"}
        start = spans_of(table, new)[0] if table != "entities" else Span(len(self.text), len(self.text))
        at = next(
            (n for n, one in enumerate(rows) if table != "entities" and spans_of(table, one)[0] > start), len(rows)
        )
        rows.insert(at, new)
        return new

    def keep(self, table: str, fits: Callable[[Row], bool]) -> None:
        """Only the rows that fit."""
        self.tables[table][:] = [row for row in self.tables[table] if fits(row)]

    def words(self, spans: Iterable[tuple[int, int]]) -> str:
        """What stands in some spans, as tables have it."""
        return " … ".join(self.text[start:end] for start, end in spans)

    def span(self, prefix: str, span: Span | None) -> Row:
        """The columns of a span."""
        start, end = span or (None, None)
        return {f"{prefix}start": start, f"{prefix}end": end}


def spans_of(table: str, row: Row) -> tuple[Span, ...]:
    """The words that a row is known by."""
    if table == "quotations":
        return tuple(Span(*piece) for piece in row["content_spans"])
    if table == "stances":
        return (Span(row["evidence_start"], row["evidence_end"]),)
    return (Span(row["start"], row["end"]),)


def span_of(row: Row, prefix: str) -> Span | None:
    """A row's span, where it has one."""
    start, end = row[f"{prefix}start"], row[f"{prefix}end"]
    return None if start is None else Span(start, end)


def meets(one: Span | None, other: Span | None) -> bool:
    """Whether two spans share a character."""
    return one is not None and other is not None and one[0] < other[1] and other[0] < one[1]


def alike(one: Iterable[tuple[int, int]], other: Iterable[tuple[int, int]]) -> float:
    """The share of characters that both have, of those that either has."""
    mine, theirs = ({n for start, end in spans for n in range(start, end)} for spans in (one, other))
    return len(mine & theirs) / len(mine | theirs) if mine & theirs else 0.0


def brief(words: str) -> str:
    """Words on one line, shortened."""
    line = " ".join(words.split())
    return f"“{line if len(line) < 60 else f'{line[:57]}…'}”"
