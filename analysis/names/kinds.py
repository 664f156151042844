"""What a name names: person, organization, country, group or place."""

from analysis.article.places import is_city
from analysis.lexicon import words
from analysis.names.geography import country_of
from analysis.names.spans import CALENDAR, Run
from analysis.names.things import is_called_thing, is_thing
from analysis.names.titles import role_nouns
from analysis.syntax import Token

PARTISANS = words("known_names", "form")
OF_LABEL = {"PERSON": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "NORP": "group", "FAC": "place"}


def kind_of(tokens: list[Token], run: Run, *, has_role: bool, common: set[str]) -> str | None:
    """The kind by the words themselves, then by the model's label; None for what is nobody and nowhere.

    `common` holds the article's common words: a capital alone does not make a name of one of them.
    """
    members = tokens[run.first : run.last + 1]
    text = " ".join(token.text for token in members)
    country = country_of(text)
    if country:
        return _kind_of_country(country.sort, members)
    if text in words("known_bodies") or text in words("known_acronyms", "short"):
        return "organization"
    if text in words("peoples") or (len(members) > 1 and members[-1].tag == "NNPS" and members[-1].text in PARTISANS):
        return "group"
    region = text in words("regions") or text in words("regions", "short")
    if region and (not has_role or _before_office(tokens, run.last)):
        return "place"
    if is_thing(members, run.label) or is_called_thing(tokens, run.first) or _is_common(members, run.label, common):
        return None
    titled = has_role and run.label in ("PERSON", "", "ORG", "GPE") and len(members) <= 4
    if titled and members[-1].lower not in words("organization_heads"):
        return "person"
    kind = _kind_by_head(members, run.label) or OF_LABEL.get(run.label)
    numbered = any(char.isdigit() for char in members[-1].text)
    return None if numbered and kind != "organization" else kind


def _before_office(tokens: list[Token], last: int) -> bool:
    return last + 1 < len(tokens) and tokens[last + 1].lower.rstrip(".") in words("titles")


def _is_common(members: list[Token], label: str, common: set[str]) -> bool:
    """Whether a run is an adjective of nation or belief, a common word with a capital, or a title alone."""
    last, text = members[-1], members[0].text
    if label == "NORP" and last.tag in ("JJ", "NNP") and last.dep in ("amod", "compound", "nmod"):
        return True
    if len(members) == 1 and (last.lower in common or text.lower() in common) and not text.isupper():
        return True
    heads = words("organization_heads")
    if len(members) > 2 and members[-2].tag in ("IN", "DT", "CC") and any(token.lower in heads for token in members):
        return False
    if label == "GPE" and is_city(" ".join(token.text for token in members)):
        return False
    titled = last.lower in role_nouns() or last.lower.rstrip(".") in words("titles")
    return titled and label != "PERSON" and last.lower not in heads


def _kind_by_head(members: list[Token], label: str) -> str | None:
    first, last, heads = members[0].lower, members[-1].lower, words("organization_heads")
    if len(members) > 1 and last in heads:
        return "organization"
    if first in heads and len(members) > 2 and members[1].lower in ("of", "for"):
        return "organization"
    if len(members) > 1 and last in words("place_heads") and label != "PERSON":
        return "place"
    return "person" if not label and _looks_like_person(members) else None


def _looks_like_person(members: list[Token]) -> bool:
    """A first name and one to three further proper nouns."""
    whole = 1 < len(members) <= 4 and all(token.tag == "NNP" and token.text[0].isupper() for token in members[-2:])
    return whole and members[0].lower in words("first_names", "name") and members[-1].lower not in CALENDAR


def _kind_of_country(sort: str, members: list[Token]) -> str | None:
    if sort == "name":
        return "country"
    if sort == "capital":
        return "place"
    if sort == "people" or members[-1].tag in ("NNPS", "NNS"):
        return "group"
    return None


def takes_article(tokens: list[Token], run: Run) -> bool:
    """Whether an article stands before a name that is no part of a longer phrase; a person's name takes none."""
    before = tokens[run.first - 1] if run.first > 0 else None
    if before is None or before.lower not in ("the", "a", "an") or tokens[run.last].tag == "NNPS":
        return False
    if run.last > run.first and tokens[run.first].lower in words("first_names", "name"):
        return False
    return before.head is tokens[run.last] and tokens[run.last].dep not in ("compound", "nmod", "poss")
