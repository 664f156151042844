"""Groups and bodies known by whose they are: `Smith's forces`, `Turkish soldiers`, `Senate Republicans`."""

from dataclasses import dataclass, field, replace

from analysis.gazetteer import CountryForm, country_of
from analysis.grammar.phrases import first_word
from analysis.grammar.tokens import Token
from analysis.lexicon import words
from analysis.readers.actors.forms import folded, known_names, plurals_of
from analysis.readers.actors.phrases import is_definite, modifiers_of
from analysis.readers.actors.scene import Scene
from analysis.records import Mention

NOUN_LIKE = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "dative"})
OWNERS = frozenset({"poss", "compound", "nmod", "amod"})
WHOLE = frozenset({"entire", "whole", "same"})
NEARBY = 2  # sentences in which soldiers without article are the soldiers just spoken of


@dataclass
class Owned:
    """Groups made so far by owner (an entity, or a country's name) and noun, and where each was last mentioned."""

    keys: dict[tuple[str, str], str] = field(default_factory=dict)
    last: dict[str, Token] = field(default_factory=dict)


def add_administrations(scene: Scene, owned: Owned) -> None:
    """`the Smith administration`, `Smith's campaign`: a body; `the administration` alone is the last such."""
    last: dict[str, str] = {}
    bodies = words("relation_nouns", sort="body")
    for token in scene.parse.tokens:
        if token.lower not in bodies or token.i in scene.at:
            continue
        owner = next((c for c in token.lefts if c.dep in ("poss", "compound", "nmod") and scene.is_person_at(c)), None)
        if owner is not None:
            bearer = scene.at[owner.i]
            _add_owned(scene, owner, token, (bearer, None), owned, kind="organization")
            last[token.lower] = owned.keys[bearer, token.lemma]
        elif token.lower in last and is_definite(token):
            scene.add_mention(first_word(token), token, "nominal", last[token.lower])


def add_benches(scene: Scene, owned: Owned) -> None:
    """`Senate Republicans`, `House Democrats`: members of a party in a chamber are a group, not the party."""
    for mention in list(scene.mentions):
        members = scene.tokens_of(mention.start, mention.end)
        token, first = members[-1], members[0].i
        if first == 0 or mention.text not in known_names() or token.tag not in ("NNPS", "NNS"):
            continue
        before = scene.parse.tokens[first - 1]
        chamber = scene.entity_at(before)
        if chamber is None or chamber.kind != "organization" or before.dep not in OWNERS or before.head is not token:
            continue
        key = owned.keys.get((chamber.entity_id, token.lemma))
        if key is None:
            name = " ".join(scene.article.text[before.start : token.end].split())
            key = scene.add_entity(name, "group", country=chamber.country, rule="of a body")
            owned.keys[chamber.entity_id, token.lemma] = key
        scene.move(_widened(scene, mention, before), key)


def add_families(scene: Scene) -> None:
    """`the Clintons` where no name was found: a plural of a surname of the cast."""
    people = [entity for entity in scene.entities.values() if entity.kind == "person"]
    plurals = plurals_of(entity.name.split()[-1] for entity in people)
    keys = {entity.name: entity.entity_id for entity in scene.entities.values() if entity.kind == "group"}
    for token in scene.parse.tokens:
        if token.i not in scene.at and token.text in plurals and is_definite(token):
            if token.text not in keys:
                keys[token.text] = scene.add_entity(token.text, "group", country=None, rule="family")
            scene.add_mention(token, token, "name", keys[token.text])


def add_nationals(scene: Scene, owned: Owned) -> None:
    """`the French`, `the British`: the people of a country by its adjective alone."""
    for token in scene.parse.tokens:
        if token.i in scene.at or not token.text[:1].isupper() or token.dep not in NOUN_LIKE or not is_definite(token):
            continue
        form = country_of(token.text)
        if form and form.sort == "adjective":
            _add_owned(scene, token, token, (form.country, form.country), owned)


def _widened(scene: Scene, mention: Mention, first: Token) -> Mention:
    """The mention from `first` on, in its place."""
    wider = replace(mention, start=first.start, text=scene.article.text[first.start : mention.end])
    scene.mentions[scene.mentions.index(mention)] = wider
    return wider


def add_group_of(scene: Scene, token: Token, sort: str, owned: Owned) -> bool:
    """People of somebody's or of a country's: one entity each, however often they are named."""
    for child in token.lefts:
        if child.dep not in OWNERS:
            continue
        form = _country_form(scene, child)
        if form and form.sort in ("adjective", "name", "people"):
            if sort == "government":
                scene.add_mention(first_word(token), token, "nominal", scene.country(form.country))
            elif sort == "body":
                _add_body(scene, child, token, form.country, owned)
            else:
                _add_owned(scene, child, token, (form.country, form.country), owned)
            return True
        owner = scene.entity_at(child)
        if owner and owner.kind != "place" and child.dep == "poss" and sort == "group":
            _add_owned(scene, child, token, (owner.entity_id, owner.country), owned)
            return True
    return False


def _country_form(scene: Scene, token: Token) -> CountryForm | None:
    """The country that a word names, or that the name which it ends does: Papua New `Guinea`."""
    entity = scene.entity_at(token)
    if entity and entity.kind == "country" and entity.country:
        return CountryForm(entity.country, "name")
    return country_of(token.text)


def _add_body(scene: Scene, owner: Token, token: Token, country: str, owned: Owned) -> None:
    """`Russia's foreign ministry`: the body of that name, if the text names one with a capital, else one of its own."""
    sort = " ".join([*(word for word in modifiers_of(token) if word != owner.lower), token.lower])
    named = [entity for entity in scene.entities.values() if folded(entity.name) in (sort, f"{owner.lower} {sort}")]
    key = owned.keys.get((country, sort)) or next((entity.entity_id for entity in named), None)
    if key is None:
        name = f"{country} {sort}" if owner.dep == "poss" else f"{owner.text} {sort}"
        key = scene.add_entity(name, "organization", country=country, rule="of a country")
    owned.keys[country, sort] = key
    scene.entities[key] = replace(scene.entities[key], country=country)
    scene.add_mention(first_word(token), token, "nominal", key)


def _add_owned(
    scene: Scene, owner: Token, token: Token, of: tuple[str, str | None], owned: Owned, *, kind: str = "group"
) -> None:
    """`of` is the key of the owner and the country. The group's name leaves out what stands before the owner's."""
    key = (of[0], token.lemma)
    named = scene.name_around(owner)[0]
    if key not in owned.keys:
        rule = "of a country" if of[0] == of[1] else "of a body" if kind == "group" else "around a person"
        name = " ".join(scene.article.text[min(named.start, first_word(owner).start) : token.end].split())
        owned.keys[key] = scene.add_entity(
            name.removeprefix("the ").removeprefix("The "), kind, country=of[1], rule=rule
        )
    first = min(first_word(token), named, key=lambda t: t.i)
    scene.add_mention(first, token, "nominal", owned.keys[key])
    owned.last[owned.keys[key]] = token


def group_again(token: Token, owned: Owned) -> str | None:
    """`the soldiers`, or soon `soldiers`, behind `Turkish soldiers`: the only group of that noun."""
    if any(child.dep not in ("det", "case") and child.lower not in WHOLE for child in token.lefts):
        return None
    found = {key for (_, lemma), key in owned.keys.items() if lemma == token.lemma and key in owned.last}
    if len(found) != 1:
        return None
    (key,) = found
    near = token.sent - owned.last[key].sent <= NEARBY and token.tag == "NNS"
    if not is_definite(token) and not near:
        return None
    owned.last[key] = token
    return key
