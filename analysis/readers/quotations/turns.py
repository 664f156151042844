"""Turns: each source's quotations, with the cue that they share, or with none.

Quotations with a cue in common are pieces of one content; one without a cue goes on with the source before.
"""

from collections.abc import Iterator
from itertools import accumulate

from analysis.grammar.tokens import FINITE, PERSONS, RELATIVES, VERBAL, Token
from analysis.readers.quotations.contents import Candidate
from analysis.readers.quotations.cues import cue_of, introduces
from analysis.readers.quotations.introductions import cue_for, has_own_content
from analysis.readers.quotations.labels import colon_author, colon_source, signed
from analysis.readers.quotations.quotes import Quoted
from analysis.readers.quotations.sources import source_of, source_of_quotation
from analysis.records import Name, Span

LONGEST_TAG = 24  # words between two pieces of a turn

MANY = 3  # paragraphs of a quotation that never ends
FEWEST_WORDS, MANY_WORDS = 4, 10  # of a fragment that is told: with a finite verb, without one
COVERED = 0.3  # share of a fragment that may stand in another content
NEAR = 3  # characters


def quote_candidates(placed: list[Quoted], persons: list[Name]) -> list[Candidate]:
    """One candidate for each turn. At most one quotation without a cue is taken into a turn, right behind the tag.

    `persons` are the names of persons.
    """
    turns = _Turns(persons)
    for unit in _units(placed):
        for part in _by_cue(unit):
            turns.take(part)
    return turns.found


class _Turns:
    """The turns so far; the last one is running."""

    def __init__(self, persons: list[Name]) -> None:
        self.found: list[Candidate] = []
        self._persons = persons
        self._previous: Quoted | None = None
        self._taken_in = False

    def take(self, unit: list[Quoted]) -> None:
        """Take in the next quotation: a piece of the turn that is running, or a turn of its own."""
        quoted, cue, where = _cue_of_unit(unit)
        spans = _spans_of(unit, quoted, cue, where)
        if not spans:
            return
        signature = signed(unit[-1], spans) if cue is None or cue.text == ":" else None
        cue = cue if signature is None else None
        if cue is None and quoted.titled:
            return
        running = self.found[-1] if self.found else None
        goes_on = cue is None and signature is None and self._goes_on(unit[0])
        if running is not None and self._joins(running, unit[0], cue, goes_on):
            running.spans.extend(spans)
        elif cue is not None:
            self.found.append(_with_cue(cue, spans, quoted, where))
        elif goes_on:
            turn = Candidate(running.cue, [], "resumed", running.sort, running.source, spans=spans, quoted=True)
            self.found.append(turn)
        else:
            self.found.append(signature or _uncued(quoted, spans, running, self._persons))
        self._taken_in = goes_on
        self._previous = unit[-1]

    def _joins(self, running: Candidate, first: Quoted, cue: Token | None, goes_on: bool) -> bool:
        """Whether a quotation is a piece of the turn that is running."""
        if cue is not None:
            return cue is running.cue
        previous = self._previous
        far = previous is not None and len(first.before or previous.after) > LONGEST_TAG
        return goes_on and not (self._taken_in or far)

    def _goes_on(self, quoted: Quoted) -> bool:
        """A quotation without a cue goes on with the source if nothing but a tag stands between. In the next paragraph
        it must open it, and the one before must have its cue; where neither has one, nobody else may do anything
        between them."""
        previous = self._previous
        if previous is None:
            return False
        cue = self.found[-1].cue
        if previous.block == quoted.block:
            return cue is not None or not (_subjects(quoted.before, self._persons) or _unnamed(quoted.before))
        cued = any(t is cue for t in (*previous.after, *previous.before))
        return quoted.block == previous.block + 1 and not quoted.before and bool(previous.after) and cued


def _spans_of(unit: list[Quoted], quoted: Quoted, cue: Token | None, where: str) -> list[Span]:
    """What a quotation's content is: its paragraphs, and the words before it where its cue governs them too (`The plan
    is "a fraud," she said`). Nothing where a fragment belongs to the sentence around it."""
    spans = [Span(piece.quote.start, piece.quote.end) for piece in unit]
    before = quoted.sentence_before
    whole = [*spans[:-1], Span(before[0].start if before else quoted.quote.start, quoted.quote.end)]
    if quoted.free:
        governed = where == "after" and before and before[-1].text == "," and not any(map(introduces, before))
        return whole if governed else spans
    ended = bool(quoted.words) and (quoted.words[-1].text == "," or quoted.comma_behind)
    return whole if ended and where == "after" and not has_own_content(cue, quoted) else []


def _units(placed: list[Quoted]) -> Iterator[list[Quoted]]:
    """Quotations, those that run over several paragraphs as one, unless they never end."""
    unit: list[Quoted] = []
    for quoted in placed:
        if quoted.words or not quoted.quote.continued:  # a mark alone at the end of its paragraph opens the next one
            unit.append(quoted)
        if not quoted.quote.continued:
            yield from [unit] if len(unit) < MANY or quoted.quote.closed else [[one] for one in unit]
            unit = []
    yield from filter(None, [unit])


def _by_cue(unit: list[Quoted]) -> list[list[Quoted]]:
    """A quotation of several paragraphs, parted before each that has a cue too."""
    parts: list[list[Quoted]] = [[]]
    cued = False
    for quoted in unit:
        own = len(unit) > 1 and cue_for(quoted)[0] is not None
        if own and cued:
            parts.append([])
        parts[-1].append(quoted)
        cued = cued or own
    return parts


