"""What somebody says that another is, or should do: `is a liar`, `should resign`, `called it a mess`."""

from collections.abc import Iterator
from functools import cache

from analysis.grammar.clauses import resolved, subject
from analysis.grammar.factuality import factuality, negated
from analysis.grammar.tokens import VERBAL, Token
from analysis.lexicon import rows, words
from analysis.readers.actors import Scene
from analysis.readers.stances.arguments import objects, reached, subjects, wishers, with_conjuncts
from analysis.readers.stances.frames import Frame, frames_of, turned, valence
from analysis.readers.stances.pairs import FIRST_PERSON, Candidate, Voices, holder_of, pairs

BEING = frozenset({"be", "seem", "look", "remain", "become", "appear", "sound", "feel", "get", "prove"})
OUGHT = frozenset({"should", "must", "ought", "shall"})
GAINING = frozenset({"accomplish", "achieve", "deliver", "fix", "solve"})
PLAIN = 0.85  # how sure it is of what is named so, or owed
SAID = 0.7  # how sure a predicate is, which may be said of what goes badly

Verdict = tuple[int, Token, float]


@cache
def _feelings() -> dict[str, int]:
    """Words to praise (1) and blame (-1); our own list comes before the general one."""
    return {row["word"]: int(row["sign"]) for row in rows("word_feelings")} | valence()


@cache
def _words_and_plans() -> frozenset[str]:
    """What somebody says, thinks or wants, by which he is judged: claim, request, decision."""
    sorts = ("speech", "thought", "intention", "position")
    return frozenset(row["lemma"] for row in rows("cues") if row["pos"] == "noun" and row["sort"] in sorts)


def verdict_on(token: Token, *, issue: bool = False) -> Verdict | None:
    """What the words around a token, which names an issue or an actor, say of it, if they praise or blame: sign, the
    word, how sure."""
    if token.dep == "poss" and token.head.lemma in _words_and_plans():
        token = token.head
    head = token.head
    if (owed := _owed(token, head, issue)) is not None:
        return owed
    if token.dep not in ("nsubj", "nsubjpass") or head.pos not in VERBAL or factuality(head).unreal:
        return None
    return _duty(token, head) or _predicate(head) or (_side(head) if token.dep == "nsubj" else None)


def _owed(token: Token, verb: Token, issue: bool) -> Verdict | None:
    """`Norway should expel Smith`, `Smith must be banned`: against Smith, whoever is to do it."""
    frame = frames_of(verb).get("dobj") if token.dep in ("dobj", "nsubjpass") else None
    if frame is None or not frame.sign or not factuality(verb).obliged or factuality(verb).unreal:
        return None
    if frame.of and (frame.of == "issue") != issue:
        return None
    return (-frame.sign if turned(verb) else frame.sign), verb, PLAIN


def _side(verb: Token) -> Verdict | None:
    """`does not want peace`, `supports terrorism`: who is against what is good, or for what is bad; `achieved nothing`:
    what does nothing good."""
    if verb.lemma in GAINING and negated(verb):
        return -1, verb, SAID
    frame = frames_of(verb).get("dobj")
    feelings = [_feelings().get(noun.lemma, 0) for noun in objects(verb, "dobj")] if frame else []
    sign = frame.sign * next(filter(None, feelings), 0) if frame else 0
    return ((-sign if turned(verb) else sign), verb, SAID) if sign else None


def _predicate(verb: Token) -> Verdict | None:
    """`is a disgrace`, `seems unfit`."""
    if verb.lemma not in BEING:
        return None
    for child in verb.those("acomp", "attr", "oprd"):
        sign, cue = _worth_of_all(child)
        if child.has(words={"too"}):
            sign = -1
        if sign:
            denied = factuality(verb).denied != (child is not verb and negated(child))  # `is not a liar`, `is no liar`
            return (-sign if denied else sign), cue, SAID
    return None


