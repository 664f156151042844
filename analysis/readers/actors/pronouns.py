"""Pronouns to the actors they stand for; one that could be several is left unresolved."""

from collections import Counter
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from itertools import accumulate, takewhile
from math import inf

from analysis.grammar.phrases import is_quantified
from analysis.grammar.pronouns import clash, is_ahead, is_empty
from analysis.grammar.tokens import SUBJECTS, Token
from analysis.lexicon import weighed, weights
from analysis.readers.actors.antecedents import (
    Candidate,
    agrees,
    candidates_of,
    features_of,
    is_minded,
    leading,
)
from analysis.readers.actors.groups import add_somebody
from analysis.readers.actors.people import person_nouns
from analysis.readers.actors.scene import COLLECTIVE_KINDS, Scene
from analysis.readers.quotations.marks import overlapping
from analysis.records import Entity, Quotation

GENDERS = {"he": "m", "she": "f"}
SURE = 0.7


APART = frozenset({"PUNCT", "SPACE"})
WHO = frozenset({"person", "organization", "group"})
FORMS = {
    "he": ("he", "him", "his", "himself"),
    "she": ("she", "her", "hers", "herself"),
    "it": ("it", "its", "itself"),
    "they": ("they", "them", "their", "theirs", "themselves"),
    "who": ("who", "whom", "whose", "which"),
    "i": ("i", "me", "my", "mine", "myself"),
    "we": ("we", "us", "our", "ours", "ourselves"),
    "you": ("you", "your", "yours", "yourself", "yourselves"),
}
FORM_OF = {word: form for form, forms in FORMS.items() for word in forms}
SPEAKING = frozenset({"i", "we", "you"})
SENTENCES_BACK = {"he": 3, "she": 3, "it": 1, "they": 2}
LEADS = {"it": 0.25, "they": 0.25}  # how far the first must be ahead of the second
FLOORS = {"it": -0.5, "they": -0.5}  # below which nothing is likely enough
RECURRING = 2  # they or it that make people without a name worth a row; of he and she one will do


@dataclass
class Discourse:
    """What is known so far: the phrases of each sentence, whom a token cannot be, and what was found.

    `sources` has the pronoun that is source of a quoted token's words, `known` counts mentions, `genders` holds what
    he and she have told where the phrase was ahead of all others by SURE; `lead` is how far the last one was. `unnamed`
    has the pronouns of each noun for somebody without a name, by its number, `several` those of each collective;
    `told` says for each sentence how many up to it are not all somebody's own words.
    """

    phrases: list[list[Candidate]]
    barred: dict[int, set[str]] = field(default_factory=dict)
    sources: dict[int, Token] = field(default_factory=dict)
    quoted: set[int] = field(default_factory=set)
    told: list[int] = field(default_factory=list)
    known: Counter[str] = field(default_factory=Counter)
    genders: dict[str, str] = field(default_factory=dict)
    lead: float = 0.0
    unnamed: dict[int, list[Token]] = field(default_factory=dict)
    several: dict[str, list[Token]] = field(default_factory=dict)

    def note(self, found: Candidate, token: Token, form: str) -> None:
        """Count a mention; keep the gender that a form tells of an entity, and pronouns of what is no entity."""
        self.known[found.key] += bool(found.key)
        if found.kind == "several":
            self.several.setdefault(found.key, []).append(token)
        elif not found.key and found.kind in ("person", "collective"):
            self.unnamed.setdefault(found.origin.i, []).append(token)
        sure = self.lead >= SURE and found.token.dep in SUBJECTS
        if form in GENDERS and (sure or not found.key):
            self.genders.setdefault(found.bearer, GENDERS[form])

    def back(self, token: Token, sentence: int) -> int:
        """How many sentences back one is; outside quotations those that are quoted do not count."""
        apart = token.sent - sentence
        return apart if token.i in self.quoted else min(apart, self.told[token.sent] - self.told[sentence])

    def turn_of(self, token: Token) -> tuple[int, bool, int]:
        """When a pronoun is due: one in quoted words behind the one that says them (`"I think he will," she said`)."""
        source = self.sources.get(token.i, token)
        return max(source.i, token.i), source.i > token.i, token.i


def resolve_pronouns(scene: Scene, quotations: tuple[Quotation, ...]) -> Discourse:
    """Add mentions by he, she, it and they, by grammar and distance, and by who and which, by their noun.

    What comes back has the pronouns that stand for no entity yet: of somebody unnamed, of several named together.
    """
    discourse = Discourse(candidates_of(scene))
    for said in quotations:
        _note_quotation(scene, said, discourse)
    own = (any(t.i not in discourse.quoted and t.pos not in APART for t in one.tokens) for one in scene.parse.sentences)
    discourse.told = list(accumulate(own))
    _third_person(scene, _free(scene, FORMS.keys() - SPEAKING), discourse)
    return discourse


