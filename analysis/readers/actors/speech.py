"""I, we and you inside somebody's words: who speaks, the body spoken for, who is spoken to."""

from collections.abc import Iterator

from analysis.grammar.tokens import Token
from analysis.readers.actors.scene import BODIES, Scene
from analysis.records import Entity, Quotation

FORMS = {
    "i": ("i", "me", "my", "mine", "myself"),
    "we": ("we", "us", "our", "ours", "ourselves"),
    "you": ("you", "your", "yours", "yourself", "yourselves"),
}
SPEECH_FORM_OF = {word: form for form, forms in FORMS.items() for word in forms}
OPENING, CLOSING, EITHER = frozenset("“«„"), frozenset("”»"), frozenset(('"', "''", "``"))


def resolve_speech(scene: Scene, pronouns: list[Token], quotations: tuple[Quotation, ...]) -> None:
    """Add mentions by I, we and you, where it is known who speaks and to whom."""
    speakers = _speakers_of(scene, quotations)
    addressees = _addressees(scene, quotations)
    for token in pronouns:
        if SPEECH_FORM_OF[token.lower] == "you":
            key = addressees.get(token.i)
        else:
            key = _speaking(scene, token, speakers.get(token.i))
        if key:
            scene.add_mention(token, token, "pronoun", key)


def _speakers_of(scene: Scene, quotations: tuple[Quotation, ...]) -> dict[int, str]:
    """Tokens inside quotation marks to the entity that speaks."""
    found: dict[int, str] = {}
    for said in quotations:
        if said.kind == "indirect" or not said.source:
            continue
        source = scene.tokens_of(*said.source)
        speaker = _named_as(scene, tops_of(source)) or _body_of(scene, source)
        if speaker:
            found.update((token.i, speaker.entity_id) for token in own_words(scene, said))
    return found


def tops_of(source: list[Token]) -> list[Token]:
    """The head of a source, and what stands in apposition to it: in `a Smith adviser, Ann Lane`, not Smith."""
    return [token for token in source if token.head not in source or token.head is token or token.dep == "appos"]


def _named_as(scene: Scene, tokens: list[Token]) -> Entity | None:
    return next((entity for token in reversed(tokens) if (entity := scene.entity_at(token))), None)


def _body_of(scene: Scene, source: list[Token]) -> Entity | None:
    """The body for which somebody without a name speaks: `a ministry official`."""
    found = _named_as(scene, source)
    return found if found is not None and found.kind in BODIES else None


def own_words(scene: Scene, said: Quotation) -> Iterator[Token]:
    """The tokens that are the source's own words: of `he said he was "glad to see her"` only those in the marks."""
    for start, end in said.content if said.kind != "indirect" else ():
        tokens = scene.tokens_of(start, end)
        marks = [token.text for token in tokens if token.text in OPENING | CLOSING | EITHER]
        inside = said.kind == "direct" or (bool(marks) and marks[0] in CLOSING)
        for token in tokens:
            if said.kind != "direct" and token.text in OPENING | CLOSING | EITHER:
                inside = token.text in OPENING or (token.text in EITHER and not inside)
            elif inside:
                yield token


def _addressees(scene: Scene, quotations: tuple[Quotation, ...]) -> dict[int, str]:
    """Tokens inside quotation marks to the entity spoken to: whom the cue has as object or behind `to`."""
    found: dict[int, str] = {}
    for said in quotations:
        if said.kind == "indirect" or not said.cue:
            continue
        listeners = {
            entity.entity_id
            for cue in scene.tokens_of(*said.cue)
            if cue.pos == "VERB"
            for token in _objects(cue)
            if (entity := scene.entity_at(token))
        }
        if len(listeners) == 1:
            for start, end in said.content:
                found.update((token.i, next(iter(listeners))) for token in scene.tokens_of(start, end))
    return found


def _objects(verb: Token) -> list[Token]:
    """Whom one tells or asks something, or says it to."""
    direct = [child for child in verb.children if child.dep in ("dobj", "dative") and child.pos != "ADP"]
    to = [child for child in verb.children if child.lower == "to" and child.dep in ("prep", "dative")]
    return direct + [child for preposition in to for child in preposition.children if child.dep == "pobj"]


def _speaking(scene: Scene, token: Token, speaker: str | None) -> str | None:
    """I is who speaks; we is a body that speaks, or the body for which a person speaks by office."""
    if not speaker or (scene.entities[speaker].kind == "person" and SPEECH_FORM_OF[token.lower] == "i"):
        return speaker
    if scene.entities[speaker].kind in BODIES:
        return speaker if SPEECH_FORM_OF[token.lower] == "we" else None
    bodies = [role.of_id for role in scene.roles if role.entity_id == speaker and role.of_id in scene.entities]
    return bodies[0] if bodies else None
