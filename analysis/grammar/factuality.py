"""Whether what a predicate tells is a fact: denied, withheld, supposed, open, wished, a duty, possible, to come.

Found once for each predicate and kept on its token; all readers ask here, so that they cannot disagree.
"""

from typing import NamedTuple

from analysis.grammar.conditions import is_supposed
from analysis.grammar.tokens import FINITE, HELPERS, SUBJECTS, VERBAL, Token
from analysis.lexicon import words

PREDICATES = frozenset({"acomp", "attr", "oprd"})
CLAUSES = frozenset({"ccomp", "xcomp"})
LINKED = CLAUSES | PREDICATES | {"conj"}
POSSIBLE = frozenset({"would", "could", "might", "may", "can", "ca", "'d", "’d"})
FUTURE = frozenset({"will", "'ll", "’ll", "wo", "shall"})
DUTIES = frozenset({"should", "must", "ought"})
OBLIGING = frozenset({"require", "oblige"})
PERFECT = frozenset({"has", "have"})
PAST = frozenset({"had", "has", "have", "was", "were", "did"})
PASTS = PAST - PERFECT
FORMER = frozenset({"once", "formerly", "previously", "initially", "originally"})
GIVEN_UP = frozenset({"had", "previously", "originally"})
NOTS = frozenset({"not", "n't", "n’t", "never", "neither", "nor", "hardly", "scarcely", "longer"})
NONE = frozenset({"no", "neither", "nobody", "none", "nothing", "zero"})
AFFIRMED = frozenset({"doubt", "question", "choice", "option", "secret", "hesitation"})  # `no doubt` denies nothing
ONLY = frozenset({"only", "just", "merely", "simply", "least", "until"})  # `not only`, `not until Friday`
FIRST = frozenset({"first", "last", "only", "one"})  # `is not the first to say`
UNDONE = frozenset({("of", "instead"), ("of", "short"), ("than", "rather"), ("without", "")})
TAKEN = frozenset({"from", "of", "to", "in", "on", "against", "but"})  # `refrained from saying`
BY = frozenset({"by", "before", "after"})  # `might win by attacking Hall`: as real as what it serves
UNSURE = frozenset(  # `did not say that`, `does not mean that`: nobody knows
    {"sure", "certain", "clear", "say", "confirm", "mean", "imply", "suggest", "indicate", "signal"}
)
RAISING = frozenset({"think", "believe", "expect", "suppose", "imagine"})  # `does not think that`: thinks that not
HOPES = frozenset({"hope", "wish", "want", "need"})


class Factuality(NamedTuple):
    """What keeps a predicate from being a plain fact; a plain fact has none of these, or `past` alone.

    `denied`: not so (`did not say`, `denied saying`); `withheld`: left undone by one's own will (`refused to say`);
    `supposed`: in a condition, or contrary to fact; `open`: nobody tells whether (`whether`, a yes-or-no question,
    `has yet to`); `wished`, `obliged`, `possible`, `to_come`; `past` by its tense; `former`: once, used to.
    """

    denied: bool = False
    withheld: bool = False
    supposed: bool = False
    open: bool = False
    wished: bool = False
    obliged: bool = False
    possible: bool = False
    to_come: bool = False
    past: bool = False
    former: bool = False

    @property
    def unreal(self) -> bool:
        """Whether it is only supposed, or nobody tells whether it is so."""
        return self.supposed or self.open


def factuality(word: Token) -> Factuality:
    """How a verb or a predicative adjective or noun stands to fact, by its own words and by those that govern it.

    `is unlikely to say` denies `say`; `if Norway says that Finland left` supposes both. It does not ask who tells it:
    what is quoted counts as if the writer had said it.
    """
    chain = [word]
    while chain[-1].factuality is None and (above := _governor(chain[-1])) is not None:
        chain.append(above)
    for token in reversed(chain):
        if token.factuality is None:
            token.factuality = _governed(token, _governor(token))
    return word.factuality or Factuality()


