"""Which candidates become rows: those that are sure enough and stand on their own, and which one holds which.

How far a row may be trusted is the share of such rows that was right where it could be checked. The table holds the
measured precision (content overlap of .3), and among the rows found right the share of right sources, by rule, length
of the content, whether a source is named and whether the cue is the main verb. It says nothing of a single verb or
actor.
"""

from functools import cache

from analysis.grammar.tokens import Token
from analysis.lexicon import rows
from analysis.readers.quotations.contents import Candidate

# A row is kept from here on; a source less sure than EXPECTED lowers it by WEIGHT. Chosen on articles held back, where
# a laxer bar found 2 points more of the quotations and had the source of 1 in 100 more wrong.
LEAST = 0.38
EXPECTED, WEIGHT = 0.94, 3.0
UNKNOWN = (0.5, 0.8)
SURE = frozenset({"answer", "answer-word", "label", "post", "turn"})  # the text itself says whose they are
SPELT_OUT = 0.95
SHORT, LONG = 15, 40  # characters
INNER = frozenset({"pobj", "pcomp", "relcl", "acl", "ccomp", "xcomp"})
CORE = frozenset({"answer-word", "that", "before", "according", "as-clause"})
CORE |= {"passive-that", "passive-to", "passive-for", "passive-prep", "passive-np"}  # whose source stands behind `by`
RELATIVES = frozenset({"who", "that", "which", "whom", "whose"})
OWN_CLAUSE = frozenset({"that", "quote-after", "quote-before"})
FIRST_SECOND = frozenset({"i", "we", "you", "us", "me", "he", "she", "they", "it", "who", "that", "which", "one"})


@cache
def _table() -> dict[tuple[str, ...], tuple[float, float]]:
    return {
        (row["rule"], row["size"], row["source"], row["place"]): (float(row["precision"]), float(row["source_right"]))
        for row in rows("quotation_precision")
    }


def measured(candidate: Candidate) -> tuple[float, float]:
    """The precision of the candidate's construction, and how often the source is right there."""
    named = candidate.source and candidate.source[0] is not candidate.cue
    source = "none" if not named else "relative" if candidate.source[0].lower in RELATIVES else "named"
    length = _width(candidate)[1]
    size = "short" if length < SHORT else "middle" if length < LONG else "long"
    cell = _table().get((candidate.rule, size, source, _place(candidate.cue)))
    return cell or ((SPELT_OUT, SPELT_OUT) if candidate.rule in SURE and candidate.source else UNKNOWN)


def _place(cue: Token | None) -> str:
    """Whether a cue is the main verb, beside or below it, or deep inside another phrase or clause."""
    if cue is None or cue.dep == "ROOT" or (cue.dep == "conj" and cue.head.dep in ("ROOT", "parataxis")):
        return "main"
    return "inner" if cue.dep in INNER or (cue.dep == "conj" and cue.pos == "NOUN") else "embedded"


def is_worth_telling(candidate: Candidate) -> bool:
    """Whether a row is kept: it must be likely enough, and likelier the more doubtful its source is.

    A statement put into the wrong mouth misleads more than one left out. What stands in quotation marks is always
    kept, and what a clause of its own reports, or somebody behind `by`: somebody said it.
    """
    cue = candidate.cue
    owned = candidate.rule == "noun-that" and cue is not None and cue.has("poss")
    if candidate.quoted or candidate.rule in CORE or owned:
        return True
    found, source = measured(candidate)
    return found * (1 + WEIGHT * (source - EXPECTED)) >= LEAST


def settle(candidates: list[Candidate]) -> list[Candidate]:
    """Candidates that hold on their own, and inside them those that somebody else's words make up.

    What a person says of thinking or wanting is that person's own statement; only another's clause is told apart.
    """
    kept: list[Candidate] = []
    for candidate in sorted(candidates, key=_width, reverse=True):
        outer = _around(candidate.cue, kept)
        clause = candidate.rule in OWN_CLAUSE and candidate.sort in ("speech", "thought") and candidate.source
        own = clause and candidate.source[0].lower in FIRST_SECOND
        paper = all(one.rule == "according" for one in outer) and not (own and candidate.source[0].lower in ("i", "we"))
        apart = clause and (paper or not own) and not any(one.quoted for one in outer)
        if apart or not outer:
            kept.append(candidate)
    return kept


def _around(cue: Token | None, candidates: list[Candidate]) -> list[Candidate]:
    """Those in whose content a cue stands."""
    if cue is None:
        return []
    return [one for one in candidates if any(start <= cue.start and cue.end <= end for start, end in one.spans)]


def _width(candidate: Candidate) -> tuple[bool, int]:
    return candidate.quoted, sum(end - start for start, end in candidate.spans)


def holders(candidates: list[Candidate]) -> list[int | None]:
    """For each candidate the number of the smallest one in whose content its cue stands."""
    found: list[int | None] = []
    for inner in candidates:
        wider = [one for one in _around(inner.cue, candidates) if _width(one)[1] > _width(inner)[1]]
        found.append(candidates.index(min(wider, key=lambda one: _width(one)[1])) if wider else None)
    return found
