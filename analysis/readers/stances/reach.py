"""Whom and what a phrase is about, and which way a stance on it goes for them."""

from analysis.grammar.tokens import Token
from analysis.lexicon import words
from analysis.readers.actors.scene import Scene
from analysis.readers.stances.arguments import inner_of, objects
from analysis.readers.stances.frames import Frame, frames_of

EVENTS = frozenset({"talk", "talks", "negotiation", "vote", "effort", "meeting", "dialogue", "push", "campaign", "bid"})
CARRIERS = frozenset({"poss", "compound", "nmod", "amod"})

Reached = tuple[str, Token, int]


def reached(scene: Scene, token: Token) -> list[Reached]:
    """The actors and issues a phrase is about, and whether a stance on it is one on them (1) or its reverse (-1).

    Its head, whose thing it is (`Smith's plan`: 1; `Smith's removal`, `critics of Smith`: -1), or what it is for.
    """
    entity = scene.entity_at(token)
    found = [(entity.entity_id, token, 1)] if entity else []
    if entity is not None and entity.kind != "issue":
        return found
    if any(child.dep == "appos" and scene.entity_at(child) for child in token.children):
        return found
    suffered = -1 if token.lemma in words("suffered_nouns") else 1
    frames = frames_of(token) if token.pos == "NOUN" else {}
    owned = frames["poss"].sign if "poss" in frames else suffered
    for child in token.children:
        owner = scene.entity_at(child) if child.dep in CARRIERS else None
        if owner and owner.kind != "place" and owner != entity:
            found.append((owner.entity_id, child, -owned if _is_against(token) else owned))
        if child.dep == "prep" and child.lower in ("of", "by", "from") and child.lower not in frames:
            way = suffered if child.lower == "of" else 1
            found.extend((key, at, way * turn) for inner in inner_of(child) for key, at, turn in _actors(scene, inner))
    return found + _framed(scene, token, frames) + [(*pair, 1) for pair in _purposes(scene, token)]


def _is_against(noun: Token) -> bool:
    """`the anti-Smith movement`, a `Stop Smith` campaign."""
    return any(child.lower in ("anti", "stop", "never") for child in noun.lefts)


def _framed(scene: Scene, noun: Token, frames: dict[str, Frame]) -> list[Reached]:
    """`opposed sanctions on Smith`, `praised a critic of Smith`."""
    return [
        (entity.entity_id, inner, frame.sign)
        for slot, frame in frames.items()
        if frame.sign and slot not in ("poss", "named")
        for inner in objects(noun, slot)
        if (entity := scene.entity_at(inner)) and entity.kind != "place"
    ]


def _actors(scene: Scene, token: Token) -> list[Reached]:
    return [one for one in reached(scene, token) if scene.entities[one[0]].kind not in ("issue", "place")]


def _purposes(scene: Scene, token: Token) -> list[tuple[str, Token]]:
    """`talks on a ceasefire`, `talks aimed at finalising a ceasefire`."""
    if token.lemma not in EVENTS:
        return []
    found = [
        i for c in token.children if c.dep == "prep" and c.lower in ("on", "over", "for", "about") for i in inner_of(c)
    ]
    for aim in (child for child in token.children if child.dep == "acl"):
        verbs = [inner for c in aim.children if c.dep == "prep" for inner in c.children if inner.dep == "pcomp"]
        found.extend(inner for verb in verbs for inner in verb.children if inner.dep == "dobj")
    pairs = [(scene.entity_at(inner), inner) for inner in found]
    return [(entity.entity_id, inner) for entity, inner in pairs if entity and entity.kind == "issue"]
