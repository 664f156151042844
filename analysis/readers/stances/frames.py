"""Words that set one side against or beside another, by lemma, part of speech and slot; and when they are turned."""

from functools import cache
from typing import NamedTuple

from analysis.grammar.clauses import agent, resolved, subject_of_noun, verb_over
from analysis.grammar.factuality import FORMER, Factuality, factuality, negated, reverses
from analysis.grammar.tokens import SUBJECTS, Token
from analysis.lexicon import cached, rows, words

SORTS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}
COMPLEMENTS = frozenset({"pcomp", "acl", "dobj", "pobj", "attr"})
SELECTED = frozenset({"of", "to", "from", "on", "against", "without"})
HAVING = frozenset(
    {
        *("have", "show", "give", "offer", "express", "voice", "declare", "signal", "announce", "see", "find"),
        *("win", "get", "receive", "draw", "make", "take", "feel", "hold", "hear", "want", "need", "call", "support"),
    }
)  # verbs whose denial denies their object too: `showed no support`; not `did not alter her support`
BY_WILL = frozenset({"will", "would", "wo", "'ll", "’ll"})
FORMERLY = frozenset({"former", "onetime", "one-time", "ex", *FORMER})
LEAVING = frozenset({"allow", "permit", "enable"})
CHOICES = frozenset(
    {"option", "possibility", "chance", "prospect", "right", "power", "freedom", "opportunity", "ability"}
)
LAWS = frozenset({"bill", "legislation", "measure", "amendment", "order", "proposal", "plan", "policy", "package"})
AIMS = frozenset({"xcomp", "acl", "ccomp", "advcl"})
AIMED = 0.85  # how sure it is of what somebody wants to do
PLEADING = frozenset({"for", "against", "of", "to", "about"})
PLEADED = 0.7  # how sure a word is from which on what it pleads for or against is an aim
HARDLY = 0.05  # how sure a word is that shows a stance only so


class Frame(NamedTuple):
    """`sign` of the subject to what fills the slot: 1 for, -1 against, 0 neutral; `strength` is how sure that is.

    `of` is issue or actor where only such a target counts; `aimed`: shown by wanting to do it rather than by doing it.
    """

    sign: int
    strength: float
    of: str = ""
    aimed: bool = False


@cached
def _table(pos: str) -> dict[str, dict[str, Frame]]:
    table: dict[str, dict[str, Frame]] = {}
    for row in rows("stance_frames"):
        if row["pos"] == pos:
            frame = Frame(int(row["sign"]), float(row["strength"]), row["of"])
            slots = table.setdefault(row["lemma"], {})
            slots[f"{row['slot']}/{row['of']}" if row["slot"] in slots else row["slot"]] = frame
    return table


def frames_of(token: Token) -> dict[str, Frame]:
    """The frames of a word by slot: `dobj`, or a preposition; `dobj/actor` where actors get another than issues.

    Found once for each word and kept on it.
    """
    if token.frames is None:
        token.frames = _frames(token)
    return token.frames


def _frames(token: Token) -> dict[str, Frame]:
    pos = SORTS.get(token.pos)
    if pos is None:
        return {}
    word, table = token.lower if pos == "adjective" else token.lemma, _table(pos)
    if word not in table:
        return _table("adjective")[token.lower] if is_felt(token) else {}
    return _slots(pos, word, frozenset(child.lower for child in token.those("prt")), pos == "verb" and is_aim(token))


def is_felt(token: Token) -> bool:
    """Whether a participle is what its subject feels: `was disappointed with the vote`."""
    passive = token.pos == "VERB" and token.tag in ("VBN", "JJ")
    return passive and token.lemma not in _table("verb") and token.lower in _table("adjective")


@cached
def _slots(pos: str, word: str, particles: frozenset[str], aimed: bool) -> dict[str, Frame]:
    """`take on`, `call out` are verbs of their own, with objects of their own; what somebody wants to do shows where he
    stands though the deed may not (`wants to cut the tax`), some deeds only so (`wants to build a wall`)."""
    return {
        slot: frame._replace(strength=AIMED, aimed=True) if aimed and frame.sign and frame.strength < AIMED else frame
        for slot, frame in _table(pos)[word].items()
        if (slot[1:] in particles if slot.startswith("+") else not particles or slot not in ("dobj", "dobj/actor"))
        and (aimed or frame.strength > HARDLY)
    }


def is_aim(verb: Token) -> bool:
    """Whether somebody wants to do what a verb says, or refuses to, or says that it is to be done: `vowed to cut it`,
    `an attempt to cut it`, `called for cutting it`, `should cut it`."""
    told = factuality(verb)
    if told.withheld or told.obliged or law_that(verb) is not None:
        return True
    above = verb.head
    if verb.dep == "conj":
        return above.tag == verb.tag and is_aim(above)
    if verb.dep == "pcomp":
        if (frame := _pleaded(verb)) is not None and frame.strength >= PLEADED:
            return True
        above = above.head
        if above.pos == "VERB" and above.has("dobj", "prt"):  # `called her out for cutting it`
            return False
    elif verb.dep not in AIMS or not (told.wished or _is_called_for(verb) or _is_bare(verb)):
        return False
    if above.lemma in words("aims") or any(one.lemma in words("aims") for one in above.those("dobj", "acomp")):
        return verb.dep != "advcl" or not factuality(above).obliged
    return above.pos == "VERB" and verb.dep == "xcomp" and not above.has("dobj", "dative") and is_aim(above)


