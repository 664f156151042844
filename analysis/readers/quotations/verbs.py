"""Contents of verbs: complement clauses, infinitives, objects, prepositional phrases."""

from collections.abc import Iterator

from analysis.grammar.clauses import by_phrase, is_perfect
from analysis.grammar.tokens import FINITE, Sentence, Token
from analysis.readers.quotations.asides import SUBJECT, aside_candidate
from analysis.readers.quotations.candidates import Candidate
from analysis.readers.quotations.cues import Cue, cue_of, tells_of_saying
from analysis.readers.quotations.governor import Governor, has_auxiliary
from analysis.readers.quotations.loose import loose_candidate
from analysis.readers.quotations.raising import appearance_candidates, passive_candidates
from analysis.readers.quotations.sources import source_of, subject_before

CLAUSAL = frozenset({"that", "quote", "np-to", "ing"})
OPENING = frozenset({"``", '"', "“"})
ANSWERS = frozenset({"no", "yes"})
NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP"})


def verb_candidates(token: Token, cue: Cue, sentence: Sentence) -> Iterator[Candidate]:
    """All contents of one verb."""
    verb = Governor(token, cue, sentence, source_of(token))
    if tells_of_saying(token):
        return
    if cue.sort == "appearance":
        yield from appearance_candidates(verb)
        return
    if token.tag == "VBG" and token.dep == "advcl" and verb.subject is None:
        verb.subject = subject_before(token, sentence.tokens)
    bare = token.dep == "advcl" and token.tag in ("VBN", "VBD") and verb.child(*SUBJECT, behind=False) is None
    if bare and not has_auxiliary(token):
        active = _is_active(token) and not _is_put_to(verb)
        verb.subject = by_phrase(token) or (source_of(token.head) if active else None)
        if verb.subject is None and _is_put_to(verb):
            return
    if verb.child("nsubjpass", "auxpass", behind=False) is not None and not is_perfect(token):
        yield from passive_candidates(verb)
        return
    aside = aside_candidate(verb)
    if aside is not None:
        yield aside
        return
    found = list(_clauses(verb)) or list(_objects(verb))
    found.extend(_prepositions(verb))
    loose = None if found else loose_candidate(verb)
    yield from found if loose is None else [loose]


def _is_active(token: Token) -> bool:
    """`…, and vowed to fight`: a past tense that the parser takes for a participle."""
    return token.tag == "VBD" and any(c.dep in ("cc", "dobj", "xcomp", "ccomp") for c in token.children)


def _is_put_to(verb: Governor) -> bool:
    """`Asked about it, she said …`, `when told that …`: a cue with an addressee that opens the sentence or a clause."""
    opens = verb.token is verb.sentence.tokens[0] or any(c.lower == "when" for c in verb.token.children)
    return opens and "np-to" in verb.cue.frames


def _clauses(verb: Governor) -> Iterator[Candidate]:
    """`said (that) …`, `vowed to …`, `urged them to …`, `said no`."""
    frames, token = verb.cue.frames, verb.token
    answer = verb.child("intj")
    if answer is not None and answer.lower in ANSWERS and verb.cue.sort == "speech":
        yield verb.candidate("answer-word", answer)
        return
    finite = [c for c in token.children if c.dep == "ccomp" and c.i > token.i]
    infinitive = verb.child("xcomp")
    direct = verb.child("dobj")
    if finite and frames & CLAUSAL:
        heads = [*finite, *_trailing(verb, finite[-1]), *_further(verb)]
        if direct is not None and _lacks_subject(finite[0]) and direct.i < finite[0].i:
            heads = [direct, *heads]
        yield verb.candidate("that", *heads)
    elif infinitive is not None and direct is not None and direct.i < infinitive.i:
        if "np-to" in frames:
            yield verb.candidate("np-to", direct, infinitive, *_trailing(verb, infinitive))
    elif infinitive is not None and ("to" in frames or (infinitive.tag == "VBG" and "ing" in frames)):
        yield verb.candidate("to", infinitive, *_trailing(verb, infinitive))


def _further(verb: Governor) -> list[Token]:
    """`insists they are here, and will not leave`: a modal behind a cue without one goes on with the content."""
    if has_auxiliary(verb.token):
        return []
    return [
        child
        for child in verb.token.children
        if child.dep == "conj" and not any(c.dep in SUBJECT for c in child.children)
        if any(c.tag == "MD" for c in child.children) and cue_of(child) is None
    ]


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
    if "np-as" in frames and any(_is_quoted(c, verb.sentence) for c in direct.children):
        yield verb.candidate("np-as", direct)
        return
    reason = [c for c in verb.token.children if c.dep == "prep" and c.i > direct.i and f"np-{c.lower}" in frames]
    if reason:
        yield verb.candidate("np-for", direct, *reason, *_trailing(verb, reason[-1]))
    elif "np" in frames:
        yield verb.candidate(_object_rule(direct), direct, *_trailing(verb, direct))


def _is_quoted(child: Token, sentence: Sentence) -> bool:
    """`called the plan "a fraud"`: what the parser hangs on the object is what it is called."""
    before = min(t.i for t in child.subtree() if t.pos != "PUNCT" or t is child) - sentence.tokens[0].i - 1
    return child.dep in ("appos", "acl", "amod") and child.i > child.head.i and sentence.tokens[before].tag in OPENING


def _trailing(verb: Governor, last: Token) -> list[Token]:
    """Phrases and clauses right behind a content, with no comma between, which the parser hangs on the cue."""
    end = max(t.i for t in last.subtree()) + 1
    found = []
    for child in verb.token.children:
        if child.i >= end and child.dep in ("prep", "advcl", "xcomp") and min(t.i for t in child.subtree()) == end:
            own = child.tag == "VBG" or any(c.dep in SUBJECT for c in child.children)
            if _is_time(child) or (own and cue_of(child)):
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
            if inner and not _is_time(child):
                yield verb.candidate("prep", *inner, *_trailing(verb, child))
