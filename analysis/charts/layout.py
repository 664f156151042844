"""Where the actors of a signed network stand, and which way its ties run: the same for the same rows, on any machine."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from math import hypot, sqrt
from typing import Any, NamedTuple

MOST = 40  # names
ROW = 0.27  # inches between two names
LOWEST = 2.2  # inches, where there are few
HALF = 1.5  # inches from the middle to the names
LABEL = 2.15  # inches for a name
PULL = 0.62  # how far a tie is drawn to the middle, of the way there
APART = 0.17  # inches between ties of the same two, and between signs
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
        back = (x - 0.1 * dx, y - 0.1 * dy)
        return self.end, (back[0] - 0.042 * dy, back[1] + 0.042 * dx), (back[0] + 0.042 * dy, back[1] - 0.042 * dx)


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


def arranged(stances: Iterable[Any]) -> Layout:
    """Names on an ellipse, those who stand for each other side by side, those against each other across.

    `stances` are rows of the table. Names stand left and right of it, a row each, so that none covers another. Of more
    than 40 names those with the most stances are kept.
    """
    found = [row for row in stances if row.holder_id != row.target_id]
    names = {key: name for row in found for key, name in ((row.target_id, row.target), (row.holder_id, row.holder))}
    counts = Counter(key for row in found for key in (row.holder_id, row.target_id))
    kept = dict(counts.most_common(MOST))
    groups: dict[tuple[str, str, str], list[Any]] = {}
    for row in found:
        if row.holder_id in kept and row.target_id in kept:
            groups.setdefault((row.holder_id, row.target_id, row.polarity), []).append(row)
    touched = {key for pair in groups for key in pair[:2]}
    height, places = _placed(_ordered([key for key in kept if key in touched], groups), names)
    return Layout(list(places.values()), _tied(groups, places), height, len(counts) - len(places))


def _ordered(keys: list[str], groups: Mapping[tuple[str, str, str], Sequence[Any]]) -> list[str]:
    """The keys round the ellipse: two change places for as long as that brings friends together, foes apart."""
    pulls: dict[str, dict[str, float]] = {key: {} for key in keys}
    for (holder, target, polarity), found in groups.items():
        for one, other in ((holder, target), (target, holder)):
            pulls[one][other] = pulls[one].get(other, 0.0) + DRAWN_TO[polarity] * len(found)
    at = {key: n for n, key in enumerate(keys)}

    def strain(one: str, other: str) -> float:
        far = [abs(at[key] - at[friend]) for key in (one, other) for friend in pulls[key]]
        pull = [pulls[key][friend] for key in (one, other) for friend in pulls[key]]
        return sum(force * min(way, len(at) - way) for force, way in zip(pull, far, strict=True))

    for _ in range(len(keys)):
        moved = False
        for one, other in combinations(keys, 2):
            before = strain(one, other)
            at[one], at[other] = at[other], at[one]
            if strain(one, other) < before - 1e-9:
                moved = True
            else:
                at[one], at[other] = at[other], at[one]
        if not moved:
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
    return point[0] + 0.08 * dx, point[1] + 0.08 * dy


def _on(start: Point, bend: Point, end: Point, share: float) -> Point:
    """A point on a quadratic curve."""
    rest = 1 - share
    x, y = (rest * rest * start[n] + 2 * rest * share * bend[n] + share * share * end[n] for n in (0, 1))
    return x, y
