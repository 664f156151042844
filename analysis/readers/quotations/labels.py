"""Sources beside their words: `Source: claim`, `Claim: Source`, `Name, trade: "…"`, `Q: … A: …`, signatures, posts."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from analysis.grammar.lexemes import verbs_of
from analysis.grammar.phrases import phrase
from analysis.grammar.tokens import DASHES, FINITE, TIMES, VERBAL, Parse, Token
from analysis.lexicon import words
from analysis.readers.quotations.contents import Candidate
from analysis.readers.quotations.quotes import ENDS, QUOTE_TAGS, Quoted
from analysis.records import Article, Name, Span

LONGEST_NAME = 12  # tokens
LONGEST_SOURCE = 7  # tokens of a headline
LONGEST_LABEL = 4  # tokens before the colon of a paragraph
NAMING = frozenset({"PROPN", "NOUN", "CCONJ", "DET", "ADP", "PUNCT"})
ASKED = frozenset({"Q", "A", "Question", "Answer"})  # labels of an interview's turns
TURN = re.compile(r"^(?:(Q|Question)|A|Answer) ?[:.][ \t]+", re.MULTILINE)
SIGNED = re.compile(r"\s*(?:—|–|--?)\s*(?P<name>[^()@\n]{2,40}?) \(@\w+\)(?: [^\n]{0,40})?$")
ASKING = re.compile(r"[^\"“”?:]{8,300}\?\s*")  # a paragraph that is one question
OWN = frozenset({"i", "we", "my", "our"})
INTERVIEWS = frozenset({"interview", "q&a", "conversation", "spoke", "speaks", "talks", "talked", "asked", "questions"})
LINE = re.compile(r"\s*[^\n]*")
Turn = tuple[bool, int, int, int]  # a question or not, where the turn and its words begin, where its paragraph ends
VERBATIM = frozenset({"answer", "post", "turn"})  # rules whose contents are somebody's own words without marks


def label_candidates(article: Article, parse: Parse, persons: list[Name]) -> Iterator[Candidate]:
    """What labels bring: headline and paragraphs by a colon, answers of an interview, posts with their signature."""
    if article.headline:
        yield from _headline(_tokens(parse, article.headline), persons)
    paragraphs = [_tokens(parse, block) for block in article.paragraphs]
    turns = Counter(_label(tokens) for tokens in paragraphs)
    talk = Counter(_label(tokens) for tokens in paragraphs if any(token.tag in FINITE for token in tokens))
    spoken = [_label(tokens) for tokens in paragraphs if _is_speaker(tokens, persons)]
    for tokens, block in zip(paragraphs, article.paragraphs, strict=True):
        label = _label(tokens)
        short = _initialled(label, persons)
        again = bool(short) or 1 < turns[label] <= 2 * talk[label] or (label in spoken and len(spoken) > 1)
        for turn in _paragraph(tokens, again=again):
            yield replace(turn, source=_tokens(parse, Span(*short))) if short else turn
        yield from _post(article, parse, block)
    yield from _answers(article, parse, persons)


def _tokens(parse: Parse, span: Span) -> list[Token]:
    """The words of a stretch of text."""
    return [token for token in parse.within(span) if token.pos != "SPACE"]


def _label(tokens: list[Token]) -> str:
    """The words before the first colon, where they are few."""
    left, colon, _ = _parted(tokens)
    return " ".join(token.text for token in left) if colon is not None and len(left) <= LONGEST_LABEL else ""


def _is_speaker(tokens: list[Token], persons: list[Name]) -> bool:
    """`ANN HOLM, HOST: Welcome.`: a person's name in capitals before a colon, as in a broadcast's transcript."""
    label, known = _label(tokens), {one.text.split()[-1].upper() for one in persons}
    return not known.isdisjoint(label.split())


def _initialled(label: str, persons: list[Name]) -> tuple[int, int] | None:
    """`PI: I copied comics.`: where the only person with these initials is named."""
    if len(label) < 2 or not label.isupper():
        return None
    found = [name for name in persons if "".join(filter(str.isupper, name.text)) == label]
    return (found[0].start, found[0].end) if len({name.text for name in found}) == 1 else None


def _paragraph(tokens: list[Token], *, again: bool) -> Iterator[Candidate]:
    """`SMITH: we are open`, no list (`SMITH: theft`); what is quoted behind a colon is found by its marks. A label that
    comes `again`, half of the time or more before a sentence with a verb, is whose turn it is, as in an interview,
    whatever the tagger takes it for; not `Serves: 4` in a recipe."""
    left, colon, right = _parted(tokens)
    if colon is None or right[0].tag in QUOTE_TAGS or len(left) > LONGEST_LABEL or left[0].text in ASKED:
        return
    left = list(takewhile(lambda token: token.text != ",", left)) if again else left  # `ANN HOLM, HOST`
    named = all(t.pos == "PROPN" or (again and (t.text[0].isupper() or t.lex.role)) for t in left)  # `Radio host:`
    if named and not _is_label(left) and (again or any(token.tag in FINITE for token in right)):
        found = _colon(colon, left, right)
        yield replace(found, rule="turn", quoted=True) if again else found


def _headline(tokens: list[Token], persons: list[Name]) -> Iterator[Candidate]:
    """`Mayor Brown: bridge to open`, `Bridge to open: mayor`, `'I am done': Ann Holm on her last race`."""
    left, colon, right = _parted(tokens)
    if colon is None:
        return
    if left[0].tag in QUOTE_TAGS and QUOTE_TAGS & {left[-1].tag, left[-1].text}:  # `'It was chaos'`, as if of a chaos
        names = [name for name in persons if right[0].start <= name.start and name.end <= right[-1].end]
        for name in names[:1]:
            yield _colon(colon, [t for t in right if name.start <= t.start < name.end], left)
    elif right[0].tag in QUOTE_TAGS and (name := _speaker(left, persons)):
        yield _colon(colon, name, right)
    elif _is_source(left):
        yield _colon(colon, left, right)
    elif _is_source(right) and len(left) > len(right):
        yield _colon(colon, right, left)


def _speaker(left: list[Token], persons: list[Name]) -> list[Token]:
    """`Ann Holm Praises Weber: 'He Is Good'`, `Ann Holm on Weber: '…'`: who opens a headline and says or speaks of
    something, whatever the tagger makes of words with capitals."""
    name = next((name for name in persons if name.start == left[0].start), None)
    inside = [token for token in left if name is not None and token.end <= name.end]
    after = left[len(inside)].lower if inside and len(inside) < len(left) else ""
    says = after.removesuffix("s") in verbs_of("speech")
    return inside if says else []


def _parted(tokens: list[Token]) -> tuple[list[Token], Token | None, list[Token]]:
    """What stands before the first colon, the colon, and what stands behind it without its full stop."""
    at = next((n for n, token in enumerate(tokens) if token.text == ":"), 0)
    right = tokens[at + 1 : -1] if tokens and tokens[-1].text == "." else tokens[at + 1 :]
    return tokens[:at], tokens[at] if at and right else None, right


def _colon(colon: Token, source: list[Token], claim: list[Token]) -> Candidate:
    spans = [Span(claim[0].start, claim[-1].end)]
    quoted = claim[0].tag in QUOTE_TAGS
    return Candidate(colon, [], "label" if quoted else "colon", "speech", source, spans=spans, quoted=quoted)


def _is_source(tokens: list[Token]) -> bool:
    """A name, or a noun for a source (poll, officials); no label, no clause, no figure."""
    if len(tokens) > LONGEST_SOURCE or _is_label(tokens) or any(t.tag in FINITE for t in tokens):
        return False
    if any(t.pos in ("PUNCT", "NUM") and t.text not in ".-" for t in tokens):
        return False
    return any(t.pos == "PROPN" for t in tokens) or tokens[-1].lower in words("source_nouns")


def _is_label(tokens: list[Token]) -> bool:
    """`Exclusive`, `Opinion`, `Live`."""
    return any(token.lower in words("headline_labels") for token in tokens)


def colon_source(before: list[Token]) -> list[Token]:
    """The name right before a colon that ends the words before a quotation; none where a clause does.

    Of `Dora Palmer, tenant:` and `Tom Orr, Greens:` it is the name that speaks.
    """
    if not before or before[-1].text != ":":
        return []
    clause = list(takewhile(lambda token: token.text not in ENDS | DASHES, before[-2::-1]))[::-1]
    name = list(takewhile(_is_named, clause))
    if len(name) == len(clause) or any(token.tag in FINITE for token in clause):
        name = list(takewhile(_is_named, clause[::-1]))[::-1]
    if name and name[0].pos == "ADP":  # `had nothing nice to say about Jones: "…"`
        return []
    if not name or name[-1].pos != "PROPN" or any(t.pos not in NAMING for t in name):
        titled = 1 < len(clause) <= LONGEST_LABEL and all(t.text[0].isupper() for t in clause)
        return clause if titled and len(clause) == len(before) - 1 else []  # `Tenant Olga Prins:`
    joined = any(token.pos in ("ADP", "CCONJ") for token in name)
    return name if joined else list(takewhile(lambda token: token.pos == "PROPN", name[::-1]))[::-1]


def _is_named(token: Token) -> bool:
    return token.pos != "PUNCT" or token.text == "."


def colon_author(before: list[Token]) -> list[Token]:
    """Whose words a colon brings where no verb says so: `From the mayor's post: "…"`, `More from Jones: "…"`."""
    for token in takewhile(lambda token: token.text not in ENDS, before[-2::-1]):
        owned = token.dep == "poss" or (token.dep == "pobj" and token.head.lower in ("from", "by", "of"))
        if owned and token.ent not in TIMES:
            return phrase(token.child("poss") or token)
    return []


def signed(quoted: Quoted, spans: list[Span]) -> Candidate | None:
    """A quotation that stands alone, with a name below it or behind it, mostly behind a dash; no verb goes with it."""
    line = quoted.after or quoted.below
    if not line or any(t.text == ":" for t in line) or (quoted.before and quoted.before[-1].text != ":"):
        return None
    name = [token for token in line if token.text not in ENDS | DASHES]
    name = list(takewhile(lambda token: token.text != ",", name))
    if not name or len(name) > LONGEST_NAME or name[0].pos not in ("PROPN", "NOUN", "DET"):
        return None
    person = name[-1].ent == "PERSON" and not any(t.pos in VERBAL | {"PRON"} for t in line)
    if (line[0].text[0] not in DASHES and not person) or any(token.tag in FINITE for token in name):
        return None
    cue = line[0] if line[0].text in DASHES else None
    return Candidate(cue, [], "signature", "speech", name, spans=spans, quoted=True)


def _answers(article: Article, parse: Parse, persons: list[Name]) -> Iterator[Candidate]:
    """The answers of an interview, each as one content; the questions are the interviewer's."""
    turns = _labelled_turns(article) or _unlabelled_turns(article, parse)
    asked = next((start for question, start, _, _ in turns if question), None)
    source = _interviewee(article, parse, persons, asked) if asked is not None else []
    for n, (question, _, begin, end) in enumerate(turns):
        if question or asked is None:
            continue
        end = turns[n + 1][1] if n + 1 < len(turns) else end
        pieces = [(max(s, begin), min(e, end)) for s, e in article.paragraphs if s < end and e > begin]
        spans = [Span(s, s + len(article.text[s:e].rstrip())) for s, e in pieces]
        yield Candidate(None, [], "answer", "speech", source, spans=spans, quoted=True)


