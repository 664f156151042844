"""A stance as found, before its sign and confidence are weighed."""

from typing import NamedTuple

from analysis.grammar.tokens import Token

SURE = frozenset({"frame", "description"})  # rules whose word gives the sign


class Candidate(NamedTuple):
    """One side's stance as found: ids and tokens, sign, the word that shows it, and by what rule.

    `rule` is frame or description where a word gives the sign, content (of a quotation) or clause where it
    is still open: then `near` is the tone of the clause around the target and `around` that of the whole,
    `judged` what the words say of the target itself. `found_by` is the function that found it.
    """

    holder: str
    target: str
    sign: int
    rule: str
    strength: float
    holder_token: Token
    target_token: Token
    cue: Token
    near: int = 0
    around: int = 0
    judged: float = 0.0
    found_by: str = ""
