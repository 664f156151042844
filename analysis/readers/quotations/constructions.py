"""What depends on a cue and is its content, by `constructions.csv`: of verbs, nouns and adjectives alike.

Each row of the list says, for cues of one kind with one of some frames, which dependents make a content together, or
each its own. `SLOTS` holds the dependents by the names that the list uses.
"""

from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from analysis.grammar.clauses import by_phrase, is_finite, is_perfect, owner
from analysis.grammar.tokens import HELPERS, TIMES, WITH_EXPLETIVE, Token
from analysis.lexicon import rows, words
from analysis.readers.quotations.contents import Candidate, content_of
from analysis.readers.quotations.cues import Cue, cue_of
from analysis.readers.quotations.sources import source_of, source_of_adjective, source_of_noun

NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP"})
PREDICATIVE = frozenset({"acomp", "attr", "oprd", "advcl", "conj"})
CLAUSAL = ("acl", "ccomp", "xcomp")
MEANS = frozenset({"in", "on", "via", "through"})
FOLLOWING = ("prep", "advcl", "xcomp")


class Governor(NamedTuple):
    """A cue of some kind, its source, what depends on it (of `is confident that …` also on the verb), its sentence."""

    token: Token
    cue: Cue
    kind: str
    source: Token | None
    children: list[Token]
    sentence: list[Token]

    def behind(self, *deps: str) -> list[Token]:
        """Dependents behind the cue, in one of these relations."""
        return [child for child in self.children if child.dep in deps and child.i > self.token.i]

    def candidate(self, rule: str, content: list[Token]) -> Candidate:
        """A candidate with this content."""
        return Candidate(self.token, content, rule, self.cue.sort, [self.source] if self.source is not None else [])


class Construction(NamedTuple):
    """A row of the list: slots that must be filled, or, with a question mark, may be."""

    frames: frozenset[str]
    slots: tuple[str, ...]
    rule: str
    apart: bool

    def heads(self, governor: Governor) -> list[Token]:
        """The heads of the content; none where a slot stays empty, or the cue has none of the frames."""
        if self.frames and not self.frames & governor.cue.frames:
            return []
        found = [(slot, SLOTS[slot.rstrip("?")](governor)) for slot in self.slots]
        filled = all(heads or slot.endswith("?") for slot, heads in found)
        return [head for _, heads in found for head in heads] if filled else []


def govern(token: Token, cue: Cue, sentence: list[Token]) -> Governor:
    """A cue with its source and all that may be its content."""
    if cue.pos == "noun":
        return Governor(token, cue, "noun", source_of_noun(token), token.children, sentence)
    if cue.pos == "adj":
        verb = token.head if token.dep in PREDICATIVE else token
        others = [child for child in verb.children if verb is not token and child is not token]
        return Governor(token, cue, "adj", source_of_adjective(token, verb), [*token.children, *others], sentence)
    if cue.sort == "appearance":
        return Governor(token, cue, "appearance", None, token.children, sentence)
    bare = token.dep == "advcl" and token.tag in ("VBN", "VBD") and not token.has(*WITH_EXPLETIVE, *HELPERS)
    if bare and token.tag == "VBD" and token.has("cc", "dobj", "xcomp", "ccomp") and "np-to" not in cue.frames:
        return Governor(token, cue, "verb", source_of(token.head), token.children, sentence)
    if bare or (token.has("nsubjpass", "auxpass") and not is_perfect(token)):
        source = by_phrase(token)
        kind = "passive" if source is not None else "participle" if bare else "agentless"
        return Governor(token, cue, kind, source, token.children, sentence)
    return Governor(token, cue, "verb", source_of(token), token.children, sentence)


@cache
def _constructions(kind: str) -> tuple[Construction, ...]:
    return tuple(
        Construction(
            frozenset(row["frames"].split()), tuple(row["content"].split()), row["rule"], row["heads"] == "apart"
        )
        for row in rows("constructions")
        if row["cue"] == kind
    )


