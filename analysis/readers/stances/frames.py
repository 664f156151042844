"""Words that set one side against or beside another, by lemma, part of speech and slot."""

from functools import cache
from typing import NamedTuple

from analysis.grammar.factuality import negated
from analysis.grammar.tokens import Token
from analysis.lexicon import rows


class Frame(NamedTuple):
    """`sign` of the subject to what fills the slot: 1 for, -1 against, 0 neutral; `strength` is how sure that is.

    `of` is issue or actor where only such a target counts.
    """

    sign: int
    strength: float
    of: str = ""


@cache
def _table(pos: str) -> dict[str, dict[str, Frame]]:
    table: dict[str, dict[str, Frame]] = {}
    for row in rows("stance_frames"):
        if row["pos"] == pos:
            frame = Frame(int(row["sign"]), float(row["strength"]), row["of"])
            slots = table.setdefault(row["lemma"], {})
            slots[f"{row['slot']}/{row['of']}" if row["slot"] in slots else row["slot"]] = frame
    return table


def frames_of(token: Token) -> dict[str, Frame]:
    """The frames of a word by slot: `dobj`, or a preposition; `dobj/actor` where actors get another than issues."""
    pos = {"VERB": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}.get(token.pos)
    if pos is None:
        return {}
    word = token.lower if pos == "adjective" else token.lemma
    if word not in _table(pos):
        passive = token.pos == "VERB" and token.tag in ("VBN", "JJ")
        return _table("adjective").get(token.lower, {}) if passive else {}
    return _slots(pos, word, frozenset(child.lower for child in token.children if child.dep == "prt"))


@cache
def _slots(pos: str, word: str, particles: frozenset[str]) -> dict[str, Frame]:
    """`take on`, `call out` are verbs of their own, with objects of their own."""
    return {
        slot: frame
        for slot, frame in _table(pos)[word].items()
        if (slot[1:] in particles if slot.startswith("+") else not particles or slot not in ("dobj", "dobj/actor"))
    }


def hyphen_frame(token: Token) -> Frame | None:
    """The frame of `backed` in `X-backed`."""
    return _table("hyphen").get(token.lower, {}).get("-")


@cache
def valence() -> dict[str, int]:
    """Words of praise and blame."""
    return {row["word"]: int(row["sign"]) for row in rows("valence")}


def tone(tokens: list[Token]) -> int:
    """The sum of praise and blame in some words, negated ones turned: above 0 praise, below 0 blame."""
    total, known = 0, valence()
    for token in tokens:
        sign = known.get(token.lower) or known.get(token.lemma)
        if sign is None and token.pos == "VERB":
            frame = frames_of(token).get("dobj")
            sign = frame.sign if frame and frame.strength >= 0.6 else None
        if sign:
            total += -sign if negated(token) or negated(token.head) else sign
    return total
