"""A name once found is found everywhere: other mentions that the model passed over, also in capitals."""

from analysis.gazetteer import is_city, is_country, is_people
from analysis.grammar.tokens import Parse, Token
from analysis.lexicon import words
from analysis.readers.names.edges import is_party_mark
from analysis.readers.names.initials import bodies_in_capitals, initials_of_bodies
from analysis.readers.names.people import is_first_name
from analysis.readers.names.runs import PROPER, Run, text_of

SHORT = 3  # letters up to which a first name may be another word
DIRECTIONS = frozenset(
    f"{way}{end}" for way in ("North", "South", "East", "West", "Northeast", "Northwest") for end in ("", "ern")
)
Known = dict[str, list[tuple[tuple[str, ...], str]]]


def repeated(parse: Parse, found: list[tuple[Run, str]], known: Known) -> list[tuple[Run, str]]:
    """Runs, with kinds, that say a known name again or name a country, outside the runs already found."""
    tokens = parse.tokens
    taken = {i for run, _ in found for i in range(run.first, run.last + 1)}
    first = _first_names(tokens, found)
    more: list[tuple[Run, str]] = []
    for at in [token.i for token in tokens if token.text[0].isupper() and token.i not in taken]:
        if more and more[-1][0].last >= at:
            continue
        hit = hit_at(tokens, at, known) or _by_first_name(tokens, at, first)
        if hit and taken.isdisjoint(range(at, hit[0].last + 1)) and not is_party_mark(tokens, at):
            more.append(hit)
    return more


def _first_names(tokens: list[Token], found: list[tuple[Run, str]]) -> frozenset[str]:
    """First names of those named in full; none that a place or a common word has too."""
    given = {tokens[run.first].text for run, kind in found if kind == "person" and run.last > run.first}
    common = {token.text for token in tokens if token.tag in ("NN", "JJ", "VB", "MD", "IN", "RB")}
    return frozenset(
        name
        for name in given - common
        if len(name) > SHORT and is_first_name(name) and not is_city(name) and not _is_area(name)
    )


def _by_first_name(tokens: list[Token], at: int, first: frozenset[str]) -> tuple[Run, str] | None:
    """A first name alone of somebody named in full, unless another capital stands beside it."""
    token = tokens[at]
    before = tokens[at - 1] if at > 0 and tokens[at - 1].sent == token.sent else None
    if token.text not in first or token.tag != "NNP" or (before and before.i > 0 and before.text[0].isupper()):
        return None
    after = tokens[at + 1] if at + 1 < len(tokens) else token
    longer = after is not token and after.text[0].isupper()
    return None if longer else (Run(at, at, ""), "person")


def introduced(tokens: list[Token], found: list[tuple[Run, str]]) -> list[tuple[Run, str]]:
    """Short names in brackets right behind the names of bodies, if the model passed them over: (`AfD`)."""
    taken = {run.first for run, _ in found}
    return [
        (Run(run.last + 2, run.last + 2, ""), kind)
        for run, kind in found
        if kind == "organization"
        and run.last - run.first > 0
        and run.last + 3 < len(tokens)
        and (tokens[run.last + 1].text, tokens[run.last + 3].text) == ("(", ")")
        and run.last + 2 not in taken
        and _is_short_name(tokens[run.last + 2].text, tokens[run.first].text)
    ]


def _is_short_name(text: str, long: str) -> bool:
    capitals = sum(char.isupper() for char in text)
    if text in words("plain_acronyms"):
        return False
    return 1 < len(text) < 8 and capitals > 1 and capitals >= len(text) / 2 and text[0] == long[0]


