"""Titles and roles beside a name: `Turkish Defence Minister` Hulusi Akar."""

from analysis.gazetteer import is_country, is_known_organization, is_state
from analysis.grammar.lexemes import role_nouns
from analysis.grammar.tokens import TIMES, Token
from analysis.lexicon import words
from analysis.readers.names.runs import MADE, Run
from analysis.records import Span

MARRIED_OR_BORN = words("relation_nouns", sort="kin") - {"baby", "child", "family", "parent", "relative", "twin"}
RANKS = frozenset({"PC", "WPC", "PCSO", "DC", "DI", "DCI", "DS", "QC", "KC"})  # of police and bar in Britain
LESSER = frozenset({"Crown", "Lance", "Staff", "Rear", "Air", "Petty"})  # before a title: Crown Prince, Lance Cpl
NEVER_ALONE = frozenset({"former", "acting", "interim", "prime", "vice", "then"})
MODIFIERS = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "HYPH", "VBN", "POS"})


def without_title(run: Run) -> Run:
    """The name proper: leading titles are no part of it, unless nothing else is."""
    dotted, firm = run.initial.text.endswith("."), run.final.lower.rstrip(".") in words("firm_endings")
    headed = run.final.lex.organization_head or firm
    if (headed and not dotted) or is_known_organization(run.text):  # General Electric, General Mills Inc.
        return run
    bare = _without_ranks(run)
    return _without_ranks(_without_trade(run)) if bare == run else bare


def _without_ranks(run: Run) -> Run:
    """Without the titles at the head of a run: `Gen.`, `Police Chief`."""
    at, tokens = run.first, run.tokens
    while at < run.last and (tokens[at].lex.title or (tokens[at].text in LESSER and tokens[at + 1].lex.title)):
        at += 1
        while at < run.last and (tokens[at].text == "." or tokens[at].tag == "IN"):
            at += 1
    return run._replace(first=at)


def _without_trade(run: Run) -> Run:
    """Without what stands before a full name and is what its bearer is (`Filmmaker` Jack Lane) or a call (`Follow`)."""
    name, tokens, first = run.first + 1, run.tokens, run.initial
    person = run.label == "PERSON" or (first.lex.role and run.last == name + 1 and run.label in ("ORG", *MADE, ""))
    whole = run.opens and person and run.last > name and tokens[name].text.isalpha()  # Boxer Dre Ashton
    known = first.lex.first_name and not (run.opens and first.lower in words("descriptions"))  # Porter Stan Mellish
    if run.last <= name or known or not (whole or tokens[name].lex.first_name):
        return run
    trade = first.lower.removesuffix("s") in role_nouns() or first.text in RANKS
    return run._replace(first=name) if trade or (run.opens and first.lower in words("call_words")) else run


def without_office(run: Run) -> Run:
    """The organization or country in `FBI Director`, `New York Gov.`; the run where it is not plain."""
    tokens, at, titles = run.tokens, run.last - 1, words("titles")
    office = run.final.lower.rstrip(".")
    if run.label == "PERSON" or at < run.first or not {office, office.removesuffix("s")} & titles:
        return run
    while at > run.first and (tokens[at].lex.title or tokens[at].lower in words("office_words")):
        at -= 1
    bare = run._replace(last=at)
    firm = run.final.lower in words("firm_titles") and at == run.last - 1 and tokens[at].tag == "NNP"
    return bare if firm or _is_known(bare) else run


def _is_known(run: Run) -> bool:
    """Whether a run without its office is an organization's or a country's name, or ends as an organization's."""
    text = run.text
    if is_state(text) or is_country(text) or text in words("known_names", "form") or is_known_organization(text):
        return True
    acronym = run.first == run.last and len(text) > 2 and text.isupper()
    return acronym or (run.final.lex.organization_head and run.final.lower not in words("office_words"))


def is_addressed(run: Run) -> bool:
    """Whether a form of address or an office stands before a name: `Mr.`, `Sen.`, `police chief`."""
    at = run.first - 1 - (run.first > 1 and run.before == ".")
    return at >= 0 and run.tokens[at].lex.title


