"""People by their roles: `the minister`, `the lawmaker`, `the strongman`."""

from functools import cache

from analysis.coreference.bodies import OF, is_near
from analysis.coreference.gender import gender_of, person_nouns
from analysis.coreference.scene import Scene
from analysis.lexicon import rows, words
from analysis.names.titles import role_nouns
from analysis.syntax import Token


def role_bearer(scene: Scene, token: Token) -> str | None:
    """The last person mentioned before whose role is this noun or a sort of it; nobody further back than REACH."""
    if token.lower not in role_nouns() or token.tag not in ("NN", "NNP"):
        return None
    sorts = {token.lower, *_covered().get(token.lower, ())}
    said = _said_of_it(scene, token)
    if said is None:
        return None
    bearers = {
        role.entity_id
        for role in scene.roles
        if sorts & set(_head_words(role.role)) and all(word in _roles(scene, role.entity_id) for word in said)
    }
    for mention in sorted(scene.mentions, key=lambda m: -m.start) if bearers else ():
        if mention.start < token.start and mention.entity_id in bearers:
            return mention.entity_id if is_near(scene, mention.start, token) else None
    return None


def _said_of_it(scene: Scene, token: Token) -> list[str] | None:
    """The words that tell the role more closely: `foreign` minister, secretary `of state`; None if it is told apart."""
    words_of_it = [child.lower for child in token.lefts if child.dep in ("amod", "compound")]
    for child in token.children:
        if child.dep in ("relcl", "appos", "poss") or (child.dep == "prep" and child.lower not in ("of", "from")):
            return None
        if child.lower == "of":
            words_of_it.append(scene.article.text[child.start : child.subtree()[-1].end].lower())
    return [word for word in words_of_it if word not in ("former", "then")]


def _roles(scene: Scene, entity_id: str) -> str:
    return " ".join(role.role.lower() for role in scene.roles if role.entity_id == entity_id)


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
            before[entity.entity_id] = before.get(entity.entity_id, False) or _is_main_subject(other)
    leading = [key for key, leads in before.items() if leads] or list(before)
    if len(leading) != 1 or any(scene.at.get(other.i) == leading[0] for other in sentence):
        return None
    bearer = scene.entities[leading[0]]
    genders = {person_nouns()[token.lemma], gender_of(bearer.name, bearer.role or "")} - {""}
    return bearer.entity_id if len(genders) < 2 else None


def _is_main_subject(token: Token) -> bool:
    return token.dep in ("nsubj", "nsubjpass") and token.head.dep == "ROOT"


def _is_new_subject(scene: Scene, token: Token, sentence: list[Token]) -> bool:
    if token.tag != "NN" or not _is_main_subject(token) or token.lemma not in person_nouns():
        return False
    if token.lower in words("titles") and token.lower not in words("descriptions"):
        return False
    if any(child.dep in ("prep", "relcl", "appos", "poss", "acl") for child in token.children):
        return False
    first = next((other for other in sentence if other.dep in ("nsubj", "nsubjpass")), token)
    return first is token and all(other.lemma != token.lemma for other in scene.parse.tokens[: token.i])


@cache
def _covered() -> dict[str, tuple[str, ...]]:
    """A noun to the roles it covers: `lawmaker` to senator, representative."""
    return {row["word"]: tuple(row["roles"].split()) for row in rows("role_kinds")}


def _head_words(role: str) -> list[str]:
    """The last two words of a role before its `of`: `chief executive` of a bank."""
    return [word.rstrip(".") for word in OF.split(role.lower(), maxsplit=1)[0].split()[-2:]]
