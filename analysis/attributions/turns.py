"""Turns: each speaker's quotations, with the cue that they share, or with none.

Quotations with a cue in common are pieces of one content; one without a cue goes on with the speaker before.
"""

from analysis.attributions.boundaries import reattached
from analysis.attributions.candidates import Candidate
from analysis.attributions.cues import cue_of, introduces
from analysis.attributions.introductions import (
    LONGEST_NAME,
    colon_author,
    colon_speaker,
    cue_for,
    ends_with_comma,
    has_cue,
    has_own_content,
    sentence_start,
)
from analysis.attributions.quotes import ENDS, REACH, Quoted
from analysis.attributions.sources import subject_of, subject_of_noun
from analysis.records import Article, Span
from analysis.syntax import Parse, Token

DASHES = frozenset({"-", "--", "—", "–", "―"})
SPEAKERS = frozenset({"he", "she", "they"})
RELATIVE = frozenset({"WDT", "WP"})
SURE = 0.7


def quote_candidates(parse: Parse, placed: list[Quoted]) -> list[Candidate]:
    """One candidate for each speaker's turn: quotations that share a cue are pieces of one content."""
    found: list[Candidate] = []
    running: Candidate | None = None
    previous: Quoted | None = None
    for unit in _units(placed):
        quoted, cue, where = _cue_of_unit(unit, parse.tokens)
        spans = [Span(piece.quote.start, piece.quote.end) for piece in unit]
        if not quoted.free:
            own = cue is None or where != "after" or has_own_content(cue, quoted)
            if own or not ends_with_comma(quoted, parse.tokens) or has_cue(quoted):
                continue
            spans[-1], where = Span(sentence_start(quoted), quoted.quote.end), "mixed"
        elif where == "after" and quoted.gap_before and quoted.gap_before[-1].text == "," and not has_cue(quoted):
            spans[-1] = Span(sentence_start(quoted), quoted.quote.end)
        if cue is not None and running is not None and running.cue is cue:
            running.spans.extend(spans)
        elif cue is not None:
            running = _with_cue(cue, spans, quoted, where, parse)
            found.append(running)
        elif running is not None and previous is not None and _goes_on(previous, unit[0]):
            running.spans.extend(spans)
        else:
            running = _signed(unit[-1], spans) or _uncued(quoted, spans, parse, running)
            found.append(running)
        previous = unit[-1]
    return found


def _units(placed: list[Quoted]) -> list[list[Quoted]]:
    """Quotations, those that run over several paragraphs as one."""
    units: list[list[Quoted]] = []
    for n, quoted in enumerate(placed):
        if n and placed[n - 1].quote.continued:
            units[-1].append(quoted)
        else:
            units.append([quoted])
    return units


def _cue_of_unit(unit: list[Quoted], tokens: list[Token]) -> tuple[Quoted, Token | None, str]:
    """The paragraph of a quotation that has the cue (the first one where none has), the cue and where it stands."""
    for quoted in unit:
        cue, where = cue_for(quoted, tokens)
        if cue is not None:
            return quoted, cue, where
    return unit[0], None, "before"


def _uncued(quoted: Quoted, spans: list[Span], parse: Parse, running: Candidate | None) -> Candidate:
    """A quotation that nothing introduces: whoever the sentence before speaks of, else the speaker before, goes on."""
    before = quoted.gap_before
    if not before:
        above = parse.tokens[max(0, quoted.first - REACH) : quoted.first]
        before = [t for t in above if t.pos != "SPACE"]
    last = before[-1].sent if before else -1
    subjects = [t for t in before if t.sent == last and t.dep == "nsubj" and t.tag not in RELATIVE]
    people = [t for t in subjects if t.ent == "PERSON" or t.lower in SPEAKERS]
    said = [subject_of(t) for t in before if t.sent == last and t.pos == "VERB" and introduces(t)]
    source = [s for s in said if s is not None][-1:] or people[:1] or (running.source if running is not None else [])
    rule = "uncued" if quoted.gap_before or quoted.gap_after else "uncued-alone"
    return Candidate(None, [], rule, "speech", list(source), spans=spans, quoted=True)


def _signed(quoted: Quoted, spans: list[Span]) -> Candidate | None:
    """A quotation that stands alone, with a dash and a name below it or behind it."""
    line = quoted.gap_after or quoted.line_below
    if quoted.gap_before or not line or line[0].text[0] not in DASHES:
        return None
    name = [t for t in line if t.text not in ENDS | DASHES]
    comma = next((n for n, t in enumerate(name) if t.text == "," and name[n + 1 :]), len(name))
    name = name[:comma] if line[0].text not in DASHES else name
    if not name or len(name) > LONGEST_NAME or name[0].pos not in ("PROPN", "NOUN", "DET"):
        return None
    cue = line[0] if line[0].text in DASHES else None
    return Candidate(cue, [], "signature", "speech", name, spans=spans, quoted=True)


def _goes_on(previous: Quoted, quoted: Quoted) -> bool:
    """A quotation without a cue goes on with the speaker if nothing but it, or the rest of the cue, stands between."""
    if previous.block == quoted.block:
        return True
    return quoted.block == previous.block + 1 and not quoted.gap_before and bool(previous.gap_after)


def _with_cue(cue: Token, spans: list[Span], quoted: Quoted, where: str, parse: Parse) -> Candidate:
    if cue.text == ":":
        name = colon_speaker(quoted.gap_before) or colon_author(quoted.gap_before)
        return Candidate(cue, [], "quote-colon", "speech", name, spans=spans, quoted=True)
    row = cue_of(cue)
    source = _speaker(cue, parse)
    inside = source is not None and quoted.first <= source.i <= quoted.last
    if source is None or inside:
        source = _nearest_noun(cue, quoted.gap_after if where == "after" else quoted.gap_before)
    rule = "according" if cue.lower == "according" else f"quote-{where}"
    sort = row.sort if row else "speech"
    return Candidate(cue, [], rule, sort, [source] if source is not None else [], spans=spans, quoted=True)


def _speaker(cue: Token, parse: Parse) -> Token | None:
    """Who does what the cue says."""
    if cue.lower == "according":
        to = next((c for c in cue.children if c.lower == "to"), None)
        return next((c for c in to.children if c.dep == "pobj"), None) if to is not None else None
    if cue.pos == "NOUN":
        return subject_of_noun(cue)
    if cue.dep == "acl" and cue.tag == "VBN":
        return cue.head
    return subject_of(cue, reattached(parse.sentences[cue.sent]))


def _nearest_noun(cue: Token, gap: list[Token]) -> Token | None:
    """Where the parser gives no subject: the noun right before the cue, or behind it; no date, nothing in brackets."""
    nouns, depth = [], 0
    for token in gap:
        depth += (token.text in "([") - (token.text in ")]")
        noun = token.pos in ("PROPN", "NOUN", "PRON") and token.dep not in ("compound", "poss")
        described = token.head is cue and token.dep in ("compound", "poss", "amod", "nummod")
        if (noun or described) and token is not cue and depth <= 0 and token.ent not in ("DATE", "TIME"):
            nouns.append(token)
    left = [t for t in nouns if t.i < cue.i]
    return left[-1] if left else nouns[0] if nouns else None


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
