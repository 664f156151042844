"""First names, diacritics aside."""

import unicodedata
from functools import cache

from analysis.grammar.tokens import Token
from analysis.lexicon import words


@cache
def _names() -> frozenset[str]:
    return words("first_names", "name") | words("given_names")


@cache
def is_first_name(word: str) -> bool:
    """Whether a word is a known first name: `José` as `Jose`, `Jean-Luc` as `Jean`."""
    names, word = _names(), word.lower()
    if "-" in word and word not in names:
        word = word.partition("-")[0]
        return len(word) > 2 and is_first_name(word)
    if word in names or word.isascii():
        return word in names
    plain = "".join(char for char in unicodedata.normalize("NFKD", word) if not unicodedata.combining(char))
    return plain in names


def has_elided_article(token: Token) -> bool:
    """Whether a word is a surname with O or D and an apostrophe before it, whatever its tag: `O’Donnell`."""
    text = token.text
    return len(text) > 4 and text[0] in "OD" and text[1] in "'’" and text[2:].istitle()
