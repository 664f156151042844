"""People by what is known of them: `the minister`, `the Texas senator`, `the Maryland Democrat`, `the strongman`.

What the noun and the words beside it say is held against what the text has said of each person so far, in a role, in
brackets or behind `of`; of those whom it fits best it is the one spoken of most.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache

from analysis.gazetteer import country_of
from analysis.grammar.lexemes import role_nouns
from analysis.grammar.tokens import Token
from analysis.lexicon import rows, words
from analysis.readers.actors.binding import clash
from analysis.readers.actors.phrases import SUBJECTS, beside, is_aged, is_main_subject
from analysis.readers.actors.salience import most_salient
from analysis.readers.actors.scene import Scene


@cache
def first_names() -> dict[str, str]:
    """First names that are given to one sex, lower case, to m or f."""
    return {row["name"]: row["gender"] for row in rows("first_names")}


@cache
def forms_of_address() -> dict[str, str]:
    """Mr, Mrs and the like, lower case and without a dot, to m or f."""
    return {row["word"]: row["gender"] for row in rows("forms_of_address")}


@cache
def person_nouns() -> dict[str, str]:
    """Nouns for a person, to m, f or an empty string where the word is for both."""
    address = forms_of_address()
    dotted = {f"{word}.": gender for word, gender in address.items()}
    return {row["word"]: row["gender"] for row in rows("person_nouns")} | address | dotted


def gender_of(name: str, role: str) -> str:
    """The gender that a role tells (`Mrs.`, `spokeswoman`), else the first name.

    A single name that leaders of parties have as surname says nothing: Reagan, Harris, May.
    """
    for word in role.lower().split():
        gender = person_nouns().get(word)
        if gender:
            return gender
    words_of_it = name.lower().split()
    if len(words_of_it) == 1 and words_of_it[0] in _surnames():
        return ""
    return first_names().get(words_of_it[0], "") if words_of_it else ""


@cache
def _surnames() -> frozenset[str]:
    """Surnames of party leaders, which as first names would mislead: Harris, May."""
    return frozenset(row["name"].split()[-1].lower() for row in rows("party_leaders"))


ROLE_HEAD_ENDS = re.compile(r",? (?:of|for|at|in|and|on) ")  # minister of finance, head `minister`
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
    last = ROLE_HEAD_ENDS.split(role.lower(), maxsplit=1)[0].replace(".", "").split()[-2:]
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


FITS = 2  # what a noun, a place, a party or a body that fits is worth, and what is enough
DIFFERS = -10
APART = frozenset({"JJS", "JJR", "RBS", "CD"})
PREDICATES = frozenset({"attr", "oprd"})
FIRST = frozenset({"lady", "gentleman", "minister"})
PASSING = frozenset({"former", "then", "longtime"})


@dataclass
class Told:
    """What the words beside a noun say: `needed` are parts of a role's text."""

    needed: list[str] = field(default_factory=list)
    places: set[str] = field(default_factory=set)
    parties: set[str] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)


def designated(scene: Scene, token: Token, known: dict[str, Known]) -> str | None:
    """The person whom a definite noun fits best; nobody further back than a few sentences."""
    if is_aged(token):
        return _alone_before(scene, token, dict.fromkeys(known, 0))
    if token.tag not in ("NN", "NNP") or not (token.lower in role_nouns() or token.lemma in person_nouns()):
        return None
    named = beside(scene.parse.tokens, token)
    if named and (token.dep != "appos" or len(named) > 1):
        return next((scene.at[other.i] for other in named if scene.at.get(other.i) in known), None)
    told = _told(scene, token) if token.dep not in PREDICATES and token.head.lower != "as" else None
    if told is None:
        return None
    barred = _barred(scene, token)
    fit = {key: _fit(token, told, one) for key, one in known.items() if key not in barred}
    for worth in sorted({worth for worth in fit.values() if worth >= FITS}, reverse=True):
        keys = [key for key in fit if fit[key] == worth]
        home = [] if told.places else [key for key in keys if not known[key].abroad]
        found = most_salient(scene, token, home) or most_salient(scene, token, keys)
        if found:
            return found
    passing = any(child.lower in PASSING for child in token.lefts)
    return _alone_before(scene, token, fit) if told.places or told.parties or passing else None


def _alone_before(scene: Scene, token: Token, fit: dict[str, int]) -> str | None:
    """`Jeb Bush came second. The former Florida governor said`: the only person in the sentence before, as subject."""
    if token.dep not in SUBJECTS or token.sent == 0:
        return None
    before = (scene.at.get(other.i) for other in scene.parse.sentences[token.sent - 1].tokens)
    keys = {key for key in before if key and scene.entities[key].kind == "person"}
    key = keys.pop() if len(keys) == 1 else ""
    genders = {person_nouns().get(token.lemma, ""), gender_of(scene.entities[key].name, "") if key else ""} - {""}
    return key if fit.get(key, DIFFERS) > DIFFERS / 2 and len(genders) < 2 else None