def complements(governor: Governor) -> Iterator[Candidate]:
    """The contents that depend on a cue: `said (that) …`, `vowed to …`, `called it a fraud`, `a claim that …`.

    Of the constructions whose dependents make a content together only the first that holds.
    """
    taken = False
    for construction in _constructions(governor.kind):
        heads = [] if taken and not construction.apart else construction.heads(governor)
        taken = taken or (bool(heads) and not construction.apart)
        for part in [[head] for head in heads] if construction.apart else filter(None, [heads]):
            rest = _rest(governor, part[-1]) if construction.rule != "answer-word" else []
            rule = _object_rule(heads[0]) if construction.rule == "np" else construction.rule
            yield governor.candidate(rule, [t for head in (*part, *rest) for t in content_of(head)])


def _object_rule(noun: Token) -> str:
    """Objects differ in how often they are what is said: `voted for it`, `praised Oslo`, `praised the plan`."""
    if noun.pos == "PRON":
        return "np-pron"
    return "np-name" if noun.ent in NAMED else "np"


def _rest(governor: Governor, last: Token) -> list[Token]:
    """Phrases and clauses right behind a content, with no comma between, which the parser hangs on the cue."""
    end = last.subtree()[-1].i + 1
    found = []
    for child in governor.behind(*FOLLOWING):
        words = child.subtree()
        if words[0].i == end:
            if _is_apart(child):
                break
            found.append(child)
            end = words[-1].i + 1
    return found


def _is_apart(child: Token) -> bool:
    """Whether a phrase or clause tells when, by what means or in what other words somebody says it: `on Monday`, `on
    Facebook`, `in a letter`, `before saying that …`."""
    own = child.tag == "VBG" or child.has(*WITH_EXPLETIVE)
    saying = [] if child.lower == "for" else child.those("pcomp")
    if (own and cue_of(child)) or any(map(cue_of, saying)) or any(c.ent in TIMES for c in child.children):
        return True
    means = child.those("pobj") if child.lower in MEANS else []
    return any(one.lemma in words("source_documents", kind="document") or one.ent == "ORG" for one in means)


def _clause(governor: Governor) -> list[Token]:
    """`said cutting it would hurt`, too, where the parser takes for what is said what is subject of it."""
    below = [] if "ing" in governor.cue.frames else [c for c in governor.behind("xcomp") if c.tag == "VBG"]
    subject = [c for c in below[:1] if any(is_finite(one) and not one.has("mark") for one in c.those("ccomp"))]
    return [c for c in governor.behind("ccomp") if not _is_remark(governor, c)] or subject


def _is_remark(governor: Governor, clause: Token) -> bool:
    """`confirmed an attack that hit Oslo`: a relative clause that the parser takes for what is said."""
    return [subject.tag for subject in clause.those("nsubj")] == ["WDT"] and governor.token.has("dobj")


def _stranded(governor: Governor) -> list[Token]:
    """`said the bridge is safe`, where the parser takes the bridge for what is said."""
    clause = [c for c in governor.behind("ccomp")[:1] if is_finite(c) and not c.has(*WITH_EXPLETIVE, "mark")]
    return governor.behind("dobj")[:1] if clause else []


def _is_apart_from(noun: Token) -> bool:
    """`what` in `what they call a fraud`; somebody's words with their own content: `denied Brown's claim that …`."""
    cue = cue_of(noun)
    told = cue is not None and cue.sort == "speech" and owner(noun) is not None
    return noun.lower == "what" or (told and any(clause.has(words={"that"}) for clause in noun.those("acl", "ccomp")))


def _addressee(governor: Governor) -> list[Token]:
    return [o for o in governor.behind("dobj")[:1] if any(o.i < verb.i for verb in governor.behind("xcomp")[:1])]


