"""Named fields, as crawlers, news services and archives have them, to the draft of an article."""

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

from analysis.article.days import UNKNOWN, Order, read_day
from analysis.article.drafts import Draft
from analysis.article.formats.agencies.notices import notices
from analysis.article.formats.tables.values import (
    address_of,
    bare,
    body_of,
    day_words,
    is_address,
    is_void,
    list_of,
    names_of,
    words_of,
)
from analysis.lexicon import rows

CUT = re.compile(r"\s*(?:…|\.\.\.)?\s*\[\+?(\d+) (?:more )?char(?:acter)?s\]\s*$")
PAID = re.compile(r"only available in (?:paid|professional|corporate)\b.*", re.IGNORECASE)
HOST = re.compile(r"(?:https?://)?(?:www\.)?([^/:?#\s]+)", re.IGNORECASE)
NO_TEXT = ("picture", "photo", "video", "audio", "graphic", "composite", "event", "planning")  # types of news items
BESIDE = ("beside",)  # the key of a word on what stands beside a row: sheets passed over, an encoding guessed
SHEET = ("sheet",)  # the key of the name of the sheet that a row stands in
SNAPSHOT = frozenset(
    ("an", "snippet", "body")
)  # fields of Dow Jones, whose body lacks the first paragraph, its snippet
ASIDE = ("metadata", "meta", "attributes", "properties", "info")  # objects beside a text that describe it
Names = Mapping[str, str]  # what the user calls a field's name: {"text": "Wording"}


def draft_from(row: Mapping[Any, Any], names: Names | None = None, order: Order = UNKNOWN) -> Draft:
    """A draft from named fields; `names` gives the user's own names of fields, which go before the customary ones.

    A field's name counts by its letters and figures (`Full Text` is `fulltext`), with a dot it leads into an object
    (`source.name`). HTML becomes paragraphs, a list of strings is read as paragraphs. `order` says how `03/04/2020` is
    read. What is only a summary or was cut off is said in `doubts`, and so is a day that can't be
    read. Raises ValueError where there is no field for the
    text, naming the fields there are.
    """
    check_fields(row, names)
    given = _given(row)
    text, problem = _text(given, names)
    if given.get("type") in NO_TEXT and (problem or not text):
        raise ValueError(f"it is no text: its type is {given['type']!r}")
    published, unread = _day(given, names, order)
    url = next(filter(None, map(address_of, _values(given, "url", names))), None)
    outlet = _outlet(given, names)
    said = notices(*(_first(given, key, names) for key in ("status", "embargo", "note")))
    return Draft(
        text=text,
        headline=_headline(_first(given, "headline", names), outlet),
        byline=next(filter(None, map(_byline, _values(given, "byline", names))), None),
        published=published,
        url=url,
        outlet=outlet,
        article_id=_identity(given, names),
        dateline=_first(given, "dateline", names),
        subjects=tuple(subject for value in _values(given, "subjects", names) for subject in list_of(value)),
        version=_first(given, "version", names),
        doubts=tuple(filter(None, (row.get(BESIDE), problem, unread, *said))),
    )


def check_fields(row: Collection[Any], names: Names | None = None, *, lead: bool = True) -> None:
    """Raise ValueError where no field can hold the text: that of the user's name, else those of customary names, among
    them those of a summary (`lead`).
    """
    there = {bare(name) for name in row if not isinstance(name, tuple)}
    if isinstance(row, Mapping):
        there |= {
            bare(name)
            for key, piece in row.items()
            if bare(key) in ASIDE and isinstance(piece, Mapping)
            for name in piece
        }
    own = (names or {}).get("text")
    accepted = [own] if own else [*customary("text"), *(customary("lead") if lead else ())]
    if not any(bare(name) in there or bare(name.split(".")[0]) in there for name in accepted):
        fields = ", ".join(repr(name) for name in row if not isinstance(name, tuple)) or "none"
        raise ValueError(f"no text in a field {' or '.join(map(repr, accepted[:3]))}; the fields are: {fields}")


def has_text(row: Mapping[Any, Any], names: Names | None = None) -> bool:
    """Whether a row has words in a field for the text."""
    return bool(_text(_given(row), names)[0])


@cache
def customary(field: str) -> tuple[str, ...]:
    """The names that a field is known by, the likeliest first."""
    return tuple(row["name"] for row in rows("field_names") if row["field"] == field)


