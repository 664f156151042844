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
LONGEST_TAG = 24
MANY = 3
SURE = 0.7


def quote_candidates(parse: Parse, placed: list[Quoted]) -> list[Candidate]:
    """One candidate for each speaker's turn: quotations that share a cue are pieces of one content.

    At most one quotation without a cue is taken into a turn, right behind the tag; a further one makes its own row.
    """
    found: list[Candidate] = []
    running: Candidate | None = None
    previous: Quoted | None = None
    taken_in = False
    for unit in _units(placed):
        quoted, cue, where = _cue_of_unit(unit, parse.tokens)
        spans = _spans_of(unit, quoted, cue, where, parse.tokens)
        if not spans:
            continue
        where = where if quoted.free else "mixed"
        signed = _signed(unit[-1], spans) if cue is None or cue.text == ":" else None
        cue = cue if signed is None else None
        goes_on = cue is None and signed is None and running is not None and _goes_on(previous, unit[0], running)
        far = previous is not None and len(unit[0].gap_before or previous.gap_after) > LONGEST_TAG
        joins = cue is running.cue if running is not None and cue is not None else goes_on and not (taken_in or far)
        if running is not None and joins:
            running.spans.extend(spans)
            taken_in = goes_on
        else:
            if cue is not None:
                running = _with_cue(cue, spans, quoted, where, parse)
            elif signed is None and goes_on and running is not None:
                running = Candidate(running.cue, [], "resumed", running.sort, running.source, spans=spans, quoted=True)
            else:
                running = signed or _uncued(quoted, spans, parse, running)
            taken_in = goes_on
            found.append(running)
        previous = unit[-1]
    return found


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
    """A quotation that stands alone, with a name below it or behind it, mostly behind a dash; no verb goes with it."""
    line = quoted.gap_after or quoted.line_below
    introduced = bool(quoted.gap_before) and quoted.gap_before[-1].text != ":"
    if introduced or not line:
        return None
    dashed = line[0].text[0] in DASHES
    name = [t for t in line if t.text not in ENDS | DASHES]
    comma = next((n for n, t in enumerate(name) if t.text == "," and name[n + 1 :]), len(name))
    name = name[:comma] if line[0].text not in DASHES else name
    if not name or len(name) > LONGEST_NAME or name[0].pos not in ("PROPN", "NOUN", "DET"):
        return None
    if not dashed and (name[-1].ent != "PERSON" or any(t.pos in ("VERB", "AUX", "PRON") for t in line)):
        return None
    cue = line[0] if line[0].text in DASHES else None
    return Candidate(cue, [], "signature", "speech", name, spans=spans, quoted=True)


def _goes_on(previous: Quoted | None, quoted: Quoted, running: Candidate) -> bool:
    """A quotation without a cue goes on with the speaker if nothing but a tag stands between.

    In the next paragraph it must open it, and the one before must have its cue.
    """
    if previous is None:
        return False
    if previous.block == quoted.block:
        return True
    cued = any(t is running.cue for t in (*previous.gap_after, *previous.gap_before))
    return quoted.block == previous.block + 1 and not quoted.gap_before and bool(previous.gap_after) and cued


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
    """Where the parser gives no subject: the noun right before the cue, or behind it; no date, no aside."""
    nouns, depth = [], 0
    for token in gap:
        depth += (token.text in "([") - (token.text in ")]")
        noun = token.pos in ("PROPN", "NOUN", "PRON") and token.dep not in ("compound", "poss")
        described = token.head is cue and token.dep in ("compound", "poss", "amod", "nummod")
        if (noun or described) and token is not cue and depth <= 0 and token.ent not in ("DATE", "TIME"):
            nouns.append(token)
    left = [t for t in nouns if t.i < cue.i]
    commas = [t.i for t in gap if left and t.text == "," and left[0].i < t.i < cue.i]
    if len(commas) > 1 and commas[-1] == cue.i - 1:
        left = [t for t in left if t.i < commas[0]]
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
