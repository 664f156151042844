"""The explorer as a page: text, names, rows, matrix, network and chronology, in which one choice shows everywhere."""

import json
from collections.abc import Sequence
from dataclasses import replace

from analysis.charts.days import in_words, period_in_words
from analysis.console import counted
from analysis.pages.blocks import Block, html
from analysis.pages.linked.choice import ALL, KINDS, Choice, checked, known_kinds
from analysis.pages.linked.controls import controls
from analysis.pages.linked.drawing import network_panel
from analysis.pages.linked.panels import days_panel, matrix_panel, names_panel, rows_panel
from analysis.pages.linked.rows import Linked, Row, State, View
from analysis.pages.linked.text import text_panel
from analysis.reading import Reading

__all__ = ["ALL", "KINDS", "Linked", "State", "View", "checked", "chosen", "explorer", "known_kinds"]

PANELS = {
    "text": ("The text", text_panel),
    "names": ("Who and what is in it", names_panel),
    "rows": ("Who said what, who stands where", rows_panel),
    "network": ("Who stands where, as a network", network_panel),
    "matrix": ("Who (rows) stands where on whom or what (columns)", matrix_panel),
    "days": ("What happens when", days_panel),
}


COLUMNS = {
    "entities": "entity_id",
    "mentions": "mention_id",
    "roles": "entity_id",
    "quotations": "quotation_id",
    "stances": "stance_id",
    "dates": "date_id",
    "events": "event_id",
}
COUNTED = {"m": "mention", "q": "quotation", "s": "stance", "v": "event"}


def explorer(
    reading: Reading, choice: Choice | None = None, *, least: float | None = None, kinds: Sequence[str] = ALL
) -> Block:
    """Everything about one article in one view, and what belongs to a choice lit in all of it.

    `choice` is what `checked` takes; `least` the confidence from which on rows are shown, None for the line measured
    for each table; `kinds` those of `ALL` that are shown. With a few lines of script it can be chosen from, without
    script it shows the choice given. Raises ValueError for a choice that is none, and for a kind that there is not.
    """
    view = View(Linked(reading), state_of(reading, choice, least, kinds))
    sort = next(iter(view.state.choice), "")
    panels = "".join(_panel(name, title, sort, show(view)) for name, (title, show) in PANELS.items())
    state = _json({"selection": dict(view.state.choice), "least": least, "kinds": list(kinds)})
    data = _json({"rows": _rows(view), "names": _names(view)}).replace("<", "\\u003c")
    markup = (
        f'<div class="explorer" data-explorer data-state="{html(state)}">'
        f'<script type="application/json" data-linked>{data}</script>{controls(view, summary(view))}'
        f'<div class="panels">{panels}</div><p class="unseen" role="status" data-cursor-told></p></div>'
    )
    return Block(markup, f"{summary(view)}\n\n{view.linked.article.text}")


def state_of(reading: Reading, choice: Choice | None, least: float | None, kinds: Sequence[str]) -> State:
    """The state, where there is such a one."""
    return State(checked(reading, choice), least, tuple(known_kinds(kinds)))


def chosen(
    reading: Reading, choice: Choice | None = None, *, least: float | None = None, kinds: Sequence[str] = ALL
) -> Reading:
    """The rows that belong to a choice, as the explorer lights them; where nothing is chosen all that it shows."""
    view = View(Linked(reading), state_of(reading, choice, least, kinds))
    keys = view.lit if view.state.choice else view.visible
    tables = {}
    for name, column in COLUMNS.items():
        table = getattr(reading, name)
        tables[name] = table[table[column].isin(keys)].reset_index(drop=True)
    return replace(reading, **tables)


def summary(view: View) -> str:
    """What is chosen, and how many rows belong to it."""
    keys = view.lit if view.state.choice else view.visible
    numbers = [counted(sum(key.startswith(letter) for key in keys), noun) for letter, noun in COUNTED.items()]
    return f"{named(view)}: {', '.join(numbers)}"


def named(view: View) -> str:
    """What is chosen, in words."""
    names = _names(view)
    for sort, value in view.state.choice.items():
        if sort == "pair":
            return " on ".join(names[key] for key in value)
        return f"“{value}”" if sort == "word" else names.get(value, value)
    return "Everything"


def _names(view: View) -> dict[str, str]:
    """Entities by name, days as people write them."""
    days = {day: period_in_words(*day.split("/")) if "/" in day else in_words(day) for day in view.linked.days.values()}
    return {key: row.name for key, row in view.linked.entities.items()} | days


def _rows(view: View) -> dict[str, list]:
    """The rows for the script."""
    found = view.linked.rows
    return {key: _row(row, found.get(row.chooses, row)) for key, row in found.items()}


def _row(row: Row, chosen: Row) -> list:
    """What a row belongs to, first what it chooses; kinds, confidence and whether it is shown only where the row that
    it chooses has others."""
    of = " ".join([row.chooses, *sorted(row.of - {row.chooses})])
    known = Row("", frozenset()) if chosen is row else chosen
    return [of] if row[2:] == known[2:] else [of, " ".join(row.kinds), round(row.confidence, 4), int(row.shown)]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _panel(name: str, title: str, sort: str, body: str) -> str:
    label = html(title)
    return (
        f'<section class="panel {name}-panel"><p class="panel-title">{label}</p>'
        f'<div class="inside" tabindex="0" role="group" aria-label="{label}" data-panel="{name}" '
        f'data-chosen="{sort}">{body}</div></section>'
    )
