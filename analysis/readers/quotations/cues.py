"""Cues: the words that say that somebody says, thinks, wants or feels something."""

from functools import cache
from typing import NamedTuple

from analysis.grammar.tokens import Token
from analysis.lexicon import rows

POS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adj"}


class Cue(NamedTuple):
    """A cue word: `frames` are the constructions in which its content stands, `sort` is speech, thought, ..."""

    lemma: str
    pos: str
    frames: frozenset[str]
    sort: str


@cache
def cue_table() -> dict[tuple[str, str], Cue]:
    """All cue words by lemma and part of speech."""
    table = {}
    for row in rows("cues"):
        cue = Cue(row["lemma"], row["pos"], frozenset(row["frames"].split()), row["sort"])
        table[cue.lemma, cue.pos] = cue
        for form in _regular_forms(cue) if cue.pos == "verb" else ():
            table.setdefault((form, "form"), cue)
    return table


def _regular_forms(cue: Cue) -> list[str]:
    """Regular forms of a verb: lemmatizers take `hoping` for a form of `hop`."""
    stem = cue.lemma.removesuffix("e")
    if cue.lemma.endswith("y") and cue.lemma[-2] not in "aeiou":
        return [cue.lemma[:-1] + "ies", cue.lemma[:-1] + "ied", cue.lemma + "ing"]
    return [cue.lemma + "s", stem + "ed", stem + "ing"]


def cue_of(token: Token) -> Cue | None:
    """What the word list says of a token: adjectives by their form ("worried"), the rest by lemma."""
    pos = POS.get(token.pos)
    if pos is None:
        return None
    table = cue_table()
    if pos == "adj" or (token.tag == "VBN" and (token.lower, "adj") in table and not _has_agent(token)):
        return table.get((token.lower, "adj"))
    if pos == "verb":
        return table.get((token.lower, "form")) or table.get((token.lemma.lower(), pos))
    return table.get((token.lemma.lower(), pos))


def _has_agent(token: Token) -> bool:
    return any(child.dep == "agent" for child in token.children)


def tells_of_saying(token: Token) -> bool:
    """`quoted Jones as saying …`, `scolded Jones for saying …`, `attacked Jones over his claim that …`: the words are
    Jones's, and told by the cue that is his."""
    for preposition in token.those("prep"):
        for child in preposition.those("pcomp", "pobj"):
            cue = cue_of(child) if child.dep == "pcomp" or child.has("poss") else None
            spoken = cue is not None and cue.sort == "speech" and child.has("ccomp", "acl", "oprd")
            if spoken and preposition.lower in ("as", "for", "over"):
                return True
    return False


def introduces(token: Token) -> bool:
    """Whether a quotation may stand with the cue."""
    cue = cue_of(token)
    return cue is not None and "quote" in cue.frames and "np-pred" not in cue.frames


def looks_introducing(token: Token) -> bool:
    """Whether a word may be a cue by its form, whatever the tagger takes it for: `the editorial read`."""
    table = cue_table()
    cue = table.get((token.lower, "form")) or table.get((token.lower, "verb"))
    return cue is not None and "quote" in cue.frames and "np-pred" not in cue.frames
