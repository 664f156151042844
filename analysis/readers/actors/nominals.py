"""Nominals to the actors they mean: `the minister`, `the company`, `Haftar's forces`, `his wife`, `voters`.

A definite noun is resolved as a pronoun is: those whom it may mean are ranked by what speaks for them and against, and
of equals the most salient is meant. Salience is after centering, Grosz, Joshi and Weinstein (1995): what a sentence was
about is what the next one speaks of.
"""

from collections import Counter

from analysis.grammar.lexemes import verbs_of
from analysis.grammar.phrases import beside, equated, head_of, is_aged, is_definite, is_main_subject
from analysis.grammar.pronouns import clash
from analysis.grammar.tokens import SUBJECTS, VERBAL, Token
from analysis.lexicon import pairs, weighed, weights, words
from analysis.readers.actors.groups import add_benches, add_owned, add_peoples, add_recurring, group_again, of_holder
from analysis.readers.actors.organizations import generic_nouns, governs, organization_features
from analysis.readers.actors.people import (
    OFFICES,
    Profile,
    description_of,
    gender_of,
    means_person,
    person_features,
    person_nouns,
    profiles_of,
)
from analysis.readers.actors.scene import Scene

DIFFERENT = frozenset({"another place", "another party"})
ENOUGH = 1.5  # below which nobody is likely enough
SENTENCES_BACK = 8  # in which whom a definite noun means has been mentioned
SALIENCE = 0.001  # what it is worth: it tells equals apart
FADING = 0.6  # what a mention is worth one sentence further back
ABOUT, SUBJECT, OTHER = 3.0, 1.5, 1.0  # salience of the subject of the sentence, of another clause, of anything else
ANYBODY = frozenset({"man", "woman", "boy", "girl"})  # nouns that tell nobody apart
APPOSED = frozenset({"organization", "country", "place"})


def resolve_nominals(scene: Scene) -> None:
    """Add nominal mentions of the cast, and the groups that belong to somebody or to a country."""
    around = dict.fromkeys(words("relation_nouns", sort="organization"), "government")
    sorts = around | pairs("group_nouns", "word", "sort")
    profiles = profiles_of(scene)
    add_benches(scene)
    for token in scene.parse.tokens:
        _free_national(scene, token, profiles)
        if token.i in scene.at or (token.pos not in ("NOUN", "PROPN") and not is_aged(token)):
            continue
        if add_owned(scene, token, sorts.get(token.lower, "")):
            continue
        bearer = group_again(scene, token) if token.lower in sorts else None
        if bearer is None and (holder := _holder(scene, token, profiles)):
            bearer = of_holder(scene, holder, token)
        if bearer is None and is_definite(token):
            bearer = _referent(scene, token, profiles)
        if bearer and not _is_part_of(scene, token, bearer):
            scene.mention(token, bearer)
    add_peoples(scene, sorts)
    add_recurring(scene)


def _free_national(scene: Scene, token: Token, profiles: dict[str, Profile]) -> None:
    """`Kvist won. The Swede said`: one of a people who is somebody named is no group."""
    one = token.lex.country and token.dep in SUBJECTS and is_definite(token) and means_person(token)
    if one and not scene.is_person_at(token) and (bearer := _referent(scene, token, profiles)):
        for mention in [m for m in scene.mentions if (m.start, m.end) == (token.start, token.end)]:
            scene.remove(mention)
        scene.mention(token, bearer)


def _referent(scene: Scene, token: Token, profiles: dict[str, Profile]) -> str | None:
    """Whom a definite noun means: who is named beside it, else the likeliest, else the one just spoken of."""
    named = [scene.at.get(other.i, "") for other in beside(scene.parse.tokens, token) if not _is_said_of(other, token)]
    if means_person(token) and named and (token.dep != "appos" or len(named) > 1):
        return next((key for key in named if key in profiles), None)
    if token.lower in generic_nouns() and (apposed := [k for k in named if k and scene.entities[k].kind in APPOSED]):
        return apposed[0]
    if _is_introduced(scene, token):
        return None
    features = person_features(scene, token, profiles) | organization_features(scene, token)
    found = likeliest(scene, token, features)
    if found is None and (found := _said_more_of(scene, token)):
        return None if DIFFERENT & set(features.get(found, ())) else found
    return found


