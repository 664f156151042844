"""One way of writing a name, ready for comparing: without case, diacritics and dots, with what is known of it."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from analysis.gazetteer import country_of, is_state_code, undotted
from analysis.lexicon import rows, words

SPOKEN = 4  # letters from which initials are often written as a word
PLAIN = str.maketrans(
    {"ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "’": "'", ".": "", "-": " ", "[": "", "]": ""}
)


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a name; `known` is the full name of what needs no introduction, `gender` what a title tells."""

    text: str
    kind: str
    words: tuple[str, ...]
    initials: str
    country: str | None
    known: str | None
    gender: str = ""


def form_of(text: str, kind: str, *, american: bool, gender: str = "") -> Form:
    """The form of a name; `american` says whether `the Senate` is the American one."""
    state = kind == "place" and is_state_code(text)
    known = None if state else known_names().get(text) or known_names().get(undotted(text))
    meant = known is not None and (not known[2] or (known[2] == "us") == american)
    country = country_of(text) if kind != "place" or text not in words("namesake_words", "state") else None
    return Form(
        text=text,
        kind=_kind(text, kind, known, meant=meant),
        words=tuple(folded(text).split()),
        initials=_initials(text),
        country=country.country if country and (country.sort in ("name", "people") or kind == "group") else None,
        known=known[0] if known and meant else acronyms().get(undotted(text)),
        gender=gender,
    )


def _kind(text: str, kind: str, known: tuple[str, str, str] | None, *, meant: bool) -> str:
    """The kind of what is known, if it is meant; else a law's, a group's (Conservatives in general) or the name's."""
    if known and meant:
        return known[1]
    if known and known[2] == "abroad":
        return "group"
    return "issue" if _is_law(text, kind) else kind


def _is_law(text: str, kind: str) -> bool:
    """Whether what was taken for a body is a law or a treaty: `Voting Rights Act of 1965`."""
    head = text.split(" of ")[0].split()
    return kind == "organization" and len(head) > 1 and head[-1].lower() in words("law_heads")


@cache
def known_names() -> dict[str, tuple[str, str, str]]:
    """Forms that need no introduction to (full name, kind, where it means that)."""
    return {row["form"]: (row["name"], row["kind"], row["where"]) for row in rows("known_names")}


@cache
def acronyms() -> dict[str, str]:
    """Short names of bodies that need no introduction, to their full names; `Nato` as well as `NATO`."""
    found = {row["short"]: row["full"] for row in rows("known_acronyms")}
    spoken = {short.title(): full for short, full in found.items() if len(short) >= SPOKEN and short.isalpha()}
    return spoken | found


@cache
def well_known() -> frozenset[str]:
    """The full names of bodies that need no introduction."""
    return words("known_bodies") | frozenset(acronyms().values()) | {name for name, _, _ in known_names().values()}


def folded(text: str) -> str:
    """A name without case, diacritics, dots, hyphens and a leading `the`."""
    text = text.translate(PLAIN)
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(text.casefold().removeprefix("the ").split())


def plurals_of(surnames: Iterable[str]) -> set[str]:
    """How families are called: `Clintons`, `Bushes`."""
    return {f"{surname}{ending}" for surname in surnames for ending in ("s", "es")}


def _initials(name: str) -> str:
    links = words("name_parts", sort="link")
    parts = name.replace("-", " ").split()
    if len(parts) > 2 and parts[0].isupper() and country_of(parts[0]):  # U.S. Interstate Commerce Commission, ICC
        del parts[0]
    return "".join(word[0] for word in parts if word.lower() not in links and word[0].isalnum()).upper()
