"""Which rows are the same: spans, names, things, and the best one-to-one pairs of two lists. Pure functions."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

from analysis.records import Span

POSSESSIVE = re.compile(r"’s\b|'s\b|^the ")
NO_LETTER = re.compile(r"[^a-z0-9 ]+")
LITTLE = frozenset(
    ["a", "an", "and", "as", "at", "by", "for", "from", "her", "his", "in", "its", "of", "on", "or", "s"]
)
LITTLE |= {"that", "the", "their", "this", "to", "with"}

Characters = frozenset[int]


def characters(spans: Iterable[Sequence[int]], kept: Characters | None = None) -> Characters:
    """The places of the characters in spans, of those only that are `kept`.

    >>> sorted(characters([(2, 4), (7, 8)]))
    [2, 3, 7]
    """
    places = frozenset(place for start, end in spans for place in range(start, end))
    return places if kept is None else places & kept


def jaccard(one: Characters, other: Characters) -> float:
    """The share of all their characters that both have."""
    return len(one & other) / max(1, len(one | other))


def span_of(row: object, name: str) -> Span | None:
    """The span `name_start`, `name_end` of a row (`start`, `end` without a name); None where it has none."""
    prefix = f"{name}_" if name else ""
    start, end = getattr(row, f"{prefix}start", None), getattr(row, f"{prefix}end", None)
    return None if start is None or end is None else Span(int(start), int(end))


def shared(one: Span | None, other: Span | None) -> int:
    """How many characters two spans share.

    >>> shared(Span(0, 5), Span(3, 9)), shared(Span(0, 3), Span(3, 9)), shared(None, Span(3, 9))
    (2, 0, 0)
    """
    return max(0, min(one.end, other.end) - max(one.start, other.start)) if one and other else 0


def best_pairs(likeness: Iterable[tuple[object, int, int]]) -> dict[int, int]:
    """Pairs one to one, the most alike first: of `(how alike, one, other)`, from one to other.

    >>> best_pairs([(0.5, 0, 0), (0.9, 1, 0), (0.2, 0, 1)])
    {1: 0, 0: 1}
    """
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, one, other in sorted(likeness, reverse=True):
        if one not in pairs and other not in taken:
            pairs[one] = other
            taken.add(other)
    return pairs


def name_words(name: str) -> list[str]:
    """The words of a name in small letters, without possessive, leading `the` and whatever is no letter or digit.

    >>> name_words("The U.S. Senate's")
    ['u', 's', 'senate']
    """
    return NO_LETTER.sub(" ", POSSESSIVE.sub("", name.lower())).split()


def folded(name: str) -> tuple[str, ...]:
    """A name for comparison: without accents, dots and hyphens too.

    >>> folded("The U.S.") == folded("US"), folded("José Díaz-Luz")
    (True, ('jose', 'diaz', 'luz'))
    """
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))
    return tuple(name_words(plain.replace(".", "").replace("’", "'")))


def is_name_of(name: str, names: Iterable[str]) -> bool:
    """Whether one of an actor's names is this one, both folded."""
    wanted = folded(name)
    return bool(wanted) and any(folded(one) == wanted for one in names)


def same_actor(one: str, other: str) -> bool:
    """Whether a name is an annotated actor's: equal; or the last word is and one has all words of the other; or it is
    its initials.

    >>> same_actor("Obama", "Barack Obama"), same_actor("GOP", "Grand Old Party"), same_actor("Obama", "Obama Staff")
    (True, True, False)
    """
    mine, theirs = name_words(one), name_words(other)
    if not mine or not theirs:
        return False
    within = set(mine) <= set(theirs) or set(theirs) <= set(mine)
    initials = "".join(word[0] for word in theirs) == "".join(mine)
    return mine == theirs or (mine[-1] == theirs[-1] and within) or initials


def content_words(text: str) -> frozenset[str]:
    """What a thing is called, without little words and the s of plurals.

    >>> sorted(content_words("the bans on coal"))
    ['ban', 'coal']
    """
    kept = (word for word in folded(text) if word not in LITTLE)
    return frozenset(word[:-1] if len(word) > 3 and word.endswith("s") else word for word in kept)


def same_thing(one: str, other: str) -> bool:
    """Whether two wordings share at least half of all their content words.

    >>> same_thing("the ban on coal", "coal ban"), same_thing("the coal ban", "a coal mine in Ohio")
    (True, False)
    """
    mine, theirs = content_words(one), content_words(other)
    return bool(mine & theirs) and 2 * len(mine & theirs) >= len(mine | theirs)


def alike(one: Span | None, other: Span | None) -> float:
    """The share of the characters of two spans that both have."""
    return jaccard(characters([one]), characters([other])) if shared(one, other) else 0.0


def names_of(row: Any) -> list[str]:
    """All names of an entity."""
    return [row.name, *(row.aliases or [])]


def is_same_span(one: object, row: object, name: str) -> bool:
    """Whether two spans overlap, or both are not there."""
    mine, theirs = span_of(row, name), span_of(one, name)
    return bool(shared(mine, theirs)) or (mine is None and theirs is None)
