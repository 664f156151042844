"""The linking table: which entity of which article is which actor; it can be corrected by hand and read back."""

import csv
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd

from analysis.comparison.clusters import Cluster, clustered
from analysis.comparison.units import Key, units_of
from analysis.console import counted
from analysis.exports.files import put
from analysis.reading import Reading
from analysis.tables.plain import rows
from analysis.tables.store import csv_text
from analysis.tables.typed import TEXT, frame

COLUMNS = ["article_id", "entity_id", "name", "kind", "role", "country", "actor", "how", "perhaps"]
NEEDED = ("article_id", "entity_id", "name", "actor")
Corrections = dict[Key, tuple[str, str]]  # entity to its name in the article and its actor


def link(
    reading: Reading, corrections: str | Path | None = None, *, say: Callable[[str], None] | None = None
) -> pd.DataFrame:
    """The linking table of all entities, in the order of `entities`.

    `actor` is the name of the one whom rows of all articles have in common. `how` is why: `name` (the same full name),
    `spelling`, `short form` (a surname or an acronym of one who is named in full elsewhere), `other words` (of issues),
    `ambiguous` (kept apart: `perhaps` names who it may be), `unnamed` (has no name and is an actor of its own),
    `corrected`. With `corrections`, a table as this function gives it whose column `actor` was edited, rows are linked
    as they stand there: those with the same `actor` are one. Raises ValueError where it is no such table.
    """
    found = _automatic(reading)
    if corrections is not None:
        found = _corrected(found, read_links(corrections), str(corrections), say or (lambda _: None))
    return found


def write_links(links: pd.DataFrame, path: str | Path) -> None:
    """Write a linking table as CSV; text that a spreadsheet would run has an apostrophe before it."""
    put(csv_text(links).encode(), path)


def read_links(path: str | Path) -> Corrections:
    """The actors of a linking table by article and entity.

    Raises ValueError where a column is missing, or where one entity has two actors.
    """
    with Path(path).open(encoding="utf-8-sig", newline="") as file:
        table = csv.DictReader(file)
        missing = [name for name in NEEDED if name not in (table.fieldnames or ())]
        if missing:
            there = ", ".join(table.fieldnames or ()) or "none"
            raise ValueError(f"{path}: a linking table has a column {missing[0]!r}; the columns are: {there}")
        found: Corrections = {}
        for row in table:
            key, told = (_told(row["article_id"]), _told(row["entity_id"])), (_told(row["name"]), _told(row["actor"]))
            if found.get(key, told) != told:
                raise ValueError(f"{path}: line {table.line_num}: {' '.join(key)} stands there twice, as two actors")
            found[key] = told
    return {key: told for key, told in found.items() if told[1]}


def _told(cell: str | None) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from running it."""
    words = (cell or "").strip()
    return words[1:] if words[:1] == "'" and words[1:2] in set("=+-@") else words


def _automatic(reading: Reading) -> pd.DataFrame:
    clusters = clustered(units_of(reading))
    names = _names(clusters)
    of = {unit.key: cluster for cluster in clusters for unit in cluster.units}
    lines = []
    for row in rows(reading.entities):
        key = (row.article_id, row.entity_id)
        facts = (*key, row.name, row.kind, row.role, row.country)
        if key not in of:
            lines.append((*facts, f"{row.name} ({' '.join(key)})", "unnamed", None))
            continue
        cluster = of[key]
        perhaps = "; ".join(sorted({names[id(rival)] for rival in cluster.rivals if id(rival) in names}))
        how = "ambiguous" if perhaps else cluster.how.get(key, "name")
        lines.append((*facts, names[id(cluster)], how, perhaps or None))
    return frame(dict.fromkeys(COLUMNS, TEXT), lines)


def _names(clusters: list[Cluster]) -> dict[int, str]:
    """The name of each cluster: the fullest of those that most articles use; of two with one name each says whose."""
    names = {id(cluster): _name(cluster) for cluster in clusters}
    times = Counter(names.values())
    taken: set[str] = set()
    for cluster in clusters:
        name = names[id(cluster)]
        if times[name] > 1 or (cluster.units[0].short and cluster.rivals):
            names[id(cluster)] = name = _apart(name, cluster, taken)
        taken.add(name)
    return names


def _name(cluster: Cluster) -> str:
    counts = Counter(unit.name for unit in cluster.units if not unit.short or all(one.short for one in cluster.units))
    return min(counts, key=lambda name: (-counts[name], -len(name), name))


def _apart(name: str, cluster: Cluster, taken: set[str]) -> str:
    """A name with what tells it from its namesakes: country, kind, role or article."""
    unit = cluster.units[0]
    kinds = [] if unit.short or unit.sort == "person" else [unit.kind]
    for what in (*sorted(cluster.countries), *kinds, unit.key[0], " ".join(unit.key)):
        if f"{name} ({what})" not in taken:
            return f"{name} ({what})"
    return f"{name} ({unit.key[0]}, {len(taken)})"


def _corrected(links: pd.DataFrame, told: Corrections, path: str, say: Callable[[str], None]) -> pd.DataFrame:
    """The links as somebody has told them; an actor all of whose rows were given one name takes new rows along."""
    keys = list(zip(links.article_id, links.entity_id, strict=True))
    names = dict(zip(keys, links.name, strict=True))
    good = {key: actor for key, (name, actor) in told.items() if names.get(key) == name}
    if len(good) < len(told):
        say(f"{path}: passed over, since they fit no entity that was read: {counted(len(told) - len(good), 'row')}")
    renamed: dict[str, set[str]] = defaultdict(set)
    for key, actor in zip(keys, links.actor, strict=True):
        if key in good:
            renamed[actor].add(good[key])
    whole = {actor: next(iter(now)) for actor, now in renamed.items() if len(now) == 1}
    return frame(dict.fromkeys(COLUMNS, TEXT), [_line(row, good, whole) for row in rows(links)])


def _line(row: Any, good: dict[Key, str], whole: dict[str, str]) -> tuple[str | None, ...]:
    actor = good.get((row.article_id, row.entity_id), whole.get(row.actor, row.actor))
    changed = row._replace(actor=actor, how="corrected", perhaps=None)
    return tuple(row if actor == row.actor else changed)
