"""What the words of a name and those beside it look like: an organization's, a person's, a place's, a thing's."""

import re
from collections import Counter

from analysis.gazetteer import is_city
from analysis.grammar.lexemes import role_nouns
from analysis.grammar.tokens import PROPER, SUBJECTS, Token
from analysis.lexicon import words
from analysis.readers.names.runs import CAMEL, MADE, QUOTES, Run
from analysis.readers.names.titles import role_before

MODEL = re.compile(r"(?=.*\d\d|.*-\d)[A-Z]{1,3}-?\d+[A-Z]{0,2}(?:-\d+[A-Z]{0,2})?|\d{3}-\d{1,3}[A-Z]{0,2}")  # A380
NUMBER = re.compile(r"[IVX]+|\d{1,2}")
PLACING = frozenset({"in", "near", "from", "to", "of", "outside", "around", "through", "the"})
TRADED = frozenset({"shares", "stock", "shareholders", "investors"})
ROAD = re.compile(r"[AIM]-?\d+")  # M25


def kind_by_head(run: Run) -> str | None:
    """The kind by a name's head noun, first name or neighbours, None where they tell nothing."""
    members, initial, final, label = run.members, run.initial, run.final, run.label
    several = len(members) > 1
    if several and (final.lex.organization_head or final.lower.rstrip(".") in words("firm_endings")):
        return "organization"
    if len(members) > 2 and members[-2].text == "-" and members[-3].lower in words("outlet_heads"):
        return "organization"  # Times-Picayune
    link = next((n for n, token in enumerate(members) if token.tag == "IN"), 0)
    if link and members[link - 1].lex.organization_head:
        return "organization"
    many = final.tag == "NNPS" or final.lower in words("company_words")  # Marlin Foods
    initials = len(initial.text) > 2 and initial.text.isupper() and initial.text.isalpha() and not final.text.isupper()
    firm = (initial.lex.organization_head or many or initials) and not initial.lex.first_name  # ICI Pharma
    if several and label == "PERSON" and (firm or any(token.tag == "POS" for token in members[1:-1])):  # Dick's Goods
        return "organization"
    located = run.before == "the" or (len(members) > 2 and run.before in ("in", "at", "near", "outside"))
    if several and final.lex.place_head and (located or label != "PERSON" or not initial.lex.first_name):
        return "place"
    if run.before != "the" and label in ("", "ORG", "NORP") and _looks_like_person(members) and not _is_firm(run):
        return "person"
    if label in ("GPE", "FAC") and several and _looks_like_person(members) and run.before not in PLACING:
        return "person"
    return "place" if label in ("PERSON", "ORG") and not several and _is_where(run) else None


def _is_where(run: Run) -> bool:
    """Whether a word stands beside a place, behind `mayor of` or `crash in`, or is a town behind a preposition of place
    or where something happened (the `Springfield` attack)."""
    token, label = run.final, run.label
    city = is_city(token.text)
    if city and token.dep in ("compound", "nmod"):
        return token.head.lower in words("scene_nouns")
    if token.dep == "conj" and (token.head.ent == "GPE" or token.head.lex.place_head):
        return city or label == "PERSON"
    if token.dep != "pobj":
        return False
    if token.head.lower == "of":
        return token.head.head.lower in words("town_parts") and (city or label == "PERSON")
    if token.head.lower == "in" and token.head.head.lower in words("scene_nouns") and label == "PERSON":
        return True
    return city and token.head.lower in (("in", "near", "from", "at") if label == "PERSON" else ("in", "near"))


def _is_firm(run: Run) -> bool:
    """Whether an organization's name begins with a place (`Virginia Tech`) or initials."""
    first = run.initial.text
    unknown = not run.label and run.final.dep not in SUBJECTS  # not `Ngozi Obi won`
    place = first in words("regions") or run.initial.lex.country or (unknown and is_city(first))
    return bool(place) or (first.isupper() and len(first) > 1)


def _looks_like_person(members: list[Token]) -> bool:
    """A first name and one to three further proper nouns, or particles and one: `Karin de Vries`."""
    initial, final = members[0], members[-1]
    if not 1 < len(members) <= 4 or not initial.lex.first_name:
        return False
    if len(members) > 2 and all(token.lex.particle for token in members[1:-1]):
        return True
    proper = all(token.tag in ("NNP", "NNPS", "JJ") for token in members[-2:])
    shouted = members[1].text.isupper() and not initial.text.isupper()  # Mac OS
    return proper and not shouted and final.lower.removesuffix("s") not in role_nouns()


