"""Actors without a name: `the minister`, `the government in Tripoli`, `Haftar's forces`, `Turkish soldiers`."""

from analysis.coreference.bearers import described
from analysis.coreference.bodies import by_head, called_so, governing, name_heads
from analysis.coreference.designations import designated
from analysis.coreference.groups import (
    Owned,
    add_administrations,
    add_benches,
    add_families,
    add_group_of,
    add_nationals,
    group_again,
)
from analysis.coreference.particulars import known_of
from analysis.coreference.peoples import add_peoples, add_recurring
from analysis.coreference.phrases import first_word, is_definite
from analysis.coreference.scene import Scene
from analysis.lexicon import rows
from analysis.syntax import Token


def resolve_nominals(scene: Scene) -> Owned:
    """Add nominal mentions of the cast, and the groups that belong to somebody or to a country."""
    nouns = {row["word"]: row for row in rows("generic_nouns")}
    groups = {row["word"]: row["sort"] for row in rows("group_nouns")}
    owned = Owned()
    heads, known = name_heads(scene), known_of(scene)
    add_benches(scene, owned)
    add_families(scene)
    add_nationals(scene, owned)
    add_administrations(scene, owned)
    for token in scene.parse.tokens:
        if token.pos not in ("NOUN", "PROPN") or token.i in scene.at:
            continue
        if token.lower in groups and add_group_of(scene, token, groups[token.lower], owned):
            continue
        bearer = None
        if is_definite(token):
            named = called_so(scene, token, nouns) if token.pos == "NOUN" else None
            bearer = designated(scene, token, known) or named or by_head(scene, token, heads) or governing(scene, token)
        if bearer is None and token.lower in groups:
            bearer = group_again(scene, token, owned)
        elif bearer is None and is_definite(token):
            bearer = described(scene, token)
        if bearer and not _is_part_of(scene, token, bearer):
            scene.add_mention(first_word(token), token, "nominal", bearer)
            if token.lower in heads:
                heads[token.lower].append((token.start, bearer))
    add_peoples(scene, groups)
    add_recurring(scene)
    return owned


def _is_part_of(scene: Scene, token: Token, bearer: str) -> bool:
    """`Acme is the first company to pay`, `the company Acme`: said of somebody, not somebody mentioned."""
    after = scene.at.get(token.i + 1)
    return after == bearer or (token.dep == "attr" and any(scene.at.get(t.i) == bearer for t in token.head.lefts))
