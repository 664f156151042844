"""Bodies and countries by a general noun: `the ministry`, `the government in Tripoli`, `the country`."""

import re
from collections import Counter
from functools import cache

from analysis.gazetteer import country_of
from analysis.grammar.tokens import Token
from analysis.lexicon import rows, words
from analysis.readers.actors.salience import is_near
from analysis.readers.actors.scene import Scene
from analysis.records import Entity

OF = re.compile(r",? (?:of|for|at|in|and|on) ")
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
            head = OF.split(entity.name, maxsplit=1)[0].split()[-1].lower()
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
