"""Issues: what people are for or against: noun phrases merged by head and synonym, few and meaningful."""

from collections import Counter
from dataclasses import replace

from analysis.grammar.phrases import modifiers
from analysis.grammar.tokens import Parse, Token
from analysis.lexicon import rows, words
from analysis.readers.actors.scene import Scene
from analysis.readers.stances.arguments import EVENTS
from analysis.readers.stances.frames import frames_of
from analysis.records import Article, Cast, Span, Stance

OFTEN = 4  # mentions from which on an issue is one even if nobody stands to it


def find_issues(article: Article, parse: Parse, cast: Cast) -> Cast:
    """What somebody may be for or against, with its mentions, numbered on from the cast; a cast of its own.

    Nouns for issues that the headline names, that are said again or are the object of a stance word: `a ceasefire`,
    `the tax bill`. Which of them belong into the article's cast is told by the stances: see `with_issues`.
    """
    scene = Scene(article, parse, cast)
    concepts = {row["word"]: row["concept"] for row in rows("issue_nouns")}
    weak = {row["concept"] for row in rows("issue_nouns") if row["weak"]}
    found: dict[str, list[Token]] = {}
    for token in scene.parse.tokens:
        concept = concepts.get(token.lower) or (concepts.get(token.lemma) if token.pos == "NOUN" else None)
        if concept and token.pos in ("NOUN", "PROPN") and token.i not in scene.at and token.dep != "compound":
            found.setdefault(_key(token, concept, weak), []).append(token)
    for tokens in found.values():
        if _counts(scene, tokens):
            _add(scene, tokens)
    known = {entity.entity_id for entity in cast.entities}
    grown = scene.cast()
    return Cast(
        entities=tuple(entity for entity in grown.entities if entity.entity_id not in known),
        mentions=tuple(m for m in grown.mentions if m.entity_id and m.entity_id not in known),
    )


def _key(token: Token, concept: str, weak: set[str]) -> str:
    """A weak concept (plan, solution) is one with its modifiers: a military solution is not a political one."""
    if concept not in weak:
        return concept
    return " ".join([*(c.lemma for c in modifiers(token) if c.tag in ("NN", "NNP", "JJ", "NNS")), concept])


def _counts(scene: Scene, tokens: list[Token]) -> bool:
    headline = scene.article.headline or Span(0, 0)
    return (
        len(tokens) >= 2
        or any(headline.start <= token.start < headline.end for token in tokens)
        or any(_is_object(token) for token in tokens)
    )


def _is_object(token: Token) -> bool:
    head = token.head
    if token.dep in ("conj", "appos"):
        return _is_object(head) if head is not token else False
    if token.dep == "pobj" and head.lower == "than":
        return _is_object(head.head)
    if token.dep in ("dobj", "nsubjpass"):
        return "dobj" in frames_of(head)
    if token.dep != "pobj" or head is token:
        return False
    above = head.head
    if above.lemma in EVENTS and above.pos == "NOUN":
        return _is_object(above)
    return head.lower in frames_of(above.head if above.dep in ("advmod", "prt") else above)


def _add(scene: Scene, tokens: list[Token]) -> None:
    """One issue with its mentions; aliases are its forms, and each in the singular."""
    names = [_phrase(scene, token) for token in tokens]
    alone = [f"{name.removesuffix(token.text)}{_singular(token)}" for name, token in zip(names, tokens, strict=True)]
    best = max(names, key=lambda name: (min(len(name.split()), 4), -names.index(name)))
    key = scene.add_entity(best, "issue", country=None, rule="add_issues", confidence=0.6)
    for token in tokens:
        scene.add_mention(_first(scene, token), token, "nominal", key)
    scene.entities[key] = replace(scene.entities[key], aliases=tuple(dict.fromkeys([*names, *alone])))


def _singular(token: Token) -> str:
    return token.lemma.upper() if token.text.isupper() else token.lemma


def _first(scene: Scene, token: Token) -> Token:
    inner = modifiers(token)
    while inner and (inner[0].lower in words("ordering_words") or _behind_hyphen(scene, inner[0])):
        inner = inner[1:]
    if not inner or any(t.dep == "punct" for t in inner):
        return token
    first = inner[0]
    while further := modifiers(first):  # gas tax cut bill
        first = further[0]
    return first


def _behind_hyphen(scene: Scene, token: Token) -> bool:
    """`called` in `so-called`: no word of its own."""
    return token.start > 0 and scene.article.text[token.start - 1] == "-"


def _phrase(scene: Scene, token: Token) -> str:
    return " ".join(scene.article.text[_first(scene, token).start : token.end].split())


def with_issues(article: Article, cast: Cast, issues: Cast, stances: tuple[Stance, ...]) -> Cast:
    """The cast, and the issues that somebody stands to, that the headline names or that the article speaks of often."""
    headline = article.headline or Span(0, 0)
    counts = Counter(mention.entity_id for mention in issues.mentions)
    counting = {key for key, count in counts.items() if count >= OFTEN} | {stance.target_id for stance in stances}
    counting |= {m.entity_id for m in issues.mentions if headline.start <= m.start < headline.end}
    return joined(
        cast,
        Cast(
            entities=tuple(entity for entity in issues.entities if entity.entity_id in counting),
            mentions=tuple(mention for mention in issues.mentions if mention.entity_id in counting),
        ),
    )


def joined(cast: Cast, issues: Cast) -> Cast:
    """Actors and issues as one cast, mentions in text order."""
    return Cast(
        entities=cast.entities + issues.entities,
        mentions=tuple(sorted(cast.mentions + issues.mentions, key=lambda m: (m.start, -m.end))),
        roles=cast.roles,
    )
