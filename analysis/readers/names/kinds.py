"""What a name names: person, organization, country, group or place."""

import re

from analysis.gazetteer import (
    country_of,
    initials_of_organizations,
    is_city,
    is_city_alone,
    is_known_organization,
    is_people,
    is_state,
    is_state_code,
)
from analysis.grammar.lexemes import role_nouns
from analysis.grammar.phrases import MODIFIERS
from analysis.grammar.tokens import Token
from analysis.lexicon import words
from analysis.readers.names.persons import acts_as_person, is_family_first, leaders, speaks
from analysis.readers.names.runs import MADE, Run
from analysis.readers.names.shapes import (
    is_called_organization,
    is_called_thing,
    is_product,
    is_quoted,
    is_thing,
    is_work,
    kind_by_head,
)
from analysis.readers.names.titles import is_addressed, is_relative, role_before

FOLLOWERS = words("known_names", "form")
PARTIES = frozenset(
    form
    for form in words("known_names", "form", kind="organization")
    if not FOLLOWERS & {f"{form}s", f"{form[:-1]}ies"}
)
MODEL = re.compile(r"[A-Z]{1,3}-\d+[A-Z]?")  # M-1, F-16: tanks, planes, roads
ZONED = re.compile(r"\d\d?[:.]\d\d(?:[ap]\.?m)?|\d\d?[ap]\.?m")  # what a time zone stands behind
OF_LABEL = {"PERSON": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "NORP": "group", "FAC": "place"}
OF_COUNTRY = {"name": "country", "capital": "place", "people": "group"}
LINKS = (",", "and", "or")
AMERICAN = 2  # names of American states, parties and organizations that make an article one on America


def kind_of(run: Run, common: set[str]) -> str:
    """The kind by the words themselves, then by the model's label; "" for what is nobody and nowhere.

    `common` holds the article's common words: a capital alone does not make a name of one of them.
    """
    final, text, country = run.final, run.text, country_of(run.text)
    if _is_nothing(run, common):
        return ""
    if is_relative(run) and not _has_organization_head(run):
        return "person"
    if country and not (country.sort == "capital" and is_addressed(run)):  # Queen Sofia
        return OF_COUNTRY.get(country.sort) or ("group" if final.tag in ("NNPS", "NNS") else "")
    known, has_role = _known_kind(run), role_before(run) is not None
    if known and (known != "place" or not has_role or final.dep in MODIFIERS):
        return known
    if text in leaders() or (acts_as_person(run) and text not in common):
        return "person"
    if is_called_organization(run):
        return "organization"
    if is_thing(run) or is_called_thing(run) or is_quoted(run) or is_product(run) or _is_common(run, common):
        return "work" if is_work(run) else ""
    titled = has_role and run.last - run.first < 4
    if titled and not _has_organization_head(run) and not final.lex.place_head:
        return "person"
    if is_city_alone(text) if run.first == run.last else is_city(text) and not run.initial.lex.first_name:
        return "place"  # `Port Harcourt`, whatever the model holds it for; not `Florence King`
    return _kind_by_shape(run)


def _is_nothing(run: Run, common: set[str]) -> bool:
    """Faiths and the like, holidays, single letters, tickers (<ACM>) and common words that open a sentence: `Aides
    said`; `House history`, in a text on a house."""
    holiday = run.text.lower() in words("time_words", sort="holiday")
    if holiday or run.text in words("not_names") or len(run.text) == 1 or (run.before == "<" and run.after == ">"):
        return True
    word = run.final
    people = word.tag == "NNS" and word.lower.removesuffix("s") in role_nouns() and run.text not in FOLLOWERS
    if run.first == run.last and run.opens and people:
        return True
    opens = run.first == run.last and word.text.istitle() and run.opens and word.lower in common
    plain = word.tag in ("NN", "NNS") or _known_kind(run) == "organization"
    return opens and plain and word.lex.country is None


def _kind_by_shape(run: Run) -> str:
    """The kind by the words of a name and the model's label; "" for what a figure ends."""
    if run.label not in OF_LABEL and (speaks(run) or is_family_first(run)):
        return "person"
    if not run.label and run.first == run.last:
        return "place" if _is_beside_city(run) else ""
    if run.label in MADE and is_work(run):
        return "work"
    kind, final = kind_by_head(run) or OF_LABEL.get(run.label, ""), run.final
    if kind == "place" and run.first == run.last and final.tag == "NNS":
        return ""
    numbered = any(char.isdigit() for char in final.text)
    return "" if numbered and kind != "organization" else kind


