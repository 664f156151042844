"""The cue of a quotation: behind it, or before it, in the same sentence."""

from itertools import pairwise

from analysis.grammar.tokens import FINITE, Token
from analysis.readers.quotations.cues import PERCEIVED, cue_of, introduces, looks_introducing
from analysis.readers.quotations.labels import colon_speaker
from analysis.readers.quotations.quotes import ENDS, REACH, Quoted

STOPS = ENDS | {";", ":"}
TAG = 6
RELATIVE = frozenset({"WDT", "WP", "WP$"})
LOOSE = frozenset({"ADV", "PART", "ADP"})
DEPENDENT = frozenset({"advcl", "acl", "relcl", "pcomp", "amod"})


def cue_for(quoted: Quoted, tokens: list[Token]) -> tuple[Token | None, str]:
    """The cue beside a quotation, None where there is none, and the side it stands on: after or before."""
    before = _cue_before(quoted)
    if before is not None and before.lower == "according":
        return before, "before"
    if before is not None and quoted.gap_after[:1] and quoted.gap_after[0].pos == "CCONJ":
        return before, "before"
    after = _cue_after(quoted, tokens)
    if after is not None:
        return after, "after"
    return before, "before"


def _cue_after(quoted: Quoted, tokens: list[Token]) -> Token | None:
    """The cue behind a quotation, in the same sentence, with at most its subject in between.

    Behind a comma, where hardly anything else can follow, the first verb is taken whatever the parser makes of it.
    """
    gap = quoted.gap_after
    inner = quoted.inner(tokens)
    if not gap or not inner:
        return None
    if inner[-1].text == "." and gap[0].text[:1].isupper():
        return _short_tag(gap)
    end = next((n for n, token in enumerate(gap) if token.text in STOPS), len(gap))
    behind_comma = quoted.free and inner[-1].text in (",", "?", "!")
    first_comma = next((n for n, token in enumerate(gap[1:end], 1) if token.text == ","), end)
    described = _described(gap[: min(end, REACH)])
    for n, token in enumerate(gap[: min(end, REACH)]):
        if token.pos != "VERB" or n in described:
            continue
        if (
            behind_comma
            and n < first_comma
            and token.tag in ("VBD", "VBZ")
            and (introduces(token) or token.tag == "VBD")
        ):
            return token
        late = quoted.free and token.tag == "VBN" and (n < first_comma or gap[n - 1].text == ",")
        if (late or _may_introduce(token)) and introduces(token):
            return token
        if token.tag in FINITE and token.dep not in ("relcl", "acl"):
            return _behind_apposition(gap[n + 1 : min(end, REACH)]) if behind_comma and n > first_comma else None
    tail = gap[end - 1] if 0 < end < len(gap) and behind_comma and first_comma == end else None
    return tail if tail is not None and gap[end].text in ENDS and looks_introducing(tail) else None


def _behind_apposition(gap: list[Token]) -> Token | None:
    """`"…," Jones, now 81 and retired in Cambridge, Mass., said`: the cue right behind a later comma."""
    return next((b for a, b in pairwise(gap) if a.text == "," and b.tag in FINITE and introduces(b)), None)


def _described(gap: list[Token]) -> set[int]:
    """Numbers of the words in relative clauses, each up to its comma."""
    inside: set[int] = set()
    open_clause = False
    for n, token in enumerate(gap):
        if token.text == ",":
            open_clause = False
        open_clause = open_clause or (n > 1 and token.tag in RELATIVE and gap[n - 1].pos != "VERB")
        if open_clause:
            inside.add(n)
    return inside


def _short_tag(gap: list[Token]) -> Token | None:
    """`"It is over." Smith said.`: a stop where a comma should stand, before a subject and a cue and no more."""
    end = next((n for n, token in enumerate(gap[:TAG]) if token.text in ENDS), None)
    if not end or gap[0].pos not in ("PROPN", "PRON") or gap[end - 1].tag not in FINITE:
        return None
    cue = cue_of(gap[end - 1])
    return gap[end - 1] if cue is not None and {"that", "quote"} <= cue.frames else None


def _may_introduce(token: Token) -> bool:
    if token.pos != "VERB" or token.dep in ("relcl", "acl"):
        return False
    if token.tag == "VBG" and token.dep == "xcomp" and token.head.tag == "VBN":
        return token.head.lemma in PERCEIVED
    if token.tag == "VB":
        return any(c.tag == "MD" for c in token.children)
    return token.tag in FINITE or (token.tag == "VBN" and any(c.dep in ("aux", "nsubj") for c in token.children))


def _cue_before(quoted: Quoted) -> Token | None:
    """The last cue before a quotation, in the same sentence."""
    clause: list[Token] = []
    for token in reversed(quoted.gap_before[-REACH:]):
        if token.text in ENDS and clause:
            break
        clause.append(token)
    if clause and clause[0].text in ENDS:
        return None
    if colon_speaker(quoted.gap_before):
        return clause[0]
    return _last_cue(clause) or _by_position(clause)


def _last_cue(clause: list[Token]) -> Token | None:
    """The nearest cue, with no other finite verb between; `clause` runs backwards."""
    for token in clause:
        if token.tag in (*FINITE, "MD") and not introduces(token):
            return None
        if introduces(token) and token.pos == "VERB":
            return token
    return None


def _by_position(clause: list[Token]) -> Token | None:
    """What stands where only a cue can: a verb before a comma (`shot back, "…"`), `according to`, before a colon."""
    if not clause or clause[0].text not in (",", ":"):
        return None
    near = next((t for t in clause[1:] if t.pos not in LOOSE), None)
    if (
        near is not None
        and near.pos == "VERB"
        and near.dep not in DEPENDENT
        and (near.tag != "VBN" or near.dep == "ROOT")
    ):
        return near
    if near is not None and near.dep == "dobj" and near.head.pos == "VERB" and _is_saying(near):
        return near.head
    if clause[0].text == ",":
        return clause[-1] if clause[-1].lower == "according" else None
    spoken = next((t for t in clause if t.pos == "VERB" and introduces(t) and t.dep not in DEPENDENT), None)
    return spoken or next((t for t in clause if t.pos == "VERB"), None) or clause[0]


def _is_saying(noun: Token) -> bool:
    """`issued a statement, "…"`"""
    cue = cue_of(noun)
    return cue is not None and cue.pos == "noun" and cue.sort == "speech"


def has_cue(quoted: Quoted) -> bool:
    """Whether the sentence has a cue before the quotation too."""
    for token in reversed(quoted.gap_before):
        if token.text in ENDS:
            return False
        if token.pos == "VERB" and introduces(token):
            return True
    return False


def has_own_content(cue: Token, quoted: Quoted) -> bool:
    """Whether a cue behind a quoted fragment says something else: `…, who called it "a joke," said that …`."""
    between = [t for t in quoted.gap_after if t.i < cue.i]
    if any(t.pos == "CCONJ" for t in between):
        return True
    row = cue_of(cue)
    taken = ("ccomp", "xcomp") if row is not None and "np-to" in row.frames else ("ccomp", "xcomp", "dobj")
    return any(c.dep in taken and c.i > cue.i for c in cue.children)


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
