"""Where names begin and end: what the model took for one name is two, or took in too much at its edges."""

import re

from analysis.gazetteer import country_of, is_city, is_city_alone, is_country, is_known_organization, is_state
from analysis.grammar.tokens import Token
from analysis.lexicon import words
from analysis.readers.names.runs import CAMEL, GENERATION, Run, is_possessive, text_of

LEADING = frozenset({"DT", "POS", "IN", "CC", "``", "''", "PRP$", "CD", "RB", "RBR", "WRB"})
TRAILING = frozenset({"IN", "CC", "``", "''", "DT"})
OFFICES = frozenset({"department", "ministry", "committee", "subcommittee"})
SCORE = re.compile(r"\d{1,3}[-–:]\d{1,3}")
BEHIND = frozenset({"MP", "MEP", "MSP", "MLA", "KC", "QC", "CBE", "MBE", "OBE", "PhD"})  # a person's name
SHORT = 3  # letters up to which a first name is rather a small word


def cut(run: Run) -> list[Run]:
    """The names in what the model found, in text order."""
    runs = [run]
    if run.first < run.last:
        for part in (_unbracketed, _unlinked, _unlisted, _unpossessed, _unled, _apart):
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
    return parts if all(is_country(part.text) or is_known_organization(part.text) for part in parts) else [run]


def _unlisted(run: Run) -> list[Run]:
    """Cities in a row, of which one has a name that is no other word: `Kano`, `Jos` and `Kaduna`."""
    links = [n for n in range(run.first + 1, run.last) if run.tokens[n].text in (",", "and")]
    starts, ends = [run.first, *(n + 1 for n in links)], [*(n - 1 for n in links), run.last]
    parts = [run._replace(first=first, last=last, label="GPE") for first, last in zip(starts, ends, strict=True)]
    cities = bool(links) and all(first <= last for first, last in zip(starts, ends, strict=True))
    cities = cities and all(is_city(part.text) for part in parts) and any(is_city_alone(part.text) for part in parts)
    return parts if cities else [run]


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
    if last.lex.organization_head or last.lower.rstrip(".") in words("company_words"):
        return [owner._replace(label="ORG"), owned._replace(label="")]
    return [run]


def _unled(run: Run) -> list[Run]:
    """An organization and an office before a person's full name: `Smith County Fire Chief` and `Ann Lane`."""
    parted = run.final.dep == "compound" and run.final.head.i == run.last + 1  # Green MP Asa | Lindholm
    for at in range(max(run.first, run.last - 3), run.last - 1 + parted):
        titled = run.tokens[at].lex.title or run.tokens[at].text in BEHIND
        if titled and run.tokens[at + 1].lex.first_name:
            office = run._replace(last=at, label="" if run.label == "PERSON" else run.label)
            person = run._replace(first=at + 1, label="PERSON")
            named = all(token.tag == "NNP" and token.text[0].isupper() for token in person.members)
            return [office, person] if named else [run]
    return [run]


def _apart(run: Run) -> list[Run]:
    """A country or its head town before a person is a name of its own."""
    form = run.initial.lex.country
    if run.label != "PERSON" or run.last - run.first < 2 or form is None:
        return [run]
    return [run._replace(last=run.first, label="GPE"), run._replace(first=run.first + 1)]


def trimmed(run: Run) -> Run | None:
    """Without article, possessive, quotation marks and stray words at the edges; None where no name is left."""
    tokens, first = run.tokens, _start(run)
    last = _end(run, first)
    if first > last or not any(t.text[0].isupper() or CAMEL.match(t.text) for t in tokens[first : last + 1]):
        return None
    if is_party_mark(tokens, first):
        return None
    junior = run.label == "PERSON" and GENERATION.fullmatch(text_of(tokens[last + 1 : last + 3]))  # Ann Holm`, Jr.`
    return run._replace(first=first, last=last + 2 * bool(junior))


def _start(run: Run) -> int:
    """The first token of the name itself, behind articles, adjectives in small letters and `anti-`."""
    tokens, first, last = run.tokens, run.first, run.last
    while first <= last and (_leads(tokens[first], run.label) or not tokens[first].text[0].isalnum()):
        first += 1
    while first < last and _is_small(tokens[first], "JJ", "VB") and tokens[first + 1].text != "-":  # not `anti`-Obama
        first += 1  # `last` Democratic Party
    while first + 1 < last and tokens[first + 1].text == "-" and tokens[first].text in words("name_prefixes"):
        first += 2
    return first


def _leads(token: Token, label: str) -> bool:
    """Whether the tagger holds a word for an article, preposition or the like: a person's first name is none."""
    named = label == "PERSON" and len(token.text) > SHORT and token.text[0].isupper() and token.lex.first_name
    return (token.tag in LEADING or token.dep == "mark") and not named


def _is_small(word: Token, *tags: str) -> bool:
    """Whether a word is in small letters, and of one of some sorts."""
    return word.text.islower() and word.tag[:2] in tags


def _end(run: Run, first: int) -> int:
    """The last token before prepositions, marks, verbs, common nouns, scores and the last word of a caption."""
    tokens, last = run.tokens, run.last
    while first <= last and (tokens[last].tag in TRAILING or not any(map(str.isalnum, tokens[last].text))):
        last -= 1
    while first < last and _is_small(tokens[last], "VB", "RB", "MD"):
        last -= 1 + (tokens[last - 1].text in ("-", "–", "—"))
    last -= last > first + 1 and tokens[last].text in BEHIND
    hyphened = tokens[last - 1].text == "-" and run.label == "PERSON" and last - first > 2  # Park Ji-hoon
    while first < last and not hyphened and _is_loose_noun(tokens[last]):
        last -= 1
    if tokens[last].text[-1].isdigit():
        last -= next((n for n in (1, 3) if SCORE.fullmatch(text_of(tokens[last + 1 - n : last + 1]))), 0)
    while first <= last and (_is_loose_end(tokens, last, run.label) or is_possessive(tokens[last])):
        last -= 1
    return last


def _is_loose_noun(token: Token) -> bool:
    """Whether a run ends in a common noun that is no organization's or place's: Obama's `immigration`."""
    if token.tag not in ("NN", "NNS") or not token.text.islower():
        return False
    return not (token.lex.organization_head or token.lex.place_head or token.lex.particle)


def _is_loose_end(tokens: list[Token], last: int, label: str) -> bool:
    """The score behind a team's name, and the word before the colon of a caption."""
    before = tokens[last - 1]
    if before.lower in words("thing_heads", made="yes"):  # Flight 447
        return False
    team = label in ("GPE", "NORP", "") or (label == "PERSON" and len(before.text) > SHORT) or before.lex.country
    if tokens[last].tag == "CD" and (team or is_possessive(before)):
        return True
    colon = last + 1 < len(tokens) and tokens[last + 1].text == ":"
    return colon and tokens[last].lower in words("caption_words")


def is_party_mark(tokens: list[Token], first: int) -> bool:
    """Whether a run is or holds the home of a lawmaker behind the party's letter, or alone: (`R-Texas`), (`Ky.`)."""
    if tokens[first].text in ("R", "D", "I"):
        return True
    alone = [token.text for token in tokens[max(0, first - 1) : first + 2 : 2]] == ["(", ")"]
    if alone and tokens[first].text.endswith(".") and is_state(tokens[first].text):
        return True
    before = "".join(token.text for token in tokens[max(0, first - 2) : first])
    return before[-2:] in ("R-", "D-", "I-", "R–", "D–", "I–") and not before[:-2].isalnum()
