"""A capital or a seat of power that speaks, decides or insists is the government behind it."""

from analysis.coreference.scene import Scene
from analysis.lexicon import rows, words
from analysis.names.geography import country_of
from analysis.records import Mention
from analysis.syntax import Token

GOVERNING = frozenset({"government", "administration", "authority", "authorities", "parliament", "presidency"})


def resolve_metonyms(scene: Scene) -> None:
    """Move mentions of capitals that act to the government seated there, else to the country; buildings likewise.

    A capital in `in X`, a dateline or `Ambassador to X` stays a place.
    """
    seats = {row["word"].removeprefix("the "): row for row in rows("metonyms")}
    seated = _seated(scene)
    for mention in list(scene.mentions):
        head = scene.tokens_of(mention.start, mention.end)[-1:]
        if not head or not mention.entity_id:
            continue
        seat = seats.get(mention.text)
        if seat and seat["kind"] == "country" and mention.text != "Brussels":
            scene.move(mention, scene.country(seat["of"]))
            continue
        form = country_of(mention.text)
        if form and form.sort == "capital" and acts(head[0]):
            scene.move(mention, seated.get(mention.text) or scene.country(form.country))


def acts(token: Token) -> bool:
    """Whether the token is the subject of a deed, or has something that only an actor has."""
    while token.dep == "conj" and token.head.dep in ("conj", "nsubj", "nsubjpass", "pobj"):
        token = token.head
    if token.dep in ("nsubj", "nsubjpass"):
        feels = any(c.dep == "acomp" and c.lower in words("actor_adjectives") for c in token.head.children)
        return feels or (token.head.pos == "VERB" and token.head.lemma not in words("verb_sorts", sort="state"))
    if token.dep == "poss":
        return token.head.lower in words("acting_nouns")
    if token.dep in ("pobj", "dobj", "dative"):
        return token.head.lower in ("by", "with", "against", "urge", "accuse")
    before = token.head
    return before.tag.startswith("VB") and token.i < before.i and before.i - token.i <= 2 and token.dep == "compound"


def _seated(scene: Scene) -> dict[str, str]:
    """Places to the named government that is said to be there: `the Government of ... based in X`."""
    found: dict[str, str] = {}
    for mention in scene.mentions:
        token = scene.tokens_of(mention.start, mention.end)[-1:]
        if token and token[0].dep == "pobj" and token[0].head.lower == "in":
            owner = _owner(scene, mention, token[0].head)
            if owner:
                found.setdefault(mention.text, owner)
    return found


def _owner(scene: Scene, place: Mention, preposition: Token) -> str | None:
    for token in preposition.ancestors():
        entity = scene.entity_at(token)
        if entity and entity.kind == "organization" and GOVERNING & set(entity.name.lower().split()):
            return entity.entity_id
        if token.pos == "VERB" and token.dep not in ("acl", "relcl"):
            return None
    return None
