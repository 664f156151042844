"""Contents that syntax gives: complement clauses, infinitives, objects, prepositional phrases, parentheses."""

from collections.abc import Iterator, Mapping

from analysis.attributions.boundaries import content_of, reattached
from analysis.attributions.candidates import Candidate
from analysis.attributions.cues import Cue, cue_of
from analysis.attributions.sources import by_agent, noun_before, subject_of, subject_of_noun
from analysis.syntax import Sentence, Token

Moved = Mapping[int, Token]


def clause_candidates(sentence: Sentence) -> Iterator[Candidate]:
    """All candidates of one sentence."""
    moved = reattached(sentence)
    for token in sentence.tokens:
        if token.lower == "according":
            yield from _according(token, sentence)
            continue
        cue = cue_of(token)
        if cue is None:
            continue
        if cue.pos == "verb":
            yield from _verb(token, cue, sentence, moved)
        elif cue.pos == "noun":
            yield from _noun(token, cue, moved)
        else:
            yield from _adjective(token, cue, moved)


def _candidate(token: Token, cue: Cue, rule: str, content: list[Token], source: Token | None) -> Candidate:
    return Candidate(token, content, rule, cue.sort, [source] if source is not None else [])


def _verb(token: Token, cue: Cue, sentence: Sentence, moved: Moved) -> Iterator[Candidate]:
    if cue.sort == "appearance":
        yield from _appearance(token, cue, moved)
        return
    frames = cue.frames
    subject = subject_of(token, moved)
    if subject is None and token.tag in ("VBD", "VBZ", "VBP") and not _has_aux(token):
        subject = noun_before(token, sentence.tokens)
    if _is_aside(token, cue):
        mine = {t.i for t in token.subtree()}
        yield _candidate(token, cue, "as-clause", [t for t in token.head.subtree() if t.i not in mine], subject)
        return
    if token.tag == "VBN" and token.dep == "advcl" and subject is not None and not _has_aux(token):
        subject = by_agent(token)
    passive = any(child.dep in ("nsubjpass", "auxpass") for child in token.children)
    if passive:
        yield from _passive(token, cue, moved)
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
                if _is_parenthesis(token, subject, sentence):
                    yield _candidate(token, cue, "before", _before(token, child, sentence), subject)
            else:
                yield _candidate(token, cue, "that", content_of(child, moved), subject)
        elif child.dep == "xcomp" and child.i > token.i:
            if objects and "np-to" in frames:
                done = True
                yield _candidate(token, cue, "np-to", content_of(objects[0], moved) + content_of(child, moved), subject)
            elif not objects and ("to" in frames or (child.tag == "VBG" and "ing" in frames)):
                done = True
                yield _candidate(token, cue, "to", content_of(child, moved), subject)
        elif child.dep == "prep" and child.lower in frames and child.i > token.i:
            content = [t for c in child.children if c.dep in ("pobj", "pcomp") for t in content_of(c, moved)]
            if content:
                yield _candidate(token, cue, "prep", content, subject)
    if objects and "np" in frames and not done:
        yield _candidate(token, cue, _object_rule(objects[0]), _object(objects[0], moved), subject)
    if "np-as" in frames or "np-pred" in frames:
        yield from _predicative(token, cue, objects, subject, moved)


def _object_rule(noun: Token) -> str:
    if noun.tag in ("WDT", "WP"):
        return "np-rel"
    if noun.pos == "PRON":
        return "np-pron"
    return "np-name" if noun.ent in ("PERSON", "ORG", "GPE", "NORP") else "np"


def _object(noun: Token, moved: Moved) -> list[Token]:
    return content_of(noun, moved)


def _is_parenthesis(token: Token, subject: Token | None, sentence: Sentence) -> bool:
    """Whether `she said` follows a comma or a closing mark and has no content of its own behind it."""
    if any(c.i > token.i and c.dep in ("ccomp", "xcomp", "dobj") for c in token.children):
        return False
    edge = min(t.i for t in (subject.subtree() if subject is not None and subject.i < token.i else [token]))
    edge = min(edge, *(c.i for c in token.children if c.dep in ("aux", "neg", "advmod") and c.i > edge - 2), token.i)
    offset = edge - sentence.tokens[0].i - 1
    return offset >= 0 and (
        sentence.tokens[offset].text in (",", "?", "!") or sentence.tokens[offset].tag in ("''", '"')
    )


def _has_aux(token: Token) -> bool:
    return any(child.dep in ("aux", "auxpass") for child in token.children)


