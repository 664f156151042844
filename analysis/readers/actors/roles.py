"""Roles as data: those beside a name, in apposition or behind `is`, and the country or body that each is a role in."""

from dataclasses import replace

from analysis.gazetteer import country_of
from analysis.grammar.lexemes import role_nouns
from analysis.grammar.tokens import Token
from analysis.lexicon import words
from analysis.readers.actors.organizations import called_so, spoken_of
from analysis.readers.actors.people import forms_of_address
from analysis.readers.actors.scene import Scene
from analysis.records import Entity, Role

BEFORE = frozenset({"amod", "compound", "nmod", "poss", "punct"})
OF = frozenset({"of", "for", "to", "at", "in", "with"})


def resolve_roles(scene: Scene) -> None:
    """Add the roles that stand apart from the name (`Jane Doe, head of the bank`), and say in what each is one.

    A role in a country that the article names only by its adjective has no `of_id`; its bearer has the country.
    """
    found = [*scene.roles, *_apart(scene)]
    known: dict[tuple[str, int], Role] = {}
    for role in sorted(found, key=lambda role: (role.start, -role.end)):
        known.setdefault((role.entity_id, role.start), role)
    scene.roles = tuple(_linked(scene, role) for role in known.values())
    for role in scene.roles:
        bearer = scene.entities[role.entity_id]
        country = bearer.country or _country(scene, role)
        held = role.role if bearer.role is None or is_address(bearer.role) else bearer.role
        scene.entities[role.entity_id] = replace(bearer, role=None if is_address(held) else held, country=country)


def link_roles(scene: Scene) -> None:
    """Link roles that say only which sort of body they are in (`party leader`, `the Fund's chief`) to the last such.

    A spokesman or chief executive of nothing is one of the body spoken of.
    """
    linked = []
    for role in scene.roles:
        inside = scene.tokens_of(role.start, role.end) if role.of_id is None else []
        bodies = [called_so(scene, token) for token in inside[:-1] if token.pos in ("NOUN", "PROPN")]
        if inside and not any(bodies) and inside[-1].lower in words("relation_nouns", sort="in a body"):
            bodies.append(spoken_of(scene, inside[-1], "organization"))
        of_id = next((key for key in bodies if key and key != role.entity_id), role.of_id)
        linked.append(replace(role, of_id=of_id))
    scene.roles = tuple(linked)


def is_address(role: str) -> bool:
    """Whether it is a form of address, which tells a gender but is no role: `Mr.`."""
    return role.lower().rstrip(".") in forms_of_address()


def _apart(scene: Scene) -> list[Role]:
    """Roles that stand apart from the name: in apposition to it, or said of it."""
    roles = []
    for mention in scene.mentions:
        entity = scene.entities.get(mention.entity_id or "")
        if entity is None or entity.kind != "person" or mention.form != "name":
            continue
        inside = scene.tokens_of(mention.start, mention.end)
        head = next((token for token in inside if token.head not in inside), None)
        noun = _noun_of(head) if head else None
        if head and noun and noun not in inside and not scene.entity_at(noun):
            first, last = _phrase(noun, avoid=head)
            text = scene.article.text[first.start : last.end]
            roles.append(Role(entity_id=entity.entity_id, role=text, start=first.start, end=last.end, rule="apart"))
    return roles


def _noun_of(name: Token) -> Token | None:
    """The role noun that stands in apposition to a name, has it in apposition, or is what the name is said to be."""
    nouns = [child for child in name.children if child.dep == "appos"]
    if name.dep == "appos" and name.head.i < name.i <= name.head.i + 12:
        nouns.append(name.head)
    if name.dep == "nsubj" and name.head.lower in words("verb_sorts", sort="copula"):
        nouns.extend(child for child in name.head.children if child.dep == "attr")
    return next((noun for noun in nouns if noun.tag in ("NN", "NNP") and noun.lower in role_nouns()), None)


def _phrase(noun: Token, avoid: Token) -> tuple[Token, Token]:
    """From the first modifier, without article, to the end of the `of` phrase; never into the name."""
    first = last = noun
    for child in noun.lefts[::-1]:
        if child.dep not in BEFORE:
            break
        inside = [token for token in child.subtree() if token.tag not in ("DT", "PRP$")]
        first = inside[0] if inside else first
    for child in noun.rights:
        if child.dep != "prep" or child.lower not in OF or child.i != last.i + 1:
            break
        behind = child.subtree()
        if avoid in behind or len(behind) < 2:
            break
        ends = (n for n, token in enumerate(behind) if token.dep == "relcl" or not token.text[0].isalnum())
        last = behind[: next(ends, len(behind))][-1]
    return first, last


def _linked(scene: Scene, role: Role) -> Role:
    """The role with the first body or country that its words mention, by name or adjective."""
    for token in scene.tokens_of(role.start, role.end):
        entity = scene.entity_at(token) or _by_adjective(scene, token)
        if entity and entity.kind in ("country", "organization") and entity.entity_id != role.entity_id:
            return replace(role, of_id=entity.entity_id)
    return role


def _by_adjective(scene: Scene, token: Token) -> Entity | None:
    form = country_of(token.text) if token.text[0].isupper() else None
    if form is None:
        return None
    return next((e for e in scene.entities.values() if e.kind == "country" and e.country == form.country), None)


def _may_tell(scene: Scene, token: Token, entity: Entity | None) -> bool:
    """Whether a word in a role is a country's: not inside the name of a place, a person or, unless first, a body."""
    if entity is None or entity.kind in ("country", "group"):
        return True
    return entity.kind == "organization" and scene.name_around(token)[0] is token


def _country(scene: Scene, role: Role) -> str | None:
    """The country that a role names: `Indian` minister, not `Jersey` of a New Jersey senator."""
    for token in scene.tokens_of(role.start, role.end):
        entity = scene.entity_at(token)
        form = country_of(token.text) if token.text[0].isupper() else None
        if form and form.sort != "capital" and _may_tell(scene, token, entity):
            return form.country
    return scene.entities[role.of_id].country if role.of_id else None
