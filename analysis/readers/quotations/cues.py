"""Cues: the words that say that somebody says, thinks, wants or feels something."""

from typing import NamedTuple

from analysis.grammar.factuality import factuality
from analysis.grammar.tokens import Token
from analysis.lexicon import cached, rows
from analysis.readers.quotations.contents import Candidate
from analysis.records import Span

POS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adj"}
PERCEIVED = frozenset({"catch", "film", "hear", "overhear", "record", "see"})  # was heard saying

GROUPED = frozenset({"aux", "auxpass", "neg", "advmod", "prt"})
SAYING = frozenset({"colon", "label", "turn", "quote-colon", "signature", "according"})  # by no predicate
OWN_SORTS = frozenset({"speech", "position", "feeling", "desire"})


class Cue(NamedTuple):
    """A cue word: `frames` are the constructions in which its content stands, `sort` is speech, thought, ..."""

    lemma: str
    pos: str
    frames: frozenset[str]
    sort: str

    @property
    def quotes(self) -> bool:
        """Whether a quotation may stand with the cue; what somebody is called is none."""
        return "quote" in self.frames and "np-pred" not in self.frames


@cached
def _table() -> dict[tuple[str, str], Cue]:
    """All cue words by lemma and part of speech."""
    cues = (Cue(row["lemma"], row["pos"], frozenset(row["frames"].split()), row["sort"]) for row in rows("cues"))
    return {(cue.lemma, cue.pos): cue for cue in cues}


def cue_of(token: Token) -> Cue | None:
    """What the word list says of a token: adjectives by their form ("worried"), the rest by lemma."""
    pos = POS.get(token.pos)
    if pos is None and token.tag != "VBN":
        return None
    table = _table()
    described = token.tag == "VBN" and (token.lower, "adj") in table and not token.has("agent")
    if pos == "adj" or described:
        return table.get((token.lower, "adj"))
    return table.get((token.lemma.lower(), pos)) if pos else None


def tells_of_saying(token: Token) -> bool:
    """`quoted Jones as saying …`, `scolded Jones for saying …`, `accused Jones of saying "…"`, `was heard saying …`,
    `attacked Jones over his claim that …`, `seems to hope …`: the words are Jones's, told by the cue that is his."""
    words = (token, token.head) if token.pos == "ADJ" else (token,)
    for preposition in [child for word in words for child in word.those("prep")]:
        for child in preposition.those("pcomp", "pobj"):
            cue = cue_of(child) if child.dep == "pcomp" or child.has("poss") else None
            quoted = any(word.tag == "``" for word in child.subtree())
            remark = child.dep == "pobj" and any(clause.has("mark", words={"that"}) for clause in child.those("acl"))
            told = preposition.lower in ("as", "for", "over") or remark or (quoted and preposition.lower == "of")
            spoken = cue is not None and cue.sort == "speech" and told
            if spoken and (quoted or child.has("ccomp", "acl", "oprd") or child.has(words={"as"})):
                return True
    cue, below = cue_of(token), token.child("xcomp", "acomp", "oprd")
    inner = cue_of(below) if below is not None else None
    raising = cue is not None and (cue.sort == "appearance" or (token.lemma in PERCEIVED and token.has("nsubjpass")))
    return raising and inner is not None and inner.sort in OWN_SORTS


def introduces(token: Token) -> bool:
    """Whether a quotation may stand with a token."""
    cue = cue_of(token)
    return cue is not None and cue.quotes


def status_of(candidate: Candidate) -> str:
    """`not_said` where the cue is denied or withheld, `hypothetical` where it is only thinkable, else `said`."""
    if candidate.cue is None or candidate.rule in SAYING:
        return "said"
    told = factuality(_said(candidate.cue, candidate))
    if told.denied:
        return "not_said"
    speech = candidate.sort == "speech" and (told.to_come or told.wished)
    return "hypothetical" if told.unreal or told.possible or told.obliged or speech else "said"


def _said(cue: Token, candidate: Candidate) -> Token:
    """`declined to comment`: what is withheld; else the cue itself."""
    said = cue.child("xcomp") if candidate.rule == "to" else None
    inner = cue_of(said) if said is not None and factuality(said).withheld else None
    return said if said is not None and inner is not None and inner.sort == "speech" else cue


def cue_span(candidate: Candidate) -> Span | None:
    """The cue with the auxiliaries, negation and particle that stand next to it: `did not say`, `pointed out`."""
    cue = candidate.cue
    if cue is None:
        return None
    if candidate.rule == "according":
        after = next((c for c in cue.children if c.lower == "to"), cue)
        return Span(cue.start, max(cue.end, after.end))
    first = last = cue
    if cue.pos == "VERB":
        group = {child.i: child for child in cue.children if child.dep in GROUPED}
        group |= {no.i: no for child in group.values() for no in child.children if no.lower == "no"}  # `no longer`
        while first.i - 1 in group:
            first = group[first.i - 1]
        while last.i + 1 in group and group[last.i + 1].dep == "prt":
            last = group[last.i + 1]
    return Span(first.start, last.end)
