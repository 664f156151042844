"""Match rules on the open gold, one function a layer: gold and rows of one article in, counts out."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from analysis.evaluation.matching import (
    Characters,
    alike,
    best_pairs,
    characters,
    folded,
    is_name_of,
    is_same_span,
    jaccard,
    names_of,
    same_thing,
    shared,
    span_of,
)
from analysis.evaluation.open_gold import KINDS, POLARITIES
from analysis.evaluation.public import TIMEXES
from analysis.evaluation.records import Counts, Document, Figure, Layer, Row, Tables, Tally, counts, share

LEAST, ALIKE = 0.3, 0.8
FORMS = ("direct", "mixed", "indirect")
NOT_ASKED = "_REF"  # PRESENT_REF and the like: gold leaves *now* and *recently* out
SIGN = ("sign right", ", sign", "precision")
BINS = (0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 1.01)


def entities(gold: Sequence[Row], tables: Tables, document: Document) -> Tally:
    """Actors, places and works by name."""
    spans: defaultdict[str, list] = defaultdict(list)
    for row in tables["mentions"]:
        if row.form == "name":
            spans[row.entity_id].append(span_of(row, ""))
    written = [row for row in tables["entities"] if row.kind != "issue" and row.entity_id in spans]
    shown = [row for row in written if row.shown]
    pairs, sure = (_same_entities(gold, rows, spans) for rows in (written, shown))
    both = [(gold[i], shown[j]) for i, j in sure.items()]
    tally: Tally = {
        "all": counts(len(pairs), len(written), len(gold)),
        "shown": counts(len(sure), len(shown), len(gold)),
        "name": share(sum(_is_right_name(one, row) for one, row in both), len(both)),
        "kind": share(sum(one.kind == row.kind for one, row in both), len(both)),
    }
    return tally | _by_kind(gold, sure, KINDS)


def _by_kind(gold: Sequence[Row], pairs: dict[int, int], kinds: Sequence[str]) -> Tally:
    """How many rows of each of gold's kinds are found."""
    found, there = Counter(gold[i].kind for i in pairs), Counter(one.kind for one in gold)
    return {kind: counts(found[kind], 0, there[kind]) for kind in kinds}


def _same_entities(gold: Sequence[Row], written: Sequence[Row], spans: dict[str, list]) -> dict[int, int]:
    likeness = []
    for i, one in enumerate(gold):
        for j, row in enumerate(written):
            by_name = is_name_of(one.name, names_of(row))
            overlap = max((alike(span_of(one, ""), span) for span in spans[row.entity_id]), default=0.0)
            if by_name or overlap:
                likeness.append(((by_name, overlap), -i, -j))
    return {-i: -j for i, j in best_pairs(likeness).items()}


def _is_right_name(one: Row, row: Row) -> bool:
    """Whether the row bears gold's name, or a longer one beside it."""
    longer = len(folded(row.name)) >= len(folded(one.name))
    return is_name_of(one.name, [row.name]) or (longer and is_name_of(one.name, names_of(row)))


def quotations(gold: Sequence[Row], tables: Tables, document: Document) -> Tally:
    """Quotations by their contents."""
    kept = frozenset(place for place, letter in enumerate(document.text) if letter.isalnum())
    who = {row.entity_id: names_of(row) for row in tables["entities"]}
    shown = [row for row in tables["quotations"] if row.shown]
    tally: Tally = {}
    for name, rows in (("all", tables["quotations"]), ("shown", shown)):
        alike = _alike_contents(gold, rows, kept)
        for least in (ALIKE, LEAST):
            pairs = best_pairs(pair for pair in alike if pair[0] >= least)
            tally[f"{name} {least}"] = counts(len(pairs), len(rows), len(gold))
    both = [(gold[i], shown[j]) for i, j in pairs.items()]
    tally["source"] = share(sum(_is_right_source(one, row, who) for one, row in both), len(both))
    tally["cue"] = share(sum(is_same_span(one, row, "cue") for one, row in both), len(both))
    tally["kind"] = share(sum(one.kind == row.kind for one, row in both), len(both))
    return tally | _by_kind(gold, pairs, FORMS)


def _alike_contents(gold: Sequence[Row], rows: Sequence[Row], kept: Characters) -> list[tuple[float, int, int]]:
    wanted = [characters(one.content_spans, kept) for one in gold]
    written = [_content(row, kept) for row in rows]
    return [(jaccard(a, b), i, j) for i, a in enumerate(wanted) for j, b in enumerate(written) if a & b]


def _content(row: Row, kept: Characters) -> Characters:
    beside = filter(None, (span_of(row, name) for name in ("source", "cue")))
    return characters(row.content_spans or filter(None, [span_of(row, "content")]), kept) - characters(beside)


