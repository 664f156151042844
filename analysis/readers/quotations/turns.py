"""Turns: each speaker's quotations, with the cue that they share, or with none.

Quotations with a cue in common are pieces of one content; one without a cue goes on with the speaker before.
"""

from analysis.grammar.tokens import Parse, Token
from analysis.readers.quotations.contents import Candidate
from analysis.readers.quotations.introductions import cue_for, ends_with_comma, has_cue, has_own_content, sentence_start
from analysis.readers.quotations.quotes import Quoted
from analysis.readers.quotations.speakers import signed, uncued, with_cue
from analysis.records import Article, Span

LONGEST_TAG = 24
MANY = 3
SURE = 0.7


def quote_candidates(parse: Parse, placed: list[Quoted], persons: frozenset[int]) -> list[Candidate]:
    """One candidate for each speaker's turn: quotations that share a cue are pieces of one content.

    `persons` are the numbers of tokens in persons' names. At most one quotation without a cue is taken into a turn,
    right behind the tag; a further one makes its own row.
    """
    turns = _Turns(parse, persons)
    for unit in _units(placed):
        for part in _by_cue(unit, parse.tokens):
            turns.take(part)
    return turns.found


class _Turns:
    """The turns so far; the last one is running."""

    def __init__(self, parse: Parse, persons: frozenset[int]) -> None:
        self._parse, self._persons = parse, persons
        self.found: list[Candidate] = []
        self._previous: Quoted | None = None
        self._taken_in = False

    def take(self, unit: list[Quoted]) -> None:
        """Take in the next quotation: a piece of the turn that is running, or a turn of its own."""
        quoted, cue, where = _cue_of_unit(unit, self._parse.tokens)
        spans = _spans_of(unit, quoted, cue, where, self._parse.tokens)
        if not spans:
            return
        signature = signed(unit[-1], spans) if cue is None or cue.text == ":" else None
        cue = cue if signature is None else None
        running = self.found[-1] if self.found else None
        goes_on = cue is None and signature is None and running is not None and self._goes_on(unit[0], running)
        if running is not None and self._joins(running, unit[0], cue, goes_on):
            running.spans.extend(spans)
        elif cue is not None:
            self.found.append(with_cue(cue, spans, quoted, where if quoted.free else "mixed", self._parse))
        elif goes_on and running is not None:
            turn = Candidate(running.cue, [], "resumed", running.sort, running.source, spans=spans, quoted=True)
            self.found.append(turn)
        else:
            self.found.append(signature or uncued(quoted, spans, self._parse, running, self._previous, self._persons))
        self._taken_in = goes_on
        self._previous = unit[-1]

    def _joins(self, running: Candidate, first: Quoted, cue: Token | None, goes_on: bool) -> bool:
        """Whether a quotation is a piece of the turn that is running."""
        if cue is not None:
            return cue is running.cue
        previous = self._previous
        far = previous is not None and len(first.gap_before or previous.gap_after) > LONGEST_TAG
        return goes_on and not (self._taken_in or far)

    def _goes_on(self, quoted: Quoted, running: Candidate) -> bool:
        """A quotation without a cue goes on with the speaker if nothing but a tag stands between.

        In the next paragraph it must open it, and the one before must have its cue.
        """
        previous = self._previous
        if previous is None:
            return False
        if previous.block == quoted.block:
            return True
        cued = any(t is running.cue for t in (*previous.gap_after, *previous.gap_before))
        return quoted.block == previous.block + 1 and not quoted.gap_before and bool(previous.gap_after) and cued


def _spans_of(unit: list[Quoted], quoted: Quoted, cue: Token | None, where: str, tokens: list[Token]) -> list[Span]:
    """What a quotation's content is: its paragraphs, and the words before it where its cue governs them too.

    Nothing where a fragment belongs to the sentence around it.
    """
    spans = [Span(piece.quote.start, piece.quote.end) for piece in unit]
    if not quoted.free:
        own = cue is None or where != "after" or has_own_content(cue, quoted)
        if own or not ends_with_comma(quoted, tokens) or has_cue(quoted):
            return []
        return [*spans[:-1], Span(sentence_start(quoted), quoted.quote.end)]
    if where == "after" and quoted.gap_before and quoted.gap_before[-1].text == "," and not has_cue(quoted):
        return [*spans[:-1], Span(sentence_start(quoted), quoted.quote.end)]
    return spans


def _units(placed: list[Quoted]) -> list[list[Quoted]]:
    """Quotations, those that run over several paragraphs as one, unless they never end."""
    units: list[list[Quoted]] = []
    for n, quoted in enumerate(placed):
        if n and placed[n - 1].quote.continued:
            units[-1].append(quoted)
        else:
            units.append([quoted])
    return [
        part
        for unit in units
        for part in ([unit] if len(unit) < MANY or unit[-1].quote.closed else [[q] for q in unit])
    ]


def _by_cue(unit: list[Quoted], tokens: list[Token]) -> list[list[Quoted]]:
    """A quotation of several paragraphs, parted before each that has a cue too."""
    parts = [unit[:1]]
    cued = len(unit) > 1 and cue_for(unit[0], tokens)[0] is not None
    for quoted in unit[1:]:
        own = cue_for(quoted, tokens)[0] is not None
        if own and cued:
            parts.append([])
        parts[-1].append(quoted)
        cued = cued or own
    return parts


def _cue_of_unit(unit: list[Quoted], tokens: list[Token]) -> tuple[Quoted, Token | None, str]:
    """The paragraph of a quotation that has the cue (the first one where none has), the cue and where it stands."""
    for quoted in unit:
        cue, where = cue_for(quoted, tokens)
        if cue is not None:
            return quoted, cue, where
    return unit[0], None, "before"


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
            if near is not None and near.confidence >= SURE and "\n" not in article.text[before:start]:
                near.spans = [*near.spans, *candidate.spans]
                continue
        kept.append(candidate)
    return kept
