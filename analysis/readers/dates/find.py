"""Where time expressions stand: the shapes that begin at each word, and of them the longest that is meant as time."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from analysis.grammar.tokens import Sentence, Token
from analysis.readers.dates.senses import is_meant
from analysis.readers.dates.shapes import any_shape, is_whole, shapes, stems
from analysis.readers.dates.words import openers

LONGEST = 80  # characters


class Found(NamedTuple):
    """A time expression: its first and last token, its characters, its rule, and what its value is read from."""

    first: Token
    last: Token
    span: tuple[int, int]
    rule: str
    groups: dict[str, str]


def find_in(text: str, sentence: Sentence) -> Iterator[Found]:
    """Time expressions of a sentence in order, without overlaps, the longest at each place."""
    free = 0
    for n, token in enumerate(sentence.tokens):
        if token.start >= free and _opens(n, sentence.tokens):
            for found in _longest(text, n, sentence.tokens):
                yield found
                free = found.last.end


def _opens(n: int, tokens: list[Token]) -> bool:
    """Whether a shape can begin with a token at all: cheaper than to try them. A word that is no time by itself (`the`)
    has a word of the shapes behind it."""
    word, after = tokens[n].lower, tokens[n + 1].lower if n + 1 < len(tokens) else ""
    if word[0].isdigit() or word[0] in "'’[":
        return True
    if word not in openers() and word.partition("-")[0].rstrip(".") not in openers():
        return False
    return not after.isalpha() or after.removesuffix("s") in stems() or is_whole(word)


def _longest(text: str, n: int, tokens: list[Token]) -> list[Found]:
    """The longest expression that begins at a token: one, two days of a month, or none."""
    first, best = tokens[n], None
    within = first.start, min(tokens[-1].end, first.start + LONGEST)
    for rule, regex in shapes() if any_shape().match(text, *within) else ():
        match = regex.match(text, *within)
        if match is None or (best and match.end() <= best.span[1]):
            continue
        last = _token_to(match.end(), tokens[n:])
        if last is None:
            continue
        groups = {key.rstrip("23"): told for key, told in match.groupdict().items() if told}
        found = Found(first, last, match.span(), rule, groups)
        if rule == "days":
            pair = _two_days(found, match, tokens[n:])
            if pair:
                return pair
        elif is_meant(rule, match[0], groups, first, last, tokens):
            best = found
    return [best] if best else []


def _token_to(end: int, tokens: list[Token]) -> Token | None:
    """The token that ends where an expression does."""
    return next((token for token in tokens if token.end == end), None)


def _two_days(found: Found, match: re.Match[str], tokens: list[Token]) -> list[Found]:
    """`June 3 and 5`, `June 3-5, 2019`: two days of a month."""
    end, start = match.end("d"), match.start("then")
    one, other = _token_to(end, tokens), next((token for token in tokens if token.start == start), None)
    if one is None or other is None:
        return []
    return [
        Found(found.first, one, (match.start(), end), "day", found.groups),
        Found(other, found.last, (start, match.end()), "day", found.groups | {"d": match["then"], "after": "y"}),
    ]
