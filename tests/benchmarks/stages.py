"""One article's way through the steps, kept: it can be gone again from any step on, with what the earlier ones gave.

The steps are the functions that `analysis.readers.read_parse` calls by their names there; their order is found out by
running it, and so is which functions each step calls.
"""

import inspect
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import CodeType, FrameType, ModuleType
from typing import Any

from spacy.tokens import Doc

from analysis import readers
from analysis.grammar.docs import from_doc
from analysis.readers.stances.encoder import Question
from analysis.records import Article, ArticleReading

OURS = ("analysis.readers.", "analysis.grammar.")
CONTAINERS = (str, tuple, list, dict, set, frozenset)


@dataclass
class Way:
    """An article, what each step gave, the first step in which each function was called, and the reading.

    `silent` are the functions that never gave anything but None, False or an empty container.
    """

    article: Article
    doc: Doc
    given: list[Any] = field(default_factory=list)
    called: dict[CodeType, int] = field(default_factory=dict)
    silent: set[CodeType] = field(default_factory=set)
    reading: ArticleReading | None = None


def caches() -> list[Any]:
    """The functions of readers and grammar that keep what they gave (functools.cache), but for the encoder's."""
    values = [value for name, module in list(sys.modules.items()) if name.startswith(OURS) for value in _values(module)]
    return [one for one in values if hasattr(one, "cache_clear") and one.__module__.startswith(OURS)]


def _values(module: ModuleType) -> list[Any]:
    return [value for name, value in vars(module).items() if name != "_load"]


def forget() -> None:
    """Empty those caches."""
    for one in caches():
        one.cache_clear()


class Stages:
    """Goes the way of an article; `start` is the first step that is run, those before it give what they gave."""

    def __init__(self) -> None:
        self.way: Way | None = None
        self.start = self.step = 0
        self.inside = False
        self.signs = remembered(readers.ask)

    @contextmanager
    def installed(self, live_signs: bool = False) -> Iterator["Stages"]:
        """The steps go through here for as long as this lasts; `live_signs` asks the encoder anew."""
        steps = {name: one for name, one in vars(readers).items() if _is_step(one)}
        try:
            vars(readers).update({name: self._through(one) for name, one in steps.items()})
            readers.ask = steps["ask"] if live_signs else self.signs
            yield self
        finally:
            vars(readers).update(steps)

    def record(self, article: Article, doc: Doc) -> Way:
        """Go an article's way for the first time."""
        self.way, self.start, self.step = Way(article, doc), 0, 0
        forget()
        sys.setprofile(self._note)
        try:
            self.way.reading = readers.read_parse(article, from_doc(doc, article.paragraphs))
        finally:
            sys.setprofile(None)
        return self.way

    def again(self, way: Way, start: int) -> ArticleReading:
        """Go it again from a step on."""
        self.way, self.start, self.step, self.inside = way, start, 0, False
        return readers.read_parse(way.article, from_doc(way.doc, way.article.paragraphs))

    def _through(self, step: Callable) -> Callable:
        def run(*args: Any, **options: Any) -> Any:
            if self.inside:
                return step(*args, **options)
            if self.step < self.start:
                self.step += 1
                return self.way.given[self.step - 1]
            self.inside = True
            try:
                given = step(*args, **options)
                given = list(given) if isinstance(given, Iterator) else given
            finally:
                self.inside = False
            if self.way.reading is None:
                self.way.given.append(given)
            self.step += 1
            return given

        return run

    def _note(self, frame: FrameType, event: str, given: Any) -> None:
        code = frame.f_code
        if event == "call" and code not in self.way.called:
            self.way.called[code] = self.step
            self.way.silent.add(code)
        elif event == "return" and given is not None and given is not False and not _is_empty(given):
            self.way.silent.discard(code)


def _is_empty(given: Any) -> bool:
    return isinstance(given, CONTAINERS) and not given


def _is_step(one: Any) -> bool:
    return inspect.isfunction(one) and one.__module__.startswith(OURS)


def remembered(ask: Callable) -> Callable:
    """The encoder, asked once for each question: an answer depends on nothing else."""
    kept: dict[Question, Any] = {}

    def answers(items: Sequence[Question]) -> list[Any]:
        new = [item for item in items if item not in kept]
        kept.update(zip(new, ask(new), strict=True))
        return [kept[item] for item in items]

    return answers
