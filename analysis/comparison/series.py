"""Stances over time and by outlet, each point with its number of articles and an interval; the network by month."""

from collections import Counter, defaultdict
from datetime import date, timedelta
from math import sqrt
from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis.comparison.outlets import outlet_of
from analysis.comparison.whole import Comparison
from analysis.tables.plain import rows
from analysis.tables.typed import REAL, TEXT, WHOLE, frame

if TYPE_CHECKING:
    import networkx as nx

SIDES = ("support", "oppose", "neutral")
ALL = "all outlets"
PERIODS = ("day", "week", "month", "year")
WEEKLY, MONTHLY = 120, 3 * 366  # days: a longer corpus is told by the month, by the year
Z = 1.959964  # 95 %
UNDATED = "not dated"
LINKED = {
    **dict.fromkeys(("article_id", "stance_id", "published", "outlet", "holder", "target", "polarity"), TEXT),
    "confidence": REAL,
    "evidence": TEXT,
    **dict.fromkeys(("evidence_start", "evidence_end"), WHOLE),
}
SERIES = {
    **dict.fromkeys(("holder", "target", "outlet", "period"), TEXT),
    **dict.fromkeys(("articles", *SIDES), WHOLE),
    **dict.fromkeys(("balance", "low", "high"), REAL),
}
EDGES = {
    **dict.fromkeys(("month", "holder", "target"), TEXT),
    **dict.fromkeys(("articles", *SIDES), WHOLE),
    "balance": REAL,
}


def linked_stances(found: Comparison) -> pd.DataFrame:
    """The stances that are shown, between actors of all articles, of copies once; nobody's on himself."""
    lines = []
    for row in found.stances:
        article = found.articles[row.article_id]
        holder, target = (found.actors[row.article_id, key] for key in (row.holder_id, row.target_id))
        if holder != target:
            facts = (row.polarity, row.confidence, row.evidence, row.evidence_start, row.evidence_end)
            lines.append((row.article_id, row.stance_id, article.published, outlet_of(article), holder, target, *facts))
    return frame(LINKED, lines)


def stances_over_time(found: Comparison, *, every: str | None = None) -> pd.DataFrame:
    """A row a holder, target, outlet and period, and one for all outlets together.

    `period` is the first day of the day, week (from Monday), month or year; without `every` that fits the length of the
    corpus. `support`, `oppose` and `neutral` count articles by the side that their stances take on the whole; `balance`
    is from -1, all against, to 1, all for, and `low` to `high` is its 95 % interval (Wilson's, over articles: so few
    articles leave it wide). Articles without a day are left out. Raises ValueError for another `every`.
    """
    made = [row for row in rows(linked_stances(found)) if row.published]
    every = every or _fitting([row.published for row in made])
    if every not in PERIODS:
        raise ValueError(f"every {every!r}: there are {', '.join(PERIODS)}")
    points: dict[tuple[str, ...], dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for row in made:
        for outlet in (row.outlet, ALL):
            points[row.holder, row.target, outlet, first_day(row.published, every)][row.article_id][row.polarity] += 1
    lines = [(*point, *_point(list(articles.values()))) for point, articles in points.items()]
    return frame(SERIES, sorted(lines, key=lambda line: (line[0], line[1], line[2] != ALL, line[2], line[3])))


def _fitting(days: list[str]) -> str:
    span = (date.fromisoformat(max(days)) - date.fromisoformat(min(days))).days if days else 0
    return "week" if span <= WEEKLY else "month" if span <= MONTHLY else "year"


def first_day(day: str, every: str) -> str:
    """The first day of the period that a day is in."""
    if every == "week":
        monday = date.fromisoformat(day)
        return (monday - timedelta(monday.weekday())).isoformat()
    return {"day": day, "month": f"{day[:7]}-01", "year": f"{day[:4]}-01-01"}[every]


def _point(articles: list[Counter[str]]) -> tuple[Any, ...]:
    """The number of articles, how many take which side, and the balance with its interval."""
    sides = Counter(_side(signs) for signs in articles)
    number = len(articles)
    low, high = interval((sides["support"] + sides["neutral"] / 2) / number, number)
    balance = (sides["support"] - sides["oppose"]) / number
    return number, *(sides[side] for side in SIDES), round(balance, 3), round(2 * low - 1, 3), round(2 * high - 1, 3)


def _side(signs: Counter[str]) -> str:
    lead = signs["support"] - signs["oppose"]
    return "support" if lead > 0 else "oppose" if lead < 0 else "neutral"


def interval(share: float, number: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a share of so many."""
    middle = (share + Z**2 / (2 * number)) / (1 + Z**2 / number)
    half = Z / (1 + Z**2 / number) * sqrt(share * (1 - share) / number + Z**2 / (4 * number**2))
    return max(0.0, middle - half), min(1.0, middle + half)


def ties_by_month(found: Comparison) -> pd.DataFrame:
    """A row a month, holder and target: how many stances for, against and neutral, in how many articles, the balance.

    Stances of articles without a day stand last, under `not dated`.
    """
    ties: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    where: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for row in rows(linked_stances(found)):
        key = (month_of(row.published), row.holder, row.target)
        ties[key][row.polarity] += 1
        where[key].add(row.article_id)
    lines = [
        (*key, len(where[key]), *(n[side] for side in SIDES), round((n["support"] - n["oppose"]) / n.total(), 3))
        for key, n in sorted(ties.items())
    ]
    return frame(EDGES, lines)


def month_of(day: str | None) -> str:
    """The month of a day, as in 2020-01."""
    return day[:7] if day else UNDATED


def networks_by_month(found: Comparison) -> "dict[str, nx.DiGraph]":
    """The signed network of each month as a networkx graph, its edges with the columns of `ties_by_month`."""
    import networkx as nx

    table = ties_by_month(found)
    return {
        str(month): nx.from_pandas_edgelist(ties, "holder", "target", [*EDGES][3:], create_using=nx.DiGraph)
        for month, ties in table.groupby("month", sort=True)
    }
