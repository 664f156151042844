"""What a pronoun may stand for: the noun phrases of a text, and whether they agree with it.

Phrases that name no actor compete, so that a pronoun can stand for none.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from analysis.grammar.clauses import conjuncts
from analysis.grammar.phrases import equated, is_quantified
from analysis.grammar.tokens import RELATIVES, SUBJECTS, Token
from analysis.lexicon import cached, rows, words
from analysis.readers.actors.people import gender_of, person_nouns
from analysis.readers.actors.scene import Scene

SORTS = {"person": "person", "organization": "organization", "country": "organization"}
NONBINARY = frozenset({"binary", "nonbinary", "genderqueer", "genderfluid"})
JOINING = frozenset({"and", "&"})
NOUNS = frozenset({"NOUN", "PROPN"})
ARGUMENTS = SUBJECTS | {"dobj", "pobj", "dative", "conj", "attr", "appos", "ROOT", "poss", "oprd"}
UNNAMED = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "CARDINAL", "ORDINAL", "QUANTITY"})  # spaCy's, of no actor


class Candidate(NamedTuple):
    """A noun phrase by its head; `key` is its entity, empty for one that names no actor of the cast.

    `origin` is the head of the phrase with a noun that a pronoun goes back to, the token itself for a noun.
    """

    token: Token
    key: str
    kind: str
    plural: bool
    gender: str
    origin: Token

    @property
    def bearer(self) -> str:
        """Its entity, or the one noun that it goes back to."""
        return self.key or f"noun {self.origin.i}"


def candidates_of(scene: Scene) -> list[list[Candidate]]:
    """The noun phrases of each sentence."""
    genders, indefinite = _genders(scene), words("indefinites")
    found: list[list[Candidate]] = [[] for _ in scene.parse.sentences]
    for token in scene.parse.tokens:
        noun = token.pos in NOUNS
        key = scene.at.get(token.i, "") or (_named_beside(scene, token) if noun else "")
        if not key and not noun and token.lower not in indefinite:
            continue
        one = _of_entity(scene, token, key, genders.get(key, "")) if key else _of_noun(scene, token)
        if one:
            found[token.sent].append(one)
            clauses = token.those("relcl") if token.children else ()
            relatives = (c for clause in clauses for c in clause.those(*SUBJECTS) if c.tag in RELATIVES)
            found[token.sent].extend(one._replace(token=word) for word in relatives)  # `who` stands for its noun
    for sentence, phrases in zip(scene.parse.sentences, found, strict=True):
        for one in coordinations(scene, sentence.tokens):
            phrases.append(Candidate(one.subject, one.key, "several", True, "", one.subject))
    return found


def _genders(scene: Scene) -> dict[str, str]:
    """m, f, they or an empty string for every person of the cast."""
    people = {key: one.name for key, one in scene.entities.items() if one.kind == "person"}
    roles = {key: [role.role for role in scene.roles if role.entity_id == key] for key in people}
    told = {key: gender_of(name, roles[key]) for key, name in people.items()}
    return told | dict.fromkeys(_called_they(scene), "they")


def _called_they(scene: Scene) -> Iterator[str]:
    """`Ann Holm, who uses they/them pronouns`, `Ann Holm (they/them)`, `Ann Holm is non-binary`: who is called they."""
    for word, after in pairwise(scene.parse.tokens):
        if (word.lower == "they" and after.text == "/") or word.lower in NONBINARY:
            near = (sentence.tokens for sentence in scene.parse.sentences[max(0, word.sent - 1) : word.sent + 1])
            named = [token for tokens in near for token in tokens if scene.is_person_at(token)]
            before = [token for token in named if token.i < word.i]
            yield from [scene.at[token.i] for token in before[-1:] or named[:1]]


def _of_entity(scene: Scene, token: Token, key: str, gender: str) -> Candidate | None:
    """A name's or nominal's head as a candidate; its other words are none."""
    if token.head is not token and scene.at.get(token.head.i) == key:
        apart = token.dep == "conj" and scene.name_around(token)[0].i > token.head.i
        if not apart and token.dep != "poss":
            return None
    kind = scene.entities[key].kind
    plural = kind == "group" or (kind != "person" and token.tag in ("NNS", "NNPS"))
    return Candidate(token, key, kind, plural, gender, token)


def _of_noun(scene: Scene, token: Token) -> Candidate | None:
    """A noun, or a word like `everyone`, that names no actor of the cast. What is said of somebody is none: `she is a
    nurse`, `Ann Holm, a nurse`."""
    if token.dep not in ARGUMENTS or (token.dep == "appos" and token.head.i in scene.at):
        return None
    if token.dep == "attr" and any(one.i in scene.at or one.tag == "PRP" for one in equated(token)):
        return None
    if token.pos in NOUNS and token.ent not in UNNAMED:
        gender = person_nouns().get(token.lemma)
        collectives = words("unnamed_nouns", kind="organization") | words("relation_nouns", sort="organization")
        kind = "person" if gender is not None else "collective" if token.lower in collectives else "thing"
        kind = "anybody" if kind == "person" and is_quantified(token) else kind
        return Candidate(token, "", kind, token.tag in ("NNS", "NNPS"), gender or "", token)
    return Candidate(token, "", "anybody", False, "", token) if token.lower in words("indefinites") else None


def _named_beside(scene: Scene, noun: Token) -> str:
    """`one candidate, Ann Holm`, `the winner is Ann Holm`: whoever is named beside a noun for a person."""
    if noun.pos != "NOUN" or noun.lemma not in person_nouns():
        return ""
    named = (one for one in equated(noun) if one.tag == "NNP" and one.i > noun.i and scene.is_person_at(one))
    return next((scene.at[one.i] for one in named), "")


def agrees(word: str, candidate: Candidate, *, minded: bool = False) -> bool:
    """Whether a phrase has the pronoun's number, and gender and kind as far as they are known.

    `minded` says that the pronoun is subject of what only an actor does: `it said`, `they want`.
    """
    if word in ("he", "she"):
        gender = "f" if word == "she" else "m"
        person = candidate.kind == "person" or (candidate.kind == "anybody" and candidate.token.pos == "NOUN")
        return person and not candidate.plural and candidate.gender in ("", gender)
    if candidate.token.dep in ("dobj", "dative", "pobj") and candidate.token.text in words("agencies", "name"):
        return False  # told Reuters: to an agency is spoken, nobody goes on to speak of it
    if minded and candidate.kind == "thing" and candidate.token.lemma not in words("source_documents"):
        return False
    if word == "it":
        return candidate.kind not in ("person", "group", "several", "anybody") and not candidate.plural
    return candidate.plural or candidate.gender == "they" or candidate.kind in ("organization", "collective", "anybody")


class Coordination(NamedTuple):
    """Names joined by `and`: `key` joins their entities' ids."""

    key: str
    heads: tuple[Token, ...]

    @property
    def subject(self) -> Token:
        """The token that stands for all in the sentence."""
        return self.heads[-1] if self.heads[0].dep == "ROOT" else self.heads[0]


