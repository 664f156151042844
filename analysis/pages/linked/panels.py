"""The panels of the explorer beside the text: lists of names, rows and days, and the matrix of stances."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from analysis.charts.base import ACTORS, SIGNS
from analysis.charts.days import in_words, upper, what_is_done, who_acts
from analysis.charts.signs import sign_of
from analysis.pages.blocks import html
from analysis.pages.chronology import in_order, when
from analysis.pages.linked.rows import View, manner_of, period
from analysis.pages.lists import percent

NUMBERS = "68 %: so many of such rows are right. Numbers that are left out belong to rows below the line."
ON = {"support": "for", "oppose": "against", "neutral": "neutral on"}


def names_panel(view: View) -> str:
    """Actors, then issues and places, the most mentioned first, with how often they are mentioned, quoted, take a
    stance, and have one taken on them."""
    found = sorted(view.linked.entities.values(), key=lambda row: -row.n_mentions)
    parts = (("Actors", ACTORS), ("Issues", ("issue",)), ("Places", ("place",)))
    most = max((row.n_mentions for row in found), default=1)
    bodies = "".join(_names(view, title, [row for row in found if row.kind in kinds], most) for title, kinds in parts)
    heads = "".join(f'<th scope="col">{name}</th>' for name in ("Mentions", "Quoted", "Takes", "Gets"))
    caption = "Takes, gets: stances it takes, stances on it"
    return (
        f'<table class="names"><thead><tr><td></td>{heads}</tr></thead>{bodies}</table>'
        f'<p class="hint none">No name is sure enough.</p><p class="hint">{caption}</p>'
    )


def _names(view: View, title: str, found: Sequence[Any], most: int) -> str:
    if not found:
        return ""
    lines = "".join(_name(view, row, most) for row in found)
    rows = view.rows(*(row.entity_id for row in found))
    return f'<tbody {rows}><tr><th scope="rowgroup" colspan="5">{title}</th></tr>{lines}</tbody>'


def _name(view: View, row: Any, most: int) -> str:
    key, linked = row.entity_id, view.linked
    mentions = [mention.mention_id for mention in linked.mentions if mention.entity_id == key]
    said = [quotation.quotation_id for quotation in linked.quotations if key in quotation.source_ids]
    takes = [stance.stance_id for stance in linked.stances if stance.holder_id == key]
    gets = [stance.stance_id for stance in linked.stances if stance.target_id == key]
    share = max(2, round(100 * row.n_mentions / most))
    bar = f'<svg class="bar" aria-hidden="true"><rect width="{share}%"/></svg>'
    counts = "".join(_count(view, keys, "td") if keys else "<td></td>" for keys in (said, takes, gets))
    return (
        f'<tr class="who" {view.rows(key)}><th scope="row">{pick(html(row.name))}</th>'
        f"<td>{bar}{_count(view, mentions, 'span')}</td>{counts}</tr>"
    )


def _count(view: View, keys: Sequence[str], tag: str) -> str:
    """How many of some rows are visible; nothing where none is."""
    return f"<{tag} data-tally {view.rows(*keys)}>{len(view.confidences(keys)) or ''}</{tag}>"


def rows_panel(view: View) -> str:
    """Quotations and stances, a line each, in the order of the text; with a choice those that belong to it.

    One that has the words of the line before has none of its own; the script brings them.
    """
    linked = view.linked
    lines = [(row.content_start, row.quotation_id, _quotation(row), row.content) for row in linked.quotations]
    lines += [(row.evidence_start, row.stance_id, _stance(row), row.evidence) for row in linked.stances]
    body, last = "", None
    for _, key, label, words in sorted(lines, key=lambda line: line[0]):
        now = (words, key in view.visible, key in view.lit)
        said = f'<p dir="auto">{html(words)}</p>' if now != last else ""  # else as the line before
        body += f"<li {view.rows(key)}>{pick(label)}{said}</li>"
        last = now
    return (
        f'<ul class="rows">{body}</ul><p class="hint none">No quotation and no stance.</p><p class="hint">{NUMBERS}</p>'
    )


def _quotation(row: Any) -> str:
    status = "" if row.status == "said" else f", {row.status.replace('_', ' ')}"
    head = f"<b>{html(row.source or 'source not named')}</b> {html(manner_of(row))}{status}"
    return f"{row.quotation_id} {head} {percent(row.confidence)}"


def _stance(row: Any) -> str:
    sign = sign_of(row.polarity, [row.confidence])
    side = f'<span class="{row.polarity}">{sign} {ON[row.polarity]}</span>'
    return f"{row.stance_id} <b>{html(row.holder)}</b> {side} <b>{html(row.target)}</b> {percent(row.confidence)}"


def days_panel(view: View) -> str:
    """What is dated, in the order of time, what is to come below the day of publication."""
    events = in_order(view.linked.reading.events)
    published = view.linked.article.published
    lines, last, told = [], None, published is None
    for row in events:
        if row.to_come and not told:
            lines.append(_published(published))
            told, last = True, None
        lines.append(_event(view, row, first=period(row) != last))
        last = period(row) if row.event_id in view.visible else last
    if lines and not told:
        lines.append(_published(published))
    return f'<ol class="days">{"".join(lines)}</ol><p class="hint none">Nothing is dated.</p>'


def _published(day: str) -> str:
    return f'<li class="published">published {html(in_words(day))}</li>'


def _event(view: View, row: Any, *, first: bool) -> str:
    name = who_acts(row)
    deed = f"{f'<b>{html(upper(name))}</b> ' if name else ''}{html(what_is_done(row))}"
    ahead = " ahead" if row.to_come else ""
    again = "" if first else " again"
    return f'<li class="event{ahead}{again}" {view.rows(row.event_id)}>{pick(html(when(row)))}<span>{deed}</span></li>'


def matrix_panel(view: View) -> str:
    """Holders by targets, a cell a pair; signs are hollow where the best of their rows is less sure."""
    found = view.linked.stances
    if not found:
        return '<p class="hint">No stance was found.</p>'
    holders, targets = (_ranked(view, found, side) for side in ("holder_id", "target_id"))
    heads = "".join(_head(view, target, found) for target in targets)
    lines = "".join(_line(view, holder, targets, [r for r in found if r.holder_id == holder]) for holder in holders)
    return (
        f'<table class="matrix"><thead><tr><td></td>{heads}</tr></thead><tbody>{lines}</tbody></table>'
        '<p class="hint none">No stance is sure enough.</p>'
    )


def _ranked(view: View, found: Iterable[Any], side: str) -> list[str]:
    """Those on a side, whoever has most visible rows first."""
    found = list(found)
    visible = Counter(getattr(row, side) for row in found if row.stance_id in view.visible)
    rest = dict.fromkeys(getattr(row, side) for row in found)
    return [key for key, _ in visible.most_common()] + [key for key in rest if key not in visible]


def _head(view: View, target: str, found: Iterable[Any]) -> str:
    keys = [row.stance_id for row in found if row.target_id == target]
    name = html(view.linked.entities[target].name)
    return f'<th scope="col" {view.rows(*keys)}>{pick(name, actor=target)}</th>'


def _line(view: View, holder: str, targets: Sequence[str], found: Sequence[Any]) -> str:
    head = pick(html(view.linked.entities[holder].name), actor=holder)
    cells = "".join(_cell(view, [r for r in found if r.target_id == key]) for key in targets)
    return f'<tr {view.rows(*(row.stance_id for row in found))}><th scope="row">{head}</th>{cells}</tr>'


def _cell(view: View, found: Sequence[Any]) -> str:
    if not found:
        return "<td></td>"
    by_side: dict[str, list[str]] = {}
    for row in found:
        by_side.setdefault(row.polarity, []).append(row.stance_id)
    signs = "".join(tally(view, side, by_side[side]) for side in SIGNS if side in by_side)
    keys = view.rows(*(row.stance_id for row in found))
    return f'<td class="cell" {keys}>{pick(signs)}</td>'


def tally(view: View, side: str, keys: Sequence[str], tag: str = "span", more: str = "") -> str:
    """The sign of the visible ones among some stances of one side."""
    sign = sign_of(side, view.confidences(keys))
    return f'<{tag} class="{side}" data-tally="{side}" {view.rows(*keys)}{more}>{sign}</{tag}>'


def pick(words: str, *, actor: str = "") -> str:
    """A button that chooses an actor, else what the first row of its place chooses; `words` are HTML already."""
    chosen = f' data-pick="actor" data-value="{html(actor)}"' if actor else ""
    return f'<button class="pick"{chosen}>{words}</button>'
