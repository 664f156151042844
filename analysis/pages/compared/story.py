"""The comparison on one screen: who is in most articles, who stood where when, what became of the same words."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from analysis.charts.days import in_words
from analysis.comparison import Comparison, repeated_quotations, stances_over_time
from analysis.comparison.outlets import outlet_of
from analysis.comparison.series import ALL, UNDATED
from analysis.console import counted
from analysis.pages.blocks import Block, Markup, html
from analysis.pages.compared.lists import in_several, outlets_in, role_in, span_of
from analysis.pages.compared.wordings import CHANGED, DONE, eventful, whole_of, wording
from analysis.pages.story import SIDES, facts_line, how_sure, listed, part, sign
from analysis.tables.plain import rows

MOST = 5  # actors, pairs
QUOTED = 3  # quotations


def story(found: Comparison) -> Block:
    """Who is in most articles, who stood where when, which quotations an outlet changed or dropped; how sure all is."""
    parts = [_facts(found), _who(found), _sides(found), _sure(found), _words(found)]
    return Block(f'<div class="story">{"".join(p.markup for p in parts)}</div>', "\n\n".join(p.text for p in parts))


def _facts(found: Comparison) -> Block:
    known = list(found.articles.values())
    outlets = counted(len({outlet_of(article) for article in known}), "outlet")
    days = sorted(article.published for article in known if article.published)
    copies = counted(len(found.copies), "copy", "copies") + " of others" if len(found.copies) else None
    return facts_line([span_of(days) if days else None, outlets, copies])


def _who(found: Comparison) -> Block:
    lines = [_actor(found, name, group) for name, group in in_several(found)[:MOST]]
    return part("story-who", "Who is in most of them", lines, "ul", "Nobody is in two of them.")


def _actor(found: Comparison, name: str, group: list[Any]) -> str:
    role = f' <span class="role">{html(role_in(group))}</span>' if role_in(group) else ""
    number = f"{len({row.article_id for row in group})} of {counted(len(found.articles), 'article')}"
    told = f"{number}: {outlets_in(found, group)}"
    return f'<li><span class="name" dir="auto">{html(name)}</span>{role}<br><span class="deed">{html(told)}</span></li>'


def _sides(found: Comparison) -> Block:
    """The pairs that most articles have, with the side they take in each period."""
    series = stances_over_time(found)
    pairs: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for row in sorted(rows(series[series.outlet == ALL]), key=lambda row: row.period):
        if any(getattr(row, side) for side in SIDES):
            pairs[row.holder, row.target].append(row)
    ranked = sorted(pairs.items(), key=lambda one: (-sum(row.articles for row in one[1]), one[0]))[:MOST]
    lines = [_pair(holder, target, periods) for (holder, target), periods in ranked]
    return part("story-sides", "Who stood where, by how many articles", lines, "ul", "Nobody's stance is told.")


def _pair(holder: str, target: str, periods: Iterable[Any]) -> str:
    told = "".join(f'<br><span class="deed">{_period(row)}</span>' for row in periods)
    return f'<li><span class="name" dir="auto">{html(holder)}</span> on {html(target)}{told}</li>'


def _period(row: Any) -> str:
    """The sides taken in a period, and by how many articles: `▼ against in 2, from 29 March 2021`."""
    taken = [f"{sign(side)} {words} in {getattr(row, side)}" for side, words in SIDES.items() if getattr(row, side)]
    return ", ".join([*taken, *([] if row.period == UNDATED else [f"from {html(in_words(row.period))}"])])


def _words(found: Comparison) -> Block:
    """Quotations that an outlet altered, retold, shortened or dropped."""
    groups: dict[int, list[Any]] = defaultdict(list)
    for row in rows(repeated_quotations(found)):
        groups[row.group].append(row)
    changed = [group for group in groups.values() if any(row.treatment in CHANGED for row in group)]
    lines = [_quotation(group) for group in sorted(changed, key=eventful)[:QUOTED]]
    none = "No outlet changed words that another has whole."
    return part("story-words", "What became of the same words", lines, "ul", none)


def _quotation(group: list[Any]) -> str:
    whole = whole_of(group)
    other = min((row for row in group if row.treatment in CHANGED), key=lambda row: CHANGED.index(row.treatment))
    words = wording(other, whole) if other.treatment != "dropped" else Markup(html(whole.content))
    kept = listed(sorted({row.outlet for row in group if row.treatment == "whole"}))
    done = f"{DONE[other.treatment]} by {other.outlet}, whole in {kept}"
    return (
        f'<li><span class="name" dir="auto">{html(group[0].actor)}</span> <q dir="auto">{html(words)}</q> '
        f'<span class="none">{html(done)}</span></li>'
    )


def _sure(found: Comparison) -> Block:
    here = [counted(len(found.quotations), "quotation"), counted(len(found.stances), "stance")]
    return how_sure(f"Compared here, copies counted once: {listed(here)}. What one article says is little.")
