"""Which entities of several articles are one actor: by name, country, role, and the company they keep."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from analysis.comparison.units import Key, Unit
from analysis.readers.actors.matching import alike, same

CLEAR = 2  # how many more of its company the best of several has than the next
COMMON = 0.6  # of the articles: who is in more of them is nobody's company in particular


class Cluster:
    """Units that are one actor; `how` says why each but the first came in, `rivals` are clusters that may be the same.

    What is known of all of its units: the articles it is in, the countries it is said to belong to, the words of its
    roles, and who else is in its articles.
    """

    def __init__(self, unit: Unit) -> None:
        self.units = [unit]
        self.how: dict[Key, str] = {}
        self.rivals: list[Cluster] = []
        self.articles = {unit.key[0]}
        self.countries = {unit.country} - {None}
        self.roles = set(unit.roles)
        self.company = set(unit.company)

    def take(self, other: "Cluster", how: str) -> None:
        """Make another cluster a part of this one."""
        self.how.update({unit.key: other.how.get(unit.key, how) for unit in other.units})
        self.units += other.units
        self.rivals += other.rivals
        for mine, theirs in (
            (self.articles, other.articles),
            (self.countries, other.countries),
            (self.roles, other.roles),
            (self.company, other.company),
        ):
            mine |= theirs


def clustered(units: Sequence[Unit]) -> list[Cluster]:
    """The actors of some units. What may be one actor or several is kept apart, each named among the other's rivals."""
    common = _common(units)
    groups: dict[tuple[str, tuple[str, ...]], list[Unit]] = defaultdict(list)
    for unit in units:
        groups[unit.sort, unit.words].append(unit)
    full = [cluster for group in groups.values() if not group[0].short for cluster in _of_one_name(group, common)]
    full = _issues_joined(_spellings_joined(full, common))
    lone = [_of_one_name(group, common) for group in groups.values() if group[0].short]
    return _short_resolved(full, [cluster for group in lone for cluster in group], common)


def _common(units: Iterable[Unit]) -> frozenset[str]:
    """Names that are in most of the articles, where there are more than a few of these."""
    articles = {unit.key[0] for unit in units}
    counts = Counter(name for name, _ in {(" ".join(unit.words), unit.key[0]) for unit in units})
    return frozenset(name for name, n in counts.items() if n > max(3, COMMON * len(articles)))


def _of_one_name(group: list[Unit], common: frozenset[str]) -> list[Cluster]:
    """Units of one name as one cluster, or as several where countries, or roles and company, speak against it."""
    found: list[Cluster] = []
    for unit in sorted(group, key=lambda unit: (unit.short, unit.country is None, not unit.roles)):
        single = Cluster(unit)
        fits = [cluster for cluster in found if not _speaks_against(cluster, single, common)]
        best = _best(fits, single, common)
        if best:
            best.take(single, "name")
        else:
            single.rivals = list(found)
            for cluster in found:
                cluster.rivals.append(single)
            found.append(single)
    return found


def _speaks_against(one: Cluster, other: Cluster, common: frozenset[str]) -> bool:
    """Whether countries differ; of persons also whether roles do and nobody else is in articles of both."""
    if one.countries and other.countries and not one.countries & other.countries:
        return True
    roles_differ = bool(one.roles and other.roles and not one.roles & other.roles)
    return one.units[0].sort == "person" and roles_differ and not _shared(one, other, common)


def _shared(one: Cluster, other: Cluster, common: frozenset[str]) -> int:
    """How many of the company of the one keep the other's too."""
    return len((one.company & other.company) - common)


def _best(fits: list[Cluster], single: Cluster, common: frozenset[str]) -> Cluster | None:
    """The only cluster, or the one whose role and company speak clearly for it."""
    if len(fits) < 2:
        return fits[0] if fits else None
    by_role = [cluster for cluster in fits if cluster.roles & single.roles]
    if len(by_role) == 1:
        return by_role[0]
    first, second, *_ = sorted(fits, key=lambda cluster: -_shared(cluster, single, common))
    lead = _shared(first, single, common) - _shared(second, single, common)
    return first if lead >= CLEAR else None


