"""A name once found is found everywhere: mentions that the model passed over, also in capitals, inside longer names
(`Volgograd` in `Volgograd Arena`) and with what stands beside them (`Seattle, Washington`)."""

from analysis.gazetteer import (
    initials_of_organizations,
    is_area,
    is_city,
    is_country,
    is_known_organization,
    is_people,
    is_short_for_country,
    is_state,
    organizations_in_capitals,
)
from analysis.grammar.tokens import PROPER, SUBJECTS, Parse, Token
from analysis.lexicon import words
from analysis.readers.names.boundaries import is_party_mark
from analysis.readers.names.runs import Run, taken_by

SHORT = 3  # letters up to which a name may be another word
DIRECTIONS = frozenset(
    f"{way}{end}" for way in ("North", "South", "East", "West", "Northeast", "Northwest") for end in ("", "ern")
)
NAMING = PROPER | {"NN", "JJ", "NNS", "XX"}  # tags that a name of one word may have
Known = dict[str, list[tuple[tuple[str, ...], str]]]


def known_from(found: list[Run]) -> Known:
    """The names found and their kinds, by their first word in lower case, longest first; a person's surname too."""
    known: Known = {}
    for run in found:
        name = tuple(token.lower for token in run.members)
        for part in [name[n:] for n in range(len(name) if run.kind == "person" else 1)]:
            if (part, run.kind) not in known.setdefault(part[0], []) and len(part[0]) > 1:
                known[part[0]].append((part, run.kind))
    for entries in known.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return known


def repeated(parse: Parse, found: list[Run], known: Known) -> list[Run]:
    """Runs that say a known name again or name a country, outside the runs already found."""
    tokens, taken = parse.tokens, taken_by(found)
    more: list[Run] = []
    for at in [token.i for token in tokens if token.text[0].isupper() and token.i not in taken]:
        if more and more[-1].last >= at:
            continue
        hit = hit_at(tokens, at, known)
        if hit and taken.isdisjoint(range(at, hit.last + 1)) and not is_party_mark(tokens, at):
            more.append(hit)
    return more


def with_particles(found: list[Run], known: Known) -> list[Run]:
    """Bare surnames with the particle in small letters that their full names have: `de Vries` of Karin de Vries."""
    wider = []
    for run in found:
        while run.kind == "person" and run.before in words("name_particles"):
            name = (run.before, *(token.lower for token in run.members))
            if (name, run.kind) not in known.get(run.before, ()):
                break
            run = run._replace(first=run.first - 1)
        wider.append(run)
    return wider


def hit_at(tokens: list[Token], at: int, known: Known, last: int | None = None) -> Run | None:
    """The longest known name, or the country, that begins at a token and ends no later than token `last`."""
    if not tokens[at].text[0].isupper():
        return None
    limit = len(tokens) - 1 if last is None else last
    for name, kind in known.get(tokens[at].lower, ()):
        end = at + len(name) - 1
        proper = end > at or tokens[at].tag in NAMING or tokens[at].dep in SUBJECTS
        if proper and end <= limit and tuple(token.lower for token in tokens[at : end + 1]) == name:
            return Run(at, end, "", tokens, kind)
    return _known_to_all(tokens, at, limit)


def _known_to_all(tokens: list[Token], at: int, limit: int) -> Run | None:
    """A country, its people, an American state or the like, or an organization that needs no introduction."""
    token = tokens[at]
    initials = token.text in initials_of_organizations() and len(token.text) > 2
    if initials or (token.tag == "NNP" and token.text in organizations_in_capitals()):
        return Run(at, at, "ORG", tokens, "organization")
    if token.tag in ("NNS", "NNPS") and is_people(token.text):
        return Run(at, at, "NORP", tokens, "group")
    if token.tag not in PROPER and not token.text.isupper():
        return None
    runs = (Run(at, end, "", tokens) for end in range(min(at + 2, limit), at - 1, -1))
    return next((known for run in runs if (known := _with_known_kind(run, limit))), None)


