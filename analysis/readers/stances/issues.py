"""Issues: what people are for or against: noun phrases merged by head and synonym, few and meaningful."""

from collections import Counter
from dataclasses import replace

from analysis.grammar.phrases import modifiers, modifiers_of
from analysis.grammar.tokens import NOMINAL, SUBJECTS, TIMES, Parse, Token
from analysis.lexicon import rows, words
from analysis.readers.actors import Scene
from analysis.readers.stances.arguments import EVENTS, holders_of, objects
from analysis.readers.stances.frames import CHOICES, frames_of
from analysis.readers.stances.judgments import verdict_on
from analysis.readers.stances.pairs import FIRST_PERSON
from analysis.readers.stances.sides import add_sides
from analysis.records import Article, Cast, Span, Stance

NOUNS = frozenset({"NN", "NNS", "NNP"})
TELLING = 0.5  # how sure a stance word is from which on what it is about is an issue
OFTEN = 4  # mentions from which on an issue is one even if nobody stands to it
COMPLEMENTS = frozenset({"of", "on", "to", "for", "with", "against", "over", "about", "from"})  # `a ban on coal`
OTHERS = ("person_nouns", "group_nouns", "seldom_judged")
MARKS = frozenset('"“”')
LONGEST = 6  # words of a name with its complement


def find_issues(article: Article, parse: Parse, cast: Cast) -> Cast:
    """What somebody may be for or against, with its mentions, numbered on from the cast; a cast of its own.

    Nouns for issues that the headline names, that are said again or are the object of a stance word: `a ceasefire`,
    `the tax bill`. Which of them belong into the article's cast is told by the stances: see `with_issues`.
    """
    scene = Scene(article, parse, cast)
    add_sides(scene)
    found: dict[str, list[Token]] = {}
    concept_of = _concepts(scene)
    for token in scene.parse.tokens:
        concept = concept_of.get(token.lower) or (concept_of.get(token.lemma) if token.pos == "NOUN" else None)
        if concept and token.pos in NOMINAL and token.i not in scene.at and token.dep != "compound":
            found.setdefault(concept, []).append(token)
    weak = {row["concept"]: row["weak"] for row in rows("issue_nouns")}
    for concept, tokens in found.items():
        for alike in _told_apart(scene, tokens, weak.get(concept, "")):
            if _counts(scene, alike):
                _add(scene, alike, weak.get(concept, ""))
    return scene.cast().only(scene.entities.keys() - {entity.entity_id for entity in cast.entities})


def _concepts(scene: Scene) -> dict[str, str]:
    """Nouns to what they mean: those of the list, and what an actor is for or against (`opposes the new mines`)."""
    judged = {noun.lemma: noun.lemma for word in scene.parse.tokens for noun in _judged_by(scene, word)}
    return judged | {row["word"]: row["concept"] for row in rows("issue_nouns")}


def _judged_by(scene: Scene, word: Token) -> list[Token]:
    """What an actor is for or against by a stance word: no people, sums, papers, nor what a clause tells."""
    slots = [slot for slot, frame in frames_of(word).items() if frame.sign and frame.strength >= TELLING]
    if not slots or not any(one.lower in FIRST_PERSON or scene.entity_at(one) for one in holders_of(word)):
        return []
    return [noun for slot in slots for noun in objects(word, slot) if _is_thing(scene, noun)]


def _is_thing(scene: Scene, noun: Token) -> bool:
    named = noun.i in scene.at or noun.ent in TIMES or not any(map(str.isalpha, noun.text))
    told = noun.has("ccomp") or any(clause.has(*SUBJECTS) for clause in noun.those("acl"))
    told = told or (noun.lemma in CHOICES and noun.has("acl"))  # `the claim that it is safe`, `the chance to speak`
    return noun.pos == "NOUN" and not named and not told and not any(noun.lemma in words(of) for of in OTHERS)


