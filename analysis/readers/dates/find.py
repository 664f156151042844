"""Where time expressions stand: trigger words, then the shapes that begin at or shortly before them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from analysis.grammar.tokens import Sentence, Token
from analysis.readers.dates.patterns import DAY, YEAR, patterns
from analysis.readers.dates.words import openers, triggers, words_of

DIGITS = re.compile(r"\d")
REACH = 6  # tokens before a trigger at which an expression may begin


MORE = re.compile(
    rf"(?:,? (?:and|or|to|through) |, ?| ?[-–—] ?)(?P<d>{DAY})(?:,? (?P<y>{YEAR}))?(?!\w|[:%]|[.,]\d)", re.IGNORECASE
)
FIRST = re.compile(rf"(?P<d>{DAY})(?: (?:and|or|to|through) | ?[-–—] ?)(?={DAY} [A-Z])", re.IGNORECASE)


class Found(NamedTuple):
    """A time expression: the tokens it begins and ends at, its rule, and the match that its value is read from.

    `month` is told by a neighbour: `June 3 to 5`.
    """

    first: Token
    last: Token
    rule: str
    match: re.Match[str]
    month: str | None = None

    @property
    def span(self) -> tuple[int, int]:
        """Its characters."""
        return (self.match.start("d"), self.last.end) if self.month else self.match.span()


def find_in(text: str, sentence: Sentence) -> Iterator[Found]:
    """Time expressions of a sentence in order, without overlaps, the longest at each place."""
    tokens = sentence.tokens
    hits = [n for n, token in enumerate(tokens) if _triggers(token)]
    if not hits:
        return
    starts = sorted({n for hit in hits for n in range(max(0, hit - REACH), hit + 1)})
    ends = {token.end: token for token in tokens}
    whole_end, free = tokens[-1].end, tokens[0].start
    for n in starts:
        token = tokens[n]
        if token.start < free or not _opens(token):
            continue
        found = _longest(text, token, whole_end, ends, tokens)
        if found:
            yield from _before(text, found, tokens)
            yield found
            more = _after(text, found, ends, tokens)
            if more:
                yield more
            free = (more or found).last.end


def _after(text: str, found: Found, ends: dict[int, Token], tokens: list[Token]) -> Found | None:
    """A further day of the same month: `June 3 and 5`, `June 3-5, 2019`; no other number (`June 3 and 10 people`)."""
    groups = found.match.groupdict()
    if found.rule != "full" or groups.get("y") or groups["mon"] is None or not groups["d"]:
        return None
    more = MORE.match(text, found.match.end()) if found.match.start("d") > found.match.start("mon") else None
    first = next((token for token in tokens if more and token.start == more.start("d")), None)
    last = ends.get(more.end()) if more else None
    counted = first is not None and first.dep == "nummod" and first.head.i > first.i and first.head.tag[:2] == "NN"
    if more is None or first is None or last is None or counted:
        return None
    return Found(first, last, "full", more, groups["mon"])


def _before(text: str, found: Found, tokens: list[Token]) -> Iterator[Found]:
    """A day before another of the same month: `3 and 5 June`, `3-5 June 2019`."""
    if found.rule != "full" or found.match.start("d") > found.match.start("mon"):
        return
    for token in tokens[max(0, found.first.i - tokens[0].i - 2) : found.first.i - tokens[0].i]:
        first = FIRST.match(text, token.start)
        if first and first.end() == found.match.start("d") and first.end("d") == token.end:
            yield Found(token, token, "full", first, found.match["mon"])


def _triggers(token: Token) -> bool:
    return token.lower in triggers() or token.lower.rstrip(".s") in triggers() or bool(DIGITS.search(token.text))


def _opens(token: Token) -> bool:
    """Whether a shape can begin with the token at all: cheaper than to try them."""
    word = token.lower
    return word[0].isdigit() or word[0] in "'’" or word in openers() or word.partition("-")[0].rstrip(".") in openers()


def _longest(text: str, token: Token, end: int, ends: dict[int, Token], tokens: list[Token]) -> Found | None:
    best: Found | None = None
    for rule, regex in patterns():
        match = regex.match(text, token.start, min(end, token.start + 80))
        if not match or (best and match.end() <= best.match.end()):
            continue
        last = ends.get(match.end()) or (ends.get(match.end() + 1) if text[match.end()] == "." else None)
        if last and _meant(rule, match, token, last, tokens):
            best = Found(token, last, rule, match)
    return best


def _meant(rule: str, match: re.Match[str], first: Token, last: Token, tokens: list[Token]) -> bool:
    """Whether words that have other senses too (may, march, second, 1984 people) are meant as time."""
    before = tokens[first.i - tokens[0].i - 1].lower if first.i > tokens[0].i else ""
    if match[0] == "Today" and before and last.tag == "NNP":  # an outlet's name: USA Today
        return False
    if rule in ("month", "full"):
        return _is_month(rule, match, first, last, before)
    if rule == "weekday":
        return _is_weekday(match, last)
    if rule == "year":
        return _is_year(first, last, before, tokens)
    if rule == "reference":
        return _is_reference(match[0].lower(), before, last, tokens)
    if rule == "quarter" and match.groupdict().get("half") == "half":
        return bool(match["y"] or match["rel"] or last.dep in ("compound", "nmod", "amod"))
    if rule == "holiday" and first.ent == last.ent == "PERSON":
        return False
    if rule == "decade":
        return "'" in match[0] or "’" in match[0] or len(match["c"] or "") == 2
    return not (rule == "season" and not match["y"]) or last.tag in ("NN", "NNP")


def _is_month(rule: str, match: re.Match[str], first: Token, last: Token, before: str) -> bool:
    month, groups = match["mon"], match.groupdict()
    if not month[0].isupper():
        return False
    if rule == "full" or any(groups.get(key) for key in ("y", "rel", "which", "mod")):
        return True
    if len(month) == 3 and month.lower() != "may":
        return last.text[-1] == "."
    return month.lower() not in words_of("homonym") or (
        first.tag != "MD" and (before in words_of("before_month") or (before == "the" and first.dep == "compound"))
    )


def _is_weekday(match: re.Match[str], last: Token) -> bool:
    day = match["dow"]
    if not day[0].isupper():
        return False
    return (
        len(day) > 3 or bool(match["which"]) or (last.tag in ("NNP", "NNPS") and day.lower() not in words_of("homonym"))
    )


def _is_reference(words: str, before: str, last: Token, tokens: list[Token]) -> bool:
    """`in the past two months` is a duration, `as soon as it can` is none."""
    at = last.i - tokens[0].i
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if words.endswith("past"):
        return after is None or (
            after.tag != "CD"
            and after.lower not in words_of("unit")
            and after.lower not in ("few", "several", "couple")
        )
    if after is not None and after.start == last.end and after.text == "-":
        return False
    if words == "now":
        return (last.tag == "RB" and before not in ("until", "from", "for")) or before in ("right", "just", "until")
    return words != "soon" or (before != "as" and (after is None or after.lower != "after"))


def _is_year(first: Token, last: Token, before: str, tokens: list[Token]) -> bool:
    if last.tag != "CD" and not last.text[-4:].isdigit():
        return False
    at = last.i - tokens[0].i
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is not None and after.tag in ("NNS", "CD") and last.dep == "nummod":
        return False
    if first is not last or not last.text.isdigit():
        return True
    return (
        before in words_of("before_year")
        or before in (",", "(", "-", "–", "")
        or last.dep in ("pobj", "npadvmod", "compound", "nmod", "nummod")
    )