def _labelled_turns(article: Article) -> list[Turn]:
    """`Q: …`, `A: …`, each at the head of a line."""
    return [
        (bool(match[1]), match.start(), match.end(), block.end)
        for block in article.paragraphs
        for match in TURN.finditer(article.text, block.start, block.end)
    ]


def _unlabelled_turns(article: Article, parse: Parse) -> list[Turn]:
    """Questions and answers in paragraphs of their own, where what stands above says that somebody is asked and who
    answers, without a mark, says `I` or `we`; of the last answer the first paragraph."""
    blocks = article.paragraphs
    asking = [n for n, (start, end) in enumerate(blocks) if ASKING.fullmatch(article.text, start, end)]
    answers = [n + 1 for n in asking if n + 1 < len(blocks) and n + 1 not in asking]
    if len(answers) < 2 or len(answers) < len(asking):
        return []
    above = {token.lower for token in parse.within((0, blocks[asking[0]].start))}
    said = [parse.within(blocks[n]) for n in answers]
    own = [words for words in said if any(token.lower in OWN for token in words)]
    retold = any(token.tag in QUOTE_TAGS for words in said for token in words)
    if retold or above.isdisjoint(INTERVIEWS) or 2 * len(own) < len(answers):
        return []
    return [(n in asking, blocks[n].start, blocks[n].start, blocks[n].end) for n in sorted([*asking, *answers])]


def _interviewee(article: Article, parse: Parse, persons: list[Name], before: int) -> list[Token]:
    """The only person named in the headline, else before the first question; nobody where there are several."""
    named = [name for name in persons if name.start < before]
    headed = [name for name in named if article.headline and name.end <= article.headline.end]
    for choice in (headed, named):
        if len({name.text.split()[-1] for name in choice}) == 1:
            name = max(choice, key=lambda name: len(name.text))
            return _tokens(parse, Span(name.start, name.end))
    return []


def _post(article: Article, parse: Parse, block: Span) -> Iterator[Candidate]:
    """An embedded post with its signature behind it or in the line below: `We are open. — Ann Holm (@annholm)`."""
    post = SIGNED.search(article.text, block.start, block.end)
    post = post or SIGNED.match(article.text, block.end, LINE.match(article.text, block.end).end())
    if post is not None:
        source = _tokens(parse, Span(*post.span("name")))
        yield Candidate(None, [], "post", "speech", source, spans=[Span(block.start, post.start())], quoted=True)
