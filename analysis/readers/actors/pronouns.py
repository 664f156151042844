"""Pronouns to the actors they stand for; one that could be several is left unresolved."""

from collections.abc import Iterator

from analysis.grammar.tokens import Token
from analysis.readers.actors.antecedents import Candidate, agrees, candidates_of
from analysis.readers.actors.binding import clash
from analysis.readers.actors.collectives import add_collectives
from analysis.readers.actors.features import features_of, is_minded, likelihood
from analysis.readers.actors.gender import person_nouns
from analysis.readers.actors.grammar import is_ahead, is_empty, relative
from analysis.readers.actors.groups import Owned
from analysis.readers.actors.peoples import add_unnamed
from analysis.readers.actors.phrases import SUBJECTS, is_quantified
from analysis.readers.actors.relations import resolve_relations
from analysis.readers.actors.scene import Scene
from analysis.readers.actors.speech import SPEECH_FORM_OF, own_words, resolve_speech, tops_of
from analysis.readers.actors.trail import GENDERS, SURE, Trail
from analysis.records import Quotation

FORMS = {
    "he": ("he", "him", "his", "himself"),
    "she": ("she", "her", "hers", "herself"),
    "it": ("it", "its", "itself"),
    "they": ("they", "them", "their", "theirs", "themselves"),
    "who": ("who", "whom", "whose", "which"),
}
FORM_OF = {word: form for form, forms in FORMS.items() for word in forms}
SENTENCES_BACK = {"he": 3, "she": 3, "it": 1, "they": 2}
LEADS = {"he": 0.0, "she": 0.0, "it": 0.25, "they": 0.25}  # how far the first must be ahead of the second
FLOORS = {"it": -0.5, "they": -0.5}  # below which nothing is likely enough
RECURRING = 2  # they or it that make people without a name worth a row; of he and she one will do


def resolve_pronouns(scene: Scene, quotations: tuple[Quotation, ...], owned: Owned) -> None:
    """Add pronoun mentions: he, she, it and they by grammar and distance, who by its noun, I, we, you by the speech."""
    free = [t for t in scene.parse.tokens if t.pos in ("PRON", "DET") and t.i not in scene.at]
    trail = Trail(candidates_of(scene), _not_themselves(scene, quotations), _pronoun_sources(scene, quotations))
    trail.quoted = frozenset(token.i for said in quotations for token in own_words(scene, said))
    trail.barred.update(_speakers(scene, quotations))
    _third_person(scene, [t for t in free if t.lower in FORM_OF], trail)
    resolve_relations(scene, owned, trail.unnamed)
    for i, tokens in trail.unnamed.items():
        noun = scene.parse.tokens[i]
        enough = len(tokens) >= RECURRING or FORM_OF[tokens[0].lower] in ("he", "she")
        if enough and noun.lemma in person_nouns() and not is_quantified(noun):
            add_unnamed(scene, noun, tokens)
    add_collectives(scene, trail.several)
    resolve_speech(scene, [t for t in free if t.lower in SPEECH_FORM_OF], quotations)


def _third_person(scene: Scene, pronouns: list[Token], trail: Trail) -> None:
    """Add mentions of the cast, by pronouns in turn; what stands for a phrase is a phrase for those behind it."""
    phrases, counted = trail.phrases, 0
    for token in sorted(pronouns, key=trail.turn_of):
        while counted <= token.sent:
            trail.known.update(candidate.key for candidate in phrases[counted] if candidate.key)
            counted += 1
        if FORM_OF[token.lower] == "who":
            if key := relative(scene, token):
                scene.add_mention(token, token, "pronoun", key)
        elif key := _said_behind(scene, token):
            scene.add_mention(token, token, "pronoun", key)
            phrases[token.sent].append(Candidate(token, key, scene.entities[key].kind, False, "", token))
        elif found := _antecedent(scene, token, trail):
            phrases[token.sent].append(found._replace(token=token))
            trail.note(found, token, FORM_OF[token.lower])
            if found.key in scene.entities:
                scene.add_mention(token, token, "pronoun", found.key)


