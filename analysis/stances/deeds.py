"""Stances that a word shows: by deed (`accused`), by noun (`critics of`), by description (`Turkey-backed`)."""

from collections.abc import Iterator

from analysis.coreference.scene import Scene
from analysis.lexicon import words
from analysis.stances.arguments import denoted, holders_of, objects, subjects, subjects_of_noun, with_conjuncts
from analysis.stances.candidates import Candidate
from analysis.stances.frames import Frame, doubted, frames_of, hyphen_frame, turned
from analysis.stances.reach import reached
from analysis.syntax import Token

Voices = dict[int, str]
FIRST_PERSON = frozenset({"i", "we", "me", "us", "my", "our"})
PREFIXES = {"anti": Frame(-1, 0.75), "pro": Frame(1, 0.75)}
LEFT = frozenset({("rather", "than"), ("instead", "of")})
SOURCES = ("by", "from", "among", "within", "in")


def deeds(scene: Scene, voices: Voices) -> Iterator[Candidate]:
    """Subjects and objects of stance verbs and adjectives, owners and objects of stance nouns.

    `voices` gives the speaker of a token inside a quotation: who `I` and `we` are.
    """
    for token in scene.parse.tokens:
        for slot, frame in _done(scene, token).items():
            targets = [] if slot == "of" and _is_gotten(token) else objects(token, slot)
            if slot == "poss":
                targets = [one for one in targets if one.dep != "compound" or scene.is_person_at(one)]
            if slot == "mutual" or (frame.sign == 0 and token.pos == "VERB"):
                yield from _mutual(scene, token, frame, targets)
            elif slot == "named":
                yield from _pairs(scene, voices, token, frame, _owners(token), _actors(scene, denoted(token)))
            elif targets:
                yield from _pairs(scene, voices, token, frame, holders_of(token), targets)
        if token.lower == "between" and _is_quarrel(token.head):
            yield from _between(scene, token)
        if token.pos == "NOUN":
            yield from _met_with(scene, token)


def _owners(noun: Token) -> list[Token]:
    """`Smith's pick`, `Smith nominee`."""
    return with_conjuncts([c for c in noun.children if c.dep == "poss" or (c.dep == "compound" and c.pos == "PROPN")])


def _actors(scene: Scene, tokens: list[Token]) -> list[Token]:
    return [token for token in tokens if (entity := scene.entity_at(token)) and entity.kind != "issue"]


def _mutual(scene: Scene, cue: Token, frame: Frame, targets: list[Token]) -> Iterator[Candidate]:
    """Who met, spoke, or fell out: each on the other, also where both are the subject; who refuses to is against."""
    holders = subjects(cue)
    if any(child.dep == "oprd" for child in cue.children):
        return
    if turned(cue) and not frame.sign:
        yield from _pairs(scene, {}, cue, Frame(1, 0.7), holders, targets)
        return
    together = [token for token in holders if token.dep == "conj" or any(c.dep == "conj" for c in token.children)]
    if frame.sign and _is_on_a_third(cue):
        together = []
    others = targets if any(scene.entity_at(token) for token in targets) else together
    for one in _pairs(scene, {}, cue, frame, holders, others):
        if one.holder != one.target:
            yield one
            yield one._replace(
                holder=one.target, target=one.holder, holder_token=one.target_token, target_token=one.holder_token
            )


def _is_on_a_third(verb: Token) -> bool:
    """`A and B fight corruption`, but `A and B fought a war`, `fought each other`."""
    own = words("quarrels") | {"other", "another"}
    return verb.pos == "VERB" and any(child.dep == "dobj" and child.lemma not in own for child in verb.children)


def _is_quarrel(token: Token) -> bool:
    """`fighting`, or a verb that it is the subject of."""
    quarrels = words("quarrels")
    return token.lemma in quarrels or any(c.lemma in quarrels for c in token.children if c.dep == "nsubj")


def _between(scene: Scene, preposition: Token) -> Iterator[Candidate]:
    """`fighting between A and B`: each against the other."""
    sides = [
        t for t in preposition.subtree() if t.dep in ("pobj", "conj") and t.head.lower != "in" and scene.entity_at(t)
    ]
    for holder in sides:
        for target in sides:
            if holder is not target:
                for one in _pairs(scene, {}, preposition.head, Frame(-1, 0.85), [holder], [target]):
                    yield one._replace(sign=-1)


def _done(scene: Scene, token: Token) -> dict[str, Frame]:
    """The frames of a word; none for a deed that is left undone."""
    return {} if token.pos == "VERB" and _is_left(scene.parse.tokens, token) else frames_of(token)


