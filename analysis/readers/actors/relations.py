"""People and groups by whose they are, where that is known late: `his wife`, `her counterpart`, `his forces`."""

from dataclasses import replace

from analysis.gazetteer import country_of
from analysis.grammar.phrases import first_word
from analysis.grammar.tokens import Token
from analysis.lexicon import rows
from analysis.readers.actors.groups import Owned
from analysis.readers.actors.scene import Scene

Relation = tuple[str, str]  # the owner's entity and the noun


def resolve_relations(scene: Scene, owned: Owned, unnamed: dict[int, list[Token]]) -> None:
    """Bring people of one owner and one noun together, once the pronouns before them are known.

    They come to whoever was named in that relation (`her husband, Paul Weber`); kin are else somebody without a name,
    if mentioned again. Groups come to those of their owner. `unnamed` has the pronouns that go back to each noun; those
    used here are taken out.
    """
    sorts = {row["word"]: row["sort"] for row in rows("relation_nouns") if row["sort"] != "in a body"}
    inside_roles = {token.i for role in scene.roles for token in scene.tokens_of(role.start, role.end)}
    bearers = _bearers(scene, sorts)
    kin: dict[Relation, list[Token]] = {}
    for token in scene.parse.tokens:
        owner = _owner_of(scene, token) if token.pos == "NOUN" and token.i not in inside_roles else None
        if owner is None or token.i in scene.at:
            continue
        relation, sort = (owner, token.lemma), sorts.get(token.lemma)
        bearer = bearers.get(relation) or owned.keys.get(relation) or _by_sort(scene, owner, token, sort)
        if bearer:
            scene.add_mention(first_word(token), token, "nominal", bearer)
            for pronoun in unnamed.pop(token.i, ()):
                scene.add_mention(pronoun, pronoun, "pronoun", bearer)
        elif sort == "kin":
            kin.setdefault(relation, []).append(token)
    for (owner, _), tokens in kin.items():
        _add_kin(scene, owner, tokens, [pronoun for token in tokens for pronoun in unnamed.pop(token.i, ())])


def _by_sort(scene: Scene, owner: str, token: Token, sort: str | None) -> str | None:
    """`his counterpart`, `his country`: whom what is known of the owner tells."""
    if sort == "counterpart":
        return _counterpart(scene, owner, token)
    entity = scene.entities[owner]
    home = sort == "country" and token.tag == "NN" and entity.kind != "country"
    return scene.country(entity.country) if home and entity.country else None


def _owner_of(scene: Scene, token: Token) -> str | None:
    """Whose somebody is: the entity of the possessive before the noun."""
    owner = next((child for child in token.lefts if child.dep == "poss"), None)
    return scene.at.get(owner.i) if owner else None


def _bearers(scene: Scene, sorts: dict[str, str]) -> dict[Relation, str]:
    """Those whose role is a relation to somebody: `his wife, Ann Holm`."""
    found: dict[Relation, str] = {}
    for role in scene.roles:
        for token in scene.tokens_of(role.start, role.end):
            owner = _owner_of(scene, token) if token.lemma in sorts else None
            if owner and owner != role.entity_id:
                found.setdefault((owner, token.lemma), role.entity_id)
    return found


def _counterpart(scene: Scene, owner: str, token: Token) -> str | None:
    """`his French counterpart`: who has a Frenchman's role with a noun of the owner's; nobody where two have one."""
    form = next((found for child in token.lefts if (found := country_of(child.text))), None)
    nouns = {role.role.lower().split()[-1] for role in scene.roles if role.entity_id == owner}
    found = {
        role.entity_id
        for role in scene.roles
        if form
        and role.entity_id != owner
        and scene.entities[role.entity_id].country == form.country
        and role.role.lower().split()[-1] in nouns
    }
    return found.pop() if len(found) == 1 else None


def _add_kin(scene: Scene, owner: str, tokens: list[Token], pronouns: list[Token]) -> None:
    """Make somebody, or a group, of kin who are mentioned more than once."""
    if len(tokens) + len(pronouns) < 2:
        return
    kind = "group" if tokens[0].tag == "NNS" else "person"
    key = scene.add_entity(f"{scene.entities[owner].name}'s {tokens[0].lower}", kind, country=None, rule="kin")
    for token in tokens:
        scene.add_mention(first_word(token), token, "nominal", key)
    forms = dict.fromkeys(mention.text for mention in scene.mentions[-len(tokens) :])
    scene.entities[key] = replace(scene.entities[key], aliases=tuple(forms))
    for token in pronouns:
        scene.add_mention(token, token, "pronoun", key)
