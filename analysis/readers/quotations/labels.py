"""Speakers beside their words: `Speaker: claim`, `Claim: Speaker`, `Name, trade: "…"`, `Q: … A: …`, signed posts."""

import re
from collections.abc import Iterator
from itertools import takewhile

from analysis.grammar.phrases import phrase
from analysis.grammar.tokens import Parse, Token
from analysis.lexicon import words
from analysis.readers.quotations.contents import Candidate
from analysis.readers.quotations.quotes import ENDS, QUOTE_TAGS, Quoted
from analysis.records import Article, Name, Span

LONGEST_NAME = 12  # tokens
LONGEST_SPEAKER = 7  # tokens of a headline
LONGEST_LABEL = 4  # tokens before the colon of a paragraph
DASHES = frozenset({"-", "--", "—", "–", "―"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
TURN = re.compile(r"^(?:(Q|Question)|A|Answer) ?[:.][ \t]+", re.MULTILINE)
SIGNED = re.compile(r"\s*(?:—|–|--?)\s*(?P<name>[^()@\n]{2,40}?) \(@\w+\)(?: [^\n]{0,40})?$")
VERBATIM = frozenset({"answer", "post"})  # rules whose contents are somebody's own words without marks


def label_candidates(article: Article, parse: Parse, names: tuple[Name, ...]) -> Iterator[Candidate]:
    """What labels bring: headline and paragraphs by a colon, answers of an interview, posts with their signature."""
    yield from _by_colon(article, parse, names)
    yield from _answers(article, parse, names)
    yield from _posts(article, parse)


def _by_colon(article: Article, parse: Parse, names: tuple[Name, ...]) -> Iterator[Candidate]:
    """At most one candidate for the headline and one for each paragraph that opens with a speaker's name."""
    headline: list[Token] = []
    openings: dict[int, list[Token]] = {}
    for sentence in parse.sentences:
        if article.headline and article.headline.start <= sentence.tokens[0].start < article.headline.end:
            headline.extend(sentence.tokens)
        elif sentence.paragraph >= 0:
            openings.setdefault(sentence.paragraph, []).extend(sentence.tokens)
    persons = [name for name in names if name.kind == "person"]
    found = [_headline(_words(headline), persons), *(_paragraph(_words(tokens)) for tokens in openings.values())]
    yield from filter(None, found)


def _words(tokens: list[Token]) -> list[Token]:
    return [token for token in tokens if token.pos != "SPACE"]


def _paragraph(tokens: list[Token]) -> Candidate | None:
    """`SMITH: we are open`; what stands in quotation marks behind a colon is found with them."""
    left, colon, right = _parted(tokens)
    if colon is None or right[0].tag in QUOTE_TAGS or len(left) > LONGEST_LABEL:
        return None
    named = len(left[0].text) > 1 and all(t.pos == "PROPN" or t.text == "." for t in left)
    return _colon(colon, left, right) if named and not _is_label(left) else None


def _headline(tokens: list[Token], persons: list[Name]) -> Candidate | None:
    """`Mayor Brown: bridge to open`, `Bridge to open: mayor`, `'I am done': Ann Holm on her last race`."""
    left, colon, right = _parted(tokens)
    if colon is None:
        return None
    if left[0].tag in QUOTE_TAGS and left[-1].tag in QUOTE_TAGS:
        end = right[-1].end
        name = next((name for name in persons if right[0].start <= name.start and name.end <= end), None)
        speaker = [token for token in right if name and name.start <= token.start < name.end]
        return _colon(colon, speaker, left) if speaker else None
    if len(left) <= LONGEST_SPEAKER and _is_source(left):
        return _colon(colon, left, right)
    if len(right) <= LONGEST_SPEAKER and _is_source(right) and len(left) > len(right):
        return _colon(colon, right, left)
    return None


def _parted(tokens: list[Token]) -> tuple[list[Token], Token | None, list[Token]]:
    """What stands before the first colon, the colon, and what stands behind it without its full stop."""
    at = next((n for n, token in enumerate(tokens) if token.text == ":"), 0)
    right = tokens[at + 1 : -1] if tokens and tokens[-1].text == "." else tokens[at + 1 :]
    return tokens[:at], tokens[at] if at and right else None, right


def _colon(colon: Token, speaker: list[Token], claim: list[Token]) -> Candidate:
    spans = [Span(claim[0].start, claim[-1].end)]
    return Candidate(colon, [], "colon", "speech", speaker, spans=spans, quoted=claim[0].tag in QUOTE_TAGS)


def _is_source(tokens: list[Token]) -> bool:
    """A name, or a noun for a source (poll, officials); no label, no clause, no figure."""
    if _is_label(tokens) or any(t.tag in FINITE or (t.pos in ("PUNCT", "NUM") and t.text not in ".-") for t in tokens):
        return False
    return any(t.pos == "PROPN" for t in tokens) or tokens[-1].lower in words("source_nouns")


def _is_label(tokens: list[Token]) -> bool:
    """`Exclusive`, `Opinion`, `Live`."""
    return any(token.lower in words("headline_labels") for token in tokens)


def colon_source(gap: list[Token]) -> list[Token]:
    """The name right before a colon that ends the words before a quotation; none where a clause does.

    Of `Dora Palmer, tenant:` and `Tom Orr, Greens:` it is the name that speaks.
    """
    if not gap or gap[-1].text != ":":
        return []
    clause = list(takewhile(lambda token: token.text not in ENDS | DASHES, reversed(gap[:-1])))[::-1]
    name = list(takewhile(_is_named, clause))
    if len(name) == len(clause) or any(token.tag in FINITE for token in clause):
        name = list(takewhile(_is_named, clause[::-1]))[::-1]
    if not name or len(name) > LONGEST_NAME or name[-1].pos != "PROPN":
        return []
    if any(token.pos not in ("PROPN", "NOUN", "CCONJ", "DET", "ADP", "PUNCT") for token in name):
        return []
    joined = any(token.pos in ("ADP", "CCONJ") for token in name)
    return name if joined else list(takewhile(lambda token: token.pos == "PROPN", name[::-1]))[::-1]


def _is_named(token: Token) -> bool:
    return token.pos != "PUNCT" or token.text == "."


def colon_author(gap: list[Token]) -> list[Token]:
    """Whose words a colon brings where no verb says so: `From the mayor's post: "…"`, `More from Jones: "…"`."""
    for token in reversed(gap[:-1]):
        if token.text in ENDS:
            break
        owned = token.dep == "poss" or (token.dep == "pobj" and token.head.lower in ("from", "by", "of"))
        if owned and token.ent not in ("DATE", "TIME"):
            return phrase(next((c for c in token.children if c.dep == "poss"), token))
    return []


def _answers(article: Article, parse: Parse, names: tuple[Name, ...]) -> Iterator[Candidate]:
    """The answers of an interview (`Q: …`, `A: …`), each as one content; the questions are the interviewer's."""
    turns = [
        (match, block)
        for block in article.paragraphs
        for match in TURN.finditer(article.text, block.start, block.end)
        if match.start() == block.start or article.text[match.start() - 1] == "\n"
    ]
    asked = [match for match, _ in turns if match[1]]
    if not asked:
        return
    source = _interviewee(article, parse, names, asked[0].start())
    for n, (match, block) in enumerate(turns):
        if match[1]:
            continue
        end = turns[n + 1][0].start() if n + 1 < len(turns) else block.end
        pieces = [Span(max(s, match.end()), min(e, end)) for s, e in article.paragraphs if s < end and e > match.end()]
        spans = [Span(s, s + len(article.text[s:e].rstrip())) for s, e in pieces if s < e]
        if spans:
            yield Candidate(None, [], "answer", "speech", source, spans=spans, quoted=True)


def _interviewee(article: Article, parse: Parse, names: tuple[Name, ...], before: int) -> list[Token]:
    """The only person named in the headline, else before the first question; nobody where there are several."""
    persons = [name for name in names if name.kind == "person" and name.start < before]
    headed = [name for name in persons if article.headline and name.end <= article.headline.end]
    for named in (headed, persons):
        if len({name.text.split()[-1] for name in named}) == 1:
            name = max(named, key=lambda name: len(name.text))
            return [token for token in parse.tokens if name.start <= token.start < name.end]
    return []


def _posts(article: Article, parse: Parse) -> Iterator[Candidate]:
    """An embedded post with its signature: `We are open. — Ann Holm (@annholm) May 14, 2024`."""
    for start, end in article.paragraphs:
        signed = SIGNED.search(article.text, start, end)
        if signed is None or signed.start() == start:
            continue
        name = Span(*signed.span("name"))
        source = [token for token in parse.tokens if name.start <= token.start < name.end]
        yield Candidate(None, [], "post", "speech", source, spans=[Span(start, signed.start())], quoted=True)


def signed(quoted: Quoted, spans: list[Span]) -> Candidate | None:
    """A quotation that stands alone, with a name below it or behind it, mostly behind a dash; no verb goes with it."""
    line = quoted.after or quoted.below
    introduced = bool(quoted.before) and quoted.before[-1].text != ":"
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
