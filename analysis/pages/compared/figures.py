"""Figures on articles compared: whose words each outlet prints, who stood where when, the network by month."""

from collections import defaultdict
from typing import Any

import pandas as pd

from analysis import charts
from analysis.charts.days import in_words
from analysis.comparison import Comparison, linked_stances, sources_by_outlet, stances_over_time, ties_by_month
from analysis.comparison.series import ALL, SIDES, UNDATED, month_of
from analysis.console import counted
from analysis.pages.blocks import Block, day, figure, table, too_few
from analysis.pages.choices import distinct
from analysis.tables.plain import rows

MOST_PAGES = 40  # that stand behind a chooser
TOLD = 5  # of how many rows an alternative text tells the figures


def source_figure(found: Comparison) -> Block:
    """Which sort of source each outlet quotes how often, directly or not."""
    made = sources_by_outlet(found)
    told = [f"{row.outlet}, {row.sort}: {row.quotations}" for row in rows(_by_sort(made))][:TOLD]
    return figure(
        charts.sorts_by_outlet(made),
        alt=f"Bar chart of quotations by outlet and sort of source. {'; '.join(told) or 'Nobody is quoted'}.",
        caption="How many quotations each outlet gives to which sort of source, by kind. Copies count once, for the "
        "outlet that had them first.",
    )


def _by_sort(made: pd.DataFrame) -> pd.DataFrame:
    summed = made.groupby(["outlet", "sort"], as_index=False).quotations.sum()
    return summed.sort_values(["quotations", "outlet", "sort"], ascending=[False, True, True])


def stance_pages(found: Comparison, *, every: str | None = None) -> dict[str, Block]:
    """For a chooser: a holder and target that several articles have, over time and by outlet."""
    series = stances_over_time(found, every=every)
    groups = [(names, table) for names, table in series.groupby(["holder", "target"], sort=False)]
    several = [(names, table) for names, table in groups if _n_articles(table) > 1]
    several.sort(key=lambda one: (-_n_articles(one[1]), one[0]))
    kept = several[:MOST_PAGES]
    labels = distinct(f"{holder} → {target}" for (holder, target), _ in kept)
    return {label: _stance_page(*names, table) for label, (names, table) in zip(labels, kept, strict=True)}


def _n_articles(series: pd.DataFrame) -> int:
    return int(series[series.outlet == ALL].articles.sum())


def _stance_page(holder: str, target: str, series: pd.DataFrame) -> Block:
    outlets = series[series.outlet != ALL]
    told = [f"{row.outlet} from {row.period}: {row.balance:+.1f}" for row in rows(outlets)][:TOLD]
    drawn = figure(
        charts.stance_series(outlets),
        alt=f"Balance of stances over time, from -1, against, to 1, for. {'; '.join(told)}.",
        caption=f"Where {holder} stands on {target}, by outlet and period (its first day), with the number of articles "
        "and a 95 % interval.",
    )
    lines = [
        (
            row.period if row.period == UNDATED else day(row.period),
            row.outlet,
            _signed(row.balance),
            _between(row),
            row.articles,
            *(getattr(row, side) for side in SIDES),
        )
        for row in sorted(rows(series), key=lambda row: (row.period, row.outlet != ALL, row.outlet))
    ]
    columns = ["From", "Outlet", "Balance", "95 % interval", "Articles", "For", "Against", "Neutral"]
    return drawn + table(f"{holder} on {target}", columns, lines, headed=False)


def _signed(number: float) -> str:
    return f"{number:+.2f}".replace("-", "\u2212") if number else "0"


def _between(row: Any) -> str:
    return f"{_signed(row.low)} to {_signed(row.high)}"


def month_pages(found: Comparison) -> dict[str, Block]:
    """For a chooser: who stood where on whom or what in each month, of all articles together."""
    months: dict[str, list[str]] = defaultdict(list)
    made = linked_stances(found).assign(shown=True)
    made = made.assign(
        holder_id=made.holder, target_id=made.target, month=[month_of(row.published) for row in rows(made)]
    )
    for row in rows(ties_by_month(found)):
        months[row.month].append(f"{row.holder} on {row.target} {_signed(row.balance)}")
    return {_month(month): _month_page(month, made[made.month == month], told) for month, told in months.items()}


def _month(month: str) -> str:
    return month if month == UNDATED else in_words(month)


def _month_page(month: str, stances: pd.DataFrame, told: list[str]) -> Block:
    return figure(
        charts.signed_network(stances),
        alt=f"Network of who stands where, {_month(month)}, {counted(len(told), 'tie')}. {'; '.join(told[:TOLD])}.",
        caption=f"Who stands where on whom or what in all articles, {_month(month)}.",
        wide=True,
        few=too_few(told, "tie"),
    )
