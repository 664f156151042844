"""The words of an action: its predicate with its objects, without the date, asides and other clauses."""

from itertools import groupby

from analysis.grammar.clauses import is_finite, is_passive, is_saying, objects
from analysis.grammar.factuality import factuality
from analysis.grammar.lexemes import verbs_of
from analysis.grammar.tokens import NOMINAL, RELATIVES, SUBJECTS, VERBAL, Token
from analysis.readers.events.actions import Action
from analysis.records import Span

ASIDE = frozenset({"parataxis", "intj", "meta", "dep"})
CLAUSES = frozenset({"relcl", "advcl"})  # asides where a comma parts them
DESCRIBING = frozenset({"relcl", "acl"})
ON = frozenset({"on", "in", "at", "during", "over", "of", "as", "throughout"})  # goes with its date; `since`, `by` stay
TRIMMED = frozenset({"PUNCT", "SPACE", "CCONJ"})
LINKING = frozenset({"ADP", "CCONJ", "SCONJ"})
LONGEST = 40  # tokens
Kept = dict[int, Token]


def wording(action: Action, dated: frozenset[int], *, with_subject: bool) -> tuple[Span, ...]:
    """The spans of an action's words in text order; words said before their verb of saying come last.

    `dated` are the tokens of time expressions; those within a noun that is the action stay. The subject is among
    the words where it is no known actor. Of a long action the clauses within are left out.
    """
    kept, content = _kept(action, dated, with_subject=with_subject, clauses=True)
    if len(kept) + len(content) > LONGEST:
        kept, content = _kept(action, dated, with_subject=with_subject, clauses=False)
    if not (is_saying(action.head) and action.head.has("ccomp")):
        kept = _whole(kept, action.head)
    return _spans({i: token for i, token in kept.items() if i not in content}) + _spans(content)


def _kept(action: Action, dated: frozenset[int], *, with_subject: bool, clauses: bool) -> tuple[Kept, Kept]:
    """The tokens of an action, and those of what is said before its verb of saying."""
    head = action.head
    if head.pos not in VERBAL:
        return _noun(head, frozenset(), set(action.subject) if not with_subject else set(), clauses=clauses), {}
    before = [child for child in head.lefts if child.dep == "ccomp"]  # said, or apart (`A ship sank; a king died`)
    kept = {head.i: head}
    for child in head.children:
        if child.dep == "ccomp" and child not in before and is_saying(head):
            kept.update((word.i, word) for word in child.subtree())
        elif child not in before and _belongs(child, head, dated):
            kept.update(_parts(child, dated, clauses=clauses))
    undergoer = [head.head] if head.dep == "relcl" and objects(head) == [head.head] and not is_passive(head) else []
    for word in [*(action.subject if with_subject else ()), *undergoer]:
        kept.update(_noun(word, dated, set(), clauses=False))
    return kept, _said(head, before)


def _whole(kept: Kept, head: Token) -> Kept:
    """An action without what is behind a clause that is left out, unless it goes on there (`and left`, `in May`)."""
    left_out = False
    for word in [head, *head.ancestors()][-1].subtree():
        if word.i in kept and word.pos != "PUNCT":
            if left_out and word.pos not in LINKING and word.lower not in ("according", "compared"):
                return {i: token for i, token in kept.items() if i < word.i}
            left_out = False
        elif word.i > head.i and word.pos in VERBAL:
            left_out = True
    return kept


def _said(verb: Token, before: list[Token]) -> Kept:
    """What is said before its verb of saying, all of the sentence up to there, also where the verb hangs on it."""
    parted = before and any(child.text == ";" and before[-1].i < child.i < verb.i for child in verb.children)
    if verb.lemma not in verbs_of("speech") or is_passive(verb) or parted:
        return {}
    sentence = [verb, *verb.ancestors()][-1].subtree()
    last = before[-1].subtree()[-1].i if before else _end_of_said(verb, sentence)
    return {word.i: word for word in sentence if word.i <= last}


def _end_of_said(verb: Token, sentence: list[Token]) -> int:
    """Where what is said ends that a verb of saying hangs on; -1 where the verb has a clause of its own."""
    own = verb.subtree()
    whole = verb.has("ccomp", "xcomp", "mark") or (verb.has("dobj") and verb.lemma != "tell")
    if whole or not verb.has(*SUBJECTS) or any(word.tag in RELATIVES for word in own if word.i < verb.i):
        return -1
    before = [word for word in sentence if word.i < own[0].i][-1:]
    return before[0].i if before and before[0].pos == "PUNCT" else -1


