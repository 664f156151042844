"""Match rules on the public sets, one function a layer: gold and rows of one article in, counts out."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations

from analysis.evaluation.chains import GoldChains, GoldMention
from analysis.evaluation.conll import conll
from analysis.evaluation.matching import (
    Characters,
    best_pairs,
    characters,
    jaccard,
    name_words,
    same_actor,
    shared,
    span_of,
)
from analysis.evaluation.published import DATED, Attribution, Target, Timex, Triplets, visible
from analysis.evaluation.records import Document, Figure, Layer, Row, Tables, Tally, counts, share
from analysis.records import Span

THRESHOLDS = (0.3, 0.8)
KINDS = ("direct", "mixed", "indirect")
ROLES = ("source", "cue", "content")
NAMED_KINDS = frozenset({"person", "organization", "country", "place", "group"})
NEAR = 2  # characters that the ends of two names may lie apart
SIDES = {"support": 1, "oppose": -1}
SCALE = ("support", "neutral", "oppose")


def quotations(gold: Sequence[Attribution], tables: Tables, document: Document) -> Tally:
    """PolNeAR's attributions against the quotations."""
    kept = visible(document.text)
    written = [as_attribution(row, kept) for row in tables["quotations"]]
    tally: Tally = {}
    alike = [
        (jaccard(one.content, other.content), i, j)
        for i, one in enumerate(gold)
        for j, other in enumerate(written)
        if one.content & other.content
    ]
    by_kind = Counter(one.kind for one in gold)
    for least in THRESHOLDS:
        pairs = best_pairs(pair for pair in alike if pair[0] >= least)
        tally[f"overlap {least}"] = counts(len(pairs), len(written), len(gold))
        found = Counter(gold[i].kind for i in pairs)
        tally |= {f"{kind} {least}": counts(found[kind], 0, by_kind[kind]) for kind in KINDS}
        right = sum(_same_source(gold[i].source, written[j].source) for i, j in pairs.items())
        tally[f"speaker {least}"] = share(right, len(pairs))
    for role in ROLES:
        ours, theirs = (_begins(found, role) for found in (written, gold))
        tally[role] = counts(len(ours & theirs), len(ours), len(theirs))
    return tally


def as_attribution(row: Row, kept: Characters) -> Attribution:
    """A row's characters that are kept; those of source and cue are none of its content."""
    source, cue = (characters(filter(None, [span_of(row, name)]), kept) for name in ("source", "cue"))
    spans = row.content_spans or filter(None, [span_of(row, "content")])
    return Attribution(source, cue, characters(spans, kept) - source - cue, row.kind)


def _same_source(one: Characters, other: Characters) -> bool:
    return bool(one & other) or not (one or other)


def _begins(found: Sequence[Attribution], role: str) -> set[int]:
    return {min(places) for one in found if (places := getattr(one, role))}


def stances(gold: Triplets, tables: Tables, document: Document) -> Tally:
    """SEESAW's triplets against the stances."""
    which = {row.entity_id: _entity(row, gold.entities) for row in tables["entities"]}
    told = [row for row in tables["stances"] if row.polarity in SIDES]
    judged = [row for row in told if which.get(row.holder_id) is not None and which.get(row.target_id) is not None]
    ours = [
        (_sentence(document.text, row), which[row.holder_id], SIDES[row.polarity], which[row.target_id])
        for row in judged
        if row.evidence_start is not None
    ]
    mine, theirs = _balance(ours), _balance(gold.stances)
    both = [pair for pair in mine if pair in theirs]
    right = sum(mine[pair] == theirs[pair] for pair in both)
    found = len(set(which.values()) - {None})
    return {
        "entities": counts(found, len(which), len(set(gold.entities))),
        "judged": share(len(judged), len(told)),
        "sign": share(right, len(both)),
        "sentence": counts(len(set(ours) & set(gold.stances)), len(set(ours)), len(set(gold.stances))),
        "any sign": counts(len(both), len(mine), len(theirs)),
        "article": counts(right, len(mine), len(theirs)),
    }


def _entity(row: Row, entities: Sequence[str]) -> str | None:
    """The annotated entity that an actor is, if it is one: by an equal name, else by a like one."""
    names = [row.name, *(row.aliases or [])]
    for same in (lambda one, other: name_words(one) == name_words(other), same_actor):
        for entity in entities:
            if any(same(name, entity) for name in names):
                return entity
    return None