def coordinations(scene: Scene, tokens: list[Token]) -> Iterator[Coordination]:
    """Coordinations of names of one sort: people, or organizations and countries."""
    near = scene.parse.tokens[tokens[0].i : tokens[-1].i + 2]  # the parser may end a sentence before `and`
    for token in tokens if any(token.lower in JOINING for token in near) else ():
        if token.i not in scene.at or token.dep == "conj":
            continue
        heads = [head for head in conjuncts(token) if head is token or head.tag.startswith("NN")]
        keys = [scene.at.get(head.i, "") for head in heads]
        sorts = {SORTS.get(scene.entities[key].kind) if key else None for key in keys}
        between = scene.parse.tokens[heads[-2].i + 1 : heads[-1].i] if len(heads) > 1 else []
        joined = any(t.lower in JOINING for t in between)
        if joined and len(set(keys)) > 1 and len(sorts) == 1 and None not in sorts:
            yield Coordination("+".join(keys), tuple(heads))


def speaks(token: Token) -> bool:
    """Whether a token is the subject of a verb of speech."""
    return token.dep in SUBJECTS and token.head.lemma in _verbs("speech")


def is_minded(token: Token) -> bool:
    """Whether a token is the subject of a verb of speech, thought, wish or feeling."""
    return token.dep == "nsubj" and token.head.lemma in _verbs("speech", "thought", "desire", "intention", "feeling")


@cached
def _verbs(*sorts: str) -> frozenset[str]:
    """Verbs of the sorts that can have a clause: `said that`, `wants to`."""
    found = (row for row in rows("cues") if row["pos"] == "verb" and row["sort"] in sorts)
    clausal = {row["lemma"] for row in found if {"that", "to"} & set(row["frames"].split())}
    return frozenset(clausal) - words("verb_sorts")
