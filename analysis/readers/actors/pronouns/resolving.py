"""Pronouns in turn: the phrases that each may go back to by grammar, and a mention of the one that is likely enough;
then I, we and you, by who speaks, for whom and to whom."""

from collections.abc import Callable, Iterator
from itertools import accumulate, takewhile

from analysis.grammar.clauses import is_of_either
from analysis.grammar.pronouns import clash, is_ahead, is_empty
from analysis.grammar.tokens import SUBJECTS, Token
from analysis.readers.actors.antecedents import Candidate, agrees, candidates_of, is_minded
from analysis.readers.actors.groups import add_somebody
from analysis.readers.actors.people import person_nouns
from analysis.readers.actors.pronouns.chances import Asked, likeliest
from analysis.readers.actors.pronouns.discourse import (
    FORM_OF,
    GENDERS,
    SPEAKING,
    Discourse,
    free_pronouns,
    own_words,
    tops_of,
)
from analysis.readers.actors.scene import COLLECTIVE_KINDS, Scene
from analysis.records import Entity, Quotation

APART = frozenset({"PUNCT", "SPACE"})
WHO = frozenset({"person", "organization", "group"})
SENTENCES_BACK = {"he": 3, "she": 3, "it": 1, "they": 2}
RECURRING = 2  # they or it that make people without a name worth a row; of he and she one will do


def resolve_pronouns(
    scene: Scene,
    quotations: tuple[Quotation, ...],
    choose: Callable[[Asked], tuple[Candidate, float] | None] = likeliest,
) -> Discourse:
    """Add mentions by he, she, it and they, by what is likeliest, and by who and which, by their noun.

    `choose` gives the phrase that a pronoun is taken for, and its chance. What comes back has the pronouns that stand
    for no entity yet: of somebody unnamed, of several named together.
    """
    discourse = Discourse(candidates_of(scene))
    for said in quotations:
        discourse.note_quotation(scene, said)
    own = (any(t.i not in discourse.quoted and t.pos not in APART for t in one.tokens) for one in scene.parse.sentences)
    discourse.told = list(accumulate(own))
    counted = 0
    for token in sorted(free_pronouns(scene, SENTENCES_BACK.keys() | {"who"}), key=discourse.turn_of):
        for phrases in discourse.phrases[counted : token.sent + 1]:
            discourse.known.update(one.key for one in phrases if one.key)
            counted += 1
        if FORM_OF[token.lower] == "who":
            if key := relative(scene, token):
                scene.mention(token, key, "pronoun")
        elif not is_empty(token) and (
            found := choose(Asked(scene, discourse, token, list(_options(scene, discourse, token))))
        ):
            discourse.take(token, *found)
            if found[0].key in scene.entities and discourse.is_likely(token):
                scene.mention(token, found[0].key, "pronoun")
    return discourse


def add_spoken_of(scene: Scene, unnamed: dict[int, list[Token]]) -> None:
    """People without a name to whom pronouns go back: `a gunman ... he`; of they and it more than one is needed."""
    for i, tokens in unnamed.items():
        noun = scene.parse.tokens[i]
        enough = len(tokens) >= RECURRING or FORM_OF[tokens[0].lower] in ("he", "she")
        if enough and noun.lemma in person_nouns():
            add_somebody(scene, noun, tokens)


def _options(scene: Scene, discourse: Discourse, token: Token) -> Iterator[Candidate]:
    """The phrases that a pronoun may go back to by number, gender, kind and grammar."""
    form, phrases, source = FORM_OF[token.lower], discourse.phrases, discourse.sources.get(token.i, token)
    wanted = GENDERS.get(form)
    barred = discourse.barred.get(token.i, set()) | _barred_here(token, phrases[token.sent])
    barred |= {scene.at[source.i]} if source.i in scene.at else set()
    minded = is_minded(token)
    near = takewhile(lambda n: discourse.back(token, n) <= SENTENCES_BACK[form], range(token.sent, -1, -1))
    for sentence in near:
        for candidate in phrases[sentence]:
            if candidate.bearer in barred or not agrees(form, candidate, minded=minded):
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
    what it says. `Hale praised him`, `He says Smith knows`, `Smith knows, he says`."""
    named = [one for one in phrases if one.key]
    barred = {one.key for one in named if clash(pronoun, one.token)}
    if pronoun.dep in SUBJECTS:
        said = [clause for clause in pronoun.head.those("ccomp") if clause.i < pronoun.i]
        for one in named:
            above = [one.token, *one.token.ancestors()]
            before = one.token.tag != "PRP" and any(clause in above for clause in said)
            if before or (one.token.i > pronoun.i and pronoun.head in above[1:]):
                barred.add(one.key)
    return barred


def relative(scene: Scene, token: Token) -> str | None:
    """Whose relative clause it is that `who`, `whose` or `which` opens; behind several (`Norway and Sweden, which …`)
    not the first alone, and nobody's where it may be of either (`Berg, a lawyer for Holm, who`)."""
    above = [token.head, *token.head.ancestors()][: 4 if token.dep == "poss" else 3]
    clause = next((verb for verb in above if verb.dep == "relcl"), None)
    several = clause is not None and any(other.i < token.i for other in clause.head.those("conj"))
    open_ = several or (clause is not None and is_of_either(clause))
    entity = scene.entity_at(clause.head) if clause and not open_ and token.tag in ("WP", "WDT", "WP$") else None
    fits = entity is not None and entity.kind in (COLLECTIVE_KINDS if token.lower == "which" else WHO)
    return entity.entity_id if fits else None


def resolve_speech(scene: Scene, quotations: tuple[Quotation, ...]) -> None:
    """Add mentions by I, we and you, where it is known who speaks and to whom."""
    sources: dict[int, str | None] = {}
    addressees: dict[int, str | None] = {}
    for said in quotations:
        if said.kind != "indirect":
            words = [token.i for token in own_words(scene, said)]
            sources.update(dict.fromkeys(words, _source_of(scene, said)))
            addressees.update(dict.fromkeys(words, _addressee(scene, said)))
    for token in free_pronouns(scene, SPEAKING):
        form = FORM_OF[token.lower]
        key = addressees.get(token.i) if form == "you" else _speaking(scene, form, sources.get(token.i))
        if key:
            scene.mention(token, key, "pronoun")


def _source_of(scene: Scene, said: Quotation) -> str | None:
    """Who says it; behind `a ministry official` the organization for which somebody unnamed speaks."""
    source = scene.parse.within(said.source)
    speaker, inside = _named_as(scene, tops_of(source)), _named_as(scene, source)
    speaker = speaker or (inside if inside and inside.kind in COLLECTIVE_KINDS else None)
    return speaker.entity_id if speaker else None


def _named_as(scene: Scene, tokens: list[Token]) -> Entity | None:
    return next((entity for token in reversed(tokens) if (entity := scene.entity_at(token))), None)


def _addressee(scene: Scene, said: Quotation) -> str | None:
    """The only entity spoken to: whom the cue has as object, or behind `to`."""
    cues = [token for token in scene.parse.within(said.cue) if token.pos == "VERB"]
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
