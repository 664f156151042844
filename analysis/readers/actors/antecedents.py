"""What a pronoun may stand for: the noun phrases before it, and whether they agree with it.

Phrases that name no actor compete, so that a pronoun can stand for none; some stand for nothing by grammar alone.
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from analysis.grammar.tokens import Token
from analysis.lexicon import words
from analysis.readers.actors.people import gender_of, person_nouns
from analysis.readers.actors.phrases import SUBJECTS, is_quantified
from analysis.readers.actors.scene import BODIES, Scene

SORTS = {"person": "person", "organization": "body", "country": "body"}
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
    genders = _genders(scene)
    found: list[list[Candidate]] = [[] for _ in scene.parse.sentences]
    for token in scene.parse.tokens:
        noun = token.pos in NOUNS
        key = scene.at.get(token.i, "") or (_named_beside(scene, token) if noun else "")
        if not key and not noun and token.lower not in words("indefinites"):
            continue
        one = _of_entity(scene, token, key, genders.get(key, "")) if key else _of_noun(scene, token)
        if one:
            found[token.sent].append(one)
            if token.children:
                found[token.sent].extend(one._replace(token=word) for word in _relative_subjects(token))
    for sentence, phrases in zip(scene.parse.sentences, found, strict=True):
        for one in named_together(scene, sentence.tokens):
            phrases.append(Candidate(one.subject, one.key, "several", True, "", one.subject))
    return found


def _genders(scene: Scene) -> dict[str, str]:
    """m, f or an empty string for every person of the cast."""
    roles: dict[str, list[str]] = {}
    for role in scene.roles:
        roles.setdefault(role.entity_id, []).append(role.role)
    return {
        key: gender_of(entity.name, " ".join(roles.get(key, [])))
        for key, entity in scene.entities.items()
        if entity.kind == "person"
    }


def _of_entity(scene: Scene, token: Token, key: str, gender: str) -> Candidate | None:
    """A name's or nominal's head as a candidate; its other words are none."""
    if token.head is not token and scene.at.get(token.head.i) == key:
        apart = token.dep == "conj" and scene.name_around(token)[0].i > token.head.i
        if not apart and token.dep != "poss":
            return None
    if _is_told(token):
        return None
    kind = scene.entities[key].kind
    plural = kind == "group" or (kind != "person" and token.tag in ("NNS", "NNPS"))
    return Candidate(token, key, kind, plural, gender, token)


def _is_told(token: Token) -> bool:
    """`told Reuters`: to an agency is spoken, nobody goes on to speak of it."""
    spoken_to = token.dep in ("dobj", "dative") or (token.dep == "pobj" and token.head.lower == "to")
    return spoken_to and token.text in words("agencies", "name")


def _of_noun(scene: Scene, token: Token) -> Candidate | None:
    """A noun, or a word like `everyone`, that names no actor of the cast."""
    if token.dep not in ARGUMENTS or (token.dep == "appos" and token.head.i in scene.at):
        return None
    if token.pos in NOUNS and token.ent not in UNNAMED:
        gender = person_nouns().get(token.lemma)
        kind = "person" if gender is not None else "collective" if token.lower in _collectives() else "thing"
        kind = "anybody" if kind == "person" and is_quantified(token) else kind
        return Candidate(token, "", kind, token.tag in ("NNS", "NNPS"), gender or "", token)
    return Candidate(token, "", "anybody", False, "", token) if token.lower in words("indefinites") else None


def _relative_subjects(noun: Token) -> list[Token]:
    """The `who`, `which` or `that` that is subject of a noun's relative clause and stands for the noun there."""
    clauses = [child for child in noun.rights if child.dep == "relcl"]
    return [c for clause in clauses for c in clause.lefts if c.dep in SUBJECTS and c.tag in ("WP", "WDT")]


@cache
def _collectives() -> frozenset[str]:
    return words("unnamed_nouns", kind="organization") | words("relation_nouns", sort="body")


def _named_beside(scene: Scene, noun: Token) -> str:
    """`one candidate, Ann Holm`, `the winner is Ann Holm`: whoever is named beside a noun for a person."""
    if noun.pos != "NOUN" or noun.lemma not in person_nouns():
        return ""
    beside = [child for child in noun.rights if child.dep == "appos"]
    if noun.dep == "nsubj" and noun.head.lemma == "be":
        beside.extend(child for child in noun.head.rights if child.dep == "attr")
    keys = (scene.at.get(child.i, "") for child in beside if child.tag == "NNP")
    return next((key for key in keys if key and scene.entities[key].kind == "person"), "")