def _antecedent(scene: Scene, token: Token, trail: Trail) -> Candidate | None:
    """The likeliest phrase; one that names no actor counts too, and None where two are about as likely."""
    form = FORM_OF[token.lower]
    if form == "it" and is_empty(token):
        return None
    best: dict[str, tuple[float, Candidate]] = {}
    source = trail.sources.get(token.i, token)
    others = trail.barred.get(token.i, set()) | ({scene.at[source.i]} if source.i in scene.at else set())
    for candidate in _options(token, form, trail, others):
        outside = candidate.token.i in trail.quoted and token.i not in trail.quoted
        score = likelihood(features_of(token, form, candidate, trail.known[candidate.key], quoted=outside))
        name = candidate.key or candidate.origin.lemma
        if name not in best or score > best[name][0]:
            best[name] = score, candidate
    ranked = sorted(best.values(), key=lambda pair: (-pair[0], pair[1].token.i))
    if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < LEADS[form]):
        return None
    if form in FLOORS and ranked[0][0] < FLOORS[form] and not is_minded(token):
        return None
    trail.lead = ranked[0][0] - ranked[1][0] if len(ranked) > 1 else SURE
    return ranked[0][1]


def _speakers(scene: Scene, quotations: tuple[Quotation, ...]) -> dict[int, set[str]]:
    """Quoted tokens to whom the words are of, named or not: in `a Smith adviser said` it is not Smith."""
    found: dict[int, set[str]] = {}
    for said in quotations:
        source = scene.tokens_of(*said.source) if said.source and said.kind != "indirect" else []
        bearers = {scene.at.get(token.i) or f"noun {token.i}" for token in tops_of(source)}
        found.update((token.i, bearers) for token in own_words(scene, said))
    return found


def _pronoun_sources(scene: Scene, quotations: tuple[Quotation, ...]) -> dict[int, Token]:
    """Quoted tokens to the pronoun that is the source of the words (`he` said)."""
    found: dict[int, Token] = {}
    for said in quotations:
        source = scene.tokens_of(*said.source) if said.source else []
        if len(source) == 1 and source[0].pos == "PRON":
            found.update((token.i, source[0]) for token in own_words(scene, said))
    return found


def _not_themselves(scene: Scene, quotations: tuple[Quotation, ...]) -> dict[int, set[str]]:
    """Whom a source cannot be: those whom its own quoted words name (`"Smith won," she said`)."""
    found: dict[int, set[str]] = {}
    for said in quotations:
        if said.kind == "direct" and said.source:
            inside = (scene.entity_at(token) for span in said.content for token in scene.tokens_of(*span))
            named = {entity.entity_id for entity in inside if entity}
            found.update((token.i, named) for token in scene.tokens_of(*said.source))
    return found


def _options(token: Token, form: str, trail: Trail, others: set[str]) -> Iterator[Candidate]:
    """The phrases that a pronoun may go back to by number, gender, kind and grammar."""
    phrases, wanted = trail.phrases, GENDERS.get(form)
    barred = others | _barred_here(token, phrases[token.sent])
    minded = is_minded(token)
    for sentence in range(token.sent, max(-1, token.sent - SENTENCES_BACK[form] - 1), -1):
        for candidate in phrases[sentence]:
            if candidate.bearer in barred or candidate.token is token or not agrees(form, candidate, minded=minded):
                continue
            if wanted and trail.genders.get(candidate.bearer, wanted) != wanted:
                continue
            if candidate.kind == "anybody" and token.sent - sentence > (1 if form == "they" else 0):
                continue
            ahead = candidate.token.i > token.i and not is_ahead(token, candidate.token)
            if not ahead and not clash(token, candidate.token):
                yield candidate


def _barred_here(pronoun: Token, phrases: list[Candidate]) -> set[str]:
    """Whom a pronoun cannot be: another argument of its verb, or whom its own clause goes on to name.

    `Hale praised him`, `He says Smith knows`.
    """
    subject = pronoun.dep in SUBJECTS
    return {
        candidate.key
        for candidate in phrases
        if candidate.key
        and candidate.token is not pronoun
        and (
            clash(pronoun, candidate.token)
            or (subject and candidate.token.i > pronoun.i and pronoun.head in candidate.token.ancestors())
        )
    }


def _said_behind(scene: Scene, token: Token) -> str | None:
    """`they (the Greens) agree`: whom the text names in brackets behind a pronoun."""
    after = scene.parse.tokens[token.i + 1 : token.i + 9]
    if not after or after[0].text not in ("(", "["):
        return None
    end = next((n for n, other in enumerate(after) if other.text in (")", "]")), 0)
    inside = [other for other in after[1:end] if other.lower != "the"]
    keys = {scene.at.get(other.i) for other in inside}
    return keys.pop() if len(keys) == 1 else None