def field_names(text: str | None, fields: Names | None) -> Names:
    """The user's names of fields. Raises ValueError for a field that there is not."""
    names = {**(fields or {}), **({"text": text} if text else {})}
    known = sorted({row["field"] for row in rows("field_names")})
    if unknown := [field for field in names if field not in known]:
        raise ValueError(f"there is no field {unknown[0]!r}; there are: {', '.join(known)}")
    return names


def _given(row: Mapping[Any, Any]) -> dict[str, Any]:
    """Fields that are not void by their bare names, the first of a name; what describes the text comes after."""
    pairs = [(bare(name), value) for name, value in row.items() if not isinstance(name, tuple) and not is_void(value)]
    inner = [piece for name, value in pairs if name in ASIDE and isinstance(value, Mapping) for piece in value.items()]
    pairs += [(bare(name), value) for name, value in inner if not is_void(value)]
    return dict(reversed(pairs))


def _values(given: Mapping[str, Any], field: str, names: Names | None) -> Iterator[Any]:
    """What stands under the names of a field, the user's own first."""
    own = (names or {}).get(field)
    for name in [own] if own else customary(field):
        value = _at(given, name)
        if not is_void(value):
            yield value


def _at(given: Mapping[str, Any], name: str) -> Any:
    """The value under a name or a path such as `source.name`; a list is entered by its first item."""
    whole = bare(name)
    if whole in given or "." not in name:
        return given.get(whole)
    first, *steps = name.split(".")
    value = given.get(bare(first))
    for step in steps:
        value = value[0] if isinstance(value, list) and value else value
        value = _given(value).get(bare(step)) if isinstance(value, Mapping) else None
    return value


def _text(given: Mapping[str, Any], names: Names | None) -> tuple[str, str | None]:
    """The text, and what is wrong with it: only a summary, or cut off."""
    body = next(filter(str.strip, map(body_of, _values(given, "text", names))), "")
    if PAID.fullmatch(body.strip()):
        body = ""
    if cut := CUT.search(body):
        return body[: cut.start()], f"its text was cut off where it came from: {cut[1]} more characters are not there"
    own = (names or {}).get("text")
    if body and not own and given.keys() >= SNAPSHOT and not body.startswith(lead := body_of(given["snippet"])):
        body = f"{lead}\n\n{body}"
    if body or own:
        return body, None
    lead = next(filter(str.strip, map(body_of, _values(given, "lead", names))), "")
    return lead, "only a summary of it is there, no text" if lead else None


def _first(given: Mapping[str, Any], field: str, names: Names | None) -> str | None:
    return next(filter(None, map(words_of, _values(given, field, names))), None)


def _day(given: Mapping[str, Any], names: Names | None, order: Order) -> tuple[date | None, str | None]:
    """The day, and what is wrong with it: it can't be read, or was read as the other rows of its table suggest."""
    unread = None
    for value in _values(given, "published", names):
        words = day_words(value)
        if day := read_day(words):
            return day, None
        if order.day_first is not None and (day := read_day(words, day_first=order.day_first)):
            way = "day" if order.day_first else "month"
            return (
                day,
                None if order.sure else f"its day {words!r} was read with the {way} first, as other rows suggest",
            )
        unread = unread or (words_of(value) if not isinstance(value, bool) else None)
    return None, f"its day is not known: {unread!r} is no whole day, or can be read in two ways" if unread else None


def days_of(row: Mapping[Any, Any], names: Names | None = None) -> list[str]:
    """What a row has for its day, as far as it is words."""
    found = next((day_words(value) for value in _values(_given(row), "published", names)), None)
    return [] if found is None else [str(found)]


def _outlet(given: Mapping[str, Any], names: Names | None) -> str | None:
    """Who published it; an address tells at least the host."""
    addresses = []
    for value in _values(given, "outlet", names):
        words = words_of(value)
        if words and not is_address(words):
            return words
        addresses.append(words)
    hosts = (HOST.match(words) for words in filter(None, addresses))
    return next((host[1] for host in hosts if host), None)


def _headline(words: str | None, outlet: str | None) -> str | None:
    """A headline without the name of its outlet, which some services put behind it: `... - Velden Courier`."""
    found = re.fullmatch(r"(.+?)\s+[-–—|]\s+([^-–—|]+)", words or "")
    return found[1] if found and outlet and bare(found[2]) == bare(outlet) else words


def _identity(given: Mapping[str, Any], names: Names | None) -> str | None:
    """The article's own number; an address is none."""
    numbers = map(words_of, _values(given, "article_id", names))
    return next((words for words in numbers if words and not is_address(words)), None)


def _byline(value: Any) -> str | None:
    """The names of those who sign; a number in a database is no name."""
    return ", ".join(names_of(value)) or None