def has_personal_role(run: Run) -> bool:
    """Whether a role that only persons have stands right before a name: agency head `Suharyanto`, not rival `Acme`."""
    noun = run.before.rstrip(".")
    return noun in role_nouns() and noun not in words("firm_roles") and role_before(run) is not None


def is_relative(run: Run) -> bool:
    """Whether somebody's kin is named, in apposition or not: his daughter `Eva`; his wife, `Eva`, …"""
    at = run.first - 1 - (run.first > 1 and run.before == run.after == ",")
    if at < 1 or run.tokens[at].lower not in MARRIED_OR_BORN or run.tokens[at].sent != run.initial.sent:
        return False
    return run.last - run.first < 3 and any(t.tag in ("PRP$", "POS") for t in run.tokens[max(0, at - 2) : at])


def role_before(run: Run) -> Span | None:
    """The role that stands right before a name, if its noun is one: `US Ambassador to Ankara` David Satterfield."""
    tokens, end = run.tokens, run.first - (run.before == ".")
    if end == 0 or tokens[end - 1].sent != run.initial.sent:
        return None
    at: int | None = end - 1
    noun = tokens[end - 1]
    if noun.lower.rstrip(".") not in role_nouns():
        at = _noun_of_post(tokens, end)
    elif noun.tag in ("VBD", "VBP", "VBZ") or noun.lower in NEVER_ALONE or _is_told_of(run, noun):  # whom she accused
        at = None
    return None if at is None else Span(tokens[_start_of_role(tokens, at)].start, noun.end)


def _is_told_of(run: Run, noun: Token) -> bool:
    """`the judge Trump was referring to`, `Iraqi Kurdistan`: the noun is not what the name's bearer is."""
    verb = run.final.head
    nation = noun.lex.country is not None and noun.lex.country.sort == "adjective" and run.first == run.last
    return nation or (verb.dep == "relcl" and verb.head is noun)


def _start_of_role(tokens: list[Token], noun: int) -> int:
    """The first of the words that modify a role's noun."""
    if tokens[noun].lower.rstrip(".") in words("forms_of_address"):  # whatever progress Mr. Kerry made
        return noun
    start, office = noun, tokens[noun].text[0].isupper()
    while start > 0 and tokens[start - 1].sent == tokens[noun].sent:
        before = _word_before(tokens, start)
        hyphened = tokens[start].text == "-"  # `then-candidate`, `editor-in-chief`
        if not _modifies(tokens[before], office=office) and not hyphened:
            break
        start = before
    while tokens[start].tag in ("POS", "HYPH"):
        start += 1
    return start


def _word_before(tokens: list[Token], at: int) -> int:
    """The number of the word before one, over brackets: `former General Motors (GM) CEO`."""
    if tokens[at - 1].text != ")":
        return at - 1
    opening = next((n for n in range(at - 2, max(at - 6, 0), -1) if tokens[n].text == "("), at)
    return opening - 1


def _modifies(token: Token, *, office: bool) -> bool:
    """Whether a word belongs to the role behind it; a common noun in the plural is none of an office's."""
    if office and token.tag == "NNS":
        return False
    if token.ent in TIMES:  # last week President Obama
        return False
    if token.tag == "VBN" and token.dep not in ("amod", "compound"):  # endorsed Sen. X
        return False
    ranked = token.tag == "VBG" and token.dep in ("amod", "compound")
    return (token.tag in MODIFIERS or ranked) and token.text[0] != ">"


def _noun_of_post(tokens: list[Token], end: int) -> int | None:
    """The noun of a role of which names say where: US `Ambassador` to Ankara."""
    at = end - 1
    while at >= 0 and tokens[at].tag in ("NNP", "NNPS", "DT"):
        at -= 1
    if at <= 0 or at == end - 1 or tokens[end - 1].tag == "DT" or tokens[at].lower not in ("to", "of", "for"):
        return None
    return at - 1 if tokens[at - 1].lex.role and tokens[at - 1].text[0].isupper() else None
