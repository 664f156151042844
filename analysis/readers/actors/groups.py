"""Groups by whose they are (`Smith's forces`, `his wife`), by sort (`voters`), or named together (`both`)."""

from dataclasses import dataclass, field, replace

from analysis.gazetteer import CountryForm, country_of
from analysis.grammar.phrases import first_word
from analysis.grammar.tokens import Token
from analysis.lexicon import rows, words
from analysis.readers.actors.antecedents import Together, named_together
from analysis.readers.actors.matching import folded, known_names, plurals_of
from analysis.readers.actors.people import person_nouns
from analysis.readers.actors.phrases import has_name_beside, is_definite, modifiers_of
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


NOUNS = frozenset({"NN", "NNS", "NNPS"})
ANYBODY = frozenset({"people", "men", "women"})  # one word, seldom the same people twice


def add_peoples(scene: Scene, groups: dict[str, str]) -> None:
    """Sorts of people who are spoken of more than once: `voters`, `undocumented immigrants`.

    What modifies the noun tells sorts apart where two of them recur; a bare noun is then a sort of its own.
    """
    found: dict[str, dict[str, list[Token]]] = {}
    bodies = words("relation_nouns", sort="body")
    for token in scene.parse.tokens:
        if token.tag not in NOUNS or token.i in scene.at or (token.lower in ANYBODY and not modifiers_of(token)):
            continue
        acting = groups.get(token.lower) in ("people", "group")
        plural = token.tag != "NN" and (acting or token.lemma in person_nouns())
        body = token.tag == "NN" and acting and is_definite(token) and token.lower not in bodies
        if (plural or body) and not _is_owned(token) and not _is_told_apart(token):
            found.setdefault(token.lower, {}).setdefault(" ".join(modifiers_of(token)), []).append(token)
    for sorts in found.values():
        recurring = [sort for sort, tokens in sorts.items() if sort and len(tokens) > 1]
        for sort in recurring if len(recurring) > 1 else ():
            _add_people(scene, sorts.pop(sort))
        _add_people(scene, sorted((token for tokens in sorts.values() for token in tokens), key=lambda t: t.i))


def _add_people(scene: Scene, tokens: list[Token]) -> None:
    """Make a group of a sort of people, named by the one longer form if there is just one."""
    if len(tokens) < 2:
        return
    texts = [scene.article.text[_sort_word(token).start : token.end] for token in tokens]
    longer = {text.lower() for text in texts} - {tokens[0].lower}
    name = next(text for text in texts if text.lower() in longer) if len(longer) == 1 else tokens[0].lower
    name = " ".join(name.split())
    first = _sort_word(tokens[texts.index(name)]) if name in texts else None
    name = name[0].lower() + name[1:] if first and first.pos != "PROPN" else name
    key = scene.add_entity(name, "group", country=None, rule="sort of people")
    for token in tokens:
        scene.add_mention(_sort_word(token), token, "nominal", key)
    scene.entities[key] = replace(scene.entities[key], aliases=tuple(dict.fromkeys(texts)))


def _is_told_apart(token: Token) -> bool:
    """`children born in this country`: a clause behind the noun makes them others than `children`."""
    return any(child.dep in ("acl", "relcl") for child in token.rights)


def _sort_word(token: Token) -> Token:
    """Where the words that tell the sort of people begin: `undocumented` immigrants."""
    sorts = modifiers_of(token)
    return next((child for child in token.lefts if child.lower in sorts), token)


def add_unnamed(scene: Scene, noun: Token, pronouns: list[Token], *, kind: str = "person") -> None:
    """Somebody without a name who is spoken of again: `a gunman ... he ... his`, later `the gunman`."""
    if noun.i in scene.at:
        key = scene.at[noun.i]
    else:
        first = first_word(noun)
        name = " ".join(scene.article.text[first.start : noun.end].split())
        article, _, rest = name.partition(" ")
        kind = "group" if noun.tag == "NNS" and kind == "person" else kind
        name = rest if article.lower() in ("a", "an", "the", "one") and rest else name
        key = scene.add_entity(name, kind, country=None, rule="without a name")
        for token in scene.parse.tokens[noun.i :]:
            if token is noun or (token.lemma == noun.lemma and token.i not in scene.at and _is_again(token, noun)):
                scene.add_mention(first_word(token), token, "nominal", key)
    for token in pronouns:
        scene.add_mention(token, token, "pronoun", key)


