"""A name once found is found everywhere: other mentions that the model passed over, also in capitals."""

from collections.abc import Set

from analysis.names.geography import country_of
from analysis.names.spans import Run
from analysis.syntax import Parse, Token

Known = dict[str, list[tuple[tuple[str, ...], str]]]


def repeated(parse: Parse, found: list[tuple[Run, str]], known: Known) -> list[tuple[Run, str]]:
    """Runs, with kinds, that say a known name again or name a country, outside the runs already found."""
    tokens = parse.tokens
    taken = {i for run, _ in found for i in range(run.first, run.last + 1)}
    more: list[tuple[Run, str]] = []
    at = 0
    while at < len(tokens):
        hit = None if at in taken else hit_at(tokens, at, known, taken)
        if hit:
            more.append(hit)
            at = hit[0].last
        at += 1
    return more


def known_from(tokens: list[Token], found: list[tuple[Run, str]]) -> Known:
    """The names found, by their first word, longest first; a person's surname too."""
    known: Known = {}
    for run, kind in found:
        members = tokens[run.first : run.last + 1]
        names = [tuple(token.lower for token in members)]
        if kind == "person" and len(members) > 1:
            names.append((members[-1].lower,))
        for name in names:
            entry = (name, kind)
            if entry not in known.setdefault(name[0], []) and len(name[0]) > 1:
                known[name[0]].append(entry)
    for entries in known.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return known


def hit_at(tokens: list[Token], at: int, known: Known, taken: Set[int]) -> tuple[Run, str] | None:
    """The known name, or the country, that begins at a token and is not yet taken."""
    token = tokens[at]
    if not token.text[0].isupper():
        return None
    for name, kind in known.get(token.lower, ()):
        last = at + len(name) - 1
        if last < len(tokens) and tuple(t.lower for t in tokens[at : last + 1]) == name and _proper(tokens, at, last):
            return (Run(at, last, ""), kind) if taken.isdisjoint(range(at, last + 1)) else None
    if token.tag in ("NNP", "NNPS") or token.text.isupper():
        form = country_of(token.text)
        if form and form.sort == "name" and (len(token.text) > 3 or "." in token.text or token.text.isupper()):
            return Run(at, at, "GPE"), "country"
    return None


def _proper(tokens: list[Token], first: int, last: int) -> bool:
    return last > first or tokens[first].tag in ("NNP", "NNPS", "NN", "JJ", "NNS")
