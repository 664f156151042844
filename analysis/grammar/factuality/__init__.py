"""Whether what a predicate tells is a fact: denied, withheld, supposed, open, wished, a duty, possible, to come.

Found once for each predicate and kept on its token; all readers ask here, so that they cannot disagree. What the words
at a predicate tell and what governs it passes on are put together here, out of what `negation`, `conditions`,
`modality` and `tense` know.
"""

from typing import NamedTuple

from analysis.grammar.factuality.conditions import is_contrary, is_supposed, opens_condition
from analysis.grammar.factuality.modality import (
    CLAUSES,
    PREDICATES,
    expects,
    is_asked,
    is_going,
    is_unknown,
    is_unproven,
    is_wished,
    obliges,
)
from analysis.grammar.factuality.negation import denies, is_awaited, is_denied, negated, reverses, turns
from analysis.grammar.factuality.tense import FUTURE, PAST, tense
from analysis.grammar.tokens import FINITE, HELPERS, SUBJECTS, Token
from analysis.lexicon import words

__all__ = ["FORMER", "Factuality", "expects", "factuality", "negated", "opens_condition", "reverses", "tense"]

LINKED = CLAUSES | PREDICATES | {"conj"}
POSSIBLE = frozenset({"would", "could", "might", "may", "can", "ca", "'d", "’d"})
DUTIES = frozenset({"should", "must", "ought"})
FORMER = frozenset({"once", "formerly", "previously", "initially", "originally"})
FIRST = frozenset({"first", "last", "only", "one"})  # `is not the first to say`
TAKEN = frozenset({"from", "of", "to", "in", "on", "against", "but"})  # `refrained from saying`
BY = frozenset({"by", "before", "after"})  # `might win by attacking Hall`: as real as what it serves


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
    return above if word.dep in LINKED else None


def _governed(word: Token, above: Token | None) -> Factuality:
    """A predicate's own factuality with what its governor passes on."""
    own = _own(word)
    if above is None:
        return own
    over = above.factuality or Factuality()
    shared = _shares(word, above)
    if shared or _is_by(word):
        own = Factuality(*map(max, own, over._replace(denied=own.denied, past=own.past)))
    below = word.dep in CLAUSES
    return own._replace(
        denied=own.denied != is_denied(word, above, denied=over.denied, shared=shared),
        withheld=own.withheld or (turns(word, above) and above.lemma in words("reversers", withholds="1")),
        supposed=own.supposed
        or (_is_by(word) and over.possible)
        or (over.supposed and not (word.dep == "conj" and is_contrary(above)))
        or (below and own.past and above.lemma == "wish"),
        open=own.open
        or (word.dep == "ccomp" and is_unknown(word, above, denied=over.denied))
        or is_unproven(word, above),
        wished=own.wished or (below and is_wished(word, above)),
        to_come=own.to_come or (word.dep == "xcomp" and (expects(above) or is_going(above))),
        obliged=own.obliged or (word.dep == "xcomp" and obliges(above)),
        former=own.former or (word.dep == "xcomp" and above.lemma == "use"),
    )


def _own(word: Token) -> Factuality:
    """What the words at a predicate itself tell."""
    helpers = {child.lower for child in word.those(*HELPERS)}
    modals = {child.lower for child in word.those("aux") if child.tag == "MD"}
    no, able = negated(word), bool(modals & {"can", "ca", "could"})
    awaited = is_awaited(word) or (no and word.has("advmod", words={"yet"}))
    return Factuality(
        denied=awaited or (no and not (able and denies(word))),
        supposed=is_supposed(word) or is_contrary(word),
        open=awaited or word.has("mark", words={"whether"}) or is_asked(word),
        obliged=bool(modals & DUTIES),
        possible=bool(modals & POSSIBLE) and not (no and able),
        to_come=bool(helpers & FUTURE),
        past=bool(helpers & PAST) or word.tag == "VBD" or (word.tag == "VBN" and not modals),
        former=word.has("advmod", words=FORMER),
    )


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
