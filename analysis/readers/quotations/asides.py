"""Cues set into their content: `The plan, she said, …`, `…, she said`, `…, as she said`."""

from analysis.grammar.tokens import FINITE, Token
from analysis.readers.quotations.candidates import Candidate
from analysis.readers.quotations.governor import Governor

SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})


def aside_candidate(verb: Governor) -> Candidate | None:
    """The content around a cue; None where the cue stands before its content."""
    token, frames = verb.token, verb.cue.frames
    if not frames & {"that", "quote"}:
        return None
    own = {t.i for t in token.subtree()}
    if token.dep == "parataxis":
        own |= {t.i for child in token.head.children if _goes_on(child, token) for t in child.subtree()}
        return verb.of_tokens("parataxis", [t for t in token.head.subtree() if t.i not in own])
    before = [child for child in token.those("ccomp") if child.i < token.i]
    if before and _is_parenthesis(verb):
        heads = before if len(behind_colon(verb.sentence.tokens, token)) < len(verb.sentence.tokens) else before[:1]
        content = [t for head in heads for t in head.subtree() if t.i < token.i]
        return verb.of_tokens("before", behind_colon(content, token))
    deps = {child.dep: child.lower for child in token.children}
    if token.dep == "advcl" and deps.get("mark", deps.get("advmod")) == "as":
        taken = {"ccomp", "xcomp", "prep"} if "np-to" in frames else {"ccomp", "xcomp", "prep", "dobj"}
        alone = not deps.keys() & taken or "agent" in deps
        if alone and _set_off(verb):
            return verb.of_tokens("as-clause", [t for t in token.head.subtree() if t.i not in own])
    return None


def behind_colon(tokens: list[Token], cue: Token) -> list[Token]:
    """`Here is what we know: two are missing, police say`: tokens without a lead-in that claims nothing itself."""
    colon = next((t for t in tokens if t.text == ":" and t.i < cue.i), None)
    if colon is None:
        return tokens
    lead = [t for t in tokens if t.i < colon.i]
    claims = lead[0].lower != "here" and any(t.tag in (*FINITE, "MD") for t in lead) if lead else False
    return tokens if claims else [t for t in tokens if t.i > colon.i]


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
    addressed = "np-to" in verb.cue.frames  # `…, he told the court`
    if verb.child(*(("ccomp", "xcomp") if addressed else ("ccomp", "xcomp", "dobj"))) is not None:
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
