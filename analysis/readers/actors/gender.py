"""Whether a person is a man or a woman, as far as title, role or first name tell."""

from functools import cache

from analysis.lexicon import rows


@cache
def first_names() -> dict[str, str]:
    """First names that are given to one sex, lower case, to m or f."""
    return {row["name"]: row["gender"] for row in rows("first_names")}


@cache
def forms_of_address() -> dict[str, str]:
    """Mr, Mrs and the like, lower case and without a dot, to m or f."""
    return {row["word"]: row["gender"] for row in rows("forms_of_address")}


@cache
def person_nouns() -> dict[str, str]:
    """Nouns for a person, to m, f or an empty string where the word is for both."""
    address = forms_of_address()
    dotted = {f"{word}.": gender for word, gender in address.items()}
    return {row["word"]: row["gender"] for row in rows("person_nouns")} | address | dotted


def gender_of(name: str, role: str) -> str:
    """The gender that a role tells (`Mrs.`, `spokeswoman`), else the first name.

    A single name that leaders of parties have as surname says nothing: Reagan, Harris, May.
    """
    for word in role.lower().split():
        gender = person_nouns().get(word)
        if gender:
            return gender
    words_of_it = name.lower().split()
    if len(words_of_it) == 1 and words_of_it[0] in _surnames():
        return ""
    return first_names().get(words_of_it[0], "") if words_of_it else ""


@cache
def _surnames() -> frozenset[str]:
    """Surnames of party leaders, which as first names would mislead: Harris, May."""
    return frozenset(row["name"].split()[-1].lower() for row in rows("party_leaders"))
