"""Attributions inside quotations: which are told apart, and which one holds which."""

from analysis.readers.quotations.contents import Candidate

OWN_CLAUSE = frozenset({"that", "quote-after", "quote-before"})
FIRST_SECOND = frozenset({"i", "we", "you", "us", "me", "he", "she", "they", "it", "who", "that", "which", "one"})
BLOCK = 1000  # characters by which contents are looked up


class _Contents:
    """Candidates by where their contents stand: what lies far away is never looked at."""

    def __init__(self) -> None:
        self._blocks: dict[int, list[tuple[int, Candidate]]] = {}

    def add(self, number: int, candidate: Candidate) -> None:
        """Take in a candidate under a number."""
        for block in sorted({n for start, end in candidate.spans for n in range(start // BLOCK, end // BLOCK + 1)}):
            self._blocks.setdefault(block, []).append((number, candidate))

    def around(self, inner: Candidate) -> list[tuple[int, Candidate]]:
        """Those in whose content the cue of a candidate stands, in the order in which they were taken in."""
        cue = inner.cue
        if cue is None:
            return []
        near = self._blocks.get(cue.start // BLOCK, [])
        return [one for one in near if any(start <= cue.start and cue.end <= end for start, end in one[1].spans)]


def settle(candidates: list[Candidate]) -> list[Candidate]:
    """Candidates that hold on their own, and inside them those that somebody else's words make up.

    What a person says of thinking or wanting is that person's own statement; only another's clause is told apart.
    """
    kept: list[Candidate] = []
    contents = _Contents()
    for candidate in sorted(candidates, key=_width, reverse=True):
        outer = [one for _, one in contents.around(candidate)]
        if not outer or (_is_told_apart(candidate) and not any(one.quoted for one in outer)):
            contents.add(len(kept), candidate)
            kept.append(candidate)
    return kept


def _width(candidate: Candidate) -> tuple[bool, int]:
    return candidate.quoted, sum(end - start for start, end in candidate.spans)


def _is_told_apart(candidate: Candidate) -> bool:
    return (
        candidate.rule in OWN_CLAUSE
        and candidate.sort in ("speech", "thought")
        and bool(candidate.source)
        and candidate.source[0].lower not in FIRST_SECOND
    )


def holders(candidates: list[Candidate]) -> list[int | None]:
    """For each candidate the number of the smallest one in whose content its cue stands."""
    contents = _Contents()
    for n, candidate in enumerate(candidates):
        contents.add(n, candidate)
    found: list[int | None] = []
    for inner in candidates:
        wider = [
            (n, outer)
            for n, outer in contents.around(inner)
            if outer.cue is not inner.cue and _width(outer)[1] > _width(inner)[1]
        ]
        smallest = min(wider, key=lambda one: (_width(one[1])[1], one[0]), default=None)
        found.append(smallest[0] if smallest else None)
    return found
