"""Groups: by whose they are (`Smith's forces`, `Turkish soldiers`), by sort (`voters`), named together (`both`)."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from analysis.gazetteer import CountryForm, country_of
from analysis.grammar.phrases import first_word, is_definite, modifiers_of
from analysis.grammar.tokens import Token
from analysis.lexicon import pairs, words
from analysis.readers.actors.antecedents import Coordination, coordinations
from analysis.readers.actors.matching import folded, known_names, plurals_of
from analysis.readers.actors.people import person_nouns
from analysis.readers.actors.scene import Scene

NOUNS = frozenset({"NN", "NNS", "NNPS"})
NOUN_LIKE = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "dative"})
OWNERS = frozenset({"poss", "compound", "nmod", "amod"})
SUPPORTERS = frozenset({"supporters", "voters", "backers", "donors", "aides", "allies"})
NATIONAL = frozenset({"adjective", "name", "people"})
WHOLE = frozenset({"entire", "whole", "same"})
ANYBODY = frozenset({"people", "men", "women"})  # one word, seldom the same people twice
NEARBY = 2  # sentences in which soldiers without article are the soldiers just spoken of
PAIR_BACK = 2  # sentences back in which two are looked for whom `both` means


class Owner(NamedTuple):
    """Whose a group is: an entity, or a country by name; `token` names it."""

    key: str
    country: str | None
    token: Token


@dataclass
class OwnedGroups:
    """Groups made so far by owner and noun, and where each was last mentioned."""

    keys: dict[tuple[str, str], str] = field(default_factory=dict)
    last: dict[str, Token] = field(default_factory=dict)


def add_owned(scene: Scene, token: Token, sort: str, owned: OwnedGroups) -> bool:
    """`Smith's forces`, `the Smith campaign`, `Turkish soldiers`, `the French`: one for an owner and a noun."""
    around = token.lower in words("relation_nouns", sort="organization")
    form = country_of(token.text) if token.text[:1].isupper() and token.dep in NOUN_LIKE else None
    if form and form.sort == "adjective" and is_definite(token):
        _mention_owned(scene, Owner(form.country, form.country, token), token, owned)
        return True
    for child in [child for child in token.lefts if child.dep in OWNERS] if sort or around else ():
        entity, form = scene.entity_at(child), _country_form(scene, child)
        supported = scene.is_person_at(child) and child.i + 1 == token.i and token.lower in SUPPORTERS
        if around and scene.is_person_at(child):
            _mention_owned(scene, Owner(scene.at[child.i], None, child), token, owned, kind="organization")
        elif sort and form and form.sort in NATIONAL:
            _mention_of_country(scene, Owner(form.country, form.country, child), token, sort, owned)
        elif entity and entity.kind != "place" and sort == "group" and (child.dep == "poss" or supported):
            _mention_owned(scene, Owner(entity.entity_id, entity.country, child), token, owned)
        else:
            continue
        return True
    return False


def add_families(scene: Scene) -> None:
    """`the Clintons` where no name was found: a plural of a surname of the cast."""
    people = [entity for entity in scene.entities.values() if entity.kind == "person"]
    plurals = plurals_of(entity.name.split()[-1] for entity in people)
    families = {entity.name: key for key, entity in scene.entities.items() if entity.kind == "group"}
    for token in scene.parse.tokens:
        if token.i not in scene.at and token.text in plurals and is_definite(token):
            if token.text not in families:
                families[token.text] = scene.add_entity(token.text, "group", "family")
            scene.add_mention(token, token, "name", families[token.text])


def add_benches(scene: Scene, owned: OwnedGroups) -> None:
    """`Senate Republicans`, `House Democrats`: members of a party in a chamber are a group, not the party."""
    for mention in list(scene.mentions):
        members = scene.tokens_of(mention.start, mention.end)
        before = scene.parse.tokens[max(members[0].i - 1, 0)]
        chamber = scene.entity_at(before)
        plural = mention.text in known_names() and members[-1].tag in ("NNPS", "NNS")
        if (
            plural
            and chamber
            and chamber.kind == "organization"
            and before.dep in OWNERS
            and before.head is members[-1]
        ):
            scene.remove(mention)
            owner = Owner(chamber.entity_id, chamber.country, before)
            _mention_owned(scene, owner, members[-1], owned, first=before)


def _country_form(scene: Scene, token: Token) -> CountryForm | None:
    """The country that a word names, or that the name which it ends does: Papua New `Guinea`."""
    entity = scene.entity_at(token)
    if entity and entity.kind == "country" and entity.country:
        return CountryForm(entity.country, "name")
    return country_of(token.text)


def _mention_of_country(scene: Scene, owner: Owner, token: Token, sort: str, owned: OwnedGroups) -> None:
    """`the French government` is France; `Russia's foreign ministry` one of that name, if the text has it."""
    if sort == "government":
        scene.add_mention(first_word(token), token, "nominal", scene.country(owner.key))
    elif sort != "organization":
        _mention_owned(scene, owner, token, owned)
    else:
        name = " ".join([*(word for word in modifiers_of(token) if word != owner.token.lower), token.lower])
        forms = (name, f"{owner.token.lower} {name}")
        named = next((key for key, entity in scene.entities.items() if folded(entity.name) in forms), None)
        if named:
            owned.keys.setdefault((owner.key, token.lemma), named)
        _mention_owned(scene, owner, token, owned, kind="organization")


def _mention_owned(
    scene: Scene, owner: Owner, token: Token, owned: OwnedGroups, *, kind: str = "group", first: Token | None = None
) -> None:
    """Mention the entity of an owner and a noun; its name leaves out what stands before the owner's."""
    named = scene.name_around(owner.token)[0]
    first = first or min(first_word(token), named, key=lambda t: t.i)
    key = owned.keys.get((owner.key, token.lemma))
    if key is None:
        rule = "around_a_person" if kind == "organization" else "of_an_organization"
        rule = "of_a_country" if owner.key == owner.country else rule
        start = max(first.start, min(named.start, first_word(owner.token).start))
        name = " ".join(scene.article.text[start : token.end].split()).removeprefix("the ").removeprefix("The ")
        key = owned.keys[owner.key, token.lemma] = scene.add_entity(name, kind, rule, country=owner.country)
    scene.add_mention(first, token, "nominal", key)
    owned.last[key] = token