def law_that(verb: Token) -> Token | None:
    """The bill, order or plan that does what a verb says: `a bill that ends it`, `an order ending it`."""
    found = agent(verb) if verb.pos == "VERB" and verb.dep != "advcl" else None
    law = resolved(found) if found is not None else None
    return law if law is not None and law.pos == "NOUN" and law.lemma in LAWS else None


def _pleaded(verb: Token) -> Frame | None:
    """The frame of what a gerund stands behind: `argued against cutting it`, `made the case for cutting it`."""
    link, above = verb.head, verb.head.head
    if verb.dep != "pcomp" or link.lower not in PLEADING:  # `a shot at cutting it`
        return None
    found = (frames_of(word).get(link.lower) for word in above.those("dobj") or [above])
    return next(filter(None, found), None)


def _is_called_for(verb: Token) -> bool:
    """`called for Smith to cut it`: by who calls."""
    return verb.head.pos == "VERB" and verb.has("mark", words={"for"})


def _is_bare(verb: Token) -> bool:
    return not verb.has(*SUBJECTS) and (verb.tag == "VBG" or verb.has("aux", words={"to"}))


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


def turned(token: Token) -> bool:
    """Whether a stance word is denied, by `not` or by what it depends on (`refused to sign`, `lack of support`)."""
    pleaded = _pleaded(token)
    turns = factuality(token).denied != (pleaded is not None and pleaded.sign < 0 and not reverses(token.head.head))
    word = token
    for _ in range(3):
        above = word.head
        if above is word or not _is_complement(word) or (word.dep == "dobj" and _is_anothers(word)):
            break
        if word.dep in ("dobj", "pobj"):
            turns ^= reverses(above) or above.lower == "without"
            turns ^= word.dep == "dobj" and above.lemma in HAVING and not negated(word) and factuality(above).denied
        word = above
    return turns


def _is_anothers(noun: Token) -> bool:
    """`rejected Smith's attack on it`, `vetoed the Smith plan to end it`: Smith is as much against it as before."""
    whose = subject_of_noun(noun)
    return whose is not None and whose.head is noun and whose.dep in ("poss", "compound") and whose.tag != "PRP$"


def _is_complement(word: Token) -> bool:
    """Whether a noun is called for by the word above it: not `in the plan`, nor `the plan passed by`."""
    if word.dep == "prep":
        return word.lower in SELECTED
    return word.dep in COMPLEMENTS and not (word.dep == "acl" and word.tag == "VBN")


def is_refused(token: Token) -> bool:
    """`refused to meet`, `cancelled a meeting`, `will not meet`: of one's own will, not only that it did not happen."""
    told = factuality(token)
    unwilling = told.withheld or token.has("aux", words=BY_WILL)
    return (told.denied and unwilling) or (token.dep == "dobj" and reverses(token.head))


def is_open(token: Token, frame: Frame) -> bool:
    """Whether a stance word shows none: nobody knows whether, it is only supposed, it is of old, a harm is not done.

    `did not oppose Smith` is no support of Smith; `refused to condemn Smith` is some.
    """
    told = factuality(token)
    if told.unreal or _is_choice(token) or _is_contrast(token) or token.has(words=FORMERLY):
        return True
    if token.pos != "VERB":
        return frame.sign < 0 and told.denied
    if not told.denied or told.obliged:
        return False
    if frame.sign < 0:
        return not told.withheld
    return frame.of == "issue" and token.has("aux", words={"can", "ca", "could"})


def _is_choice(token: Token) -> bool:
    """`wants the option of supporting it`, `has the right to attack`, `was allowed to sell`, `would have to sell`, `to
    sign or veto it`: not chosen yet."""
    above = token.head
    joined = [(above, token)] * (token.dep == "conj") + [(token, other) for other in token.those("conj")]
    if any(_is_alternative(*pair) for pair in joined):
        return True
    if token.dep in ("pcomp", "acl"):
        return (above.head if token.dep == "pcomp" else above).lemma in CHOICES
    left = above.lemma in LEAVING or (above.lemma == "have" and factuality(above).possible)
    return token.dep in ("xcomp", "ccomp") and left


def _is_alternative(first: Token, other: Token) -> bool:
    signs = {frame.sign for word in (first, other) if (frame := frames_of(word).get("dobj"))}
    return {1, -1} <= signs and first.has("cc", words={"or"})


def _is_contrast(token: Token) -> bool:
    """`a speech, as opposed to a letter`: another is named, nobody is against it."""
    return token.tag == "VBN" and token.has("mark", words={"as"}) and not token.has("nsubjpass", "auxpass")


def clause_of(token: Token) -> Factuality:
    """How the clause around a token stands to fact."""
    return factuality(verb_over(token) or token)


def doubted(token: Token) -> float:
    """How much of its strength a stance word keeps: less of what may be, or of what once was."""
    clause = clause_of(token)
    kept = 0.75 if clause.possible or clause.unreal else 1.0
    return kept * 0.75 if clause.former or token.has(words=FORMERLY) else kept