def _belongs(child: Token, head: Token, dated: frozenset[int]) -> bool:
    """Whether what hangs on a verb is part of what is told by it."""
    if child.dep == "advcl" and child.i > head.i:
        to = child.tag == "VB" and child.has(words={"to"})
        return to or factuality(child).unreal or child.has("mark", words={"until"})
    if child.dep in SUBJECTS | ASIDE | CLAUSES or child.dep == "mark" or _is_relative(child, head):
        return False
    if child.dep == "conj":
        own = child.has(*SUBJECTS) or (child.pos in VERBAL and any(token.i in dated for token in child.subtree()))
        return not own
    if child.dep in ("prep", "advmod", "npadvmod", "cc"):
        return child.i > head.i or (child.dep == "advmod" and not head.has(*SUBJECTS))
    return True


def _is_relative(child: Token, head: Token) -> bool:
    """`which` and the like at the head of a relative clause, or what opens a clause of time (`when …`)."""
    if head.dep == "relcl":
        return any(token.tag in RELATIVES or (token is child and token.lower == "that") for token in child.subtree())
    return head.dep == "advcl" and child.tag in RELATIVES


def _noun(noun: Token, dated: frozenset[int], without: set[Token], *, clauses: bool) -> Kept:
    kept = {noun.i: noun}
    for child in noun.children:
        if child in without or (child.dep == "conj" and child.pos in NOMINAL and not without) or child.tag == "WP$":
            continue
        if child.dep != "appos" and not _is_aside(child, dated, clauses=clauses):
            kept.update(_parts(child, dated, clauses=clauses))
    return kept


def _is_aside(token: Token, dated: frozenset[int], *, clauses: bool) -> bool:
    """Whether a phrase can be left out: a clause behind a comma is more (`the bill, which failed`), one without is part
    of what is meant (`the bill that failed`), but for one with a day of its own (`the bill that failed in May`);
    another's deed is neither (`asked him to come and Finland refused`)."""
    if token.dep == "conj" and token.pos in VERBAL and token.has(*SUBJECTS):
        return not is_finite(token.head)
    if token.dep in DESCRIBING and token.head.pos in ("NOUN", "PROPN") and _loses_day(token, dated):
        return True
    if token.dep not in CLAUSES:
        return token.dep in ASIDE
    first = token.subtree()[0]
    return not clauses or any(child.i == first.i - 1 and child.pos == "PUNCT" for child in token.head.children)


def _loses_day(clause: Token, dated: frozenset[int]) -> bool:
    """Whether a day right in a clause would be left out, so that the clause would seem to be of the action's day."""
    if clause.has("mark"):
        return False
    days = [word for word in clause.subtree() if word.i in dated and word.head.i not in dated]
    own = [day for day in days if next((up for up in day.ancestors() if up.dep in DESCRIBING), None) is clause]
    return any(day.dep != "pobj" or day.head.lower in ON for day in own)


def _parts(top: Token, dated: frozenset[int], *, clauses: bool) -> Kept:
    """A token and all below it, without dates and the small words that bring them in, and without asides."""
    kept: Kept = {}
    waiting = [top]
    while waiting:
        token = waiting.pop()
        aside = token is not top and _is_aside(token, dated, clauses=clauses)
        if token.i in dated or aside or _brings_date(token, dated):
            continue
        kept[token.i] = token
        if token.pos in ("ADP", "SCONJ") and token.lower not in ON:
            kept.update((word.i, word) for child in token.children if child.i in dated for word in child.subtree())
        waiting.extend(token.children)
    return kept


def _brings_date(token: Token, dated: frozenset[int]) -> bool:
    inside = [child for child in token.children if child.pos not in ("PUNCT", "CCONJ")]
    if not inside or token.lower not in ON:
        return token.dep in ("case", "det") and token.head.i in dated
    return all(child.i in dated or _brings_date(child, dated) for child in inside)


def _spans(kept: Kept) -> tuple[Span, ...]:
    """Runs of neighbouring tokens, no punctuation at their edges; of many the first, to where a phrase begins."""
    spans: list[Span] = []
    inside, n = sorted(kept), min(len(kept), LONGEST)
    while LONGEST // 2 < n < len(inside) and kept[inside[n]].pos not in LINKING | TRIMMED:  # no phrase is cut in two
        n -= 1
    for _, run in groupby(enumerate(inside[:n]), key=lambda pair: pair[1] - pair[0]):
        tokens = [kept[n] for _, n in run]
        while tokens and tokens[0].pos in TRIMMED and (tokens[0].pos != "CCONJ" or not spans):
            tokens.pop(0)
        while tokens and tokens[-1].pos in TRIMMED:
            tokens.pop()
        spans += [Span(tokens[0].start, tokens[-1].end)] if tokens else []
    return tuple(spans)
