"""Which of several bearers a short name means: two people of one surname, two bodies of one head."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

from analysis.lexicon import words
from analysis.readers.actors.gender import forms_of_address
from analysis.records import Article, Name

JUST = 300  # characters behind a full name in which a bare surname is its bearer's
PRINCIPAL = 4  # times as often named as another: whom an article calls `Mr. Smith`


class _Named(Protocol):
    names: list[Name]


Bearer = TypeVar("Bearer", bound=_Named)


def sure_names(names: tuple[Name, ...], bearers: Sequence[Sequence[object]]) -> dict[int, list[Name]]:
    """The names that only one bearer has, by bearer: full ones, and surnames behind Mr or Mrs where these tell.

    Who is only part of a body's name (the `Jane Doe` Foundation) has not been spoken of.
    """
    found: dict[int, list[Name]] = {}
    end = 0
    for name, groups in zip(names, bearers, strict=True):
        if len(groups) == 1 and name.end > end:
            found.setdefault(id(groups[0]), []).append(name)
        end = max(end, name.end)
    return found


def nearest(article: Article, bearers: Sequence[Bearer], name: Name, sure: dict[int, list[Name]]) -> Bearer:
    """The only bearer of the title beside a name, else who has just been named for sure, else whom most names mean.

    Whom nobody has named yet is not meant, and neither is a relative just mentioned: `his son` Jan Blok.
    """
    if len(bearers) == 1:
        return bearers[0]
    titled = _titled(article, bearers, name, sure)
    if titled is not None:
        return titled
    before = {id(group): [other for other in sure.get(id(group), []) if other.start < name.start] for group in bearers}
    named = [group for group in bearers if before[id(group)]]
    leading = [group for group in named if not _is_kin(article, before[id(group)][-1])] or named
    if leading:
        last = max(leading, key=lambda group: before[id(group)][-1].start)
        addressed = title_of(article, name) in forms_of_address()
        principal = max(named, key=lambda group: len(group.names))
        if addressed and len(principal.names) >= PRINCIPAL * len(last.names):
            return principal
        if name.start - before[id(last)][-1].end <= JUST:
            return last
    met = named or bearers
    return max(met, key=lambda group: (len(sure.get(id(group), [])), -_first(sure.get(id(group), []))))


def _titled(article: Article, bearers: Sequence[Bearer], name: Name, sure: dict[int, list[Name]]) -> Bearer | None:
    """The only one who bears the title beside a name elsewhere; forms of address tell nobody."""
    title = title_of(article, name)
    if not title or title in forms_of_address():
        return None
    held = [group for group in bearers if any(title_of(article, other) == title for other in sure.get(id(group), []))]
    return held[0] if len(held) == 1 else None


def title_of(article: Article, name: Name) -> str:
    """The role right before a name, lower case and without a full stop at its end; empty where there is none."""
    return article.text[name.role.start : name.role.end].lower().rstrip(".") if name.role else ""


def _is_kin(article: Article, name: Name) -> bool:
    title = title_of(article, name)
    return bool(title) and title.split()[-1] in words("relation_nouns", sort="kin")


def _first(names: list[Name]) -> int:
    return names[0].start if names else 0
