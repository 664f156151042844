"""Pronouns to the actors they stand for; one that could be several is left unresolved."""

from collections import Counter

from analysis.coreference.antecedents import BODIES, Candidate, agree, candidates_of, clash, likelihood, named_below
from analysis.coreference.peoples import add_unnamed
from analysis.coreference.phrases import is_quantified
from analysis.coreference.scene import Scene
from analysis.lexicon import words
from analysis.records import Attribution
from analysis.syntax import Token

FORMS = {
    "he": ("he", "him", "his", "himself"),
    "she": ("she", "her", "hers", "herself"),
    "it": ("it", "its", "itself"),
    "they": ("they", "them", "their", "theirs", "themselves"),
    "i": ("i", "me", "my", "mine", "myself"),
    "we": ("we", "us", "our", "ours", "ourselves"),
    "who": ("who", "whom", "whose", "which"),
}
FORM_OF = {word: form for form, forms in FORMS.items() for word in forms}
SENTENCES_BACK = {"he": 3, "she": 3, "it": 1, "they": 2}
LEADS = {"he": 0.0, "she": 0.0, "it": 0.25, "they": 0.25}  # how far the first must be ahead of the second
QUOTED = 1.0  # how much less a phrase in somebody's words is worth outside them
RECURRING = 2  # pronouns that make somebody without a name worth a row
CLAUSAL = frozenset({"ccomp", "xcomp", "advcl", "acl", "csubj"})


def resolve_pronouns(scene: Scene, attributions: tuple[Attribution, ...]) -> None:
    """Add pronoun mentions: he, she, it and they by grammar and distance, who by its noun, I and we by the speaker.

    `you` is left alone: an article seldom says who is spoken to.
    """
    pronouns = [
        t for t in scene.parse.tokens if t.pos in ("PRON", "DET") and t.lower in FORM_OF and t.i not in scene.at
    ]
    third_person = [token for token in pronouns if FORM_OF[token.lower] not in ("i", "we")]
    quoted = frozenset(
        t.i for said in attributions if said.kind != "indirect" for span in said.content for t in scene.tokens_of(*span)
    )
    _third_person(scene, third_person, _speakers(scene, attributions), quoted)
    speakers = _speakers(scene, attributions)
    for token in pronouns:
        key = _speaking(scene, token, speakers.get(token.i)) if FORM_OF[token.lower] in ("i", "we") else None
        if key:
            scene.add_mention(token, token, "pronoun", key)


def _is_pronoun(scene: Scene, token: Token) -> bool:
    return token.pos in ("PRON", "DET") and token.i not in scene.at


def _third_person(scene: Scene, pronouns: list[Token], speakers: dict[int, str], quoted: frozenset[int]) -> None:
    phrases = candidates_of(scene)
    known: Counter[str] = Counter()
    counted = 0
    unnamed: dict[int, list[Token]] = {}
    for token in pronouns:
        while counted <= token.sent:
            known.update(candidate.key for candidate in phrases[counted] if candidate.key)
            counted += 1
        if FORM_OF[token.lower] == "who":
            key = _relative(scene, token)
            if key:
                scene.add_mention(token, token, "pronoun", key)
            continue
        found = _antecedent(token, phrases, known, speakers.get(token.i), quoted)
        if found is None:
            continue
        phrases[token.sent].append(found._replace(token=token))
        if found.key:
            scene.add_mention(token, token, "pronoun", found.key)
            known[found.key] += 1
        elif found.kind == "person":
            unnamed.setdefault(found.origin.i, []).append(token)
    for i, tokens in unnamed.items():
        if len(tokens) >= RECURRING and not is_quantified(scene.parse.tokens[i]):
            add_unnamed(scene, scene.parse.tokens[i], tokens)


def _antecedent(
    token: Token, phrases: list[list[Candidate]], known: Counter[str], speaker: str | None, quoted: frozenset[int]
) -> Candidate | None:
    """The likeliest phrase; one that names no actor counts too, and None where two are about as likely."""
    form = FORM_OF[token.lower]
    if form == "it" and is_empty(token):
        return None
    barred = {speaker, *named_below(token, phrases[token.sent])} - {None}
    best: dict[object, tuple[float, Candidate]] = {}
    for sentence in range(token.sent, max(-1, token.sent - SENTENCES_BACK[form] - 1), -1):
        for candidate in phrases[sentence]:
            penalty = agree(form, candidate)
            if penalty is None or candidate.key in barred:
                continue
            if candidate.token is token or clash(token, candidate.token):
                continue
            if candidate.token.i > token.i and not _ahead(token, candidate.token):
                continue
            score = likelihood(token, candidate, known[candidate.key]) - penalty
            score -= QUOTED * (candidate.token.i in quoted and token.i not in quoted)
            name = candidate.key or candidate.origin.lemma
            if name not in best or score > best[name][0]:
                best[name] = score, candidate
    ranked = sorted(best.values(), key=lambda pair: (-pair[0], pair[1].token.i))
    if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < LEADS[form]):
        return None
    return ranked[0][1]


def _ahead(pronoun: Token, other: Token) -> bool:
    """`In his speech, Smith said`: the subject of the clause that a leading phrase belongs to."""
    return other.dep in ("nsubj", "nsubjpass") and other.head.i > pronoun.i and other.head in pronoun.ancestors()


def is_empty(token: Token) -> bool:
    """`It is clear that`, `it seems`, `make it hard to`: an it that stands for nothing.

    >>> FORM_OF["its"]
    'it'
    """
    if token.lower != "it":
        return False
    if token.dep == "expl":
        return True
    verb = token.head
    if verb.lemma in ("seem", "appear", "happen", "rain", "snow"):
        return True
    after = [child for child in verb.children if child.i > token.i]
    if verb.lemma == "be":
        complement = next((c for c in after if c.dep in ("acomp", "attr", "oprd")), None)
        if complement is None:
            return any(c.dep in CLAUSAL for c in after)
        clauses = any(c.dep in CLAUSAL or c.dep == "relcl" for c in (*complement.children, *after))
        return clauses and complement.lower not in words("actor_adjectives")
    return token.dep in ("nsubj", "nsubjpass") and verb.lemma in ("take", "make") and "ccomp" in {c.dep for c in after}


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


def _speaking(scene: Scene, token: Token, speaker: str | None) -> str | None:
    """I is who speaks; we is a body that speaks, or the body for which a person speaks by office."""
    if not speaker or (scene.entities[speaker].kind == "person" and FORM_OF[token.lower] == "i"):
        return speaker
    if scene.entities[speaker].kind in BODIES:
        return speaker if FORM_OF[token.lower] == "we" else None
    bodies = [role.of_id for role in scene.roles if role.entity_id == speaker and role.of_id in scene.entities]
    return bodies[0] if bodies else None
