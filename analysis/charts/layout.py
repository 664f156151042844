"""Where the names of a signed network stand and how its ties run: the same for the same rows, on any machine."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from math import hypot, sqrt
from typing import Any, NamedTuple

MOST = 40  # names
ROW = 0.27  # inches between two names
LOWEST = 2.7  # inches, where there are few
HALF = 1.25  # inches from the middle to the names
LABEL = 2.15  # inches for a name
PULL = 0.62  # how far a tie is drawn to the middle, of the way there
APART = 0.17  # inches between ties of the same two, and between signs
BESIDE = 0.08  # inches from a name's dot to the ends of its ties
HEAD = (0.1, 0.042)  # length and half the width of an arrow's head, in inches
ALONG = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74)  # where on its tie a sign may stand
DRAWN_TO = {"support": 1.0, "neutral": 0.4, "oppose": -1.0}

Point = tuple[float, float]


class Place(NamedTuple):
    """An actor or issue: its name, its point in inches, and the side its name stands on (-1 left, 1 right)."""

    key: str
    name: str
    point: Point
    side: int


class Tie(NamedTuple):
    """All stances of one sign from one to another: their rows, a curve from `start` by `bend` to `end`, and its sign's
    point."""

    holder: str
    target: str
    polarity: str
    rows: Sequence[Any]
    start: Point
    bend: Point
    end: Point
    at: Point

    @property
    def head(self) -> tuple[Point, Point, Point]:
        """The corners of the arrow's head."""
        (x, y), (dx, dy) = self.end, _unit(self.bend, self.end)
        long, wide = HEAD
        back = (x - long * dx, y - long * dy)
        return self.end, (back[0] - wide * dy, back[1] + wide * dx), (back[0] + wide * dy, back[1] - wide * dx)


class Layout(NamedTuple):
    """A network on paper: its places, ties, height in inches, and how many names are left out."""

    places: Sequence[Place]
    ties: Sequence[Tie]
    height: float
    n_more: int

    @property
    def width(self) -> float:
        """In inches; the origin is in the middle."""
        return 2 * (HALF + LABEL)


def arranged(stances: Iterable[Any], order: Sequence[str] | None = None) -> Layout:
    """Names on an ellipse, those who stand for each other side by side, those against each other across.

    `stances` are rows of the table, `order` the ids that may stand there, as `ordered` gives them. Names stand left and
    right of the ellipse, a row each, so that none covers another.
    """
    found = list(stances)
    order = ordered(found) if order is None else order
    groups, kept = grouped(found), set(order)
    groups = {pair: rows for pair, rows in groups.items() if kept.issuperset(pair[:2])}
    touched = {key for pair in groups for key in pair[:2]}
    height, places = _placed([key for key in order if key in touched], names_in(found))
    n_more = len({key for row in found for key in (row.holder_id, row.target_id)} - kept)
    return Layout(list(places.values()), _tied(groups, places), height, n_more)


def grouped(stances: Iterable[Any]) -> dict[tuple[str, str, str], list[Any]]:
    """The stances by holder, target and sign; nobody is tied to itself."""
    groups: dict[tuple[str, str, str], list[Any]] = {}
    for row in stances:
        if row.holder_id != row.target_id:
            groups.setdefault((row.holder_id, row.target_id, row.polarity), []).append(row)
    return groups


def names_in(stances: Iterable[Any]) -> dict[str, str]:
    """The names of those who take stances, and of those they take them on, by id."""
    return {key: name for r in stances for key, name in ((r.target_id, r.target), (r.holder_id, r.holder))}


def ordered(stances: Iterable[Any], most: int = MOST) -> list[str]:
    """The ids of the names round the ellipse; of more than so many those with the most stances.

    Two of them change places for as long as that brings friends together, foes apart.
    """
    groups = grouped(stances)
    counts = Counter(key for pair, found in groups.items() for key in pair[:2] for _ in found)
    keys = [key for key, _ in counts.most_common(most)]
    pulls: dict[str, dict[str, float]] = {key: {} for key in keys}
    for (holder, target, polarity), found in groups.items():
        for one, other in ((holder, target), (target, holder)):
            if one in pulls and other in pulls:
                pulls[one][other] = pulls[one].get(other, 0.0) + DRAWN_TO[polarity] * len(found)
    return _relaxed(keys, pulls)


def _relaxed(keys: list[str], pulls: Mapping[str, Mapping[str, float]]) -> list[str]:
    at = {key: n for n, key in enumerate(keys)}

    def strain(*moved: str) -> float:
        ways = ((abs(at[key] - at[friend]), pull) for key in moved for friend, pull in pulls[key].items())
        return sum(pull * min(way, len(at) - way) for way, pull in ways)

    for _ in keys:
        settled = True
        for one, other in combinations(keys, 2):
            before = strain(one, other)
            at[one], at[other] = at[other], at[one]
            if strain(one, other) < before - 1e-9:
                settled = False
            else:
                at[one], at[other] = at[other], at[one]
        if settled:
            break
    return sorted(keys, key=at.__getitem__)


def _placed(keys: list[str], names: Mapping[str, str]) -> tuple[float, dict[str, Place]]:
    """The height of the whole, and the places: down the right side, then up the left."""
    n_right = (len(keys) + 1) // 2
    step = max(ROW, LOWEST / max(1, n_right + 1))
    sides = [(keys[:n_right], 1), (keys[n_right:][::-1], -1)]
    half = step * (n_right - 1) / 2
    places = {}
    for side, sign in sides:
        for n, key in enumerate(side):
            y = step * ((len(side) - 1) / 2 - n)
            x = sign * HALF * sqrt(max(0.04, 1 - (y / (half + 0.6 * step)) ** 2))
            places[key] = Place(key, names[key], (x, y), sign)
    return 2 * half + 2 * step, places


def _tied(groups: Mapping[tuple[str, str, str], Sequence[Any]], places: Mapping[str, Place]) -> list[Tie]:
    ties: list[Tie] = []
    taken: Counter[tuple[str, str]] = Counter()
    for (holder, target, polarity), found in groups.items():
        (x, y), (u, v) = places[holder].point, places[target].point
        dx, dy = _unit((x, y), (u, v))
        aside = APART * (1 + taken[holder, target])
        taken[holder, target] += 1
        bend = ((x + u) / 2 * (1 - PULL) - dy * aside, (y + v) / 2 * (1 - PULL) + dx * aside)
        start, end = _off((x, y), bend), _off((u, v), bend)
        curve = [_on(start, bend, end, share) for share in ALONG]
        at = max(curve, key=lambda point: (min(APART, _room(point, ties)), -curve.index(point)))
        ties.append(Tie(holder, target, polarity, found, start, bend, end, at))
    return ties


def _room(point: Point, ties: Iterable[Tie]) -> float:
    """How far the next sign is."""
    return min((hypot(point[0] - tie.at[0], point[1] - tie.at[1]) for tie in ties), default=APART)


def _unit(start: Point, end: Point) -> Point:
    far = hypot(end[0] - start[0], end[1] - start[1]) or 1.0
    return (end[0] - start[0]) / far, (end[1] - start[1]) / far


def _off(point: Point, towards: Point) -> Point:
    """A little off a point, so that a tie ends beside the dot."""
    dx, dy = _unit(point, towards)
    return point[0] + BESIDE * dx, point[1] + BESIDE * dy


def _on(start: Point, bend: Point, end: Point, share: float) -> Point:
    """A point on a quadratic curve."""
    rest = 1 - share
    x, y = (rest * rest * start[n] + 2 * rest * share * bend[n] + share * share * end[n] for n in (0, 1))
    return x, y
