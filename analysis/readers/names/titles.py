"""Titles and roles beside a name: `Turkish Defence Minister` Hulusi Akar."""

from functools import cache

from analysis.gazetteer import is_country
from analysis.grammar.tokens import Token
from analysis.lexicon import words
from analysis.readers.names.people import is_first_name
from analysis.readers.names.runs import text_of

MARRIED_OR_BORN = words("relation_nouns", sort="kin") - {"baby", "child", "family", "parent", "relative", "twin"}
NEVER_ALONE = frozenset({"former", "acting", "interim", "prime", "vice", "then"})
MODIFIERS = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "HYPH", "VBN", "POS", "CC"})


@cache
def role_nouns() -> frozenset[str]:
    """Nouns that can be somebody's title or role."""
    return words("titles") | words("person_nouns")


def without_title(tokens: list[Token], first: int, last: int) -> int:
    """The first token of the name proper: leading titles are no part of it, unless nothing else is."""
    if tokens[last].lower in words("organization_heads") and not tokens[first].text.endswith("."):
        return first
    if text_of(tokens[first : last + 1]) in words("known_bodies"):  # General Electric
        return first
    at = _without_ranks(tokens, first, last)
    before = _n_before_name(tokens, first, last) if at == first else 0
    return _without_ranks(tokens, first + before, last) if before else at


def _without_ranks(tokens: list[Token], first: int, last: int) -> int:
    """The first token behind the titles at the head of a run."""
    at = first
    while at < last and tokens[at].lower.rstrip(".") in words("titles"):
        at += 1
        while at < last and (tokens[at].text == "." or tokens[at].text.isspace() or tokens[at].tag == "IN"):
            at += 1
    return at


def _n_before_name(tokens: list[Token], first: int, last: int) -> int:
    """How many tokens before a full name are what its bearer is (`Filmmaker` Jack Lane) or a call (`Follow`)."""
    name = first + 1
    while name < last and tokens[name].text.isspace():
        name += 1
    if last <= name or is_first_name(tokens[first].text) or not is_first_name(tokens[name].text):
        return 0
    before = tokens[first].lower
    opens = first == 0 or tokens[first - 1].sent != tokens[first].sent
    trade = before.removesuffix("s") in role_nouns() or f"{tokens[first].text}s" in words("peoples")
    return (name - first) * (trade or (opens and before in words("call_words")))


def without_office(tokens: list[Token], first: int, last: int) -> int:
    """The last token of the body or country in `FBI Director`, `New York Gov.`; `last` where it is not plain."""
    titles, at = words("titles"), last - 1
    office = tokens[last].lower.rstrip(".")
    if at < first or (office not in titles and office.removesuffix("s") not in titles):
        return last
    while at > first and tokens[at].lower.rstrip(".") in titles | words("office_words"):
        at -= 1
    if tokens[at].tag in ("IN", "CC", "DT", "POS"):
        return last
    firm = tokens[last].lower in words("firm_titles") and at == last - 1 and tokens[at].tag == "NNP"
    return at if firm or _is_body(tokens, first, at) else last


def _is_body(tokens: list[Token], first: int, last: int) -> bool:
    """Whether a run without its office is known to be a body's or a country's name, or ends as a body's."""
    text = text_of(tokens[first : last + 1])
    if text in words("regions") or is_country(text):
        return True
    acronym = first == last and len(text) > 2 and text.isupper()
    known = text in words("known_names", "form") or text in words("known_bodies")
    return acronym or known or tokens[last].lower in words("organization_heads") - words("office_words")


def is_addressed(tokens: list[Token], first: int) -> bool:
    """Whether a form of address or a rank in short stands before a name: `Mr.`, `Sen.`, `President`."""
    at = first - 1 - (first > 1 and tokens[first - 1].text == ".")
    title = tokens[at] if at >= 0 else None
    return title is not None and title.text[0].isupper() and title.lower.rstrip(".") in words("titles")


def is_relative(tokens: list[Token], first: int, last: int) -> bool:
    """Whether somebody's kin is named, in apposition or not: his daughter `Eva`; his wife, `Eva`, …"""
    closed = last + 1 < len(tokens) and tokens[last + 1].text == ","
    at = first - 1 - (first > 1 and closed and tokens[first - 1].text == ",")
    if at < 1 or tokens[at].lower not in MARRIED_OR_BORN or tokens[at].sent != tokens[first].sent:
        return False
    return last - first < 3 and any(token.tag in ("PRP$", "POS") for token in tokens[max(0, at - 2) : at])


def role_before(tokens: list[Token], first: int) -> tuple[int, int] | None:
    """Tokens from and to (exclusive) of the role that stands right before a name, if its noun is one."""
    nouns = role_nouns()
    end = first - (first > 0 and tokens[first - 1].text == ".")
    if end == 0 or tokens[end - 1].sent != tokens[first].sent:
        return None
    noun = tokens[end - 1]
    if noun.lower.rstrip(".") not in nouns:
        return _with_post(tokens, end, nouns)
    if noun.tag in ("VBD", "VBP", "VBZ") or noun.lower in NEVER_ALONE:  # whom she accused
        return None
    return _start_of_role(tokens, end - 1), end


def _start_of_role(tokens: list[Token], noun: int) -> int:
    """The first of the words that modify a role's noun."""
    start = noun
    office = tokens[noun].text[0].isupper()
    while start > 0 and tokens[start - 1].sent == tokens[noun].sent and _modifies(tokens[start - 1], office=office):
        start -= 1
    while tokens[start].tag in ("CC", "POS", "HYPH"):
        start += 1
    return start


def _modifies(token: Token, *, office: bool) -> bool:
    """Whether a word belongs to the role behind it; a common noun in the plural is none of an office's."""
    if office and token.tag == "NNS" and token.text.islower():
        return False
    if token.tag == "VBN" and token.dep not in ("amod", "compound"):  # endorsed Sen. X
        return False
    return token.tag in MODIFIERS and token.tag != "CC" and token.lower not in ("mr.", "mrs.", "ms.")


def _with_post(tokens: list[Token], end: int, nouns: frozenset[str]) -> tuple[int, int] | None:
    """`US Ambassador to Ankara` before a name: a role noun, to/of/for, one or more names."""
    at = end - 1
    while at >= 0 and tokens[at].tag in ("NNP", "NNPS", "DT"):
        at -= 1
    if at <= 0 or at == end - 1 or tokens[end - 1].tag == "DT" or tokens[at].lower not in ("to", "of", "for"):
        return None
    if tokens[at - 1].lower not in nouns or not tokens[at - 1].text[0].isupper():
        return None
    return _start_of_role(tokens, at - 1), end
