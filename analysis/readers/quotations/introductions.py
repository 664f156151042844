"""The cue of a quotation: behind it, or before it, in the same sentence."""

from itertools import takewhile

from analysis.grammar.tokens import FINITE, RELATIVES, Token
from analysis.readers.quotations.cues import PERCEIVED, cue_of, introduces
from analysis.readers.quotations.labels import colon_source
from analysis.readers.quotations.quotes import ENDS, REACH, Quoted
from analysis.readers.quotations.sources import is_thing

STOPS = ENDS | {";", ":"}
LOOSE = frozenset({"ADV", "PART", "ADP"})
DEPENDENT = frozenset({"advcl", "acl", "relcl", "pcomp", "amod"})


def cue_for(quoted: Quoted) -> tuple[Token | None, str]:
    """The cue beside a quotation, None where there is none, and the side it stands on: after or before."""
    before = _cue_before(quoted)
    goes_on = bool(quoted.after) and quoted.after[0].pos == "CCONJ"
    if before is not None and (before.lower == "according" or goes_on):
        return before, "before"
    after = _cue_after(quoted)
    return (after, "after") if after is not None else (before, "before")


def _cue_after(quoted: Quoted) -> Token | None:
    """The cue behind a quotation, in the same sentence, with at most its subject in between. Behind a comma, where
    hardly anything else can follow, the first verb is taken whatever the parser makes of it."""
    if not quoted.after or not quoted.words:
        return None
    last = quoted.words[-1].text
    first = quoted.after[0]
    ended = last == "." or (last in ENDS and first.pos in ("DET", "PRON") and first.text != "I")
    if ended and first.text[:1].isupper():
        return None
    gap = list(takewhile(lambda token: token.text not in STOPS, quoted.after[:REACH]))
    spoken = quoted.free and last in (",", "?", "!")
    comma = next((n for n, token in enumerate(gap) if n and token.text == ","), len(gap))
    described = _described(gap)
    for n, token in enumerate(gap):
        if token.pos != "VERB" or n in described:
            continue
        if spoken and n < comma and token.tag == "VBD" and _may_speak(token):
            return token
        participle = token.dep == "acl" and introduces(token.head.head)  # a person briefed on the talks said
        late = quoted.free and token.tag == "VBN" and not participle and (n < comma or gap[n - 1].text == ",")
        if (late or _may_introduce(token)) and introduces(token):
            return token
        if token.tag in FINITE and token.dep not in ("relcl", "acl"):
            return None
    return None


def _may_speak(verb: Token) -> bool:
    """Whether a verb may bring a quotation: no verb that is none of saying and tells of a thing (`balloons fell`)."""
    subject = verb.child("nsubj")
    return introduces(verb) or subject is None or not is_thing(subject)


def _described(gap: list[Token]) -> set[int]:
    """Numbers of the words in relative clauses, each up to its comma."""
    inside: set[int] = set()
    open_clause = False
    for n, token in enumerate(gap):
        relative = n > 1 and token.tag in RELATIVES and gap[n - 1].pos != "VERB"
        open_clause = token.text != "," and (open_clause or relative)
        if open_clause:
            inside.add(n)
    return inside


def _may_introduce(token: Token) -> bool:
    if token.dep in ("relcl", "acl"):
        return False
    if token.tag == "VBG" and token.dep == "xcomp" and token.head.tag == "VBN":
        return token.head.lemma in PERCEIVED
    if token.tag == "VB":
        return any(c.tag == "MD" for c in token.children)
    return token.tag in FINITE or (token.tag == "VBN" and token.has("aux", "nsubj"))


def _cue_before(quoted: Quoted) -> Token | None:
    """The last cue before a quotation, in the same sentence."""
    clause = quoted.sentence_before[-REACH:][::-1]
    if colon_source(quoted.before):
        return clause[0]
    return _owned_noun(clause) or _last_cue(clause) or _by_position(clause)


def _owned_noun(clause: list[Token]) -> Token | None:
    """`Berg's comment that, "…"`: somebody's noun of saying right before; `clause` runs backwards."""
    near = next((token for token in clause if token.text not in (",", ":") and token.lower != "that"), None)
    owned = near is not None and near.pos == "NOUN" and near.has("poss") and near is not clause[0]
    cue = cue_of(near) if owned else None
    return near if cue is not None and cue.sort == "speech" and "that" in cue.frames else None


def _last_cue(clause: list[Token]) -> Token | None:
    """The nearest cue, with no other finite verb between; `clause` runs backwards. One of a relative clause that tells
    of a thing (`a gun that was not declared`), or that another cue stands over, is none, but right before the mark
    (`the union, which replied: "…"`)."""
    relative = None
    for n, token in enumerate(clause):
        if token.tag in FINITE and not introduces(token):
            break
        if introduces(token):
            if token.dep != "relcl" or (n == 1 and clause[0].text in (",", ":")):
                return token
            who = any(child.tag == "WP" for child in token.those("nsubj"))
            relative = relative or (token if who else None)
    return relative


def _by_position(clause: list[Token]) -> Token | None:
    """What stands where only a cue can: a verb before a comma (`shot back, "…"`), `according to`, before a colon."""
    if not clause or clause[0].text not in (",", ":"):
        return None
    near = next((t for t in clause[1:] if t.pos not in LOOSE), clause[0])
    governs = near.pos == "VERB" and near.dep not in DEPENDENT
    if governs and (near.tag != "VBN" or near.dep == "ROOT") and _may_speak(near):
        return near
    if clause[0].text == ",":
        return clause[-1] if clause[-1].lower == "according" else None
    verbs = [t for t in clause if t.pos == "VERB" and _may_speak(t)]
    spoken = (t for t in verbs if introduces(t) and t.dep not in DEPENDENT)
    return next(spoken, verbs[0] if verbs else clause[0])


def has_own_content(cue: Token, quoted: Quoted) -> bool:
    """Whether a cue behind a quoted fragment says something else: `…, who called it "a joke," said that …`, `Asked if
    it was "a joke," she said, "No."`"""
    row = cue_of(cue)
    taken = ("ccomp", "xcomp") if row is not None and "np-to" in row.frames else ("ccomp", "xcomp", "dobj")
    joined = any(t.pos == "CCONJ" for t in quoted.after if t.i < cue.i)
    asked = quoted.sentence_before[:1] and quoted.sentence_before[0].tag == "VBN"
    return joined or (bool(asked) and quoted.after[-1].text == ",") or cue.child(*taken, behind=True) is not None
