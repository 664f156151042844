"""Cues set beside or into their content: `The plan, she said, …`, `…, as she said`, `According to her, …`."""

from analysis.grammar.clauses import by_phrase
from analysis.grammar.tokens import FINITE, VERBAL, WITH_EXPLETIVE, Sentence, Token
from analysis.lexicon import words
from analysis.readers.quotations.constructions import Governor
from analysis.readers.quotations.contents import Candidate
from analysis.readers.quotations.sources import behind_to

CONCESSIVE = frozenset({"while", "although", "though", "despite"})


def aside(verb: Governor) -> Candidate | None:
    """The content around a verb; None where the verb stands before its content."""
    token, frames = verb.token, verb.cue.frames
    if not frames & {"that", "quote"}:
        return None
    if token.dep == "parataxis":
        return verb.candidate("parataxis", _in_one_sentence(_without(token.head.subtree(), [token]), token))
    before = [clause for clause in token.those("ccomp") if clause.i < token.i]
    if before and _is_parenthesis(verb):
        content = [t for clause in before for t in clause.subtree()]
        return verb.candidate("before", _behind_colon(content, token))
    if token.dep == "advcl" and token.has("mark", "advmod", words={"as"}) and _is_alone(verb):
        return verb.candidate("as-clause", _without(token.head.subtree(), [token]))
    return None


def _without(tokens: list[Token], phrases: list[Token]) -> list[Token]:
    own = {t.i for phrase in phrases for t in phrase.subtree()}
    return [t for t in tokens if t.i not in own]


def _in_one_sentence(tokens: list[Token], cue: Token) -> list[Token]:
    """Tokens up to the full stop behind a cue, where the parser goes on: `The plan, he said, is dead. "Wait," …`."""
    stops = [t.i for t in cue.head.subtree() if t.text == "."]
    return [t for t in tokens if not stops or t.i < stops[0]]


def _behind_colon(tokens: list[Token], cue: Token) -> list[Token]:
    """`Here is what we know: two are missing, police say`: tokens without a lead-in that claims nothing itself."""
    colon = min((t.i for t in (*tokens, *cue.children) if t.text == ":" and t.i < cue.i), default=-1)
    lead = [t for t in tokens if t.i < colon]
    told = any(t.lower in ("here", "what") for t in lead)
    claims = not told and any(t.tag in FINITE and not any(c.tag == "WRB" for c in t.children) for t in lead)
    return tokens if claims else [t for t in tokens if t.i > colon]


def _is_alone(verb: Governor) -> bool:
    """`…, as Brown said`, set off by a comma, without a content of its own."""
    token = verb.token
    own = ("ccomp", "xcomp", "prep") if "np-to" in verb.cue.frames else ("ccomp", "xcomp", "prep", "dobj")
    before = token.subtree()[0].i - verb.sentence[0].i - 1
    return not token.has(*own) and (before < 0 or verb.sentence[before].text == ",")


def _is_parenthesis(verb: Governor) -> bool:
    """Whether `she said` follows a comma or a closing mark and has no content of its own behind it."""
    token, subject = verb.token, verb.source
    own = ("ccomp", "xcomp") if "np-to" in verb.cue.frames else ("ccomp", "xcomp", "dobj")
    if token.child(*own, behind=True) is not None:
        return False
    edge = subject.subtree()[0].i if subject is not None and subject.i < token.i else token.i
    edge = min([edge, *(c.i for c in token.those("aux", "neg", "advmod") if c.i > edge - 2)])
    before = verb.sentence[edge - verb.sentence[0].i - 1] if edge > verb.sentence[0].i else None
    return before is not None and (before.text in (",", "?", "!") or before.tag in ("''", '"'))


def according_to(token: Token, sentence: Sentence) -> Candidate | None:
    """The clause around a phrase that names its source: `According to Brown, …`."""
    source = _author(token)
    if source is None:
        return None
    content = _behind_colon(_clause_around(token, source, sentence), token)
    return Candidate(token, content, "according", "speech", [source])


def _author(according: Token) -> Token | None:
    """Whom it is according to, or who wrote that; not what things are merely measured by (`according to size`)."""
    found = behind_to(according) if according.lower == "according" else None
    if found is None or found.lemma in words("measures"):
        return None
    makers = [by_phrase(c) for c in found.those("acl") if c.lemma in words("document_verbs", sort="made")]
    return next(filter(None, makers), found)


def _clause_around(token: Token, source: Token, sentence: Sentence) -> list[Token]:
    """The words of the clause that the phrase stands in, without clauses set against it."""
    clause = next((t for t in token.ancestors() if t.pos in VERBAL and t.has(*WITH_EXPLETIVE)), None)
    if clause is None:
        comma = next((t.i for t in sentence.tokens if t.i > source.i and t.text == ","), sentence.tokens[-1].i)
        own = {t.i for t in token.subtree() if t.i <= comma}
        return [t for t in sentence.tokens if t.i not in own]
    apart = [c for c in clause.those("conj") if c.i > token.i > clause.i and c.has(*WITH_EXPLETIVE)]
    conceded = [c for c in clause.lefts if c.lower in CONCESSIVE or c.has("mark", words=CONCESSIVE)]
    return _without(sentence.tokens, [token, *apart, *conceded])
