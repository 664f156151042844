"""Stances one by one as the text gives them: by deed, by word, by description."""

from collections.abc import Iterator
from typing import NamedTuple

from analysis.coreference.scene import Scene
from analysis.records import Attribution
from analysis.stances.arguments import entities_of, objects, subjects, with_conjuncts
from analysis.stances.frames import Frame, frames_of, hedged, hyphen_frame, tone, turned
from analysis.syntax import Token

ROLES = frozenset(
    {"nsubj", "nsubjpass", "dobj", "pobj", "poss", "conj", "attr", "dative", "appos", "compound", "nmod", "ROOT"}
)
FIRST_PERSON = frozenset({"i", "we", "us", "me"})


class Candidate(NamedTuple):
    """One side's stance as found: ids and tokens, sign, the word that shows it, and by what rule."""

    holder: str
    target: str
    sign: int
    rule: str
    strength: float
    holder_token: Token
    target_token: Token
    cue: Token


def deeds(scene: Scene) -> Iterator[Candidate]:
    """Subjects and objects of stance verbs and adjectives, owners and objects of stance nouns."""
    for token in scene.parse.tokens:
        frames = frames_of(token)
        if not frames:
            continue
        holders = _holders(token)
        for slot, frame in frames.items():
            targets = objects(token, slot)
            if targets and holders:
                yield from _pairs(scene, token, frame, holders, targets)


def _holders(token: Token) -> list[Token]:
    if token.pos == "VERB":
        return subjects(token)
    if token.pos == "ADJ":
        return subjects(token.head) if token.dep in ("acomp", "oprd", "conj", "xcomp") else [token.head]
    owners = [child for child in token.children if child.dep == "poss"]
    owners += [
        i
        for c in token.children
        if c.dep == "prep" and c.lower in ("from", "by", "among")
        for i in c.children
        if i.dep == "pobj"
    ]
    if owners:
        return with_conjuncts(owners)
    if token.dep == "attr":
        return subjects(token.head)
    if token.dep == "appos":
        return [token.head]
    return subjects(token.head) if token.dep in ("dobj", "pobj") and token.head.pos == "VERB" else []


def _pairs(scene: Scene, cue: Token, frame: Frame, holders: list[Token], targets: list[Token]) -> Iterator[Candidate]:
    sign = -frame.sign if turned(cue) else frame.sign
    strength = frame.strength * (0.75 if hedged(cue) else 1)
    for holder_token in holders:
        entity = scene.entity_at(holder_token)
        if entity is None or entity.kind in ("issue", "place"):
            continue
        for target_token in targets:
            for target, at in entities_of(scene, target_token):
                yield Candidate(entity.entity_id, target, sign, "frame", strength, holder_token, at, cue)


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
            sign = near or overall
            rule = "tone near" if near else "tone" if overall else "default"
            for speaker in speakers:
                yield Candidate(speaker, target, 1 if sign > 0 else -1, rule, 0.6, source, at, cue)


def _about(scene: Scene, tokens: list[Token], speakers: set[str]) -> dict[str, Token]:
    about: dict[str, Token] = {}
    for token in tokens:
        entity = scene.entity_at(token)
        if entity is None or entity.entity_id in speakers or entity.kind == "place" or entity.entity_id in about:
            continue
        if token.dep in ROLES:
            about[entity.entity_id] = token
    return about


def _clause(token: Token, tokens: list[Token]) -> list[Token]:
    """The clause around a token, within the content."""
    verb = next((word for word in (token, *token.ancestors()) if word.pos in ("VERB", "AUX")), token)
    inside = {word.i for word in tokens}
    return [word for word in verb.subtree() if word.i in inside]


def beside(scene: Scene) -> Iterator[Candidate]:
    """A subject and an object of a verb that is no stance word: the tone of the clause gives the sign."""
    for token in scene.parse.tokens:
        if token.pos != "VERB" or frames_of(token):
            continue
        targets = objects(token, "dobj")
        targets += [
            i
            for c in token.children
            if c.dep == "prep" and c.lower in ("with", "on", "of", "for", "against", "about", "to", "over", "at")
            for i in c.children
            if i.dep == "pobj"
        ]
        if not targets:
            continue
        sign = tone(token.subtree())
        for holder_token in subjects(token):
            entity = scene.entity_at(holder_token)
            if entity is None or entity.kind in ("issue", "place"):
                continue
            for target_token in targets:
                for target, at in entities_of(scene, target_token):
                    rule = "deed tone" if sign else "deed default"
                    yield Candidate(entity.entity_id, target, 1 if sign > 0 else -1, rule, 0.5, holder_token, at, token)