def _is_beside_city(run: Run) -> bool:
    """`Kaduna and Jos`, `Jos, Kaduna`: a city's name that the model left alone, joined to one that it knows for one."""
    beside = [run.tokens[at : at + 2] for at in (max(run.first - 2, 0), run.last + 1)]
    pairs = [pair if pair[0].text in LINKS else pair[::-1] for pair in beside if len(pair) > 1]
    cities = [one for link, one in pairs if link.text in LINKS and one.ent == "GPE"]
    return is_city(run.text) and any(is_city(city.text) for city in cities)


def _has_organization_head(run: Run) -> bool:
    """Whether a noun in a name is an organization's: its last word, or one inside if no first name begins it."""
    inside = not run.initial.lex.first_name and any(token.lex.organization_head for token in run.members[1:-1])
    return inside or run.final.lex.organization_head


def _known_kind(run: Run) -> str:
    """The kind of what is known to all: organizations, peoples, followers of parties, states and provinces."""
    text, final = run.text, run.final
    if is_known_organization(text) or text in initials_of_organizations():
        return "organization"
    if text.isupper() and len(text) > 4 and is_city(text):
        return "place"
    many = final.tag == "NNPS" and (final.text in FOLLOWERS or is_people(final.text))
    if text in words("peoples") or (many and all(t.text[0].isupper() or t.text == "-" for t in run.members)):
        return "group"
    if text in PARTIES and final.tag == "NNP":
        return "organization"
    return "place" if is_state(text) or text in words("lands") else ""


def _is_common(run: Run, common: set[str]) -> bool:
    """Whether a run is an adjective of nation or belief, a common word with a capital, or a title alone."""
    final, label, members = run.final, run.label, run.members
    if label == "NORP" and (final.tag in ("JJ", "NN", "VB") or (final.tag == "NNP" and final.dep in MODIFIERS)):
        return True
    adjective = final.tag[:2] == "JJ" and label in ("ORG", "") and not is_city_alone(run.text)
    several = run.opens and label == "ORG" and final.text.endswith("s")  # `Vendors said`, however the tagger has it
    if len(members) == 1 and (adjective or _is_word(final, common, label, several=several)):
        return True
    linked = len(members) > 2 and members[-2].tag in ("IN", "DT", "CC")
    if linked and any(token.lex.organization_head for token in members):  # House of Representatives
        return False
    titled = final.lex.role or final.lex.title
    town = label == "GPE" and is_city(run.text)
    return titled and label != "PERSON" and not final.lex.organization_head and not town


def _is_word(token: Token, common: set[str], label: str, *, several: bool) -> bool:
    """Whether a word is common in the article, for people, in an office (Secretary of `State`), or plain initials."""
    if token.text in words("plain_acronyms"):
        return True
    if token.text.isupper():
        return False
    if token.lower in words("office_words") and token.dep == "pobj" and token.head.lower == "of":
        return token.head.head.lex.title
    if token.text in FOLLOWERS:
        return token.lower in common and token.text in words("known_names", "form", where="abroad")
    if (token.tag == "NNS" and label == "ORG") or token.tag in ("VBN", "VBD", "VBG"):
        return True
    people = token.lower in words("group_nouns") or token.lower.removesuffix("s") in role_nouns()
    return token.lower in common or (label != "PERSON" and people and (several or token.tag[:3] != "NNP"))


def with_states(runs: list[Run]) -> list[Run]:
    """`VA` behind a town is the state; `Georgia` is a place in an article on America that has no word for the country
    in the Caucasus."""
    runs = [run._replace(kind="place") if _is_behind_town(run) else run for run in runs]
    texts = {run.text for run in runs}
    namesakes = words("namesake_words", "state") & texts
    if not namesakes or len(words("american_names") & texts) < AMERICAN:
        return runs
    said = {token.text for token in runs[0].tokens}
    states = {name for name in namesakes if said.isdisjoint(words("namesake_words", state=name))}
    return [run._replace(kind="place") if run.text in states else run for run in runs]


def with_sort(run: Run) -> Run:
    """`gay Americans`: a people with the adjectives that make another group of it; not `many Americans`, nor those who
    vote for a party."""
    if run.kind != "group" or run.final.tag not in ("NNPS", "NNS") or run.text in words("known_names", "form"):
        return run
    first = run.first
    while first and _tells_sort(run.tokens[first - 1], run.final):
        first -= 1
    return run._replace(first=first)


def _tells_sort(word: Token, noun: Token) -> bool:
    sort = word.tag == "JJ" and word.head is noun and word.text.islower()
    return sort and word.lower not in words("quantifiers") | words("other_ones")


def _is_behind_town(run: Run) -> bool:
    """Whether a state's abbreviation stands behind a town and a comma: Richmond, `VA`; not Brussels, `EU`."""
    return run.first > 1 and run.before == "," and is_state_code(run.text) and is_city(run.tokens[run.first - 2].text)
