"""What is denied: by a word beside it (`did not say`) or by what governs it (`refused to say`)."""

from analysis.grammar.tokens import SUBJECTS, Token
from analysis.lexicon import words

NOTS = frozenset({"not", "n't", "n’t", "never", "neither", "nor", "hardly", "scarcely", "longer"})
NONE = frozenset({"no", "neither", "nobody", "none", "nothing", "zero"})
AFFIRMED = frozenset({"doubt", "question", "choice", "option", "secret", "hesitation"})  # `no doubt` denies nothing
ONLY = frozenset({"only", "just", "merely", "simply", "least", "until"})  # `not only`, `not until Friday`
UNDONE = frozenset({("of", "instead"), ("of", "short"), ("than", "rather"), ("without", "")})
RAISING = frozenset({"think", "believe", "expect", "suppose", "imagine"})  # `does not think that`: thinks that not


def negated(word: Token) -> bool:
    """Whether a word is negated by one beside it: `did not say`, `no longer says`, `no minister said`, `said nothing`.

    `not only`, `not until`, `no doubt` negate nothing.
    """
    if any(_negates(child, word) for child in word.children) or _is_left(word):
        return True
    return any(_is_none(noun) for noun in (_subject(word), word.child("dobj")) if noun is not None)


def _negates(child: Token, word: Token) -> bool:
    if child.lower == "no":
        return child.dep == "det" and word.lemma not in AFFIRMED
    if child.lower not in NOTS or not (child.i < word.i or (word.pos == "AUX" and child.dep in ("neg", "advmod"))):
        return False
    beside = (*child.children, *word.children)  # `not only`, `not simply`: side by side; `did not say until`: anywhere
    return not any((c.i == child.i + 1 and c.lower in ONLY) or (c.i > child.i and c.lower == "until") for c in beside)


def _is_none(noun: Token) -> bool:
    """`nobody`, `no minister`, `neither Norway nor Sweden`; not `no doubt`."""
    first = noun.child("det", "preconj", "cc", "nummod", behind=False)
    return noun.lower in NONE or (first is not None and first.lower in NONE and noun.lemma not in AFFIRMED)


def _subject(word: Token) -> Token | None:
    """The subject of a verb, or of the one it is joined to: `no minister came or said`."""
    while (found := word.child(*SUBJECTS)) is None and word.dep == "conj" and not word.head.has("cc", words={"but"}):
        word = word.head
    return found


def _is_left(word: Token) -> bool:
    """`without saying`, `instead of saying`, `rather than say`, `nor says`."""
    if word.dep in ("conj", "xcomp"):
        between = [one for one in word.head.subtree() if word.head.i < one.i < word.i and one.dep == "cc"]
        links = [one for one in between if one.head is word.head or one.i == word.i - 1]
    else:
        links = [word.head, *word.those("mark")] if word.dep in ("pcomp", "advcl") else []
    return any(
        link.lower == "nor" or (link.lower, other) in UNDONE
        for link in links
        for other in ("", link.head.lower, *(child.lower for child in link.children))
    )


def is_awaited(word: Token) -> bool:
    """`has yet to sign`: not so far, as what is `not yet` done."""
    above = word.head
    waiting = word.dep == "xcomp" and above.lemma in ("have", "be", "remain")
    return waiting and (word.has(words={"yet"}) or above.has(words={"yet"}))


def is_denied(word: Token, above: Token, *, denied: bool, shared: bool) -> bool:
    """Whether what governs a word denies it: `denied saying`, `is unlikely to say`, `does not want to say`,
    `does not think that`; not `failed not to`."""
    if turns(word, above):
        return not (denied or negated(above))
    if word.dep == "ccomp":
        return denied and above.lemma in RAISING
    return denied and shared and not above.has("cc", words={"but"})


def turns(word: Token, above: Token) -> bool:
    """Whether what a word governs is not so: `refused to say`, `denied that`, `it is unlikely that`."""
    if word.dep == "ccomp":
        return denies(above) or any(reverses(one) for one in above.those("acomp"))
    return word.dep in ("xcomp", "acl", "pcomp") and (reverses(above) or (above.lemma == "help" and word.tag == "VBG"))


def denies(word: Token) -> bool:
    """`deny`, `dispute`, `refute`: verbs whose clause is not so."""
    return word.lemma in words("reversers", says="1")


def reverses(word: Token) -> bool:
    """Whether a word turns what it governs: `refused to`, `the end of`, `unlikely to`; not `ended up`."""
    return word.lemma in words("reversers") and not word.has("prt", words={"up"})
