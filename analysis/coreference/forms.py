"""Forms of names compared: full and short, with and without diacritics, initials, nicknames, spellings."""

import unicodedata
from dataclasses import dataclass
from functools import cache

from rapidfuzz.fuzz import ratio

from analysis.lexicon import rows, words
from analysis.names.geography import country_of

SMALL = frozenset({"of", "the", "and", "for", "in", "on", "to", "&", "de", "la", "a"})
AREAS = ("state of ", "city of ", "province of ", "county of ", "republic of ", "kingdom of ")
OFFICES = ("department", "ministry", "office", "bureau")
SPELLING = 92  # of 100: Organisation and Organization
SIMILAR = 84  # of 100: spellings of one name, as in al-Sarraj and Serraj
PLAIN = str.maketrans({"ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "’": "'", ".": "", "-": " "})


@dataclass(frozen=True, slots=True)
class Form:
    """One way of writing a name, ready for comparing; `known` is the full name of what needs no introduction."""

    text: str
    kind: str
    words: tuple[str, ...]
    initials: str
    country: str | None
    known: str | None


def form_of(text: str, kind: str, *, american: bool) -> Form:
    """The form of a name; `american` says whether `the Senate` is the American one."""
    known = known_names().get(text)
    country = country_of(text)
    return Form(
        text=text,
        kind=known[1] if known and (american or known[2] != "us") else kind,
        words=tuple(folded(text).split()),
        initials=_initials(text),
        country=country.country if country and country.sort in ("name", "people") else None,
        known=known[0] if known and (american or known[2] != "us") else acronyms().get(text),
    )


@cache
def known_names() -> dict[str, tuple[str, str, str]]:
    """Forms that need no introduction to (full name, kind, where it means that)."""
    return {row["form"]: (row["name"], row["kind"], row["where"]) for row in rows("known_names")}


@cache
def acronyms() -> dict[str, str]:
    """Short names of bodies that need no introduction, to their full names."""
    return {row["short"]: row["full"] for row in rows("known_acronyms")}


@cache
def _full_first_names() -> dict[str, str]:
    return {row["short"].lower(): row["full"].lower() for row in rows("nicknames")}


def folded(text: str) -> str:
    """A name without case, diacritics, dots, hyphens and a leading `the`."""
    text = text.translate(PLAIN)
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(text.casefold().removeprefix("the ").split())


def _initials(name: str) -> str:
    words = name.replace("-", " ").split()
    return "".join(word[0] for word in words if word.lower() not in SMALL and word[0].isalnum()).upper()


def same(one: Form, other: Form) -> bool:
    """Whether two forms may name one entity, by the forms alone."""
    if one.known or other.known:
        mine, theirs = _known_as(one), _known_as(other)
        return mine == theirs or (len(mine) > 1 and ratio(" ".join(mine), " ".join(theirs)) >= SPELLING)
    if one.words == other.words:
        return one.kind == other.kind or {one.kind, other.kind} != {"person", "country"}
    if one.kind == "country" and other.kind == "country":
        return one.country is not None and one.country == other.country
    if one.kind == "person" and other.kind == "person":
        return _same_person(one.words, other.words)
    if {one.kind, other.kind} == {"person", "organization"}:
        body, person = (one.words, other.words) if other.kind == "person" else (other.words, one.words)
        return len(body) == 1 < len(person) and len(body[0]) > 4 and body[0] == person[-1]
    if {"person", "country"} & {one.kind, other.kind}:
        return False
    return _same_body(one, other)


def _known_as(form: Form) -> tuple[str, ...]:
    return tuple(folded(form.known).split()) if form.known else form.words


def _same_person(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    short, full = sorted((mine, theirs), key=len)
    if not short or not full:
        return False
    if len(short) == 1:
        return short[0] in (full[-1], full[0]) or (len(short[0]) > 4 and ratio(short[0], full[-1]) >= SIMILAR)
    if full[-len(short) :] == short:
        return True
    if short[-1] != full[-1] and (ratio(short[-1], full[-1]) < SIMILAR or len(short[-1]) < 5):
        return False
    first, other = short[0], full[0]
    names = _full_first_names()
    return (
        first == other
        or (first[0] == other[0] and 1 in (len(first), len(other)))
        or names.get(first, first) == names.get(other, other)
        or (short[-1] == full[-1] and (first in full or (len(first) > 4 and ratio(first, other) >= SIMILAR)))
    )


def _same_body(one: Form, other: Form) -> bool:
    short, full = sorted((one, other), key=lambda form: len(form.text))
    if 1 < len(short.text) <= 8 and short.text.replace(".", "") == full.initials and len(full.words) > 1:
        return True
    if "place" in (one.kind, other.kind) and one.kind != other.kind:
        return False
    a, b = sorted((_plain(one), _plain(other)), key=len)
    if not a or len(a) == len(b):
        return a == b or (len(a) > 1 and len(a[0]) > 3 and ratio(" ".join(a), " ".join(b)) >= SPELLING)
    if one.kind == "place":
        return False
    rest = b[len(a) :]
    if b[: len(a)] == a:
        heads = words("organization_heads")
        of_it = rest[0] in ("of", "for") or (len(rest) == 1 and rest[0] in heads)
        return set(rest) <= words("company_words") or (len(a) > 1 and of_it)
    return len(a) > 1 and b[-len(a) :] == a


def _plain(form: Form) -> tuple[str, ...]:
    """A place without the region behind the comma or `State of`; `Ministry of Defence` as `Defence Ministry`."""
    text = " ".join(form.words)
    if form.kind == "place":
        text = text.split(",")[0]
        return tuple(next((text.removeprefix(area) for area in AREAS if text.startswith(area)), text).split())
    if len(form.words) > 2 and form.words[0] in OFFICES and form.words[1] == "of":
        return (*(word for word in form.words[2:] if word != "the"), form.words[0])
    return form.words
