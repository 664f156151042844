"""Attributions inside attributions: which are told apart, and which one holds which."""

from analysis.attributions.candidates import Candidate
from analysis.syntax import Token

OWN_CLAUSE = frozenset({"that", "quote-after", "quote-before"})
FIRST_SECOND = frozenset({"i", "we", "you", "us", "me", "he", "she", "they", "it", "who", "that", "which", "one"})


def settle(candidates: list[Candidate]) -> list[Candidate]:
    """Candidates that hold on their own, and inside them those that somebody else's words make up.

    What a person says of thinking or wanting is that person's own statement; only another's clause is told apart.
    """
    kept: list[Candidate] = []
    for candidate in sorted(candidates, key=_width, reverse=True):
        holders = [outer for outer in kept if _holds(outer, candidate)]
        if not holders or (_is_told_apart(candidate) and not any(holder.quoted for holder in holders)):
            kept.append(candidate)
    return kept


def _width(candidate: Candidate) -> tuple[bool, int]:
    return candidate.quoted, sum(end - start for start, end in candidate.spans)


def _holds(outer: Candidate, inner: Candidate) -> bool:
    cue: Token | None = inner.cue
    return cue is not None and any(start <= cue.start and cue.end <= end for start, end in outer.spans)


def _is_told_apart(candidate: Candidate) -> bool:
    return (
        candidate.rule in OWN_CLAUSE
        and candidate.sort in ("speech", "thought")
        and bool(candidate.source)
        and candidate.source[0].lower not in FIRST_SECOND
    )


def holders(candidates: list[Candidate]) -> list[int | None]:
    """For each candidate the number of the smallest one in whose content its cue stands."""
    found: list[int | None] = []
    for inner in candidates:
        around = [
            n
            for n, outer in enumerate(candidates)
            if outer.cue is not inner.cue and _width(outer)[1] > _width(inner)[1] and _holds(outer, inner)
        ]
        found.append(min(around, key=lambda n: _width(candidates[n])[1], default=None))
    return found
