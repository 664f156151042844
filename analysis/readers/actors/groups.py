"""Groups: by whose they are (`Smith's forces`, `Turkish soldiers`), by sort (`voters`), named together."""

from collections.abc import Iterable
from typing import NamedTuple

from analysis.gazetteer import CountryForm, country_of
from analysis.grammar.phrases import equated, first_word, is_definite, modifiers, modifiers_of
from analysis.grammar.tokens import Token
from analysis.lexicon import pairs, words
from analysis.readers.actors.antecedents import coordinations
from analysis.readers.actors.matching import known_names
from analysis.readers.actors.people import person_nouns
from analysis.readers.actors.scene import Scene

NOUNS = frozenset({"NN", "NNS", "NNPS"})
NOUN_LIKE = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "dative"})
OWNERS = frozenset({"poss", "compound", "nmod", "amod"})
SUPPORTERS = frozenset({"supporters", "voters", "backers", "donors", "aides", "allies"})
NATIONAL = frozenset({"adjective", "name", "people"})
ANYBODY = frozenset({"people", "men", "women"})  # one word, seldom the same people twice
NEARBY = 2  # sentences in which soldiers without article are the soldiers just spoken of


class Owner(NamedTuple):
    """Whose a group is: an entity, or a country by name; `token` names it."""

    key: str
    country: str | None
    token: Token


def add_owned(scene: Scene, token: Token, sort: str) -> bool:
    """`Smith's forces`, `the Smith campaign`, `Turkish soldiers`: one for an owner and a noun; `the French government`
    is France, `Russia's foreign ministry` an organization."""
    around = token.lower in words("relation_nouns", sort="organization")
    for child in [child for child in token.lefts if child.dep in OWNERS] if sort else ():
        entity, form, person = scene.entity_at(child), _country_form(scene, child), scene.is_person_at(child)
        supported = person and child.i + 1 == token.i and token.lower in SUPPORTERS
        if around and person:
            _mention_owned(scene, Owner(scene.at[child.i], None, child), token, kind="organization")
        elif form and form.sort in NATIONAL and sort == "government":
            scene.mention(token, scene.country(form.country))
        elif form and form.sort in NATIONAL:
            kind = "organization" if sort == "organization" else "group"
            _mention_owned(scene, Owner(form.country, form.country, child), token, kind=kind)
        elif entity and entity.kind != "place" and sort == "group" and (child.dep == "poss" or supported):
            _mention_owned(scene, Owner(entity.entity_id, entity.country, child), token)
        else:
            continue
        return True
    return False


def add_benches(scene: Scene) -> None:
    """`Senate Republicans`, `House Democrats`: members of a party in a chamber are a group, not the party."""
    for mention in [mention for mention in scene.mentions if mention.text in known_names()]:
        last = scene.tokens_of(mention.start, mention.end)[-1]
        chambers = (child for child in last.those(*OWNERS) if (at := scene.entity_at(child)) and at.kind != "place")
        chamber = next((child for child in chambers if child.end < mention.start), None)
        if chamber and last.tag in ("NNPS", "NNS"):
            scene.remove(mention)
            owner = scene.entities[scene.at[chamber.i]]
            _mention_owned(scene, Owner(owner.entity_id, owner.country, chamber), last, first=chamber)


def _country_form(scene: Scene, token: Token) -> CountryForm | None:
    """The country that a word names, or that the name which it ends does: Papua New `Guinea`."""
    entity = scene.entity_at(token)
    if entity and entity.kind == "country" and entity.country:
        return CountryForm(entity.country, "name")
    return country_of(token.text)


def _mention_owned(
    scene: Scene, owner: Owner, token: Token, *, kind: str = "group", first: Token | None = None
) -> None:
    """Mention the entity of an owner and a noun; its name leaves out what stands before the owner's."""
    named = scene.name_around(owner.token)[0]
    first = first or min(first_word(token), named, key=lambda t: t.i)
    key = scene.owned.get((owner.key, token.lemma))
    if key is None:
        rule = "around_a_person" if kind == "organization" else "of_an_organization"
        rule = "of_a_country" if owner.key == owner.country else rule
        start = max(first.start, min(named.start, first_word(owner.token).start))
        name = " ".join(scene.article.text[start : token.end].split()).removeprefix("the ").removeprefix("The ")
        key = scene.owned[owner.key, token.lemma] = scene.add_entity(name, kind, rule, owner.country)
    scene.add_mention(first, token, "nominal", key)


def of_holder(scene: Scene, holder: str, token: Token) -> str:
    """The organization around a person by that noun, made where it has not been spoken of: Holm administration."""
    if (holder, token.lemma) not in scene.owned:
        name = f"{scene.entities[holder].name.split()[-1]} {token.lower}"
        scene.owned[holder, token.lemma] = scene.add_entity(name, "organization", "around_a_person")
    return scene.owned[holder, token.lemma]


