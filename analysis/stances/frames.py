"""Words that set one side against or beside another, by lemma, part of speech and slot."""

from functools import cache
from typing import NamedTuple

from analysis.lexicon import rows, words
from analysis.syntax import Token

NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "hardly", "without"})
PAST = frozenset({"once", "formerly", "previously", "initially", "originally", "used"})
HEDGES = frozenset({"if", "whether", "unless", "would", "could", "might", "may"})
COMPLEMENTS = frozenset({"xcomp", "pcomp", "acl", "ccomp", "dobj", "pobj", "attr"})


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


def turned(token: Token) -> bool:
    """Whether a stance word is negated: by `not`, or by what it depends on (`refused to sign`, `lack of support`)."""
    flips = sum(child.dep == "neg" or child.lower in NEGATIONS - {"without"} for child in token.children)
    reversers = words("reversers")
    word = token
    for _ in range(3):
        above = word.head
        if above is word or (word.dep not in COMPLEMENTS and word.dep != "prep"):
            break
        flips += above.lower == "without"
        flips += above.lemma in reversers and above.pos in ("VERB", "NOUN", "ADJ") and word.dep != "ccomp"
        if above.pos == "VERB" and word.dep in ("xcomp", "dobj") and above.lemma not in reversers:
            flips += any(child.dep == "neg" for child in above.children)
        word = above
    return flips % 2 == 1


def doubted(token: Token) -> float:
    """How much of its strength a stance word keeps: less in a condition, a question, a wish, or of what once was."""
    clause = next((word for word in (token, *token.ancestors()) if word.pos in ("VERB", "AUX")), token)
    kept = 1.0
    for child in clause.children:
        if child.lower in HEDGES and child.dep in ("mark", "aux"):
            kept = 0.75
    if any(child.text == "?" for child in clause.children):
        kept = 0.75
    if any(child.lower in PAST and child.dep in ("advmod", "amod") for child in (*token.children, *clause.children)):
        kept *= 0.75
    if any(child.lower in ("former", "onetime", "one-time", "ex") for child in token.children):
        kept *= 0.75
    return kept


def tone(tokens: list[Token]) -> int:
    """The sum of praise and blame in some words, negated ones turned: above 0 praise, below 0 blame."""
    total, known = 0, valence()
    for token in tokens:
        sign = known.get(token.lower) or known.get(token.lemma)
        if sign is None and token.pos == "VERB":
            frame = frames_of(token).get("dobj")
            sign = frame.sign if frame and frame.strength >= 0.6 else None
        if sign:
            total += -sign if _negated(token) else sign
    return total


def _negated(token: Token) -> bool:
    return any(child.lower in NEGATIONS for word in (token, token.head) for child in word.children)