def agrees(word: str, candidate: Candidate, *, minded: bool = False) -> bool:
    """Whether a phrase has the pronoun's number, and gender and kind as far as they are known.

    `minded` says that the pronoun is subject of what only an actor does: `it said`, `they want`.
    """
    if word in ("he", "she"):
        gender = "f" if word == "she" else "m"
        person = candidate.kind == "person" or (candidate.kind == "anybody" and candidate.token.pos == "NOUN")
        return person and not candidate.plural and candidate.gender in ("", gender)
    if minded and candidate.kind == "thing" and candidate.token.lemma not in words("source_documents"):
        return False
    if word == "it":
        return candidate.kind not in ("person", "group", "several", "anybody") and not candidate.plural
    return candidate.plural or candidate.kind in ("organization", "collective", "anybody")


WHO = frozenset({"person", "organization", "group"})
CLAUSAL = frozenset({"ccomp", "xcomp", "advcl", "acl", "csubj"})


def is_ahead(pronoun: Token, other: Token) -> bool:
    """`In his speech, Smith said`: the subject of the clause that a leading phrase belongs to.

    Not of a tag behind what is said: `he will resign, Smith said` speaks of somebody named before.
    """
    if other.dep not in SUBJECTS or other.head.i < pronoun.i:
        return False
    below = pronoun
    for above in pronoun.ancestors():
        if above is other.head:
            return below.dep != "ccomp"
        below = above
    return False


def is_empty(token: Token) -> bool:
    """`It is clear that`, `it seems`, `make it hard to`: an it that stands for nothing."""
    if token.lower != "it":
        return False
    if token.dep == "expl":
        return True
    verb = token.head
    if verb.lemma in words("verb_sorts", sort="empty subject"):
        return True
    after = [child for child in verb.children if child.i > token.i]
    if token.dep == "nsubj" and verb.pos == "ADJ" and verb.dep in ("ccomp", "xcomp"):  # made it clear that
        return any(child.dep in CLAUSAL for child in (*after, *verb.head.rights) if child is not verb)
    if token.dep == "nsubjpass" and verb.lemma not in words("verb_sorts", sort="told"):
        return any(child.dep in ("ccomp", "csubj") for child in after)
    if verb.lemma in ("be", "become", "remain"):
        complement = next((c for c in after if c.dep in ("acomp", "attr", "oprd")), None)
        if complement is None:
            return any(c.dep in CLAUSAL for c in after)
        clauses = any(c.dep in CLAUSAL or c.dep == "relcl" for c in (*complement.children, *after))
        return clauses and complement.lower not in words("actor_adjectives")
    return token.dep in SUBJECTS and verb.lemma in ("take", "make") and "ccomp" in {c.dep for c in after}


def relative(scene: Scene, token: Token) -> str | None:
    """Whose relative clause it is that `who`, `whose` or `which` opens."""
    if token.tag not in ("WP", "WDT", "WP$"):
        return None
    verb = token.head if token.dep != "poss" else token.head.head
    for _ in range(3):
        if verb.dep == "relcl":
            entity = scene.entity_at(verb.head)
            fits = entity is not None and entity.kind in (BODIES if token.lower == "which" else WHO)
            return entity.entity_id if entity and fits else None
        if verb.head is verb:
            return None
        verb = verb.head
    return None


class Together(NamedTuple):
    """Names joined by `and`: `key` joins their entities' ids."""

    key: str
    heads: tuple[Token, ...]

    @property
    def subject(self) -> Token:
        """The token that stands for all in the sentence."""
        return self.heads[-1] if self.heads[0].dep == "ROOT" else self.heads[0]


def named_together(scene: Scene, tokens: list[Token]) -> Iterator[Together]:
    """Coordinations of names of one sort: people, or bodies and countries."""
    near = scene.parse.tokens[tokens[0].i : tokens[-1].i + 2]  # the parser may end a sentence before `and`
    for token in tokens if any(token.lower in JOINING for token in near) else ():
        if token.i not in scene.at or token.dep == "conj":
            continue
        heads = [token]
        for head in heads:
            heads.extend(child for child in head.children if child.dep == "conj" and child.tag.startswith("NN"))
        heads = heads if len(heads) > 1 else _side_by_side(scene, token)
        keys = [scene.at.get(head.i, "") for head in heads]
        sorts = {SORTS.get(scene.entities[key].kind) if key else None for key in keys}
        between = scene.parse.tokens[heads[-2].i + 1 : heads[-1].i] if len(heads) > 1 else []
        joined = any(t.lower in JOINING for t in between)
        if joined and len(set(keys)) > 1 and len(sorts) == 1 and None not in sorts:
            yield Together("+".join(keys), tuple(heads))


def _side_by_side(scene: Scene, token: Token) -> list[Token]:
    """`Obama and McConnell` where the parser has not seen that they belong together."""
    after = scene.parse.tokens[token.i + 1 : token.i + 3]
    if len(after) < 2 or after[0].lower != "and" or scene.at.get(after[1].i) in (None, scene.at[token.i]):
        return [token]
    name = [t for t in scene.parse.tokens[after[1].i : after[1].i + 6] if scene.at.get(t.i) == scene.at[after[1].i]]
    other = next((t for t in name if t.head not in name), after[1])
    return [token, other] if token.dep == "ROOT" and other.dep in SUBJECTS else [token]
