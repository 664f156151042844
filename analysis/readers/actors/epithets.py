"""People by a noun that is new in the text and says more of who was just spoken of: `the strongman`."""

from analysis.grammar.tokens import Token
from analysis.lexicon import words
from analysis.readers.actors.gender import gender_of, person_nouns
from analysis.readers.actors.phrases import SUBJECTS, is_main_subject
from analysis.readers.actors.scene import Scene


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
