"""Who met, spoke or fell out with whom: each stands to the other."""

from collections.abc import Iterator

from analysis.grammar.tokens import Token
from analysis.lexicon import words
from analysis.readers.actors.scene import Scene
from analysis.readers.stances.arguments import subjects
from analysis.readers.stances.candidates import Candidate
from analysis.readers.stances.frames import Frame
from analysis.readers.stances.negation import is_refused, turned
from analysis.readers.stances.pairing import pairs

ASKED = 0.6  # how sure a frame is of a question put, which may go unasked without ill will
THEMED = frozenset({"discuss", "negotiate"})  # what stands behind them is what they speak of
MEETINGS = frozenset({"meeting", "talk", "talks", "call", "conversation", "discussion", "dinner", "lunch", "summit"})


def mutual(scene: Scene, cue: Token, slot: str, frame: Frame, targets: list[Token]) -> Iterator[Candidate]:
    """Who met, spoke, or fell out: each on the other, also where both are the subject; who refuses to is against."""
    holders = subjects(cue)
    if any(child.dep == "oprd" for child in cue.children):
        return
    if not frame.sign and turned(cue):
        if is_refused(cue) and frame.strength > ASKED:
            yield from pairs(scene, {}, cue, Frame(1, 0.7), holders, targets)
        return
    if not frame.sign:
        targets = [token for token in targets if (entity := scene.entity_at(token)) and entity.kind != "issue"]
    together = [token for token in holders if token.dep == "conj" or any(c.dep == "conj" for c in token.children)]
    if cue.lemma in THEMED:
        targets = [] if slot == "dobj" else targets
    elif slot == "dobj" or _is_on_a_third(cue):
        together = []
    others = targets if any(scene.entity_at(token) for token in targets) else together
    for one in pairs(scene, {}, cue, frame, holders, others):
        if one.holder != one.target:
            yield one
            yield one._replace(
                holder=one.target, target=one.holder, holder_token=one.target_token, target_token=one.holder_token
            )


def _is_on_a_third(verb: Token) -> bool:
    """`A and B fight corruption`, but `A and B fought a war`, `fought each other`, `held talks`."""
    own = words("quarrels") | MEETINGS | {"other", "another"}
    return verb.pos == "VERB" and any(child.dep == "dobj" and child.lemma not in own for child in verb.children)


def is_quarrel(token: Token) -> bool:
    """`fighting`, or a verb that it is the subject of."""
    quarrels = words("quarrels")
    return token.lemma in quarrels or any(c.lemma in quarrels for c in token.children if c.dep == "nsubj")


def between(scene: Scene, preposition: Token) -> Iterator[Candidate]:
    """`fighting between A and B`: each against the other."""
    sides = [
        t for t in preposition.subtree() if t.dep in ("pobj", "conj") and t.head.lower != "in" and scene.entity_at(t)
    ]
    for holder in sides:
        for target in sides:
            if holder is not target:
                for one in pairs(scene, {}, preposition.head, Frame(-1, 0.85), [holder], [target]):
                    yield one._replace(sign=-1)
