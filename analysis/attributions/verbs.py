"""Contents of verbs: complement clauses, infinitives, objects, prepositional phrases; active and passive."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from analysis.attributions.boundaries import content_of
from analysis.attributions.candidates import Candidate
from analysis.attributions.cues import Cue, cue_of
from analysis.attributions.sources import by_agent, noun_before, subject_of
from analysis.syntax import Sentence, Token

FINITE = frozenset({"VBD", "VBZ", "VBP"})
CLAUSAL = frozenset({"that", "quote", "np-to", "ing"})
NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP"})
SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})


@dataclass(slots=True)
class Governor:
    """A verb that is a cue, whose subject is known, in its sentence."""

    token: Token
    cue: Cue
    sentence: Sentence
    moved: Mapping[int, Token]
    subject: Token | None = None

    def candidate(self, rule: str, *content: Token) -> Candidate:
        """A candidate whose content is what depends on the tokens given."""
        tokens = [t for head in content for t in content_of(head, self.moved)]
        return self.of_tokens(rule, tokens)

    def of_tokens(self, rule: str, tokens: list[Token]) -> Candidate:
        """A candidate whose content is exactly these tokens."""
        return Candidate(self.token, tokens, rule, self.cue.sort, [self.subject] if self.subject is not None else [])

    def child(self, *deps: str, behind: bool = True) -> Token | None:
        """The first child in one of these relations, behind the verb or anywhere."""
        for child in self.token.children:
            if child.dep in deps and (child.i > self.token.i or not behind):
                return child
        return None


def verb_candidates(token: Token, cue: Cue, sentence: Sentence, moved: Mapping[int, Token]) -> Iterator[Candidate]:
    """All contents of one verb."""
    verb = Governor(token, cue, sentence, moved, subject_of(token, moved))
    if cue.sort == "appearance":
        yield from _appearance(verb)
        return
    if verb.subject is None and token.tag in FINITE and not has_auxiliary(token):
        verb.subject = noun_before(token, sentence.tokens)
    bare = token.dep == "advcl" and token.tag in ("VBN", "VBD") and verb.child(*SUBJECT, behind=False) is None
    if bare and not has_auxiliary(token):
        verb.subject = by_agent(token)
    if verb.child("nsubjpass", "auxpass", behind=False) is not None:
        yield from _passive(verb)
        return
    aside = _aside(verb)
    if aside is not None:
        yield aside
        return
    clauses = list(_clauses(verb))
    yield from clauses or _objects(verb)
    yield from _prepositions(verb)


def has_auxiliary(token: Token) -> bool:
    """Whether a verb has one."""
    return any(child.dep in ("aux", "auxpass") for child in token.children)


def _clauses(verb: Governor) -> Iterator[Candidate]:
    """`said (that) …`, `vowed to …`, `urged them to …`."""
    frames, token = verb.cue.frames, verb.token
    finite = [c for c in token.children if c.dep == "ccomp" and c.i > token.i]
    infinitive = verb.child("xcomp")
    direct = verb.child("dobj")
    if finite and frames & CLAUSAL:
        heads = [*finite, *_trailing(verb, finite[-1])]
        if direct is not None and _lacks_subject(finite[0]) and direct.i < finite[0].i:
            heads = [direct, *heads]
        yield verb.candidate("that", *heads)
    elif infinitive is not None and direct is not None and direct.i < infinitive.i:
        if "np-to" in frames:
            yield verb.candidate("np-to", direct, infinitive, *_trailing(verb, infinitive))
    elif infinitive is not None and ("to" in frames or (infinitive.tag == "VBG" and "ing" in frames)):
        yield verb.candidate("to", infinitive, *_trailing(verb, infinitive))


def _lacks_subject(clause: Token) -> bool:
    marked = any(child.dep in SUBJECT or child.dep == "mark" for child in clause.children)
    return not marked and (clause.tag in FINITE or any(c.tag in (*FINITE, "MD") for c in clause.children))


def _objects(verb: Governor) -> Iterator[Candidate]:
    frames = verb.cue.frames
    direct = verb.child("dobj", behind=False)
    rest = [c for c in verb.token.children if c.dep == "oprd" or (c.dep == "prep" and c.lower == "as")]
    if rest and frames & {"np-as", "np-pred"}:
        if direct is not None or rest[0].dep == "oprd":
            yield verb.candidate("np-as", *([direct] if direct is not None else []), *rest, *_trailing(verb, rest[-1]))
        return
    if direct is None:
        return
    reason = [c for c in verb.token.children if c.dep == "prep" and c.i > direct.i and f"np-{c.lower}" in frames]
    if reason:
        yield verb.candidate("np-for", direct, *reason, *_trailing(verb, reason[-1]))
    elif "np" in frames:
        yield verb.candidate(_object_rule(direct), direct, *_trailing(verb, direct))


def _trailing(verb: Governor, last: Token) -> list[Token]:
    """Phrases and clauses right behind a content, with no comma between, which the parser hangs on the cue."""
    end = max(t.i for t in last.subtree()) + 1
    found = []
    for child in verb.token.children:
        if child.i >= end and child.dep in ("prep", "advcl", "xcomp") and min(t.i for t in child.subtree()) == end:
            if _is_time(child) or (child.tag == "VBG" and cue_of(child)):
                break
            found.append(child)
            end = max(t.i for t in child.subtree()) + 1
    return found


def _is_time(prep: Token) -> bool:
    return any(child.ent in ("DATE", "TIME") for child in prep.children)


def _object_rule(noun: Token) -> str:
    if noun.tag in ("WDT", "WP"):
        return "np-rel"
    if noun.pos == "PRON":
        return "np-pron"
    return "np-name" if noun.ent in NAMED else "np"


def _prepositions(verb: Governor) -> Iterator[Candidate]:
    for child in verb.token.children:
        if child.dep == "prep" and child.i > verb.token.i and child.lower in verb.cue.frames:
            inner = [c for c in child.children if c.dep in ("pobj", "pcomp")]
            if inner:
                yield verb.candidate("prep", *inner, *_trailing(verb, child))


def _passive(verb: Governor) -> Iterator[Candidate]:
    """`X is expected to …` holds X too; nobody is the source unless `by …` says so."""
    subject = verb.child("nsubjpass", behind=False)
    verb.subject = by_agent(verb.token)
    finite = verb.child("ccomp")
    rest = verb.child("xcomp", "oprd") or next(
        (c for c in verb.token.children if c.dep == "prep" and c.lower == "as"), None
    )
    reason = next((c for c in verb.token.children if c.dep == "prep" and f"np-{c.lower}" in verb.cue.frames), None)
    if finite is not None:
        yield verb.candidate("passive-that", finite)
    elif subject is None:
        return
    elif rest is not None:
        yield verb.candidate("passive-to", subject, rest)
    elif reason is not None:
        yield verb.candidate("passive-for", subject, reason)
    elif "np" in verb.cue.frames:
        yield verb.candidate("passive-np", subject)


def _appearance(verb: Governor) -> Iterator[Candidate]:
    """What seems to be so, without a word on whom it seems so to: the subject is part of the content."""
    subject = verb.child("nsubj", "csubj", behind=False)
    rest = verb.child("ccomp", "xcomp", "acomp", "oprd", "attr")
    verb.subject = None
    if rest is None or _speaks_itself(rest):
        return
    if subject is None or rest.dep == "ccomp" or subject.lower == "it":
        yield verb.candidate("appearance", rest)
    else:
        yield verb.candidate("appearance", subject, rest)


def _speaks_itself(rest: Token) -> bool:
    """`seemed to blame them`, `seems hopeful that …`: the complement is the cue."""
    cue = cue_of(rest)
    return cue is not None and rest.dep in ("xcomp", "acomp", "oprd") and cue.sort in ("speech", "position", "feeling")


def _aside(verb: Governor) -> Candidate | None:
    """A cue set into its content: `The plan, she said, …`, `…, she said`, `…, as she said`."""
    token, frames = verb.token, verb.cue.frames
    if not frames & {"that", "quote"}:
        return None
    own = {t.i for t in token.subtree()}
    if token.dep == "parataxis":
        own |= {t.i for child in token.head.children if _goes_on(child, token) for t in child.subtree()}
        return verb.of_tokens("parataxis", [t for t in token.head.subtree() if t.i not in own])
    before = next((c for c in token.children if c.dep == "ccomp" and c.i < token.i), None)
    if before is not None and _is_parenthesis(verb):
        return verb.of_tokens("before", [t for t in before.subtree() if t.i < token.i])
    deps = {child.dep: child.lower for child in token.children}
    if token.dep == "advcl" and deps.get("mark", deps.get("advmod")) == "as":
        alone = not deps.keys() & {"ccomp", "dobj", "xcomp", "prep"} or "agent" in deps
        if alone and _set_off(verb):
            return verb.of_tokens("as-clause", [t for t in token.head.subtree() if t.i not in own])
    return None


def _goes_on(child: Token, cue: Token) -> bool:
    """`…, she said, but offered no details`: a second verb of the speaker's."""
    return child.dep == "conj" and child.i > cue.i and not any(c.dep in SUBJECT for c in child.children)


def _set_off(verb: Governor) -> bool:
    """Whether a clause begins its sentence or follows a comma."""
    tokens = verb.sentence.tokens
    offset = min(t.i for t in verb.token.subtree()) - tokens[0].i
    return offset == 0 or tokens[offset - 1].text == ","


def _is_parenthesis(verb: Governor) -> bool:
    """Whether `she said` follows a comma or a closing mark and has no content of its own behind it."""
    token, subject = verb.token, verb.subject
    if verb.child("ccomp", "xcomp", "dobj") is not None:
        return False
    edge = token.i
    if subject is not None and subject.i < token.i:
        edge = min(t.i for t in subject.subtree())
    edge = min([edge, *(c.i for c in token.children if c.dep in ("aux", "neg", "advmod") and c.i > edge - 2)])
    offset = edge - verb.sentence.tokens[0].i - 1
    if offset < 0:
        return False
    before = verb.sentence.tokens[offset]
    return before.text in (",", "?", "!") or before.tag in ("''", '"')
