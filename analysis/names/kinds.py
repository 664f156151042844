"""What a name names: person, organization, country, group or place."""

from collections import Counter

from analysis.lexicon import words
from analysis.names.geography import country_of
from analysis.names.spans import CALENDAR, Run
from analysis.names.titles import role_nouns
from analysis.syntax import Token

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
    last, first = members[-1].lower, members[0].lower
    heads, places = words("organization_heads"), words("place_heads")
    if run.label == "NORP" and members[-1].tag in ("JJ", "NNP") and members[-1].dep in ("amod", "compound", "nmod"):
        return None
    if len(members) == 1 and (last in common or members[0].text.lower() in common) and not members[0].text.isupper():
        return None
    if run.label != "PERSON" and last in role_nouns() and last not in heads:
        return None
    if has_role and run.label in ("PERSON", "", "ORG", "GPE") and len(members) <= 4 and last not in heads:
        return "person"
    if (len(members) > 1 and last in heads) or (
        first in heads and len(members) > 2 and members[1].lower in ("of", "for")
    ):
        return "organization"
    if len(members) > 1 and last in places and run.label != "PERSON":
        return "place"
    if not run.label and _looks_like_person(members):
        return "person"
    return OF_LABEL.get(run.label)


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


def agreed_kinds(found: list[tuple[str, str | None, str]], things: frozenset[str] = frozenset()) -> dict[str, str]:
    """One kind a surface form: a bare surname takes that of the full name, else the vote of all its mentions.

    `found` holds (text, kind, model label) of each run, `things` the forms that stand behind an article.
    """
    votes: dict[str, Counter[str]] = {}
    for text, kind, _ in found:
        if kind:
            votes.setdefault(text, Counter())[kind] += 1
    agreed = {text: max(sorted(count), key=lambda kind: count[kind]) for text, count in votes.items()}
    for text in [text for text, kind in agreed.items() if kind == "person" and _begins_with(text, things)]:
        del agreed[text]
    surnames = {text.split()[-1] for text, kind in agreed.items() if kind == "person" and " " in text}
    for text in sorted({text for text, _, _ in found}):
        if text in surnames and " " not in text:
            agreed[text] = "person"
    return agreed


def _begins_with(text: str, things: frozenset[str]) -> bool:
    words_ = text.split()
    return any(" ".join(words_[:n]) in things for n in range(1, len(words_) + 1))
