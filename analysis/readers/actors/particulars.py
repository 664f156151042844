"""What the text says of each person, by which a noun may mean him: roles, places, parties, bodies."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from analysis.gazetteer import country_of
from analysis.grammar.tokens import Token
from analysis.lexicon import rows
from analysis.readers.actors.bodies import OF
from analysis.readers.actors.scene import Scene

BESIDE = 7  # tokens behind a name in which a place and a party may stand
OFFICES = {"administration": "president", "presidency": "president", "premiership": "premier", "papacy": "pope"}
UNDER = frozenset({"vice", "deputy", "assistant"})


@dataclass
class Known:
    """What is known of a person: heads and text of the roles, places, parties, bodies (entities).

    `abroad` says that a role names its country, as news does of every country but its own.
    """

    heads: set[str] = field(default_factory=set)
    text: str = ""
    places: set[str] = field(default_factory=set)
    parties: set[str] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)
    abroad: bool = False


def known_of(scene: Scene) -> dict[str, Known]:
    """What the article says of each person, and the party of those who lead one."""
    known = {key: Known() for key, entity in scene.entities.items() if entity.kind == "person"}
    for role in scene.roles:
        if role.entity_id not in known:
            continue
        one = known[role.entity_id]
        one.heads |= _heads(role.role)
        one.text += f" {role.role.lower()}"
        one.bodies |= {role.of_id} if role.of_id else set()
        tokens = scene.tokens_of(role.start, role.end)
        one.abroad |= any(token.text[:1].isupper() and country_of(token.text) for token in tokens)
        _note(scene, tokens, one)
    for mention in scene.mentions:
        if mention.entity_id in known and mention.form == "name":
            last = scene.tokens_of(mention.start, mention.end)[-1]
            one = known[mention.entity_id]
            _note(scene, list(_beside(scene, last)), one)
            one.heads |= {OFFICES[noun] for noun in _owned(scene, last) if noun in OFFICES}
    for key, one in known.items():
        entity = scene.entities[key]
        one.parties |= _parties().get(entity.name, set())
        one.places |= {entity.country.lower()} if entity.country else set()
    return known


def _note(scene: Scene, tokens: list[Token], known: Known) -> None:
    """Note the places and parties that words beside a name tell."""
    for token in tokens:
        known.places |= places_of(scene, token)
        for part in token.text.split("-"):  # D-Ohio
            party = party_of(part.lower())
            known.parties |= {party} if party and (len(part) > 1 or part.isupper()) else set()


def _owned(scene: Scene, name: Token) -> list[str]:
    """The nouns right behind a name: `the Holm administration`, `Holm's presidency`."""
    after = scene.parse.tokens[name.i + 1 : name.i + 3]
    return [token.lower for token in after if token.head is name or name.head is token]


def _beside(scene: Scene, name: Token) -> Iterator[Token]:
    """`Ann Holm (D-Ohio)`, `Ann Holm, Republican of Ohio`, `Ann Holm of Ohio`."""
    after = scene.parse.tokens[name.i + 1 : name.i + 1 + BESIDE]
    if not after or (after[0].text not in (",", "(") and after[0].lower != "of"):
        return
    for token in after[1:] if after[0].lower != "of" else after[1:4]:
        if token.text in (",", ")", ";") or token.pos == "VERB" or token.sent != name.sent:
            return
        yield token


def places_of(scene: Scene, token: Token) -> set[str]:
    """The country, state or town that a word names, or an adjective of a country tells, lower case."""
    entity = scene.entity_at(token)
    form = country_of(token.text) if token.text[:1].isupper() else None
    found = {form.country.lower()} if form else set()
    if entity and entity.kind in ("place", "country") and token.lower != "independent":
        found |= {entity.name.lower()}
    return found | {full for part in token.text.split("-") for full in _regions().get(part, ())}


def _heads(role: str) -> set[str]:
    """The last word of a role before its `of`, and the last two: a vice president is no president."""
    last = OF.split(role.lower(), maxsplit=1)[0].replace(".", "").split()[-2:]
    under = len(last) > 1 and last[0] in UNDER
    return {" ".join(last)} | (set() if under else set(last))


def party_of(word: str) -> str | None:
    """The party that a word tells, lower case: `Democrat`, `GOP`, the `R` in brackets."""
    return _party_words().get(word.removesuffix("s") if len(word) > 2 else word)


@cache
def _party_words() -> dict[str, str]:
    return {row["word"]: row["party"] for row in rows("party_words")}


@cache
def _parties() -> dict[str, set[str]]:
    return {row["name"]: {row["party"].split()[0].lower()} for row in rows("party_leaders")}


@cache
def _regions() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in rows("regions"):
        found[row["word"]] = (row["word"].lower(),)
        if row["short"]:
            found[row["short"]] = found[row["short"].rstrip(".")] = (row["word"].lower(),)
    return found