def group_again(scene: Scene, token: Token) -> str | None:
    """`the soldiers`, or soon `soldiers`, behind `Turkish soldiers`: the only group of that noun."""
    if any(child.dep not in ("det", "case") for child in token.lefts):
        return None
    keys = {key for (_, lemma), key in scene.owned.items() if lemma == token.lemma}
    found = {key: last for key in keys if (last := scene.last_mention(key, token))}
    if not found or (len(found) > 1 and token.lower not in words("relation_nouns", sort="organization")):
        return None
    key = max(found, key=lambda one: found[one].i)  # of administrations, the last
    near = token.sent - found[key].sent <= NEARBY and token.tag == "NNS"
    return key if is_definite(token) or near else None


def add_peoples(scene: Scene, groups: dict[str, str]) -> None:
    """Sorts of people who are spoken of more than once: `voters`, `undocumented immigrants`.

    What modifies the noun tells sorts apart; a bare noun goes with the only sort there is, else is one of its own.
    """
    found: dict[str, dict[str, list[Token]]] = {}
    for token in scene.parse.tokens:
        if token.i not in scene.at and _is_people(token, groups):
            found.setdefault(token.lower, {}).setdefault(_sort(scene, token), []).append(token)
    for noun, sorts in found.items():
        longer = sorts.keys() - {noun}
        if len(longer) == 1:
            both = [token for tokens in sorts.values() for token in tokens]
            sorts = {longer.pop(): sorted(both, key=lambda token: token.i)}
        for sort, tokens in sorts.items():
            if len(tokens) > 1:
                scene.add_unnamed(sort, "group", "sort_of_people", tokens)


def _is_people(token: Token, groups: dict[str, str]) -> bool:
    """`voters`, `the opposition`; not `children born here`, whom a clause tells apart, nor `their children`."""
    if token.tag not in NOUNS or (token.lower in ANYBODY and not modifiers_of(token)):
        return False
    if _is_owned(token) or token.child("acl", "relcl", behind=True):
        return False
    acting = groups.get(token.lower) in ("people", "group")
    if token.tag != "NN":
        return acting or token.lemma in person_nouns()
    return acting and is_definite(token) and token.lower not in words("relation_nouns", sort="organization")


def _sort(scene: Scene, token: Token) -> str:
    """A noun with the words that tell its sort, in small letters unless it begins with a name."""
    sorts = modifiers_of(token)
    first = next((child for child in token.lefts if child.lower in sorts), token)
    while first is not token and (further := modifiers(first)):  # White House officials
        first = further[0]
    text = " ".join(scene.article.text[first.start : token.end].split())
    return text if first.pos == "PROPN" else text.lower() if text.isupper() else text[0].lower() + text[1:]


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
            add_somebody(scene, first, (), kind=kinds.get(lemma, "person"))


def add_somebody(scene: Scene, noun: Token, pronouns: Iterable[Token], *, kind: str = "person") -> None:
    """Somebody without a name who is spoken of again: `a gunman ... he ... his`, later `the gunman`."""
    if noun.i not in scene.at:
        article, _, rest = " ".join(scene.article.text[first_word(noun).start : noun.end].split()).partition(" ")
        name = rest if rest and article.lower() in ("a", "an", "the", "one") else f"{article} {rest}".strip()
        kind = "group" if noun.tag == "NNS" and kind == "person" else kind
        later = [token for token in scene.parse.tokens[noun.i + 1 :] if token.lemma == noun.lemma]
        again = [token for token in later if token.i not in scene.at and _is_again(token, noun)]
        scene.add_unnamed(name, kind, "without_a_name", [noun, *again])
    for token in pronouns:
        scene.mention(token, scene.at[noun.i], "pronoun")


def _is_again(token: Token, noun: Token) -> bool:
    """`the gunman` behind `a masked gunman`; not `the gunmen`, `the other gunman`."""
    return token.tag == noun.tag and is_definite(token) and set(modifiers_of(token)) <= set(modifiers_of(noun))


def _is_said_of(scene: Scene, token: Token) -> bool:
    """`Acme is a bank`, `Acme, a bank`, `a bank, Acme`, `the bank Acme`: said of somebody, nobody new."""
    beside = token.i + 1 in scene.at and token.dep in ("compound", "nmod")
    return beside or token.dep in ("attr", "appos") or any(one.i in scene.at for one in equated(token))


def _is_new(token: Token) -> bool:
    """`a nurse`, `two divers`, `divers`; not `the nurse`, `no nurse`, `every nurse`."""
    before = token.those("det", "poss", "neg")
    return all(child.lower in ("a", "an") for child in before) and (bool(before) or token.tag == "NNS")


def _is_owned(token: Token) -> bool:
    return any(child.dep == "poss" or country_of(child.text) for child in token.lefts)


def add_collectives(scene: Scene, pronouns: dict[str, list[Token]]) -> None:
    """A group for those named together to whom a pronoun goes back; else they stay apart."""
    found = [joined for sentence in scene.parse.sentences for joined in coordinations(scene, sentence.tokens)]
    for parts, tokens in pronouns.items():
        name = " and ".join(scene.entities[part].name for part in parts.split("+"))
        key = scene.add_entity(name, "group", "named_together")
        for joined in found:
            if joined.key == parts:
                first, last = scene.name_around(joined.heads[0])[0], scene.name_around(joined.heads[-1])[1]
                scene.add_mention(first, last, "nominal", key)
        for token in tokens:
            scene.mention(token, key, "pronoun")