def _cue_of_unit(unit: list[Quoted]) -> tuple[Quoted, Token | None, str]:
    """The paragraph of a quotation that has the cue (the first one where none has), the cue and where it stands."""
    for quoted in unit:
        cue, where = cue_for(quoted)
        if cue is not None:
            return quoted, cue, where
    return unit[0], None, "before"


def _with_cue(cue: Token, spans: list[Span], quoted: Quoted, where: str) -> Candidate:
    """A quotation with its cue, and who says it."""
    if cue.text == ":":
        label = colon_source(quoted.before)
        name = label or colon_author(quoted.before)
        return Candidate(cue, [], "label" if label else "quote-colon", "speech", name, spans=spans, quoted=True)
    row = cue_of(cue)
    source = source_of_quotation(cue, quoted.after if where == "after" else quoted.before, quoted.quote)
    rule = "according" if cue.lower == "according" else f"quote-{where if quoted.free else 'mixed'}"
    return Candidate(cue, [], rule, row.sort if row else "speech", [source] if source else [], spans=spans, quoted=True)


def _uncued(quoted: Quoted, spans: list[Span], running: Candidate | None, persons: list[Name]) -> Candidate:
    """A quotation that nothing introduces: whoever the sentence before speaks of, else the source before, goes on; the
    first of a text may have its speaker behind it (`"I am tired." Ann Holm sat down.`). Of whom the quotation before
    speaks is nobody who speaks."""
    above = quoted.before or quoted.above
    near = above or (quoted.after if running is None else [])
    sentence = [t for t in near if t.sent == (above[-1] if above else near[0]).sent]
    people = _subjects(sentence, persons) or [t for t in sentence if t.dep == "nsubj" and t.lower in PERSONS]
    people = people or (_unnamed(sentence) if quoted.before else [])
    if not quoted.sentence_before:  # `Holm lifts the rug. Water runs out. "…"`
        people = people or _subjects(quoted.before, persons)[-1:]
    opening = [name for name in persons if sentence and name.start == sentence[0].start]
    people = people or [t for name in opening for t in sentence if t.end == name.end]  # where the verb is lost
    sayers = [source_of(t) for t in sentence if t.pos == "VERB" and introduces(t)]
    source = [s for s in sayers if s is not None][-1:] or people[:1] or (running.source if running is not None else [])
    rule = "uncued" if quoted.before or quoted.after else "uncued-alone"
    return Candidate(None, [], rule, "speech", list(source), spans=spans, quoted=True)


def _subjects(tokens: list[Token], persons: list[Name]) -> list[Token]:
    """The subjects that name persons, also in apposition: `Ann Holm shrugged`, `her son Jan shrugged`."""
    subjects = [t for t in tokens if t.dep == "nsubj" and t.tag not in RELATIVES]
    return [t for t in subjects if any(_is_person(one, persons) for one in (t, *t.those("appos")))]


def _unnamed(tokens: list[Token]) -> list[Token]:
    """`A nurse nodded. "…"`: the subjects that are persons without a name."""
    return [t for t in tokens if t.dep == "nsubj" and t.tag == "NN" and t.lex.role]


def _is_person(token: Token, persons: list[Name]) -> bool:
    return token.ent == "PERSON" or any(name.start <= token.start < name.end for name in persons)


def fragment_candidates(placed: list[Quoted], found: list[Candidate]) -> Iterator[Candidate]:
    """Quoted clauses that stand in no content yet: `the rule that voters "should decide for themselves"`.

    Scare quotes and titles are words; who quotes a whole clause, or ten words and more, quotes what somebody said: who
    says or thinks what it stands in, else who spoke right before, else the sentence's subject.
    """
    before = _characters_before([span for candidate in found for span in candidate.spans])
    spoken = sorted((max(c.spans).end, n) for n, c in enumerate(found) if c.quoted and c.source)
    for quoted in placed:
        start, end, *_ = quoted.quote
        words = [t for t in quoted.words if t.pos != "PUNCT"]
        clause = len(words) >= FEWEST_WORDS and any(t.tag in FINITE for t in words)
        shared = before[min(end, len(before) - 1)] - before[min(start, len(before) - 1)]
        if (clause or len(words) >= MANY_WORDS) and shared <= COVERED * (end - start):
            first = quoted.before[0].start if quoted.before else start
            near = [found[n].source for at, n in spoken if at <= first < at + NEAR]
            source = _sayer_around(words, near[-1] if near else [])
            yield Candidate(None, [], "fragment", "speech", source, spans=[Span(start, end)], quoted=True)


def _characters_before(contents: list[Span]) -> list[int]:
    """For each offset how many characters before it stand in contents; what two of them hold counts twice."""
    changes = [0] * (max((end for _, end in contents), default=0) + 1)
    for start, end in contents:
        changes[start] += 1
        changes[end] -= 1
    return [0, *accumulate(accumulate(changes))]


def _sayer_around(words: list[Token], before: list[Token]) -> list[Token]:
    """The subject of the cue over the quoted words; else the source before; else the subject of the sentence."""
    inside = {t.i for t in words}
    top = next((t for t in words if t.head.i not in inside), words[0])
    verbs = [t for t in top.ancestors() if t.i not in inside and t.pos in VERBAL]
    for verb in [v for v in verbs if cue_of(v)] or ([] if before else verbs[-1:]):
        source = source_of(verb)
        if source is not None and source.i not in inside:
            return [source]
    return before
