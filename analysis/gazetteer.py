"""Places by name: cities, states and provinces, and countries by name, capital, adjective and people.

Data: the countryinfo package and our own lists.
"""

import unicodedata
from functools import cache
from typing import NamedTuple

from analysis.lexicon import rows, words


def is_city(name: str) -> bool:
    """Whether a city of that name is known, case and accents aside; small towns are not."""
    return _folded(name) in _cities()


def is_region(name: str) -> bool:
    """Whether a name or its customary abbreviation (`Calif.`) is a state, a province or a country."""
    return _folded(name) in _regions()


@cache
def _cities() -> frozenset[str]:
    return frozenset(_folded(word) for word in words("cities"))


@cache
def _regions() -> frozenset[str]:
    from countryinfo import all_countries

    regions = {row[column] for row in rows("regions") for column in ("word", "short") if row[column]}
    for info in all_countries():
        regions.update([info.name(), *(info.provinces() or [])])
    regions |= {row["form"] for row in rows("country_forms") if row["sort"] == "name"}
    return frozenset(map(_folded, regions))


def _folded(name: str) -> str:
    plain = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    return plain.casefold().replace("’", "'").replace("ß", "ss").rstrip(".")


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
            if len(other) > 3:
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


def is_state_code(text: str) -> bool:
    """Whether two capitals abbreviate a state: `VA`, as `Va.` does; not `EU`, nor `UN`."""
    return len(text) == 2 and text.isupper() and f"{text.title()}." in words("regions", "short")


def _strings(value: str | list[str] | None) -> list[str]:
    return [value] if isinstance(value, str) else list(value or ())


def country_of(form: str) -> CountryForm | None:
    """What country a form means, case and a leading `the` aside where they do not matter."""
    form = form.removeprefix("the ").removeprefix("The ")
    known = country_forms()
    return known.get(form) or (known.get(form.title()) if form.isupper() and len(form) > 3 else None)
