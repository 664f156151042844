"""What grammar alone says of a pronoun: an empty `it`, a subject that follows, the noun of a relative clause."""

from analysis.grammar.tokens import Token
from analysis.lexicon import words
from analysis.readers.actors.phrases import SUBJECTS
from analysis.readers.actors.scene import BODIES, Scene

WHO = frozenset({"person", "organization", "group"})
CLAUSAL = frozenset({"ccomp", "xcomp", "advcl", "acl", "csubj"})


def is_ahead(pronoun: Token, other: Token) -> bool:
    """`In his speech, Smith said`: the subject of the clause that a leading phrase belongs to.

    Not of a tag behind what is said: `he will resign, Smith said` speaks of somebody named before.
    """
    if other.dep not in SUBJECTS or other.head.i < pronoun.i:
        return False
    below = pronoun
    for above in pronoun.ancestors():
        if above is other.head:
            return below.dep != "ccomp"
        below = above
    return False


def is_empty(token: Token) -> bool:
    """`It is clear that`, `it seems`, `make it hard to`: an it that stands for nothing."""
    if token.lower != "it":
        return False
    if token.dep == "expl":
        return True
    verb = token.head
    if verb.lemma in words("verb_sorts", sort="empty subject"):
        return True
    after = [child for child in verb.children if child.i > token.i]
    if token.dep == "nsubj" and verb.pos == "ADJ" and verb.dep in ("ccomp", "xcomp"):  # made it clear that
        return any(child.dep in CLAUSAL for child in (*after, *verb.head.rights) if child is not verb)
    if token.dep == "nsubjpass" and verb.lemma not in words("verb_sorts", sort="told"):
        return any(child.dep in ("ccomp", "csubj") for child in after)
    if verb.lemma in ("be", "become", "remain"):
        complement = next((c for c in after if c.dep in ("acomp", "attr", "oprd")), None)
        if complement is None:
            return any(c.dep in CLAUSAL for c in after)
        clauses = any(c.dep in CLAUSAL or c.dep == "relcl" for c in (*complement.children, *after))
        return clauses and complement.lower not in words("actor_adjectives")
    return token.dep in SUBJECTS and verb.lemma in ("take", "make") and "ccomp" in {c.dep for c in after}


def relative(scene: Scene, token: Token) -> str | None:
    """Whose relative clause it is that `who`, `whose` or `which` opens."""
    if token.tag not in ("WP", "WDT", "WP$"):
        return None
    verb = token.head if token.dep != "poss" else token.head.head
    for _ in range(3):
        if verb.dep == "relcl":
            entity = scene.entity_at(verb.head)
            fits = entity is not None and entity.kind in (BODIES if token.lower == "which" else WHO)
            return entity.entity_id if entity and fits else None
        if verb.head is verb:
            return None
        verb = verb.head
    return None
