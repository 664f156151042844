"""Names to names: every form of an actor's name comes to one entity."""

import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from functools import cache

from analysis.lexicon import rows
from analysis.names.geography import country_of
from analysis.records import Article, Cast, Entity, Mention, Name, Role

SMALL = frozenset({"of", "the", "and", "for", "in", "on", "to", "&", "de", "la"})


@cache
def acronyms() -> dict[str, str]:
    """Short names of bodies that need no introduction, to their full names."""
    return {row["short"]: row["full"] for row in rows("known_acronyms")}


@cache
def known_names() -> dict[str, tuple[str, str, str]]:
    """Forms that need no introduction to (full name, kind, where it means that)."""
    return {row["form"]: (row["name"], row["kind"], row["where"]) for row in rows("known_names")}


def folded(text: str) -> str:
    """A name without case, diacritics, dots and a leading `the`, for comparing."""
    text = unicodedata.normalize("NFKD", text.replace("ı", "i").replace("ø", "o").replace("ł", "l"))
    text = "".join(c for c in text if not unicodedata.combining(c)).casefold()
    return " ".join(text.replace(".", "").replace("-", " ").replace("’", "'").removeprefix("the ").split())


@dataclass
class _Group:
    """The names that are one entity's, as they are brought together."""

    kind: str
    names: list[Name] = field(default_factory=list)
    country: str | None = None
    known: str | None = None

    @property
    def forms(self) -> list[str]:
        return list(dict.fromkeys(folded(name.text) for name in self.names))


def group_names(article: Article, names: tuple[Name, ...]) -> Cast:
    """The cast by names alone: entities in the order of first mention, their mentions and roles."""
    american = _is_american(names)
    groups: list[_Group] = []
    of: dict[int, _Group] = {}
    order = sorted(range(len(names)), key=lambda n: (-len(names[n].text.split()), n))
    for n in order:
        known = _known(names[n], american)
        group = next((g for g in groups if (g.known == known[0] if known else _same(names[n], g))), None)
        if group is None:
            kind = known[1] if known else names[n].kind
            groups.append(group := _Group(kind, country=_country(names[n]), known=known[0] if known else None))
        group.names.append(names[n])
        of[n] = group
    ids: dict[int, str] = {}
    for n in range(len(names)):
        ids.setdefault(id(of[n]), f"e{len(ids) + 1}")
    ordered = sorted(groups, key=lambda g: int(ids[id(g)][1:]))
    mentions = tuple(
        Mention(start=name.start, end=name.end, text=name.text, form="name", entity_id=ids[id(of[n])])
        for n, name in enumerate(names)
    )
    roles = tuple(
        Role(
            entity_id=ids[id(of[n])],
            role=article.text[name.role.start : name.role.end],
            start=name.role.start,
            end=name.role.end,
        )
        for n, name in enumerate(names)
        if name.role
    )
    return Cast(entities=tuple(_entity(g, ids[id(g)], article) for g in ordered), mentions=mentions, roles=roles)


def _entity(group: _Group, entity_id: str, article: Article) -> Entity:
    texts = Counter(name.text for name in sorted(group.names, key=lambda name: name.start))
    fullest = max(texts, key=lambda text: (len(text.split()), not text.isupper(), len(text)))
    role = next((name.role for name in sorted(group.names, key=lambda n: n.start) if name.role), None)
    return Entity(
        entity_id=entity_id,
        name=group.known or (group.country if group.kind == "country" and group.country else fullest),
        kind=group.kind,
        aliases=tuple(texts),
        role=article.text[role.start : role.end] if role else None,
        country=group.country,
        confidence=0.8,
    )


def _is_american(names: tuple[Name, ...]) -> bool:
    """Whether bodies such as the Senate are the American ones: no other country is named more often than America."""
    counts = Counter(form.country for name in names if (form := country_of(name.text)))
    return counts.get("United States", 0) >= max((n for key, n in counts.items() if key != "United States"), default=0)


def _known(name: Name, american: bool) -> tuple[str, str] | None:
    found = known_names().get(name.text)
    return found[:2] if found and (american or found[2] != "us") else None


def _country(name: Name) -> str | None:
    form = country_of(name.text)
    return form.country if form and form.sort in ("name", "people") else None


def _same(name: Name, group: _Group) -> bool:
    mine = folded(name.text)
    if mine in group.forms:
        return name.kind == group.kind or {name.kind, group.kind} != {"person", "country"}
    if name.kind == "country" and group.kind == "country":
        return _country(name) == group.country
    if name.kind == "person" and group.kind == "person":
        return any(_same_person(mine.split(), form.split()) for form in group.forms)
    if "person" in (name.kind, group.kind) or "country" in (name.kind, group.kind):
        return False
    return any(_same_body(name.text, mine, other) for other in group.names)


def _same_person(mine: list[str], theirs: list[str]) -> bool:
    if len(mine) == 1:
        return mine[0] in (theirs[-1], theirs[0]) or (len(theirs) > 1 and mine[0] == " ".join(theirs[1:]))
    if mine[-1] != theirs[-1]:
        return len(theirs) > len(mine) and theirs[-len(mine) :] == mine
    return (
        len(theirs) == 1 or mine[0] == theirs[0] or (mine[0][0] == theirs[0][0] and 1 in (len(mine[0]), len(theirs[0])))
    )


def _same_body(text: str, mine: str, other: Name) -> bool:
    theirs = folded(other.text)
    short, full = sorted((text, other.text), key=len)
    if _initials(full) == short.replace(".", "").replace("-", "") and len(short) > 1:
        return True
    if folded(acronyms().get(short, "?")) == folded(full):
        return True
    a, b = sorted((mine.split(), theirs.split()), key=len)
    return (
        len(a) < len(b)
        and len(a) > 0
        and (
            (a == b[-len(a) :] and (len(a) > 1 or (len(b) == 2 and len(a[0]) > 4 and False)))
            or (a == b[: len(a)] and len(a) > 1)
        )
    )


def _initials(name: str) -> str:
    return "".join(
        word[0] for word in name.replace("-", " ").split() if word.lower() not in SMALL and word[0].isalnum()
    ).upper()