def _governor(word: Token) -> Token | None:
    """The predicate that bears on a word: `refused` to say, `failure` to say, `refrained` from saying."""
    above = word.head
    if word.dep == "pcomp":
        return above.head if above.lower in TAKEN | BY else None
    if word.dep == "acl" or (word.dep == "relcl" and word.has("mark")):
        return above if (word.tag != "VBN" or word.has("mark")) and above.lower not in FIRST else None
    return above if word.dep in LINKED and above is not word else None


def _governed(word: Token, above: Token | None) -> Factuality:
    """A predicate's own factuality with what its governor passes on."""
    own = _own(word)
    if above is None:
        return own
    over = above.factuality or Factuality()
    if _shares(word, above) or _is_by(word):
        own = Factuality(*map(max, own, over._replace(denied=own.denied, past=own.past)))
    below = word.dep in CLAUSES
    return own._replace(
        denied=own.denied != _is_denied(word, above, over),
        withheld=own.withheld or (_turns(word, above) and above.lemma in words("reversers", withholds="1")),
        supposed=own.supposed
        or (_is_by(word) and over.possible)
        or (over.supposed and not (word.dep == "conj" and _is_contrary(above)))
        or (below and own.past and above.lemma == "wish"),
        open=own.open or (word.dep == "ccomp" and _is_unknown(word, above, over)) or _is_unproven(word, above),
        wished=own.wished or (below and _is_wished(word, above)),
        to_come=own.to_come or (word.dep == "xcomp" and (expects(above) or _is_going(above))),
        obliged=own.obliged or (word.dep == "xcomp" and _obliges(above)),
        former=own.former or (word.dep == "xcomp" and above.lemma == "use"),
    )


def _own(word: Token) -> Factuality:
    """What the words at a predicate itself tell."""
    helpers = {child.lower for child in word.those(*HELPERS)}
    modals = {child.lower for child in word.those("aux") if child.tag == "MD"}
    awaited = _is_awaited(word) or (negated(word) and word.has("advmod", words={"yet"}))
    no, able = negated(word), bool(modals & {"can", "ca", "could"})
    return Factuality(
        denied=awaited or (no and not (able and denies(word))),
        supposed=is_supposed(word) or _is_contrary(word),
        open=awaited or word.has("mark", words={"whether"}) or _is_asked(word),
        obliged=bool(modals & DUTIES),
        possible=bool(modals & POSSIBLE) and not (no and able),
        to_come=bool(helpers & FUTURE),
        past=bool(helpers & PAST) or word.tag == "VBD" or (word.tag == "VBN" and not modals),
        former=word.has("advmod", words=FORMER),
    )


def _is_contrary(word: Token) -> bool:
    """`would have said`, `should have said`: contrary to fact; not `may have said`."""
    helpers = {child.lower for child in word.those("aux")}
    return "have" in helpers and bool(helpers & {"would", "could", "should", "'d", "’d", "ought"})


def _shares(word: Token, above: Token) -> bool:
    """Whether a word has its governor's auxiliaries: `would like to say`, `no plan to say`, `would come and say`."""
    if word.dep == "pcomp":
        return above.pos in ("NOUN", "ADJ")
    if word.dep != "conj":
        return word.dep != "ccomp"
    bare = not any(c.dep in SUBJECTS or (c.dep in HELPERS and c.lower != "to") for c in word.children)
    return bare and word.tag == above.tag and word.tag not in FINITE


def _is_by(word: Token) -> bool:
    """`by attacking`, `before attacking`."""
    return word.dep == "pcomp" and word.head.lower in BY


# -- denied --------------------------------------------------------------------------------------------------------


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


def _is_awaited(word: Token) -> bool:
    """`has yet to sign`: not so far, as what is `not yet` done."""
    above = word.head
    waiting = word.dep == "xcomp" and above.lemma in ("have", "be", "remain")
    return waiting and (word.has(words={"yet"}) or above.has(words={"yet"}))


def _is_denied(word: Token, above: Token, over: Factuality) -> bool:
    """`denied saying`, `is unlikely to say`, `does not want to say`, `does not think that`; not `failed not to`."""
    if _turns(word, above):
        return not (over.denied or negated(above))
    if word.dep == "ccomp":
        return over.denied and above.lemma in RAISING
    return over.denied and _shares(word, above) and not above.has("cc", words={"but"})


