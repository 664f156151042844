"""Groups and bodies known by whose they are: `Smith's forces`, `Turkish soldiers`, `Senate Republicans`."""

from dataclasses import dataclass, field, replace

from analysis.coreference.forms import known_names
from analysis.coreference.phrases import first_word, is_definite
from analysis.coreference.scene import Scene
from analysis.names.geography import country_of
from analysis.records import Mention
from analysis.syntax import Token

OWNERS = frozenset({"poss", "compound", "nmod", "amod"})
NEARBY = 2  # sentences in which soldiers without article are the soldiers just spoken of


@dataclass
class Owned:
    """Groups made so far by owner (an entity, or a country's name) and noun, and where each was last mentioned."""

    keys: dict[tuple[str, str], str] = field(default_factory=dict)
    last: dict[str, Token] = field(default_factory=dict)


def add_administrations(scene: Scene, owned: Owned) -> None:
    """`the Smith administration`, `Smith's campaign`: a body; `the administration` alone is the last such."""
    last: dict[str, str] = {}
    for token in scene.parse.tokens:
        if token.lower not in ("administration", "campaign", "team") or token.i in scene.at:
            continue
        owner = next((c for c in token.lefts if c.dep in ("poss", "compound", "nmod") and _is_person(scene, c)), None)
        if owner is not None:
            bearer = scene.at[owner.i]
            add_owned(scene, owner, token, (bearer, None), owned, kind="organization")
            last[token.lower] = owned.keys[bearer, token.lemma]
        elif token.lower in last and is_definite(token):
            scene.add_mention(first_word(token), token, "nominal", last[token.lower])


def add_benches(scene: Scene, owned: Owned) -> None:
    """`Senate Republicans`, `House Democrats`: members of a party in a chamber are a group, not the party."""
    for mention in list(scene.mentions):
        token = scene.tokens_of(mention.start, mention.end)[-1]
        if token.i == 0 or mention.text not in known_names() or token.tag not in ("NNPS", "NNS"):
            continue
        before = scene.parse.tokens[token.i - 1]
        chamber = scene.entity_at(before)
        if chamber is None or chamber.kind != "organization" or before.dep not in OWNERS or before.head is not token:
            continue
        key = owned.keys.get((chamber.entity_id, token.lemma))
        if key is None:
            words = " ".join(scene.article.text[before.start : token.end].split())
            key = scene.add_entity(words, "group", country=chamber.country, confidence=0.7)
            owned.keys[chamber.entity_id, token.lemma] = key
        scene.move(_widened(scene, mention, before), key)


def _widened(scene: Scene, mention: Mention, first: Token) -> Mention:
    """The mention from `first` on, in its place."""
    wider = replace(mention, start=first.start, text=scene.article.text[first.start : mention.end])
    scene.mentions[scene.mentions.index(mention)] = wider
    return wider


def _is_person(scene: Scene, token: Token) -> bool:
    entity = scene.entity_at(token)
    return entity is not None and entity.kind == "person"


def add_group_of(scene: Scene, token: Token, sort: str, owned: Owned) -> bool:
    """People of somebody's or of a country's: one entity each, however often they are named."""
    for child in token.lefts:
        if child.dep not in OWNERS:
            continue
        form = country_of(child.text)
        if form and form.sort in ("adjective", "name", "people"):
            if sort == "government":
                scene.add_mention(first_word(token), token, "nominal", scene.country(form.country))
            else:
                add_owned(scene, child, token, (form.country, form.country), owned)
            return True
        owner = scene.entity_at(child)
        if owner and owner.kind != "place" and child.dep == "poss" and sort == "group":
            add_owned(scene, child, token, (owner.entity_id, owner.country), owned)
            return True
    return False


def add_owned(
    scene: Scene, owner: Token, token: Token, of: tuple[str, str | None], owned: Owned, *, kind: str = "group"
) -> None:
    """`of` is the key of the owner and the country. The group's name leaves out what stands before the owner's."""
    key = (of[0], token.lemma)
    if key not in owned.keys:
        name = " ".join(scene.article.text[first_word(owner).start : token.end].split())
        owned.keys[key] = scene.add_entity(name.removeprefix("the "), kind, country=of[1], confidence=0.7)
    scene.add_mention(first_word(token), token, "nominal", owned.keys[key])
    owned.last[owned.keys[key]] = token


def group_again(scene: Scene, token: Token, owned: Owned) -> str | None:
    """`the soldiers`, or soon `soldiers`, behind `Turkish soldiers`: the only group of that noun."""
    if any(child.dep not in ("det", "case") and child.i < token.i for child in token.children):
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
