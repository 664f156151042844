"""What a word tells by itself, wherever it stands."""

from functools import cache
from typing import NamedTuple

from analysis.gazetteer import CountryForm, country_of, is_first_name
from analysis.lexicon import cached, rows, words


class Lexeme(NamedTuple):
    """What lists say of a word, case and a full stop behind it aside where they do not matter."""

    first_name: bool
    title: bool  # President, Gov.
    role: bool  # titles and nouns for persons: minister, singer
    organization_head: bool  # a noun that heads names of organizations: Committee
    place_head: bool  # Airport
    particle: bool  # de, bin
    country: CountryForm | None


@cache
def lexeme(text: str) -> Lexeme:
    """The entry of a word: each form is looked up once.

    `Ministers` has no role: plurals are the readers' question.
    """
    lower = text.lower()
    return Lexeme(
        first_name=is_first_name(text),
        title=lower.rstrip(".") in words("titles"),
        role=lower in role_nouns(),
        organization_head=lower in words("organization_heads"),
        place_head=lower in words("place_heads"),
        particle=lower in words("name_particles"),
        country=country_of(text),
    )


@cache
def role_nouns() -> frozenset[str]:
    """Nouns that can be somebody's title or role."""
    return words("titles") | words("person_nouns")


@cached
def verbs_of(*sorts: str) -> frozenset[str]:
    """The verbs that the list of cues has as verbs of speech, thought, desire and so on."""
    return frozenset(row["lemma"] for row in rows("cues") if row["pos"] == "verb" and row["sort"] in sorts)
