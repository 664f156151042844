"""Runs of tokens that may be names."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from analysis.grammar.tokens import Token

MADE = frozenset({"EVENT", "LAW", "PRODUCT", "WORK_OF_ART"})  # the model's labels of what is made
BRACKETS = frozenset("[]")  # around what an editor put in: [Gary] Holmes
GENERATION = re.compile(r",? (?:Jr|Sr|II|III)\.?")  # behind a person's name
CAMEL = re.compile(r"[a-z][A-Z](?:[a-z]\w+|OS)")  # iPhone
QUOTES = frozenset({'"', "``", "''", "“", "”", "‘", "’", "'", "`"})


class Run(NamedTuple):
    """Tokens `first` to `last` of an article's `tokens`, the model's label for them, and the kind of name they are.

    Label and kind are "" where there is none.
    """

    first: int
    last: int
    label: str
    tokens: list[Token]
    kind: str = ""

    @property
    def members(self) -> list[Token]:
        """The tokens of the run."""
        return self.tokens[self.first : self.last + 1]

    @property
    def text(self) -> str:
        """The text, as the article has it but for its white space and brackets."""
        return self.tokens[self.first].text if self.first == self.last else text_of(self.members)

    @property
    def initial(self) -> Token:
        """The first token."""
        return self.tokens[self.first]

    @property
    def final(self) -> Token:
        """The last token."""
        return self.tokens[self.last]

    @property
    def before(self) -> str:
        """The word before in lower case, "" where there is none."""
        return self.tokens[self.first - 1].lower if self.first > 0 else ""

    @property
    def after(self) -> str:
        """The word behind in lower case, "" where there is none."""
        return self.tokens[self.last + 1].lower if self.last + 1 < len(self.tokens) else ""

    @property
    def opens(self) -> bool:
        """Whether it stands first in its sentence."""
        return self.first == 0 or self.tokens[self.first - 1].sent != self.initial.sent


def text_of(members: Sequence[Token]) -> str:
    """The tokens with one space where there is white space between them, without square brackets: `Coca-Cola`."""
    text = members[0].text if members else ""
    for before, token in pairwise(members):
        if before.end != token.start:
            text += " "
        if token.text not in BRACKETS and not token.text.isspace():
            text += token.text
    return text


def overlaid(runs: Iterable[Run], others: list[Run]) -> list[Run]:
    """Runs in text order, with others in the place of those that they overlap."""
    taken = taken_by(others)
    return sorted([*others, *(run for run in runs if taken.isdisjoint(range(run.first, run.last + 1)))])


def taken_by(runs: Iterable[Run]) -> set[int]:
    """The numbers of the tokens in runs."""
    return {at for run in runs for at in range(run.first, run.last + 1)}


def is_possessive(token: Token) -> bool:
    """Whether a token is the 's of an owner, also where the tagger took it for a noun."""
    return token.tag == "POS" or (token.text in ("'s", "’s", "‘s") and token.tag[:2] != "VB")
