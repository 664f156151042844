"""Bodies and countries that a noun means by what the sentences around it are about: `the company`, `the group`.

What is left open by the names that hold the noun (`the ministry` behind `Ministry of Health`) is taken up here.
"""

from collections import Counter
from functools import cache

from analysis.gazetteer import country_of
from analysis.grammar.tokens import Token
from analysis.lexicon import rows, words
from analysis.readers.actors.bodies import generic_nouns, name_words
from analysis.readers.actors.features import speaks
from analysis.readers.actors.forms import known_names
from analysis.readers.actors.groups import Owned
from analysis.readers.actors.particulars import Known
from analysis.readers.actors.phrases import SUBJECTS, beside, is_main_subject
from analysis.readers.actors.salience import most_salient
from analysis.readers.actors.scene import Scene
from analysis.records import Entity

AMERICA = "United States"
OFTEN = 5  # mentions of people and bodies of a country that make it plain which is meant
APPOSED = frozenset({"organization", "country", "place"})


def in_apposition(scene: Scene, token: Token) -> str | None:
    """`the trade group, Acme`, `Acme, the trade group`: the body named beside a noun."""
    keys = (scene.at.get(other.i, "") for other in beside(scene.parse.tokens, token))
    return next((key for key in keys if key and scene.entities[key].kind in APPOSED), None)


def is_inside(scene: Scene, token: Token, bearer: str) -> bool:
    """`Acme, the Dutch firm's local branch`, `Acme, which the firm bought`: part of a phrase is not all of it."""
    for above in token.ancestors():
        if above.dep == "relcl":
            return scene.at.get(above.head.i) == bearer
        if above.pos in ("VERB", "AUX"):
            return False
        if scene.at.get(above.i) == bearer and token.dep != "appos":
            return True
    return False


def is_sort_of(scene: Scene, token: Token, body: str) -> bool:
    """Whether a noun can mean a body by its name: no commission is a company, no supreme court the district court."""
    name = name_words(scene.entities[body])
    row = generic_nouns().get(token.lower)
    if row is None or row["kind"] != "organization":
        return True
    if token.lower in words("generic_nouns", heads="any") | words("body_sorts", sort="firm"):
        return name.isdisjoint(words("body_sorts", sort="public"))
    kinds = [child.lower for child in token.lefts if child.dep == "compound" and child.text.islower()]
    return "any" in row["heads"].split() or not kinds or any(kind in name for kind in kinds)


def speaker_before(scene: Scene, token: Token) -> str | None:
    """`Acme said it sold Orion Corp. The company`: the body that speaks in the sentence before."""
    return subject_before(scene, token, speaking=True) if token.dep in SUBJECTS else None


def most_spoken_of(scene: Scene, token: Token) -> str | None:
    """`the company`: of several bodies with a company's name, or none with one, that which the text is about."""
    heads = _heads_of_any(token, "organization")
    if heads is None:
        return None
    bodies = [e for e in scene.entities.values() if e.kind == "organization"]
    so_called = [e.entity_id for e in bodies if heads & name_words(e)]
    return most_salient(scene, token, so_called) if len(so_called) > 1 else None


def subject_before(scene: Scene, token: Token, *, speaking: bool = False) -> str | None:
    """`Acme sued. The group said`: the body that is subject of the sentence before, if its name says no other sort."""
    heads = _heads_of_any(token, "organization")
    if heads is None:
        return None
    if token.dep not in SUBJECTS | {"poss"} or token.sent == 0 or any(c.dep == "prep" for c in token.rights):
        return None
    for other in scene.parse.sentences[token.sent - 1].tokens:
        entity = scene.entity_at(other)
        if is_main_subject(other) and entity and entity.kind == "organization" and (speaks(other) or not speaking):
            sorts = set(entity.name.lower().split()) & _heads()
            civil = token.lower in words("body_sorts", sort="any")
            fits = heads | words("body_sorts", sort="civil") if civil else heads
            return entity.entity_id if sorts <= fits else None
    return None


def home_country(scene: Scene, token: Token) -> str | None:
    """`across the country` far from any named one: that of most whom the article names, even if never named itself."""
    heads = _heads_of_any(token, "country")
    if heads is None or token.text[0].isupper():  # The Nation, a magazine
        return None
    if any(country_of(child.text) for child in token.lefts) or (token.rights and token.rights[0].dep == "relcl"):
        return None
    sentences = scene.parse.sentences[max(token.sent - 1, 0) : token.sent + 1]
    near = {scene.at.get(other.i) for sentence in sentences for other in sentence.tokens}
    if any(key and scene.entities[key].kind == "country" for key in near):
        return None
    of = (_country_of(scene.entities[m.entity_id]) for m in scene.mentions if m.entity_id)
    named = Counter(country for country in of if country)
    top = max(named, key=lambda country: named[country], default=None)
    if top is None or 2 * named[top] <= named.total():
        return None
    return scene.country(top) if named[top] >= OFTEN or top in _named_countries(scene) else None


def _heads_of_any(token: Token, kind: str) -> frozenset[str] | None:
    """Words in the names of what a noun can mean, if it can mean any of its kind and no word sets it apart."""
    row = generic_nouns().get(token.lower)
    if row is None or row["kind"] != kind or is_other(token):
        return None
    heads = frozenset(row["heads"].split())
    return heads if "any" in heads else None


def _named_countries(scene: Scene) -> set[str | None]:
    return {entity.country for entity in scene.entities.values() if entity.kind == "country"}


def holder_of_office(scene: Scene, token: Token, known: dict[str, Known]) -> str | None:
    """`the administration`: the president whose it is, the one spoken of most who is none of another country."""
    if token.lower != "administration" or len(token.lefts) > 1 or any(c.dep == "prep" for c in token.rights):
        return None
    heads = [key for key, one in known.items() if "president" in one.heads and not one.abroad]
    now = [key for key in heads if "former president" not in known[key].text]
    return most_salient(scene, token, now)


def owned_body(scene: Scene, owner: str, noun: str, owned: Owned) -> str:
    """The body of somebody's by that noun, made where it has not been spoken of: Ann Holm's administration."""
    if (owner, noun) not in owned.keys:
        entity = scene.entities[owner]
        owned.keys[owner, noun] = scene.add_entity(
            f"{entity.name.split()[-1]} {noun}", "organization", country=entity.country, rule="around a person"
        )
    return owned.keys[owner, noun]


def is_other(token: Token) -> bool:
    """Whether a word sets a body apart from those spoken of: `the combined company`, `the parent company`."""
    apart = words("other_ones")
    return any(child.lower in apart or child.tag in ("JJS", "CD") for child in token.lefts)


def _country_of(entity: Entity) -> str | None:
    """The country of an entity, told by the text or by what needs no telling: who leads a party, what the Senate is."""
    return entity.country or _countries().get(entity.name)


@cache
def _countries() -> dict[str, str]:
    leaders = {row["name"]: row["country"] for row in rows("party_leaders")}
    return leaders | {name: AMERICA for name, _, where in known_names().values() if where == "us"}


@cache
def _heads() -> frozenset[str]:
    """Words in names that say what sort of body it is."""
    return frozenset(word for row in rows("generic_nouns") for word in row["heads"].split()) - {"any"}
