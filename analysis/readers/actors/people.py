"""People by what is known of them: `the minister`, `the Texas senator`, `the Maryland Democrat`, `the strongman`.

What a definite noun and its modifiers say is held against each person's profile: what the text has said of him so far,
in a role, in brackets or behind `of`.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import takewhile

from analysis.gazetteer import country_of
from analysis.grammar.lexemes import role_nouns
from analysis.grammar.tokens import Token
from analysis.lexicon import pairs, rows, words
from analysis.readers.actors.scene import Scene

ROLE_HEAD_ENDS = re.compile(r",? (?:of|for|at|in|and|on) ")  # minister of finance, head `minister`
BESIDE = 7  # tokens behind a name in which a place and a party may stand
OFFICES = {"administration": "president", "presidency": "president", "premiership": "premier", "papacy": "pope"}
UNDER = frozenset({"vice", "deputy", "assistant"})
COUNTING = frozenset({"JJS", "JJR", "RBS", "CD"})  # tags of words that tell one of several apart: `the best`, `third`
PREDICATES = frozenset({"attr", "oprd"})
PASSING = frozenset({"former", "then", "longtime"})


def forms_of_address() -> dict[str, str]:
    """Mr, Mrs and the like, lower case and without a dot, to m or f."""
    return pairs("forms_of_address", "word", "gender")


@cache
def person_nouns() -> dict[str, str]:
    """Nouns for a person, to m, f or an empty string where the word is for both."""
    address = forms_of_address()
    dotted = {f"{word}.": gender for word, gender in address.items()}
    return pairs("person_nouns", "word", "gender") | address | dotted


def gender_of(name: str, roles: Iterable[str]) -> str:
    """The gender that most roles tell (`Mrs.`, `spokeswoman`), else the first name.

    A role tells it by its noun: a `Mr. Brandt's daughter` is a woman. A single name that leaders of parties have as
    surname says nothing: Reagan, Harris, May.
    """
    nouns = (ROLE_HEAD_ENDS.split(role.lower(), maxsplit=1)[0].split() for role in roles)
    told = Counter(next((gender for word in reversed(of) if (gender := person_nouns().get(word))), "") for of in nouns)
    del told[""]
    if told["m"] != told["f"]:
        return "m" if told["m"] > told["f"] else "f"
    parts = name.lower().split()
    if not parts or (len(parts) == 1 and parts[0] in _surnames()):
        return ""
    return pairs("first_names", "name", "gender").get(parts[0], "")


@cache
def _surnames() -> frozenset[str]:
    return frozenset(row["name"].split()[-1].lower() for row in rows("party_leaders"))


@dataclass
class Profile:
    """What a text tells of a person, or a noun's modifiers of whom it means: places, parties, organizations (entities).

    Of a person `heads` and `text` are those of the roles, and `abroad` says that a role names its country, as news does
    of every country but its own; `role_words` of a noun must be in a role's text.
    """

    places: set[str] = field(default_factory=set)
    parties: set[str] = field(default_factory=set)
    organizations: set[str] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)
    text: str = ""
    abroad: bool = False
    role_words: list[str] = field(default_factory=list)


def profiles_of(scene: Scene) -> dict[str, Profile]:
    """What the article says of each person, and the party of those who lead one."""
    leads = pairs("party_leaders", "name", "party")
    profiles = {key: Profile() for key, entity in scene.entities.items() if entity.kind == "person"}
    for role in scene.roles:
        if role.entity_id in profiles:
            profile = profiles[role.entity_id]
            profile.heads |= _heads(role.role)
            profile.text += f" {role.role.lower()}"
            profile.organizations |= {role.of_id} if role.of_id else set()
            tokens = scene.tokens_of(role.start, role.end)
            profile.abroad |= any(token.text[:1].isupper() and country_of(token.text) for token in tokens)
            _note(scene, tokens, profile)
    for mention in scene.mentions:
        if mention.entity_id in profiles:
            last = scene.tokens_of(mention.start, mention.end)[-1]
            profile = profiles[mention.entity_id]
            _note(scene, _beside(scene, last), profile)
            after = scene.parse.tokens[last.i + 1 : last.i + 3]  # `the Holm administration`, `Holm's presidency`
            nouns = {token.lower for token in after if token.head is last or last.head is token}
            profile.heads |= {OFFICES[noun] for noun in nouns & OFFICES.keys()}
    for key, profile in profiles.items():
        entity = scene.entities[key]
        profile.parties |= set(leads.get(entity.name, "").lower().split()[:1])
        profile.places |= {entity.country.lower()} if entity.country else set()
    return profiles


def _note(scene: Scene, tokens: list[Token], profile: Profile) -> None:
    """Note the places and parties that words beside a name tell."""
    for token in tokens:
        profile.places |= places_of(scene, token)
        told = [part.lower() for part in token.text.split("-") if len(part) > 1 or part.isupper()]  # D-Ohio
        profile.parties |= {party for part in told if (party := party_of(part))}


def _beside(scene: Scene, name: Token) -> list[Token]:
    """`Ann Holm (D-Ohio)`, `Ann Holm, Republican of Ohio,`, `Ann Holm of Ohio`; not `Ann Holm, the Democrat said`."""
    after = scene.parse.tokens[name.i + 1 : name.i + 1 + BESIDE]
    opening = after[0].lower if after else ""
    of = opening == "of"
    if opening not in ("of", ",", "("):
        return []
    near = after[1:4] if of else after[1:]
    found = list(takewhile(lambda token: token.sent == name.sent and token.text not in (",", ")", ";"), near))
    clause = next((n for n, token in enumerate(found) if token.pos == "VERB"), None)
    return found if clause is None else found[: clause * of]


def places_of(scene: Scene, token: Token) -> set[str]:
    """The country, state or town that a word names or an adjective of a country tells, lower case."""
    entity = scene.entity_at(token)
    form = country_of(token.text) if token.text[:1].isupper() else None
    found = {form.country.lower()} if form else set()
    if entity and entity.kind in ("place", "country") and party_of(token.lower) is None:
        found |= {entity.name.lower()}
    return found | {full for part in token.text.split("-") for full in _regions().get(part, ())}


def _heads(role: str) -> set[str]:
    """The last word of a role before its `of`, and the last two: a vice president is no president."""
    last = ROLE_HEAD_ENDS.split(role.lower(), maxsplit=1)[0].replace(".", "").split()[-2:]
    under = len(last) > 1 and last[0] in UNDER
    return {" ".join(last)} | (set() if under else set(last))


def party_of(word: str) -> str | None:
    """The party that a word tells, lower case: `Democrat`, `GOP`, the `R` in brackets."""
    return pairs("party_words", "word", "party").get(word.removesuffix("s") if len(word) > 2 else word)


@cache
def _regions() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in rows("regions"):
        found[row["word"]] = (row["word"].lower(),)
        if row["short"]:
            found[row["short"]] = found[row["short"].rstrip(".")] = (row["word"].lower(),)
    return found


def means_person(token: Token) -> bool:
    """Whether a singular noun is one for a person: a role or a word like `man`."""
    known = token.lower in role_nouns() or token.lemma in person_nouns()
    return token.tag in ("NN", "NNP") and known


def person_features(scene: Scene, token: Token, profiles: dict[str, Profile]) -> dict[str, list[str]]:
    """What speaks for each person whom a definite noun may mean, and against."""
    said = description_of(scene, token) if means_person(token) else None
    if said is None or token.dep in PREDICATES or token.head.lower == "as":
        return {}
    return {key: [name for name, holds in _evidence(token, said, one) if holds] for key, one in profiles.items()}


def _evidence(token: Token, said: Profile, profile: Profile) -> Iterator[tuple[str, bool]]:
    nouns = {token.lower, *pairs("role_kinds", "word", "roles").get(token.lower, "").split()}
    nouns = {f"{word} {token.lower}" for word in said.role_words if word in UNDER} or nouns
    yield "noun is the role", bool(nouns & profile.heads)
    former = token.has(words={"former"}) and bool(nouns & profile.heads) and "former" not in profile.text
    yield "another role", former or any(word not in profile.text for word in said.role_words)
    party = party_of(token.lower)
    parties = said.parties | ({party} if party else set())
    for name, words_said, known in (("place", said.places, profile.places), ("party", parties, profile.parties)):
        yield f"same {name}", bool(words_said & known)
        yield f"another {name}", bool(words_said and known) and not words_said & known
        yield f"no {name} known", bool(words_said) and not known
    yield "same organization", bool(said.organizations & profile.organizations)
    yield "another organization", bool(said.organizations) and not said.organizations & profile.organizations
    yield "of another country", profile.abroad and not said.places


def description_of(scene: Scene, token: Token) -> Profile | None:
    """None where the noun is told apart from those spoken of: `the next president`, `the senator who left`."""
    said = Profile(places=places_of(scene, token))
    for child in token.lefts:
        if child.dep == "poss" or any(_tells_apart(scene, word) for word in [child, *child.children]):
            return None
        hyphened = "-" in (scene.parse.tokens[child.i - 1].text, scene.parse.tokens[child.i + 1].text)
        if child.dep in ("amod", "compound", "nmod") and child.lower not in PASSING and not hyphened:
            _describe(scene, child, said)
    for child in token.rights:
        named = child.dep == "appos" and (child.pos != "NOUN" or child.ent)
        if child.dep in ("relcl", "acl") or named or (child.dep == "prep" and child.lower not in ("of", "from")):
            return None
        if child.dep == "prep":
            places = {place for other in child.children for place in places_of(scene, other)}
            said.places |= places
            if not places:
                said.role_words.append(scene.article.text[child.start : child.subtree()[-1].end].lower())
    return said


def _tells_apart(scene: Scene, word: Token) -> bool:
    """`another`, `the third`, `the best`: one not spoken of; the `two` of `two-term` counts something else."""
    apart = word.tag in COUNTING or word.lower in words("other_ones")
    return apart and scene.parse.tokens[word.i + 1].text != "-"


def _describe(scene: Scene, word: Token, said: Profile) -> None:
    """Note what one word before a noun says: a place, a party, an organization, else a part of the role."""
    entity = scene.entity_at(word)
    places = places_of(scene, word)
    if places:
        said.places |= places
    elif party := party_of(word.lower):
        said.parties.add(party)
    elif entity and entity.kind == "organization":
        said.organizations.add(entity.entity_id)
    elif word.lower in words("office_words") or word.dep == "compound":
        said.role_words.append(word.lower)
