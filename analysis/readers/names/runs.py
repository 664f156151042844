"""Runs of tokens that may be names, and their text."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from analysis.grammar.tokens import Token

PROPER = frozenset({"NNP", "NNPS"})
EDITED = frozenset("[]")  # brackets around what an editor put in: [Gary] Johnson
QUOTES = frozenset({'"', "``", "''", "“", "”", "‘", "’", "'", "`"})


class Run(NamedTuple):
    """Tokens first to last of a possible name, and the model's label for it ("" where it has none)."""

    first: int
    last: int
    label: str

    def of(self, tokens: list[Token]) -> list[Token]:
        """The tokens of the run, out of all of the article."""
        return tokens[self.first : self.last + 1]


def run_text(tokens: list[Token], run: Run) -> str:
    """The text of a run, as the article has it but for its white space."""
    return text_of(run.of(tokens))


def text_of(members: Sequence[Token]) -> str:
    """The tokens with one space where there is white space between them, without square brackets: `Coca-Cola`."""
    if len(members) == 1:
        return members[0].text
    parts = [members[0].text] if members else []
    for before, token in pairwise(members):
        if before.end != token.start:
            parts.append(" ")
        if not token.text.isspace() and token.text not in EDITED:
            parts.append(token.text)
    return "".join(parts)


def is_possessive(token: Token) -> bool:
    """Whether a token is the 's of an owner, also where the tagger took it for a noun."""
    return token.tag == "POS" or (token.text in ("'s", "’s", "‘s") and token.tag[:2] != "VB")
