"""The subject that a verb has itself: active, passive, with its auxiliary; and whoever stands behind `by`."""

from analysis.grammar.tokens import TIMES, Token

SUBJECTS = frozenset({"nsubj", "csubj"})
PASSIVE = frozenset({"nsubjpass", "csubjpass"})
EMPTY = frozenset({"be", "seem", "appear", "take", "make", "become", "remain"})
PERCEIVED = frozenset({"catch", "film", "hear", "overhear", "record", "see"})  # Smith was heard saying: Smith's words
NAMES_LIKE_AUXILIARIES = frozenset({"Will", "May"})


def own_subject(token: Token, *, climbed: bool) -> tuple[bool, Token | None]:
    """Whether the verb itself settles the question, and its answer."""
    active, passive = _subjects(token)
    if active is not None:
        empty = active.lower == "it" and (token.lemma in EMPTY if climbed else token.lemma == "be")
        return True, None if empty else active
    named = next((c for c in token.children if c.dep == "aux" and c.text in NAMES_LIKE_AUXILIARIES), None)
    if named is not None and token.tag in ("VBD", "VBZ", "VBN"):
        return True, named
    deps = {child.dep for child in token.children}
    if passive is not None or "auxpass" in deps:
        return True, (passive if climbed else None) or by_agent(token)
    if "expl" in deps:
        return True, next((c for c in token.children if climbed and c.dep == "attr"), None)
    return False, None


def _subjects(token: Token) -> tuple[Token | None, Token | None]:
    """The subject of an active verb and that of a passive one, also where an auxiliary holds it.

    Of two before a verb the nearer one is meant: parsers take the end of an introduction for another.
    """
    holders = [token, *(c for c in token.children if c.dep == "aux" and c.i < token.i)]
    children = [child for holder in holders for child in holder.children]
    active = [child for child in children if child.dep in SUBJECTS]
    passive = [child for child in children if child.dep in PASSIVE]
    if passive and is_perfect(token):
        active, passive = passive, []
    before = [child for child in active if child.i < token.i and child.ent not in TIMES]
    nearest = before[-1] if len(before) > 1 else active[0] if active else None
    return nearest, passive[-1] if passive else None


def is_perfect(token: Token) -> bool:
    """`She's said (that) …`, `who's argued that …`: `has` shortened, which looks like a passive."""
    short = next((c for c in token.children if c.dep == "auxpass"), None)
    if short is None or short.lower not in ("'s", "’s") or any(c.lower == "it" for c in token.children):
        return False
    return any(c.dep in ("ccomp", "dobj") and c.i > token.i for c in token.children) and by_agent(token) is None


def by_agent(verb: Token) -> Token | None:
    """Whoever stands behind `by`."""
    for child in verb.children:
        if child.dep == "agent" or (child.dep == "prep" and child.lower == "by"):
            return next((c for c in child.children if c.dep == "pobj"), None)
    return None
