"""Names known beforehand: cities, states, countries and their peoples, first names, organizations known to all.

Data: the countryinfo package and our own lists. What a name means in an article is the readers' question.
"""

import unicodedata
from functools import cache
from typing import NamedTuple

from analysis.lexicon import rows, words

INITIALS = 4  # letters up to which a word in capitals is rather initials


def is_city(name: str) -> bool:
    """Whether a city of that name is known, case and accents aside; small towns are not."""
    return _folded(name) in _cities()


def is_city_alone(name: str) -> bool:
    """Whether a name by itself means a city, as `Lucknow` and `Kano` do; `Lincoln` and `Reading` do not."""
    return name[:1].isupper() and _folded(name) in _cities_alone()


def is_short_for_country(text: str) -> bool:
    """Whether a word means a country that has another name too: `America`, as in names of societies."""
    form = country_of(text)
    return form is not None and form.sort == "name" and form.country != text and text.istitle()


def is_region(name: str) -> bool:
    """Whether a name or its customary abbreviation (`Calif.`) is a state, a province or a country."""
    return _folded(name) in _regions()


def is_state(text: str) -> bool:
    """Whether a text is an American, Canadian, Australian … state or province, or its abbreviation: `Ohio`, `Calif.`"""
    return text in _states()


def is_state_code(text: str) -> bool:
    """Whether two capitals abbreviate a state: `VA`, as `Va.` does; not `EU`, nor `UN`."""
    return len(text) == 2 and text.isupper() and f"{text.title()}." in words("regions", "short")


def is_area(text: str) -> bool:
    """Whether a text names a state, a province or a country, and no city of that name."""
    return is_state(text) or is_country(text) or (is_region(text) and not is_city(text))


@cache
def _states() -> frozenset[str]:
    return frozenset(row[column] for row in rows("regions") for column in ("word", "short") if row[column])


@cache
def _cities() -> frozenset[str]:
    return frozenset(_folded(word) for word in words("cities"))


@cache
def _cities_alone() -> frozenset[str]:
    return frozenset(map(_folded, words("cities", alone="yes")))


@cache
def _regions() -> frozenset[str]:
    from countryinfo import all_countries

    regions = set(_states())
    for info in all_countries():
        regions.update([info.name(), *(info.provinces() or [])])
    regions |= {row["form"] for row in rows("country_forms") if row["sort"] == "name"}
    return frozenset(map(_folded, regions))


def _folded(name: str) -> str:
    return _plain(name).casefold().replace("’", "'").replace("ß", "ss").rstrip(".")


def _plain(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))


class CountryForm(NamedTuple):
    """A word for a country: `sort` is name, capital, adjective or people."""

    country: str
    sort: str


@cache
def country_forms() -> dict[str, CountryForm]:
    """Forms to countries; our own list goes before the package's."""
    from countryinfo import all_countries

    found: dict[str, CountryForm] = {}
    for info in all_countries():
        name = info.name()
        found.setdefault(name, CountryForm(name, "name"))
        for other in _strings(info.alt_spellings()):
            if len(other) > 3 and other.lower() not in words("given_names"):
                found.setdefault(other, CountryForm(name, "name"))
        for capital in _strings(info.capital()):
            found.setdefault(capital, CountryForm(name, "capital"))
        for demonym in _strings(info.demonym()):
            found.setdefault(demonym, CountryForm(name, "adjective"))
            if demonym.endswith("n"):
                found.setdefault(f"{demonym}s", CountryForm(name, "people"))
    own = rows("country_forms")
    for row in own:
        if row["sort"] == "adjective" and row["form"].endswith(("n", "i")):
            found[f"{row['form']}s"] = CountryForm(row["country"], "people")
    found.update({row["form"]: CountryForm(row["country"], row["sort"]) for row in own})
    return found


def is_country(text: str) -> bool:
    """Whether a text is the name of a country, not its capital, its adjective or its people."""
    form = country_of(text)
    return form is not None and form.sort == "name"


def is_people(text: str) -> bool:
    """Whether a text names the people of a country, or a people by nation or belief."""
    form = country_of(text)
    return text in words("peoples") or (form is not None and form.sort == "people")


def _strings(value: str | list[str] | None) -> list[str]:
    return [value] if isinstance(value, str) else list(value or ())


def country_of(form: str) -> CountryForm | None:
    """What country a form means, case and a leading `the` aside where they do not matter."""
    form = form.removeprefix("the ").removeprefix("The ")
    known = country_forms()
    return known.get(form) or (known.get(form.title()) if form.isupper() and len(form) > 3 else None)


@cache
def is_first_name(word: str) -> bool:
    """Whether a word is a known first name: `José` as `Jose`, `Jean-Luc` as `Jean`."""
    names, word = _first_names(), word.lower()
    if "-" in word and word not in names:
        word = word.partition("-")[0]
        return len(word) > 2 and is_first_name(word)
    return word in names or (not word.isascii() and _plain(word) in names)


@cache
def _first_names() -> frozenset[str]:
    return words("first_names", "name") | words("given_names")


@cache
def initials_of_organizations() -> frozenset[str]:
    """Initials that need no introduction, with full stops or without: `NATO`, `U.N.`, `D.O.J.`."""
    plain = words("known_acronyms", "short")
    plain |= {form for form in words("known_names", "form", kind="organization") if form.isupper()}
    dotted = {"".join(f"{letter}." for letter in short) for short in plain if short.isalpha() and short.isupper()}
    return plain | dotted


@cache
def organizations_in_capitals() -> dict[str, str]:
    """Well-known organizations of one word by their names in capitals: `POLITICO` to Politico."""
    single = (word for word in sorted(words("known_organizations")) if " " not in word and len(word) > INITIALS)
    return {word.upper(): word for word in single if not word.isupper()}


def is_known_organization(name: str) -> bool:
    """Whether an organization of that name needs no introduction."""
    return name in words("known_organizations") or name in words("known_acronyms", "full")


@cache
def full_names() -> frozenset[str]:
    """Organizations that need no introduction, by their full names and the forms of these."""
    known = words("known_organizations") | words("known_acronyms", "full")
    return known | words("known_names", "form", kind="organization")


def undotted(text: str) -> str:
    """Initials without their full stops; any other text as it is."""
    parts = text.split(".")
    initials = len(parts) > 2 and all(len(part) < 2 for part in parts) and text.isupper()
    return "".join(parts) if initials else text
