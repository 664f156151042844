"""How far a row may be trusted: the share of such rows that was right where it could be checked.

The table holds measured precision (content overlap of .3) by rule, by length of the content, by whether a source is
named and by whether the cue is the main verb. It says nothing of a single verb or actor.
"""

from functools import cache

from analysis.attributions.candidates import Candidate
from analysis.lexicon import rows
from analysis.syntax import Token

LEAST = 0.38
SHORT, LONG = 15, 40
RELATIVES = frozenset({"who", "that", "which", "whom", "whose"})
UNKNOWN = 0.5


def construction(candidate: Candidate) -> tuple[str, str, str, str]:
    """Rule, length, kind of source and place of the cue: what the table is read by."""
    length = sum(end - start for start, end in candidate.spans)
    size = "short" if length < SHORT else "middle" if length < LONG else "long"
    named = candidate.source and candidate.source[0] is not candidate.cue
    head = candidate.source[0].lower if named else None
    source = "none" if head is None else "relative" if head in RELATIVES else "named"
    place = (
        "main" if candidate.cue is None or candidate.cue.dep == "ROOT" or _beside_root(candidate.cue) else "embedded"
    )
    return candidate.rule, size, source, place


def _beside_root(cue: Token) -> bool:
    return cue.dep == "conj" and cue.head.dep == "ROOT"


@cache
def _table() -> dict[tuple[str, str, str, str], float]:
    return {
        (row["rule"], row["size"], row["source"], row["place"]): float(row["precision"])
        for row in rows("attribution_precision")
    }


def confidence_of(candidate: Candidate) -> float:
    """The measured precision of the candidate's construction."""
    return _table().get(construction(candidate), UNKNOWN)
