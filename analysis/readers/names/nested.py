"""Names inside names and beside them: `Volgograd` in `Volgograd Arena`, `Seattle, Washington` whole."""

from analysis.gazetteer import is_city, is_country, is_region
from analysis.grammar.tokens import Token
from analysis.lexicon import words
from analysis.readers.names.people import is_first_name
from analysis.readers.names.repeats import Known, hit_at
from analysis.readers.names.runs import Run, run_text, text_of

OUTER = frozenset({"organization", "place"})


def names_inside(tokens: list[Token], found: list[tuple[Run, str]], known: Known) -> list[tuple[Run, str]]:
    """Names that stand in the name of a body or a place, if the article names their bearers elsewhere too.

    The last word of a name is left to it, unless a preposition comes before.
    """
    inner: list[tuple[Run, str]] = []
    for run, kind in found:
        if kind not in OUTER or run.last == run.first or tokens[run.last].lower in words("outlet_heads"):
            continue
        if _is_area(run_text(tokens, run)):  # South Carolina
            continue
        at = run.first
        while at <= run.last:
            hit = _part_at(tokens, at, run, known)
            if hit:
                inner.extend([hit] * (not _is_own(tokens, hit, run, kind)))
                at = hit[0].last
            at += 1
    return inner


def _is_own(tokens: list[Token], inner: tuple[Run, str], outer: Run, kind: str) -> bool:
    """Whether a body's longer name begins with its short one, initials aside: `Acme` of Acme Airplanes."""
    run, inner_kind = inner
    if inner_kind == "group":
        return run.first == outer.first
    first = tokens[run.first]
    if run.first != run.last or first.text.isupper() or first.text in words("known_names", "form"):
        return False
    begins = run.first == outer.first and tokens[run.first + 1].tag != "POS"
    return begins and kind == inner_kind == "organization"


def _part_at(tokens: list[Token], at: int, outer: Run, known: Known) -> tuple[Run, str] | None:
    """The longest known name at a token that is a part of the longer one, else a town before what it has."""
    last = outer.last if at > outer.first else outer.last - 1
    while last >= at:
        hit = hit_at(tokens, at, known, last=last)
        if hit is None or _is_part(tokens, hit[0], outer):
            return hit or _town_at(tokens, at, outer)
        last = hit[0].last - 1
    return None


def _town_at(tokens: list[Token], at: int, outer: Run) -> tuple[Run, str] | None:
    """A town before the noun for what it has: `Volgograd` in `Volgograd Arena`."""
    if at > outer.first or is_first_name(tokens[at].text):
        return None
    for last in (at + 1, at):
        text = text_of(tokens[at : last + 1])
        head = tokens[last + 1].lower if last < outer.last else ""
        if head in words("town_heads") and is_city(text):
            return Run(at, last, "GPE"), "place"
    return None


def _is_part(tokens: list[Token], inner: Run, outer: Run) -> bool:
    """Whether a name inside is another's: not the same body's without `Corp.`, not half of a hyphened one."""
    rest = tokens[inner.last + 1 : outer.last + 1]
    if rest and rest[0].text == "-":  # Hewlett-Packard
        return False
    if inner.first == outer.first:
        tail = words("company_words") | words("area_heads")
        same = rest[0].lower in ("of", "for", "at", ",") or all(token.lower.rstrip(".") in tail for token in rest)
        return not same
    if tokens[inner.first - 1].lower == "of" and tokens[inner.first - 2].lower in words("area_heads"):
        return False
    return inner.last < outer.last or tokens[inner.first - 1].lower in ("of", "in", "at", "for", "the")


def with_regions(tokens: list[Token], found: list[tuple[Run, str]]) -> list[tuple[Run, str]]:
    """Places with the state, province or country behind the comma: `Evanston, Illinois`, itself a name too."""
    starts = {run.first: (run, kind) for run, kind in found}
    wider = []
    for run, kind in found:
        last = run.last
        if kind == "place" and run_text(tokens, run) not in words("regions"):
            while (behind := _region_behind(tokens, last, starts)) is not None:
                last = behind
        wider.append((run._replace(last=last), kind))
    return wider


def _region_behind(tokens: list[Token], last: int, starts: dict[int, tuple[Run, str]]) -> int | None:
    """The last token of the state or country behind a comma; None in a list of places."""
    if last + 2 >= len(tokens) or tokens[last + 1].text != "," or last + 2 not in starts:
        return None
    run, kind = starts[last + 2]
    after = [token.lower for token in tokens[run.last + 1 : run.last + 3]]
    if run_text(tokens, run) not in words("regions"):  # St. Petersburg, Tehran, and Damascus
        after = [word for word in after if word != ","]
    listed = bool(after) and after[0] in ("and", "or", "&")
    return None if listed or kind not in ("place", "country") or not _is_area(run_text(tokens, run)) else run.last


def _is_area(text: str) -> bool:
    """Whether a text names a state, a province or a country."""
    if text in words("regions") or text in words("regions", "short"):
        return True
    return is_country(text) or (is_region(text) and not is_city(text))