def _is_aside(token: Token, cue: Cue) -> bool:
    """`…, as the paper reported`: the clause above is the content."""
    if token.dep != "advcl" or not cue.frames & {"that", "quote"}:
        return False
    deps = {child.dep: child.lower for child in token.children}
    return deps.get("mark", deps.get("advmod")) == "as" and not deps.keys() & {"ccomp", "dobj", "xcomp"}


def _appearance(token: Token, cue: Cue, moved: Moved) -> Iterator[Candidate]:
    """What seems to be so, without a word on whom it seems so to: the subject is part of the content."""
    subject = next((c for c in token.children if c.dep in ("nsubj", "csubj") and c.lower != "it"), None)
    for child in token.children:
        if child.dep in ("ccomp", "xcomp", "acomp", "oprd", "attr") and child.i > token.i:
            content = content_of(child, moved)
            if subject is not None and child.dep != "ccomp":
                content = content_of(subject, moved) + content
            yield _candidate(token, cue, "appearance", content, None)
            return


def _predicative(
    token: Token, cue: Cue, objects: list[Token], subject: Token | None, moved: Moved
) -> Iterator[Candidate]:
    rest = [c for c in token.children if c.dep == "oprd" or (c.dep == "prep" and c.lower == "as")]
    if objects and rest:
        content = content_of(objects[0], moved) + [t for c in rest for t in content_of(c, moved)]
        yield _candidate(token, cue, "np-as", content, subject)
    elif rest and rest[0].dep == "oprd":
        yield _candidate(token, cue, "np-as", content_of(rest[0], moved), subject)


def _before(token: Token, child: Token, sentence: Sentence) -> list[Token]:
    """A clause that its cue follows runs from the sentence's beginning to the cue's own words."""
    return [t for t in child.subtree() if t.i < token.i]


def _passive(token: Token, cue: Cue, moved: Moved) -> Iterator[Candidate]:
    agent = by_agent(token)
    subject = next((c for c in token.children if c.dep == "nsubjpass"), None)
    for child in token.children:
        if child.dep == "ccomp" and child.i > token.i:
            yield _candidate(token, cue, "passive-that", content_of(child, moved), agent)
            return
        if child.dep in ("xcomp", "oprd") and subject is not None and child.i > token.i:
            yield _candidate(token, cue, "passive-to", content_of(subject, moved) + content_of(child, moved), agent)
            return
    if subject is not None and "np" in cue.frames:
        yield _candidate(token, cue, "passive-np", content_of(subject, moved), agent)


def _noun(token: Token, cue: Cue, moved: Moved) -> Iterator[Candidate]:
    source = subject_of_noun(token, moved)
    for child in token.children:
        if child.i < token.i:
            continue
        if child.dep in ("acl", "ccomp") and child.tag != "VBG" and child.tag != "VBN":
            if any(c.lower == "to" and c.dep == "aux" for c in child.children):
                if "to" in cue.frames:
                    yield _candidate(token, cue, "noun-to", content_of(child, moved), source)
            elif "that" in cue.frames:
                yield _candidate(token, cue, "noun-that", content_of(child, moved), source)
        elif child.dep == "prep" and child.lower in cue.frames:
            content = [t for c in child.children if c.dep in ("pobj", "pcomp") for t in content_of(c, moved)]
            if content:
                yield _candidate(token, cue, "noun-prep", content, source)


def _adjective(token: Token, cue: Cue, moved: Moved) -> Iterator[Candidate]:
    verb = token.head if token.dep in ("acomp", "attr", "oprd", "advcl", "conj") else token
    source = subject_of(verb, moved) if verb is not token else subject_of(token, moved)
    if token.dep in ("amod", "acl") and token.head.pos in ("NOUN", "PROPN", "PRON"):
        source = token.head
    children = [*token.children, *(c for c in verb.children if c is not token and c.i > token.i and verb is not token)]
    for child in children:
        if child.i < token.i:
            continue
        if child.dep == "ccomp" and "that" in cue.frames:
            yield _candidate(token, cue, "adj-that", content_of(child, moved), source)
        elif child.dep == "xcomp" and "to" in cue.frames:
            yield _candidate(token, cue, "adj-to", content_of(child, moved), source)
        elif child.dep == "prep" and child.lower in cue.frames:
            content = [t for c in child.children if c.dep in ("pobj", "pcomp") for t in content_of(c, moved)]
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
