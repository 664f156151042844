"""The cue of a quotation: behind it, or before it, in the same sentence."""

from analysis.attributions.cues import cue_of, introduces
from analysis.attributions.quotes import ENDS, REACH, Quoted
from analysis.syntax import Token

LONGEST_NAME = 12


def cue_for(quoted: Quoted, tokens: list[Token]) -> tuple[Token | None, str]:
    """The cue beside a quotation, None where there is none, and the side it stands on: after or before."""
    after = _cue_after(quoted, tokens)
    if after is not None:
        return after, "after"
    before = _cue_before(quoted)
    return before, "before"


def _cue_after(quoted: Quoted, tokens: list[Token]) -> Token | None:
    """The cue behind a quotation, in the same sentence, with at most its subject in between.

    Behind a comma, where hardly anything else can follow, the first verb is taken whatever the parser makes of it.
    """
    gap = quoted.gap_after
    inner = quoted.inner(tokens)
    if not gap or not inner or (inner[-1].text == "." and gap[0].text[:1].isupper()):
        return None
    expected = quoted.free and inner[-1].text in (",", "?", "!")
    for n, token in enumerate(gap[:REACH]):
        if token.text in ENDS or token.text in (";", ":"):
            return None
        expected = expected and (n == 0 or token.text != ",")
        if expected and token.pos == "VERB" and token.tag in ("VBD", "VBZ", "VBN"):
            return token if introduces(token) or token.tag == "VBD" else None
        if token.tag not in ("VBD", "VBZ", "VBP", "MD", "VBN") or token.dep in ("relcl", "acl"):
            continue
        if token.tag == "VBN" and not any(c.dep in ("aux", "nsubj") for c in token.children):
            continue
        if introduces(token) and token.pos == "VERB":
            return token
        if token.pos == "VERB" and token.tag != "VBN":
            return None
    return None


def _cue_before(quoted: Quoted) -> Token | None:
    """The last cue before a quotation, in the same sentence."""
    gap = quoted.gap_before
    clause: list[Token] = []
    for token in reversed(gap[-REACH:]):
        if token.text in ENDS and clause:
            break
        clause.append(token)
    if clause and clause[0].text in ENDS:
        return None
    if colon_speaker(gap):
        return clause[0]
    for token in clause:
        if token.tag in ("VBD", "VBZ", "VBP", "MD") and not introduces(token):
            break
        if introduces(token) and token.pos == "VERB":
            return token
    if clause and clause[0].text == ":":
        return next((t for t in clause if t.pos == "VERB"), None) or next((t for t in clause if cue_of(t)), None)
    return None


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


def has_cue(quoted: Quoted) -> bool:
    """Whether the sentence has a cue before the quotation too."""
    for token in reversed(quoted.gap_before):
        if token.text in ENDS:
            return False
        if token.pos == "VERB" and introduces(token):
            return True
    return False


def ends_with_comma(quoted: Quoted, tokens: list[Token]) -> bool:
    """Whether a quotation ends in a comma, inside its marks or right behind them."""
    inner = quoted.inner(tokens)
    return bool(inner) and (inner[-1].text == "," or (quoted.gap_after[:1] != [] and quoted.gap_after[0].text == ","))


def sentence_start(quoted: Quoted) -> int:
    """Where the sentence begins whose end is quoted: `The plan is "a fraud," she said`."""
    start = quoted.quote.start
    for token in reversed(quoted.gap_before):
        if token.text in ENDS:
            break
        start = token.start
    return start
