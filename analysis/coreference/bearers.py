"""People by their roles: `the minister`, `the lawmaker`, `the strongman`."""

from functools import cache

from analysis.coreference.bodies import OF, is_near
from analysis.coreference.scene import Scene
from analysis.lexicon import rows
from analysis.names.titles import role_nouns
from analysis.syntax import Token


def role_bearer(scene: Scene, token: Token) -> str | None:
    """The last person mentioned before whose role is this noun or a sort of it; nobody further back than REACH."""
    if token.lower not in role_nouns() or token.tag not in ("NN", "NNP"):
        return None
    sorts = {token.lower, *_covered().get(token.lower, ())}
    bearers = {role.entity_id for role in scene.roles if sorts & set(_head_words(role.role))}
    if not bearers or any(child.dep in ("prep", "relcl", "appos", "poss") for child in token.children):
        return None
    modifiers = {child.lower for child in token.lefts if child.dep in ("amod", "compound")} - {"former", "then"}
    for mention in sorted(scene.mentions, key=lambda m: -m.start):
        if mention.start < token.start and mention.entity_id in bearers:
            roles = " ".join(role.role.lower() for role in scene.roles if role.entity_id == mention.entity_id)
            fits = all(word in roles for word in modifiers) and is_near(scene, mention.start, token)
            return mention.entity_id if fits else None
    return None


@cache
def _covered() -> dict[str, tuple[str, ...]]:
    """A noun to the roles it covers: `lawmaker` to senator, representative."""
    return {row["word"]: tuple(row["roles"].split()) for row in rows("role_kinds")}


def _head_words(role: str) -> list[str]:
    """The last two words of a role before its `of`: `chief executive` of a bank."""
    return [word.rstrip(".") for word in OF.split(role.lower(), maxsplit=1)[0].split()[-2:]]
