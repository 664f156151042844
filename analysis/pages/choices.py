"""Pages for a choice: one actor, or one pair of holder and target."""

from collections.abc import Iterable

from analysis.charts.base import ACTORS
from analysis.pages import lists
from analysis.pages.blocks import Block, facts, heading
from analysis.pages.chronology import timeline
from analysis.pages.figures import dispersion_figure
from analysis.pages.marks import marked_text
from analysis.reading import Reading
from analysis.tables.plain import rows, shown


def actor_choices(reading: Reading) -> dict[str, str]:
    """Names of the actors, the most mentioned first, and their ids."""
    entities = rows(shown(reading.entities))
    found = sorted((row for row in entities if row.kind in ACTORS), key=lambda row: -row.n_mentions)
    return dict(zip(distinct(row.name for row in found), (row.entity_id for row in found), strict=True))


def pair_choices(reading: Reading) -> dict[str, tuple[str, str]]:
    """Pairs of holder and target that have a stance, in the order of the text, and their ids."""
    pairs = {(row.holder_id, row.target_id): f"{row.holder} → {row.target}" for row in rows(shown(reading.stances))}
    return dict(zip(distinct(pairs.values()), pairs, strict=True))


def actor_page(reading: Reading, actor: str) -> Block:
    """One actor: the text with what concerns it marked, what it said, where it stands, who stands where on it, what it
    does when."""
    row = lists.entity_of(reading, actor)
    about = {
        "Kind": row.kind,
        "Role": lists.role_of(reading, row),
        "Country": row.country,
        "Also called": lists.also_called(reading, row),
        "Mentions": row.n_mentions,
    }
    return (
        heading(row.name)
        + facts(about)
        + dispersion_figure(reading, actor=actor)
        + lists.quotations(reading, actor=actor)
        + lists.thoughts(reading, actor=actor)
        + lists.stances(reading, holder=actor)
        + lists.stances(reading, target=actor)
        + timeline(reading, actor=actor)
        + marked_text(reading, actor=actor)
    )


def pair_page(reading: Reading, holder: str, target: str) -> Block:
    """One pair: every sentence that shows where the holder stands on the target."""
    names = f"{lists.entity_of(reading, holder).name} on {lists.entity_of(reading, target).name}"
    return heading(names) + lists.stances(reading, holder=holder, target=target)


def actor_pages(reading: Reading) -> dict[str, Block]:
    """The pages of all actors, for a chooser."""
    return {name: actor_page(reading, actor) for name, actor in actor_choices(reading).items()}


def pair_pages(reading: Reading) -> dict[str, Block]:
    """The pages of all pairs, for a chooser."""
    return {label: pair_page(reading, *pair) for label, pair in pair_choices(reading).items()}


def distinct(labels: Iterable[str]) -> list[str]:
    """The labels; one that stands there already gets a number."""
    taken: list[str] = []
    for label in labels:
        n, name = 1, label
        while name in taken:
            n += 1
            name = f"{label} ({n})"
        taken.append(name)
    return taken