def _fit(token: Token, told: Told, known: Known) -> int:
    """How well a noun fits a person; below nothing where they differ."""
    noun = "-".join([*(child.lower for child in token.lefts if _is_hyphened(child, token)), token.lower])
    nouns = {noun, *_covered().get(noun, ())}
    nouns = {f"{word} {token.lower}" for word in told.needed if word in UNDER} or nouns
    worth = FITS if nouns & known.heads else 0
    party = party_of(token.lower)
    if party:
        told = replace(told, parties=told.parties | {party})
    if any(word not in known.text for word in told.needed):
        return DIFFERS
    for said, there in ((told.places, known.places), (told.parties, known.parties)):
        if said & there:
            worth += FITS
        elif said:
            worth += DIFFERS if there else -1
    if told.bodies:
        worth += FITS if told.bodies & known.bodies else DIFFERS
    return worth


def _tells_apart(scene: Scene, word: Token) -> bool:
    """`another`, `the third`, `the best`: one not spoken of; the `two` of `two-term` counts something else."""
    counted = word.tag in APART and scene.parse.tokens[word.i + 1].text != "-"
    return counted or word.lower in words("other_ones")


def _told(scene: Scene, token: Token) -> Told | None:
    """None where the noun is told apart from those spoken of: `the next president`, `the senator who left`."""
    told = Told()
    for child in token.lefts:
        inside = [child, *child.children]
        if child.lower == "first" and token.lower in FIRST:
            continue
        if child.dep == "poss" or any(_tells_apart(scene, word) for word in inside):
            return None
        around = scene.parse.tokens[child.i - 1].text, scene.parse.tokens[child.i + 1].text
        if "-" in around:  # two-term, front-runner
            continue
        if child.dep in ("amod", "compound", "nmod") and child.lower not in PASSING:
            _tell(scene, child, told)
    for child in token.rights:
        if child.dep in ("relcl", "acl", "appos") or (child.dep == "prep" and child.lower not in ("of", "from")):
            return None
        if child.dep == "prep":
            places = {place for other in child.children for place in places_of(scene, other)}
            told.places |= places
            if not places:
                told.needed.append(scene.article.text[child.start : child.subtree()[-1].end].lower())
    return told


def _tell(scene: Scene, word: Token, told: Told) -> None:
    """Note what one word before a noun says: a place, a party, a body, else a part of the role."""
    entity = scene.entity_at(word)
    places = places_of(scene, word)
    if places:
        told.places |= places
    elif party := party_of(word.lower):
        told.parties.add(party)
    elif entity and entity.kind == "organization":
        told.bodies.add(entity.entity_id)
    elif word.lower in words("office_words") or word.dep == "compound":
        told.needed.append(word.lower)


def _barred(scene: Scene, token: Token) -> set[str]:
    """Other arguments of the same verb: `Obama met the president`."""
    sentence = scene.parse.sentences[token.sent].tokens
    return {scene.at[other.i] for other in sentence if other.i in scene.at and clash(token, other)}


def _is_hyphened(child: Token, token: Token) -> bool:
    """`front`-runner."""
    return child.i == token.i - 2 and child.dep in ("compound", "amod") and any(c.text == "-" for c in token.lefts)


@cache
def _covered() -> dict[str, tuple[str, ...]]:
    """A noun to the roles it covers: `lawmaker` to senator, representative."""
    return {row["word"]: tuple(row["roles"].split()) for row in rows("role_kinds")}


def described(scene: Scene, token: Token) -> str | None:
    """`The strongman refused`: who was subject, or alone, in the sentence before, when a noun says more of him.

    Only a subject of a sentence, by a noun that is no title and stands nowhere before.
    """
    sentence = scene.parse.sentences[token.sent].tokens
    if not _is_new_subject(scene, token, sentence) or token.sent == 0:
        return None
    before: dict[str, bool] = {}
    for other in scene.parse.sentences[token.sent - 1].tokens:
        entity = scene.entity_at(other)
        if entity and entity.kind == "person":
            before[entity.entity_id] = before.get(entity.entity_id, False) or is_main_subject(other)
    leading = [key for key, leads in before.items() if leads] or list(before)
    if len(leading) != 1 or any(scene.at.get(other.i) == leading[0] for other in sentence):
        return None
    bearer = scene.entities[leading[0]]
    genders = {person_nouns()[token.lemma], gender_of(bearer.name, bearer.role or "")} - {""}
    return bearer.entity_id if len(genders) < 2 else None


def _is_new_subject(scene: Scene, token: Token, sentence: list[Token]) -> bool:
    """Whether a noun for a person, new in the text and said of more closely by nothing, leads its sentence."""
    if token.tag != "NN" or not is_main_subject(token) or token.lemma not in person_nouns():
        return False
    if token.lower in words("titles") and token.lower not in words("descriptions"):
        return False
    if any(child.dep in ("prep", "relcl", "appos", "poss", "acl") for child in token.children):
        return False
    first = next((other for other in sentence if other.dep in SUBJECTS), token)
    return first is token and all(other.lemma != token.lemma for other in scene.parse.tokens[: token.i])


def holder_of_office(scene: Scene, token: Token, known: dict[str, Known]) -> str | None:
    """`the administration`: the president whose it is, the one spoken of most who is none of another country."""
    if token.lower != "administration" or len(token.lefts) > 1 or any(c.dep == "prep" for c in token.rights):
        return None
    heads = [key for key, one in known.items() if "president" in one.heads and not one.abroad]
    now = [key for key in heads if "former president" not in known[key].text]
    return most_salient(scene, token, now)
