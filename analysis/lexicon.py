"""Word lists: CSV files in `lexicons/`, a source line (`# Source: ...`) on top, then a header.

A study may add rows of its own (`adding`): whoever asks for a list while it is read gets them too.
"""

import csv
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache, wraps
from hashlib import sha256
from pathlib import Path
from typing import ParamSpec, TypeVar

LEXICONS = Path(__file__).parent / "lexicons"
Rows = tuple[dict[str, str], ...]
_Given, _Got = ParamSpec("_Given"), TypeVar("_Got")


@dataclass(frozen=True)
class OwnWords:
    """Rows that a study adds to word lists, and lemmas whose rows it leaves out; `key` tells one set from another."""

    rows: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()
    without: tuple[tuple[str, str], ...] = ()
    key: str = ""

    @classmethod
    def of(cls, rows: Mapping[str, Iterable[Mapping[str, str]]], without: Mapping[str, Iterable[str]]) -> "OwnWords":
        """Own words by list: rows to add, lemmas to leave out."""
        more = tuple((name, tuple(row.items())) for name, found in rows.items() for row in found)
        less = tuple((name, lemma) for name, lemmas in without.items() for lemma in lemmas)
        return cls(more, less, sha256(repr((more, less)).encode()).hexdigest() if more or less else "")

    def among(self, name: str, listed: Rows) -> Rows:
        """The rows of a list with these: an own row takes the place of one on the same word in the same use."""
        own = [dict(row) for of, row in self.rows if of == name]
        out = {lemma for of, lemma in self.without if of == name}
        taken = {_use(row) for row in own}
        if not own and not out:
            return listed
        kept = (row for row in listed if row.get("lemma") not in out and _use(row) not in taken)
        return (*kept, *own)


def _use(row: Mapping[str, str]) -> tuple[str | None, ...]:
    return tuple(row.get(column) for column in ("lemma", "pos", "slot", "of"))


NONE = OwnWords()
_NOW: ContextVar[OwnWords] = ContextVar("own_words", default=NONE)


@contextmanager
def adding(own: OwnWords) -> Iterator[None]:
    """Within it, word lists have a study's own words too."""
    before = _NOW.set(own)
    try:
        yield
    finally:
        _NOW.reset(before)


def cached(function: Callable[_Given, _Got]) -> Callable[_Given, _Got]:
    """`functools.cache` for what is made of word lists: each study's own words have a cache of their own."""
    by_words: defaultdict[str, Callable[_Given, _Got]] = defaultdict(lambda: cache(function))

    @wraps(function)
    def found(*args: _Given.args, **options: _Given.kwargs) -> _Got:
        return by_words[_NOW.get().key](*args, **options)

    return found


@cache
def _listed(name: str) -> Rows:
    path = LEXICONS / f"{name}.csv"
    if not path.is_file():
        known = ", ".join(sorted(file.stem for file in LEXICONS.glob("*.csv")))
        raise ValueError(f"no word list {name!r}; there are: {known}")
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(line for line in file if not line.startswith("#")))


@cached
def rows(name: str) -> Rows:
    """The rows of `lexicons/<name>.csv`, read once, and a study's own; lines that begin with `#` are notes.

    Raises ValueError if there is no such list, naming those there are.
    """
    return _NOW.get().among(name, _listed(name))


@cached
def words(name: str, column: str = "word", **where: str) -> frozenset[str]:
    """The values of one column of a word list, of those rows only that hold `where`."""
    return frozenset(row[column] for row in rows(name) if all(row[key] == value for key, value in where.items()))


@cache
def pairs(name: str, key: str, value: str) -> dict[str, str]:
    """One column of a word list to another: `pairs("nicknames", "short", "full")`."""
    return {row[key]: row[value] for row in rows(name)}


@cache
def weights(name: str, **where: str) -> dict[str, float]:
    """The features of a list of weights to these, of those rows only that hold `where`."""
    found = (row for row in rows(name) if all(row[key] == value for key, value in where.items()))
    return {row["feature"]: float(row["weight"]) for row in found}


def weighed(features: Mapping[str, float], by: Mapping[str, float]) -> float:
    """The sum of features by their weights; one without a weight says nothing."""
    return sum(by.get(name, 0.0) * amount for name, amount in features.items())