def _is_right_source(one: Row, row: Row, who: dict[str, list[str]]) -> bool:
    """Whether the spans overlap, or the row's actor is called so; both may be empty."""
    keys = [row.source_id, *(row.source_ids or [])]
    return is_same_span(one, row, "source") or any(is_name_of(one.source, who.get(key, ())) for key in keys)


def stances(gold: Sequence[Row], tables: Tables, document: Document) -> Tally:
    """Who stands where on whom or what, once an article for each holder, target and side."""
    known = {row.entity_id: row for row in tables["entities"]}
    told = [row for row in tables["stances"] if row.polarity in POLARITIES]
    tally: Tally = {}
    for name, rows in (("all", told), ("shown", [row for row in told if row.shown])):
        written = list({(row.holder_id, row.target_id, row.polarity): row for row in rows}.values())
        pairs = _same_stances(gold, written, known, document)
        right = {i for i, j in pairs.items() if gold[i].polarity == written[j].polarity}
        central = {i for i, one in enumerate(gold) if one.central == "yes"}
        tally |= {
            name: counts(len(right), len(written), len(gold)),
            f"{name}, any sign": counts(len(pairs), len(written), len(gold)),
            f"{name}, sign": share(len(right), len(pairs)),
            f"{name}, central": counts(len(right & central), 0, len(central)),
            f"{name}, central wrong": counts(len((set(pairs) - right) & central), 0, len(central)),
        }
    return tally


def _same_stances(
    gold: Sequence[Row], written: Sequence[Row], known: dict[str, Row], document: Document
) -> dict[int, int]:
    """The row that says who stands on whom, rather with the same sign, and rather by name than by content words."""
    actors = {folded(row.name) for row in document.gold.get("entities", ())}
    likeness = []
    for i, one in enumerate(gold):
        is_thing = folded(one.target) not in actors
        for j, row in enumerate(written):
            targets = _called(row, "target", known)
            target = is_name_of(one.target, targets)
            thing = is_thing and any(same_thing(one.target, name) for name in targets)
            if is_name_of(one.holder, _called(row, "holder", known)) and (target or thing):
                likeness.append(((one.polarity == row.polarity, target), -i, -j))
    return {-i: -j for i, j in best_pairs(likeness).items()}


def _called(row: Row, name: str, known: dict[str, Row]) -> list[str]:
    """All that a row's holder or target is called in its article."""
    entity = known.get(getattr(row, f"{name}_id"))
    return [getattr(row, name), *(names_of(entity) if entity else ())]


def dates(gold: Sequence[Row], tables: Tables, document: Document) -> Tally:
    """Time expressions and their values; what gold does not ask for is judged only where gold has it."""
    written = tables["dates"]
    likeness = [
        ((shared(span_of(one, ""), span_of(row, "")), _same_value(one, row)), -i, -j)
        for i, one in enumerate(gold)
        for j, row in enumerate(written)
        if shared(span_of(one, ""), span_of(row, ""))
    ]
    pairs = {-i: -j for i, j in best_pairs(likeness).items()}
    matched = set(pairs.values())
    n_written = sum(j in matched or _is_asked(row) for j, row in enumerate(written))
    right = sum(_same_value(gold[i], written[j]) for i, j in pairs.items())
    return {name: counts(n, n_written, len(gold)) for name, n in (("spans", len(pairs)), ("values", right))}


def _is_asked(row: Row) -> bool:
    return row.type in (None, "DATE", "DURATION") and not str(row.value).endswith(NOT_ASKED)


def _same_value(one: Row, row: Row) -> bool:
    """Equal values; an hour of a day is that day."""
    return one.value == str(row.value) or one.value == str(row.value).partition("T")[0] != "P"


def candidates(gold: Sequence[Row], tables: Tables, document: Document) -> Tally:
    """The rows on pairs that were judged, whatever the judgment."""
    known = {row.entity_id: row for row in tables["entities"]}
    told = (row for row in tables["stances"] if row.polarity in POLARITIES)
    judged = [(row, one) for row in told if (one := _judged(row, gold, known)) is not None]
    shown = [(row, one) for row, one in judged if row.shown]
    true = [one for one in gold if one.label in POLARITIES]
    tally: Tally = {}
    for name, rows in (("all", judged), ("shown", shown)):
        right = sum(row.polarity == one.label for row, one in rows)
        found = {id(one) for row, one in rows if row.polarity == one.label}
        tally[name] = Counts(right, len(rows), len(found), len(true))
        wrong = sum(one.label in POLARITIES and row.polarity != one.label for row, one in rows)
        tally[f"{name}, sign"] = share(right, right + wrong)
    tally |= {f"bin {low}": _bin(judged, low, high) for low, high in pairwise(BINS)}
    return {**tally, "bins": tuple(tally[f"bin {low}"] for low in BINS[:-1])}