def of_holder(scene: Scene, holder: str, token: Token, owned: OwnedGroups) -> str:
    """The organization around a person by that noun, made where it has not been spoken of: Holm administration."""
    if (holder, token.lemma) not in owned.keys:
        name = f"{scene.entities[holder].name.split()[-1]} {token.lower}"
        owned.keys[holder, token.lemma] = scene.add_entity(name, "organization", "around_a_person")
    owned.last[owned.keys[holder, token.lemma]] = token
    return owned.keys[holder, token.lemma]


def group_again(token: Token, owned: OwnedGroups) -> str | None:
    """`the soldiers`, or soon `soldiers`, behind `Turkish soldiers`: the only group of that noun."""
    if any(child.dep not in ("det", "case") and child.lower not in WHOLE for child in token.lefts):
        return None
    found = {key for (_, lemma), key in owned.keys.items() if lemma == token.lemma and key in owned.last}
    if token.lower in words("relation_nouns", sort="organization"):  # of administrations, the last
        found = {max(found, key=lambda key: owned.last[key].i)} if found else found
    if len(found) != 1:
        return None
    (key,) = found
    near = token.sent - owned.last[key].sent <= NEARBY and token.tag == "NNS"
    if not is_definite(token) and not near:
        return None
    owned.last[key] = token
    return key


def add_peoples(scene: Scene, groups: dict[str, str]) -> None:
    """Sorts of people who are spoken of more than once: `voters`, `undocumented immigrants`.

    What modifies the noun tells sorts apart where two of them recur; a bare noun is then a sort of its own.
    """
    found: dict[str, dict[str, list[Token]]] = {}
    for token in scene.parse.tokens:
        if token.i not in scene.at and _is_people(token, groups):
            found.setdefault(token.lower, {}).setdefault(" ".join(modifiers_of(token)), []).append(token)
    for sorts in found.values():
        recurring = [sort for sort, tokens in sorts.items() if sort and len(tokens) > 1]
        for sort in recurring if len(recurring) > 1 else ():
            _add_people(scene, sorts.pop(sort))
        _add_people(scene, sorted((token for tokens in sorts.values() for token in tokens), key=lambda t: t.i))


def _is_people(token: Token, groups: dict[str, str]) -> bool:
    """`voters`, `the opposition`; not `children born here`, whom a clause tells apart, nor `their children`."""
    if token.tag not in NOUNS or (token.lower in ANYBODY and not modifiers_of(token)):
        return False
    if _is_owned(token) or any(child.dep in ("acl", "relcl") for child in token.rights):
        return False
    acting = groups.get(token.lower) in ("people", "group")
    if token.tag != "NN":
        return acting or token.lemma in person_nouns()
    return acting and is_definite(token) and token.lower not in words("relation_nouns", sort="organization")


def _add_people(scene: Scene, tokens: list[Token]) -> None:
    """Make a group of a sort of people, named by the one longer form if there is just one."""
    if len(tokens) < 2:
        return
    texts = [scene.article.text[_sort_word(token).start : token.end] for token in tokens]
    longer = {text.lower() for text in texts} - {tokens[0].lower}
    name = next(text for text in texts if text.lower() in longer) if len(longer) == 1 else tokens[0].lower
    first = _sort_word(tokens[texts.index(name)]) if name in texts else None
    name = " ".join(name.split())
    name = name[0].lower() + name[1:] if first and first.pos != "PROPN" else name
    key = scene.add_entity(name, "group", "sort_of_people")
    for token in tokens:
        scene.add_mention(_sort_word(token), token, "nominal", key)
    scene.entities[key] = replace(scene.entities[key], aliases=tuple(dict.fromkeys(texts)))


def _sort_word(token: Token) -> Token:
    """Where the words that tell the sort of people begin: `undocumented` immigrants."""
    sorts = modifiers_of(token)
    return next((child for child in token.lefts if child.lower in sorts), token)


