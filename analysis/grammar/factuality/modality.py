"""What is open, wished, a duty or to come: `whether`, `hopes that`, `has to`, `due in`."""

from analysis.grammar.factuality.negation import denies
from analysis.grammar.tokens import HELPERS, SUBJECTS, Token
from analysis.lexicon import words

PREDICATES = frozenset({"acomp", "attr", "oprd"})
CLAUSES = frozenset({"ccomp", "xcomp"})
GIVEN_UP = frozenset({"had", "previously", "originally"})
UNSURE = frozenset(  # `did not say that`, `does not mean that`: nobody knows
    {"sure", "certain", "clear", "say", "confirm", "mean", "imply", "suggest", "indicate", "signal"}
)
HOPES = frozenset({"hope", "wish", "want", "need"})
OBLIGING = frozenset({"require", "oblige"})


def is_asked(word: Token) -> bool:
    """`Did Norway say so?`; `Why did Norway say so?` takes it for granted."""
    subject = word.child(*SUBJECTS)
    if subject is None or not any(child.text == "?" and child.i > word.i for child in word.children):
        return False
    turned = any(one.i < subject.i for one in (*word.those(*HELPERS), word) if one is not word or word.pos == "AUX")
    return turned and not any(one.tag[0] == "W" for child in word.lefts for one in (child, *child.children))


def is_unknown(word: Token, above: Token, *, denied: bool) -> bool:
    """`is not sure that he supports it`, `has not said that`, `does not deny that`; not `has not said why`."""
    if word.subtree()[0].tag[0] == "W":
        return False
    unsure = above.lemma in UNSURE or any(one.lemma in UNSURE for one in above.those("acomp"))
    return denied and (unsure or denies(above))


def is_unproven(word: Token, above: Token) -> bool:
    """`the claim that Norway attacked`, `no risk that it attacks`; not `the fact that it attacked`."""
    return word.has("mark", words={"that"}) and above.pos == "NOUN" and above.lemma in words("unproven_nouns")


def is_wished(word: Token, above: Token) -> bool:
    """`hopes that Norway says`, `urged Norway to say`, `demanded that Norway say`."""
    if word.i < above.i:
        return False
    form = word.child("auxpass") or word  # `demanded that Norway be heard`
    return above.lemma in HOPES or (form.lower == form.lemma and above.lemma in words("wishing_verbs") - {"expect"})


def obliges(word: Token) -> bool:
    """`the law requires Norway to leave`, `Norway has to leave`; not `had to leave`, which it did."""
    return word.lemma in OBLIGING or (word.lemma in ("have", "need") and word.tag in ("VBP", "VBZ"))


def is_going(word: Token) -> bool:
    """`is going to say`; not `going on to say`."""
    return word.lower == "going" and word.has("aux") and not word.has("prt", "advmod", words={"on"})


def expects(word: Token) -> bool:
    """`due in Berlin`, `scheduled for`; not `due to`, `had been due`, `as previously planned`."""
    if word.lemma not in words("time_words", sort="expecting") or word.tag in ("NN", "IN"):
        return False
    over = word.head.children if word.dep in PREDICATES | CLAUSES else ()
    told = {child.lower for child in (*word.children, *over)}
    return not told & GIVEN_UP and not any(child.lower == "to" and child.tag == "IN" for child in word.children)
