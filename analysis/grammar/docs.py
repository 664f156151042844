"""spaCy's Docs as plain tokens, their trees mended: the one place where tokens are made."""

import re
from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from analysis.grammar.lexemes import lexeme
from analysis.grammar.repair import mend
from analysis.grammar.tokens import Parse, Sentence, Token
from analysis.lexicon import words
from analysis.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

WORDS = ("ORTH", "LOWER", "LEMMA", "POS", "TAG", "DEP", "ENT_TYPE")
NUMBERS = ("ENT_IOB", "HEAD", "IDX", "LENGTH", "SENT_START")
IOB = ("", "I", "O", "B")
DOUBLING = re.compile(r"[^aeiou]*[aeiou][^aeioushwxyz]")  # a verb whose last letter is doubled: `hop`, `hopped`
ENDINGS = ("ed", "es", "ing")
DAYS = 3  # digits that the number of a day has fewer than


def from_doc(doc: "Doc", paragraphs: tuple[Span, ...]) -> Parse:
    """The plain form of a parsed Doc whose character offsets are the article's, its trees mended."""
    strings = doc.vocab.strings
    keys = doc.to_array(WORDS)
    names = {key: strings[key] if key else "" for key in set(keys.ravel().tolist())}
    iobs, heads, starts, lengths, firsts = doc.to_array(NUMBERS).astype("int64").T.tolist()
    tokens = [Token() for _ in iobs]
    for i, (token, row) in enumerate(zip(tokens, keys.tolist(), strict=True)):
        token.text, token.lower, token.lemma, token.pos, token.tag, token.dep, token.ent = [names[key] for key in row]
        known = token.lemma
        if token.pos == "VERB" and DOUBLING.fullmatch(known) and token.lower in (f"{known}{end}" for end in ENDINGS):
            token.lemma += "e"  # `hoped` is of `hope`, since `hop` has `hopped`, and `hates` of `hate`
        if known.endswith("xis") and token.lower.endswith("xes") and known != "axis":
            token.lemma = token.text[:-2].lower()  # `taxes` is of `tax`
        token.i, token.ent_iob, token.lex = i, IOB[iobs[i]], lexeme(token.text)
        token.start, token.end = starts[i], starts[i] + lengths[i]
        token.head, token.children, token.factuality, token.frames = tokens[i + heads[i]], [], None, None
    for token in tokens:
        if token.head is not token:
            token.head.children.append(token)
    sentences = _sentences(tokens, firsts, paragraphs)
    mend(tokens)
    return Parse(tokens, sentences)


def _sentences(tokens: list[Token], starts: list[int], paragraphs: tuple[Span, ...]) -> list[Sentence]:
    bounds = [i for i, start in enumerate(starts) if start == 1 or i == 0] + [len(tokens)]
    sentences: list[Sentence] = []
    for members in [tokens[first:last] for first, last in pairwise(bounds)]:
        paragraph = _paragraph_at(members[0].start, paragraphs)
        if sentences and sentences[-1].paragraph == paragraph >= 0 and _goes_on(sentences[-1].tokens, members[0]):
            sentences[-1].tokens.extend(members)
        else:
            sentences.append(Sentence(members, paragraph))
        for token in members:
            token.sent = len(sentences) - 1
    return sentences


def _goes_on(before: list[Token], first: Token) -> bool:
    """Whether the parser ended a sentence where none ends: behind its first word (`Refunds | are due`), in a date,
    before a comma."""
    last = before[-1]
    alone = len(before) == 1 and last.text.isalpha() and first.pos != "PUNCT"
    month = first.text[0].isupper() and first.lower in words("time_words", sort="month")
    return (
        alone
        or first.text == ","
        or ((month or first.lower in ("am", "pm")) and last.text.isdigit() and len(last.text) < DAYS)
    )


def _paragraph_at(offset: int, paragraphs: tuple[Span, ...]) -> int:
    n = bisect_right(paragraphs, offset, key=lambda span: span.start) - 1
    return n if n >= 0 and offset < paragraphs[n].end else -1
