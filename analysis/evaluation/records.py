"""What is compared: articles with their gold, the layers they are judged in, and counts of what agrees."""

from collections.abc import Callable, Mapping, Sequence
from types import SimpleNamespace
from typing import Any, NamedTuple


class Counts(NamedTuple):
    """Precision is `right` of `written`, recall is `found` of `gold`; mostly `right` and `found` are one number."""

    right: float
    written: float
    found: float
    gold: float


def counts(right: float, written: float, gold: float) -> Counts:
    """Counts where each right row is a found one."""
    return Counts(right, written, right, gold)


def share(right: float, of: float) -> Counts:
    """Counts of a share: so many of so many."""
    return Counts(right, of, 0, 0)


Row = SimpleNamespace  # a row of a table: its columns are attributes, None where nothing is
Tables = Mapping[str, Sequence[Row]]  # of one article
Tally = dict[str, Counts | tuple[Counts, ...]]


class Document(NamedTuple):
    """An article (or a sentence) with what is known to be in it, by the name of the layer."""

    article_id: str
    text: str
    gold: Mapping[str, Any]
    published: str | None = None
    part: str | None = None


class Figure(NamedTuple):
    """A number to print: which counts of a tally, and the measure that is taken of their sums."""

    name: str
    counts: str
    measure: str = "F1"


class Layer(NamedTuple):
    """A table of figures: its match rule in words, and the function that counts one article's gold and rows."""

    name: str
    rule: str
    figures: tuple[Figure, ...]
    count: Callable[[Any, Tables, Document], Tally]


class Gold(NamedTuple):
    """A set of gold: articles, and the layers in which it says something of them."""

    name: str
    documents: Sequence[Document]
    layers: tuple[Layer, ...]
