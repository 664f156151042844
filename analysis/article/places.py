"""Names of places as datelines give them: cities, states and provinces, countries."""

import unicodedata
from functools import cache

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