def _sentence(text: str, row: Row) -> int:
    """Number of the sentence, which is a paragraph of its own, from 0; the headline is -1."""
    return text.count("\n\n", 0, row.evidence_start) - 1


def _balance(triplets: Iterable[tuple[int, str, int, str]]) -> dict[tuple[str, str], bool]:
    """Whether a pair is rather for than against, over the article; as much for as against is neither."""
    sums: Counter[tuple[str, str]] = Counter()
    for _, holder, sign, target in triplets:
        sums[holder, target] += sign
    return {pair: balance > 0 for pair, balance in sums.items() if balance}


def names(gold: Sequence[Sequence[Span]], tables: Tables, document: Document) -> Tally:
    """GUM's named mentions against the mentions by name: found, and pairs of one actor."""
    named = {row.entity_id for row in tables["entities"] if row.kind in NAMED_KINDS}
    written = [row for row in tables["mentions"] if row.form == "name" and row.entity_id in named]
    chain_of = {span: n for n, chain in enumerate(gold) for span in chain}
    spans = sorted(chain_of)
    near = [
        (-abs(row.start - start) - abs(row.end - end), -i, -j)
        for i, (start, end) in enumerate(spans)
        for j, row in enumerate(written)
        if row.start < end and row.end > start and abs(row.end - end) <= NEAR
    ]
    found = {spans[-i]: written[-j].entity_id for i, j in best_pairs(near).items()}
    linked = list(combinations(spans, 2))
    theirs = {pair for pair in linked if chain_of[pair[0]] == chain_of[pair[1]]}
    ours = {(one, other) for one, other in linked if one in found and found[one] == found.get(other)}
    return {
        "mentions": counts(len(found), len(written), len(spans)),
        "pairs": counts(len(ours & theirs), len(ours), len(theirs)),
    }


def chains(gold: GoldChains, tables: Tables, document: Document) -> Tally:
    """Chains of GUM and MEANTIME against all mentions of actors and places."""
    actors = {row.entity_id for row in tables["entities"] if row.kind in NAMED_KINDS}
    written = [row for row in tables["mentions"] if row.entity_id in actors and row.start < gold.until]
    key = [set(chain) for chain in gold.chains]
    same = _matched([mention for chain in key for mention in chain], written)
    response: dict[str, set] = {}
    for n, row in enumerate(written):
        response.setdefault(row.entity_id, set()).add(same.get(n, n))
    found = conll(key, list(response.values()))
    return {**found, "CoNLL": tuple(found.values())}


def _matched(gold: Sequence[GoldMention], written: Sequence[Row]) -> dict[int, GoldMention]:
    """The gold mention that each written one is, nearest first: it lies within it and covers its head."""
    order = sorted(set(gold))
    near = [
        (row.end - row.start - (mention.end - mention.start), -i, -n)
        for i, mention in enumerate(order)
        for n, row in enumerate(written)
        if mention.start <= row.start <= mention.head_start and mention.head_end <= row.end <= mention.end
    ]
    return {-n: order[-i] for i, n in best_pairs(near).items()}


def dates(gold: Sequence[Timex], tables: Tables, document: Document) -> Tally:
    """TimeML's dates and times against those written."""
    written = [row for row in tables["dates"] if row.type in (None, *DATED)]
    pairs = _in_order(gold, written)
    right = sum(str(written[j].value)[:10] == gold[i].value[:10] for i, j in pairs.items())
    return {name: counts(n, len(written), len(gold)) for name, n in (("spans", len(pairs)), ("values", right))}


def _in_order(gold: Sequence[Timex], written: Sequence[Row]) -> dict[int, int]:
    """For each, in turn, the first row that overlaps it and is not taken."""
    pairs: dict[int, int] = {}
    for i, one in enumerate(gold):
        free = (j for j, row in enumerate(written) if row.start < one.end and row.end > one.start)
        taken = next((j for j in free if j not in pairs.values()), None)
        if taken is not None:
            pairs[i] = taken
    return pairs