def _is_again(token: Token, noun: Token) -> bool:
    """`the gunman` behind `a masked gunman`; not `the gunmen`, `the other gunman`."""
    return token.tag == noun.tag and is_definite(token) and set(modifiers_of(token)) <= set(modifiers_of(noun))


def add_recurring(scene: Scene) -> None:
    """Whom, and where, the text comes back to without a name: `a nurse ... the nurse`, `the clinic ... the clinic`."""
    kinds = {row["word"]: row["kind"] for row in rows("unnamed_nouns")}
    people = person_nouns()
    found: dict[tuple[str, str], list[Token]] = {}
    for token in scene.parse.tokens:
        known = token.pos == "NOUN" and (token.lemma in people or token.lemma in kinds)
        if known and token.i not in scene.at and not _is_owned(token) and not _is_said_of(scene, token):
            found.setdefault((token.lemma, token.tag), []).append(token)
    for (lemma, _), tokens in found.items():
        first = tokens[0]
        if lemma in words("titles") or lemma == "person" or not any(_is_again(token, first) for token in tokens[1:]):
            continue
        if _is_introduced(first) or (lemma in kinds and is_definite(first)):
            add_unnamed(scene, first, [], kind=kinds.get(lemma, "person"))


def _is_said_of(scene: Scene, token: Token) -> bool:
    """`Acme is a bank`, `Acme, a bank`, `a bank, Acme`, `the bank Acme`: said of somebody, nobody new."""
    named = has_name_beside(scene, token) or (token.i + 1 in scene.at and token.dep in ("compound", "nmod"))
    return named or token.dep in ("attr", "appos")


def _is_introduced(token: Token) -> bool:
    """`a nurse`, `two divers`, `divers`; not `the nurse`, `no nurse`, `every nurse`."""
    before = [child for child in token.lefts if child.dep in ("det", "poss", "neg")]
    return all(child.lower in ("a", "an") for child in before) and (bool(before) or token.tag == "NNS")


def _is_owned(token: Token) -> bool:
    return any(child.dep == "poss" or country_of(child.text) for child in token.lefts)


REACH = 2  # sentences back in which two are looked for whom `both` means


def add_collectives(scene: Scene, pronouns: dict[str, list[Token]]) -> None:
    """A group for those named together to whom a pronoun, `both` or `the two men` goes back; else they stay apart.

    `the two men` may also go back to the only two people that the sentences just before name.
    """
    found = [(n, one) for n, s in enumerate(scene.parse.sentences) for one in named_together(scene, s.tokens)]
    again: dict[str, list[Token]] = {}
    last = {one.key: n for n, one in found}
    for token in scene.parse.tokens:
        if token.i in scene.at or not _means_two(token):
            continue
        before = [one for n, one in found if n <= token.sent and one.heads[-1].i < token.i and len(one.heads) == 2]
        if before and token.sent - last[before[-1].key] <= REACH:
            key = before[-1].key
        elif token.tag == "NNS" and (pair := _named_near(scene, token)):
            key = pair
        else:
            continue
        again.setdefault(key, []).append(token)
        last[key] = token.sent
    for key in dict.fromkeys([*pronouns, *again]):
        _add_collective(
            scene, key, [one for _, one in found if one.key == key], pronouns.get(key, []), again.get(key, [])
        )


def _named_near(scene: Scene, token: Token) -> str | None:
    """The two people of the two sentences before, if there are no more."""
    found: dict[str, None] = {}
    for sentence in scene.parse.sentences[max(0, token.sent - 2) : token.sent]:
        keys = (scene.at.get(other.i) for other in sentence.tokens)
        found |= {key: None for key in keys if key and scene.entities[key].kind == "person"}
    return "+".join(found) if len(found) == 2 else None


def _means_two(token: Token) -> bool:
    """`both` alone, `the two`, `the pair`, `the two men`."""
    if token.lower == "both":
        return token.pos == "PRON" and not token.children and token.dep in ("nsubj", "nsubjpass", "dobj", "pobj")
    if token.tag != "NNS":
        return token.lower in words("two_words") and is_definite(token)
    two = any(child.lower == "two" for child in token.children)
    return two and is_definite(token) and token.lemma in person_nouns()


def _add_collective(scene: Scene, parts: str, named: list[Together], pronouns: list[Token], again: list[Token]) -> None:
    """Make a group of its parts, and mention it where they are named together and where they are gone back to."""
    name = " and ".join(scene.entities[part].name for part in parts.split("+"))
    key = scene.add_entity(name, "group", country=None, rule="named together")
    for one in named:
        scene.add_mention(scene.name_around(one.heads[0])[0], scene.name_around(one.heads[-1])[1], "nominal", key)
    for token in again:
        scene.add_mention(first_word(token), token, "pronoun" if token.lower == "both" else "nominal", key)
    for token in pronouns:
        scene.add_mention(token, token, "pronoun", key)