def _worth_of_all(token: Token) -> tuple[int, Token]:
    """The sign of a predicate and the word that gives it; none where another gives the other: `clever, but a liar`."""
    found = [(sign, cue) for sign, cue in map(_worth, with_conjuncts([token])) if sign]
    return found[0] if len({sign for sign, _ in found}) == 1 else (0, token)


def _worth(token: Token) -> tuple[int, Token]:
    """The sign of a predicate and the word that gives it: its head, else what modifies it."""
    known = _feelings()
    own = known.get(token.lower) or known.get(token.lemma, 0)
    if any(word.has("prep", "dative", words={"to"}) for word in (token, token.head)):
        return 0, token  # `a gift to landlords`, `critical to the plan`: good or bad for others
    if token.pos == "ADJ" and any(objects(token, slot) for slot in frames_of(token)):
        return 0, token  # `happy with the plan`: of the plan
    if own:
        return own, token
    if token.has("poss") and not token.has("poss", words=FIRST_PERSON):
        return 0, token  # `Berg's best recruiter`: good or bad for Berg
    found = (c for c in token.those("amod", "compound", "acomp", "advmod") if c.lower in known)
    return next(((known[child.lower], child) for child in found), (0, token))


def _duty(token: Token, verb: Token) -> Verdict | None:
    """`Smith should resign`, `Smith must be fired`: against Smith."""
    if not verb.has("aux", words=OUGHT):
        return None
    sign = _wished_act(verb, suffered=token.dep == "nsubjpass")
    return ((-sign if turned(verb) else sign), verb, PLAIN) if sign else None


@cache
def _acts() -> dict[tuple[str, bool], int]:
    return {(row["lemma"], bool(row["suffered"])): int(row["sign"]) for row in rows("wished_acts")}


def _wished_act(verb: Token, *, suffered: bool) -> int:
    """Whether one wishes somebody well (1) or ill (-1) by wanting him to do this, or have it done to him."""
    return _acts().get((verb.lemma, suffered), 0)


def wishes(scene: Scene, voices: Voices) -> Iterator[Candidate]:
    """`called for Smith to resign`, `urged Smith to run`: for or against Smith, by what he is wished to do."""
    for verb in scene.parse.tokens:
        sign = _wished_act(verb, suffered=False)
        if not sign or verb.pos != "VERB" or verb.has("dobj") or factuality(verb.head).denied:
            continue
        asked = subject(verb)
        if asked is not None and (holders := wishers(verb)):
            yield from pairs(scene, voices, verb, Frame(sign, PLAIN), holders, [resolved(asked)])


def namings(scene: Scene, voices: Voices) -> Iterator[Candidate]:
    """`called Smith a liar`, `dismissed the bill as a stunt`, `described it as historic`."""
    for verb in scene.parse.tokens:
        if verb.pos != "VERB" or verb.lemma not in words("naming_verbs"):
            continue
        named, predicate = _named(verb)
        sign, cue = _worth_of_all(predicate) if predicate else (0, verb)
        if not named or not sign:
            continue
        sign = -sign if turned(verb) else sign
        for holder_token in subjects(verb):
            holder = holder_of(scene, voices, holder_token)
            for target, at, way in reached(scene, named):
                if holder and scene.entities[target].kind != "place":
                    yield Candidate(holder, target, sign * way, "frame", PLAIN, holder_token, at, cue)


def _named(verb: Token) -> tuple[Token | None, Token | None]:
    """Who is named, and as what: an object predicate, a small clause, or behind `as`."""
    for child in verb.those("ccomp", "xcomp"):
        if child.pos in ("NOUN", "ADJ", "PROPN") and (inner := child.child("nsubj")):
            return inner, child
    named = next(iter(objects(verb, "dobj")), None)
    behind = named.child("amod", behind=True) if named is not None else None
    if behind is not None and not verb.has("oprd"):  # called his claim "untrue"
        return named, behind
    for child in verb.children:
        if child.dep == "oprd":
            return named, child
        if child.dep == "prep" and child.lower == "as":
            for inner in child.children:
                if inner.dep in ("pobj", "amod", "pcomp", "acomp"):
                    return named, inner
    return named, None
