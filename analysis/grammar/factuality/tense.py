"""The tense of a verb, by the first verb upwards that tells."""

from analysis.grammar.tokens import FINITE, HELPERS, VERBAL, Token

FUTURE = frozenset({"will", "'ll", "’ll", "wo", "shall"})
PERFECT = frozenset({"has", "have"})
PAST = frozenset({"had", "has", "have", "was", "were", "did"})
PASTS = PAST - PERFECT


def tense(verb: Token) -> str | None:
    """`past`, `perfect`, `present` or `ahead`, by the first verb upwards that tells: `fell silent after leaving` is
    past. None where none does."""
    for word in (verb, *verb.ancestors()):
        helpers = word.those(*HELPERS) if word.pos in VERBAL else []
        told = {child.lower for child in helpers}
        if any(child.tag == "MD" for child in helpers):
            return "ahead"
        if word.tag == "VBD" or told & PASTS:
            return "past"
        if told & PERFECT:
            return "perfect"
        if word.tag in FINITE or any(child.tag in FINITE for child in helpers):
            return "present"
    return None
