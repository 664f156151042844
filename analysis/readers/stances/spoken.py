"""Stances whose sign no word gives: speakers on what their words are about, subjects on the others in the clause."""

from collections.abc import Iterator

from analysis.grammar.clauses import verb_over
from analysis.grammar.factuality import factuality
from analysis.grammar.tokens import Token
from analysis.lexicon import words
from analysis.readers.actors import Scene
from analysis.readers.stances.arguments import with_conjuncts
from analysis.readers.stances.frames import tone
from analysis.readers.stances.judgments import verdict_on
from analysis.readers.stances.pairs import Candidate, Told
from analysis.records import Entity, Quotation

PREFIXED = frozenset({"compound", "nmod", "amod"})
ROLES = PREFIXED | {"nsubj", "nsubjpass", "dobj", "pobj", "poss", "conj", "attr", "dative", "appos", "ROOT"}
BEATING = frozenset({"beat", "defeat", "unseat", "outpoll", "topple"})
WHERE = frozenset(["in", "to", "at", "from", "near", "into", "across", "inside", "outside", "around", "throughout"])


def reported(scene: Scene, quotations: tuple[Quotation, ...], sources: tuple[tuple[str, ...], ...]) -> Told:
    """Tokens to the innermost quotation they stand in: its index, and the entities that are its sources."""
    found: Told = {}
    widest_first = sorted(
        range(len(quotations)), key=lambda n: -sum(end - start for start, end in quotations[n].content)
    )
    for n in widest_first:
        for start, end in quotations[n].content:
            found.update((token.i, (n, sources[n])) for token in scene.tokens_of(start, end))
    return found


def spoken(
    scene: Scene, quotations: tuple[Quotation, ...], sources: tuple[tuple[str, ...], ...]
) -> Iterator[Candidate]:
    """The speaker on those whom the content is about, by grammatical role; the tone of the clause gives the sign."""
    for said, speakers in zip(quotations, sources, strict=True):
        if not speakers or said.status != "said":
            continue
        tokens = [token for start, end in said.content for token in scene.tokens_of(start, end)]
        about = about_whom(scene, tokens, set(speakers))
        if not about:
            continue
        overall = tone(tokens)
        source = scene.tokens_of(*said.source)[-1] if said.source else tokens[0]
        cue = scene.tokens_of(*said.cue)[0] if said.cue else source
        tones = _Tones(tokens)
        for (target, _), at in about.items():
            near, (judged, sure) = tones.around(at), _judged(scene, tokens, target)
            for speaker in speakers:
                yield Candidate(speaker, target, judged, "content", sure, source, at, cue, near, overall)


def beside(scene: Scene) -> Iterator[Candidate]:
    """Whoever is the subject of a clause, on the others that the clause is about."""
    for subject in scene.parse.tokens:
        if subject.dep not in ("nsubj", "nsubjpass") or _is_silent(subject.head):
            continue
        holders = {
            entity.entity_id: token
            for token in with_conjuncts([subject])
            if (entity := scene.entity_at(token)) and entity.kind not in ("issue", "place")
        }
        if not holders:
            continue
        clause = subject.head.subtree()
        about = about_whom(scene, clause, set(holders))
        around, tones = tone(clause) if about else 0, _Tones(clause)
        for (target, _), at in about.items():
            near = tones.around(at)
            for holder, token in holders.items():
                yield Candidate(holder, target, 0, "clause", 0.4, token, at, subject.head, near, around)


def _judged(scene: Scene, tokens: list[Token], target: str) -> tuple[int, float]:
    """The sign of what the words say of a target itself at all its mentions, and how sure that is; 0 where they say
    nothing, or both."""
    issue = scene.entities[target].kind == "issue"
    found = (verdict_on(token, issue=issue) for token in tokens if scene.at.get(token.i) == target)
    verdicts = [one for one in found if one]
    total = sum(sign for sign, *_ in verdicts)
    return (total > 0) - (total < 0), max((sure for *_, sure in verdicts), default=0.5)


def about_whom(scene: Scene, tokens: list[Token], speakers: set[str]) -> dict[tuple[str, int], Token]:
    """The actors and issues that words are about, by sentence, each by its first token in a role of its own."""
    about: dict[tuple[str, int], Token] = {}
    for token in tokens:
        entity = scene.entity_at(token)
        if entity is None or entity.kind == "place" or entity.entity_id in speakers:
            continue
        above = scene.at.get(token.head.i)
        of_issue = entity.kind == "country" and above is not None and scene.entities[above].kind == "issue"
        inside = token.dep in PREFIXED and (above == entity.entity_id or of_issue)
        if token.dep in ROLES and not inside and above not in speakers and not _is_aside(entity, token):
            about.setdefault((entity.entity_id, token.sent), token)
    return about


def _is_aside(entity: Entity, token: Token) -> bool:
    """Where something happens, whom it befalls, whom a rival can beat: none of them is judged by it."""
    if token.dep == "dobj" and token.head.lemma in BEATING and factuality(token.head).possible:
        return True
    return _is_where(entity, token) or (entity.kind == "person" and _is_sufferer(token))


def _is_sufferer(token: Token) -> bool:
    """`Smith died`, `Smith was shot`, `Smith's body`: what is bad for him says nothing against him."""
    head = token.head
    if token.dep == "poss":
        return head.lemma in words("sufferer_nouns")
    suffered = {"nsubjpass": "yes", "nsubj": ""}.get(token.dep)
    return suffered is not None and head.lemma in words("harming_verbs", suffered=suffered)


def _is_silent(verb: Token) -> bool:
    """`declined to comment`, `did not respond`, `if Norway votes`: who says or does nothing shows no stance by it."""
    said = [one for one in (verb, *verb.those("xcomp")) if one.lemma in words("answering_verbs")]
    return factuality(verb).unreal or any(factuality(one).denied for one in said)


def _is_where(entity: Entity, token: Token) -> bool:
    """`in Libya`, `Libyan minister Smith`: where something happens or somebody is from, not what it is about."""
    if entity.kind != "country":
        return False
    if token.dep in PREFIXED:
        head = token.head
        return head.pos == "PROPN" or head.dep in ("compound", "nmod") or head.has("appos")
    return token.dep == "pobj" and token.head.lower in WHERE


class _Tones:
    """The tone of the clause around a token, within some words; each clause is read once."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.inside: set[int] = set()
        self.known: dict[int, int] = {}

    def around(self, token: Token) -> int:
        """The sum of praise and blame in the clause that a token stands in."""
        verb = verb_over(token) or token
        if verb.i not in self.known:
            self.inside = self.inside or {word.i for word in self.tokens}
            self.known[verb.i] = tone([word for word in verb.subtree() if word.i in self.inside])
        return self.known[verb.i]
