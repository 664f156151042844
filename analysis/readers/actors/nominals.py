"""Actors without a name: `the minister`, `the government in Tripoli`, `Haftar's forces`, `Turkish soldiers`."""

from analysis.grammar.phrases import first_word
from analysis.grammar.tokens import Token
from analysis.lexicon import rows
from analysis.readers.actors.groups import (
    Owned,
    add_administrations,
    add_benches,
    add_families,
    add_group_of,
    add_nationals,
    add_peoples,
    add_recurring,
    group_again,
)
from analysis.readers.actors.organizations import (
    by_head,
    called_so,
    generic_nouns,
    governing,
    home_country,
    in_apposition,
    is_inside,
    is_other,
    is_sort_of,
    most_spoken_of,
    name_heads,
    owned_body,
    speaker_before,
    subject_before,
)
from analysis.readers.actors.people import Known, described, designated, holder_of_office, known_of
from analysis.readers.actors.phrases import is_aged, is_definite, is_introduced
from analysis.readers.actors.scene import Scene


def resolve_nominals(scene: Scene) -> Owned:
    """Add nominal mentions of the cast, and the groups that belong to somebody or to a country."""
    groups = {row["word"]: row["sort"] for row in rows("group_nouns")}
    owned = Owned()
    heads, known = name_heads(scene), known_of(scene)
    add_benches(scene, owned)
    add_families(scene)
    add_nationals(scene, owned)
    add_administrations(scene, owned)
    for token in scene.parse.tokens:
        if token.i in scene.at or (token.pos not in ("NOUN", "PROPN") and not is_aged(token)):
            continue
        if token.lower in groups and add_group_of(scene, token, groups[token.lower], owned):
            continue
        definite = is_definite(token)
        bearer = _named(scene, token, heads, known) if definite else None
        if bearer is None and token.lower in groups:
            bearer = group_again(token, owned)
        if bearer is None and definite:
            bearer = _spoken_of(scene, token, known, owned)
        if bearer and not _is_part_of(scene, token, bearer):
            scene.add_mention(first_word(token), token, "nominal", bearer)
            if token.lower in heads:
                heads[token.lower].append((token.start, bearer))
    add_peoples(scene, groups)
    add_recurring(scene)
    return owned


def _named(scene: Scene, token: Token, heads: dict[str, list[tuple[int, str]]], known: dict[str, Known]) -> str | None:
    """Whom names or roles tell to be meant by a definite noun."""
    generic = token.lower in generic_nouns()
    if generic and (beside := in_apposition(scene, token)):
        return beside
    if is_introduced(scene, token):
        return by_head(scene, token, heads)
    person = designated(scene, token, known)
    if person or token.pos != "NOUN":
        return person or by_head(scene, token, heads) or governing(scene, token)
    if generic and is_other(token):
        return None
    body = speaker_before(scene, token) or most_spoken_of(scene, token) or called_so(scene, token)
    body = body if body and is_sort_of(scene, token, body) else None
    return body or by_head(scene, token, heads) or governing(scene, token)


def _spoken_of(scene: Scene, token: Token, known: dict[str, Known], owned: Owned) -> str | None:
    """Whom the sentences around a definite noun are about."""
    bearer = subject_before(scene, token) or home_country(scene, token) or described(scene, token)
    president = holder_of_office(scene, token, known)
    return owned_body(scene, president, token.lemma, owned) if president else bearer


def _is_part_of(scene: Scene, token: Token, bearer: str) -> bool:
    """`Acme is the first company to pay`, `the company Acme`: said of somebody, not somebody mentioned."""
    predicate = token.dep == "attr" and any(scene.at.get(t.i) == bearer for t in token.head.lefts)
    return predicate or scene.at.get(token.i + 1) == bearer or is_inside(scene, token, bearer)
