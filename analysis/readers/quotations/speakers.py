"""Who speaks in a quotation: with a cue, by a signature, or as the words before let expect."""

from analysis.grammar.tokens import Parse, Token
from analysis.readers.quotations.contents import Candidate
from analysis.readers.quotations.cues import cue_of, introduces
from analysis.readers.quotations.labels import DASHES, LONGEST_NAME, colon_author, colon_speaker
from analysis.readers.quotations.quotes import ENDS, REACH, Quoted
from analysis.readers.quotations.sources import source_of, source_of_quotation
from analysis.records import Span

SPEAKERS = frozenset({"he", "she", "they"})
RELATIVE = frozenset({"WDT", "WP"})


def with_cue(cue: Token, spans: list[Span], quoted: Quoted, where: str, parse: Parse) -> Candidate:
    """A quotation with its cue, and who says it."""
    if cue.text == ":":
        label = colon_speaker(quoted.gap_before)
        name = label or colon_author(quoted.gap_before)
        rule = "colon" if label and _opens_paragraph(label, parse.tokens) else "quote-colon"
        return Candidate(cue, [], rule, "speech", name, spans=spans, quoted=True)
    row = cue_of(cue)
    gap = quoted.gap_after if where == "after" else quoted.gap_before
    source = source_of_quotation(cue, gap, range(quoted.first, quoted.last + 1))
    rule = "according" if cue.lower == "according" else f"quote-{where}"
    sort = row.sort if row else "speech"
    return Candidate(cue, [], rule, sort, [source] if source is not None else [], spans=spans, quoted=True)


def _opens_paragraph(label: list[Token], tokens: list[Token]) -> bool:
    """Whether a paragraph begins with a label, titles before it aside."""
    at = label[0].i - 1
    while at >= 0 and tokens[at].pos in ("NOUN", "PROPN", "ADJ", "DET"):
        at -= 1
    return at < 0 or "\n" in tokens[at].text or tokens[at].pos == "SPACE"


def signed(quoted: Quoted, spans: list[Span]) -> Candidate | None:
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


def uncued(
    quoted: Quoted,
    spans: list[Span],
    parse: Parse,
    running: Candidate | None,
    previous: Quoted | None,
    persons: frozenset[int],
) -> Candidate:
    """A quotation that nothing introduces: whoever the sentence before speaks of, else the speaker before, goes on.

    Of whom the quotation before speaks is nobody who speaks.
    """
    before = quoted.gap_before
    if not before:
        above = parse.tokens[max(0, quoted.first - REACH) : quoted.first]
        said = range(previous.first, previous.last + 1) if previous else ()
        before = [t for t in above if t.pos != "SPACE" and t.i not in said]
    last = before[-1].sent if before else -1
    subjects = [t for t in before if t.sent == last and t.dep == "nsubj" and t.tag not in RELATIVE]
    people = [t for t in subjects if t.i in persons or t.ent == "PERSON" or t.lower in SPEAKERS]
    sayers = [source_of(t) for t in before if t.sent == last and t.pos == "VERB" and introduces(t)]
    source = [s for s in sayers if s is not None][-1:] or people[:1] or (running.source if running is not None else [])
    rule = "uncued" if quoted.gap_before or quoted.gap_after else "uncued-alone"
    return Candidate(None, [], rule, "speech", list(source), spans=spans, quoted=True)
