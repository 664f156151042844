"""What a name names: person, organization, country, group or place."""

import re
from functools import cache

from analysis.gazetteer import country_of, is_city, is_people
from analysis.grammar.tokens import Token
from analysis.lexicon import words
from analysis.readers.names.initials import initials_of_bodies
from analysis.readers.names.people import is_first_name
from analysis.readers.names.runs import Run, text_of
from analysis.readers.names.shapes import kind_by_head
from analysis.readers.names.things import is_called_body, is_called_thing, is_direction, is_quoted, is_thing
from analysis.readers.names.titles import is_relative, role_nouns

FOLLOWERS = words("known_names", "form")
BODIES = frozenset(
    form
    for form in words("known_names", "form", kind="organization")
    if not FOLLOWERS & {f"{form}s", f"{form[:-1]}ies"}
)
DOCTRINES = ("ism", "phobia", "ization", "isation")
MODEL = re.compile(r"[A-Z]{1,3}-\d+[A-Z]?")  # M-1, F-16: tanks, planes, roads
PARTS_OF_TOWNS = frozenset({"Upper", "Lower", "Downtown", "Midtown", "Central", "Greater"})
DOMAINS = (".com", ".org", ".net", ".gov", ".edu", ".co.uk")
OF_LABEL = {"PERSON": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "NORP": "group", "FAC": "place"}


def kind_of(tokens: list[Token], run: Run, *, has_role: bool, common: set[str]) -> str | None:
    """The kind by the words themselves, then by the model's label; None for what is nobody and nowhere.

    `common` holds the article's common words: a capital alone does not make a name of one of them.
    """
    members = run.of(tokens)
    text = text_of(members)
    country = country_of(text)
    if text in words("not_names") or is_direction(tokens, run):
        return None
    if is_relative(tokens, run.first, run.last) and not _has_body(members):
        return "person"
    if country:
        return _kind_of_country(country.sort, members)
    known = _known_kind(text, members, run.label)
    modifies = members[-1].dep in ("compound", "nmod", "amod")
    if known and (known != "place" or not has_role or modifies or _before_office(tokens, run.last)):
        return known
    if len(members) == 1 and run.label in ("ORG", "") and text in leaders():
        return "person"
    thing = is_thing(members, run.label) or is_called_thing(tokens, run.first) or is_quoted(tokens, run)
    if thing or _is_common(members, run.label, common):
        return None
    titled = has_role and run.label in ("PERSON", "", "ORG", "GPE") and len(members) <= 4
    if titled and not _has_body(members):
        return "person"
    if is_called_body(tokens, run):
        return "organization"
    if not run.label and len(members) == 1:
        return "organization" if _is_acronym(tokens, members[0]) else None
    return _kind_by_shape(tokens, run, members)


def _kind_by_shape(tokens: list[Token], run: Run, members: list[Token]) -> str | None:
    """The kind by the words of a name and the model's label; None for doctrines, and for what a figure ends."""
    articled = run.first > 0 and tokens[run.first - 1].lower == "the"
    kind = kind_by_head(members, run.label, articled=articled) or OF_LABEL.get(run.label)
    if len(members) == 1 and run.label != "PERSON" and members[0].lower.endswith(DOCTRINES):
        return None
    if len(members) == 1 and MODEL.fullmatch(members[0].text):
        return None
    numbered = any(char.isdigit() for char in members[-1].text)
    return None if numbered and kind != "organization" else kind


@cache
def leaders() -> frozenset[str]:
    """Surnames that mean one politician where they stand alone, and that are no first names or towns."""
    surnames = {name.split()[-1] for name in words("party_leaders", "name", alone="yes")}
    return frozenset(
        name for name in surnames if not is_first_name(name) and not is_city(name) and not country_of(name)
    )


