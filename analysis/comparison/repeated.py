"""The same quotation in several articles, by near-equal words: who has it whole, shortened, altered, dropped it."""

from collections import defaultdict
from datetime import date, timedelta
from typing import Any, NamedTuple

import pandas as pd

from analysis.comparison.outlets import outlet_of
from analysis.comparison.shingles import candidates, contains, in_common, shingles, words_of
from analysis.comparison.whole import Comparison
from analysis.readers.actors.matching import folded
from analysis.tables.plain import rows, spoken
from analysis.tables.typed import TEXT, WHOLE, frame

LEAST = 4  # words: shorter ones are often the same by chance
ALIKE = 0.75  # of the shorter one's words stand in the other, in the same order
RETOLD = 0.5  # from here on it is told in other words
APART = 7  # days between the first and the last article with it
SOON = 1  # days in which who leaves it out has dropped it
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

    `treatment` is what an article does with it: `whole` (the longest version, the earliest of these, or the same
    words), `shortened` (a part of these words, unchanged), `altered`, `retold` (in other words, half of them the same)
    or `dropped`: an article of the same affair, of the same day as the first or the next, which names the speaker and
    leaves it out; `content` is then what it has him say instead, if anything. Words are compared without case and
    marks, within seven days, from four words on, and of one speaker alone. It does not know which version was said.
    """
    import networkx as nx

    said = _said(found)
    graph = nx.Graph()
    for one, other in candidates({n: _elements(quote) for n, quote in enumerate(said)}):
        if _same(said[one], said[other]):
            graph.add_edge(one, other)
    groups = [[said[n] for n in sorted(group)] for group in nx.connected_components(graph)]
    groups = [group for group in groups if len({quote.row.article_id for quote in group}) > 1]
    affairs = _Affairs(found, said)
    lines = [
        (number, *line)
        for number, group in enumerate(sorted(groups, key=lambda group: _order(group[0])), 1)
        for line in (*_carried(group), *_dropped(group, affairs))
    ]
    return frame(COLUMNS, lines)


def _order(quote: Said) -> tuple[str, str, int]:
    """By day, article and place."""
    return quote.article.published or "9999", quote.row.article_id, quote.row.content_start


def _said(found: Comparison) -> list[Said]:
    """What was said, of all articles, copies too, the earliest first."""
    quotes = []
    for row in rows(spoken(found.reading.quotations)):
        article, words = found.articles[row.article_id], words_of(row.content)
        if row.status == "said" and len(words) >= LEAST and (row.source or row.source_ids):
            actor = found.actors.get((row.article_id, row.source_id)) or folded(row.source or "")
            pieces = [words_of(article.text[start:end]) for start, end in row.content_spans]
            quotes.append(Said(actor, article, row, words, pieces))
    return sorted(quotes, key=_order)


def _elements(quote: Said) -> list[tuple[str, str]]:
    """By what it is found: runs of three words, of this speaker."""
    return sorted((quote.actor, run) for run in shingles(quote.words, 3))


def _same(one: Said, other: Said) -> bool:
    days = (one.article.published, other.article.published)
    if one.row.article_id == other.row.article_id or (None in days and days != (None, None)):
        return False
    near = None in days or abs((date.fromisoformat(days[0]) - date.fromisoformat(days[1])).days) <= APART
    return near and likeness(one.words, other.words) >= ALIKE


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


class _Affairs:
    """Who is in which article, which articles are of which day, and what everybody says."""

    def __init__(self, found: Comparison, said: list[Said]) -> None:
        self.company: dict[str, set[str]] = defaultdict(set)
        self.on: dict[str | None, list[Any]] = defaultdict(list)
        self.by: dict[tuple[str, str], list[Said]] = defaultdict(list)
        for row in rows(found.links):
            self.company[row.article_id].add(row.actor)
        for article in found.articles.values():
            self.on[article.published].append(article)
        for quote in said:
            self.by[quote.row.article_id, quote.actor].append(quote)

    def soon_after(self, article: Any) -> list[Any]:
        """The articles of the same day and of the next; none where the day is not known."""
        if article.published is None:
            return []
        day = date.fromisoformat(article.published)
        return [other for n in range(SOON + 1) for other in self.on[(day + timedelta(n)).isoformat()]]


def _dropped(group: list[Said], affairs: _Affairs) -> list[tuple[Any, ...]]:
    """The articles that name the speaker soon after and leave out the quotation, or retell it."""
    actor, have = group[0].actor, {quote.row.article_id for quote in group}
    affair = set().union(*(affairs.company[key] for key in have)) - {actor}
    lines = []
    for article in affairs.soon_after(group[0].article):
        company = affairs.company[article.article_id]
        if article.article_id in have or actor not in company or len(company & affair) < TIES:
            continue
        own = affairs.by[article.article_id, actor]
        nearest = max(own, key=lambda quote: likeness(quote.words, _whole(group).words), default=None)
        near = likeness(nearest.words, _whole(group).words) if nearest else 0
        lines.append(_line(actor, article, nearest, "retold" if near >= RETOLD else "dropped"))
    return lines
