"""Names inside names and beside them: `Volgograd` in `Volgograd Arena`, `Seattle, Washington` whole."""

from analysis.gazetteer import is_area, is_city, is_short_for_country
from analysis.lexicon import words
from analysis.readers.names.repeats import Known, hit_at
from analysis.readers.names.runs import Run


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
