"""Where a name begins and ends: without what the model took in at its edges, with the `Jr.` that it left."""

import re

from analysis.gazetteer import country_of
from analysis.grammar.tokens import Token
from analysis.lexicon import words
from analysis.readers.names.people import is_first_name
from analysis.readers.names.runs import Run, is_possessive

LEADING = frozenset({"DT", "POS", "IN", "CC", "``", "''", "PRP$", "CD", "RB", "RBR", "WRB"})
TRAILING = frozenset({"IN", "CC", "``", "''", "DT"})
OFFICES = frozenset({"department", "ministry", "committee", "subcommittee"})
SHORT = 3  # letters up to which a first name is rather a small word
SCORE = re.compile(r"\d{1,3}[-–:]\d{1,3}")
EDITED_CAPITAL = re.compile(r"\[?[A-Z]\][a-z]+")  # [W]e: a sentence that an editor begins
SUFFIXES = frozenset({"Jr", "Sr", "II", "III"})


def trimmed(tokens: list[Token], run: Run) -> Run | None:
    """Without article, possessive, quotation marks and stray words at the edges; None where no name is left."""
    first = _without_stray_start(tokens, run)
    last = _without_stray_end(tokens, first, run.last)
    while first + 1 < last and tokens[first + 1].text == "-" and tokens[first].text in words("name_prefixes"):
        first += 2
    last = _without_loose_end(tokens, first, last, run.label)
    if first > last or not any(token.text[0].isupper() for token in tokens[first : last + 1]):
        return None
    if is_party_mark(tokens, first) or (first == last and EDITED_CAPITAL.fullmatch(tokens[first].text)):
        return None
    return Run(first, last + _suffix(tokens, last) * (run.label == "PERSON"), run.label)


def _without_stray_start(tokens: list[Token], run: Run) -> int:
    first = run.first
    while first <= run.last and (_leads(tokens[first], run.label) or not tokens[first].text[0].isalnum()):
        first += 1
    while first < run.last and _is_loose_start(tokens[first : first + 2]):
        first += 1
    return first


def _leads(token: Token, label: str) -> bool:
    """Whether the tagger holds a word for an article, preposition or the like: a person's first name is none."""
    named = label == "PERSON" and len(token.text) > SHORT and token.text[0].isupper() and is_first_name(token.text)
    return token.tag in LEADING and not named


def _without_stray_end(tokens: list[Token], first: int, last: int) -> int:
    """The last token that is no preposition, mark or possessive."""
    while first <= last and (
        tokens[last].tag in TRAILING or is_possessive(tokens[last]) or not any(map(str.isalnum, tokens[last].text))
    ):
        last -= 1
    return last


def _without_loose_end(tokens: list[Token], first: int, last: int, label: str) -> int:
    """The last token before verbs, common nouns, scores and a caption's last word that the model took in."""
    while first < last and tokens[last].text.islower() and tokens[last].tag[:2] in ("VB", "RB", "MD"):
        last -= 1 + (tokens[last - 1].text in ("-", "–", "—"))
    while first < last and _is_loose_noun(tokens[last]):
        last -= 1 + (is_possessive(tokens[last - 1]) or tokens[last - 1].tag == "CD")
    last -= _score(tokens, last)
    while first <= last and (_is_loose_end(tokens, last, label) or is_possessive(tokens[last])):
        last -= 1
    return last


def _is_loose_start(words_before: list[Token]) -> bool:
    """Whether a run begins with an adjective in small letters: `last` Democratic Party, not `anti`-Obama."""
    word, after = words_before
    return word.tag[:2] in ("JJ", "VB") and word.text.islower() and after.text != "-"


def _is_loose_noun(token: Token) -> bool:
    """Whether a run ends in a common noun that is no body's or place's: Obama's `immigration`."""
    if token.tag not in ("NN", "NNS") or not (token.text.islower() and token.text.isalpha()):
        return False
    heads = words("organization_heads") | words("place_heads") | words("name_particles") | OFFICES
    return token.text not in heads


def is_party_mark(tokens: list[Token], first: int) -> bool:
    """Whether a run is or holds the home of a lawmaker behind the party's letter: (`R-Texas`)."""
    if tokens[first].text[:2] in ("R-", "D-", "I-") or tokens[first].text in ("R", "D", "I"):
        return True
    before = "".join(token.text for token in tokens[max(0, first - 2) : first])
    return before[-2:] in ("R-", "D-", "I-", "R–", "D–", "I–") and not before[:-2].isalnum()


def _suffix(tokens: list[Token], last: int) -> int:
    """How many tokens behind a person's name still belong to it: `Jr.`, also behind a comma."""
    behind = [token.text.rstrip(".") for token in tokens[last + 1 : last + 3]]
    if behind[:1] and behind[0] in SUFFIXES:
        return 1
    return 2 if len(behind) == 2 and behind[0] == "," and behind[1] in SUFFIXES else 0


def _score(tokens: list[Token], last: int) -> int:
    """How many tokens at the end are the score of a match."""
    if not tokens[last].text[0].isdigit():
        return 0
    if SCORE.fullmatch(tokens[last].text):
        return 1
    return 3 if SCORE.fullmatch("".join(token.text for token in tokens[max(0, last - 2) : last + 1])) else 0


def _is_loose_end(tokens: list[Token], last: int, label: str) -> bool:
    """The score behind a team's name, and the word before the colon of a caption."""
    before = tokens[last - 1].text
    scored = (
        is_possessive(tokens[last - 1])
        or label in ("GPE", "NORP", "")
        or (label == "PERSON" and len(before) > 3)
        or country_of(before)
    )
    if tokens[last].tag == "CD" and scored:
        return True
    colon = last + 1 < len(tokens) and tokens[last + 1].text == ":"
    return colon and tokens[last].lower in words("caption_words")
