"""Quotations and the cues that introduce them.

A quotation stands free if it is said as such ("…," she said), or is a fragment that the sentence around it takes
into its own syntax (called it "a disgrace"). Free ones look for their cue behind and before them; those without
one go on with the speaker before. Fragments are left to the clause that holds them; scare quotes and titles to nobody.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from analysis.attributions.candidates import Candidate
from analysis.attributions.cues import cue_of
from analysis.attributions.marks import Quote
from analysis.attributions.sources import subject_of
from analysis.records import Article, Span
from analysis.syntax import Parse, Token

ENDS = frozenset({".", "?", "!"})
JOINTS = frozenset({",", ":", "—", "–", "-", "--", "…", "..."})
QUOTE_TAGS = frozenset({"``", "''", '"', "“", "”", "'", "‘", "’"})
DASHES = frozenset({"-", "--", "—", "–", "―"})
SPEAKERS = frozenset({"he", "she", "they"})
REACH = 28
SURE = 0.7
LONGEST_NAME = 12
LONGEST_LINE = 90


@dataclass(slots=True)
class Quoted:
    """A quotation among the tokens: `first` and `last` are token numbers, marks included."""

    quote: Quote
    first: int
    last: int
    block: int
    gap_before: list[Token]
    gap_after: list[Token]
    line_below: list[Token]
    free: bool = False


def place_quotes(article: Article, parse: Parse, quotes: tuple[Quote, ...]) -> list[Quoted]:
    """Quotations with the tokens between them and their neighbours in the paragraph."""
    starts = [token.start for token in parse.tokens]
    blocks = sorted([*([article.headline] if article.headline else []), *article.paragraphs])
    edges = [block.start for block in blocks]
    placed: list[Quoted] = []
    for quote in quotes:
        first = max(0, bisect_right(starts, quote.start) - 1)
        last = bisect_left(starts, quote.end) - 1
        placed.append(Quoted(quote, first, last, bisect_right(edges, quote.start) - 1, [], [], []))
    for n, quoted in enumerate(placed):
        block = blocks[quoted.block]
        left, right = bisect_left(starts, block.start), bisect_left(starts, block.end)
        if n and placed[n - 1].block == quoted.block:
            left = placed[n - 1].last + 1
        if n + 1 < len(placed) and placed[n + 1].block == quoted.block:
            right = placed[n + 1].first
        if left == quoted.first and n and left and _introduced_above(parse.tokens, left):
            left = max(left - REACH, placed[n - 1].last + 1)
        elif left == quoted.first and not n and left and _introduced_above(parse.tokens, left):
            left = max(left - REACH, 0)
        quoted.gap_before = [t for t in parse.tokens[left : quoted.first] if t.pos != "SPACE"]
        quoted.gap_after = [t for t in parse.tokens[quoted.last + 1 : right] if t.pos != "SPACE"]
        if (
            quoted.block + 1 < len(blocks)
            and blocks[quoted.block + 1].end - blocks[quoted.block + 1].start < LONGEST_LINE
        ):
            below = blocks[quoted.block + 1]
            members = parse.tokens[bisect_left(starts, below.start) : bisect_left(starts, below.end)]
            quoted.line_below = [t for t in members if t.pos != "SPACE"]
        quoted.free = _stands_free(quoted, parse.tokens)
    return placed


def _introduced_above(tokens: list[Token], first: int) -> bool:
    """Whether the paragraph before ends with a colon."""
    before = next((t for t in reversed(tokens[max(0, first - 3) : first]) if t.pos != "SPACE"), None)
    return before is not None and before.text == ":"


def _stands_free(quoted: Quoted, tokens: list[Token]) -> bool:
    inner = [t for t in tokens[quoted.first : quoted.last + 1] if t.tag not in QUOTE_TAGS and t.pos != "SPACE"]
    if not inner:
        return False
    before = quoted.gap_before[-1] if quoted.gap_before else None
    ends_inside = inner[-1].text in ENDS | {","} or (bool(quoted.gap_after) and quoted.gap_after[0].text == ",")
    at_start = before is None or before.text in ENDS
    clause = any(t.pos in ("VERB", "AUX") for t in inner)
    if at_start or before is None:
        return ends_inside or clause
    if before.text in JOINTS:
        return clause or inner[-1].text in ENDS or before.text == ":"
    if quoted.gap_after and not ends_inside and quoted.gap_after[0].pos != "PUNCT":
        return False
    return before.pos == "VERB" and _introduces(before) and (clause or before.tag != "VBN")


def _introduces(token: Token) -> bool:
    cue = cue_of(token)
    return cue is not None and "quote" in cue.frames and "np-pred" not in cue.frames


def quote_candidates(parse: Parse, placed: list[Quoted]) -> list[Candidate]:
    """One candidate for each speaker's turn: quotations that share a cue are pieces of one content."""
    found: list[Candidate] = []
    running: Candidate | None = None
    previous: Quoted | None = None
    for quoted in placed:
        cue, where = _cue_for(quoted, parse.tokens)
        span = Span(quoted.quote.start, quoted.quote.end)
        if not quoted.free:
            if where != "after" or not _ends_with_comma(quoted, parse.tokens) or _has_cue(quoted):
                continue
            span, where = Span(_sentence_start(quoted), quoted.quote.end), "mixed"
        elif where == "after" and quoted.gap_before and quoted.gap_before[-1].text == "," and not _has_cue(quoted):
            span = Span(_sentence_start(quoted), quoted.quote.end)
        if cue is not None and running is not None and running.cue is cue:
            running.spans.append(span)
        elif cue is not None:
            running = _with_cue(cue, span, quoted, where, parse)
            found.append(running)
        elif running is not None and previous is not None and _goes_on(previous, quoted):
            running.spans.append(span)
        else:
            running = _signed(quoted, span) or _uncued(quoted, span, parse, running)
            found.append(running)
        previous = quoted
    return found


