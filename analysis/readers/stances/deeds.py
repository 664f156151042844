"""Stances that a word shows: by deed (`accused`, `met`), by noun (`critics of`), by description (`Turkey-backed`)."""

from collections.abc import Iterator
from itertools import permutations

from analysis.grammar.tokens import Token
from analysis.lexicon import words
from analysis.readers.actors import Scene
from analysis.readers.stances.arguments import (
    holders_of,
    objects,
    reached,
    subjects,
    subjects_of_noun,
    with_conjuncts,
)
from analysis.readers.stances.frames import Frame, frames_of, hyphen_frame, is_refused, turned
from analysis.readers.stances.pairs import Candidate, Voices, pairs

PREFIXES = {"anti": Frame(-1, 0.75), "pro": Frame(1, 0.75)}
SOURCES = ("by", "from", "among", "within", "in")
ASKED = 0.6  # how sure a frame is of a question put, which may go unasked without ill will
TARGETS = frozenset({"target", "subject", "object", "recipient"})
THEMED = frozenset({"discuss", "negotiate"})  # what stands behind them is what they speak of
MEETINGS = frozenset({"meeting", "talk", "talks", "call", "conversation", "discussion", "dinner", "lunch", "summit"})


def deeds(scene: Scene, voices: Voices) -> Iterator[Candidate]:
    """Subjects and objects of stance verbs and adjectives, owners and objects of stance nouns.

    `voices` gives the speaker of a token inside a quotation: who `I` and `we` are.
    """
    for token in scene.parse.tokens:
        for slot, frame in frames_of(token).items():
            targets = [] if slot == "of" and _is_gotten(token) else objects(token, slot)
            if slot == "poss":
                targets = [one for one in targets if one.dep != "compound" or scene.is_person_at(one)]
            if slot == "mutual" or (frame.sign == 0 and token.pos == "VERB"):
                yield from mutual(scene, token, slot, frame, targets)
            elif targets and not _is_called(token):
                yield from pairs(scene, voices, token, frame, holders_of(token), targets)
        if token.lower == "between" and is_quarrel(token.head):
            yield from between(scene, token)
        if token.pos == "NOUN":
            yield from _met_with(scene, token)


def _is_called(noun: Token) -> bool:
    """`condemned the law as an attack on workers`, `called it a threat to Poland`: what is called so does it."""
    behind = noun.dep == "pobj" and noun.head.lower == "as" and noun.head.head.pos == "VERB"
    return noun.pos == "NOUN" and (behind or noun.dep == "oprd")


def _actors(scene: Scene, tokens: list[Token]) -> list[Token]:
    return [token for token in tokens if (entity := scene.entity_at(token)) and entity.kind != "issue"]


def _is_gotten(noun: Token) -> bool:
    """`won the endorsement of Smith`: his, not one of him."""
    if noun.dep != "dobj" or noun.head.lemma not in words("receiving_verbs"):
        return False
    frame = frames_of(noun).get("of")
    return frame is not None and frame.sign > 0


def given(noun: Token) -> tuple[list[Token], list[Token]]:
    """Who gives what a noun names, and to whom: `A came under fire from B`, `A faces criticism by B`, `A won B's
    praise`, `A got a show of support from B`, `A was the target of criticism from B`: B to A."""
    within = noun.dep == "pobj" and noun.head.lower in ("of", "including") and noun.head.head.pos == "NOUN"
    whole = noun.head.head if within else noun
    under = noun.dep == "pobj" and noun.head.lower == "under"
    verb = whole.head.head if under else whole.head
    gotten = whole.dep == "dobj" and verb.lemma in words("receiving_verbs")
    if verb is noun or not (under or gotten or (whole.dep == "attr" and whole.lemma in TARGETS)):
        return [], []
    sources = SOURCES if "of" in frames_of(noun) and not _is_gotten(noun) else (*SOURCES, "of")
    below = [c for word in dict.fromkeys((noun, whole, verb)) for c in word.those("prep", "agent")]
    others = [inner for place in below if place.lower in sources for inner in place.those("pobj") if inner is not noun]
    others += [child for child in noun.those("poss") if child.tag != "PRP$"]
    return with_conjuncts(others), subjects(verb)


def _met_with(scene: Scene, noun: Token) -> Iterator[Candidate]:
    frame = next((frame for slot, frame in frames_of(noun).items() if slot != "poss"), None)
    others, targets = given(noun) if frame is not None else ([], [])
    if frame is not None and others:
        yield from pairs(scene, {}, noun, frame, others, targets)


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
    if named[1].dep in ("acomp", "attr"):  # `Jones is anti-Smith`
        yield from pairs(scene, {}, prefix, PREFIXES[prefix.lower], subjects(head), [named[1]])
    holders = [head] if scene.entity_at(head) else subjects_of_noun(head)
    if head is not named[1] and head.pos == "NOUN":
        yield from pairs(scene, {}, prefix, PREFIXES[prefix.lower], holders, [named[1]])


def mutual(scene: Scene, cue: Token, slot: str, frame: Frame, targets: list[Token]) -> Iterator[Candidate]:
    """Who met, spoke, or fell out: each on the other, also where both are the subject; who refuses to is against."""
    holders = subjects(cue)
    if cue.has("oprd"):
        return
    if not frame.sign and turned(cue):
        if is_refused(cue) and frame.strength > ASKED:
            yield from pairs(scene, {}, cue, Frame(1, 0.7), holders, targets)
        return
    if not frame.sign:
        targets = _actors(scene, targets)
    together = [token for token in holders if token.dep == "conj" or token.has("conj")]
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
    return verb.pos == "VERB" and any(child.lemma not in own for child in verb.those("dobj"))


def is_quarrel(token: Token) -> bool:
    """`fighting`, or a verb that it is the subject of."""
    quarrels = words("quarrels")
    return token.lemma in quarrels or any(c.lemma in quarrels for c in token.those("nsubj"))


def between(scene: Scene, preposition: Token) -> Iterator[Candidate]:
    """`fighting between A and B`: each against the other."""
    sides = [
        t for t in preposition.subtree() if t.dep in ("pobj", "conj") and t.head.lower != "in" and scene.entity_at(t)
    ]
    for holder, target in permutations(sides, 2):
        for one in pairs(scene, {}, preposition.head, Frame(-1, 0.85), [holder], [target]):
            yield one._replace(sign=-1)