def _told_apart(scene: Scene, tokens: list[Token], weak: str) -> list[list[Token]]:
    """`the housing plan` and `the transport plan` are two, Smith's plan and Holm's too; `the plan` is the one spoken of
    last, else the next.

    Weak words are told apart by adjectives too, others by one that comes again: `a military solution` is no political
    one, `the individual mandate`, if it is called so twice, not the employers' one. What stands right behind a noun
    tells too: `the release of a memo` is not that of the messages. `A plan` is none of those that somebody has.
    """
    if weak == "people":
        return list(_by_sort(tokens).values())
    told = Counter(word.lower for token in tokens if weak or not _sorted(token) for word in _adjectives(token))
    two = any(map(_sorted, tokens))
    telling = {word for word, n in told.items() if weak or (two and n > 1 and word not in words("ordering_words"))}
    new = {token.i: "new" for token in tokens if token.has("det", words=("a", "an"))}
    sorts = {
        token.i: " ".join(
            word.lower if word.lower in telling else word.lemma
            for word in modifiers(token)
            if word.tag in NOUNS or word.lower in telling
        )
        for token in tokens
    }
    owners = new | {token.i: scene.at.get(owner.i, "") for token in tokens if (owner := token.child("poss"))}
    of = {token.i: inner.lemma for token in tokens if not _sorted(token) and (inner := _complement(token)) is not None}
    return [one for alike in _apart(tokens, sorts) for whose in _apart(alike, owners) for one in _apart(whose, of)]


def _by_sort(people: list[Token]) -> dict[tuple[str, ...], list[Token]]:
    """`young voters` are not the `voters`; without `her allies` and `a voter`."""
    found: dict[tuple[str, ...], list[Token]] = {}
    for token in people:
        one = token.tag == "NN" and token.lemma in words("person_nouns")
        if not one and not token.has("poss"):
            found.setdefault(modifiers_of(token), []).append(token)
    return found


def _sorted(token: Token) -> bool:
    """Whether a noun before it tells its sort; a prefix does not (`re-election`)."""
    prefixes = {mark.i - 1 for mark in token.lefts if mark.text == "-"}
    return any(word.tag in NOUNS and word.i not in prefixes for word in modifiers(token))


def _apart(tokens: list[Token], keys: dict[int, str]) -> list[list[Token]]:
    """The tokens by key; one without goes with the last that has one, else with the next."""
    groups: dict[str, list[Token]] = {}
    last, bare = "", []
    for token in tokens:
        last = keys.get(token.i) or last
        (groups.setdefault(last, []) if last else bare).append(token)
    first = next(iter(groups), "")
    groups[first] = bare + groups.get(first, [])
    return list(groups.values())


def _counts(scene: Scene, tokens: list[Token]) -> bool:
    headline = scene.article.headline or Span(0, 0)
    headed = any(headline.start <= token.start < headline.end for token in tokens)
    return headed or len(tokens) >= 2 or any(_is_object(token) or verdict_on(token, issue=True) for token in tokens)


def _is_object(token: Token) -> bool:
    head = token.head
    if token.dep in ("conj", "appos"):
        return _is_object(head)
    if token.dep in ("dobj", "nsubjpass"):
        return any(slot == "dobj" or slot[0] == "+" for slot in frames_of(head))
    if token.dep == "nsubj":  # `the plan drew praise`
        return head.lemma in words("receiving_verbs") and any(map(frames_of, head.those("dobj")))
    if token.dep != "pobj":
        return False
    if head.lower == "than":
        return _is_object(head.head)
    above = head.head
    happens = above.pos == "NOUN" and (above.lemma in EVENTS or above.lemma in words("suffered_nouns"))
    if happens and _is_object(above):
        return True
    return head.lower in frames_of(above.head if above.dep in ("advmod", "prt") else above)


