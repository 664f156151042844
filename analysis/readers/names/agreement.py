"""One kind a surface form: bare surnames follow full names, and bare names of things follow their full ones."""

from collections import Counter

from analysis.gazetteer import country_of, is_city, is_first_name, is_known_organization, is_state
from analysis.grammar.tokens import Parse, Token
from analysis.lexicon import words
from analysis.readers.names.kinds import kind_of
from analysis.readers.names.persons import acts_as_person, leaders, may_be_person, speaks
from analysis.readers.names.runs import GENERATION, Run
from analysis.readers.names.shapes import is_thing, used_as_things
from analysis.readers.names.titles import has_personal_role, is_addressed, without_title

COMMON = frozenset({"NN", "NNS", "JJ", "VB", "VBG", "VBN"})
FALLING = frozenset({"person", "group", "organization"})


def with_kinds(parse: Parse, runs: list[Run]) -> list[Run]:
    """Runs without titles, and their kinds: those of one form have one kind; what names nothing is left out."""
    common = _common_words(parse.tokens)
    bare = [without_title(run) for run in runs]
    common |= {run.initial.lower for run, name in zip(runs, bare, strict=True) if name.first > run.first}  # Boxer Ali
    found = [(run.text, run._replace(kind=kind_of(run, common))) for run in bare]
    of_persons = {run.initial.text for _, run in found if run.kind == "person" and run.first < run.last}
    agreed = _agreed(found, used_as_things(bare) - of_persons)
    return [run._replace(kind=agreed[text]) for text, run in found if text in agreed]


def _common_words(tokens: list[Token]) -> set[str]:
    """Words that the article has as common ones, where capitals do not make names of them."""
    small = {token.text for token in tokens if token.tag == "NNP" and token.text.islower()}
    return {token.text for token in tokens if token.tag in COMMON} | (small - words("office_words"))


def _agreed(found: list[tuple[str, Run]], things: frozenset[str]) -> dict[str, str]:
    """A bare surname takes the kind of the full name, any other form the vote of all its mentions."""
    agreed = _voted([(text, run.kind) for text, run in found])
    speaking = frozenset(text for text, run in found if speaks(run))
    _add_full_names(agreed, found, things, speaking)
    persons = _without_things(agreed, found, things, speaking)
    agreed.update((text, "person") for text, _ in found if text in persons)
    towns = {text for text, run in found if _is_town(run)} - persons
    agreed.update((text, "place") for text in towns & agreed.keys())
    firms = _firm_names(agreed) - persons
    agreed.update((text, "organization") for text, _ in found if text in firms)
    return agreed


def _without_things(
    agreed: dict[str, str], found: list[tuple[str, Run]], things: frozenset[str], speaking: frozenset[str]
) -> set[str]:
    """Take what is a thing's out of the kinds agreed on; the surnames and first names that are left to persons.
    `things` are forms used as those of things are: what begins with one, or with one that a noun in it shows to be a
    thing's, is no person, and neither is the last word alone."""
    named = {text for text, run in found if is_thing(run)}
    addressed = {text for text, run in found if run.kind == "person" and _is_sure(run)}
    whole = {text for text, kind in agreed.items() if kind == "person" and " " in text and text not in things}
    full = {text for text in whole if is_first_name(text.split()[0])}
    things = (things | named) - {_last(text) for text in full} - addressed
    fallen = {text for text, kind in agreed.items() if _falls(text, kind, things)}
    fallen |= {text for text in whole - full if _last(text) in things}
    surnames = {end for text in whole - fallen for end in _endings(text) if text in full or not country_of(end)}
    surnames |= addressed - fallen
    known = words("known_organizations") | words("known_names", "form")
    bare = {_last(text) for text in fallen | named} - surnames - known
    laws = {run.initial.text for _, run in found if run.kind == "work" and run.final.lower in words("law_heads")}
    for text in sorted(fallen | bare | (laws - surnames - known)):
        if agreed.get(text) in FALLING:
            del agreed[text]
    given = (_given_names(full - fallen) | ({text.split()[0] for text in whole - fallen} & speaking)) - things
    return surnames | given