Relation = tuple[str, str]  # the owner's entity and the noun


def resolve_relations(scene: Scene, owned: Owned, unnamed: dict[int, list[Token]]) -> None:
    """Bring people of one owner and one noun together, once the pronouns before them are known.

    They come to whoever was named in that relation (`her husband, Paul Weber`); kin are else somebody without a name,
    if mentioned again. Groups come to those of their owner. `unnamed` has the pronouns that go back to each noun; those
    used here are taken out.
    """
    sorts = {row["word"]: row["sort"] for row in rows("relation_nouns") if row["sort"] != "in a body"}
    inside_roles = {token.i for role in scene.roles for token in scene.tokens_of(role.start, role.end)}
    bearers = _bearers(scene, sorts)
    kin: dict[Relation, list[Token]] = {}
    for token in scene.parse.tokens:
        owner = _owner_of(scene, token) if token.pos == "NOUN" and token.i not in inside_roles else None
        if owner is None or token.i in scene.at:
            continue
        relation, sort = (owner, token.lemma), sorts.get(token.lemma)
        bearer = bearers.get(relation) or owned.keys.get(relation) or _by_sort(scene, owner, token, sort)
        if bearer:
            scene.add_mention(first_word(token), token, "nominal", bearer)
            for pronoun in unnamed.pop(token.i, ()):
                scene.add_mention(pronoun, pronoun, "pronoun", bearer)
        elif sort == "kin":
            kin.setdefault(relation, []).append(token)
    for (owner, _), tokens in kin.items():
        _add_kin(scene, owner, tokens, [pronoun for token in tokens for pronoun in unnamed.pop(token.i, ())])


def _by_sort(scene: Scene, owner: str, token: Token, sort: str | None) -> str | None:
    """`his counterpart`, `his country`: whom what is known of the owner tells."""
    if sort == "counterpart":
        return _counterpart(scene, owner, token)
    entity = scene.entities[owner]
    home = sort == "country" and token.tag == "NN" and entity.kind != "country"
    return scene.country(entity.country) if home and entity.country else None


def _owner_of(scene: Scene, token: Token) -> str | None:
    """Whose somebody is: the entity of the possessive before the noun."""
    owner = next((child for child in token.lefts if child.dep == "poss"), None)
    return scene.at.get(owner.i) if owner else None


def _bearers(scene: Scene, sorts: dict[str, str]) -> dict[Relation, str]:
    """Those whose role is a relation to somebody: `his wife, Ann Holm`."""
    found: dict[Relation, str] = {}
    for role in scene.roles:
        for token in scene.tokens_of(role.start, role.end):
            owner = _owner_of(scene, token) if token.lemma in sorts else None
            if owner and owner != role.entity_id:
                found.setdefault((owner, token.lemma), role.entity_id)
    return found


def _counterpart(scene: Scene, owner: str, token: Token) -> str | None:
    """`his French counterpart`: who has a Frenchman's role with a noun of the owner's; nobody where two have one."""
    form = next((found for child in token.lefts if (found := country_of(child.text))), None)
    nouns = {role.role.lower().split()[-1] for role in scene.roles if role.entity_id == owner}
    found = {
        role.entity_id
        for role in scene.roles
        if form
        and role.entity_id != owner
        and scene.entities[role.entity_id].country == form.country
        and role.role.lower().split()[-1] in nouns
    }
    return found.pop() if len(found) == 1 else None


def _add_kin(scene: Scene, owner: str, tokens: list[Token], pronouns: list[Token]) -> None:
    """Make somebody, or a group, of kin who are mentioned more than once."""
    if len(tokens) + len(pronouns) < 2:
        return
    kind = "group" if tokens[0].tag == "NNS" else "person"
    key = scene.add_entity(f"{scene.entities[owner].name}'s {tokens[0].lower}", kind, country=None, rule="kin")
    for token in tokens:
        scene.add_mention(first_word(token), token, "nominal", key)
    forms = dict.fromkeys(mention.text for mention in scene.mentions[-len(tokens) :])
    scene.entities[key] = replace(scene.entities[key], aliases=tuple(forms))
    for token in pronouns:
        scene.add_mention(token, token, "pronoun", key)
