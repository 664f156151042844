"""The words of an action: its predicate with its objects, without the date, asides and other clauses."""

from collections.abc import Iterator

from analysis.grammar.conditions import VERBS
from analysis.grammar.factuality import factuality
from analysis.grammar.tokens import SUBJECTS, Token
from analysis.readers.events.clauses import NOUNS, RELATIVES, Action
from analysis.records import Span

ASIDE = frozenset({"relcl", "parataxis", "advcl", "intj", "meta", "preconj", "dep"})
ON = frozenset({"on", "in", "at", "during", "over", "of", "as", "throughout"})  # goes with its date; `since`, `by` stay
TRIMMED = frozenset({"PUNCT", "SPACE", "CCONJ"})
LONGEST = 40  # tokens
Kept = dict[int, Token]


def wording(action: Action, dated: frozenset[int], *, with_subject: bool) -> tuple[Span, ...]:
    """The spans of an action's words in text order; words said before their verb of saying come last.

    `dated` are the tokens of time expressions; those within a noun that is the action stay. The subject is among
    the words where it is no known actor.
    """
    head = action.head
    if head.pos not in VERBS:
        return _spans(_noun(head, frozenset(), set(action.subject) if not with_subject else set()))
    said = next((child for child in head.children if child.dep == "ccomp" and child.i < head.i), None)
    kept = {head.i: head}
    for child in head.children:
        if child is not said and _belongs(child, head):
            kept.update(_parts(child, dated))
    if with_subject:
        for word in action.subject:
            kept.update(_noun(word, dated, set()))
    content = _parts(said, dated) if said else {}
    return _spans({i: token for i, token in kept.items() if i not in content}) + _spans(content)


def _belongs(child: Token, head: Token) -> bool:
    """Whether what hangs on a verb is part of what is told by it."""
    if child.dep == "advcl" and child.i > head.i:
        return (child.tag == "VB" and _has_to(child)) or factuality(child).unreal or _is_bound(child)
    if child.dep in SUBJECTS or child.dep in ASIDE or child.dep == "mark" or _is_relative(child, head):
        return False
    if child.dep == "conj":
        return not any(word.dep in SUBJECTS for word in child.children)
    if child.dep in ("prep", "advmod", "npadvmod", "cc"):
        return child.i > head.i or (child.dep == "advmod" and not any(c.dep in SUBJECTS for c in head.children))
    return True


def _is_relative(child: Token, head: Token) -> bool:
    """`which` and the like at the head of a relative clause, or what opens a clause of time (`when …`)."""
    if head.dep == "relcl":
        return any(token.tag in RELATIVES or (token is child and token.lower == "that") for token in child.subtree())
    return head.dep == "advcl" and child.tag in RELATIVES


def _is_bound(clause: Token) -> bool:
    """`until Finland signs`."""
    return any(child.dep == "mark" and child.lower == "until" for child in clause.children)


def _has_to(verb: Token) -> bool:
    return any(child.lower == "to" for child in verb.children)


def _noun(noun: Token, dated: frozenset[int], without: set[Token]) -> Kept:
    kept = {noun.i: noun}
    for child in noun.children:
        if child in without or (child.dep == "conj" and child.pos in NOUNS and not without):
            continue
        if child.dep != "appos" and child.dep not in ASIDE:
            kept.update(_parts(child, dated))
    return kept


def _parts(top: Token, dated: frozenset[int]) -> Kept:
    """A token and all below it, without dates and the small words that bring them in, and without asides."""
    kept: Kept = {}
    waiting = [top]
    while waiting:
        token = waiting.pop()
        aside = token is not top and token.dep in ASIDE
        if token.i in dated or aside or _brings_date(token, dated):
            continue
        kept[token.i] = token
        if token.pos in ("ADP", "SCONJ") and token.lower not in ON:
            kept.update((word.i, word) for child in token.children if child.i in dated for word in child.subtree())
        waiting.extend(token.children)
    return kept


def _brings_date(token: Token, dated: frozenset[int]) -> bool:
    inside = [child for child in token.children if child.pos != "PUNCT"]
    if not inside or token.lower not in ON:
        return token.dep in ("case", "det") and token.head.i in dated
    return all(child.i in dated or _brings_date(child, dated) for child in inside)


def _spans(kept: Kept) -> tuple[Span, ...]:
    """Runs of neighbouring tokens, no punctuation at their edges."""
    return tuple(Span(run[0].start, run[-1].end) for run in _runs(sorted(kept)[:LONGEST], kept))


def _runs(numbers: list[int], kept: Kept) -> Iterator[list[Token]]:
    run: list[Token] = []
    seen = False
    for n in [*numbers, None]:
        if run and (n is None or n != run[-1].i + 1):
            trimmed = _trimmed(run, first=not seen)
            seen = True
            if trimmed:
                yield trimmed
            run = []
        if n is not None:
            run.append(kept[n])


def _trimmed(run: list[Token], *, first: bool) -> list[Token]:
    start, last = 0, len(run)
    while start < last and run[start].pos in (TRIMMED if first else TRIMMED - {"CCONJ"}):
        start += 1
    while last > start and run[last - 1].pos in TRIMMED:
        last -= 1
    return run[start:last]
