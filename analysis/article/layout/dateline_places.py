"""The places at the head of a dateline: one or several, with a state or country behind, or a spot such as a border."""

import re
from functools import cache
from typing import NamedTuple

from analysis.article.days import DAY
from analysis.article.layout.agencies import SIGNED, agency_words
from analysis.gazetteer import is_city, is_region
from analysis.lexicon import rows

MOST_WORDS = 6
WORD = re.compile(
    r"""
    (?:['’][sStT]-)?                           # 's-Hertogenbosch
    [^\W\d_]
    (?: [^\W_]
      | ['’}](?=\w)                            # N'Djamena
      | \.(?=\w|-\w)                           # U.S., St.-Denis
      | -(?=\w)                                # Port-au-Prince
    )*
    \.?
    """,
    re.VERBOSE,
)
PARTICLES = frozenset(
    "de da do di del della du la las le les los el al es of the on upon sur and en am an der".split()  # noqa: SIM905
)
PHRASE = re.compile(
    r"""
    [A-Z][A-Z.'’]* (?: [ -] (?: [A-Z][A-Z.'’]* | \d+ ) ){1,7}  # ABOARD AIR FORCE ONE
    (?= \s* (?: \( [^()]{2,30} \) \s* )? (?: -- | [-–—] ) )    # (AP) --
    """,
    re.VERBOSE,
)
BEFORE_TEXT = re.compile(r"\s*(?:--|[-–—―:|(]|$)")
MORE_PLACES = re.compile(r" ?/ ?| and | & ")
COMMA = re.compile(r" ?, ?")


class Place(NamedTuple):
    """Words of a place and where they end; `spot` where they name no town: `ABOARD AIR FORCE ONE`."""

    words: str
    end: int
    cities: tuple[str, ...]
    tail: str = ""
    spot: bool = False


def read_place(head: str, at: int) -> Place | None:
    """One place or several (`PARIS/LONDON`), and the state or country behind (`BOISE, Idaho`)."""
    phrase = PHRASE.match(head, at)
    if phrase and _is_spot(phrase[0]):
        return Place(phrase[0], phrase.end(), (phrase[0],), spot=True)
    end = _name_end(head, at)
    if end is None:
        return None
    first, cities = at, [head[at:end]]
    while (more := MORE_PLACES.match(head, end)) and not _is_signed(head, more):
        further = _name_end(head, more.end())
        if further is None or len(cities) > 3:
            break
        cities.append(head[more.end() : further])
        end = further
    tails: list[str] = []
    while len(tails) < 2 and (comma := COMMA.match(head, end)):
        tail = _name_end(head, comma.end())
        agency = agency_words().match(head, comma.end())
        if tail is None or (agency and (agency.end() == tail or BEFORE_TEXT.match(head, agency.end()))):
            break
        tails.append(head[comma.end() : tail])
        end = tail
    place = head[first:end]
    last = tails[-1] if tails else cities[-1]
    if last.endswith(".") and "." not in last[:-1] and len(last) > 4 and not (tails and _is_short(last)):
        place, end = place[:-1], end - 1
    return Place(place, end, tuple(cities), tail=tails[-1] if tails else "")


def _is_short(tail: str) -> bool:
    """Whether the full stop belongs to a state's short form: `Minn.`, not `Alberta.`."""
    return any(tail in (row["short"], row["word"]) for row in rows("regions")) or not is_region(tail[:-1])


def _is_signed(head: str, slash: re.Match[str]) -> bool:
    """Whether an agency stands between slashes here (`LONDON /AFP/`), and no second place."""
    signed = SIGNED.match(head, slash.start() + (slash[0][:1] == " "))
    return bool(signed and signed[2] and agency_words().match(signed[2]))


def _is_spot(phrase: str) -> bool:
    """Whether capitals name no town but where a writer was: `ABOARD AIR FORCE ONE`, `ON THE KOREAN BORDER`."""
    low = phrase.casefold()
    if any(low.endswith(f" {word}") for word in _phrases("last")):
        return True
    if any(low == word or low.startswith(f"{word} ") for word in _phrases("alone")):
        return True
    named = any(is_city(word) or _is_country(word) for word in re.split(r"[ -]", phrase) if len(word) > 3)
    return named and any(low.startswith(f"{word} ") for word in _phrases("first"))


def _is_country(word: str) -> bool:
    """Whether a word is a country or state, and not the short form of one (`Miss`)."""
    return is_region(word) and not any(
        row["short"].rstrip(".").casefold() == word.casefold() for row in rows("regions")
    )


@cache
def _phrases(where: str) -> tuple[str, ...]:
    return tuple(row["word"] for row in rows("dateline_phrases") if row["place"] == where)


def _name_end(head: str, at: int) -> int | None:
    """Where a capitalised name that begins here ends: before a day, an agency or what is no name."""
    first, end = at, None
    for n in range(MOST_WORDS):
        word = WORD.match(head, at)
        if not word or DAY.match(head, at) or (n and _signs(head, first, at)):
            break
        capital = word[0][0].isupper() or word[0][0] in "'’" or word[0][:3] in ("al-", "el-", "as-")
        capital = capital or (n == 1 and is_city(head[first : word.end()]))
        if not capital and (not n or word[0] not in PARTICLES):
            break
        if capital:
            end = word.end()
        if head[word.end() : word.end() + 1] not in (" ", "\u00a0"):
            break
        at = word.end() + 1
    return end


def _signs(head: str, first: int, at: int) -> bool:
    """Whether an agency's name stands here, before the text, and is no part of the place (`SANTA ANA`)."""
    agency = agency_words().match(head, at)
    return bool(agency and BEFORE_TEXT.match(head, agency.end()) and not is_city(head[first : agency.end()]))