def _is_said_of(other: Token, token: Token) -> bool:
    """`The governor, a critic of Holm,`: a noun that says more of somebody, and names nobody."""
    return other.head is token and other.pos == "NOUN" and not other.ent


def _holder(scene: Scene, token: Token, profiles: dict[str, Profile]) -> str | None:
    """`the administration`: the president whose it is, none of another country and none of former days."""
    if token.lower not in OFFICES or not is_definite(token) or len(token.children) > 1:
        return None
    held = (key for key, one in profiles.items() if OFFICES[token.lower] in one.heads and not one.organizations)
    now = (key for key in held if not profiles[key].abroad and "former" not in profiles[key].text)
    return likeliest(scene, token, {key: ["noun is the role"] for key in now})


def likeliest(scene: Scene, token: Token, features: dict[str, list[str]]) -> str | None:
    """The entity that most speaks for, the more salient of equals; none that grammar rules out or that is far back."""
    by = weights("nominal_weights")
    scores = {key: weighed(dict.fromkeys(names, 1.0), by) for key, names in features.items()}
    if max(scores.values(), default=0.0) < ENOUGH:
        return None
    sentence = [other for other in scene.parse.sentences[token.sent].tokens if other.i in scene.at]
    barred = {scene.at[other.i] for other in sentence if other is not token and clash(token, other)}
    met = salience(scene, token)
    near = {key for key in scores if key in met or governs(token)} - barred  # a government may be named behind
    sure = {key: scores[key] + SALIENCE * met[key] for key in sorted(near, reverse=True)}
    best = max(sure, key=sure.__getitem__, default="")
    return best if best and sure[best] >= ENOUGH else None


def salience(scene: Scene, token: Token) -> Counter[str]:
    """How much each entity is spoken of in the sentences before a token: subjects more, the nearer the more."""
    found: Counter[str] = Counter()
    for mention in scene.mentions:
        if mention.start < token.start:
            head = head_of(scene.tokens_of(mention.start, mention.end))
            back = token.sent - head.sent
            if back <= SENTENCES_BACK:
                weight = ABOUT if is_main_subject(head) else SUBJECT if head.dep in SUBJECTS else OTHER
                found[mention.entity_id] += weight * FADING**back
    return found


def _is_part_of(scene: Scene, token: Token, bearer: str) -> bool:
    """`Acme is the first company to pay`, `the company Acme`, `Acme, which the firm bought`: nobody mentioned again."""
    if scene.at.get(token.i + 1) == bearer:
        return True
    for above in token.ancestors():
        if above.dep == "relcl":
            return scene.at.get(above.head.i) == bearer
        if above.pos in VERBAL:
            return False
        if scene.at.get(above.i) == bearer and token.dep != "appos":
            return True
    return False


def _is_introduced(scene: Scene, token: Token) -> bool:
    """`if a nation grows, that nation`: whether the same noun has just been brought in as one of many."""
    near = scene.parse.sentences[max(token.sent - 1, 0) : token.sent + 1]
    before = (other for sentence in near for other in sentence.tokens if other.i < token.i and other.tag == token.tag)
    return any(other.lemma == token.lemma and _is_one_of_many(scene, other) for other in before)


def _is_one_of_many(scene: Scene, noun: Token) -> bool:
    """`a nation`, `some nurse`; not `Ann Holm, a nurse`, `Ann Holm is a nurse`."""
    one = any(child.lower in words("one_of_many") for child in noun.lefts)
    return one and not any(other.i in scene.at for other in equated(noun))


