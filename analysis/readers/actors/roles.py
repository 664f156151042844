"""Roles as data, with the country or organization that each is one in; and whom the source of a quotation names."""

from dataclasses import replace

from analysis.gazetteer import country_of
from analysis.grammar.clauses import conjuncts
from analysis.grammar.factuality import FORMER, factuality
from analysis.grammar.lexemes import role_nouns
from analysis.grammar.phrases import equated, head_of
from analysis.grammar.tokens import Parse, Token
from analysis.lexicon import words
from analysis.readers.actors.antecedents import SORTS
from analysis.readers.actors.nominals import likeliest
from analysis.readers.actors.organizations import organization_features, organization_spoken_of
from analysis.readers.actors.people import forms_of_address, means_person
from analysis.readers.actors.scene import Scene
from analysis.records import Article, Cast, Entity, Quotation, Role

BEFORE = frozenset({"amod", "compound", "nmod", "poss", "punct"})
YEAR = 4  # figures
OF = frozenset({"of", "for", "to", "at", "in", "with"})


def resolve_roles(scene: Scene) -> None:
    """Add the roles that stand apart from the name (`Jane Doe, head of the bank`), and say in what each is one.

    A role in a country that the article names only by its adjective has no `of_id`; its bearer has the country.
    """
    held = [_trimmed(scene, role) for role in scene.roles if _is_had(scene, role)]
    for role in scene.roles:
        if role not in held and scene.entities[role.entity_id].role == role.role:
            scene.entities[role.entity_id] = replace(scene.entities[role.entity_id], role=None)
    found = [*held, *_apart(scene)]
    known: dict[tuple[str, int], Role] = {}
    for role in sorted(found, key=lambda role: (role.start, -role.end)):
        known.setdefault((role.entity_id, role.start), role)
    scene.roles = tuple(_linked(scene, role) for role in known.values())
    for role in scene.roles:
        bearer = scene.entities[role.entity_id]
        country = bearer.country or _country(scene, role)
        held = role.role if bearer.role is None or is_address(bearer.role) else bearer.role
        scene.entities[role.entity_id] = replace(bearer, role=None if is_address(held) else held, country=country)


def _is_had(scene: Scene, role: Role) -> bool:
    """Whether a title before a name is the person's: no `count` of `they count Smith`, nor `a President Smith`."""
    inside = scene.tokens_of(role.start, role.end)
    before = scene.parse.tokens[max(inside[0].i - 1, 0)]
    supposed = before.lower in ("a", "an") and role.role[0].isupper()
    return not supposed and not inside[-1].tag.startswith("VB")


def _trimmed(scene: Scene, role: Role) -> Role:
    """`a defeat President Brown feared`, `voters support President Brown`: a title in capitals begins behind a noun
    without; not `Ohio state Sen.`."""
    inside = scene.tokens_of(role.start, role.end)
    plain = [one for one in inside if one.tag in ("NN", "NNS") and one.text.islower()]
    cuts = [one for one in plain if one.lower not in words("office_words") and not one.lex.role]
    start = cuts[-1].i - inside[0].i + 1 if cuts else 0
    if not 0 < start < len(inside) or not inside[start].text[0].isupper():
        return role
    return replace(role, start=inside[start].start, role=scene.article.text[inside[start].start : role.end])


def link_roles(scene: Scene) -> None:
    """Link roles that say only in what sort of organization (`party leader`, `the Fund's chief`) to the one meant.

    A spokesman or chief executive of nothing is one of the organization spoken of.
    """
    linked = []
    for role in scene.roles:
        inside = scene.tokens_of(role.start, role.end) if role.of_id is None else []
        nouns = [token for token in inside[:-1] if token.pos in ("NOUN", "PROPN")]
        organizations = [_organization_of(scene, noun, role.entity_id) for noun in nouns]
        somebodys = any(scene.is_person_at(noun) for noun in nouns)  # `Smith spokesman`
        spoken = inside and not somebodys and inside[-1].lower in words("relation_nouns", sort="in an organization")
        if spoken and not any(organizations):
            organizations.append(organization_spoken_of(scene, inside[-1]))
        of_id = next((key for key in organizations if key and key != role.entity_id), role.of_id)
        linked.append(replace(role, of_id=of_id))
    scene.roles = tuple(linked)


