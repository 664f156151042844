"""Who stands to whom by one stance word: its subjects and its objects, those turned down in its favour turned."""

from collections.abc import Iterator
from typing import NamedTuple

from analysis.grammar.factuality import factuality
from analysis.grammar.tokens import Token
from analysis.lexicon import words
from analysis.readers.actors import Scene
from analysis.readers.stances.arguments import reached
from analysis.readers.stances.frames import Frame, doubted, is_open, turned

SURE = frozenset({"frame", "description"})  # rules whose word gives the sign
Voices = dict[int, str]
Told = dict[int, tuple[int, tuple[str, ...]]]  # a token to its innermost quotation and that one's sources
FIRST_PERSON = frozenset({"i", "we", "me", "us", "my", "our"})
SOME = frozenset({"some", "several", "certain"})
AMOUNTS = frozenset({"PERCENT", "CARDINAL"})
REFLEXIVES = frozenset({"himself", "herself", "itself", "themselves", "myself", "ourselves"})


class Candidate(NamedTuple):
    """One side's stance as found: ids and tokens, sign, the word that shows it, and by what rule.

    `rule` is frame or description where a stance word gives the sign; content (of a quotation) or clause where it is
    still open (0), unless the words judge the target itself: then `near` is the tone of the clause around the target
    and `around` that of the whole. `found_by` is the function that found it.
    """

    holder: str
    target: str
    sign: int
    rule: str
    strength: float
    holder_token: Token
    target_token: Token
    cue: Token
    near: int = 0
    around: int = 0
    found_by: str = ""


def pairs(
    scene: Scene, voices: Voices, cue: Token, frame: Frame, holders: list[Token], targets: list[Token]
) -> Iterator[Candidate]:
    """Each holder on each target; none where a word is left open, or done to oneself."""
    if is_open(cue, frame):
        return
    sign = -frame.sign if turned(cue) else frame.sign
    strength = frame.strength * doubted(cue)
    if factuality(cue).obliged:  # `Norway should support it` tells what the speaker wants
        holders = [token for token in holders if token.lower in FIRST_PERSON]
    for holder_token in holders:
        holder = holder_of(scene, voices, holder_token)
        if holder is None or _rejected(holder_token):
            continue
        for target_token in targets:
            suffered = target_token.lemma in words("suffered_nouns")
            if ((sign > 0) == suffered or frame.aimed) and _is_own(scene, holder, target_token):
                continue
            rather = -1 if _rejected(target_token) else 1
            for target, at, way in reached(scene, target_token):
                if at.lower not in REFLEXIVES and _may_be(scene, target_token, target, at, way, frame):
                    yield Candidate(holder, target, sign * rather * way, "frame", strength, holder_token, at, cue)


def _is_own(scene: Scene, holder: str, target: Token) -> bool:
    """`suspended his campaign`, `called for her ouster`: nobody is against what is his own, or for what befalls him;
    `hopes to keep his lead`: who is not."""
    owner = target.child("poss")
    return owner is not None and scene.at.get(owner.i) == holder


def _may_be(scene: Scene, head: Token, target: str, at: Token, way: int, frame: Frame) -> bool:
    """Whether a frame can be towards such a target: one calls for a thing, or for somebody's removal.

    Who strikes a deal with somebody does not strike him.
    """
    kind = scene.entities[target].kind
    if kind == "place" or not frame.of:
        return kind != "place"
    if at is not head:
        of_thing = (entity := scene.entity_at(head)) is not None and entity.kind == "issue"
        return way < 0 or (frame.of == "actor" and not of_thing)
    return (kind == "issue") == (frame.of == "issue")


def holder_of(scene: Scene, voices: Voices, token: Token) -> str | None:
    """The actor that a token is; `I` and `we` are the speaker. Who is named beside it is told of by name."""
    entity = scene.entity_at(token)
    if entity is not None and entity.kind == "group" and any(map(scene.is_person_at, token.those("appos"))):
        return None
    if entity is None:
        return voices.get(token.i) if token.lower in FIRST_PERSON else None
    if is_part(token):  # `some Republicans`: a group of their own, if they take a side
        own = (one.entity_id for word in token.lefts if (one := scene.entity_at(word)) and one.rule == "add_sides")
        return next(own, None)
    return None if entity.kind in ("issue", "place") else entity.entity_id


def is_part(token: Token) -> bool:
    """`some Republicans`, `liberal Republicans`, `Republicans who left`, `a fifth of the voters`: not the whole."""
    over = token.head.head if token.dep == "pobj" and token.head.lower == "of" else token
    counted = over is not token and (over.pos == "NUM" or over.lemma in words("quantifiers") or over.ent in AMOUNTS)
    named = token.tag == "NNPS"
    clause = next((one for one in token.those("relcl") if token.i + 1 == one.subtree()[0].i), None)
    return counted or (named and (clause is not None or token.has("nummod", "amod") or token.has("det", words=SOME)))


def _rejected(token: Token) -> bool:
    """`X rather than Y`, `X instead of Y`, `X, not Y`: Y is what is turned down."""
    if token.dep == "pobj" and token.head.lower == "than":
        return True
    return token.dep in ("conj", "appos") and any(
        child.lower in ("rather", "than", "instead", "not")
        for child in (*token.head.children, *token.children)
        if token.head.i < child.i <= token.i and child.dep in ("cc", "neg", "advmod", "prep", "mark")
    )
