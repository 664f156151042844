"""spaCy's parser, its moves made from here.

spaCy makes them in compiled code that lets go of Python's lock and asks for it again many times a word. Made from here,
a move for all texts of a batch at once, they are made with the lock held, and the larger the batch the cheaper.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.pipeline import DependencyParser
    from spacy.tokens import Doc


def can_step(parser: Any) -> bool:
    """Whether a parser or a recognizer is one that chooses each move for good, by a model that knows all of them."""
    attributes = parser.model.attrs
    return parser.cfg["beam_width"] == 1 and attributes.get("has_upper", False) and not attributes["unseen_classes"]


class Batches:
    """A component that works on batches; `work` is what it does with one."""

    def __call__(self, doc: "Doc") -> "Doc":
        """Work on a single Doc."""
        self.work([doc])
        return doc

    def pipe(self, docs: Iterable["Doc"], *, batch_size: int) -> Iterator["Doc"]:
        """Work on Docs in batches, and give them in order."""
        from spacy.util import minibatch

        for batch in minibatch(docs, batch_size):
            batch = list(batch)
            self.work(batch)
            yield from batch

    def work(self, docs: list["Doc"]) -> None:
        """Change the Docs of a batch."""
        raise NotImplementedError


class Steps(Batches):
    """A component of a pipeline that stands in for its parser."""

    def __init__(self, parser: "DependencyParser") -> None:
        self._parser = parser

    def work(self, docs: list["Doc"]) -> None:
        """Parse a batch."""
        states = self._parser.moves.init_batch(docs)
        if going := [state for state in states if not state.is_final()]:
            steps = self._parser.model.predict(docs)
            vectors, scores, move = steps.state2vec.predict, steps.vec2scores.predict, self._parser.transition_states
            while going:
                going = move(going, scores(vectors(steps.get_token_ids(going))))
            steps.clear_memory()
        self._parser.set_annotations(docs, states)