def _note_quotation(scene: Scene, said: Quotation, discourse: Discourse) -> None:
    """Whom pronouns in and before a quotation cannot be.

    Who says words is none whom they name (`"Smith won," she said`) nor whom they call he (`"He lied," Smith said`).
    """
    source = scene.tokens_of(*said.source) if said.source else []
    own = [token.i for token in own_words(scene, said)]
    discourse.quoted.update(own)
    if len(source) == 1 and source[0].pos == "PRON":
        discourse.sources.update(dict.fromkeys(own, source[0]))
    if said.kind == "direct":
        inside = (scene.at.get(token.i, "") for span in said.content for token in scene.tokens_of(*span))
        discourse.barred.update({token.i: named for named in [set(inside) - {""}] for token in source})
    if source:
        sources = {scene.at.get(token.i) or f"noun {token.i}" for token in tops_of(source)}
        discourse.barred.update(dict.fromkeys(own, sources))


def _free(scene: Scene, forms: Container[str]) -> list[Token]:
    """Pronouns of these forms that are no mention yet."""
    pronouns = (token for token in scene.parse.tokens if token.pos in ("PRON", "DET") and token.i not in scene.at)
    return [token for token in pronouns if FORM_OF.get(token.lower) in forms]


def add_spoken_of(scene: Scene, unnamed: dict[int, list[Token]]) -> None:
    """People without a name to whom pronouns go back: `a gunman ... he`; of they and it more than one is needed."""
    for i, tokens in unnamed.items():
        noun = scene.parse.tokens[i]
        enough = len(tokens) >= RECURRING or FORM_OF[tokens[0].lower] in ("he", "she")
        if enough and noun.lemma in person_nouns() and not is_quantified(noun):
            add_somebody(scene, noun, tokens)


def _third_person(scene: Scene, pronouns: list[Token], discourse: Discourse) -> None:
    """Add mentions of the cast, by pronouns in turn; what stands for a phrase is a phrase for those behind it."""
    phrases, counted = discourse.phrases, 0
    for token in sorted(pronouns, key=discourse.turn_of):
        while counted <= token.sent:
            discourse.known.update(candidate.key for candidate in phrases[counted] if candidate.key)
            counted += 1
        if FORM_OF[token.lower] == "who":
            if key := relative(scene, token):
                scene.mention(token, key, "pronoun")
        elif found := _antecedent(scene, token, discourse):
            phrases[token.sent].append(found._replace(token=token))
            discourse.note(found, token, FORM_OF[token.lower])
            if found.key in scene.entities:
                scene.mention(token, found.key, "pronoun")


def _antecedent(scene: Scene, token: Token, discourse: Discourse) -> Candidate | None:
    """The likeliest phrase; one that names no actor counts too, and None where two are about as likely."""
    form = FORM_OF[token.lower]
    if form == "it" and is_empty(token):
        return None
    scores: dict[Candidate, float] = {}
    source = discourse.sources.get(token.i, token)
    others = discourse.barred.get(token.i, set()) | ({scene.at[source.i]} if source.i in scene.at else set())
    for candidate in _options(token, form, discourse, others):
        outside = candidate.token.i in discourse.quoted and token.i not in discourse.quoted
        back = discourse.back(token, candidate.token.sent)
        features = features_of(token, form, candidate, discourse.known[candidate.key], back=back, quoted=outside)
        scores[candidate] = weighed(features, weights("antecedent_weights"))
    best: dict[str, Candidate] = {}  # the likeliest of an entity's phrases, or of those of one noun
    for candidate in sorted(scores, key=lambda one: (-scores[one], one.token.i)):
        best.setdefault(candidate.key or candidate.origin.lemma, candidate)
    floor = FLOORS.get(form, -inf) if not is_minded(token) else -inf
    found = leading({one: scores[one] for one in best.values()}, floor=floor, lead=LEADS.get(form, 0.0))
    if found is None:
        return None
    discourse.lead = min(found[1], SURE)
    return found[0]


def _options(token: Token, form: str, discourse: Discourse, others: set[str]) -> Iterator[Candidate]:
    """The phrases that a pronoun may go back to by number, gender, kind and grammar."""
    phrases, wanted = discourse.phrases, GENDERS.get(form)
    barred = others | _barred_here(token, phrases[token.sent])
    minded = is_minded(token)
    near = takewhile(lambda n: discourse.back(token, n) <= SENTENCES_BACK[form], range(token.sent, -1, -1))
    for sentence in near:
        for candidate in phrases[sentence]:
            if candidate.bearer in barred or candidate.token is token or not agrees(form, candidate, minded=minded):
                continue
            if wanted and discourse.genders.get(candidate.bearer, wanted) != wanted:
                continue
            if candidate.kind == "anybody" and token.sent - sentence > (1 if form == "they" else 0):
                continue
            ahead = candidate.token.i > token.i and not is_ahead(token, candidate.token)
            if not ahead and not clash(token, candidate.token):
                yield candidate


