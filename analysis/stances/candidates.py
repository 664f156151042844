"""Stances one by one as the text gives them: by deed, by word, by description."""

from collections.abc import Iterator
from typing import NamedTuple

from analysis.coreference.scene import Scene
from analysis.records import Attribution, Entity
from analysis.stances.arguments import entities_of, objects, subjects, subjects_of_noun, with_conjuncts
from analysis.stances.frames import Frame, frames_of, hedged, hyphen_frame, tone, turned
from analysis.syntax import Token

ROLES = frozenset(
    {"nsubj", "nsubjpass", "dobj", "pobj", "poss", "conj", "attr", "dative", "appos", "compound", "nmod", "ROOT"}
)
BESIDE = ("with", "on", "of", "for", "against", "about", "to", "over", "at")
CARRIED = frozenset({"compound", "nmod", "poss"})
QUARRELS = frozenset(
    [
        "fighting",
        "fight",
        "war",
        "conflict",
        "clash",
        "battle",
        "dispute",
        "feud",
        "tension",
        "rivalry",
        "quarrel",
        "hostility",
    ]
)
WHERE = frozenset(["in", "to", "at", "from", "near", "into", "across", "inside", "outside", "around", "throughout"])


class Candidate(NamedTuple):
    """One side's stance as found: ids and tokens, sign, the word that shows it, and by what rule.

    `rule` is frame or description where a word gives the sign, content (of a quotation) or clause where it is still
    open: then `near` is the tone of the clause around the target and `around` that of the whole.
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


def deeds(scene: Scene) -> Iterator[Candidate]:
    """Subjects and objects of stance verbs and adjectives, owners and objects of stance nouns."""
    for token in scene.parse.tokens:
        for slot, frame in frames_of(token).items():
            targets = objects(token, slot)
            if frame.sign == 0 and token.pos == "VERB":
                yield from _mutual(scene, token, frame, targets)
            elif targets:
                yield from _pairs(scene, token, frame, holders_of(token), targets)
        if token.lower == "between" and _is_quarrel(token.head):
            yield from _between(scene, token)
        if token.pos == "NOUN" and token.head.lower == "under":
            yield from _under(scene, token)


def holders_of(token: Token) -> list[Token]:
    """Whose stance a stance word shows."""
    if token.pos == "VERB":
        return subjects(token)
    if token.pos == "ADJ":
        return subjects(token.head) if token.dep in ("acomp", "oprd", "conj", "xcomp") else [token.head]
    return subjects_of_noun(token)


def _mutual(scene: Scene, cue: Token, frame: Frame, targets: list[Token]) -> Iterator[Candidate]:
    """Who met or spoke: each on the other, also where both are the subject."""
    holders = subjects(cue)
    together = [token for token in holders if token.dep == "conj" or any(c.dep == "conj" for c in token.children)]
    others = targets if any(scene.entity_at(token) for token in targets) else together
    for one in _pairs(scene, cue, frame, holders, others):
        if one.holder != one.target:
            yield one
            yield one._replace(
                holder=one.target, target=one.holder, holder_token=one.target_token, target_token=one.holder_token
            )


def _is_quarrel(token: Token) -> bool:
    """`fighting`, or a verb that it is the subject of."""
    return token.lemma in QUARRELS or any(c.lemma in QUARRELS for c in token.children if c.dep == "nsubj")


def _between(scene: Scene, preposition: Token) -> Iterator[Candidate]:
    """`fighting between A and B`: each against the other."""
    sides = [
        t for t in preposition.subtree() if t.dep in ("pobj", "conj") and t.head.lower != "in" and scene.entity_at(t)
    ]
    for holder in sides:
        for target in sides:
            if holder is not target:
                for one in _pairs(scene, preposition.head, Frame(-1, 0.85), [holder], [target]):
                    yield one._replace(sign=-1)


def _under(scene: Scene, noun: Token) -> Iterator[Candidate]:
    """`A has been under attack by B`: B against A."""
    frame = next(iter(frames_of(noun).values()), None)
    by = [i for c in noun.children if c.dep in ("prep", "agent") and c.lower in ("by", "from") for i in c.children]
    if frame and by:
        yield from _pairs(scene, noun, frame, with_conjuncts(by), subjects(noun.head.head))


def _pairs(scene: Scene, cue: Token, frame: Frame, holders: list[Token], targets: list[Token]) -> Iterator[Candidate]:
    sign = -frame.sign if turned(cue) else frame.sign
    strength = frame.strength * (0.75 if hedged(cue) else 1)
    for holder_token in holders:
        entity = scene.entity_at(holder_token)
        if entity is None or entity.kind in ("issue", "place"):
            continue
        for target_token in (*targets, *(inner for token in targets for inner in _spurned(token))):
            rather = -1 if _rejected(target_token) else 1
            for target, at in entities_of(scene, target_token):
                if scene.entities[target].kind != "place":
                    yield Candidate(entity.entity_id, target, sign * rather, "frame", strength, holder_token, at, cue)


def _spurned(token: Token) -> list[Token]:
    return [i for c in token.children if c.lower == "than" and c.dep == "prep" for i in c.children if i.dep == "pobj"]


def _rejected(token: Token) -> bool:
    """`X rather than Y`, `X instead of Y`, `X, not Y`: Y is what is turned down."""
    if token.dep == "pobj" and token.head.lower == "than":
        return True
    return token.dep == "conj" and any(
        child.lower in ("rather", "than", "instead", "not")
        for child in (*token.head.children, *token.children)
        if token.head.i < child.i <= token.i and child.dep in ("cc", "neg", "advmod", "prep", "mark")
    )


def descriptions(scene: Scene) -> Iterator[Candidate]:
    """`Turkey-backed fighters`, `Russia-led talks`."""
    for token in scene.parse.tokens:
        frame = hyphen_frame(token)
        if frame is None:
            continue
        before = [scene.parse.tokens[n] for n in (token.i - 2, token.i - 1) if n >= 0]
        holder = next((word for word in before if word.text != "-" and scene.entity_at(word)), None)
        if holder is None or not any(word.text == "-" for word in before):
            continue
        head = token.head if token.head is not token else token
        for target, at in entities_of(scene, head):
            entity = scene.entity_at(holder)
            if entity and entity.entity_id != target:
                yield Candidate(entity.entity_id, target, frame.sign, "description", frame.strength, holder, at, token)


def spoken(
    scene: Scene, attributions: tuple[Attribution, ...], sources: tuple[tuple[str, ...], ...]
) -> Iterator[Candidate]:
    """The speaker on those whom the content is about, by grammatical role; the tone of the clause gives the sign."""
    for said, speakers in zip(attributions, sources, strict=True):
        if not speakers or said.status != "said":
            continue
        tokens = [token for start, end in said.content for token in scene.tokens_of(start, end)]
        about = _about(scene, tokens, set(speakers))
        if not about:
            continue
        overall = tone(tokens)
        source = scene.tokens_of(*said.source)[-1] if said.source else tokens[0]
        cue = scene.tokens_of(*said.cue)[0] if said.cue else source
        for target, at in about.items():
            near = tone(_clause(at, tokens))
            for speaker in speakers:
                yield Candidate(speaker, target, 0, "content", 0.5, source, at, cue, near, overall)


def _about(scene: Scene, tokens: list[Token], speakers: set[str]) -> dict[str, Token]:
    about: dict[str, Token] = {}
    for token in tokens:
        entity = scene.entity_at(token)
        if entity is None or entity.entity_id in speakers or entity.kind == "place" or entity.entity_id in about:
            continue
        if token.dep in ROLES and not _is_where(entity, token) and scene.at.get(token.head.i) not in speakers:
            about[entity.entity_id] = token
    return about


def _is_where(entity: Entity, token: Token) -> bool:
    """`in Libya`, `Libyan minister Smith`: where something happens or somebody is from, not what it is about."""
    if entity.kind != "country":
        return False
    if token.dep in ("compound", "nmod", "amod"):
        head = token.head
        return (
            head.pos == "PROPN"
            or head.dep in ("compound", "nmod")
            or any(child.dep == "appos" for child in head.children)
        )
    return token.dep == "pobj" and token.head.lower in WHERE


def _clause(token: Token, tokens: list[Token]) -> list[Token]:
    """The clause around a token, within the content."""
    verb = next((word for word in (token, *token.ancestors()) if word.pos in ("VERB", "AUX")), token)
    inside = {word.i for word in tokens}
    return [word for word in verb.subtree() if word.i in inside]


def beside(scene: Scene) -> Iterator[Candidate]:
    """Whoever is the subject of a clause, on the others that the clause is about."""
    for token in scene.parse.tokens:
        holder = scene.entity_at(token) if token.dep in ("nsubj", "nsubjpass") else None
        if holder is None or holder.kind in ("issue", "place"):
            continue
        clause = token.head.subtree()
        about = _about(scene, clause, {holder.entity_id})
        around = tone(clause) if about else 0
        for target, at in about.items():
            near = tone(_clause(at, clause))
            yield Candidate(holder.entity_id, target, 0, "clause", 0.4, token, at, token.head, near, around)
