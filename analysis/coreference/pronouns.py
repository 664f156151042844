"""Pronouns to the actors they stand for; one that could be several is left unresolved."""

from bisect import bisect_left
from functools import cache

from analysis.coreference.scene import Scene
from analysis.lexicon import rows
from analysis.records import Attribution, Entity, Mention
from analysis.syntax import Token

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
I = frozenset({"i", "me", "my", "mine", "myself"})  # noqa: E741
RELATIVE = frozenset({"who", "whom", "whose", "which"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
SENTENCES_BACK = 3
BODIES = frozenset({"organization", "country", "group"})


@cache
def _genders() -> dict[str, str]:
    return {row["name"]: row["gender"] for row in rows("first_names")}


@cache
def _role_genders() -> dict[str, str]:
    gendered = {row["word"]: row["gender"] for row in rows("person_nouns") if row["gender"]}
    return gendered | {"mr": "m", "mr.": "m", "mrs": "f", "mrs.": "f", "ms": "f", "ms.": "f"}


def resolve_pronouns(scene: Scene, attributions: tuple[Attribution, ...]) -> None:
    """Add pronoun mentions: he and she by gender, it and they by grammar, I by the speaker, who by its noun."""
    speakers = _speakers(scene, attributions)
    genders = {key: _gender(scene, entity) for key, entity in scene.entities.items() if entity.kind == "person"}
    spoken = sorted((m for m in scene.mentions if m.entity_id), key=lambda m: m.start)
    starts = [mention.start for mention in spoken]
    for token in scene.parse.tokens:
        if token.pos not in ("PRON", "DET") or token.i in scene.at:
            continue
        key = _antecedent(scene, token, speakers.get(token.i), genders, spoken, starts)
        if key:
            scene.add_mention(token, token, "pronoun", key)
            at = bisect_left(starts, token.start)
            spoken.insert(at, scene.mentions[-1])
            starts.insert(at, token.start)


def _antecedent(
    scene: Scene, token: Token, speaker: str | None, genders: dict[str, str], spoken: list[Mention], starts: list[int]
) -> str | None:
    word = token.lower
    if word in I:
        return speaker
    if word in RELATIVE:
        return _relative(scene, token)
    if word in HE or word in SHE:
        return _person(
            scene, token, speaker, genders, spoken[: bisect_left(starts, token.start)], "f" if word in SHE else "m"
        )
    if word in IT or word in THEY:
        return _body(scene, token, plural=word in THEY)
    return None


def _speakers(scene: Scene, attributions: tuple[Attribution, ...]) -> dict[int, str]:
    """Tokens inside quotation marks to the entity that speaks."""
    found: dict[int, str] = {}
    for said in attributions:
        if said.kind == "indirect" or not said.source:
            continue
        source = [scene.entity_at(token) for token in scene.tokens_of(*said.source)]
        speaker = next((entity for entity in reversed(source) if entity), None)
        if speaker:
            for start, end in said.content:
                found.update((token.i, speaker.entity_id) for token in scene.tokens_of(start, end))
    return found


def _gender(scene: Scene, entity: Entity) -> str:
    """m, f or "" by title, role or first name."""
    for role in scene.roles:
        if role.entity_id == entity.entity_id:
            for word in role.role.lower().split():
                if word in _role_genders():
                    return _role_genders()[word]
    words = entity.name.lower().split()
    return _genders().get(words[0], "") if len(words) > 1 else ""


def _person(
    scene: Scene, token: Token, speaker: str | None, genders: dict[str, str], before: list[Mention], gender: str
) -> str | None:
    scores: dict[str, float] = {}
    for mention in reversed(before):
        there = scene.tokens_of(mention.start, mention.end)
        if not there:
            continue
        away = token.sent - there[-1].sent
        if away > SENTENCES_BACK:
            break
        key = mention.entity_id or ""
        if key not in genders or key == speaker or genders[key] not in ("", gender) or _clash(token, there[-1]):
            continue
        score = 3.0 - away + (1.2 if there[-1].dep in SUBJECTS else 0) + 0.5 * (genders[key] == gender)
        score += 0.5 * (away == 0 and there[-1].dep in SUBJECTS) + 0.1 * (mention.form == "name")
        if key not in scores or score > scores[key]:
            scores[key] = score + 0.3 * (key in scores)
        else:
            scores[key] += 0.3
    if not scores:
        return None
    ranked = sorted(scores.items(), key=lambda item: -item[1])
    return ranked[0][0]


def _clash(pronoun: Token, other: Token) -> bool:
    """Two arguments of one verb are not one person, unless the pronoun is reflexive; nor is a part of its own phrase."""
    if pronoun.lower.endswith("self"):
        return False
    if pronoun.dep == "poss":
        return pronoun.head is other or other in pronoun.head.children
    return pronoun.head is other.head and pronoun.dep != other.dep


def _relative(scene: Scene, token: Token) -> str | None:
    if token.tag not in ("WP", "WDT", "WP$"):
        return None
    verb = token.head if token.dep != "poss" else token.head.head
    for _ in range(3):
        if verb.dep == "relcl":
            entity = scene.entity_at(verb.head)
            kinds = ("organization",) if token.lower == "which" else ("person", "organization", "group")
            return entity.entity_id if entity and entity.kind in kinds else None
        if verb.head is verb:
            return None
        verb = verb.head
    return None


def _body(scene: Scene, token: Token, *, plural: bool) -> str | None:
    """`Turkey said it was confident`: the subject above; `its` also the subject of its own clause."""
    clause = next((word for word in token.ancestors() if word.pos in ("VERB", "AUX")), None)
    own = token.dep in SUBJECTS
    while clause is not None:
        if not own:
            entity = _subject(scene, clause, token, plural)
            if entity:
                return entity.entity_id
        own = False
        if clause.head is clause or clause.dep not in ("ccomp", "advcl", "conj", "xcomp", "relcl", "acl", "parataxis"):
            return None
        clause = next((word for word in clause.ancestors() if word.pos in ("VERB", "AUX")), None)
    return None


def _subject(scene: Scene, clause: Token, token: Token, plural: bool) -> Entity | None:
    for child in clause.children:
        if child.dep in SUBJECTS and child is not token and child.i < token.i:
            entity = scene.entity_at(child)
            if (
                entity
                and entity.kind in BODIES
                and (not plural or child.tag in ("NNS", "NNPS") or entity.kind != "country")
            ):
                return entity
    return None