def _turns(word: Token, above: Token) -> bool:
    """Whether what a word governs is not so: `refused to say`, `denied that`, `it is unlikely that`."""
    if word.dep == "ccomp":
        return denies(above) or any(reverses(one) for one in above.those("acomp"))
    return word.dep in ("xcomp", "acl", "pcomp") and (reverses(above) or (above.lemma == "help" and word.tag == "VBG"))


def denies(word: Token) -> bool:
    """`deny`, `dispute`, `refute`: verbs whose clause is not so."""
    return word.lemma in words("reversers", says="1")


def reverses(word: Token) -> bool:
    """Whether a word turns what it governs: `refused to`, `the end of`, `unlikely to`; not `ended up`."""
    known = word.lemma in words("reversers") and word.pos in ("VERB", "NOUN", "ADJ")
    return known and not word.has("prt", words={"up"})


# -- open, wished, to come -----------------------------------------------------------------------------------------


def _is_asked(word: Token) -> bool:
    """`Did Norway say so?`; `Why did Norway say so?` takes it for granted."""
    subject = word.child(*SUBJECTS)
    if subject is None or not any(child.text == "?" and child.i > word.i for child in word.children):
        return False
    turned = any(one.i < subject.i for one in (*word.those(*HELPERS), word) if one is not word or word.pos == "AUX")
    return turned and not any(one.tag[0] == "W" for child in word.lefts for one in (child, *child.children))


def _is_unknown(word: Token, above: Token, over: Factuality) -> bool:
    """`is not sure that he supports it`, `has not said that`, `does not deny that`; not `has not said why`."""
    if word.subtree()[0].tag[0] == "W":
        return False
    unsure = above.lemma in UNSURE or any(one.lemma in UNSURE for one in above.those("acomp"))
    return over.denied and (unsure or denies(above))


def _is_unproven(word: Token, above: Token) -> bool:
    """`the claim that Norway attacked`, `no risk that it attacks`; not `the fact that it attacked`."""
    return word.has("mark", words={"that"}) and above.pos == "NOUN" and above.lemma in words("unproven_nouns")


def _is_wished(word: Token, above: Token) -> bool:
    """`hopes that Norway says`, `urged Norway to say`, `demanded that Norway say`."""
    if word.i < above.i:
        return False
    return above.lemma in HOPES or (word.lower == word.lemma and above.lemma in words("wishing_verbs") - {"expect"})


def _obliges(word: Token) -> bool:
    """`the law requires Norway to leave`, `Norway has to leave`; not `had to leave`, which it did."""
    return word.lemma in OBLIGING or (word.lemma in ("have", "need") and word.tag in ("VBP", "VBZ"))


def _is_going(word: Token) -> bool:
    """`is going to say`; not `going on to say`."""
    return word.lower == "going" and word.has("aux") and not word.has("prt", "advmod", words={"on"})


def expects(word: Token) -> bool:
    """`due in Berlin`, `scheduled for`; not `due to`, `had been due`, `as previously planned`."""
    if word.lemma not in words("time_words", sort="expecting") or word.tag in ("NN", "IN"):
        return False
    over = word.head.children if word.dep in PREDICATES | CLAUSES else ()
    told = {child.lower for child in (*word.children, *over)}
    return not told & GIVEN_UP and not any(child.lower == "to" and child.tag == "IN" for child in word.children)


# -- tense -----------------------------------------------------------------------------------------------------------


def tense(verb: Token) -> str | None:
    """`past`, `perfect`, `present` or `ahead`, by the first verb upwards that tells: `fell silent after leaving` is
    past. None where none does."""
    for word in (verb, *verb.ancestors()):
        helpers = word.those(*HELPERS) if word.pos in VERBAL else []
        told = {child.lower for child in helpers}
        if told & FUTURE or any(child.tag == "MD" for child in helpers):
            return "ahead"
        if word.tag == "VBD" or told & PASTS:
            return "past"
        if told & PERFECT:
            return "perfect"
        if word.tag in FINITE or any(child.tag in FINITE for child in helpers):
            return "present"
    return None
