"""Who does it and to whom: subjects and objects of a stance word through passives, control, relatives, coordination."""

from analysis.coreference.scene import Scene
from analysis.syntax import Token

SUBJECTS = frozenset({"nsubj", "csubj"})
HIGHEST = 5  # clauses up to which a subject is looked for
ARGUMENTS = frozenset(
    {"nsubj", "nsubjpass", "dobj", "pobj", "attr", "dative", "poss", "conj", "appos", "compound", "nmod"}
)
OBJECT_CONTROL = frozenset(
    [
        "urge",
        "ask",
        "tell",
        "force",
        "help",
        "allow",
        "encourage",
        "persuade",
        "order",
        "want",
        "expect",
        "press",
        "push",
        "call",
        "challenge",
    ]
)
EVENTS = frozenset({"talk", "talks", "negotiation", "vote", "effort", "meeting", "dialogue", "push", "campaign", "bid"})
CARRIERS = frozenset({"poss", "compound", "nmod", "amod"})


def with_conjuncts(tokens: list[Token]) -> list[Token]:
    """Tokens and those coordinated with them."""
    found = list(tokens)
    for token in found:
        found.extend(child for child in token.children if child.dep in ("conj", "appos") and child not in found)
    return found


def subjects(verb: Token) -> list[Token]:
    """Whoever acts, the phrase heads: also where the subject stands further up, or behind `by`."""
    for _ in range(HIGHEST):
        if _is_passive(verb):
            return with_conjuncts(_by(verb))
        own = [child for child in verb.children if child.dep in SUBJECTS]
        if own:
            return with_conjuncts([antecedent(verb) if child.tag in ("WDT", "WP") else child for child in own])
        if verb.dep == "acl" and verb.tag != "VBG":
            return subjects_of_noun(verb.head)
        if verb.dep in ("relcl", "acl"):
            return with_conjuncts([antecedent(verb)])
        above = next((word for word in verb.ancestors() if word.pos in ("VERB", "AUX")), None)
        if above is None:
            return []
        controlled = _controller(verb, above)
        if controlled:
            return with_conjuncts(controlled)
        verb = above
    return []


def _controller(verb: Token, above: Token) -> list[Token]:
    """`urged Smith to go`: Smith goes; `Smith is expected to go` too."""
    if verb.dep != "xcomp":
        return []
    wanted = {"nsubjpass"} | ({"dobj"} if above.lemma in OBJECT_CONTROL else set())
    return [child for child in above.children if child.dep in wanted]


def antecedent(verb: Token) -> Token:
    """What a relative clause is about; in `a body based in a town, which ...` it is the body."""
    noun = verb.head
    place = noun.head.head if noun.dep == "pobj" else noun
    return place.head if place.dep == "acl" and place.lemma in ("base", "locate", "headquarter") else noun


def subjects_of_noun(noun: Token) -> list[Token]:
    """Whoever has what a noun names: `Smith's refusal`, `Smith made a promise`, `the decision by Smith`."""
    owners = [child for child in noun.children if child.dep == "poss"]
    owners += [i for c in noun.children if c.dep == "prep" and c.lower in ("by", "from", "among") for i in _inner(c)]
    if owners:
        return with_conjuncts(owners)
    if noun.dep == "attr":
        return subjects(noun.head)
    if noun.dep == "appos":
        return [noun.head]
    return subjects(noun.head) if noun.dep in ("dobj", "pobj") and noun.head.pos == "VERB" else []


def _inner(preposition: Token) -> list[Token]:
    return [child for child in preposition.children if child.dep == "pobj"]


def objects(word: Token, slot: str) -> list[Token]:
    """What fills a slot of a stance word, the phrase heads."""
    if slot == "dobj":
        wanted = ("nsubjpass",) if _is_passive(word) else ("dobj", "dative", "ccomp")
        found = [child for child in word.children if child.dep in wanted and child.dep != "ccomp"]
        found += [
            inner
            for child in word.children
            if child.dep == "ccomp" and word.lemma in ("want", "need", "like", "prefer")
            for inner in child.children
            if inner.dep == "nsubj"
        ]
        if not found and word.dep == "acl" and word.tag == "VBN":
            found = [word.head]
        if not found and word.dep == "relcl" and not any(c.dep in SUBJECTS and c.tag == "WP" for c in word.children):
            found = [word.head]
        return with_conjuncts(found)
    prepositions = [child for child in word.children if child.dep in ("prep", "agent", "prt", "advmod")]
    prepositions += [inner for child in prepositions for inner in child.children if inner.dep == "prep"]
    return with_conjuncts([c for p in prepositions if p.lower == slot for c in p.children if c.dep == "pobj"])


def entities_of(scene: Scene, token: Token) -> list[tuple[str, Token]]:
    """The actors and issues a phrase is about: its head, whose thing it is (`Smith's plan`), or what it is for."""
    entity = scene.entity_at(token)
    found = [(entity.entity_id, token)] if entity else []
    if entity is not None and entity.kind != "issue":
        return found
    if any(child.dep == "appos" and scene.entity_at(child) for child in token.children):
        return found
    for child in token.children:
        owner = scene.entity_at(child) if child.dep in CARRIERS else None
        if owner and owner.kind != "place":
            found.append((owner.entity_id, child))
        if child.dep == "prep" and child.lower in ("of", "by", "from"):
            found.extend(pair for inner in _inner(child) for pair in _actors(scene, inner))
    return found + _purposes(scene, token)


def _actors(scene: Scene, token: Token) -> list[tuple[str, Token]]:
    return [pair for pair in entities_of(scene, token) if scene.entities[pair[0]].kind not in ("issue", "place")]


def _purposes(scene: Scene, token: Token) -> list[tuple[str, Token]]:
    """`talks on a ceasefire`, `talks aimed at finalising a ceasefire`."""
    if token.lemma not in EVENTS:
        return []
    found = [
        i for c in token.children if c.dep == "prep" and c.lower in ("on", "over", "for", "about") for i in _inner(c)
    ]
    for aim in (child for child in token.children if child.dep == "acl"):
        verbs = [inner for c in aim.children if c.dep == "prep" for inner in c.children if inner.dep == "pcomp"]
        found.extend(inner for verb in verbs for inner in verb.children if inner.dep == "dobj")
    pairs = [(scene.entity_at(inner), inner) for inner in found]
    return [(entity.entity_id, inner) for entity, inner in pairs if entity and entity.kind == "issue"]


def _is_passive(verb: Token) -> bool:
    return any(child.dep == "nsubjpass" or child.dep == "agent" for child in verb.children)


def _by(verb: Token) -> list[Token]:
    return [inner for child in verb.children if child.dep == "agent" for inner in child.children if inner.dep == "pobj"]
