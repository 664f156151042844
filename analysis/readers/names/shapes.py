"""What the words of a name look like: a body's, a person's, a place's."""

from analysis.gazetteer import country_of, is_city
from analysis.grammar.tokens import Token
from analysis.lexicon import words
from analysis.readers.names.people import is_first_name
from analysis.readers.names.runs import text_of
from analysis.readers.names.titles import role_nouns


def kind_by_head(members: list[Token], label: str, *, articled: bool) -> str | None:
    """The kind by a name's head noun, first name or neighbours, None where they tell nothing."""
    first, last, heads = members[0].lower, members[-1].lower, words("organization_heads")
    if len(members) > 1 and (last in heads or last.rstrip(".") in words("firm_endings")):
        return "organization"
    if len(members) > 2 and members[-2].text == "-" and members[-3].lower in words("outlet_heads"):
        return "organization"  # Times-Picayune
    person = label == "PERSON" and is_first_name(first)
    link = next((n for n, token in enumerate(members) if token.tag == "IN"), 0)
    if link > 1 and members[link - 1].lower in heads:
        return "organization"
    if first in heads and len(members) > 2 and members[1].lower in ("of", "for"):
        return "organization"
    if label == "PERSON" and first in heads and len(members) > 1 and not person:
        return "organization"
    if len(members) > 1 and last in words("place_heads") and not person:
        return "place"
    if label == "GPE" and len(members) == 2 and _is_described(members) and not is_city(f"{first} {last}"):
        return "person"
    if not articled and label in ("", "ORG", "NORP") and _looks_like_person(members) and not _is_firm(members, label):
        return "person"
    return "place" if label in ("PERSON", "ORG") and len(members) == 1 and _is_where(members[0], label) else None


def _is_where(token: Token, label: str) -> bool:
    """Whether a word stands beside a place, or is a town behind a preposition of place or `mayor of`, or where
    something happened (the `Springfield` attack)."""
    city = is_city(token.text)
    if city and token.dep in ("compound", "nmod"):
        return token.head.lower in words("scene_nouns")
    if token.dep == "conj" and token.head.ent == "GPE":
        return city or label == "PERSON"
    if token.dep != "pobj" or not city:
        return False
    if token.head.lower == "of":
        return token.head.head.lower in words("town_parts")
    return token.head.lower in (("in", "near", "from", "at") if label == "PERSON" else ("in", "near"))


def _is_firm(members: list[Token], label: str) -> bool:
    """Whether a body's name begins with a place (`Virginia Tech`) or initials, or ends as a firm's."""
    first = members[0].text
    if members[-1].lower.rstrip(".") in words("company_words"):
        return True
    place = first in words("regions") or country_of(first) is not None or (not label and is_city(first))
    return place or (first.isupper() and len(first) > 1 and "." not in first)


def _looks_like_person(members: list[Token]) -> bool:
    """A first name and one to three further proper nouns."""
    proper = ("NNP", "NNPS", "JJ")
    if _stands_with_person(members):
        return True
    whole = 1 < len(members) <= 4 and all(token.tag in proper and token.text[0].isupper() for token in members[-2:])
    second = members[1].text if len(members) > 1 else ""
    if _has_particles(members):
        return True
    whole = whole and (members[0].text.isupper() or not second.isalpha() or not second.isupper())  # no Mac OS
    last = members[-1].lower
    return (
        whole
        and is_first_name(members[0].text)
        and last not in words("time_words")
        and last.removesuffix("s") not in role_nouns()
    )


def _has_particles(members: list[Token]) -> bool:
    """Whether particles stand between a first name and a last one: `Karin de Vries`; no town's name is meant."""
    between = members[1:-1]
    if not between or not all(token.text in words("name_particles") for token in between):
        return False
    return is_first_name(members[0].text) and members[-1].text[0].isupper() and not is_city(text_of(members))


def _is_described(members: list[Token]) -> bool:
    """Whether a first name and one more word have a noun for people in apposition: `Harlan Crow`, a developer."""
    beside = (child for child in members[-1].rights if child.dep == "appos")
    return is_first_name(members[0].text) and any(child.lower in role_nouns() for child in beside)


def _stands_with_person(members: list[Token]) -> bool:
    """Whether two proper nouns, none of a body's, are linked to a full name: Jane Doe and `Ayo Balogun`."""
    first, last = members[0], members[-1]
    if len(members) != 2 or last.dep != "conj" or not (first.tag == last.tag == "NNP" and first.dep == "compound"):
        return False
    head = last.head
    named = [t for t in head.lefts if t.dep == "compound" and is_first_name(t.text)]
    return len(named) == 1 and head.ent in ("PERSON", "ORG") and named[0].ent == head.ent and named[0].i == head.i - 1