def _uncued(quoted: Quoted, span: Span, parse: Parse, running: Candidate | None) -> Candidate:
    """A quotation that nothing introduces: whoever the sentence before speaks of, else the speaker before, goes on."""
    before = quoted.gap_before
    if not before:
        above = parse.tokens[max(0, quoted.first - REACH) : quoted.first]
        before = [t for t in above if t.pos != "SPACE"]
    last = before[-1].sent if before else -1
    people = [t for t in before if t.sent == last and t.dep == "nsubj" and (t.ent == "PERSON" or t.lower in SPEAKERS)]
    source = people[:1] or (running.source if running is not None else [])
    rule = "uncued" if quoted.gap_before or quoted.gap_after else "uncued-alone"
    return Candidate(None, [], rule, "speech", list(source), spans=[span], quoted=True)


def _signed(quoted: Quoted, span: Span) -> Candidate | None:
    """A quotation that stands alone, with a dash and a name below it or behind it."""
    line = quoted.gap_after or quoted.line_below
    if quoted.gap_before or not line or line[0].text not in DASHES:
        return None
    name = [t for t in line[1:] if t.text not in ENDS]
    if not name or len(name) > LONGEST_NAME or name[0].pos not in ("PROPN", "NOUN", "DET"):
        return None
    return Candidate(line[0], [], "signature", "speech", name, spans=[span], quoted=True)


def _ends_with_comma(quoted: Quoted, tokens: list[Token]) -> bool:
    inner = [t for t in tokens[quoted.first : quoted.last + 1] if t.tag not in QUOTE_TAGS]
    return bool(inner) and (inner[-1].text == "," or quoted.gap_after[:1] != [] and quoted.gap_after[0].text == ",")


def _has_cue(quoted: Quoted) -> bool:
    """Whether the sentence has a cue before the quotation too."""
    for token in reversed(quoted.gap_before):
        if token.text in ENDS:
            return False
        if token.pos == "VERB" and _introduces(token):
            return True
    return False


def _sentence_start(quoted: Quoted) -> int:
    """Where the sentence begins whose end is quoted: `The plan is "a fraud," she said`."""
    start = quoted.quote.start
    for token in reversed(quoted.gap_before):
        if token.text in ENDS:
            break
        start = token.start
    return start


def _goes_on(previous: Quoted, quoted: Quoted) -> bool:
    """A quotation without a cue goes on with the speaker if nothing but it, or the rest of the cue, stands between."""
    if previous.block == quoted.block:
        return True
    return quoted.block == previous.block + 1 and not quoted.gap_before


def _cue_for(quoted: Quoted, tokens: list[Token]) -> tuple[Token | None, str]:
    after = _cue_after(quoted, tokens)
    if after is not None:
        return after, "after"
    before = _cue_before(quoted)
    return before, "before"


