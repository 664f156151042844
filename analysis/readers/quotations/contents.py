"""What somebody says: the words that a rule takes for it, where they end, and where they stand in the text."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import dropwhile

from analysis.grammar.clauses import is_saying
from analysis.grammar.tokens import COMMAS, RELATIVES, VERBAL, Token
from analysis.readers.quotations.marks import Quote, overlapping
from analysis.records import Span

WRITERS = frozenset({"according", "though", "although", "despite"})
TRIMMED = COMMAS | {".", ";", ":", "!", "?", "…", "..."}
OTHERS_BEGIN = frozenset({"and", "but", "while"})
LINKS = frozenset({"", "and", "or", "but"})


@dataclass(slots=True, eq=False)
class Candidate:
    """A quotation in the making: its cue, its content as tokens and later as spans, and the rule that found it."""

    cue: Token | None
    content: list[Token]
    rule: str
    sort: str | None = "speech"
    source: list[Token] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    quoted: bool = False


def content_of(head: Token) -> list[Token]:
    """A head and all that depends on it, without what the writer adds (`, which …`, `, though …`, `, a sign …`) and
    without what somebody else says (`, and Brown said …`)."""
    tokens = head.subtree()
    for n in range(len(tokens) - 2, 0, -1):
        if tokens[n].text in COMMAS and tokens[n].i > head.i:
            rest = list(dropwhile(lambda token: token.tag == "''", tokens[n + 1 :]))  # `called it "a sham," a sign …`
            added = rest and (_is_anothers(rest, head) or _is_added(rest, head, quoted=len(rest) < len(tokens) - n - 1))
            if added:
                return tokens[:n]
    return tokens


def _is_anothers(rest: list[Token], head: Token) -> bool:
    """`said it was safe, and Brown said he agreed`, `…, while Brown called it a fraud`: whether words behind a comma
    are a clause in which somebody named says something too, in the tense of the saying; not `…, and that Brown said
    so`, `…, and he said so`."""
    if rest[0].lower not in OTHERS_BEGIN or head.dep != "ccomp":
        return False
    inside = {token.i for token in rest}
    verb = next((t for t in rest if t.dep in ("conj", "advcl") and t.head.i not in inside and is_saying(t)), None)
    if verb is None or verb.tag != head.head.tag or verb.has("mark", words={"that"}):
        return False
    return verb.has("nsubj") and verb.child("nsubj").pos != "PRON"


def _is_added(rest: list[Token], head: Token, *, quoted: bool) -> bool:
    """Whether words behind a comma are the writer's; `quoted` says that a mark closes between the two."""
    first = rest[0]
    if first.lower in WRITERS:
        return len(rest) == 1 or rest[1].text != ","
    if first.tag in RELATIVES:
        verb = next((t for t in (first, *first.ancestors()) if t.dep in ("relcl", "advcl")), None)
        when = verb is None or (verb.dep == "advcl" and first.tag == "WRB")
        return not when and verb.subtree()[-1].i >= rest[-1].i - 1
    inside = {t.i for t in rest}
    tops = [t for t in rest if t.head.i not in inside and t.dep != "punct"]
    remark = len(tops) == 1 and tops[0].dep in ("appos", "npadvmod", "dep") and tops[0].pos == "NOUN"
    return remark and first.pos == "DET" and (quoted or head.pos in VERBAL)


def spans_of(candidate: Candidate, text: str, tokens: list[Token], quotes: Sequence[Quote]) -> list[Span]:
    """Where a content stands: neighbouring words as one piece, without the commas and stops at its ends."""
    pieces: list[list[Token]] = []
    for i in sorted({token.i for token in candidate.content}):
        between = tokens[pieces[-1][-1].i + 1 : i] if pieces else []
        if pieces and all(token.pos == "SPACE" for token in between):
            pieces[-1].append(tokens[i])
        else:
            pieces.append([tokens[i]])
    trimmed = filter(None, map(_trimmed, pieces))
    spans = _fit(candidate.cue, [Span(piece[0].start, piece[-1].end) for piece in trimmed], quotes)
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and text[joined[-1].end : start].strip(", \n") in LINKS:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, end))
        else:
            joined.append(Span(start, end))
    return joined


def _trimmed(tokens: list[Token]) -> list[Token]:
    first, last = 0, len(tokens)
    while first < last and (tokens[first].text in TRIMMED or tokens[first].pos == "SPACE" or tokens[first].text == "”"):
        first += 1
    while last > first and (tokens[last - 1].text in TRIMMED or tokens[last - 1].pos in ("SPACE", "CCONJ")):
        last -= 1
    return tokens[first:last]


def _fit(cue: Token | None, spans: list[Span], quotes: Sequence[Quote]) -> list[Span]:
    """A content holds whole quotations; one whose cue stands in a quotation stays inside it."""
    around = [*spans, Span(cue.start, cue.end)] if cue else spans
    first = min((span.start for span in around), default=0)
    for start, end, *_ in overlapping(quotes, first, max((span.end for span in around), default=0)):
        if cue is not None and start <= cue.start < end:
            clipped = [Span(max(s, start + 1), min(e, end - 1)) for s, e in spans if s < end and e > start]
            spans = [span for span in clipped if span.start < span.end]
        else:
            spans = [Span(min(s, start), max(e, end)) if s < end and e > start else Span(s, e) for s, e in spans]
    return spans
