"""Organizations and countries by a general noun: `the ministry`, `the government in Tripoli`, `the company`.

By the names that hold the noun (`the ministry` behind `Ministry of Health`), else by what the sentences around it are
about.
"""

from collections import Counter
from functools import cache

from analysis.gazetteer import country_of
from analysis.grammar.tokens import Token
from analysis.lexicon import rows, words
from analysis.readers.actors.features import speaks
from analysis.readers.actors.groups import Owned
from analysis.readers.actors.matching import NAME_HEAD_ENDS, known_names
from analysis.readers.actors.phrases import SUBJECTS, beside, is_main_subject
from analysis.readers.actors.salience import is_near, most_salient
from analysis.readers.actors.scene import Scene
from analysis.records import Entity

ANY, SORTED = frozenset({"any"}), frozenset({"capital", "region"})
MAIN = 3  # mentions that make a body the one that the article is about


@cache
def generic_nouns() -> dict[str, dict[str, str]]:
    """Nouns for bodies, countries and places to their rows: the kind, and the words of names that `heads` lists."""
    return {row["word"]: row for row in rows("generic_nouns")}


def name_words(entity: Entity) -> set[str]:
    """The words of an entity's name, lower case and without full stops."""
    return set(entity.name.lower().replace(".", "").split())


def called_so(scene: Scene, token: Token) -> str | None:
    """The body whose name has the noun in it, or the country, capital or region last named."""
    row = generic_nouns().get(token.lower)
    national = any(country_of(child.text) for child in token.lefts)
    if row is None or (national and _governs(token)):  # the French government is no body named elsewhere
        return None
    heads = frozenset(row["heads"].split())
    if heads & SORTED:
        return _last_of(scene, token, next(iter(heads)))
    found = _by_name(scene, token, row["kind"], heads) if heads != ANY else None
    if found or national or not heads & ANY:
        return found
    return spoken_of(scene, token, row["kind"])


def governing(scene: Scene, token: Token) -> str | None:
    """`the government in Beijing`: the country of the capital."""
    if not _governs(token):
        return None
    places = [place for child in token.rights if child.lower == "in" for place in child.children]
    forms = [form for place in places if (form := country_of(place.text)) and form.sort == "capital"]
    return scene.country(forms[0].country) if forms else None


def spoken_of(scene: Scene, token: Token, kind: str) -> str | None:
    """The body or country that a sentence speaks of: the only one nearby, else the body that the article is about.

    A country that an article is about is not the one meant as often: others are places in it.
    """
    return _only(scene, token, kind) or (_main(scene, token, kind) if kind == "organization" else None)


def _by_name(scene: Scene, token: Token, kind: str, heads: frozenset[str]) -> str | None:
    """The last body before with one of these words in its name; a government may be named behind, too."""
    named = {key for key, entity in scene.entities.items() if entity.kind == kind and heads & name_words(entity)}
    until = token.start if not _governs(token) else len(scene.article.text)
    fitting = [m for m in scene.mentions if m.entity_id in named and m.form != "pronoun" and m.start <= until]
    found = min(fitting, key=lambda m: (m.start > token.start, abs(m.start - token.start)), default=None)
    if found is None or (found.start <= token.start and not is_near(scene, found.start, token)):
        return None
    return found.entity_id


def _last_of(scene: Scene, token: Token, sort: str) -> str | None:
    """`the capital`, `the state`: the last place of the sort that was named."""
    places = {key for key, entity in scene.entities.items() if entity.kind == "place" and _is_of_sort(entity, sort)}
    before = [m for m in scene.mentions if m.entity_id in places and m.start < token.start]
    last = max(before, key=lambda m: m.start, default=None)
    return last.entity_id if last and is_near(scene, last.start, token) else None


def _is_of_sort(place: Entity, sort: str) -> bool:
    if sort == "region":
        return place.name in words("regions")
    form = country_of(place.name)
    return form is not None and form.sort == "capital"


def _main(scene: Scene, token: Token, kind: str) -> str | None:
    """The body that the article is about so far: named as often as all others of its kind together."""
    counts = Counter(
        mention.entity_id
        for mention in scene.mentions
        if mention.start < token.start and mention.entity_id and scene.entities[mention.entity_id].kind == kind
    )
    top = counts.most_common(1)
    return top[0][0] if top and top[0][1] >= MAIN and 2 * top[0][1] >= counts.total() else None


def _only(scene: Scene, token: Token, kind: str) -> str | None:
    """The country or body spoken of, where only one is in this sentence before and in the one before that."""
    found = {
        entity.entity_id
        for mention in scene.mentions
        if mention.start < token.start
        and (entity := scene.entities.get(mention.entity_id or ""))
        and entity.kind == kind
        and token.sent - scene.tokens_of(mention.start, mention.end)[0].sent <= 1
    }
    return found.pop() if len(found) == 1 else None


def name_heads(scene: Scene) -> dict[str, list[tuple[int, str]]]:
    """Head nouns of the names of bodies and places, to where they are named: `Bank of England` to bank."""
    found: dict[str, list[tuple[int, str]]] = {}
    for mention in scene.mentions:
        entity = scene.entities.get(mention.entity_id or "")
        if entity and entity.kind in ("organization", "place") and " " in entity.name:
            head = NAME_HEAD_ENDS.split(entity.name, maxsplit=1)[0].split()[-1].lower()
            found.setdefault(head, []).append((mention.start, entity.entity_id))
    return found


def by_head(scene: Scene, token: Token, heads: dict[str, list[tuple[int, str]]]) -> str | None:
    """`the mosque` behind `the Grand Mosque`: the last one so named, if the noun says no more."""
    if token.pos != "NOUN" or token.tag != "NN" or any(c.dep not in ("det", "case") for c in token.children):
        return None
    before = [place for place in heads.get(token.lower, ()) if place[0] < token.start]
    return max(before)[1] if before and is_near(scene, max(before)[0], token) else None


def _governs(token: Token) -> bool:
    return token.lower in words("name_parts", sort="governing")


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
