"""The text of a run of tokens, as the article has it but for its white space."""

from collections.abc import Sequence
from itertools import pairwise

from analysis.syntax import Token


def text_of(members: Sequence[Token]) -> str:
    """The tokens with one space where there is white space between them: `Coca-Cola`, `McDonald's`."""
    if len(members) == 1:
        return members[0].text
    parts = [members[0].text] if members else []
    for before, token in pairwise(members):
        if before.end != token.start:
            parts.append(" ")
        if not token.text.isspace():
            parts.append(token.text)
    return "".join(parts)
