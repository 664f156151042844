"""Who does it and to whom: subjects and objects of a stance word through passives, control, relatives, coordination."""

from analysis.coreference.scene import Scene
from analysis.syntax import Token

SUBJECTS = frozenset({"nsubj", "csubj"})
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
CARRIERS = frozenset({"poss", "compound", "nmod", "amod"})


def with_conjuncts(tokens: list[Token]) -> list[Token]:
    """Tokens and those coordinated with them."""
    found = list(tokens)
    for token in found:
        found.extend(child for child in token.children if child.dep in ("conj", "appos") and child not in found)
    return found


def subjects(verb: Token) -> list[Token]:
    """Whoever acts, the phrase heads: also where the subject stands further up, or behind `by`."""
    seen = 0
    while True:
        seen += 1
        if _is_passive(verb):
            return with_conjuncts(_by(verb))
        own = [child for child in verb.children if child.dep in SUBJECTS]
        if own:
            return with_conjuncts(own)
        above = verb.head
        if above is verb or seen > 4:
            return []
        if verb.dep in ("relcl", "acl"):
            return [above]
        if verb.dep == "xcomp" and above.lemma in OBJECT_CONTROL:
            controlled = [child for child in above.children if child.dep in ("dobj", "nsubjpass")]
            if controlled:
                return with_conjuncts(controlled)
        if verb.dep == "pcomp" or above.pos not in ("VERB", "AUX"):
            above = next((word for word in verb.ancestors() if word.pos in ("VERB", "AUX")), None)
            if above is None:
                return []
        if verb.dep == "xcomp" and _is_passive(above):
            return with_conjuncts([child for child in above.children if child.dep == "nsubjpass"])
        verb = above


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
        if not found and word.dep == "relcl" and not any(c.dep in SUBJECTS and c.tag == "WP" for c in word.children):
            found = [word.head]
        return with_conjuncts(found)
    prepositions = [child for child in word.children if child.dep in ("prep", "agent", "prt", "advmod")]
    prepositions += [inner for child in prepositions for inner in child.children if inner.dep == "prep"]
    return with_conjuncts([c for p in prepositions if p.lower == slot for c in p.children if c.dep == "pobj"])


def entities_of(scene: Scene, token: Token) -> list[tuple[str, Token]]:
    """The actors and issues that a phrase is about: its head, else whose thing it is (`Smith's plan`, `the plan of Smith`)."""
    entity = scene.entity_at(token)
    found = [(entity.entity_id, token)] if entity else []
    if entity is None or entity.kind == "issue":
        for child in token.children:
            owner = scene.entity_at(child) if child.dep in CARRIERS else None
            if owner:
                found.append((owner.entity_id, child))
            if child.dep == "prep" and child.lower in ("of", "by", "from"):
                found.extend(
                    pair for inner in child.children if inner.dep == "pobj" for pair in entities_of(scene, inner)
                )
    return found


def _is_passive(verb: Token) -> bool:
    return any(child.dep == "nsubjpass" or child.dep == "agent" for child in verb.children)


def _by(verb: Token) -> list[Token]:
    return [inner for child in verb.children if child.dep == "agent" for inner in child.children if inner.dep == "pobj"]