def _add(scene: Scene, tokens: list[Token], weak: str) -> None:
    """One issue with its mentions; aliases are its forms, and each in the singular."""
    names = [_text(scene, token) for token in tokens]
    single = [token.lemma.upper() if token.text.isupper() else token.lemma for token in tokens]
    pairs = zip(names, tokens, single, strict=True)
    alone = [f"{name.removesuffix(token.text)}{singular}" for name, token, singular in pairs]
    told = Counter(word.lemma for token in tokens for word in _adjectives(token))
    odd = [sum(told[word.lemma] == 1 for word in _adjectives(token)) * (not weak) for token in tokens]
    owners = [_whose(scene, token) for token in tokens]
    headed = [token.start < (scene.article.headline or Span(0, 0)).end for token in tokens]
    best = min(range(len(names)), key=lambda n: (headed[n], odd[n], not owners[n], -min(len(names[n].split()), 4), n))
    name = owners[best] + names[best]
    if not owners[best] and not _sorted(tokens[best]):
        name = _with_complement(scene, tokens[best if " " in name else 0]) or name
    kind = "group" if weak == "people" else "issue"
    key = scene.add_entity(name, kind, "find_issues", confidence=0.6)
    for token in tokens:
        scene.add_mention(_first(scene, token), token, "nominal", key)
    scene.entities[key] = replace(scene.entities[key], aliases=tuple(dict.fromkeys([*names, *alone])))


def _adjectives(token: Token) -> list[Token]:
    return [word for word in modifiers(token) if word.tag in ("JJ", "VBG")]


def _whose(scene: Scene, token: Token) -> str:
    """`Smith's ` of `Smith's plan` and `her plan`, which `plan` does not tell; `board's ` of `the board's plan`."""
    owner = token.child("poss")
    entity = scene.entity_at(owner) if owner is not None else None
    if entity is None or entity.kind == "issue" or entity.rule == "named_together":
        return ""
    if not entity.name.islower():
        return f"{entity.name}'s "
    return f"{_text(scene, owner)}'s " if owner.pos == "NOUN" else ""


def _text(scene: Scene, token: Token) -> str:
    return " ".join(scene.article.text[_first(scene, token).start : token.end].split())


def _with_complement(scene: Scene, token: Token) -> str:
    """`ratification of the treaty`, `ban on coal`, `decision to close the school`: a noun with what stands right behind
    it, a noun or an infinitive with its object, unless that is a pronoun or a time."""
    inner = _complement(token)
    if inner is None or inner.pos not in ("NOUN", "PROPN", "VERB") or inner.ent in TIMES:
        return ""
    text = scene.article.text[_first(scene, token).start : inner.end]
    plain = len(text.split()) <= LONGEST and not any(mark in text for mark in (*MARKS, " '"))
    return " ".join(text.split()) if plain else ""


def _complement(token: Token) -> Token | None:
    link = next((child for child in token.those("prep") if child.i == token.i + 1), None)
    if link is not None:
        return link.child("pobj") if link.lower in COMPLEMENTS else None
    deed = next((child for child in token.those("acl") if child.has("aux", words={"to"})), None)
    if deed is None or deed.subtree()[0].i != token.i + 1:
        return None
    return deed.child("dobj") or deed


def _first(scene: Scene, token: Token) -> Token:
    inner, text = modifiers(token), scene.article.text
    while inner and (inner[0].text in words("ordering_words") or text[inner[0].start - 1 : inner[0].start] == "-"):
        inner = inner[1:]  # so-`called`
    marked = inner and not MARKS.isdisjoint(text[inner[0].start : token.start])  # “badly needed” reform
    if not inner or marked or any(t.dep == "punct" for t in inner):
        return token
    first = inner[0]
    while further := modifiers(first):  # gas tax cut bill
        first = further[0]
    return first


def with_issues(article: Article, cast: Cast, issues: Cast, stances: tuple[Stance, ...]) -> Cast:
    """The cast, and the issues that somebody stands to, that the headline names, that a codebook asks for or that the
    article speaks of often."""
    headline = article.headline or Span(0, 0)
    counts = Counter(mention.entity_id for mention in issues.mentions)
    counting = {key for key, count in counts.items() if count >= OFTEN} | {stance.target_id for stance in stances}
    counting |= {stance.holder_id for stance in stances}
    counting |= {m.entity_id for m in issues.mentions if headline.start <= m.start < headline.end}
    counting |= {entity.entity_id for entity in issues.entities if entity.rule == "codebook"}
    return joined(cast, issues.only(counting))


def joined(cast: Cast, issues: Cast) -> Cast:
    """Actors and issues as one cast, mentions in text order."""
    return Cast(
        entities=cast.entities + issues.entities,
        mentions=tuple(sorted(cast.mentions + issues.mentions, key=lambda m: (m.start, -m.end))),
        roles=cast.roles,
    )