def _barred_here(pronoun: Token, phrases: list[Candidate]) -> set[str]:
    """Whom a pronoun cannot be: another argument of its verb, or whom its own clause goes on to name, or has named as
    what it says.

    `Hale praised him`, `He says Smith knows`, `Smith knows, he says`.
    """
    named = [one for one in phrases if one.key and one.token is not pronoun]
    barred = {one.key for one in named if clash(pronoun, one.token)}
    if pronoun.dep in SUBJECTS:
        said = [clause for clause in pronoun.head.those("ccomp") if clause.i < pronoun.i]
        for one in named:
            above = [one.token, *one.token.ancestors()]
            before = one.token.tag != "PRP" and any(clause in above for clause in said)
            if before or (one.token.i > pronoun.i and pronoun.head in above[1:]):
                barred.add(one.key)
    return barred


def resolve_speech(scene: Scene, quotations: tuple[Quotation, ...]) -> None:
    """Add mentions by I, we and you, where it is known who speaks and to whom."""
    sources: dict[int, str | None] = {}
    addressees: dict[int, str | None] = {}
    for said in quotations:
        if said.kind != "indirect":
            words = [token.i for token in own_words(scene, said)]
            sources.update(dict.fromkeys(words, _source_of(scene, said)))
            addressees.update(dict.fromkeys(words, _addressee(scene, said)))
    for token in _free(scene, SPEAKING):
        form = FORM_OF[token.lower]
        key = addressees.get(token.i) if form == "you" else _speaking(scene, form, sources.get(token.i))
        if key:
            scene.mention(token, key, "pronoun")


def _source_of(scene: Scene, said: Quotation) -> str | None:
    """Who says it; behind `a ministry official` the organization for which somebody unnamed speaks."""
    source = scene.tokens_of(*said.source) if said.source else []
    speaker, inside = _named_as(scene, tops_of(source)), _named_as(scene, source)
    speaker = speaker or (inside if inside and inside.kind in COLLECTIVE_KINDS else None)
    return speaker.entity_id if speaker else None


def tops_of(source: list[Token]) -> list[Token]:
    """The head of a source, and what stands in apposition to it: in `a Smith adviser, Ann Lane`, not Smith."""
    return [token for token in source if token.head not in source or token.head is token or token.dep == "appos"]


def _named_as(scene: Scene, tokens: list[Token]) -> Entity | None:
    return next((entity for token in reversed(tokens) if (entity := scene.entity_at(token))), None)


def own_words(scene: Scene, said: Quotation) -> list[Token]:
    """The tokens that are the source's own words: of `he said he was "glad to see her"` only those in the marks."""
    inside = [token for span in said.content for token in scene.tokens_of(*span)]
    return [token for token in inside if said.kind == "direct" or overlapping(scene.quotes, token.start, token.end)]


def _addressee(scene: Scene, said: Quotation) -> str | None:
    """The only entity spoken to: whom the cue has as object, or behind `to`."""
    cues = [token for token in scene.tokens_of(*said.cue) if token.pos == "VERB"] if said.cue else []
    behind = [to for cue in cues for to in cue.those("prep", "dative") if to.lower == "to"]
    told = [one for cue in cues for one in cue.those("dobj", "dative")]
    told += [one for to in behind for one in to.those("pobj")]
    listeners = {scene.at[token.i] for token in told if token.i in scene.at}
    return listeners.pop() if len(listeners) == 1 else None


def _speaking(scene: Scene, form: str, speaker: str | None) -> str | None:
    """I is who speaks; we is an organization that speaks, or the one for which a person speaks by office."""
    if not speaker or (scene.entities[speaker].kind == "person" and form == "i"):
        return speaker
    if scene.entities[speaker].kind in COLLECTIVE_KINDS:
        return speaker if form == "we" else None
    of = (role.of_id for role in scene.roles if role.entity_id == speaker)
    return next((key for key in of if key in scene.entities), None)


def relative(scene: Scene, token: Token) -> str | None:
    """Whose relative clause it is that `who`, `whose` or `which` opens."""
    above = [token.head, *token.head.ancestors()][: 4 if token.dep == "poss" else 3]
    clause = next((verb for verb in above if verb.dep == "relcl"), None)
    entity = scene.entity_at(clause.head) if clause and token.tag in ("WP", "WDT", "WP$") else None
    fits = entity is not None and entity.kind in (COLLECTIVE_KINDS if token.lower == "which" else WHO)
    return entity.entity_id if entity and fits else None