def _is_sure(run: Run) -> bool:
    """Whether a person stands behind a title, as in `Mr. Smith`, or is one for sure."""
    return run.text in leaders() or is_addressed(run) or acts_as_person(run) or has_personal_role(run)


def _add_full_names(
    agreed: dict[str, str], found: list[tuple[str, Run]], things: frozenset[str], speaking: frozenset[str]
) -> None:
    """Take for persons' what their short names show to be so, also of what neither its words nor the model know."""
    unknown = {text for text, run in found if not (run.kind or run.label) and may_be_person(run)}
    for text in sorted(unknown | agreed.keys() - things):
        if _is_full(text, agreed, speaking):
            agreed[text] = "person"


def _voted(found: list[tuple[str, str]]) -> dict[str, str]:
    """The kind that most mentions of a form have."""
    votes: dict[str, Counter[str]] = {}
    for text, kind in found:
        if kind:
            votes.setdefault(text, Counter())[kind] += 1
    return {text: max(sorted(count), key=lambda kind: count[kind]) for text, count in votes.items()}


def _is_full(text: str, agreed: dict[str, str], speaking: frozenset[str]) -> bool:
    """Whether the last of two or three words, or the first where the last is a first name, stands alone as a person's
    name elsewhere, or speaks."""
    parts = text.split()
    if agreed.get(text, "") not in ("place", "organization", "") or is_known_organization(text) or is_city(text):
        return False
    if not 1 < len(parts) < 4:
        return False
    alone = parts[:1] * is_first_name(parts[-1]) + parts[-1:]
    if not any(agreed.get(part) == "person" or part in speaking for part in alone):
        return False
    return parts[0].lower() not in words("organization_heads") and all(part[0].isupper() for part in parts)


def _given_names(full: set[str]) -> set[str]:
    """First names by which those named in full may go; none that places, peoples or organizations have too."""
    given = {text.split()[0] for text in full if not text.split()[1].isupper()} - words("known_organizations")
    return {text for text in given if not (is_city(text) or country_of(text))}


def _endings(text: str) -> list[str]:
    """The last words of a full name, by which its bearer goes: `Pen`, `Le Pen`; `Al-Masri` of Omar al-Masri."""
    parts = GENERATION.sub("", text).split()
    found = [" ".join(parts[n:]) for n in range(1, len(parts))]
    return [*found, *(end[0].upper() + end[1:] for end in found if end[0].islower())]


def _is_town(run: Run) -> bool:
    """`the Ferguson, Missouri, police`; `the Orlando attack`: whether a state stands behind a word, or a city's name
    stands once as that of a place: it is one all over the article."""
    if run.first < run.last or run.kind not in ("place", "organization", "person"):
        return False
    behind = [token.text for token in run.tokens[run.last + 1 : run.last + 4]]
    state = behind[:1] == [","] and is_state(behind[1]) and (behind[2:] in ([","], ["."], [")"]))
    return state or (run.kind == "place" and is_city(run.text))


def _firm_names(agreed: dict[str, str]) -> set[str]:
    """The one word before the rest of a firm's full name: `Placer` of Placer Pacific Ltd."""
    firms = (text.split() for text, kind in agreed.items() if kind == "organization" and " " in text)
    found = {parts[0] for parts in firms if parts[-1].lower().rstrip(".") in words("firm_endings")}
    return {text for text in found if len(text) > 3 and not is_city(text) and not country_of(text)} - words("regions")


def _last(text: str) -> str:
    return text.split()[-1]


def _falls(text: str, kind: str, things: frozenset[str]) -> bool:
    """Whether a person's name begins with a thing's, or a group's is a thing's or its plural. Nations, peoples and the
    followers of parties never fall."""
    if kind == "person":
        parts = text.split()
        return any(" ".join(parts[:n]) in things for n in range(1, len(parts) + 1))
    if kind != "group" or country_of(text) or text in words("known_names", "form") or text in words("peoples"):
        return False
    return text[:-1] in things if text.endswith("s") else text in things