def add_recurring(scene: Scene) -> None:
    """Whom, and where, the text comes back to without a name: `a nurse ... the nurse`, `the clinic ... the clinic`."""
    kinds = pairs("unnamed_nouns", "word", "kind")
    found: dict[tuple[str, str], list[Token]] = {}
    for token in scene.parse.tokens:
        known = token.pos == "NOUN" and (token.lemma in person_nouns() or token.lemma in kinds)
        if known and token.i not in scene.at and not _is_owned(token) and not _is_said_of(scene, token):
            found.setdefault((token.lemma, token.tag), []).append(token)
    for (lemma, _), (first, *later) in found.items():
        if lemma in words("titles") or lemma == "person" or not any(_is_again(token, first) for token in later):
            continue
        if _is_new(first) or (lemma in kinds and is_definite(first)):
            add_unnamed(scene, first, (), kind=kinds.get(lemma, "person"))


def add_unnamed(scene: Scene, noun: Token, pronouns: Iterable[Token], *, kind: str = "person") -> None:
    """Somebody without a name who is spoken of again: `a gunman ... he ... his`, later `the gunman`."""
    if noun.i not in scene.at:
        first = first_word(noun)
        name = " ".join(scene.article.text[first.start : noun.end].split())
        article, _, rest = name.partition(" ")
        name = rest if rest and article.lower() in ("a", "an", "the", "one") else name
        kind = "group" if noun.tag == "NNS" and kind == "person" else kind
        key = scene.add_entity(name, kind, "without_a_name")
        for token in scene.parse.tokens[noun.i :]:
            if token is noun or (token.lemma == noun.lemma and token.i not in scene.at and _is_again(token, noun)):
                scene.add_mention(first_word(token), token, "nominal", key)
    for token in pronouns:
        scene.add_mention(token, token, "pronoun", scene.at[noun.i])


def _is_again(token: Token, noun: Token) -> bool:
    """`the gunman` behind `a masked gunman`; not `the gunmen`, `the other gunman`."""
    return token.tag == noun.tag and is_definite(token) and set(modifiers_of(token)) <= set(modifiers_of(noun))


def _is_said_of(scene: Scene, token: Token) -> bool:
    """`Acme is a bank`, `Acme, a bank`, `a bank, Acme`, `the bank Acme`: said of somebody, nobody new."""
    named = scene.is_named_beside(token) or (token.i + 1 in scene.at and token.dep in ("compound", "nmod"))
    return named or token.dep in ("attr", "appos")


def _is_new(token: Token) -> bool:
    """`a nurse`, `two divers`, `divers`; not `the nurse`, `no nurse`, `every nurse`."""
    before = token.those("det", "poss", "neg")
    return all(child.lower in ("a", "an") for child in before) and (bool(before) or token.tag == "NNS")


def _is_owned(token: Token) -> bool:
    return any(child.dep == "poss" or country_of(child.text) for child in token.lefts)


def add_collectives(scene: Scene, pronouns: dict[str, list[Token]]) -> None:
    """A group for those named together to whom a pronoun, `both` or `the two men` goes back; else they stay apart."""
    found = [joined for sentence in scene.parse.sentences for joined in coordinations(scene, sentence.tokens)]
    again: dict[str, list[Token]] = {}
    last = {joined.key: joined.subject for joined in found}
    for token in scene.parse.tokens:
        if token.i not in scene.at and _means_two(token):
            before = [joined for joined in found if joined.heads[-1].i < token.i and len(joined.heads) == 2]
            if before and token.sent - last[before[-1].key].sent <= PAIR_BACK:
                again.setdefault(before[-1].key, []).append(token)
                last[before[-1].key] = token
    for key in dict.fromkeys([*pronouns, *again]):
        together = [joined for joined in found if joined.key == key]
        _add_collective(scene, together, pronouns.get(key, []), again.get(key, []))


def _means_two(token: Token) -> bool:
    """`both` alone, `the two`, `the pair`, `the two men`."""
    if token.lower == "both":
        return token.pos == "PRON" and not token.children and token.dep in NOUN_LIKE
    if token.tag != "NNS":
        return token.lower in words("two_words") and is_definite(token)
    return token.has(words={"two"}) and is_definite(token) and token.lemma in person_nouns()


def _add_collective(scene: Scene, found: list[Coordination], pronouns: list[Token], again: list[Token]) -> None:
    """Make a group of its parts, and mention it where they are named together and where they are gone back to."""
    name = " and ".join(scene.entities[part].name for part in found[0].key.split("+"))
    key = scene.add_entity(name, "group", "named_together")
    for joined in found:
        first, last = scene.name_around(joined.heads[0])[0], scene.name_around(joined.heads[-1])[1]
        scene.add_mention(first, last, "nominal", key)
    for token in again:
        scene.add_mention(first_word(token), token, "pronoun" if token.lower == "both" else "nominal", key)
    for token in pronouns:
        scene.add_mention(token, token, "pronoun", key)