def _organization_of(scene: Scene, noun: Token, bearer: str) -> str | None:
    """Which organization a noun in somebody's role means."""
    entity = scene.entity_at(noun)
    if entity and entity.kind == "organization" and entity.entity_id != bearer:
        return entity.entity_id
    return likeliest(scene, noun, organization_features(scene, noun))


def is_address(role: str) -> bool:
    """Whether it is a form of address, which tells a gender but is no role: `Mr.`."""
    return role.lower().rstrip(".") in forms_of_address()


def _apart(scene: Scene) -> list[Role]:
    """Roles that stand apart from the name: in apposition to it, or said of it."""
    roles = []
    for mention in scene.mentions:
        inside = scene.tokens_of(mention.start, mention.end)
        head = next((token for token in inside if token.head not in inside), None)
        noun = _noun_of(head) if head and scene.is_person_at(head) else None
        if noun and not scene.entity_at(noun):
            first, last = _phrase(noun)
            while scene.parse.tokens[first.i - 1].text == "-" and scene.parse.tokens[first.i - 1].end == first.start:
                first = scene.parse.tokens[first.i - 2]  # `mega-donor`
            last = _whole_word(scene, last)
            text = scene.article.text[first.start : last.end]
            cut = any(token.tag == "POS" for token in scene.parse.tokens[last.i + 1 : last.i + 2])
            if cut or any(token.tag in ("``", "''") for token in scene.tokens_of(first.start, last.end)):
                continue
            key = mention.entity_id or ""
            roles.append(Role(entity_id=key, role=text, start=first.start, end=last.end, rule="apart"))
    return roles


def _whole_word(scene: Scene, token: Token) -> Token:
    """The last part of a hyphened word: `son-in-law`, `editor-in-chief`."""
    mark, other = (*scene.parse.tokens[token.i + 1 : token.i + 3], token, token)[:2]
    hyphened = mark.text == "-" and (token.end, mark.end) == (mark.start, other.start)
    return _whole_word(scene, other) if hyphened else token


def _noun_of(name: Token) -> Token | None:
    """The role noun that stands in apposition to a name, has it in apposition, or is what the name is said to be; none
    where that is denied or supposed, or where one of several is told apart (`the only mayor to sign`)."""
    nouns = (noun for noun in equated(name) if noun.tag in ("NN", "NNP") and noun.lower in role_nouns())
    return next((noun for noun in nouns if not _is_unsure(noun) and noun.lower not in words("no_roles")), None)


def _is_unsure(noun: Token) -> bool:
    """Whether a role noun is said of somebody who need not have the role (`our next mayor`, `formerly a banker`), or is
    cut short by what it stands for."""
    told = factuality(noun)
    away = noun.has(words={"next", "future"}) or any(one.has("advmod", words=FORMER) for one in (noun, noun.head))
    said = noun.dep == "attr" and (told.denied or told.unreal or told.wished or told.possible)
    cut = noun.has("acl", "relcl") and noun.has(words=words("ordering_words"))
    return said or cut or away or noun.has(words={"only", "sole"})


def _phrase(noun: Token) -> tuple[Token, Token]:
    """From the first modifier, without article, to the end of the `of` phrase."""
    first = noun
    for child in noun.lefts[::-1]:
        if child.dep not in BEFORE and not (child.text.isdigit() and len(child.text) == YEAR):  # `the 2008 nominee`
            break
        inside = [token for token in child.subtree() if token.tag not in ("DT", "PRP$", "WP$")]
        first = inside[0] if inside else first
    last = _joined(noun) or noun
    for child in sorted([*noun.rights, *(last.rights if last is not noun else ())], key=lambda child: child.i):
        if child.i <= last.i:
            continue
        if child.dep != "prep" or child.lower not in OF or child.i != last.i + 1:
            break
        behind = child.subtree()
        if len(behind) < 2 or not behind[1].text[0].isalnum() or any(token.tag == "PRP$" for token in behind):
            break
        last = behind[: next((n for n, token in enumerate(behind) if _ends(token)), len(behind))][-1]
    return first, last


