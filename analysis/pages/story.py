"""The story on one screen: who matters, what each said, who stands where, when, and how sure all this is."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from analysis.charts.base import ACTORS, SIGNS, plain
from analysis.charts.days import days_of, in_words, period_in_words, upper, what_is_done, who_acts
from analysis.console import counted
from analysis.pages.blocks import Block, Markup, bare, html
from analysis.pages.chronology import in_order
from analysis.pages.facts import SIGNED
from analysis.pages.links import anchor
from analysis.pages.lists import role_of, sentence_of, strength
from analysis.pages.marks import article_of
from analysis.reading import Reading
from analysis.tables.plain import rows, shown, speech, spoken

MOST = 5  # actors, holders and days
TARGETS = 3  # on a side of one holder
WEIGHT = 2  # mentions that a quotation or a stance counts for
WORDS, DEED = 170, 90  # characters of a quotation, of what is done on a day
SLACK = 1.25  # what is so much longer is not cut: the cut would hide less than it takes
KINDS = {"direct": 2, "mixed": 1, "indirect": 0}
SIGNED_AS = {"entities": "actors", "quotations": "quotations", "stances": "stances"}
SIDES = {"oppose": "against", "support": "for"}


def story(reading: Reading) -> Block:
    """Who matters most, with role and strongest quotation; who stands where; what is dated; how sure it all is.

    Of more than five actors, holders or days those are told that have the most rows, or the nearest to publication.
    """
    parts = [_facts(reading), _who(reading), _sides(reading), _sure(reading), _days(reading)]
    inside = "".join(part.markup for part in parts)
    return Block(f'<div class="story">{inside}</div>', "\n\n".join(part.text for part in parts))


def leading(reading: Reading) -> list[Any]:
    """The actors that matter most: by mentions, and twice by each quotation and each stance they are in."""
    weights: Counter[str] = Counter()
    for row in rows(spoken(reading.quotations)):
        weights.update(dict.fromkeys(row.source_ids, WEIGHT))
    for row in rows(shown(reading.stances)):
        weights.update({row.holder_id: WEIGHT, row.target_id: WEIGHT})
    actors = [row for row in rows(shown(reading.entities)) if row.kind in ACTORS]
    return sorted(actors, key=lambda row: -row.n_mentions - weights[row.entity_id])[:MOST]


def part(name: str, heading: str, lines: Iterable[Any], wrap: str, none: str) -> Block:
    """A part of the story under its heading."""
    found = list(lines)
    inside = f"<{wrap}>{''.join(found)}</{wrap.split()[0]}>" if found else f"<p>{html(none)}</p>"
    text = "\n".join([heading, *(bare(Markup(line)) for line in found or [none])])
    return Block(f'<div class="{name}"><p class="story-heading">{html(heading)}</p>{inside}</div>', text)


def _facts(reading: Reading) -> Block:
    """Who published it, where and when it was filed, how long it is."""
    article = article_of(reading)
    known = [
        article.outlet or article.agency,
        article.byline,
        article.dateline_place,
        article.published and in_words(article.published),
        f"{counted(article.n_words, 'word')}, {counted(article.reading_minutes, 'minute')} to read",
    ]
    return facts_line(known)


def facts_line(known: Iterable[str | None]) -> Block:
    """What is known, in one line."""
    found = [words for words in known if words]
    spans = "".join(f'<span dir="auto">{html(words)}</span>' for words in found)
    return Block(f'<p class="story-facts">{spans}</p>', " · ".join(found))


def _who(reading: Reading) -> Block:
    """A line an actor: name, role, strongest quotation."""
    article, said = article_of(reading), rows(spoken(reading.quotations))
    told: set[int] = set()
    lines = [_actor(reading, article, row, said, told) for row in leading(reading)]
    return part("story-who", "Who matters, and what they said", lines, "ul", "No actor was found.")


def _actor(reading: Reading, article: Any, row: Any, said: list[Any], told: set[int]) -> str:
    own = [found for found in said if found.status == "said" and row.entity_id in list(found.source_ids)]
    role = role_of(reading, row) or (row.country if row.country != row.name else None)
    known = f' <span class="role">{html(role)}</span>' if role else ""
    name = f'<span class="name" dir="auto">{html(row.name)}</span>{known}'
    words = _quoted(article, max(own, key=_weight)) if own else _unquoted(reading, article, row, told)
    return f"<li>{name}<br>{words}</li>"


def _weight(row: Any) -> tuple[float, ...]:
    """How strong a quotation is: in the source's own words first, then by how sure it is and how much it says."""
    return KINDS[row.kind] > 0, round(row.confidence, 1), KINDS[row.kind], len(row.content)


