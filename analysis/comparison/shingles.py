"""Texts that share runs of words, found without comparing each with each."""

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar
from zlib import crc32

from rapidfuzz.distance import LCSseq

WORD = re.compile(r"\w+")
SKETCH = 64  # hashes kept of a text
Key = TypeVar("Key", bound=Hashable)


def words_of(text: str) -> list[str]:
    """The words without case, marks and apostrophes."""
    return WORD.findall(re.sub(r"['’]", "", text.casefold()))


def shingles(words: Sequence[str], length: int) -> frozenset[str]:
    """All runs of so many words."""
    return frozenset(" ".join(words[n : n + length]) for n in range(len(words) - length + 1))


def sketch(runs: Iterable[str]) -> list[int]:
    """The smallest hashes of a set, by which sets that have much in common share many (Broder's MinHash)."""
    return sorted({crc32(run.encode()) for run in runs})[:SKETCH]


def candidates(sets: Mapping[Key, Iterable[Hashable]], least: int = 1) -> list[tuple[Key, Key]]:
    """Pairs of keys, in the order given, whose sets share at least so much.

    What many share ties each to the first and to the last before it that have it, not each to each: the work grows
    with the number of keys, not with its square, and what is alike still hangs together.
    """
    first: dict[Hashable, Key] = {}
    last: dict[Hashable, Key] = {}
    shared: Counter[tuple[Key, Key]] = Counter()
    for key, found in sets.items():
        for element in found:
            if element in first:
                shared.update((before, key) for before in dict.fromkeys((first[element], last[element])))
            first.setdefault(element, key)
            last[element] = key
    return [pair for pair, number in shared.items() if number >= least]


def in_common(mine: Sequence[str], theirs: Sequence[str]) -> int:
    """How many words two texts share in the same order."""
    return int(LCSseq.similarity(mine, theirs))


def contains(whole: Sequence[str], piece: Sequence[str]) -> bool:
    """Whether words stand in others one behind the other."""
    size = len(piece)
    return any(whole[n : n + size] == piece for n in range(len(whole) - size + 1))