def _answer(governor: Governor) -> list[Token]:
    """`said no`"""
    said = [c for c in governor.behind("intj", "advmod") if c.dep == "intj"]
    return [c for c in said if c.lower in ("no", "yes") and governor.cue.sort == "speech"]


def _predicate(governor: Governor) -> list[Token]:
    """Who is described as one may be the subject."""
    whom = governor.token.has("dobj", "nsubjpass")
    return [c for c in governor.token.those("oprd", "prep") if c.dep == "oprd" or (whom and c.lower == "as")]


def _quoted_object(governor: Governor) -> list[Token]:
    """What the parser hangs on the object is what it is called."""
    return [o for o in governor.token.those("dobj")[:1] if _is_called(o) and not _is_apart_from(o)]


def _is_called(noun: Token) -> bool:
    """Whether what stands in quotation marks below a noun is what it is called, no title: star of "Nine Rooms"."""
    behind = noun.subtree()[1:]
    at = next((n for n, token in enumerate(behind) if token.tag == "``"), None)
    words = [token for token in behind[at + 1 :] if token.pos != "PUNCT"] if at is not None else []
    return bool(words) and not (len(words) > 1 and all(token.text[0].isupper() for token in words))


def _reason(governor: Governor) -> list[Token]:
    objects = governor.token.those("dobj", "nsubjpass")
    phrases = [c for c in governor.token.those("prep") if f"np-{c.lower}" in governor.cue.frames]
    return [c for c in phrases if objects and c.i > objects[0].i]


def _phrase(governor: Governor) -> list[Token]:
    named = governor.token.has("dobj")  # `described it as a fraud` says it with its object
    phrases = [c for c in governor.behind("prep") if c.lower in governor.cue.frames and not (named and c.lower == "as")]
    return [c for phrase in phrases for c in phrase.those("pobj", "pcomp")[-1:] if c.ent not in TIMES]


def _clausal(governor: Governor, *, infinitive: bool) -> list[Token]:
    """The clauses on a noun or adjective, with `to` or without; no bare participles."""
    clauses = [c for c in governor.behind(*CLAUSAL) if c.dep != "acl" or c.tag not in ("VBG", "VBN") or c.lefts]
    return [c for c in clauses if c.has("aux", words={"to"}) == infinitive]


SLOTS: dict[str, Callable[[Governor], list[Token]]] = {
    "addressee": _addressee,  # `urged them to stay`
    "answer": _answer,
    "appearance": lambda cue: cue.behind("ccomp", "xcomp", "acomp", "oprd", "attr")[:1],  # `seems to fail`
    "clause": _clause,  # `said (that) it failed`
    "finite": lambda cue: _clausal(cue, infinitive=False),  # `a claim that they stay`, `confident that they stay`
    "infinitival": lambda cue: _clausal(cue, infinitive=True),  # `a plan to stay`, `ready to stay`
    "infinitive": lambda cue: cue.behind("xcomp")[:1],  # `urged them to stay`
    "object": lambda cue: [c for c in cue.token.those("dobj")[:1] if not _is_apart_from(c)],  # `praised the plan`
    "own_infinitive": lambda cue: [] if _addressee(cue) else cue.behind("xcomp")[:1],  # `vowed to stay`
    "phrase": _phrase,  # `warned of delays`, `a warning of delays`
    "predicate": _predicate,  # `called it a fraud`, `described it as a fraud`
    "quoted_object": _quoted_object,  # `called the plan "a fraud"`
    "raised": lambda cue: [c for c in cue.token.those("nsubj", "csubj")[:1] if c.lower != "it"],  # what seems to be so
    "reason": _reason,  # `blamed them for it`
    "stranded": _stranded,
    "theme": lambda cue: [] if "np-to" in cue.cue.frames else cue.token.those("nsubjpass")[:1],  # not `they were told`
    "undergoer": lambda cue: cue.token.those("nsubjpass")[:1],  # `they were blamed by Brown for it`
}
