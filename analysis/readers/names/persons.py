"""Persons by what they do: who says `I`, was born, or is `a lawyer` is one, whatever the model holds the name for."""

from functools import cache
from itertools import pairwise

from analysis.gazetteer import full_names, is_city, is_country, is_state
from analysis.grammar.lexemes import role_nouns, verbs_of
from analysis.grammar.phrases import is_aged
from analysis.grammar.tokens import PROPER, SUBJECTS, Token
from analysis.lexicon import words
from analysis.readers.names.runs import QUOTES, Run, overlaid
from analysis.readers.names.titles import is_relative

LENGTH = 4  # words that a person's name has at most
FIRST_PERSON = frozenset({"I", "my", "My", "me"})


@cache
def leaders() -> frozenset[str]:
    """Surnames that mean one politician where they stand alone, and that are no towns or countries."""
    surnames = {name.split()[-1] for name in words("party_leaders", "name", alone="yes")}
    return frozenset(name for name in surnames if not is_city(name))


def acts_as_person(run: Run) -> bool:
    """Whether what stands beside an unknown name shows a person's.

    `Femi Bello, a porter`, `Femi Bello, 34,`, `34-year-old Femi Bello`, `Femi Bello, who`, `Bello is a nurse`, `Bello
    was born`, `"I am glad," Bello said`; not `Bello said talks had failed`, which a firm may say too.
    """
    if not may_be_person(run):
        return False
    return _is_described(run) or _does_as_person(run.final)


def may_be_person(run: Run) -> bool:
    """Whether a name has the form of a person's, and is no known organization's or place's."""
    members, text = run.members, run.text
    if len(_words(members)) > LENGTH or run.before == "the" or is_country(text) or is_state(text):
        return False
    if text in full_names() or any(map(_is_head, members)):
        return False
    named = all(token.tag in PROPER or token.lex.particle or token.text[0].isupper() for token in _words(members))
    final = run.final
    if final.tag == "NNPS" or final.lower in role_nouns() or not final.text.isalpha():
        return False
    behind = run.tokens[run.last + 1 : run.last + 3]
    return named and QUOTES.isdisjoint(token.text for token in behind if token.sent == final.sent)


def _words(members: list[Token]) -> list[Token]:
    """The words of a name, without the hyphens inside: `Cole-Reyes`."""
    return [members[0], *(token for token in members[1:-1] if token.text != "-"), members[-1]]


def speaks(run: Run) -> bool:
    """Whether a name that may be a person's, and no city's, is the subject of a verb of speech."""
    said = run.final.dep == "nsubj" and run.final.head.lemma in verbs_of("speech")
    return said and may_be_person(run) and not is_city(run.text)


def is_family_first(run: Run) -> bool:
    """`Nagy Eszter won`: an unknown name that ends in a first name, of somebody who does something."""
    named = len(run.members) == 2 and run.final.lex.first_name and not run.initial.lex.first_name
    return named and run.final.dep in SUBJECTS and not is_city(run.text) and may_be_person(run)


def _is_head(token: Token) -> bool:
    """Whether a noun heads names of organizations or places, or is initials: Acme `Holdings`, Orchard `Road`, `DPC`."""
    initials = len(token.text) > 1 and token.text.isalpha() and token.text.isupper()
    return initials or token.lower in words("company_words") or token.lex.organization_head or token.lex.place_head


def _is_described(run: Run) -> bool:
    """Whether a trade, an age or `who` stands behind a name."""
    behind = run.tokens[run.last + 1 : run.last + 4]
    marks = [token.lower for token in behind]
    if run.final.dep != "pobj" and "who" in marks[: 1 + (run.after == ",")]:
        return True
    if len(behind) > 2 and marks[0] == marks[2] == "," and behind[1].text.isdigit():
        return True
    if run.first < run.last and is_aged(run.tokens[run.first - 1]):
        return True
    final, head = run.final, run.final.head
    if final.dep == "appos" and run.before == "," and head.tag == "NN" and head.lower in role_nouns():
        return head.lower not in words("firm_roles") | words("organization_nouns") and head.i < run.first
    named = final.child("appos", behind=True)
    if final.dep == "nsubj" and head.lemma == "be":
        named = named or head.child("attr")
    if named is None or named.tag != "NN" or named.lower not in role_nouns():
        return False
    trade = named.lower not in words("firm_roles")  # a firm may be `a leader` or `the owner` too
    return trade and (named.has("det", words=("a", "an")) or named.has("poss", words=("his", "her", "my")))


