"""The chronology of what an article dates: past and to come apart, as a table and as a chart."""

from typing import Any

import pandas as pd

from analysis import charts
from analysis.charts.days import days_of, in_words, period_in_words, upper, what_is_done, who_acts
from analysis.console import counted
from analysis.pages.blocks import Block, Figure, Markup, figure, html, table, too_few
from analysis.pages.lists import entity_of, sentence_of
from analysis.pages.marks import Mark, article_of, marked_passage
from analysis.reading import Reading
from analysis.tables.plain import rows, shown

TOLD = 5  # of how many lines the alternative text of the chart tells
COLUMNS = ["When", "Who does what", "Sentence"]


def timeline(reading: Reading, *, actor: str | None = None) -> Block:
    """Every dated sentence in the order of time, with what each actor in it does; what is to come is a table apart.

    With `actor` (an entity id) only the sentences in which it does something.
    """
    published, events = article_of(reading).published, in_order(shown(reading.events))
    if actor is not None:
        kept = {row.date_id for row in events if actor in row.actor_ids}
        events = [row for row in events if row.date_id in kept]
    name = entity_of(reading, actor).name if actor is not None else ""
    past, ahead = ([row for row in events if bool(row.to_come) == come] for come in (False, True))
    if not ahead and (published is None or not past):
        return _table(f"What {name} does, dated" if name else "What is dated", reading, past)
    until = f", until {in_words(published)}" if published else ""
    done, to_come = (f"What {name} did", f"What {name} is to do") if name else ("Past", "To come")
    return _table(f"{done}{until}", reading, past) + _table(to_come, reading, ahead)


def timeline_figure(reading: Reading) -> Figure:
    """The same as a chart: a line an action that a date hangs on."""
    events = in_order(shown(reading.events))
    lines = [f"{when(row)}: {' '.join(filter(None, [who_acts(row), what_is_done(row)]))}" for row in events]
    n_ahead = sum(bool(row.to_come) for row in events)
    rest = f"; {len(lines)} in all" if len(lines) > TOLD else ""
    alt = f"Timeline, {n_ahead} of {len(lines)} lines to come. {'; '.join(lines[:TOLD])}{rest}."
    return figure(
        charts.timeline(reading.events, published=article_of(reading).published),
        alt=alt if lines else "Timeline. Nothing is dated.",
        caption="What the article dates, in the order of time, what is to come apart. Distances are not to scale.",
        data=charts.dated_actions(reading.events),
        name="chronology",
        wide=True,
        few=too_few(lines, "dated action"),
    )


def in_order(events: pd.DataFrame) -> list[Any]:
    """What is past, then what is to come, each in the order of time; the longer of two periods first."""
    return sorted(rows(events), key=lambda row: (bool(row.to_come), days_of(row)[0], _descending(row.last_day)))


def _descending(day: str) -> int:
    return -int(day.replace("-", ""))


def when(row: Any) -> str:
    """The day or the days of an event, in words."""
    return upper(period_in_words(*days_of(row)))


def _table(caption: str, reading: Reading, events: list[Any]) -> Block:
    lines = _lines(reading, events)
    number = f": {counted(len(lines), 'date')}" if lines else ""
    hidden = len(reading.events) - len(shown(reading.events))
    less = f"nothing is certain enough; {hidden:,} less certain only in the saved table"
    return table(
        f"{caption}{number}", COLUMNS, lines, order="in the order of time", none=less if hidden else "nothing is dated"
    )


def _lines(reading: Reading, events: list[Any]) -> list[tuple[Any, ...]]:
    """A line a time expression: when, who does what, and the sentence with the time expression marked."""
    article, dates = article_of(reading), {row.date_id: row for row in rows(reading.dates)}
    by_date: dict[str, list[Any]] = {}
    for row in events:
        by_date.setdefault(row.date_id, []).append(row)
    lines = []
    for key, found in by_date.items():
        mark = Mark(dates[key].start, dates[key].end, "chosen")
        words = marked_passage(article.text, *sentence_of(article, dates[key]), [mark])
        stamp = Markup(f'<time datetime="{html(days_of(found[0])[0])}">{html(when(found[0]))}</time>')
        lines.append((stamp, Markup(" ".join(map(_deed, found))), words))
    return lines


def _deed(row: Any) -> str:
    """What one actor does."""
    name = who_acts(row)
    who = f'<span class="actor">{html(upper(name))}</span> ' if name else ""
    return f'<span class="deed">{who}{html(what_is_done(row))}</span>'