def _said_more_of(scene: Scene, token: Token) -> str | None:
    """`Haftar left. The strongman refused`: the only person in the sentence before, of whom a subject says more. That
    is an age, a place, a party, a noun that is no title and stands nowhere before, or what speaks for itself by a
    trade: `Holm has quit. "I am tired," the singer said`."""
    if not is_main_subject(token) or not token.sent or not (is_aged(token) or _is_new(scene, token)):
        return None
    before, here = (scene.parse.sentences[n].tokens for n in (token.sent - 1, token.sent))
    people = {scene.at[other.i] for other in before if scene.is_person_at(other)}
    if len(people) != 1 or any(scene.at.get(other.i) in people for other in here):
        return None
    person = scene.entities[people.pop()]
    genders = {person_nouns().get(token.lemma, ""), gender_of(person.name, filter(None, [person.role]))} - {""}
    return person.entity_id if len(genders) < 2 else None


def _is_new(scene: Scene, token: Token) -> bool:
    """Whether a noun for a person says something new of somebody already named: a place, a party, a word not used."""
    said = description_of(scene, token) if means_person(token) else None
    if said is None or said.places or said.parties:
        return said is not None
    if token.lemma not in person_nouns() or token.lower in words("bystander_nouns"):
        return False
    before = [other for other in scene.parse.tokens[: token.i] if other.lemma == token.lemma]
    title = token.lower in words("titles") - words("descriptions")
    if token.head.lemma not in verbs_of("speech"):
        return not (title or before or token.has("prep"))
    if token.lower in words("relation_nouns"):  # the father of two
        counted = [other for prep in token.those("prep") for other in prep.children]
        return any(other.tag == "CD" or other.lower in ("twins", "triplets") for other in counted)
    several = sum(entity.kind == "person" for entity in scene.entities.values()) > 1  # `the lorry driver` of one
    if (said.role_words and several) or said.organizations or any(_is_one_of_many(scene, other) for other in before):
        return False
    return not title and token.lower not in words("source_nouns") | ANYBODY


def add_relatives(scene: Scene, unnamed: dict[int, list[Token]]) -> None:
    """`his wife`, `her forces`: people by owner and noun, where pronouns tell the owner.

    They come to whoever was named in that relation (`her husband, Paul Weber`), groups to those of their owner; kin are
    else somebody without a name, if mentioned again. `unnamed` has the pronouns that go back to each noun, by its
    number; those used here are taken out.
    """
    sorts = pairs("relation_nouns", "word", "sort")
    in_roles = [(scene.tokens_of(role.start, role.end), role.entity_id) for role in scene.roles]
    heads = [(head_of(tokens), key) for tokens, key in in_roles[::-1]]
    scene.owned |= {(_owner_at(scene, head), head.lemma): key for head, key in heads if head.lemma in sorts}
    inside = {token.i for tokens, _ in in_roles for token in tokens}
    kin: dict[tuple[str, str], list[Token]] = {}
    for token in scene.parse.tokens:
        owner = _owner_at(scene, token) if token.pos == "NOUN" and token.i not in inside else None
        if not owner or token.i in scene.at:
            continue
        country = scene.entities[owner].country if token.tag == "NN" and sorts.get(token.lemma) == "country" else None
        bearer = scene.owned.get((owner, token.lemma)) or (scene.country(country) if country else None)
        if bearer and bearer != owner:
            _mention_with_pronouns(scene, bearer, [token], unnamed)
        elif sorts.get(token.lemma) == "kin":
            kin.setdefault((owner, token.lemma), []).append(token)
    for (owner, _), tokens in kin.items():
        if len(tokens) + sum(len(unnamed.get(token.i, ())) for token in tokens) > 1:
            kind = "group" if tokens[0].tag == "NNS" else "person"
            key = scene.add_entity(f"{scene.entities[owner].name}'s {tokens[0].lower}", kind, "kin")
            _mention_with_pronouns(scene, key, tokens, unnamed)


def _mention_with_pronouns(scene: Scene, key: str, nouns: list[Token], unnamed: dict[int, list[Token]]) -> None:
    for noun in nouns:
        scene.mention(noun, key)
        for pronoun in unnamed.pop(noun.i, ()):
            scene.mention(pronoun, key, "pronoun")


def _owner_at(scene: Scene, token: Token) -> str:
    """Whose somebody is: the entity of the possessive before the noun."""
    owner = token.child("poss", behind=False)
    return scene.at.get(owner.i, "") if owner else ""
