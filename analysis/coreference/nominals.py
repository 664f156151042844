"""Actors without a name: `the minister`, `the government in Tripoli`, `Haftar's forces`, `Turkish soldiers`."""

from dataclasses import replace

from analysis.coreference.metonymy import GOVERNING
from analysis.coreference.scene import Scene
from analysis.lexicon import rows, words
from analysis.names.geography import country_of
from analysis.syntax import Token

RIGHT_EDGE = frozenset({"prep", "acl", "relcl", "appos", "punct", "cc", "conj", "advmod", "advcl"})
ANYBODY = frozenset({"people", "men", "women"})  # one word, seldom the same people twice
REACH = 8  # sentences back in which the bearer of a role or generic noun is looked for


def resolve_nominals(scene: Scene) -> None:
    """Add nominal mentions of the cast, and the groups that belong to somebody or to a country."""
    nouns = {row["word"]: row for row in rows("generic_nouns")}
    groups = {row["word"]: row["sort"] for row in rows("group_nouns")}
    made: dict[tuple[str, str], str] = {}
    _administrations(scene, made)
    _peoples(scene, groups)
    for token in scene.parse.tokens:
        if token.pos not in ("NOUN", "PROPN") or token.i in scene.at:
            continue
        if token.lower in groups and _group(scene, token, groups[token.lower], made):
            continue
        if not _is_definite(token):
            continue
        bearer = _role_bearer(scene, token) or _named_so(scene, token, nouns)
        if bearer:
            scene.add_mention(_first(token), token, "nominal", bearer)


def _administrations(scene: Scene, made: dict[tuple[str, str], str]) -> None:
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
        elif token.lower in last and _is_definite(token):
            scene.add_mention(_first(token), token, "nominal", last[token.lower])


def _is_person(scene: Scene, token: Token) -> bool:
    entity = scene.entity_at(token)
    return entity is not None and entity.kind == "person"


def _peoples(scene: Scene, groups: dict[str, str]) -> None:
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
        first = _first(noun)
        name = " ".join(scene.article.text[first.start : noun.end].split())
        article, _, rest = name.partition(" ")
        kind = "group" if noun.tag == "NNS" else "person"
        name = rest if article.lower() in ("a", "an", "the", "one") and rest else name
        key = scene.add_entity(name, kind, country=None, confidence=0.5)
        for token in scene.parse.tokens[noun.i :]:
            again = token.lemma == noun.lemma and token.tag == noun.tag and token.i not in scene.at
            if token is noun or (again and _is_definite(token)):
                scene.add_mention(_first(token), token, "nominal", key)
    for token in pronouns:
        scene.add_mention(token, token, "pronoun", key)


def _is_owned(token: Token) -> bool:
    return any(child.dep == "poss" or country_of(child.text) for child in token.lefts)


def _is_definite(token: Token) -> bool:
    return any(child.lower in ("the", "this", "that") and child.dep == "det" for child in token.children)


def _first(token: Token) -> Token:
    """The first token of the noun phrase, left of its head."""
    found = token
    while found.lefts and found.lefts[0].dep not in ("punct", "cc", "preconj"):
        found = found.lefts[0]
    return found


def _role_bearer(scene: Scene, token: Token) -> str | None:
    """The last person mentioned before whose role is this noun; nobody where two have it in reach at once."""
    if token.lower not in words("person_nouns") and token.lower not in words("titles"):
        return None
    bearers = {role.entity_id for role in scene.roles if token.lower in role.role.lower().split()[-2:]}
    if not bearers or any(child.dep in ("prep", "relcl", "appos", "poss") for child in token.children):
        return None
    modifiers = {child.lower for child in token.lefts if child.dep in ("amod", "compound")}
    for mention in sorted(scene.mentions, key=lambda m: -m.start):
        if mention.start < token.start and mention.entity_id in bearers:
            roles = " ".join(role.role.lower() for role in scene.roles if role.entity_id == mention.entity_id)
            return (
                mention.entity_id
                if all(word in roles for word in modifiers) and _near(scene, mention.start, token)
                else None
            )
    return None


def _near(scene: Scene, start: int, token: Token) -> bool:
    there = scene.tokens_of(start, start + 1)
    return bool(there) and token.sent - there[0].sent <= REACH


def _named_so(scene: Scene, token: Token, nouns: dict[str, dict[str, str]]) -> str | None:
    """The body whose name has the noun in it, or the country last named."""
    row = nouns.get(token.lower)
    if row is None or token.pos == "PROPN":
        return None
    heads = row["heads"].split()
    if heads == ["any"]:
        return _only_country(scene, token)
    if token.lower in GOVERNING and not _government_there(scene, token):
        return None
    for mention in sorted(scene.mentions, key=lambda m: (m.start > token.start, abs(m.start - token.start))):
        entity = scene.entities.get(mention.entity_id or "")
        ahead = mention.start > token.start
        if (
            not entity
            or entity.kind != row["kind"]
            or mention.form == "pronoun"
            or (ahead and token.lower not in GOVERNING)
        ):
            continue
        if set(heads) & set(entity.name.lower().replace(".", "").split()):
            return entity.entity_id if ahead or _near(scene, mention.start, token) else None
    return None


def _only_country(scene: Scene, token: Token) -> str | None:
    """The country spoken of, where only one is in this sentence before and in the one before that."""
    found = {
        entity.entity_id
        for mention in scene.mentions
        if mention.start < token.start
        and (entity := scene.entities.get(mention.entity_id or ""))
        and entity.kind == "country"
        and token.sent - scene.tokens_of(mention.start, mention.end)[0].sent <= 1
    }
    return found.pop() if len(found) == 1 else None


def _government_there(scene: Scene, token: Token) -> bool:
    """`the government in Tripoli` may be a body that is named elsewhere; `the French government` is no such."""
    return not any(country_of(child.text) for child in token.lefts)


def _group(scene: Scene, token: Token, sort: str, made: dict[tuple[str, str], str]) -> bool:
    """People of somebody's or of a country's: one entity each, however often they are named."""
    for child in token.lefts:
        if child.dep not in ("poss", "compound", "nmod", "amod"):
            continue
        form = country_of(child.text)
        if form and form.sort in ("adjective", "name", "people"):
            if sort == "government":
                scene.add_mention(_first(token), token, "nominal", scene.country(form.country))
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
        name = " ".join(scene.article.text[_first(owner).start : token.end].split())
        made[key] = scene.add_entity(name.removeprefix("the "), kind, country=of[1], confidence=0.7)
    scene.add_mention(_first(token), token, "nominal", made[key])