def _with_known_kind(run: Run, limit: int) -> Run | None:
    """The run with its kind where it is all of a name known to everybody."""
    tokens, text = run.tokens, run.text
    inside = run.first > 0 and tokens[run.first - 1].dep == "compound" and tokens[run.first - 1].head is run.final
    if is_country(text) and not inside:
        return run._replace(label="GPE", kind="country")
    longer = _is_longer(run, limit)
    if is_known_organization(text) and not longer:
        return run._replace(label="ORG", kind="organization")
    direction, _, area = text.partition(" ")
    directed = direction in DIRECTIONS and (is_state(area) or is_country(area))
    if directed or (not longer and (text in words("regions") or text in words("lands"))):
        return run._replace(label="GPE", kind="place")
    return None


def _is_longer(run: Run, limit: int) -> bool:
    """Whether proper nouns go on beside the words: `Virginia` of Virginia Woolf."""
    tokens = run.tokens
    before = run.first > 0 and tokens[run.first - 1].tag in PROPER and tokens[run.first - 1].sent == run.initial.sent
    after = run.last < limit and tokens[run.last + 1].tag in PROPER and tokens[run.last + 1].text[0].isupper()
    return before or after


def names_inside(found: list[Run], known: Known) -> list[Run]:
    """Names that stand in the name of an organization or a place, if the article names their bearers elsewhere too.

    The last word of a name is left to it, unless a preposition comes before.
    """
    inner: list[Run] = []
    for run in found:
        whole = run.kind not in ("organization", "place", "work") or run.last == run.first or is_area(run.text)
        if whole or run.final.lower in words("outlet_heads"):
            continue
        at = run.first
        while at <= run.last:
            hit = _part_at(at, run, known)
            if hit:
                inner.extend([hit] * (not _is_own(hit, run)))
                at = hit.last
            at += 1
    return inner


def _is_own(inner: Run, outer: Run) -> bool:
    """Whether an organization's longer name begins with its short one, initials aside: `Acme` of Acme Airplanes."""
    begins = inner.first == inner.last and inner.first == outer.first and not inner.initial.text.isupper()
    same = inner.kind == outer.kind == "organization" and inner.text not in words("known_names", "form")
    return begins and same


def _part_at(at: int, outer: Run, known: Known) -> Run | None:
    """The longest known name at a token that is a part of the longer one."""
    last = outer.last if at > outer.first else outer.last - 1
    while last >= at:
        hit = hit_at(outer.tokens, at, known, last=last)
        if hit is None or _is_part(hit, outer):
            return hit
        last = hit.last - 1
    return None


def _is_part(inner: Run, outer: Run) -> bool:
    """Whether a name inside is another's: not the same organization's without `Corp.`."""
    rest = outer.tokens[inner.last + 1 : outer.last + 1]
    if inner.first == outer.first:
        tail = words("company_words") | words("area_heads")
        return rest[0].lower not in ("of", "for", "at", ",") and any(t.lower.rstrip(".") not in tail for t in rest)
    whole = outer.tokens[inner.first - 2].lower in words("area_heads") or is_short_for_country(inner.text)
    if inner.before == "of" and whole:  # Toymakers Guild of America
        return False
    return inner.last < outer.last or inner.before in ("of", "in", "at", "for", "the")


def with_regions(found: list[Run]) -> list[Run]:
    """Places with the state, province or country behind the comma: `Evanston, Illinois`, itself a name too."""
    starts = {run.first: run for run in found}
    wider = []
    for run in found:
        if run.kind == "place" and (run.text not in words("regions") or is_city(run.text)):
            while (behind := _region_behind(run, starts)) is not None:
                run = run._replace(last=behind)
        wider.append(run)
    return wider


def _region_behind(run: Run, starts: dict[int, Run]) -> int | None:
    """The last token of the state or country behind a comma; None in a list of places."""
    region = starts.get(run.last + 2)
    if region is None or run.after != "," or region.kind not in ("place", "country") or not is_area(region.text):
        return None
    if run.text in words("regions") and region.text in words("regions"):  # Washington, Oregon, and Idaho
        return None
    after = [token.lower for token in run.tokens[region.last + 1 : region.last + 3]]
    if region.text not in words("regions"):  # St. Petersburg, Tehran, and Damascus
        after = [word for word in after if word != ","]
    return None if after[:1] and after[0] in ("and", "or", "&") else region.last
