"""Colons that stand for a cue: `Speaker: claim` and `Claim: Speaker` in headlines, `NAME: words` in transcripts."""

from collections.abc import Iterator

from analysis.grammar.tokens import Parse, Token
from analysis.lexicon import words
from analysis.readers.quotations.candidates import Candidate
from analysis.records import Article, Span

LONGEST_SPEAKER = 7
LONGEST_LABEL = 4


def colon_candidates(article: Article, parse: Parse) -> Iterator[Candidate]:
    """At most one candidate for the headline and one for each paragraph that opens with a speaker's name."""
    headline: list[Token] = []
    openings: dict[int, list[Token]] = {}
    for sentence in parse.sentences:
        if article.headline and article.headline.start <= sentence.tokens[0].start < article.headline.end:
            headline.extend(sentence.tokens)
        elif sentence.paragraph >= 0:
            openings.setdefault(sentence.paragraph, []).extend(sentence.tokens)
    for tokens in [headline, *openings.values()]:
        found = _candidate(tokens, is_headline=tokens is headline)
        if found is not None:
            yield found


def _candidate(tokens: list[Token], *, is_headline: bool) -> Candidate | None:
    tokens = [token for token in tokens if token.pos != "SPACE"]
    at = next((n for n, token in enumerate(tokens) if token.text == ":"), None)
    if not at:
        return None
    left, right = tokens[:at], _unstopped(tokens[at + 1 :])
    if len(left) <= (LONGEST_SPEAKER if is_headline else LONGEST_LABEL) and _is_speaker(left, is_headline) and right:
        return _colon(tokens[at], left, right)
    if is_headline and len(right) <= LONGEST_SPEAKER and _is_speaker(right, is_headline) and len(left) > len(right):
        return _colon(tokens[at], right, left)
    return None


def _unstopped(tokens: list[Token]) -> list[Token]:
    return tokens[:-1] if tokens and tokens[-1].text == "." else tokens


def _colon(colon: Token, speaker: list[Token], claim: list[Token]) -> Candidate:
    found = Candidate(colon, [], "colon", "speech")
    found.source = speaker
    found.spans = [Span(claim[0].start, claim[-1].end)]
    return found


def _is_speaker(tokens: list[Token], is_headline: bool) -> bool:
    """Names, or nouns for sources (poll, officials); no labels (Exclusive, Opinion), no clause, no figure."""
    if not tokens or any(
        t.tag in ("VBD", "VBZ", "VBP", "MD") or (t.pos in ("PUNCT", "NUM") and t.text not in ".-") for t in tokens
    ):
        return False
    if any(t.lower in words("headline_labels") for t in tokens):
        return False
    if not is_headline:
        return len(tokens[0].text) > 1 and all(t.pos == "PROPN" or t.text == "." for t in tokens)
    return any(t.pos == "PROPN" for t in tokens) or tokens[-1].lower in words("source_nouns")
