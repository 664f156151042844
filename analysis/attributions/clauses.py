"""Contents that syntax gives: complement clauses, infinitives, objects, prepositional phrases, parentheses."""

from collections.abc import Iterator

from analysis.attributions.candidates import Candidate
from analysis.attributions.cues import Cue, cue_of
from analysis.attributions.sources import by_agent, subject_of, subject_of_noun
from analysis.syntax import Sentence, Token


def clause_candidates(sentence: Sentence) -> Iterator[Candidate]:
    """All candidates of one sentence."""
    for token in sentence.tokens:
        if token.lower == "according":
            yield from _according(token, sentence)
            continue
        cue = cue_of(token)
        if cue is None:
            continue
        if cue.pos == "verb":
            yield from _verb(token, cue, sentence)
        elif cue.pos == "noun":
            yield from _noun(token, cue)
        else:
            yield from _adjective(token, cue)


def _candidate(token: Token, cue: Cue, rule: str, content: list[Token], source: Token | None) -> Candidate:
    return Candidate(token, content, rule, cue.sort, [source] if source is not None else [])


def _verb(token: Token, cue: Cue, sentence: Sentence) -> Iterator[Candidate]:
    frames = cue.frames
    subject = subject_of(token)
    passive = any(child.dep in ("nsubjpass", "auxpass") for child in token.children)
    if passive:
        yield from _passive(token, cue)
        return
    if token.dep == "parataxis" and frames & {"that", "quote"}:
        mine = {t.i for t in token.subtree()}
        content = [t for t in token.head.subtree() if t.i not in mine]
        yield _candidate(token, cue, "parataxis", content, subject)
        return
    objects = [c for c in token.children if c.dep == "dobj"]
    done = False
    for child in token.children:
        if child.dep == "ccomp" and frames & {"that", "quote", "np-to", "ing"}:
            done = True
            if child.i < token.i:
                yield _candidate(token, cue, "before", _before(token, child, sentence), subject)
            else:
                yield _candidate(token, cue, "that", child.subtree(), subject)
        elif child.dep == "xcomp" and child.i > token.i:
            if objects and "np-to" in frames:
                done = True
                yield _candidate(token, cue, "np-to", objects[0].subtree() + child.subtree(), subject)
            elif not objects and ("to" in frames or (child.tag == "VBG" and "ing" in frames)):
                done = True
                yield _candidate(token, cue, "to", child.subtree(), subject)
        elif child.dep == "prep" and child.lower in frames and child.i > token.i:
            content = [t for c in child.children if c.dep in ("pobj", "pcomp") for t in c.subtree()]
            if content:
                yield _candidate(token, cue, "prep", content, subject)
    if objects and "np" in frames and not done:
        yield _candidate(token, cue, "np", objects[0].subtree(), subject)
    if "np-as" in frames or "np-pred" in frames:
        yield from _predicative(token, cue, objects, subject)


def _predicative(token: Token, cue: Cue, objects: list[Token], subject: Token | None) -> Iterator[Candidate]:
    rest = [c for c in token.children if c.dep == "oprd" or (c.dep == "prep" and c.lower == "as")]
    if objects and rest:
        content = objects[0].subtree() + [t for c in rest for t in c.subtree()]
        yield _candidate(token, cue, "np-as", content, subject)
    elif rest and rest[0].dep == "oprd":
        yield _candidate(token, cue, "np-as", rest[0].subtree(), subject)


def _before(token: Token, child: Token, sentence: Sentence) -> list[Token]:
    """A clause that its cue follows runs from the sentence's beginning to the cue's own words."""
    return [t for t in child.subtree() if t.i < token.i]


def _passive(token: Token, cue: Cue) -> Iterator[Candidate]:
    agent = by_agent(token)
    subject = next((c for c in token.children if c.dep == "nsubjpass"), None)
    for child in token.children:
        if child.dep == "ccomp" and child.i > token.i:
            yield _candidate(token, cue, "passive-that", child.subtree(), agent)
            return
        if child.dep in ("xcomp", "oprd") and subject is not None and child.i > token.i:
            yield _candidate(token, cue, "passive-to", subject.subtree() + child.subtree(), agent)
            return
    if subject is not None and "np" in cue.frames:
        yield _candidate(token, cue, "passive-np", subject.subtree(), agent)


def _noun(token: Token, cue: Cue) -> Iterator[Candidate]:
    source = subject_of_noun(token)
    for child in token.children:
        if child.i < token.i:
            continue
        if child.dep in ("acl", "ccomp") and child.tag != "VBG" and child.tag != "VBN":
            if any(c.lower == "to" and c.dep == "aux" for c in child.children):
                if "to" in cue.frames:
                    yield _candidate(token, cue, "noun-to", child.subtree(), source)
            elif "that" in cue.frames:
                yield _candidate(token, cue, "noun-that", child.subtree(), source)
        elif child.dep == "prep" and child.lower in cue.frames:
            content = [t for c in child.children if c.dep in ("pobj", "pcomp") for t in c.subtree()]
            if content:
                yield _candidate(token, cue, "noun-prep", content, source)


def _adjective(token: Token, cue: Cue) -> Iterator[Candidate]:
    verb = token.head if token.dep in ("acomp", "attr", "oprd", "advcl", "conj") else token
    source = subject_of(verb) if verb is not token else subject_of(token)
    if token.dep in ("amod", "acl") and token.head.pos in ("NOUN", "PROPN", "PRON"):
        source = token.head
    children = [*token.children, *(c for c in verb.children if c is not token and c.i > token.i and verb is not token)]
    for child in children:
        if child.i < token.i:
            continue
        if child.dep == "ccomp" and "that" in cue.frames:
            yield _candidate(token, cue, "adj-that", child.subtree(), source)
        elif child.dep == "xcomp" and "to" in cue.frames:
            yield _candidate(token, cue, "adj-to", child.subtree(), source)
        elif child.dep == "prep" and child.lower in cue.frames:
            content = [t for c in child.children if c.dep in ("pobj", "pcomp") for t in c.subtree()]
            if content:
                yield _candidate(token, cue, "adj-prep", content, source)


def _according(token: Token, sentence: Sentence) -> Iterator[Candidate]:
    to = next((c for c in token.children if c.lower == "to"), None)
    who = next((c for c in to.children if c.dep == "pobj"), None) if to is not None else None
    if who is None:
        return
    mine = {t.i for t in token.subtree()}
    content = [t for t in sentence.tokens if t.i not in mine]
    yield Candidate(token, content, "according", "speech", [who])
