"""The same quotation in several articles, by near-equal words: who has it whole, who shortened, altered or dropped it."""

from collections import defaultdict
from datetime import date
from typing import Any, NamedTuple

import networkx as nx
import pandas as pd

from analysis.comparison.frames import TEXT, WHOLE, frame
from analysis.comparison.outlets import outlet_of
from analysis.comparison.shingles import candidates, contains, in_common, shingles, words_of
from analysis.comparison.whole import Comparison
from analysis.readers.actors.matching import folded
from analysis.tables.plain import rows, shown, spoken

LEAST = 4  # words: shorter ones are often the same by chance
ALIKE = 0.75  # of the shorter one's words stand in the other, in the same order
RETOLD = 0.5  # from here on it is told in other words
APART = 7  # days between the first and the last article with it
SOON = 2  # days in which who leaves it out has dropped it
TIES = 3  # actors besides the speaker that articles on one affair share
COLUMNS = {
    "group": WHOLE,
    "actor": TEXT,
    "article_id": TEXT,
    "outlet": TEXT,
    "published": TEXT,
    "quotation_id": TEXT,
    "kind": TEXT,
    "treatment": TEXT,
    "content": TEXT,
}


class Said(NamedTuple):
    """A quotation with its speaker and its words."""

    actor: str
    article: Any
    row: Any
    words: list[str]
    pieces: list[list[str]]


def repeated_quotations(found: Comparison) -> pd.DataFrame:
    """Quotations that stand in two articles at least, a row an article; `group` numbers them by their first day.

    `treatment` is what an article does with it: `whole` (the longest version, the earliest of these, or the same words),
    `shortened` (a part of these words, unchanged), `altered`, `retold` (in other words, half of them the same) or
    `dropped`: an article of the same affair, not later than two days after the first, which names the speaker and leaves
    it out; `content` is then what it has him say instead, if anything. Words are compared without case and marks, within
    seven days, from four words on, and of one speaker alone. It does not know which version was said.
    """
    said = _said(found)
    graph = nx.Graph()
    for one, other in candidates({n: _elements(quote) for n, quote in enumerate(said)}):
        if _same(said[one], said[other]):
            graph.add_edge(one, other)
    groups = [[said[n] for n in sorted(group)] for group in nx.connected_components(graph)]
    groups = [group for group in groups if len({quote.row.article_id for quote in group}) > 1]
    groups.sort(
        key=lambda group: (group[0].article.published or "", group[0].row.article_id, group[0].row.content_start)
    )
    company = _company(found)
    spoken_by: dict[str, list[Said]] = defaultdict(list)
    for quote in said:
        spoken_by[quote.actor].append(quote)
    return frame(
        COLUMNS,
        [
            (number, *line)
            for number, group in enumerate(groups, 1)
            for line in (*_carried(group), *_dropped(found, group, company, spoken_by[group[0].actor]))
        ],
    )


def _said(found: Comparison) -> list[Said]:
    """What was said, of all articles, copies too, the earliest first."""
    quotes = []
    for row in rows(spoken(found.reading.quotations)):
        article, words = found.articles[row.article_id], words_of(row.content)
        if row.status == "said" and len(words) >= LEAST and (row.source or row.source_ids):
            actor = found.actors.get((row.article_id, row.source_id)) or folded(row.source or "")
            pieces = [words_of(article.text[start:end]) for start, end in row.content_spans]
            quotes.append(Said(actor, article, row, words, pieces))
    return sorted(
        quotes, key=lambda quote: (quote.article.published or "9999", quote.row.article_id, quote.row.content_start)
    )


def _elements(quote: Said) -> list[tuple[str, str]]:
    """By what it is found: runs of three words, of this speaker."""
    return sorted((quote.actor, run) for run in shingles(quote.words, 3))


def _same(one: Said, other: Said) -> bool:
    near = _days_between(one.article, other.article)
    return (
        one.row.article_id != other.row.article_id
        and near is not None
        and near <= APART
        and likeness(one.words, other.words) >= ALIKE
    )


def _days_between(one: Any, other: Any) -> int | None:
    """Days from one article to the other; 0 where neither has a day, None where one has none."""
    if one.published is None or other.published is None:
        return 0 if one.published == other.published else None
    return abs((date.fromisoformat(other.published) - date.fromisoformat(one.published)).days)


def likeness(mine: list[str], theirs: list[str]) -> float:
    """What part of the shorter one's words the other has, in the same order."""
    return in_common(mine, theirs) / max(1, min(len(mine), len(theirs)))


def treatment(quote: Said, whole: Said) -> str:
    """What was done to the longest version."""
    if quote.words == whole.words:
        return "whole"
    if all(contains(whole.words, piece) for piece in quote.pieces):
        return "shortened"
    return "altered" if likeness(quote.words, whole.words) >= ALIKE else "retold"


def _whole(group: list[Said]) -> Said:
    return max(group, key=lambda quote: len(quote.words))


def _carried(group: list[Said]) -> list[tuple[Any, ...]]:
    return [_line(quote.actor, quote.article, quote, treatment(quote, _whole(group))) for quote in group]


def _line(actor: str, article: Any, quote: Said | None, done: str) -> tuple[Any, ...]:
    own = (quote.row.quotation_id, quote.row.kind, done, quote.row.content) if quote else (None, None, done, None)
    return actor, article.article_id, outlet_of(article), article.published, *own


def _company(found: Comparison) -> dict[str, set[str]]:
    """The actors that are shown in each article."""
    visible = set(zip(*(shown(found.reading.entities)[name] for name in ("article_id", "entity_id")), strict=True))
    company: dict[str, set[str]] = defaultdict(set)
    for (article, entity), actor in found.actors.items():
        if (article, entity) in visible:
            company[article].add(actor)
    return company


def _dropped(
    found: Comparison, group: list[Said], company: dict[str, set[str]], by_speaker: list[Said]
) -> list[tuple[Any, ...]]:
    """The articles that name the speaker soon after and leave out the quotation, or retell it."""
    first, have = group[0], {quote.row.article_id for quote in group}
    affair = set().union(*(company[key] for key in have)) - {first.actor}
    lines = []
    for key, article in found.articles.items():
        if key in have or first.actor not in company[key] or len(company[key] & affair) < TIES:
            continue
        if article.published is None or not 0 <= _days_after(first.article, article) <= SOON:
            continue
        own = [quote for quote in by_speaker if quote.row.article_id == key]
        nearest = max(own, key=lambda quote: likeness(quote.words, _whole(group).words), default=None)
        near = likeness(nearest.words, _whole(group).words) if nearest else 0
        lines.append(_line(first.actor, article, nearest, "retold" if near >= RETOLD else "dropped"))
    return lines


def _days_after(one: Any, other: Any) -> int:
    if one.published is None:
        return -1
    return (date.fromisoformat(other.published) - date.fromisoformat(one.published)).days
