"""Pages of charts: each with a caption, and in words what a reader would see in it."""

from collections import Counter
from typing import Any

import matplotlib as mpl
import pandas as pd
from matplotlib.figure import FigureBase

from analysis import charts
from analysis.charts.base import ACTORS, STYLE
from analysis.console import counted
from analysis.pages.blocks import FEWEST, Figure, figure, picture, style, too_few
from analysis.pages.lists import STANDS, entity_of
from analysis.pages.marks import article_of
from analysis.reading import Reading
from analysis.tables.plain import rows, shown

FEW = 6  # targets that a matrix has on a phone without scrolling
TOLD = 5  # of how many rows an alternative text tells the figures


def mention_figure(reading: Reading) -> Figure:
    """How often each actor is mentioned."""
    mentions = _of_actors(reading)
    told = _ranking(Counter(mentions.name), "mention")
    return figure(
        charts.mentions_per_actor(mentions),
        alt=f"Bar chart of mentions per actor. {told}",
        caption="How often each actor is mentioned, by name and by other words such as “he” or “the minister”.",
        data=charts.mention_counts(mentions),
        name="mentions",
        few=too_few(list(mentions.entity_id), "actor", 1),
    )


def dispersion_figure(reading: Reading, *, actor: str | None = None) -> Figure:
    """Where in the article actors are mentioned; or where one is."""
    mentions = _of_actors(reading)
    mentions = mentions if actor is None else mentions[mentions.entity_id == actor]
    article = article_of(reading)
    whom = "each actor" if actor is None else entity_of(reading, actor).name
    told = [
        f"{name} from {_share(found.start.min(), article)} to {_share(found.start.max(), article)}"
        for name, found in _largest(mentions)
    ]
    return figure(
        charts.dispersion(mentions, length=len(article.text)),
        alt=f"Strokes along the article for {whom}. {_listed(told, mentions.entity_id.nunique(), 'actor')}",
        caption=f"Where in the article {whom} is mentioned: a stroke a mention, from the first word to the last.",
        data=charts.mention_places(mentions),
        name="places" if actor is None else f"places-{actor}",
        few=too_few(list(mentions.entity_id), "actor", 1),
    )


def stance_figure(reading: Reading) -> Figure:
    """Holders by targets."""
    told = [f"{row.holder} {STANDS[row.polarity]} {row.target}" for row in rows(shown(reading.stances))]
    told = list(dict.fromkeys(told))
    return figure(
        charts.stance_matrix(reading.stances),
        alt=f"Matrix of holders and targets. {_listed(told[:TOLD], len(told), 'stance')}",
        caption="Who (rows) stands where on whom or what (columns). Signs that conflict stand side by side.",
        data=charts.stance_counts(reading.stances),
        name="stances",
        wide=len({row.target_id for row in rows(shown(reading.stances))}) > FEW,
        few=too_few(told, "stance"),
    )


def network_figure(reading: Reading) -> Figure:
    """Holders and targets as a network."""
    found = rows(shown(reading.stances))
    ties = Counter(f"{row.holder} {STANDS[row.polarity]} {row.target}" for row in found)
    told = [f"{tie}{f' ({number} times)' if number > 1 else ''}" for tie, number in ties.most_common(TOLD)]
    names = {name for row in found for name in (row.holder_id, row.target_id)}
    return figure(
        charts.signed_network(reading.stances),
        alt=f"Network of {counted(len(names), 'name')}. {_listed(told, len(ties), 'tie')}",
        caption="Who stands where as a network: a name is a point, a stance an arrow. Those for each other stand side "
        "by side, those against each other across.",
        data=charts.stance_counts(reading.stances),
        name="network",
        wide=True,
        few="Too few ties for a network." if len(ties) < FEWEST else "",
    )


def source_figure(reading: Reading) -> Figure:
    """Whose words the article quotes."""
    counted_words = charts.word_counts(reading.quotations)
    words = {row.source: row.direct + row.mixed + row.indirect for row in rows(counted_words)}
    return figure(
        charts.words_by_source(reading.quotations),
        alt=f"Bar chart of words quoted, by source. {_ranking(Counter(words), 'word')}",
        caption="How many words the article gives to each source, by the kind of quotation.",
        data=counted_words,
        name="words",
        few=too_few(list(words), "source", 1),
    )


def _of_actors(reading: Reading) -> pd.DataFrame:
    mentions = charts.with_names(reading.mentions, reading.entities)
    return mentions[mentions.kind.isin(ACTORS)]


def _largest(mentions: pd.DataFrame) -> list[tuple[str, Any]]:
    groups = [(found.name.iloc[0], found) for _, found in mentions.groupby("entity_id", sort=False)]
    return sorted(groups, key=lambda group: -len(group[1]))[:TOLD]


def _share(offset: int, article: Any) -> str:
    return f"{100 * offset / max(1, len(article.text)):.0f} %"


def _ranking(counts: Counter[str], unit: str) -> str:
    told = [f"{name}: {counted(n, unit)}" for name, n in counts.most_common(TOLD)]
    return _listed(told, len(counts), "row")


def _listed(told: list[str], number: int, what: str) -> str:
    if not told:
        return f"There is no {what} to show."
    rest = f"; {counted(number, what)} in all" if number > len(told) else ""
    return f"{', '.join(told)}{rest}."


def follow_theme() -> None:
    """From now on a notebook shows charts drawn on an `ax` of one's own as pages show theirs: in its light or dark.

    They take the style of this kit's charts, in sizes and inks; colours of one's own stay as they are. The title is
    what a reader who does not see the chart is told. Outside a notebook only the style changes.
    """
    from IPython import get_ipython

    mpl.rcParams.update(STYLE)
    shell = get_ipython()
    if shell is not None:  # for the base: what is set for Figure itself goes when the first one is drawn
        shell.display_formatter.formatters["text/html"].for_type(FigureBase, _followed)


def _followed(drawn: FigureBase) -> str | None:
    """A figure as HTML; one without axes is left to matplotlib."""
    if not drawn.axes:
        return None
    titles = [ax.get_title(place) for ax in drawn.axes for place in ("left", "center", "right")]
    alt = ". ".join(filter(None, titles)) or "A chart without a title"
    return f'{style()}<div class="readout">{picture(drawn.axes[0], alt)}</div>'
