"""A parsed article as plain Python: tokens that know their head and children, in sentences.

spaCy's own Token objects are made anew at each access; these are made once, so that the steps can walk the
trees many times at little cost, and tests can look at them without spaCy.
"""

from bisect import bisect_left
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from analysis.grammar.lexemes import Lexeme
from analysis.records import Span

if TYPE_CHECKING:
    from analysis.grammar.factuality import Factuality

TIMES = frozenset({"DATE", "TIME"})
VERBAL = frozenset({"VERB", "AUX"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
PROPER = frozenset({"NNP", "NNPS"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
RELATIVES = frozenset({"WDT", "WP", "WP$", "WRB"})  # `which`, `who`, `whose`, `where`
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
WITH_EXPLETIVE = SUBJECTS | {"expl"}  # `there` in `there were talks`
HELPERS = frozenset({"aux", "auxpass"})
PERSONS = frozenset({"he", "she", "they"})
DASHES = frozenset({"-", "--", "–", "—", "―"})
COMMAS = DASHES | {","}


@dataclass(slots=True, init=False, eq=False, repr=False)
class Token:
    """A token: `tag` is the Penn tag, `pos` and `dep` as in spaCy's English models, `head` is itself at a root."""

    i: int
    text: str
    lower: str
    lemma: str
    lex: Lexeme
    pos: str
    tag: str
    dep: str
    ent: str
    ent_iob: str
    start: int
    end: int
    sent: int
    factuality: "Factuality | None"  # see grammar/factuality; None until it is asked for
    frames: dict[str, Any] | None  # see readers/stances/frames; None until they are asked for
    head: "Token"
    children: list["Token"]

    def __repr__(self) -> str:
        return f"{self.text}/{self.tag}/{self.dep}"

    @property
    def lefts(self) -> list["Token"]:
        """Children that stand before the token."""
        return [child for child in self.children if child.i < self.i]

    @property
    def rights(self) -> list["Token"]:
        """Children that stand behind the token."""
        return [child for child in self.children if child.i > self.i]

    def those(self, *deps: str) -> list["Token"]:
        """Children of one of these dependencies, in text order."""
        return [child for child in self.children if child.dep in deps]

    def child(self, *deps: str, behind: bool | None = None) -> "Token | None":
        """The first child of one of these dependencies; `behind` asks for one behind the token, or before it."""
        for child in self.children:
            if child.dep in deps and (behind is None or behind == (child.i > self.i)):
                return child
        return None

    def has(self, *deps: str, words: Container[str] | None = None) -> bool:
        """Whether a child has one of these dependencies (any, if none is named) and one of these words, lower case."""
        for child in self.children:
            if (not deps or child.dep in deps) and (words is None or child.lower in words):
                return True
        return False

    def subtree(self) -> list["Token"]:
        """The token and all that depends on it, in text order."""
        found = [self]
        for token in found:
            found.extend(token.children)
        return sorted(found, key=attrgetter("i"))

    def ancestors(self) -> Iterator["Token"]:
        """The head, its head, and so on up to the root."""
        token = self
        while token.head is not token:
            token = token.head
            yield token


@dataclass(slots=True)
class Sentence:
    """A sentence: its tokens, and the number of the paragraph it stands in (-1: headline, furniture)."""

    tokens: list[Token]
    paragraph: int

    @property
    def span(self) -> Span:
        """The characters from the first token that is not white space to the last."""
        words = [token for token in self.tokens if token.pos != "SPACE"] or self.tokens
        return Span(words[0].start, words[-1].end)


@dataclass(slots=True)
class Parse:
    """An article's tokens and sentences. Furniture is parsed too, its sentences have `paragraph` -1."""

    tokens: list[Token]
    sentences: list[Sentence]
    starts: list[int] = field(init=False, repr=False)  # of the tokens

    def __post_init__(self) -> None:
        self.starts = [token.start for token in self.tokens]

    def within(self, *spans: tuple[int, int] | None) -> list[Token]:
        """The tokens that begin in one of some spans of characters."""
        found: list[Token] = []
        for start, end in filter(None, spans):
            found += self.tokens[bisect_left(self.starts, start) : bisect_left(self.starts, end)]
        return found


def hang(token: Token, head: Token, dep: str) -> None:
    """Move a token below another head."""
    if token.head is not token:
        token.head.children.remove(token)
    token.head, token.dep = head, dep
    head.children.append(token)
    head.children.sort(key=lambda child: child.i)


def root(token: Token) -> None:
    """Make a token the root of its sentence."""
    token.head.children.remove(token)
    token.head, token.dep = token, "ROOT"