def is_thing(run: Run) -> bool:
    """Whether a noun in a name says that it names a thing: `World Cup`, `Space Shuttle`, `Hurricane Dora`."""
    members, initial = run.members, run.initial
    headed = run.final.lex.organization_head or run.final.lex.place_head
    if len(members) > 1 and initial.lower in words("storm_words") and not headed:
        return True
    if run.label == "PERSON" and initial.lex.first_name:
        return False
    before_of = next((n for n, token in enumerate(members) if token.tag == "IN"), len(members))
    plain = [token for token in members[:before_of] if not token.text[0].isdigit()]
    named = run.label not in ("ORG", "GPE", "FAC") and not headed
    heads = (plain[-1] if plain else members[-1], *(members[:2] if named else ()))
    return any(token.lower in words("thing_heads") for token in heads)


def is_called_thing(run: Run) -> bool:
    """Whether the noun right before a name says what thing it is: the film `Easy Rider`."""
    return run.before in words("thing_nouns")


def is_work(run: Run) -> bool:
    """Whether a name that is nobody's and no place's is that of a work: a product, law, book, film, programme, vessel,
    prize or event; not of a currency, illness, storm, war or time."""
    head = next((n for n, token in enumerate(run.members) if token.tag == "IN"), len(run.members)) - 1
    head -= head > 0 and NUMBER.fullmatch(run.members[head].text) is not None  # World War II
    final = run.members[head]
    if is_called_thing(run):
        return final.text[0].isupper()
    if final.lower in words("thing_heads", made="no") or final.lex.role or final.lex.title:
        return False
    several = run.last > run.first
    made = final.lower in words("thing_heads", made="yes") or final.lower in words("law_heads")
    if several and made:
        return True
    if run.before in QUOTES and _is_called(run):
        return final.text[0].isupper()
    if final.lex.organization_head or final.lex.place_head:
        return False
    titled = run.last - run.first > 1 and run.before and all(token.tag in PROPER for token in run.members)
    return is_product(run) or (run.label == "PRODUCT" and several) or (run.label in MADE and titled and not run.opens)


def is_product(run: Run) -> bool:
    """`iPhone`, `Airbus A380`: a name that is written as those of products are."""
    model = MODEL.fullmatch(run.final.text) is not None and not ROAD.fullmatch(run.text)
    return model or CAMEL.fullmatch(run.initial.text) is not None


def _is_called(run: Run) -> bool:
    """Whether what stands in quotation marks is a name by the word before them: a robot dubbed "Robogee"."""
    before = run.tokens[run.first - 2].lower if run.first > 1 else ""
    return before in words("calling_words") or before in words("thing_nouns")


def is_called_organization(run: Run) -> bool:
    """Whether the noun right before a name says so (the daily `Haaretz`; the club's sponsor, `Brightbeam`,), or the one
    behind it (`Sembra` shares); full names of persons aside."""
    final, apposed = run.final, run.before == "," == run.after and run.final.dep == "appos" and run.first > 1
    if final.dep in ("compound", "nmod") and final.i + 1 == final.head.i and final.head.lower in TRADED:
        return not final.lex.first_name
    if (run.tokens[run.first - 2].lower if apposed else run.before) not in words("organization_nouns"):
        return False
    named = run.initial.lex.first_name and not run.initial.lex.particle  # Al Fajr
    return not named or (run.first == run.last and run.label != "PERSON")


def is_quoted(run: Run) -> bool:
    """Whether a name of several words stands in quotation marks of its own, as works do; persons and places aside."""
    if run.before not in QUOTES or run.last == run.first or run.label in ("PERSON", "GPE", "NORP"):
        return False
    after = [token.text for token in run.tokens[run.last + 1 : run.last + 3]]
    return run.after in QUOTES or (run.after in (",", ".") and after[-1] in QUOTES)


def used_as_things(runs: list[Run]) -> frozenset[str]:
    """Forms that stand behind an article or before a common noun half of the time (`Polaroid camera`), and that have
    `who` or a title beside them nowhere.

    Not among them are full names of persons, adjectives of nation or belief, and those before nouns for people
    and their doings (`Clinton campaign`).
    """
    shown: Counter[str] = Counter()
    used: Counter[str] = Counter()
    acting: set[str] = set()
    for run in runs:
        if run.label == "NORP" or (run.last > run.first and run.initial.lex.first_name):
            continue
        text = run.text
        shown[text] += 1
        used[text] += _before_common_noun(run.final) or _takes_article(run)
        followed = {token.lower for token in run.tokens[run.last + 1 : run.last + 3]}
        if followed & {"who", "whose"} or role_before(run):
            acting.add(text)
    return frozenset(text for text, count in used.items() if 2 * count >= shown[text] and text not in acting)


def _before_common_noun(token: Token) -> bool:
    head = token.head
    if token.dep not in ("compound", "nmod") or head.tag not in ("NN", "NNS") or head.i < token.i:
        return False
    return not (head.lex.role or head.lower in words("group_nouns") or head.lower in words("personal_heads"))


def _takes_article(run: Run) -> bool:
    """Whether an article stands before a name that is no part of a longer phrase."""
    final = run.final
    if run.before not in ("the", "a", "an") or final.tag == "NNPS":
        return False
    return run.tokens[run.first - 1].head is final and final.dep not in ("compound", "nmod", "poss")
