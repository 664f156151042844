"""How far a row may be trusted: the share of such rows that was right where it could be checked.

The table holds measured precision (content overlap of .3), and among the rows found right the share of right
sources, by rule, by length of the content, by whether a source is named and by whether the cue is the main verb. It
says nothing of a single verb or actor.
"""

from functools import cache

from analysis.grammar.tokens import Token
from analysis.lexicon import rows
from analysis.readers.quotations.contents import Candidate

# A row is kept from here on; a source less sure than EXPECTED lowers it by WEIGHT. On articles held back, overlap .3:
# F1 75.9 and speaker right 92.5 (0.93, 1.5, least .42); 75.0 and 93.0 (0.93, 2.0, least .42); 73.9 and 93.5 (below).
LEAST = 0.38
EXPECTED, WEIGHT = 0.94, 3.0
SHORT, LONG = 15, 40
INNER = frozenset({"pobj", "pcomp", "relcl", "acl", "ccomp", "xcomp"})
CORE = frozenset({"answer-word", "that", "passive-that", "before", "according", "as-clause"})
RELATIVES = frozenset({"who", "that", "which", "whom", "whose"})
UNKNOWN = (0.5, 0.8)


def construction(candidate: Candidate) -> tuple[str, str, str, str]:
    """Rule, length, kind of source and place of the cue: what the table is read by."""
    length = sum(end - start for start, end in candidate.spans)
    size = "short" if length < SHORT else "middle" if length < LONG else "long"
    named = candidate.source and candidate.source[0] is not candidate.cue
    head = candidate.source[0].lower if named else None
    source = "none" if head is None else "relative" if head in RELATIVES else "named"
    return candidate.rule, size, source, _place(candidate.cue)


def _place(cue: Token | None) -> str:
    """Whether a cue is the main verb, beside or below it, or deep inside another phrase or clause."""
    if cue is None or cue.dep == "ROOT" or (cue.dep == "conj" and cue.head.dep in ("ROOT", "parataxis")):
        return "main"
    return "inner" if cue.dep in INNER or (cue.dep == "conj" and cue.pos == "NOUN") else "embedded"


@cache
def _table() -> dict[tuple[str, str, str, str], tuple[float, float]]:
    return {
        (row["rule"], row["size"], row["source"], row["place"]): (float(row["precision"]), float(row["speaker"]))
        for row in rows("quotation_precision")
    }


def confidence_of(candidate: Candidate) -> float:
    """The measured precision of the candidate's construction."""
    return _table().get(construction(candidate), UNKNOWN)[0]


def is_worth_telling(candidate: Candidate) -> bool:
    """Whether a row is kept: it must be likely enough, and likelier the more doubtful its source is.

    A statement put into the wrong mouth misleads more than one left out. What stands in quotation marks is always
    kept, and what a clause of its own reports: somebody said it.
    """
    owned = candidate.rule == "noun-that" and candidate.source and candidate.source[0].dep == "poss"
    if candidate.quoted or candidate.rule in CORE or owned:
        return True
    found, speaker = _table().get(construction(candidate), UNKNOWN)
    return found * (1 + WEIGHT * (speaker - EXPECTED)) >= LEAST
