"""Initials by which bodies go without introduction: `NATO`, `U.N.`, `D.O.J.`."""

from functools import cache

from analysis.lexicon import rows, words


@cache
def initials_of_bodies() -> frozenset[str]:
    """Initials that need no introduction, with full stops or without."""
    plain = words("known_acronyms", "short")
    plain |= {row["form"] for row in rows("known_names") if row["kind"] == "organization" and row["form"].isupper()}
    dotted = {"".join(f"{letter}." for letter in short) for short in plain if short.isalpha() and short.isupper()}
    return plain | dotted


def undotted(text: str) -> str:
    """Initials without their full stops; any other text as it is."""
    parts = text.split(".")
    initials = len(parts) > 2 and all(len(part) < 2 for part in parts) and text.isupper()
    return "".join(parts) if initials else text