def targets(gold: Sequence[Target], tables: Tables, document: Document) -> Tally:
    """NewsMTSC's targets against the stances that are shown."""
    told = [row for row in tables["stances"] if row.shown and row.polarity in SIDES]
    guesses = [_side(one, told) for one in gold]
    sides = [one.polarity for one in gold]
    right = Counter(side for side, guess in zip(sides, guesses, strict=True) if side == guess)
    marked = [(side, guess) for side, guess in zip(sides, guesses, strict=True) if guess != "neutral"]
    both = [(side, guess) for side, guess in marked if side != "neutral"]
    return {
        "sides": tuple(counts(right[side], guesses.count(side), sides.count(side)) for side in SCALE),
        "right": share(right.total(), len(gold)),
        "marked": counts(right["support"] + right["oppose"], len(marked), len(gold) - sides.count("neutral")),
        "sign": share(sum(side == guess for side, guess in both), len(both)),
    }


def _side(target: Target, told: Sequence[Row]) -> str:
    """The side of the surest stance on a target; neutral where there is none."""
    on = [row for row in told if (span := span_of(row, "target")) and shared(span, Span(target.start, target.end))]
    return max(on, key=lambda row: row.confidence).polarity if on else "neutral"


ATTRIBUTIONS = Layer(
    "quotations",
    "all rows; contents one to one, the most alike first, by the share of characters (without white space) that both "
    "have of those that either has; a speaker is right if the sources share a character or both are empty; begin: "
    "first characters are the same",
    (
        *(
            figure
            for least in THRESHOLDS
            for figure in (
                Figure(f"overlap >= {least}", f"overlap {least}"),
                Figure(f"overlap >= {least}, precision", f"overlap {least}", "precision"),
                Figure(f"overlap >= {least}, recall", f"overlap {least}", "recall"),
                *(Figure(f"recall, {kind}, >= {least}", f"{kind} {least}", "recall") for kind in KINDS),
                Figure(f"speaker right, >= {least}", f"speaker {least}", "precision"),
            )
        ),
        *(Figure(f"{role}, begin", role) for role in ROLES),
    ),
    quotations,
)
TRIPLETS = Layer(
    "stances",
    "all rows for or against, between annotated actors and issues; an actor is the annotated one whose name equals its "
    "name or an alias, else ends in the same word and has all its words or is its initials; in an article a pair has "
    "the sign of most of its rows",
    (
        Figure("article, pair and sign", "article"),
        Figure("article, precision", "article", "precision"),
        Figure("article, recall", "article", "recall"),
        Figure("article, any sign", "any sign"),
        Figure("sentence, pair and sign", "sentence"),
        Figure("sign right", "sign", "precision"),
        Figure("entities found", "entities", "recall"),
        Figure("rows among annotated", "judged", "precision"),
    ),
    stances,
)
NAMES = Layer(
    "names",
    "mentions by name one to one, nearest first: they overlap and end at most 2 characters apart; a pair is two "
    "mentions of one actor",
    (
        Figure("alias pairs", "pairs"),
        Figure("alias pairs, precision", "pairs", "precision"),
        Figure("alias pairs, recall", "pairs", "recall"),
        Figure("named mentions found", "mentions", "recall"),
        Figure("named mentions right", "mentions", "precision"),
    ),
    names,
)
CHAINS = Layer(
    "coreference",
    "a mention is gold's if it lies within it and covers its head, nearest first; chains of persons, organizations and "
    "places of at least two mentions; CoNLL is the mean F1 of the three",
    (Figure("CoNLL", "CoNLL"), Figure("MUC", "MUC"), Figure("B3", "B3"), Figure("CEAFe", "CEAFe")),
    chains,
)
TIMEXES = Layer(
    "dates",
    "rows of type DATE and TIME; spans overlap, one to one in the order of the text; values are equal to the day",
    (
        Figure("value", "values"),
        Figure("value, precision", "values", "precision"),
        Figure("value, recall", "values", "recall"),
        Figure("span", "spans"),
    ),
    dates,
)
TARGETS = Layer(
    "targets",
    "the surest stance shown whose target overlaps the marked one, whoever holds it; none is neutral (what the writer "
    "lets one feel is no stance, so that many are)",
    (
        Figure("macro F1 of three", "sides"),
        Figure("right", "right", "precision"),
        Figure("for or against", "marked"),
        Figure("for or against, precision", "marked", "precision"),
        Figure("for or against, recall", "marked", "recall"),
        Figure("sign right", "sign", "precision"),
    ),
    targets,
)