def _joined(noun: Token) -> Token | None:
    """`president and chief executive of the bank`: a second role right behind the first, without article."""
    other = noun.child("conj", behind=True)
    if other is None or other.tag not in ("NN", "NNP") or not other.lex.role:
        return None
    between = [*noun.those("cc"), *(word for child in other.lefts for word in child.subtree())]
    plain = all(word.dep not in ("det", "poss", "punct") for word in between)
    return other if plain and len(between) == other.i - noun.i - 1 else None


def _ends(token: Token) -> bool:
    """Whether a role's `of` phrase ends before a token: a clause or a mark, no hyphen and no possessive."""
    mark = not token.text[0].isalnum() and token.dep != "case" and token.text != "-"
    return mark or token.dep in ("relcl", "acl") or token.tag in ("WP", "WDT", "WP$")


def _linked(scene: Scene, role: Role) -> Role:
    """The role with the first organization or country that its words mention, by name or adjective."""
    for token in scene.tokens_of(role.start, role.end):
        form = country_of(token.text) if token.text[0].isupper() else None
        adjective = (e for e in scene.entities.values() if form and e.kind == "country" and e.country == form.country)
        entity = scene.entity_at(token) or next(adjective, None)
        if entity and entity.kind in ("country", "organization") and entity.entity_id != role.entity_id:
            first, last = scene.name_around(token)
            start = first.start if first.start < role.start < last.start else role.start  # not `Means Committee chair`
            return replace(role, of_id=entity.entity_id, start=start, role=scene.article.text[start : role.end])
    return role


def _may_tell(scene: Scene, token: Token, entity: Entity | None) -> bool:
    """Whether a word in a role is a country's: not in a place's or person's name, in an organization's only first."""
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


def source_entities(
    article: Article, parse: Parse, cast: Cast, quotations: tuple[Quotation, ...]
) -> tuple[tuple[str, ...], ...]:
    """For each quotation the entities that its source names, in text order; none where it is not known.

    A source is whoever its head mentions or whose role it is: `Merkel's spokesman` is not Merkel, `Obama and McConnell`
    are both, `her aide` in `her aide, Jane Doe, said` is Jane Doe.
    """
    scene, members = Scene(article, parse, cast), _members(cast)
    held = {token.i: role.entity_id for role in cast.roles[::-1] for token in parse.within((role.start, role.end))}
    found = []
    for said in quotations:
        source = parse.within(said.source)
        heads = [head for head in conjuncts(head_of(source)) if head in source] if source else []
        keys = [scene.at.get(head.i) or _named_beside(scene, head, source) or held.get(head.i) for head in heads]
        found.append(tuple(dict.fromkeys(part for key in keys if key for part in members.get(key, (key,)))))
    return tuple(found)


def _members(cast: Cast) -> dict[str, tuple[str, ...]]:
    """Those of whom a group of people named together is made."""
    kinds = {entity.entity_id: entity.kind for entity in cast.entities}
    together = {entity.entity_id for entity in cast.entities if entity.rule == "named_together"}
    found: dict[str, tuple[str, ...]] = {}
    for whole in cast.mentions if together else ():
        if whole.entity_id in together and whole.entity_id not in found:
            inside = (m.entity_id for m in cast.mentions if whole.start <= m.start and m.end <= whole.end)
            found[whole.entity_id] = tuple(key for key in inside if key and kinds[key] in SORTS)
    return {whole: parts for whole, parts in found.items() if len(parts) > 1}


def _named_beside(scene: Scene, head: Token, source: list[Token]) -> str | None:
    """`His former partner at Lenox, Lawrence Cummings,`, `her label, Acme,`: the name beside a noun of nobody's."""
    inside = [token for token in source if token.dep == "appos" and head in token.ancestors()]
    apart = head.those("appos") if head.tag == "NN" and not head.has(words={":"}) else []
    person = means_person(head)
    firm = not person or head.lower in words("firm_roles") | words("organization_nouns")  # `the plant's owner, Acme,`
    for token in [*inside, *apart]:
        entity = scene.entity_at(token)
        if entity and entity.kind == "person" and (token in inside or person or head.has("poss")):
            return entity.entity_id
        if entity and entity.kind == "organization" and token in apart and firm:
            return entity.entity_id
    return None
