"""Contents of nouns and adjectives: `a claim that …`, `his plan to …`, `confident that …`, `support for …`."""

from collections.abc import Iterator

from analysis.grammar.clauses import subject_of_noun
from analysis.grammar.tokens import Token
from analysis.lexicon import words
from analysis.readers.quotations.boundaries import content_of
from analysis.readers.quotations.candidates import Candidate
from analysis.readers.quotations.cues import Cue, tells_of_saying
from analysis.readers.quotations.sources import source_of

ACTORS = frozenset({"PERSON", "NORP"})
PEOPLE = frozenset({"he", "she", "they", "we", "i", "who"})


def noun_candidates(token: Token, cue: Cue) -> Iterator[Candidate]:
    """All contents of one noun."""
    source = _owner(token)
    if source is None and token.lemma in words("bearers"):
        source = token
    yield from _complements(token, cue, "noun", source, token.children)


def _owner(token: Token) -> Token | None:
    """Whose claim it is; nobody's known where it is raised, faced or drawn, no owner named, and nobody raises it."""
    verb = token.head
    raised = token.dep == "dobj" and verb.lemma in words("evoking") and verb.pos == "VERB"
    owned = any(c.dep in ("poss", "agent") or c.lower in ("by", "from", "among") for c in token.children)
    if raised and not owned:
        raiser = source_of(verb)
        return raiser if raiser is not None and (raiser.ent in ACTORS or raiser.lower in PEOPLE) else None
    owner = subject_of_noun(token)
    if owner is None and token.dep == "ROOT" and not any(c.dep == "det" for c in token.children):
        return next((c for c in reversed(token.lefts) if c.dep in ("compound", "amod")), None)
    return owner


def adjective_candidates(token: Token, cue: Cue) -> Iterator[Candidate]:
    """All contents of one adjective; the parser may hang them on the verb `be`."""
    verb = token.head if token.dep in ("acomp", "attr", "oprd", "advcl", "conj") else token
    if tells_of_saying(token) or tells_of_saying(verb):
        return
    if token.dep in ("amod", "acl") and token.head.pos in ("NOUN", "PROPN", "PRON"):
        source: Token | None = token.head
    else:
        source = source_of(verb)
    children = [*token.children, *(c for c in verb.children if verb is not token and c is not token)]
    yield from _complements(token, cue, "adj", source, children)


def _complements(token: Token, cue: Cue, kind: str, source: Token | None, children: list[Token]) -> Iterator[Candidate]:
    for child in children:
        if child.i < token.i:
            continue
        found = _frame(child, cue)
        if found is not None:
            frame, heads = found
            if frame == "prep":
                heads = [*heads, *_following(child, children)]
            content = [t for head in heads for t in content_of(head)]
            yield Candidate(token, content, f"{kind}-{frame}", cue.sort, [source] if source is not None else [])


def _following(phrase: Token, children: list[Token]) -> list[Token]:
    """Further phrases right behind a complement, with no comma between."""
    end = max(t.i for t in phrase.subtree()) + 1
    found = []
    for child in children:
        if child.i >= end and child.dep == "prep" and min(t.i for t in child.subtree()) == end:
            found.append(child)
            end = max(t.i for t in child.subtree()) + 1
    return found


def _frame(child: Token, cue: Cue) -> tuple[str, list[Token]] | None:
    """Which frame a complement fills, and the heads of its content."""
    if child.dep == "prep" and child.lower in cue.frames:
        heads = [c for c in child.children if c.dep in ("pobj", "pcomp")]
        return ("prep", heads) if heads else None
    if child.dep not in ("acl", "ccomp", "xcomp") or (
        child.tag in ("VBG", "VBN") and child.dep == "acl" and not child.lefts
    ):
        return None
    infinitive = any(c.lower == "to" and c.dep == "aux" for c in child.children)
    frame = "to" if infinitive else "that"
    return (frame, [child]) if frame in cue.frames else None
