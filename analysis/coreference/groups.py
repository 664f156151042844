"""Groups and bodies known by whose they are: `Smith's forces`, `the Smith campaign`; people without a name."""

from dataclasses import replace

from analysis.coreference.gender import person_nouns
from analysis.coreference.phrases import first_word, is_definite
from analysis.coreference.scene import Scene
from analysis.lexicon import words
from analysis.names.geography import country_of
from analysis.syntax import Token

ANYBODY = frozenset({"people", "men", "women"})  # one word, seldom the same people twice


def add_administrations(scene: Scene, made: dict[tuple[str, str], str]) -> None:
    """`the Smith administration`, `Smith's campaign`: a body; `the administration` alone is the last such."""
    last: dict[str, str] = {}
    for token in scene.parse.tokens:
        if token.lower not in ("administration", "campaign", "team") or token.i in scene.at:
            continue
        owner = next((c for c in token.lefts if c.dep in ("poss", "compound", "nmod") and _is_person(scene, c)), None)
        if owner is not None:
            bearer = scene.at[owner.i]
            _add_group(scene, owner, token, (bearer, None), made, kind="organization")
            last[token.lower] = made[bearer, token.lemma]
        elif token.lower in last and is_definite(token):
            scene.add_mention(first_word(token), token, "nominal", last[token.lower])


def _is_person(scene: Scene, token: Token) -> bool:
    entity = scene.entity_at(token)
    return entity is not None and entity.kind == "person"


def add_peoples(scene: Scene, groups: dict[str, str]) -> None:
    """Sorts of people who are spoken of more than once: `voters`, `undocumented immigrants`."""
    found: dict[str, list[Token]] = {}
    for token in scene.parse.tokens:
        plural = token.i not in scene.at and token.tag in ("NNS", "NNPS") and token.lower not in ANYBODY
        if plural and groups.get(token.lower) in ("people", "group") and not _is_owned(token):
            found.setdefault(token.lower, []).append(token)
    for word, tokens in found.items():
        if len(tokens) < 2:
            continue
        key = scene.add_entity(word, "group", country=None, confidence=0.5)
        for token in tokens:
            first = next((child for child in token.lefts if child.dep in ("amod", "compound")), token)
            scene.add_mention(first, token, "nominal", key)
        forms = dict.fromkeys(scene.mentions[-n - 1].text for n in range(len(tokens)))
        scene.entities[key] = replace(scene.entities[key], aliases=tuple(forms))


def add_unnamed(scene: Scene, noun: Token, pronouns: list[Token]) -> None:
    """Somebody without a name who is spoken of again: `a gunman ... he ... his`, later `the gunman`."""
    if noun.i in scene.at:
        key = scene.at[noun.i]
    else:
        first = first_word(noun)
        name = " ".join(scene.article.text[first.start : noun.end].split())
        article, _, rest = name.partition(" ")
        kind = "group" if noun.tag == "NNS" else "person"
        name = rest if article.lower() in ("a", "an", "the", "one") and rest else name
        key = scene.add_entity(name, kind, country=None, confidence=0.5)
        for token in scene.parse.tokens[noun.i :]:
            again = token.lemma == noun.lemma and token.tag == noun.tag and token.i not in scene.at
            if token is noun or (again and is_definite(token)):
                scene.add_mention(first_word(token), token, "nominal", key)
    for token in pronouns:
        scene.add_mention(token, token, "pronoun", key)


def add_recurring(scene: Scene) -> None:
    """People without a name to whom the text comes back: `a nurse ... the nurse`, `two divers ... the divers`."""
    found: dict[tuple[str, str], list[Token]] = {}
    for token in scene.parse.tokens:
        if token.pos == "NOUN" and token.lemma in person_nouns() and token.i not in scene.at and not _is_owned(token):
            found.setdefault((token.lemma, token.tag), []).append(token)
    for (lemma, _), tokens in found.items():
        again = any(is_definite(token) for token in tokens[1:])
        if again and lemma not in words("titles") and lemma != "person" and _is_introduced(tokens[0]):
            add_unnamed(scene, tokens[0], [])


def _is_introduced(token: Token) -> bool:
    """`a nurse`, `two divers`, `divers`; not `the nurse`, `no nurse`, `every nurse`."""
    before = [child for child in token.lefts if child.dep in ("det", "poss", "neg")]
    return all(child.lower in ("a", "an") for child in before) and (bool(before) or token.tag == "NNS")


def _is_owned(token: Token) -> bool:
    return any(child.dep == "poss" or country_of(child.text) for child in token.lefts)


def add_group_of(scene: Scene, token: Token, sort: str, made: dict[tuple[str, str], str]) -> bool:
    """People of somebody's or of a country's: one entity each, however often they are named."""
    for child in token.lefts:
        if child.dep not in ("poss", "compound", "nmod", "amod"):
            continue
        form = country_of(child.text)
        if form and form.sort in ("adjective", "name", "people"):
            if sort == "government":
                scene.add_mention(first_word(token), token, "nominal", scene.country(form.country))
            else:
                _add_group(scene, child, token, (form.country, form.country), made)
            return True
        owner = scene.entity_at(child)
        if owner and owner.kind != "place" and child.dep == "poss" and sort == "group":
            _add_group(scene, child, token, (owner.entity_id, owner.country), made)
            return True
    return False


def _add_group(
    scene: Scene,
    owner: Token,
    token: Token,
    of: tuple[str, str | None],
    made: dict[tuple[str, str], str],
    *,
    kind: str = "group",
) -> None:
    """`of` is the key of the owner and the country. The group's name leaves out what stands before the owner's."""
    key = (of[0], token.lemma)
    if key not in made:
        name = " ".join(scene.article.text[first_word(owner).start : token.end].split())
        made[key] = scene.add_entity(name.removeprefix("the "), kind, country=of[1], confidence=0.7)
    scene.add_mention(first_word(token), token, "nominal", made[key])


def group_again(scene: Scene, token: Token, made: dict[tuple[str, str], str]) -> str | None:
    """`the soldiers` behind `Turkish soldiers`: the only group of that noun."""
    if any(child.dep not in ("det", "case") for child in token.children):
        return None
    found = {key for (_, lemma), key in made.items() if lemma == token.lemma}
    return found.pop() if len(found) == 1 else None