def _has_body(members: list[Token]) -> bool:
    """Whether a noun in a name is a body's: its last word, or one inside where it begins with no first name."""
    heads = words("organization_heads")
    inside = not is_first_name(members[0].text) and any(token.lower in heads for token in members[1:-1])
    return inside or members[-1].lower in heads


def _known_kind(text: str, members: list[Token], label: str) -> str | None:
    """The kind of what is known to all: bodies, peoples, followers of parties, states and provinces."""
    if text in words("known_bodies") or text in initials_of_bodies() or text.lower().endswith(DOMAINS):
        return "organization"
    last = members[-1]
    if len(members) > 1 and is_people(last.text) and not (is_city(members[0].text) or is_first_name(members[0].text)):
        return "group" if all(token.text[0].isupper() or token.text == "-" for token in members) else None
    if label in ("ORG", "PERSON") and text.isupper() and len(members) == 1 and len(text) > 4 and is_city(text):
        return "place"
    if members[0].text in PARTS_OF_TOWNS and is_city(text_of(members[1:])):
        return "place"
    if text in words("peoples") or (len(members) > 1 and last.tag == "NNPS" and last.text in FOLLOWERS):
        return "group"
    noun = label or last.dep not in ("compound", "amod", "nmod")
    if text in BODIES and label != "NORP" and last.tag == "NNP" and noun:
        return "organization"
    area = text in words("regions") or text in words("regions", "short") or text in words("lands")
    return "place" if area else None


def _is_acronym(tokens: list[Token], token: Token) -> bool:
    """Whether initials that the model left alone stand where bodies do: behind an article, as subject or owner."""
    text = token.text
    if not (1 < len(text) < 7 and text.isalpha() and text.isupper()) or text in words("plain_acronyms"):
        return False
    article = token.i > 0 and tokens[token.i - 1].lower == "the" and token.dep not in ("compound", "nmod")
    return article or token.dep in ("nsubj", "nsubjpass", "poss")


def _before_office(tokens: list[Token], last: int) -> bool:
    return last + 1 < len(tokens) and tokens[last + 1].lower.rstrip(".") in words("titles")


def _is_common(members: list[Token], label: str, common: set[str]) -> bool:
    """Whether a run is an adjective of nation or belief, a common word with a capital, or a title alone."""
    last = members[-1]
    if label == "NORP" and (last.tag == "JJ" or (last.tag == "NNP" and last.dep in ("amod", "compound", "nmod"))):
        return True
    if len(members) == 1 and (_is_word(last, common, label) or (last.tag[:2] == "JJ" and label in ("ORG", ""))):
        return True
    heads = words("organization_heads")
    if len(members) > 2 and members[-2].tag in ("IN", "DT", "CC") and any(token.lower in heads for token in members):
        return False
    if label == "GPE" and is_city(text_of(members)):
        return False
    titled = last.lower in role_nouns() or last.lower.rstrip(".") in words("titles")
    return titled and label != "PERSON" and last.lower not in heads


def _is_word(token: Token, common: set[str], label: str) -> bool:
    """Whether a word is common in the article, for people, in an office (Secretary of `State`), or plain initials."""
    if token.text in words("plain_acronyms"):
        return True
    if token.text.isupper():
        return False
    if token.lower in words("office_words") and token.dep == "pobj" and token.head.lower == "of":
        return token.head.head.lower.rstrip(".") in words("titles")
    if token.text in FOLLOWERS:
        return token.lower in common and token.text in words("known_names", "form", where="abroad")
    if (token.tag == "NNS" and label == "ORG") or (token.tag in ("VBN", "VBD", "VBG") and label != "NORP"):
        return True
    people = token.lower in words("group_nouns") or token.lower.removesuffix("s") in role_nouns()
    return token.lower in common or (label != "PERSON" and people and token.tag[:3] != "NNP")


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
    if run.last > run.first and is_first_name(tokens[run.first].text):
        return False
    return before.head is tokens[run.last] and tokens[run.last].dep not in ("compound", "nmod", "poss")
