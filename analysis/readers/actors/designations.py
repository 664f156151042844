"""People by what they are known to be: `the minister`, `the Texas senator`, `the Maryland Democrat`, `the candidate`.

What the noun and the words beside it say is held against what the text has said of each person so far, in a role, in
brackets or behind `of`; of those whom it fits best it is the one spoken of most.
"""

from dataclasses import dataclass, field, replace
from functools import cache

from analysis.grammar.lexemes import role_nouns
from analysis.grammar.tokens import Token
from analysis.lexicon import rows, words
from analysis.readers.actors.binding import clash
from analysis.readers.actors.gender import gender_of, person_nouns
from analysis.readers.actors.particulars import UNDER, Known, party_of, places_of
from analysis.readers.actors.phrases import SUBJECTS, beside, is_aged
from analysis.readers.actors.salience import most_salient
from analysis.readers.actors.scene import Scene

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