def _is_left(tokens: list[Token], verb: Token) -> bool:
    """`rather than attack Smith`, `instead of publicly attacking Smith`: it is not done."""
    at = verb.i - 1
    while at > 0 and (tokens[at].pos == "ADV" or tokens[at].tag == "TO"):
        at -= 1
    return at > 0 and (tokens[at - 1].lower, tokens[at].lower) in LEFT


def _is_gotten(noun: Token) -> bool:
    """`won the endorsement of Smith`: his, not one of him."""
    if noun.dep != "dobj" or noun.head.lemma not in words("receiving_verbs"):
        return False
    frame = frames_of(noun).get("of")
    return frame is not None and frame.sign > 0


def _met_with(scene: Scene, noun: Token) -> Iterator[Candidate]:
    """`A came under fire from B`, `A faces criticism by B`, `A won B's praise`: B to A."""
    above = noun.head
    under = above.lower == "under" and noun.dep == "pobj"
    verb = above.head if under else above
    if not under and (noun.dep != "dobj" or verb.lemma not in words("receiving_verbs")):
        return
    frame = next((frame for slot, frame in frames_of(noun).items() if slot not in ("poss", "named")), None)
    if frame is None or verb is noun:
        return
    sources = SOURCES if "of" in frames_of(noun) and not _is_gotten(noun) else (*SOURCES, "of")
    places = [c for c in (*noun.children, *verb.children) if c.dep in ("prep", "agent") and c.lower in sources]
    others = [inner for place in places for inner in place.children if inner.dep == "pobj"]
    others += [child for child in noun.children if child.dep == "poss" and child.tag != "PRP$"]
    if others:
        yield from _pairs(scene, {}, noun, frame, with_conjuncts(others), subjects(verb))


def _pairs(
    scene: Scene, voices: Voices, cue: Token, frame: Frame, holders: list[Token], targets: list[Token]
) -> Iterator[Candidate]:
    sign = -frame.sign if turned(cue) else frame.sign
    strength = frame.strength * doubted(cue)
    for holder_token in holders:
        holder = holder_of(scene, voices, holder_token)
        if holder is None:
            continue
        for target_token in (*targets, *(inner for token in targets for inner in _spurned(token))):
            if sign < 0 and _ends_own(scene, cue, holder, target_token):
                continue
            rather = -1 if _rejected(target_token) else 1
            for target, at, way in reached(scene, target_token):
                if _may_be(scene.entities[target].kind, at is target_token, way, frame):
                    yield Candidate(holder, target, sign * rather * way, "frame", strength, holder_token, at, cue)


def _ends_own(scene: Scene, cue: Token, holder: str, target: Token) -> bool:
    """`suspended his campaign`: who ends what is his own is not against it."""
    return cue.lemma in words("reversers") and any(
        child.dep == "poss" and scene.at.get(child.i) == holder for child in target.children
    )


def _may_be(kind: str, is_head: bool, way: int, frame: Frame) -> bool:
    """Whether a frame can be towards such a target: one calls for a thing, or for somebody's removal."""
    if kind == "place" or not frame.of:
        return kind != "place"
    if not is_head:
        return frame.of == "actor" or way < 0
    return (kind == "issue") == (frame.of == "issue")


def holder_of(scene: Scene, voices: Voices, token: Token) -> str | None:
    """The actor that a token is; `I` and `we` are the speaker."""
    entity = scene.entity_at(token)
    if entity is None:
        return voices.get(token.i) if token.lower in FIRST_PERSON else None
    return None if entity.kind in ("issue", "place") else entity.entity_id


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
    """`Turkey-backed fighters`, `Russia-led talks`; `anti-Smith voters`, `Jones's pro-Smith speech`."""
    for token in scene.parse.tokens:
        if token.lower in PREFIXES:
            yield from _prefixed(scene, token)
        frame = hyphen_frame(token)
        if frame is None:
            continue
        before = [scene.parse.tokens[n] for n in (token.i - 2, token.i - 1) if n >= 0]
        holder = next((word for word in before if word.text != "-" and scene.entity_at(word)), None)
        if holder is None or not any(word.text == "-" for word in before):
            continue
        head = token.head if token.head is not token else token
        for target, at, _ in reached(scene, head):
            entity = scene.entity_at(holder)
            if entity and entity.entity_id != target:
                yield Candidate(entity.entity_id, target, frame.sign, "description", frame.strength, holder, at, token)


def _prefixed(scene: Scene, prefix: Token) -> Iterator[Candidate]:
    named = scene.parse.tokens[prefix.i + 1 : prefix.i + 3]
    if len(named) < 2 or named[0].text != "-" or scene.entity_at(named[1]) is None:
        return
    head = named[1].head
    holders = [head] if scene.entity_at(head) else subjects_of_noun(head)
    if head is not named[1] and head.pos == "NOUN":
        yield from _pairs(scene, {}, prefix, PREFIXES[prefix.lower], holders, [named[1]])