def known_from(tokens: list[Token], found: list[tuple[Run, str]]) -> Known:
    """The names found, by their first word, longest first; a person's surname too."""
    known: Known = {}
    common = {token.text for token in tokens}
    for run, kind in found:
        members = run.of(tokens)
        names = [tuple(token.lower for token in members)]
        if kind == "person":
            names.extend(name[n:] for name in names[:1] for n in range(1, len(name)))
        for name in names:
            entry = (name, kind)
            if name is not names[0] and len(name) == 1 and name[0] in common:  # Billy Casper Golf
                continue
            if entry not in known.setdefault(name[0], []) and len(name[0]) > 1:
                known[name[0]].append(entry)
    for entries in known.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return known


def with_particles(tokens: list[Token], found: list[tuple[Run, str]], known: Known) -> list[tuple[Run, str]]:
    """Bare surnames with the particle in small letters that their full names have: `de Vries` of Karin de Vries."""
    wider = []
    for run, kind in found:
        first = run.first
        while kind == "person" and first > 0 and tokens[first - 1].lower in words("name_particles"):
            name = tuple(token.lower for token in tokens[first - 1 : run.last + 1])
            if (name, kind) not in known.get(name[0], ()):
                break
            first -= 1
        wider.append((run._replace(first=first), kind))
    return wider


def hit_at(tokens: list[Token], at: int, known: Known, last: int | None = None) -> tuple[Run, str] | None:
    """The longest known name, or the country, that begins at a token and ends no later than token `last`."""
    token = tokens[at]
    if not token.text[0].isupper():
        return None
    limit = len(tokens) - 1 if last is None else last
    for name, kind in known.get(token.lower, ()):
        end = at + len(name) - 1
        if end <= limit and tuple(t.lower for t in tokens[at : end + 1]) == name and _proper(tokens, at, end):
            return Run(at, end, ""), kind
    return _known_to_all(tokens, at, limit)


def _known_to_all(tokens: list[Token], at: int, limit: int) -> tuple[Run, str] | None:
    """A country, its people, an American state or the like, or a body that goes by its initials."""
    token = tokens[at]
    if token.text in initials_of_bodies() and len(token.text) > 2:
        return Run(at, at, "ORG"), "organization"
    if token.tag == "NNP" and token.text in bodies_in_capitals():
        return Run(at, at, "ORG"), "organization"
    if token.tag in ("NNS", "NNPS") and is_people(token.text):
        return Run(at, at, "NORP"), "group"
    if token.tag not in PROPER and not token.text.isupper():
        return None
    for end in range(min(at + 2, limit), at - 1, -1):
        text = text_of(tokens[at : end + 1])
        inside = at > 0 and tokens[at - 1].dep == "compound" and tokens[at - 1].head is tokens[end]
        if is_country(text) and not inside and (len(text) > 3 or "." in text or text.isupper()):
            return Run(at, end, "GPE"), "country"
        if text in words("known_bodies") and len(text) > SHORT and not _is_longer(tokens, at, end, limit):
            longer = end < limit and tokens[end + 1].text.istitle() and tokens[end + 1].lower in words("outlet_heads")
            return Run(at, end + longer, "ORG"), "organization"
        if (text in words("regions") or text in words("lands")) and not _is_longer(tokens, at, end, limit):
            return Run(at, end, "GPE"), "place"
        if token.text in DIRECTIONS and end > at and _is_area(text.partition(" ")[2]):
            return Run(at, end, "GPE"), "place"
    return None


def _is_area(text: str) -> bool:
    return text in words("regions") or is_country(text)


def _is_longer(tokens: list[Token], first: int, last: int, limit: int) -> bool:
    """Whether proper nouns go on beside the words: `Virginia` of Virginia Woolf."""
    before = first > 0 and tokens[first - 1].tag in PROPER and tokens[first - 1].sent == tokens[first].sent
    return before or (last < limit and tokens[last + 1].tag in PROPER and tokens[last + 1].text[0].isupper())


def _proper(tokens: list[Token], first: int, last: int) -> bool:
    return last > first or tokens[first].tag in PROPER | {"NN", "JJ", "NNS", "XX"}
