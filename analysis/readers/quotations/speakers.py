"""Who speaks in a quotation: with a cue, by a signature, or as the words before let expect."""

from analysis.grammar.clauses import subject_of_noun
from analysis.grammar.tokens import Parse, Token
from analysis.readers.quotations.candidates import Candidate
from analysis.readers.quotations.cues import cue_of, introduces
from analysis.readers.quotations.labels import DASHES, LONGEST_NAME, colon_author, colon_speaker
from analysis.readers.quotations.quotes import ENDS, REACH, Quoted
from analysis.readers.quotations.sources import source_of, subject_before
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
    source = _speaker(cue)
    inside = source is not None and quoted.first <= source.i <= quoted.last
    if (source is None or inside) and cue.tag == "VBG":
        source = subject_before(cue, parse.tokens[max(0, cue.i - REACH) : cue.i])
        inside = False
    if source is None or inside:
        source = _nearest_noun(cue, quoted.gap_after if where == "after" else quoted.gap_before)
    rule = "according" if cue.lower == "according" else f"quote-{where}"
    sort = row.sort if row else "speech"
    return Candidate(cue, [], rule, sort, [source] if source is not None else [], spans=spans, quoted=True)


def _opens_paragraph(label: list[Token], tokens: list[Token]) -> bool:
    """Whether a paragraph begins with a label, titles before it aside."""
    at = label[0].i - 1
    while at >= 0 and tokens[at].pos in ("NOUN", "PROPN", "ADJ", "DET"):
        at -= 1
    return at < 0 or "\n" in tokens[at].text or tokens[at].pos == "SPACE"


def _speaker(cue: Token) -> Token | None:
    """Who does what the cue says."""
    if cue.lower == "according":
        to = next((c for c in cue.children if c.lower == "to"), None)
        return next((c for c in to.children if c.dep == "pobj"), None) if to is not None else None
    if cue.pos == "NOUN":
        return subject_of_noun(cue)
    if cue.dep == "acl" and cue.tag == "VBN":
        return cue.head
    return source_of(cue)


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
