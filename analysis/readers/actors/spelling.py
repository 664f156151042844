"""Spellings of one word: slips, British and American, and names carried over from another alphabet.

Names in another alphabet are compared by their consonants, which romanizations agree on far more than on vowels:
the idea of phonetic keys (Soundex, 1918; Editex) with the letters that romanizations confuse (`transliterations`).
"""

from functools import cache

from rapidfuzz.fuzz import ratio

from analysis.lexicon import rows

SIMILAR = 84  # of 100: spellings of one name
ROMANIZED = 65  # of 100: spellings with the same consonants: Gaddafi and Kadhafi, not Hassan and Hussein
VOWELS = frozenset("aeiouh'")


def alike(one: str, other: str) -> bool:
    """Whether two words are spellings of one name."""
    if one == other:
        return True
    if min(len(one), len(other)) < 5:
        return False
    likeness = ratio(one, other)
    return likeness >= SIMILAR or (likeness >= ROMANIZED and len(_key(one)) > 2 and _key(one) == _key(other))


@cache
def _key(word: str) -> str:
    """Its consonants, those that romanizations write in several ways as one, none twice in a row."""
    for row in rows("transliterations"):
        word = word.replace(row["letters"], row["as"])
    kept = [letter for n, letter in enumerate(word) if letter not in VOWELS and letter != word[n - 1 : n]]
    return "".join(kept)
