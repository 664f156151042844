"""Word lists: CSV files in `lexicons/`, a source line (`# Source: ...`) on top, then a header."""

import csv
from functools import cache
from pathlib import Path

LEXICONS = Path(__file__).parent / "lexicons"


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `lexicons/<name>.csv`, read once; lines that begin with `#` are notes.

    Raises ValueError if there is no such list, naming those there are.
    """
    path = LEXICONS / f"{name}.csv"
    if not path.is_file():
        known = ", ".join(sorted(file.stem for file in LEXICONS.glob("*.csv")))
        raise ValueError(f"no word list {name!r}; there are: {known}")
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(line for line in file if not line.startswith("#")))


@cache
def words(name: str, column: str = "word", **where: str) -> frozenset[str]:
    """The values of one column of a word list, of those rows only that hold `where`."""
    return frozenset(row[column] for row in rows(name) if all(row[key] == value for key, value in where.items()))


@cache
def pairs(name: str, key: str, value: str) -> dict[str, str]:
    """One column of a word list to another: `pairs("nicknames", "short", "full")`."""
    return {row[key]: row[value] for row in rows(name)}


@cache
def weights(name: str) -> dict[str, float]:
    """The features of a list of weights to these."""
    return {row["feature"]: float(row["weight"]) for row in rows(name)}