def _quoted(article: Any, row: Any) -> str:
    words = html(cut(re.sub(r",(?=[\"”'’]?$)", "", row.content), WORDS))
    tag = f'<q class="{row.kind}" dir="auto">{words}</q>'
    return f'{tag} <a href="#{anchor(article, row.quotation_id)}">{html(row.quotation_id)}</a>'


def cut(words: str, most: int) -> str:
    """So many characters, or all of a little more; the sign that more follows is not left alone on a line."""
    return plain(words, most if len(words) > SLACK * most else len(words)).replace(" …", "\N{NO-BREAK SPACE}…")


def _unquoted(reading: Reading, article: Any, actor: Any, told: set[int]) -> str:
    """Of somebody who is not quoted: the surest stance, taken or met with, else the first sentence that names him.

    A sentence that is among those `told` of others already is taken only where there is no other.
    """
    for row in sorted(_stands(reading), key=strength, reverse=True):
        if actor.entity_id in (row.holder_id, row.target_id):
            link = f'<a href="#{anchor(article, row.stance_id)}">{html(row.stance_id)}</a>'
            who = "" if row.holder_id == actor.entity_id else f"{html(row.holder)} is "
            whom = "it" if who and actor.kind in ("organization", "country") else html(row.target)
            return f'<span class="deed">{sign(row.polarity)} {who}{SIDES[row.polarity]} {whom} {link}</span>'
    found = [row for row in rows(reading.mentions) if row.entity_id == actor.entity_id and row.sentence]
    first = min(found, key=lambda row: row.sentence in told, default=None)
    start, end = sentence_of(article, first) if first else (0, 0)
    told.update([first.sentence] if first else [])
    return f'<span class="deed" dir="auto">{html(cut(article.text[start:end], WORDS)) if first else ""}</span>'


def _stands(reading: Reading) -> list[Any]:
    return [row for row in rows(shown(reading.stances)) if row.polarity in SIDES]


def _sides(reading: Reading) -> Block:
    """A line a holder: what it is against on the left, its name, what it is for on the right."""
    article, stands = article_of(reading), _stands(reading)
    taken = {row.polarity for row in stands}
    holders: dict[str, list[Any]] = {}
    for row in sorted(stands, key=strength, reverse=True):
        holders.setdefault(row.holder_id, []).append(row)
    ranked = sorted(holders.values(), key=len, reverse=True)[:MOST]
    lines = [_holder(article, found, taken) for found in ranked]
    if lines:
        heads = {side: f'<th scope="col">{sign(side)} {words}</th>' for side, words in SIDES.items()}
        lines.insert(0, _three(heads, "<td></td>", taken))
    return part("story-sides", "Who stands where", lines, "table", "Nobody's stance is told surely enough.")


def sign(side: str) -> str:
    """The sign of a side in its colour."""
    return f'<span class="{side}">{SIGNS[side][0]}</span>'


def _holder(article: Any, found: list[Any], taken: set[str]) -> str:
    sides = {side: f'<td class="{side}">{_targets(article, found, side)}</td>' for side in SIDES}
    return _three(sides, f'<th scope="row" dir="auto">{html(found[0].holder)}</th>', taken)


def _three(sides: Mapping[str, str], middle: str, taken: set[str]) -> str:
    """A line of the picture; a side that nobody takes has no column."""
    left, right = (sides[side] if side in taken else "" for side in ("oppose", "support"))
    return f"<tr>{left}{middle}{right}</tr>"


