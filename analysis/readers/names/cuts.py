"""Where what the model took for one name is two: at brackets, possessives and links, and behind a country."""

from analysis.gazetteer import country_of, is_city, is_country, is_state
from analysis.lexicon import words
from analysis.readers.names.runs import Run, is_possessive


def cut(run: Run) -> list[Run]:
    """The names in what the model found, in text order."""
    runs = [run]
    if run.first < run.last:
        for part in (_unbracketed, _unlinked, _unjoined, _unpossessed, _unled, _apart):
            runs = [piece for whole in runs for piece in part(whole)]
    return runs


def _unbracketed(run: Run) -> list[Run]:
    """A bracket parts two names: `World Health Organization` (`WHO`)."""
    parts, first = [], run.first
    for token in run.members:
        if token.text in ("(", ")", "[", "]", "/") or token.text[0] in "@#<>":
            if first < token.i:
                parts.append(run._replace(first=first, last=token.i - 1))
            first = token.i + 1
    return [*parts, run._replace(first=first)] if first <= run.last else parts


def _unlinked(run: Run) -> list[Run]:
    """Two countries or known organizations that a hyphen links: the `United States`-`Mexico` border."""
    at = next((n for n in range(run.first + 1, run.last) if run.tokens[n].text in ("-", "–")), None)
    if at is None:
        return [run]
    parts = [run._replace(last=at - 1, label="GPE"), run._replace(first=at + 1, label="GPE")]
    return parts if all(is_country(part.text) or part.text in words("known_bodies") for part in parts) else [run]


def _unjoined(run: Run) -> list[Run]:
    """Two organizations that `and` links, each named in full: `Amnesty International` and `Human Rights Watch`."""
    tokens = run.tokens
    at = next((n for n in range(run.first + 2, run.last - 1) if tokens[n].lower == "and"), None)
    if at is None or run.label == "PERSON" or any(tokens[n].tag == "IN" for n in range(run.first, at)):
        return [run]
    heads = words("organization_heads") | words("company_words")
    both = tokens[at - 1].lower.rstrip(".") in heads and run.final.lower.rstrip(".") in heads
    return [run._replace(last=at - 1), run._replace(first=at + 1)] if both else [run]


def _unpossessed(run: Run) -> list[Run]:
    """An owner and what is owned are two names if the owner is a person, place or known organization, or the owned is a
    person or country."""
    at = next((n for n in range(run.first + 1, run.last) if is_possessive(run.tokens[n])), None)
    if at is None or not run.tokens[at - 1].text[0].isupper():
        return [run]
    owner, owned = run._replace(last=at - 1), run._replace(first=at + 1)
    text, last = owner.text, owner.final
    if owned.initial.lex.first_name and owned.last > owned.first:
        return [owner._replace(label="ORG"), owned._replace(label="PERSON")]
    if country_of(text) or is_state(text) or (is_city(text) and not owner.initial.lex.first_name):
        return [owner._replace(label="GPE"), owned._replace(label="ORG")]
    if (owner.last > owner.first and owner.initial.lex.first_name) or country_of(owned.text):
        return [owner._replace(label="PERSON"), owned._replace(label="")]
    if text in words("known_bodies") or last.lex.organization_head or last.lower.rstrip(".") in words("company_words"):
        return [owner._replace(label="ORG"), owned._replace(label="")]
    return [run]


def _unled(run: Run) -> list[Run]:
    """An organization and an office before a person's full name: `Smith County Fire Chief` and `Ann Lane`."""
    for at in range(max(run.first, run.last - 3), run.last - 1):
        if run.tokens[at].lex.title and (run.tokens[at + 1].lex.first_name or _is_named(at, run)):
            office = run._replace(last=at, label="" if run.label == "PERSON" else run.label)
            person = run._replace(first=at + 1, label="PERSON")
            named = all(token.tag == "NNP" and token.text[0].isupper() for token in person.members)
            return [office, person] if named else [run]
    return [run]


def _is_named(at: int, run: Run) -> bool:
    """Whether just two words follow an office, and no noun for a body: `House Minority Whip` Steny Hoyer."""
    office = at > run.first and run.tokens[at - 1].lower in words("office_words")
    return office and run.last == at + 2 and not (run.final.lex.organization_head or run.final.lex.place_head)


def _apart(run: Run) -> list[Run]:
    """A country or its head town before a person is a name of its own."""
    form = run.initial.lex.country
    if run.label != "PERSON" or run.last - run.first < 2 or form is None or form.sort == "adjective":
        return [run]
    return [run._replace(last=run.first, label="GPE"), run._replace(first=run.first + 1)]