def _spellings_joined(clusters: list[Cluster], common: frozenset[str]) -> list[Cluster]:
    """Persons whose names differ by spelling, initials or nicknames, as one where role and company agree."""
    blocks: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        unit = cluster.units[0]
        if unit.sort == "person" and len(unit.words) > 1:
            for block in (unit.words[-1], f"{unit.words[0][0]} {unit.words[-1][0]}"):
                blocks[block].append(cluster)
    gone: dict[int, Cluster] = {}
    for one, other in _pairs(blocks.values()):
        mine, theirs = _root(gone, one), _root(gone, other)
        close = _close(one.units[0], other.units[0])
        if mine is theirs or not close:
            continue
        if close == "same" and _agree(mine, theirs, common):
            mine.take(theirs, "spelling")
            gone[id(theirs)] = mine
        else:
            mine.rivals.append(theirs)
            theirs.rivals.append(mine)
    return [cluster for cluster in clusters if id(cluster) not in gone]


def _close(one: Unit, other: Unit) -> str | None:
    """Whether two full names may be the `same`, or only look it: Pyotr and Petr Zelenin; Maria and Mario Berg."""
    if same(one.form, other.form):
        return "same"
    if one.words[0][0] != other.words[0][0] or not alike("".join(one.words), "".join(other.words)):
        return None
    mine, theirs = (re.sub("[aeiouy]", "", unit.words[0]) for unit in (one, other))
    return "same" if mine == theirs and len(mine) > 2 else "similar"


def _pairs(blocks: Iterable[list[Cluster]]) -> Iterator[tuple[Cluster, Cluster]]:
    seen: set[tuple[int, int]] = set()
    for block in blocks:
        for one, other in combinations(block, 2):
            if (id(one), id(other)) not in seen:
                seen.add((id(one), id(other)))
                yield one, other


def _root(gone: dict[int, Cluster], cluster: Cluster) -> Cluster:
    while id(cluster) in gone:
        cluster = gone[id(cluster)]
    return cluster


def _agree(one: Cluster, other: Cluster, common: frozenset[str]) -> bool:
    """Whether role and company speak for one person: never where both are in one article, or of two countries."""
    if one.articles & other.articles or _speaks_against(one, other, common):
        return False
    return bool(one.roles & other.roles) and _shared(one, other, common) > 0


def _issues_joined(clusters: list[Cluster]) -> list[Cluster]:
    """Issues as one where an article calls one by the name of the other: the fishing deal, the fishing agreement."""
    known = {" ".join(c.units[0].words): c for c in clusters if c.units[0].sort == "issue"}
    gone: dict[int, Cluster] = {}
    for cluster in list(known.values()):
        for name in sorted({name for unit in cluster.units for name in unit.also if " " in name}):
            mine, other = _root(gone, cluster), _root(gone, known.get(name, cluster))
            if mine is not other:
                other.take(mine, "other words")
                gone[id(mine)] = other
    return [cluster for cluster in clusters if id(cluster) not in gone]


def _short_resolved(full: list[Cluster], lone: list[Cluster], common: frozenset[str]) -> list[Cluster]:
    """Surnames and acronyms alone, each article's to the one it can mean, else kept apart."""
    bearers: dict[tuple[str, str], list[Cluster]] = defaultdict(list)
    for cluster in full:
        for form in _short_forms(cluster):
            bearers[form].append(cluster)
    kept = list(full)
    for cluster in lone:
        found = bearers[cluster.units[0].sort, " ".join(cluster.units[0].words)]
        if not found:
            kept.append(cluster)
            continue
        for unit in cluster.units:
            single = Cluster(unit)
            fits = [one for one in found if _may_be(one, single, common)]
            best = _best(fits, single, common)
            if best:
                best.take(single, "short form")
            else:
                single.rivals = fits or list(found)
                kept.append(single)
    return kept


def _short_forms(cluster: Cluster) -> set[tuple[str, str]]:
    """The surnames of a person, the acronyms of an organization."""
    units = cluster.units
    if units[0].sort == "person":
        return {("person", unit.words[-1]) for unit in units}
    return {("thing", name) for unit in units for name in unit.also if " " not in name} - {
        ("thing", " ".join(unit.words)) for unit in units
    }


def _may_be(full: Cluster, short: Cluster, common: frozenset[str]) -> bool:
    """Whether a short form may be somebody's who is not in that article in full; of persons something must say so."""
    if full.articles & short.articles or _speaks_against(full, short, common):
        return False
    person = full.units[0].sort == "person"
    return not person or bool(full.roles & short.roles) or bool(full.company & short.company)