def _targets(article: Any, found: list[Any], side: str) -> str:
    surest = {row.target_id: row for row in reversed(found) if row.polarity == side}
    rows_of = sorted(surest.values(), key=strength, reverse=True)
    links = [f'<a href="#{anchor(article, row.stance_id)}">{html(row.target)}</a>' for row in rows_of[:TARGETS]]
    more = f' <span class="none">and {len(rows_of) - TARGETS} more</span>' if len(rows_of) > TARGETS else ""
    return '<span class="unseen">, </span>'.join(links) + more


def _days(reading: Reading) -> Block:
    """A line of days, past and to come, the day of publication among them."""
    published, days = article_of(reading).published, _by_day(reading)
    near = published or (days[-1][0].last_day if days else "")
    kept = sorted(days, key=lambda found: abs(_ordinal(days_of(found[0])[0]) - _ordinal(near)))[:MOST]
    past, ahead = (
        [found for found in days if found in kept and bool(found[0].to_come) == come] for come in (False, True)
    )
    told = any(published == found[0].first_day for found in days)
    now = f'<li class="now"><time datetime="{published}">{in_words(published or "")}</time> published</li>'
    lines = [*(_day(found, published) for found in past), *([now] if published and not told else [])]
    lines += [_day(found, published) for found in ahead]
    unknown = ": the day of publication is not known" if len(reading.dates) and not published else ""
    return part("story-days", "When", lines if past or ahead else [], "ol", f"Nothing is dated surely enough{unknown}.")


def _by_day(reading: Reading) -> list[list[Any]]:
    found: dict[tuple[Any, ...], list[Any]] = {}
    for row in in_order(shown(reading.events)):
        found.setdefault((bool(row.to_come), row.first_day), []).append(row)
    return list(found.values())


def _ordinal(day: str) -> int:
    return pd.Timestamp(day).toordinal()


def _day(found: list[Any], published: str | None) -> str:
    """A day or period, and the surest of what is done in it."""
    row = max(found, key=lambda row: row.confidence)
    deed = " ".join(filter(None, [upper(who_acts(row) or ""), what_is_done(row)]))
    more = f' <span class="none">and {len(found) - 1} more</span>' if len(found) > 1 else ""
    today = ' <span class="none">published</span>' if published == row.first_day else ""
    when = html(upper(period_in_words(*days_of(row))))
    words = f'<time datetime="{html(days_of(row)[0])}">{when}{today}</time> {html(cut(upper(deed), DEED))}{more}'
    return f'<li class="{"ahead" if row.to_come else "past"}">{words}</li>'


def _sure(reading: Reading) -> Block:
    """How many rows are shown, and how many are left out."""
    actors = reading.entities[reading.entities.kind.isin(ACTORS)]
    tables = {"actor": actors, "quotation": speech(reading.quotations), "stance": reading.stances}
    kept = {noun: len(shown(table)) for noun, table in tables.items()}
    here = [counted(number, noun) for noun, number in kept.items()]
    hidden = [counted(len(table) - kept[noun], noun) for noun, table in tables.items() if len(table) > kept[noun]]
    less = f" Left out as less sure: {listed(hidden)}." if hidden else ""
    return how_sure(f"Shown here: {listed(here)}.{less}")


def how_sure(words: str) -> Block:
    """What careful readers signed of rows as sure as those shown, and words on these."""
    signed = [f"{SIGNED[layer][0]} % of {noun}" for layer, noun in SIGNED_AS.items()]
    told = f"Of rows this sure in other articles, careful readers found right {listed(signed)}. {words}"
    markup = html(told).replace(" %", "\N{NO-BREAK SPACE}%")
    return Block(f'<div class="story-sure"><p class="story-heading">How sure</p><p>{markup}</p></div>', told)


def listed(words: list[str]) -> str:
    """One, two and three."""
    return " and ".join(filter(None, [", ".join(words[:-1]), words[-1]]))
