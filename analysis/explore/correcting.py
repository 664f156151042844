"""A panel to mend rows by: pick a row, say what is wrong, save it with who and why; what was mended, each to be undone.

It only picks arguments for `analysis.corrections`; text of the article is shown as text.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import ipywidgets as widgets
from traitlets import Instance

from analysis import corrections as mend
from analysis.console import counted
from analysis.explore.alone import NeedsKernel
from analysis.explore.explorer import Explorer
from analysis.explore.mendings import MENDINGS
from analysis.pages.blocks import html
from analysis.reading import Reading
from analysis.tables.plain import rows
from analysis.tables.schemas import KINDS, POLARITIES

WIDE = {"width": "min(48rem, 100%)"}
LABELS = {"description_width": "7rem"}
LONGEST = 110  # characters of a row in a list
TABLES = {"Actors, places, issues": "entities", "Quotations": "quotations", "Stances": "stances"}
IDS = {"entities": "entity_id", "quotations": "quotation_id", "stances": "stance_id"}
SELECTED = {"Words": "words", "Source": "source"}  # fields that text selected in an explorer goes to
OUTCOMES = {"applied": "", "needless": " (right already)", "unfit": " (fits nothing any more)"}


class CorrectionPanel(NeedsKernel, widgets.VBox):
    """Mend rows of one article: of a reading, or of what an explorer shows.

    Beside an explorer the row follows what is chosen there, text that is selected there is the words of a field, and it
    shows what was mended. `reading` is the corrected one: observe it to follow. `file` is where corrections are kept,
    that beside the article unless another is named; `article` is needed where the reading has several. Raises
    ValueError where no file is known.
    """

    alone = "Here wrong rows are mended."
    reading = Instance(Reading)

    def __init__(
        self, reading: Reading | Explorer, file: str | Path | None = None, *, article: str | None = None
    ) -> None:
        self._explorer = reading if isinstance(reading, Explorer) else None
        shown = reading.reading if isinstance(reading, Explorer) else reading
        self._named, self._spans, self._busy = file, {}, False
        self._file, self._article = mend.file_of(shown, file), mend.text_of(shown, article)[0]
        self._make()
        self._listen()
        asked = [self._table, self._row, self._wrong, self._into, *self._fields.values(), self._who, self._why]
        super().__init__([*asked, self._save, self._said, self._made], reading=shown)
        self._try(lambda: self._take(mend.apply(shown, self._file)))

    def _make(self) -> None:
        self._table = _list("Table", list(TABLES.items()))
        self._row, self._wrong = _list("Row"), _list("What is wrong")
        self._into = _list("Selected text is", list(SELECTED.items()))
        self._fields = _fields()
        self._who, self._why = _line("Corrected by"), _line("Why", "a reason that others can follow")
        self._save = widgets.Button(description="Save this correction", button_style="primary")
        self._save.layout = {"width": "auto", "align_self": "flex-start", "margin": "2px 2px 2px 7.5rem"}
        self._said, self._made = widgets.HTML(), widgets.VBox()

    def _listen(self) -> None:
        self._table.observe(lambda _: self._offer(), "value")
        self._row.observe(lambda _: self._ask(), "value")
        self._wrong.observe(lambda _: self._ask(), "value")
        self._save.on_click(lambda _: self._try(self._mend))
        if self._explorer:
            self._explorer.observe(lambda change: self._busy or self._try(lambda: self._open(change.new)), "reading")
            self._explorer.observe(lambda change: self._busy or self._follow(change.new), "selection")
            self._explorer.observe(lambda change: self._busy or self._select(change.new), "span")

    def choose(self, row: str) -> None:
        """Pick a row by its id: `e1`, `q3`, `s2`."""
        table = {"e": "entities", "q": "quotations", "s": "stances"}.get(row[:1])
        if table is None or row not in [key for _, key in self._rows(table)]:
            raise ValueError(f"there is no row {row!r} to mend in {self._article!r}")
        self._table.value, self._row.value = table, row

    def _mend(self) -> None:
        mending = self._wrong.value
        given = {name: field.value for name, field in self._fields.items()}
        near = self._start(self._table.value, self._row.value)
        given |= {"article": self._article, "near": near, "spans": self._spans}
        entry = mending.make(self.reading, self._row.value, given)
        who, why = self._who.value.strip(), self._why.value.strip()
        self._take(mend.add(self.reading, entry, self._file, who=who, why=why))
        self._said.value = '<p role="status">Saved.</p>'

    def _undo(self, correction: str) -> None:
        self._take(mend.undo(self.reading, correction, self._file))
        self._said.value = '<p role="status">Undone.</p>'

    def _try(self, step: Callable[[], None]) -> None:
        """Do something; what the user can mend is one line."""
        self._said.value = ""
        try:
            step()
        except (ValueError, OSError) as error:
            self._said.value = f'<p role="alert">{html(str(error))}</p>'
            self._offer()

    def _open(self, reading: Reading) -> None:
        """Another article, which the explorer shows."""
        self._save.disabled = True
        self._file, self._article = mend.file_of(reading, self._named), mend.text_of(reading)[0]
        self._take(mend.apply(reading, self._file))
        self._save.disabled = False

    def _follow(self, choice: Mapping[str, Any]) -> None:
        """The row that is chosen in the explorer; of a pair the first."""
        pairs = {(row.holder_id, row.target_id): row.stance_id for row in reversed(self._own("stances"))}
        for sort, value in choice.items():
            row = pairs.get(tuple(value)) if sort == "pair" else value if sort in ("actor", "quotation") else None
            with suppress(ValueError):
                self.choose(row or "")

    def _select(self, span: Sequence[int]) -> None:
        """Text selected in the explorer goes to the field that asks for words of the text."""
        asked = [name for name in SELECTED.values() if name in self._wrong.value.fields]
        if not span or not asked:
            return
        field = self._into.value if len(asked) > 1 else asked[0]
        self._fields[field].value = mend.text_of(self.reading, self._article)[1][slice(*span)].strip()
        self._spans[field] = tuple(span)

    def _take(self, reading: Reading) -> None:
        self.reading = reading
        self._show()
        self._offer()
        found = [row for row in rows(reading.corrections) if row.article_id == self._article]
        count = widgets.HTML(f"<b>{counted(len(found), 'correction')}</b>")
        self._made.children = [count, *map(self._line_of, found)]

    def _show(self) -> None:
        """What was mended, in the explorer; what was chosen there stays chosen where it is still there."""
        if self._explorer is None or not (len(self.reading.corrections) or len(self._explorer.reading.corrections)):
            return
        self._busy, choice = True, self._explorer.selection
        self._explorer.reading = self.reading
        with suppress(ValueError):
            self._explorer.selection = choice
        self._busy = False

    def _line_of(self, row: Any) -> widgets.HBox:
        now = f" → {row.value}" if row.value else ""
        what = f"{row.action} in {row.table}, “{_short(row.quote)}”{now}"
        by = ", ".join(filter(None, (row.who, row.when, row.why)))
        undo = widgets.Button(description=f"Undo {row.correction_id}", layout={"width": "auto"})
        undo.on_click(lambda _: self._try(partial(self._undo, row.correction_id)))
        return widgets.HBox([undo, widgets.HTML(html(f"{what} {f'({by})' if by else ''}{OUTCOMES[row.outcome]}"))])

    def _offer(self) -> None:
        """The rows of the table chosen, and what can be wrong with them; a row that was chosen stays chosen."""
        table, chosen, wrong = self._table.value, self._row.value, self._wrong.value
        options = self._rows(table)
        self._row.options = options
        self._row.value = chosen if chosen in [key for _, key in options] else next((key for _, key in options), None)
        mendings = [(one.label, one) for one in MENDINGS[table]]
        self._wrong.options = mendings
        self._wrong.value = wrong if wrong in MENDINGS[table] else MENDINGS[table][0]
        self._ask()

    def _ask(self) -> None:
        """The fields that a mending asks for, filled with what is there."""
        if self._wrong.value is None:
            return
        entities = self._rows("entities")
        for name in ("other", "holder", "target"):
            _refill(self._fields[name], [pair for pair in entities if name != "other" or pair[1] != self._row.value])
        own = [row for row in self._own("mentions") if row.entity_id == self._row.value]
        self._fields["mentions"].options = [(f"{row.text} ({row.start})", row.mention_id) for row in own]
        for name, field in self._fields.items():
            field.layout.display = "" if name in self._wrong.value.fields else "none"
        both = self._explorer and all(name in self._wrong.value.fields for name in SELECTED.values())
        self._into.layout.display = "" if both else "none"
        self._into.value, row = "words", self._chosen()
        kept = self._table.value == "quotations" and row and not self._wrong.value.new
        self._fields["words"].value, self._fields["source"].value = row.content if kept else "", ""
        self._spans = {}
        if self._explorer and self._wrong.value.new:
            self._select(self._explorer.span)

    def _rows(self, table: str) -> list[tuple[str, str]]:
        told = {
            "entities": lambda row: f"{row.name} ({row.kind})",
            "quotations": lambda row: f"{row.source or 'somebody'}: {row.content}",
            "stances": lambda row: f"{row.holder} {row.polarity} {row.target}: {row.evidence}",
        }[table]
        found = [(getattr(row, IDS[table]), row) for row in self._own(table)]
        return [(_short(f"{key} {told(row)}"), key) for key, row in found]

    def _own(self, table: str) -> list[Any]:
        return [row for row in rows(getattr(self.reading, table)) if row.article_id == self._article]

    def _chosen(self) -> Any:
        table = self._table.value
        return next((row for row in self._own(table) if getattr(row, IDS[table]) == self._row.value), None)

    def _start(self, table: str, key: str | None) -> int:
        """Where a row begins, so that of words that stand there twice the nearest are meant."""
        row = self._chosen()
        if row is None or table == "entities":
            return 0
        return row.content_start if table == "quotations" else row.evidence_start


def _fields() -> dict[str, widgets.Widget]:
    many = widgets.SelectMultiple(description="Mentions", layout=WIDE, style=LABELS)
    words = widgets.Textarea(
        description="Words", placeholder="selected in the text or copied from it; … between pieces", style=LABELS
    )
    words.layout = WIDE
    return {
        "other": _list("Same as"),
        "mentions": many,
        "holder": _list("Who"),
        "target": _list("On whom, what"),
        "side": _list("Side", [(side, side) for side in POLARITIES]),
        "words": words,
        "source": _line("Source", "the words of the text for who says it; empty for nobody"),
        "name": _line("Name"),
        "kind": _list("Kind", [(kind, kind) for kind in KINDS]),
        "role": _line("Role"),
    }


def _list(label: str, options: list[tuple[str, Any]] | None = None) -> widgets.Dropdown:
    return widgets.Dropdown(options=options or [], description=label, layout=WIDE, style=LABELS)


def _line(label: str, hint: str = "") -> widgets.Text:
    return widgets.Text(description=label, placeholder=hint, layout=WIDE, style=LABELS)


def _refill(field: widgets.Dropdown, options: list[tuple[str, str]]) -> None:
    chosen = field.value
    field.options = options
    field.value = chosen if chosen in [key for _, key in options] else next((key for _, key in options), None)


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
