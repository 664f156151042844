"""Where what the model took for one name is two: at brackets, commas and possessives, and behind a country."""

from collections.abc import Iterator

from analysis.gazetteer import country_of, is_city, is_country
from analysis.grammar.tokens import Token
from analysis.lexicon import words
from analysis.readers.names.people import is_first_name
from analysis.readers.names.runs import Run, is_possessive, run_text, text_of
from analysis.readers.names.titles import role_nouns


def cut(tokens: list[Token], run: Run) -> Iterator[Run]:
    """The names in what the model found, in text order."""
    if run.last == run.first:
        yield run
        return
    bare = (part for whole in _unbracketed(tokens, run) for part in _unlinked(tokens, whole))
    for part in (part for whole in bare for part in _unjoined(tokens, whole)):
        for owner_or_owned in _unpossessed(tokens, part):
            for led in _unled(tokens, owner_or_owned):
                yield from _apart(tokens, led)


def _unlinked(tokens: list[Token], run: Run) -> list[Run]:
    """Two countries or bodies that a hyphen links: the `United States`-`Mexico` border."""
    at = next((n for n in range(run.first + 1, run.last) if tokens[n].text in ("-", "–")), None)
    if at is None:
        return [run]
    parts = Run(run.first, at - 1, "GPE"), Run(at + 1, run.last, "GPE")
    texts = [run_text(tokens, part) for part in parts]
    if texts[0] in words("known_bodies") and (texts[1] in words("known_bodies") or " " not in texts[1]):
        return [part._replace(label="ORG") for part in parts]
    return list(parts) if all(map(is_country, texts)) else [run]


def _unled(tokens: list[Token], run: Run) -> list[Run]:
    """A body and an office before a person's full name: `Smith County Fire Chief` and `Ann Lane`."""
    titles = words("titles")
    for at in range(max(run.first, run.last - 3), run.last - 1):
        if tokens[at].lower.rstrip(".") in titles and (
            is_first_name(tokens[at + 1].text) or _is_named(tokens, at, run)
        ):
            person = Run(at + 1, run.last, "PERSON")
            office = run._replace(last=at, label="" if run.label == "PERSON" else run.label)
            return [office, person] if _is_name(tokens, person) else [run]
    return [run]


def _is_named(tokens: list[Token], at: int, run: Run) -> bool:
    """Whether just two words follow an office, and no noun for a body: `House Minority Whip` Steny Hoyer."""
    bodies = words("organization_heads") | words("place_heads")
    office = at > run.first and tokens[at - 1].lower in words("office_words")
    return office and run.last == at + 2 and tokens[run.last].lower not in bodies


def _is_name(tokens: list[Token], run: Run) -> bool:
    return all(token.tag == "NNP" and token.text[0].isupper() for token in run.of(tokens))


def _unjoined(tokens: list[Token], run: Run) -> list[Run]:
    """Two bodies that `and` links, each named in full: `Amnesty International` and `Human Rights Watch`."""
    at = next((n for n in range(run.first + 2, run.last - 1) if tokens[n].lower == "and"), None)
    if at is None or run.label == "PERSON" or any(tokens[n].tag == "IN" for n in range(run.first, at)):
        return [run]
    heads = words("organization_heads") | words("company_words")
    both = tokens[at - 1].lower.rstrip(".") in heads and tokens[run.last].lower.rstrip(".") in heads
    return [run._replace(last=at - 1), run._replace(first=at + 1)] if both else [run]


def _unpossessed(tokens: list[Token], run: Run) -> list[Run]:
    """An owner and what is owned are two names if the owner is a person, place or known body, or the owned is a person
    or country."""
    at = next((n for n in range(run.first + 1, run.last) if is_possessive(tokens[n])), None)
    if at is None or not tokens[at - 1].text[0].isupper():
        return [run]
    owner, owned = Run(run.first, at - 1, run.label), Run(at + 1, run.last, run.label)
    text = text_of(tokens[run.first : at])
    if is_first_name(tokens[at + 1].text) and owned.last > owned.first:
        return [owner._replace(label="ORG"), owned._replace(label="PERSON")]
    if country_of(text) or text in words("regions") or (is_city(text) and not is_first_name(text)):
        return [owner._replace(label="GPE"), owned._replace(label="ORG")]
    if country_of(text_of(tokens[at + 1 : run.last + 1])):
        return [owner._replace(label=""), owned._replace(label="GPE")]
    if at - run.first > 1 and is_first_name(tokens[run.first].text):
        return [owner._replace(label="PERSON"), owned._replace(label="")]
    last = tokens[at - 1].lower
    body = text in words("known_bodies") or last in words("organization_heads")
    if body or last.rstrip(".") in words("company_words"):
        return [owner._replace(label="ORG"), owned._replace(label="")]
    return [run]


def _apart(tokens: list[Token], run: Run) -> list[Run]:
    """A country or its head town before a person, or before a body or office, is a name of its own."""
    first, last, label = run
    comma = next((n for n in range(first + 1, last) if tokens[n].text == ","), None)
    if comma and label in ("GPE", "LOC"):
        return [Run(first, comma - 1, label), *_apart(tokens, Run(comma + 1, last, label))]
    form = country_of(tokens[first].text) if last > first else None
    if form is None or form.sort == "adjective":
        return [run]
    rest = tokens[first + 1 : last + 1]
    if label == "PERSON" and len(rest) > 1:
        return [Run(first, first, "GPE"), Run(first + 1, last, label)]
    if label == "ORG" and form.sort == "name" and rest[-1].lower in role_nouns():
        return [Run(first, first, "GPE")]
    return [run]


def _unbracketed(tokens: list[Token], run: Run) -> list[Run]:
    """A bracket parts two names: `World Health Organization` (`WHO`)."""
    parts, first = [], run.first
    for i in range(run.first, run.last + 1):
        if tokens[i].text in ("(", ")", "[", "]", "/") or tokens[i].text[0] in "@#<>" or "]" in tokens[i].text:
            if first < i:
                parts.append(Run(first, i - 1, run.label))
            first = i + 1
    return [*parts, Run(first, run.last, run.label)] if first <= run.last else parts