def _bin(judged: Sequence[tuple[Row, Row]], low: float, high: float) -> Counts:
    """Right and all rows of some confidence, and the sum of their confidence of all rows."""
    rows = [(row, one) for row, one in judged if low <= row.confidence < high]
    right = sum(row.polarity == one.label for row, one in rows)
    return Counts(right, len(rows), sum(row.confidence for row, _ in rows), len(rows))


def _judged(row: Row, gold: Sequence[Row], known: dict[str, Row]) -> Row | None:
    """The candidate that a row is: of its sentence, holder and target the same; the nearest where there are several."""
    near = []
    for i, one in enumerate(gold):
        if not shared(span_of(row, "evidence"), span_of(one, "sentence")):
            continue
        sides = [_is_side(row, one, name, known) for name in ("holder", "target")]
        if all(sides):
            near.append((sum(sides), shared(span_of(row, "cue"), span_of(one, "cue")), -i))
    return gold[-max(near)[2]] if near else None


def _is_side(row: Row, one: Row, name: str, known: dict[str, Row]) -> int:
    """How surely a holder or target is the candidate's: 2 for spans that overlap, 1 more for an equal name."""
    by_name = is_name_of(getattr(one, f"{name}_name", "") or getattr(one, name), _called(row, name, known))
    return 2 * bool(shared(span_of(row, name), span_of(one, name))) + by_name


def _all_and_shown(name: str, key: str) -> tuple[Figure, ...]:
    return (
        Figure(name, f"shown{key}"),
        Figure(f"{name}, precision", f"shown{key}", "precision"),
        Figure(f"{name}, recall", f"shown{key}", "recall"),
        Figure(f"{name}, all rows", f"all{key}"),
    )


ENTITIES = Layer(
    "entities",
    "rows shown that have a mention by name, no issues; one to one: an actor is gold's if one of its names equals "
    "gold's (case, accents, dots, `the` aside), else if a name in it overlaps gold's first; its name is right if "
    "it is gold's, or an alias is and the name is no shorter",
    (
        *_all_and_shown("found", ""),
        Figure("name right", "name", "precision"),
        Figure("kind right", "kind", "precision"),
        *(Figure(f"recall, {kind}", kind, "recall") for kind in KINDS),
    ),
    entities,
)
QUOTATIONS = Layer(
    "quotations",
    "rows shown; contents one to one, the most alike first, by the share of letters and digits that both have of those "
    "that either has; of those found at .3: a source is right if the spans overlap, its actor is called so, or none is "
    "there in both; a cue if the spans overlap",
    (
        *(one for least in (LEAST, ALIKE) for one in _all_and_shown(f"overlap >= {least}", f" {least}")),
        Figure("source right", "source", "precision"),
        Figure("cue right", "cue", "precision"),
        Figure("kind right", "kind", "precision"),
        *(Figure(f"recall, {kind}", kind, "recall") for kind in FORMS),
    ),
    quotations,
)
STANCES = Layer(
    "stances",
    "rows shown for or against, once an article for each holder, target and side; holder and target by a name or "
    "alias, as entities; a target that is no entity of gold's also if half of all content words are shared; one to one",
    tuple(
        Figure(f"{name}{said}", f"{rows}{key}", measure)
        for said, rows in (("", "shown"), (", all rows", "all"))
        for name, key, measure in (
            ("pair and sign", "", "F1"),
            ("precision", "", "precision"),
            ("recall", "", "recall"),
            ("pair, any sign", ", any sign", "F1"),
            SIGN,
            ("central ones found", ", central", "recall"),
            ("central ones with the wrong sign", ", central wrong", "recall"),
        )
    ),
    stances,
)
DATES = Layer(
    "dates",
    "spans overlap, one to one; values are equal, an hour's by its day; hours, sets, *now* count where gold has them",
    TIMEXES.figures,
    dates,
)
CANDIDATES = Layer(
    "candidates",
    "stances on pairs that were judged: the evidence lies in the sentence, holder and target overlap or have the same "
    "name; right if the judgment is the row's side; found: of pairs judged for or against; calibration over all rows",
    (
        *(
            Figure(f"{name}{said}", f"{rows}{key}", measure)
            for said, rows in (("", "shown"), (", all rows", "all"))
            for name, key, measure in (("right", "", "precision"), ("found", "", "recall"), SIGN)
        ),
        *(
            Figure(name.format(low, min(high, 1)), f"bin {low}", measure)
            for low, high in pairwise(BINS)
            for name, measure in (("right at confidence {} to {}", "precision"), ("    mean confidence there", "mean"))
        ),
        Figure("calibration error", "bins", "gap"),
    ),
    candidates,
)
LAYERS = (ENTITIES, QUOTATIONS, STANCES, DATES, CANDIDATES)
