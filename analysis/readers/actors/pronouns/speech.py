"""Whom I, we and you are: who speaks, for whom, and to whom."""

from analysis.grammar.tokens import Token
from analysis.readers.actors.pronouns.discourse import FORM_OF, SPEAKING, free_pronouns, own_words, tops_of
from analysis.readers.actors.scene import COLLECTIVE_KINDS, Scene
from analysis.records import Entity, Quotation


def resolve_speech(scene: Scene, quotations: tuple[Quotation, ...]) -> None:
    """Add mentions by I, we and you, where it is known who speaks and to whom."""
    sources: dict[int, str | None] = {}
    addressees: dict[int, str | None] = {}
    for said in quotations:
        if said.kind != "indirect":
            words = [token.i for token in own_words(scene, said)]
            sources.update(dict.fromkeys(words, _source_of(scene, said)))
            addressees.update(dict.fromkeys(words, _addressee(scene, said)))
    for token in free_pronouns(scene, SPEAKING):
        form = FORM_OF[token.lower]
        key = addressees.get(token.i) if form == "you" else _speaking(scene, form, sources.get(token.i))
        if key:
            scene.mention(token, key, "pronoun")


def _source_of(scene: Scene, said: Quotation) -> str | None:
    """Who says it; behind `a ministry official` the organization for which somebody unnamed speaks."""
    source = scene.parse.within(said.source)
    speaker, inside = _named_as(scene, tops_of(source)), _named_as(scene, source)
    speaker = speaker or (inside if inside and inside.kind in COLLECTIVE_KINDS else None)
    return speaker.entity_id if speaker else None


def _named_as(scene: Scene, tokens: list[Token]) -> Entity | None:
    return next((entity for token in reversed(tokens) if (entity := scene.entity_at(token))), None)


def _addressee(scene: Scene, said: Quotation) -> str | None:
    """The only entity spoken to: whom the cue has as object, or behind `to`."""
    cues = [token for token in scene.parse.within(said.cue) if token.pos == "VERB"]
    behind = [to for cue in cues for to in cue.those("prep", "dative") if to.lower == "to"]
    told = [one for cue in cues for one in cue.those("dobj", "dative")]
    told += [one for to in behind for one in to.those("pobj")]
    listeners = {scene.at[token.i] for token in told if token.i in scene.at}
    return listeners.pop() if len(listeners) == 1 else None


def _speaking(scene: Scene, form: str, speaker: str | None) -> str | None:
    """I is who speaks; we is an organization that speaks, or the one for which a person speaks by office."""
    if not speaker or (scene.entities[speaker].kind == "person" and form == "i"):
        return speaker
    if scene.entities[speaker].kind in COLLECTIVE_KINDS:
        return speaker if form == "we" else None
    of = (role.of_id for role in scene.roles if role.entity_id == speaker)
    return next((key for key in of if key in scene.entities), None)
