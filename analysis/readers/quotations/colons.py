"""Whose words a colon before a quotation brings."""

from analysis.grammar.phrases import phrase
from analysis.grammar.tokens import Token
from analysis.readers.quotations.quotes import ENDS

LONGEST_NAME = 12


def colon_speaker(gap: list[Token]) -> list[Token]:
    """The name right before a colon that ends the words before a quotation; none where a clause does."""
    if not gap or gap[-1].text != ":":
        return []
    name: list[Token] = []
    for token in reversed(gap[:-1]):
        if token.pos == "PUNCT" and token.text != ".":
            break
        if token.pos not in ("PROPN", "NOUN", "CCONJ", "DET", "ADP", "PUNCT"):
            return []
        name.insert(0, token)
    return name if name and len(name) <= LONGEST_NAME and name[-1].pos == "PROPN" else []


def colon_author(gap: list[Token]) -> list[Token]:
    """Whose words a colon brings where no verb says so: `From the mayor's post: "…"`, `More from Jones: "…"`."""
    for token in reversed(gap[:-1]):
        if token.text in ENDS:
            break
        owned = token.dep == "poss" or (token.dep == "pobj" and token.head.lower in ("from", "by", "of"))
        if owned and token.ent not in ("DATE", "TIME"):
            owner = next((c for c in token.children if c.dep == "poss"), token)
            return phrase(owner)
    return []
