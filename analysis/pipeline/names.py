"""spaCy's recognizer of names, its moves chosen for all words at once.

The recognizer goes from word to word and tries each of its 74 moves at each. Outside of a name all that it looks at is
the word, so that all words are asked at once what would begin there; inside of one it looks at the word, the one before
it and the first: all names that may begin are gone through side by side. Then those that begin inside of another go.
"""

from bisect import bisect_right
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from analysis.pipeline.moves import Batches, can_step

if TYPE_CHECKING:
    from spacy.pipeline import EntityRecognizer
    from spacy.tokens import Doc

FEATURES = 3  # the word, the first of the open name, the one before
NEVER = -np.inf

Numbers = NDArray[np.int_]
Flags = NDArray[np.bool_]


def can_be_at_once(recognizer: Any) -> bool:
    """Whether a recognizer is of the sort that this module knows."""
    return can_step(recognizer) and recognizer.model.get_ref("lower").get_dim("nF") == FEATURES


class Edges:
    """Where the words of a batch stand: which end a text or a sentence, which are white space."""

    def __init__(self, docs: list["Doc"]) -> None:
        facts = np.concatenate([doc.to_array(("SENT_START", "IS_SPACE")) for doc in docs])
        self.bounds = np.cumsum([0, *map(len, docs)]).tolist()
        self.space: Flags = facts[:, 1] == 1
        self.last: Flags = np.append(facts[1:, 0] == 1, True)  # a name does not go on behind them
        self.last[np.array(self.bounds[1:]) - 1] = True


class NamesAtOnce(Batches):
    """A component of a pipeline that stands in for its recognizer; names that a Doc has already are left to that."""

    def __init__(self, recognizer: "EntityRecognizer") -> None:
        self._recognizer = recognizer
        moves = recognizer.moves
        names = [moves.get_class_name(i).partition("-")[::2] for i in range(moves.n_moves)]
        numbers = {name: i for i, name in enumerate(names)}
        self._labels = [label for _, label in names]
        self._begins, self._alone, self._none = (
            np.array([one == kind and (label != "" or kind == "O") for one, label in names]) for kind in "BUO"
        )
        # of each move that begins a name: the one that goes on, and the one that ends it
        self._inside, self._ends = (
            np.array([numbers.get((kind, label), 0) for label in self._labels]) for kind in "IL"
        )

    def work(self, docs: list["Doc"]) -> None:
        """Find the names of a batch."""
        new = []
        for doc in filter(len, docs):
            if doc.to_array("ENT_IOB").any():
                self._recognizer(doc)
            else:
                new.append(doc)
        if new:
            steps = self._recognizer.model.predict(new)
            self._name(new, steps)
            steps.clear_memory()

    def _name(self, docs: list["Doc"], steps: Any) -> None:
        from spacy.tokens import Span

        edges = Edges(docs)
        moves = self._outside(steps, edges)
        starts = np.flatnonzero(~self._none[moves])  # of all names that may be
        ends, longer = starts + 1, self._begins[moves[starts]]
        ends[longer] = self._ends_of(steps, edges, starts[longer], moves[starts[longer]])
        spans: list[list[Span]] = [[] for _ in docs]
        free = 0  # the end of the last name
        for start, end, move in zip(starts.tolist(), ends.tolist(), moves[starts].tolist(), strict=True):
            if start >= free:
                n = bisect_right(edges.bounds, start) - 1
                first = edges.bounds[n]
                spans[n].append(Span(docs[n], start - first, end - first, self._labels[move]))
                free = end
        for doc, names in zip(docs, spans, strict=True):
            doc.set_ents(names, default="outside")

    def _outside(self, steps: Any, edges: Edges) -> Numbers:
        """The best move at each word where no name is open."""
        words = np.arange(len(edges.space))
        nothing = np.full_like(words, -1)
        scores = _scores(steps, words, nothing, nothing)
        scores[:, ~(self._begins | self._alone | self._none)] = NEVER
        scores[np.ix_(edges.space | edges.last, self._begins)] = NEVER
        scores[np.ix_(edges.space, self._alone)] = NEVER
        return scores.argmax(1)

    def _ends_of(self, steps: Any, edges: Edges, starts: Numbers, moves: Numbers) -> Numbers:
        """The ends of the names that begin with these words by these moves."""
        ends, rows, at = np.empty_like(starts), np.arange(len(starts)), starts + 1
        while len(rows):
            scores = _scores(steps, at, starts[rows], at - 1)
            each, move = np.arange(len(rows)), moves[rows]
            inside = scores[each, self._inside[move]] >= scores[each, self._ends[move]]
            inside &= ~edges.last[at]
            ends[rows[~inside]] = at[~inside] + 1
            rows, at = rows[inside], at[inside] + 1
        return ends


def _scores(steps: Any, *features: Numbers) -> NDArray[np.float32]:
    """The scores of all moves, a row a state."""
    return steps.vec2scores.predict(steps.state2vec.predict(np.stack(features, axis=1).astype(np.int32)))
