"""spaCy's attribute ruler, asked once for each sort of word.

The ruler gives a word its part of speech, morphology and at times its lemma by patterns, nearly all of them on single
words: what they say depends on the word's tag and function, and on the word itself only if a pattern names it. Each
such combination is asked once, all other patterns in each Doc. What comes out is the ruler's, to the bit.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from spacy.matcher import Matcher
    from spacy.pipeline import AttributeRuler
    from spacy.tokens import Doc, Span

ASKED = ("LOWER", "TAG", "DEP", "IS_SPACE")  # by patterns on single words
GIVEN = ("TAG", "POS", "MORPH", "LEMMA", "DEP")

Match = tuple[int, int, int, int]  # number of the attributes, key of the pattern, first word, end
Word = dict[str, Any]  # what a pattern asks of a word: `{"LOWER": "this", "TAG": {"IN": ["DT", "WDT"]}}`


class Told(NamedTuple):
    """What the ruler says of a sort of word: the patterns that match, and the attributes that the word has then."""

    matches: list[Match]
    given: list[int]


class KnownAttributes:
    """A component of a pipeline that stands in for its ruler, and takes all it says from it."""

    def __init__(self, ruler: "AttributeRuler") -> None:
        from spacy.attrs import IDS
        from spacy.matcher import Matcher

        self._ruler, self._given = ruler, [IDS[name] for name in GIVEN]
        self._simple, self._others = Matcher(ruler.vocab), Matcher(ruler.vocab)
        self._told: dict[tuple[int, ...], Told] = {}
        named: set[str] = set()
        for number, pattern, attributes in _patterns(ruler):
            simple = _is_simple(pattern) and attributes.keys() <= set(GIVEN)
            (self._simple if simple else self._others).add(str(number), [pattern])
            named.update(_words(pattern[0]) if simple else ())
        self._named = frozenset(ruler.vocab.strings[word] for word in named)

    def __call__(self, doc: "Doc") -> "Doc":
        """Give each word of a Doc its attributes."""
        others = _matches(self._others, doc)
        told = [self._told_of(doc, i, *kind) for i, kind in enumerate(doc.to_array(ASKED).tolist())]
        if told:
            doc.from_array(self._given, np.array([one.given for one in told], np.uint64))
        if others:
            touched = {i for _, _, start, end in others for i in range(start, end)}
            simple = [(number, key, i, i + 1) for i in touched for number, key, _, _ in told[i].matches]
            self._ruler.set_annotations(doc, sorted([*others, *simple]))
        return doc

    def _told_of(self, doc: "Doc", i: int, lower: int, *rest: int) -> Told:
        kind = (lower if lower in self._named else 0, *rest)
        if kind not in self._told:
            word = doc[i : i + 1]
            matches = sorted(_matches(self._simple, word))
            self._ruler.set_annotations(doc, [(number, key, i, i + 1) for number, key, _, _ in matches])
            self._told[kind] = Told(matches, word.to_array(self._given)[0].tolist())
        return self._told[kind]


def _patterns(ruler: "AttributeRuler") -> Iterator[tuple[int, list[Word], dict[str, Any]]]:
    """Each pattern with the number of the attributes that it gives, and these."""
    for number, one in enumerate(ruler.patterns):
        yield from ((number, pattern, one["attrs"]) for pattern in one["patterns"])


def _is_simple(pattern: list[Word]) -> bool:
    """Whether a pattern is on a single word, asks for what is `ASKED` alone, and names words in full."""
    conditions = {name for value in pattern[0].values() if isinstance(value, dict) for name in value}
    return len(pattern) == 1 and pattern[0].keys() <= set(ASKED) and conditions <= {"IN", "NOT_IN"}


def _words(word: Word) -> list[str]:
    told = word.get("LOWER", {})
    return [told] if isinstance(told, str) else [each for many in told.values() for each in many]


def _matches(matcher: "Matcher", words: "Doc | Span") -> list[Match]:
    strings, found = words.vocab.strings, matcher(words, allow_missing=True, as_spans=False)
    return [(int(strings[key]), key, start, end) for key, start, end in found]
