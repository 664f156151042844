"""Organizations, countries and places by a general noun: `the ministry`, `the company`, `the capital`, `the country`.

Candidates are those whose name bears the noun out (`the ministry` behind `Ministry of Health`) and, of nouns that may
mean any of their kind (`the company`), those that the sentences just before are about.
"""

from collections import Counter
from collections.abc import Iterator
from functools import cache

from analysis.gazetteer import country_of
from analysis.grammar.phrases import is_main_subject
from analysis.grammar.tokens import SUBJECTS, Token
from analysis.lexicon import rows, words
from analysis.readers.actors.antecedents import speaks
from analysis.readers.actors.matching import NAME_HEAD_ENDS
from analysis.readers.actors.scene import Scene
from analysis.records import Entity

MAIN = 3  # mentions that make an organization the one that the article is about
SORTS_OF_PLACE = frozenset({"capital", "region"})


@cache
def generic_nouns() -> dict[str, dict[str, str]]:
    """Nouns for organizations, countries and places to their rows: the kind, and words of names that `heads` lists."""
    return {row["word"]: row for row in rows("generic_nouns")}


def organization_features(scene: Scene, token: Token) -> dict[str, list[str]]:
    """What speaks for each that a noun may mean; `the other company`, `the largest bank`, `the combined
    company` are none spoken of."""
    row = generic_nouns().get(token.lower)
    if row is None:
        bare = token.tag == "NN" and not any(child.dep not in ("det", "case") for child in token.children)
        keys = [key for key, one in scene.entities.items() if bare and _name_head(one) == token.lower]
        return {key: ["name has the noun"] for key in keys}
    other = any(child.lower in words("other_ones") or child.tag in ("JJS", "CD") for child in token.lefts)
    if other or (governs(token) and any(country_of(child.text) for child in token.lefts)):
        return {}
    heads = frozenset(row["heads"].split())
    found = {}
    for key, entity in scene.entities.items():
        if entity.kind == row["kind"] and (heads & SORTS_OF_PLACE or _is_of_sort(scene, token, entity, heads)):
            found[key] = [name for name, holds in _evidence(scene, token, entity, heads) if holds]
    return found


def _evidence(scene: Scene, token: Token, entity: Entity, heads: frozenset[str]) -> Iterator[tuple[str, bool]]:
    yield "name has the noun", bool(heads & _name_words(entity)) or _place_sort(entity) in heads
    if "any" in heads:
        leads = _leads_before(scene, token, entity)
        yield "subject before", leads is not None
        yield "speaks before", leads is not None and speaks(leads)
    if "any" in heads and not any(country_of(child.text) for child in token.lefts):
        yield "only one nearby", _nearby(scene, token, entity.kind) == {entity.entity_id}
        yield "most mentioned", _main(scene, token) == entity.entity_id


def _name_words(entity: Entity) -> set[str]:
    """The words of an entity's name, lower case and without full stops."""
    return set(entity.name.lower().replace(".", "").split())


def _name_head(entity: Entity) -> str:
    """The head of the name of an organization or place, lower case: `bank` of `Bank of England`; empty for one word."""
    if entity.kind not in ("organization", "place") or " " not in entity.name:
        return ""
    return NAME_HEAD_ENDS.split(entity.name, maxsplit=1)[0].split()[-1].lower()


def _place_sort(place: Entity) -> str:
    """`capital` or `region`, for a place that is one."""
    if place.kind != "place":
        return ""
    form = country_of(place.name)
    return "region" if place.name in words("regions") else form.sort if form else ""


def _is_of_sort(scene: Scene, token: Token, entity: Entity, heads: frozenset[str]) -> bool:
    """Whether a noun can mean one of that name: no commission is a company, no supreme court the district court."""
    name = _name_words(entity)
    proper = [c for c in token.lefts if c.dep == "compound" and c.tag == "NNP" and not _is_place(scene, c)]
    if entity.kind != "organization" or any(child.lower not in name for child in proper):
        return entity.kind != "organization"
    public = words("organization_sorts", sort="public")
    if "any" in heads:
        firm = token.lower not in words("organization_sorts", sort="any")
        civil = words("organization_sorts", sort="civil")
        apart = civil if token.lower in public else public | civil if firm else public
        return bool(heads & name) or name.isdisjoint(apart)
    kinds = [child.lower for child in token.lefts if child.dep == "compound" and child.text.islower()]
    return not kinds or any(kind in name for kind in kinds)


def _is_place(scene: Scene, token: Token) -> bool:
    entity = scene.entity_at(token)
    return country_of(token.text) is not None or (entity is not None and entity.kind == "place")


def _leads_before(scene: Scene, token: Token, entity: Entity) -> Token | None:
    """`Acme sued. The group said`: where an entity is main subject of the sentence before."""
    if token.dep not in SUBJECTS | {"poss"} or token.sent == 0:
        return None
    before = scene.parse.sentences[token.sent - 1].tokens
    return next((t for t in before if is_main_subject(t) and scene.at.get(t.i) == entity.entity_id), None)


def _nearby(scene: Scene, token: Token, kind: str) -> set[str]:
    """Who of a kind is named in this sentence before and in the one before that."""
    first = scene.parse.sentences[max(0, token.sent - 1)].tokens[0].i
    keys = (scene.at.get(i, "") for i in range(first, token.i))
    return {key for key in keys if key and scene.entities[key].kind == kind}


def _main(scene: Scene, token: Token) -> str | None:
    """The organization that the article is about so far: named as often as all others together."""
    before = (m.entity_id for m in scene.mentions if m.start < token.start and m.entity_id)
    counts = Counter(key for key in before if scene.entities[key].kind == "organization")
    top = counts.most_common(1)
    return top[0][0] if top and top[0][1] >= MAIN and 2 * top[0][1] >= counts.total() else None


def organization_spoken_of(scene: Scene, token: Token) -> str | None:
    """Whose spokesman somebody is: the only organization nearby, else the one that the article is about."""
    near = _nearby(scene, token, "organization")
    return near.pop() if len(near) == 1 else _main(scene, token)


def governs(token: Token) -> bool:
    """`government`, `authorities`: a noun for those who govern."""
    return token.lower in words("name_parts", sort="governing")
