"""A capital or a seat of power that speaks, decides or insists is the government behind it."""

from analysis.gazetteer import country_of
from analysis.grammar.tokens import Token
from analysis.lexicon import cached, pairs, words
from analysis.readers.actors.scene import Scene
from analysis.records import Mention

SELDOM = 10  # of so many mentions one at least must act


def resolve_metonyms(scene: Scene) -> None:
    """Move mentions of capitals that act to the government seated there, else to the country; seats of power likewise.

    `Outside the Kremlin` is a place, as is a capital in `in X`, a dateline or `Ambassador to X`; so is a city that an
    article is about, and that seldom acts in it, all through.
    """
    seats = pairs("metonyms", "word", "of")
    seated = _seated(scene)
    capitals: dict[tuple[str, str], list[tuple[Mention, bool]]] = {}
    for mention in list(scene.mentions):
        head = scene.tokens_of(mention.start, mention.end)[-1]
        country = seats.get(mention.text)
        if country and not (head.dep == "pobj" and head.head.lower in words("place_prepositions")):
            scene.move(mention, scene.country(country))
        elif (form := country_of(mention.text)) and form.sort == "capital":
            capitals.setdefault((mention.text, form.country), []).append((mention, acts(head)))
    for (text, country), found in capitals.items():
        acting = [mention for mention, acted in found if acted]
        meant = len(acting) * SELDOM >= len(found) and _is_meant(scene, text, country)
        for mention in acting if meant else ():
            scene.move(mention, seated.get(text) or scene.country(country))


def _is_meant(scene: Scene, capital: str, country: str) -> bool:
    """Whether it is the capital and no namesake: one that news often names for its government, or of a country named.
    Victoria is a capital, of the Seychelles."""
    if any(mention.text.endswith(f", {capital}") for mention in scene.mentions):  # Seattle, Washington
        return False
    named = {entity.country for entity in scene.entities.values()}
    often = words("country_forms", "form", sort="capital")
    return capital in often or capital.title() in often or country in named


def acts(token: Token) -> bool:
    """Whether the token is the subject of a deed that only an actor does, or has something that only an actor has.

    Deeds are what one says, thinks or wants, and what one side does to another; a city wakes up, grows and is hit.
    """
    while token.dep == "conj" and token.head.dep in ("conj", "nsubj", "nsubjpass", "pobj"):
        token = token.head
    above = token.head
    if token.dep == "nsubj":
        feels = above.has("acomp", words=words("actor_adjectives"))
        return feels or above.lemma in deeds()
    if token.dep == "nsubjpass":
        return above.lemma in words("cues", "lemma", pos="verb")
    if token.dep == "poss":
        return above.lower in words("acting_nouns")
    if token.dep in ("dobj", "dative"):
        return above.lower in ("urge", "accuse")
    if token.dep == "pobj":
        return above.lower in ("by", "with", "against") and above.head.lemma in deeds()
    return token.dep == "compound" and above.tag.startswith("VB")


@cached
def deeds() -> frozenset[str]:
    """Verbs of saying, thinking, wanting, and verbs and nouns by which one side stands to another."""
    said = words("cues", "lemma", pos="verb") | words("stance_frames", "lemma")
    return said - words("verb_sorts", sort="state")


def _seated(scene: Scene) -> dict[str, str]:
    """Places to the named government that is said to be there: `the Government of ... based in X`."""
    found: dict[str, str] = {}
    for mention in scene.mentions:
        token = scene.tokens_of(mention.start, mention.end)[-1]
        if token.dep == "pobj" and token.head.lower == "in" and (owner := _owner(scene, token.head)):
            found.setdefault(mention.text, owner)
    return found


def _owner(scene: Scene, preposition: Token) -> str | None:
    """The government that a place behind `in` is said of, in the same clause."""
    governing = words("name_parts", sort="governing")
    for token in preposition.ancestors():
        entity = scene.entity_at(token)
        if entity and entity.kind == "organization" and governing & set(entity.name.lower().split()):
            return entity.entity_id
        if token.pos == "VERB" and token.dep not in ("acl", "relcl"):
            return None
    return None
