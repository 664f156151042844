"""Actors without a name: `the minister`, `the government in Tripoli`, `Haftar's forces`, `Turkish soldiers`."""

import re
from functools import cache

from analysis.coreference.groups import Owned, add_administrations, add_benches, add_group_of, group_again
from analysis.coreference.metonymy import GOVERNING
from analysis.coreference.peoples import add_peoples, add_recurring
from analysis.coreference.phrases import first_word, is_definite
from analysis.coreference.scene import Scene
from analysis.lexicon import rows
from analysis.names.geography import country_of
from analysis.names.titles import role_nouns
from analysis.syntax import Token

OF = re.compile(r",? (?:of|for|at|in|and|on) ")
REACH = 8  # sentences back in which the bearer of a role or generic noun is looked for


def resolve_nominals(scene: Scene) -> Owned:
    """Add nominal mentions of the cast, and the groups that belong to somebody or to a country."""
    nouns = {row["word"]: row for row in rows("generic_nouns")}
    groups = {row["word"]: row["sort"] for row in rows("group_nouns")}
    owned = Owned()
    heads = _name_heads(scene)
    add_benches(scene, owned)
    add_administrations(scene, owned)
    for token in scene.parse.tokens:
        if token.pos not in ("NOUN", "PROPN") or token.i in scene.at:
            continue
        if token.lower in groups and add_group_of(scene, token, groups[token.lower], owned):
            continue
        bearer = None
        if is_definite(token):
            named = called_so(scene, token, nouns) if token.pos == "NOUN" else None
            bearer = _role_bearer(scene, token) or named or _by_head(scene, token, heads)
        if bearer is None and token.lower in groups:
            bearer = group_again(scene, token, owned)
        if bearer:
            scene.add_mention(first_word(token), token, "nominal", bearer)
    add_peoples(scene, groups)
    add_recurring(scene)
    return owned


def _role_bearer(scene: Scene, token: Token) -> str | None:
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
            fits = all(word in roles for word in modifiers) and _near(scene, mention.start, token)
            return mention.entity_id if fits else None
    return None


@cache
def _covered() -> dict[str, tuple[str, ...]]:
    """A noun to the roles it covers: `lawmaker` to senator, representative."""
    return {row["word"]: tuple(row["roles"].split()) for row in rows("role_kinds")}


def _head_words(role: str) -> list[str]:
    """The last two words of a role before its `of`: `chief executive` of a bank."""
    return [word.rstrip(".") for word in OF.split(role.lower(), maxsplit=1)[0].split()[-2:]]


def _near(scene: Scene, start: int, token: Token) -> bool:
    there = scene.tokens_of(start, start + 1)
    return bool(there) and token.sent - there[0].sent <= REACH


def called_so(scene: Scene, token: Token, nouns: dict[str, dict[str, str]]) -> str | None:
    """The body whose name has the noun in it, or the country last named."""
    row = nouns.get(token.lower)
    if row is None:
        return None
    heads = row["heads"].split()
    if heads == ["any"]:
        return _only(scene, token, row["kind"])
    if token.lower in GOVERNING and not _government_there(scene, token):
        return None
    for mention in sorted(scene.mentions, key=lambda m: (m.start > token.start, abs(m.start - token.start))):
        entity = scene.entities.get(mention.entity_id or "")
        ahead = mention.start > token.start
        if (
            not entity
            or entity.kind != row["kind"]
            or mention.form == "pronoun"
            or (ahead and token.lower not in GOVERNING)
        ):
            continue
        if set(heads) & set(entity.name.lower().replace(".", "").split()):
            return entity.entity_id if ahead or _near(scene, mention.start, token) else None
    return _only(scene, token, row["kind"]) if "any" in heads else None


def _only(scene: Scene, token: Token, kind: str) -> str | None:
    """The country or body spoken of, where only one is in this sentence before and in the one before that."""
    found = {
        entity.entity_id
        for mention in scene.mentions
        if mention.start < token.start
        and (entity := scene.entities.get(mention.entity_id or ""))
        and entity.kind == kind
        and token.sent - scene.tokens_of(mention.start, mention.end)[0].sent <= 1
    }
    return found.pop() if len(found) == 1 else None


def _name_heads(scene: Scene) -> dict[str, list[tuple[int, str]]]:
    """Head nouns of the names of bodies and places, to where they are named: `Bank of England` to bank."""
    found: dict[str, list[tuple[int, str]]] = {}
    for mention in scene.mentions:
        entity = scene.entities.get(mention.entity_id or "")
        if entity and entity.kind in ("organization", "place") and " " in entity.name:
            head = OF.split(entity.name, maxsplit=1)[0].split()[-1].lower()
            found.setdefault(head, []).append((mention.start, entity.entity_id))
    return found


def _by_head(scene: Scene, token: Token, heads: dict[str, list[tuple[int, str]]]) -> str | None:
    """`the mosque` behind `the Grand Mosque`: the last one so named, if the noun says no more."""
    if token.pos != "NOUN" or token.tag != "NN" or any(c.dep not in ("det", "case") for c in token.children):
        return None
    before = [place for place in heads.get(token.lower, ()) if place[0] < token.start]
    return max(before)[1] if before and _near(scene, max(before)[0], token) else None


def _government_there(scene: Scene, token: Token) -> bool:
    """`the government in Tripoli` may be a body that is named elsewhere; `the French government` is no such."""
    return not any(country_of(child.text) for child in token.lefts)