def _does_as_person(name: Token) -> bool:
    if name.dep not in SUBJECTS:
        return False
    verb = name.head
    if verb.lemma in words("personal_verbs", voice="passive" if name.dep == "nsubjpass" else "active"):
        return True
    said = verb.subtree() if verb.lemma in verbs_of("speech") else []
    return any(token.text in QUOTES for token in said) and any(token.text in FIRST_PERSON for token in said)


def with_days(tokens: list[Token], runs: list[Run]) -> list[Run]:
    """The runs with persons whose first name is a day's or a month's: `Sunday Bello`, later `Sunday` where it acts; and
    with newspapers, `the Sunday Courier`.

    In `Tuesday Smith left` it is none if a Smith is named elsewhere, in `on Sunday Bello left` and `Sunday Mass` never.
    """
    named = (pair for pair in pairwise(tokens) if pair[0].lex.first_name and pair[0].text[0].isupper())
    others = leaders() | {name.text for first, name in named if not _is_day(first)}
    inside = {at for run in runs if run.label == "PERSON" for at in range(run.first + 1, run.last + 1)}  # Le Thi Thu Ha
    days = [token for token in tokens if _is_day(token)]
    free = (day.i for day in days if day.i not in inside and day is not tokens[-1])
    pairs = [Run(first, first + 1, "PERSON", tokens) for first in free]
    found = [run for run in pairs if run.final.text not in others and _is_named_as_day(run)]
    whole = {run.members[-2].text for run in runs if run.label == "PERSON" and run.last > run.first}
    firsts = whole | {run.initial.text for run in found}
    alone = [Run(day.i, day.i, "PERSON", tokens) for day in days]
    found += [run for run in alone if _is_first_alone(run, firsts)]
    found += [run._replace(first=run.first - 1) for run in alone if _is_surname(run)]
    papers = (run for run in pairs if run.final.lower in words("outlet_heads") and run.initial.head is run.final)
    found += [run._replace(label="ORG") for run in papers]
    return overlaid(runs, found)


def _is_first_alone(run: Run, firsts: set[str]) -> bool:
    """`Sunday thanked him`, where a Sunday Bello is named; `her husband August`, not `told her husband Sunday`."""
    month = run.initial.lower in words("time_words", sort="month") and run.initial.dep != "compound"
    if month and is_relative(run):
        return True
    return run.text in firsts and run.initial.dep == "nsubj" and not run.before.isalpha()


def _is_surname(run: Run) -> bool:
    """`Augustus May`: a month behind a first name that goes with it, not `told Clinton March 3`."""
    first = run.tokens[run.first - 1]
    month = run.initial.lower in words("time_words", sort="month") and not run.after[:1].isdigit()
    return month and first.lex.first_name and first.tag == "NNP" and first.head is run.initial


def _is_day(token: Token) -> bool:
    if token.tag != "NNP" and (token.dep != "compound" or token.head.tag != "NNP"):  # May/MD Poole
        return False
    days = words("time_words", sort="weekday") | words("time_words", sort="month")
    return token.text[0].isupper() and token.lower in days


def _is_named_as_day(run: Run) -> bool:
    """Whether the word behind a day's or a month's name may be a surname, and is subject or object."""
    day, name = run.initial, run.final
    before = run.tokens[run.first - 1] if run.first else None
    if before and (before.tag in ("IN", "DT", "JJ", "CD", "TO") or day.head is before):
        return False
    known = name.lex.country or name.lex.title or name.lower in words("time_words") | words("thing_heads")
    if name.tag != "NNP" or not name.text.istitle() or known or not may_be_person(run):
        return False
    acts = name.dep == "dobj" or (name.dep in SUBJECTS and name.head.pos == "VERB")
    titled = before is not None and before.lex.role and before.head in (day, name)
    return titled or acts_as_person(run) or (day.lex.first_name and acts)
