"""Initials by which bodies go without introduction: `NATO`, `U.N.`, `D.O.J.`."""

from functools import cache

from analysis.lexicon import rows, words

SHORT = 4  # letters up to which a word in capitals is rather initials


@cache
def initials_of_bodies() -> frozenset[str]:
    """Initials that need no introduction, with full stops or without."""
    plain = words("known_acronyms", "short")
    plain |= {row["form"] for row in rows("known_names") if row["kind"] == "organization" and row["form"].isupper()}
    dotted = {"".join(f"{letter}." for letter in short) for short in plain if short.isalpha() and short.isupper()}
    return plain | dotted


@cache
def bodies_in_capitals() -> dict[str, str]:
    """Well-known bodies of one word by their names in capitals: `POLITICO` to Politico."""
    single = (word for word in sorted(words("known_bodies")) if " " not in word and len(word) > SHORT)
    return {word.upper(): word for word in single if not word.isupper()}


@cache
def full_names() -> frozenset[str]:
    """Bodies that need no introduction, by their full names and the forms of these."""
    return words("known_bodies") | words("known_acronyms", "full") | words("known_names", "form", kind="organization")


def undotted(text: str) -> str:
    """Initials without their full stops; any other text as it is."""
    parts = text.split(".")
    initials = len(parts) > 2 and all(len(part) < 2 for part in parts) and text.isupper()
    return "".join(parts) if initials else text