def _cue_after(quoted: Quoted, tokens: list[Token]) -> Token | None:
    """The cue behind a quotation, in the same sentence, with at most its subject in between.

    Behind a comma, where hardly anything else can follow, the first verb is taken whatever the parser makes of it.
    """
    gap = quoted.gap_after
    inner = [t for t in tokens[quoted.first : quoted.last + 1] if t.tag not in QUOTE_TAGS and t.pos != "SPACE"]
    if not gap or not inner or (inner[-1].text == "." and gap[0].text[:1].isupper()):
        return None
    expected = quoted.free and inner[-1].text in (",", "?", "!")
    for n, token in enumerate(gap[:REACH]):
        if token.text in ENDS or token.text in (";", ":"):
            return None
        expected = expected and (n == 0 or token.text != ",")
        if expected and token.pos == "VERB" and token.tag in ("VBD", "VBZ", "VBN"):
            return token if _introduces(token) or token.tag == "VBD" else None
        if token.tag not in ("VBD", "VBZ", "VBP", "MD", "VBN") or token.dep in ("relcl", "acl"):
            continue
        if token.tag == "VBN" and not any(c.dep in ("aux", "nsubj") for c in token.children):
            continue
        if _introduces(token) and token.pos == "VERB":
            return token
        if token.pos == "VERB" and token.tag != "VBN":
            return None
    return None


def _cue_before(quoted: Quoted) -> Token | None:
    """The last cue before a quotation, in the same sentence."""
    gap = quoted.gap_before
    clause: list[Token] = []
    for token in reversed(gap[-REACH:]):
        if token.text in ENDS and clause:
            break
        clause.append(token)
    if clause and clause[0].text in ENDS:
        return None
    for token in clause:
        if token.tag in ("VBD", "VBZ", "VBP", "MD") and not _introduces(token):
            break
        if _introduces(token) and token.pos == "VERB":
            return token
    if clause and clause[0].text == ":":
        return next((t for t in clause if t.pos == "VERB"), None) or next((t for t in clause if cue_of(t)), None)
    return None


def _with_cue(cue: Token, span: Span, quoted: Quoted, where: str, parse: Parse) -> Candidate:
    row = cue_of(cue)
    source = subject_of(cue)
    inside = source is not None and quoted.first <= source.i <= quoted.last
    if source is None or inside:
        source = _nearest_noun(cue, quoted.gap_after if where == "after" else quoted.gap_before)
    return Candidate(
        cue,
        [],
        f"quote-{where}",
        row.sort if row else "speech",
        [source] if source is not None else [],
        spans=[span],
        quoted=True,
    )


def _nearest_noun(cue: Token, gap: list[Token]) -> Token | None:
    """Where the parser gives no subject: the noun right before the cue, or behind it."""
    nouns = [
        t for t in gap if t.pos in ("PROPN", "NOUN", "PRON") and (t.dep not in ("compound", "poss") or t.head is cue)
    ]
    left = [t for t in nouns if t.i < cue.i]
    right = [t for t in nouns if t.i > cue.i]
    if left:
        return left[-1]
    return right[0] if right else None


def fit(candidate: Candidate, spans: list[Span], placed: list[Quoted]) -> list[Span]:
    """A content holds whole quotations; one whose cue stands in a quotation stays inside it."""
    cue = candidate.cue
    for quoted in placed:
        start, end = quoted.quote.start, quoted.quote.end
        if cue is not None and start <= cue.start < end:
            clipped = [Span(max(s, start + 1), min(e, end - 1)) for s, e in spans if s < end and e > start]
            spans = [span for span in clipped if span.start < span.end]
        else:
            spans = [_widened(span, start, end, cue) for span in spans]
    return spans


def _widened(span: Span, start: int, end: int, cue: Token | None) -> Span:
    touches = span.start < end and span.end > start
    if not touches or (cue is not None and span.start <= cue.start < span.end):
        return span
    return Span(min(span.start, start), max(span.end, end))


def take_in_uncued(candidates: list[Candidate], article: Article) -> list[Candidate]:
    """Quotations without a cue go to the attribution whose content ends right before them."""
    ends = {
        max(c.spans).end: c
        for c in candidates
        if not c.rule.startswith("uncued") and c.sort == "speech" and c.cue is not None
    }
    kept = []
    for candidate in candidates:
        if candidate.rule.startswith("uncued"):
            start = candidate.spans[0].start
            before = len(article.text[:start].rstrip(' .!?,:;\u201d"\n'))
            near = next((ends[at] for at in range(before, start) if at in ends), None)
            if near is not None and near.confidence >= SURE:
                near.spans = [*near.spans, *candidate.spans]
                continue
        kept.append(candidate)
    return kept
