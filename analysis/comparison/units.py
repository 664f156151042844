"""What is known of each entity of each article by which it can be found again in others."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from analysis.lexicon import words
from analysis.readers.actors.matching import Form, folded, form_of
from analysis.reading import Reading
from analysis.tables.plain import rows

Key = tuple[str, str]  # article and entity


@dataclass(frozen=True, slots=True)
class Unit:
    """One entity of one article.

    `sort` is `person`, `issue` or `thing`; `short` says that it goes by a surname or an acronym alone; `also` are its
    other names, `roles` the words of its roles, `company` the names of the others in its article, all folded.
    """

    key: Key
    name: str
    kind: str
    sort: str
    form: Form
    short: bool
    also: frozenset[str]
    role: str | None
    roles: frozenset[str]
    country: str | None
    company: frozenset[str]
    mentions: int

    @property
    def words(self) -> tuple[str, ...]:
        """The folded words of the name."""
        return self.form.words


def units_of(reading: Reading) -> list[Unit]:
    """The units of entities that have a name, and of issues, in the order of the tables."""
    mentions = reading.mentions[reading.mentions.form == "name"]
    named = set(zip(mentions.article_id, mentions.entity_id, strict=True))
    whole = rows(reading.entities)
    entities = [row for row in whole if row.kind == "issue" or (row.article_id, row.entity_id) in named]
    company: dict[str, set[str]] = defaultdict(set)
    for row in entities:
        company[row.article_id].add(folded(row.name))
    roles: dict[Key, set[str]] = defaultdict(set)
    for row in rows(reading.roles):
        roles[row.article_id, row.entity_id] |= set(folded(row.role).split())
    persons = _words_for_persons(entities)
    return [
        _unit(row, roles[row.article_id, row.entity_id], company[row.article_id], persons)
        for row in entities
        if folded(row.name)
    ]


def _unit(row: Any, roles: set[str], company: Iterable[str], persons: dict[str, bool]) -> Unit:
    own = folded(row.name)
    sort = row.kind if row.kind in ("person", "issue") else "thing"
    if row.kind in ("person", "organization", "place"):
        sort = {True: "person", False: "thing"}.get(persons.get(own), sort)
    several = [alias for alias in row.aliases if " " in alias.strip() or is_acronym(alias)]
    told = roles | set(folded(row.role or "").split())
    return Unit(
        key=(row.article_id, row.entity_id),
        name=row.name,
        kind=row.kind,
        sort=sort,
        form=form_of(row.name, row.kind, american=False),
        short=is_acronym(row.name) if sort == "thing" else sort == "person" and " " not in own,
        also=frozenset(map(folded, several)),
        role=row.role,
        roles=frozenset(told - words("function_words")),
        country=row.country,
        company=frozenset(company) - {own},
        mentions=row.n_mentions,
    )


def is_acronym(name: str) -> bool:
    """Whether a name is initials: `NSC`, `U.N.`."""
    plain = name.replace(".", "")
    return plain.isalpha() and plain.isupper() and 2 <= len(plain) <= 6


def _words_for_persons(entities: list[Any]) -> dict[str, bool]:
    """For single words that are names, whether more articles have a person of that name than anything else.

    A surname counts where somebody goes by it, so that `Berg` alone, taken for a firm, is a person in the company of
    articles on Ida Berg.
    """
    found: dict[str, Counter[bool]] = defaultdict(Counter)
    for row in entities:
        if row.kind != "issue":
            forms = {folded(form) for form in (row.name, *row.aliases)}
            for form in forms if row.kind == "person" else {folded(row.name)}:
                if " " not in form:
                    found[form][row.kind == "person"] += 1
    return {form: kinds[True] > kinds[False] for form, kinds in found.items()}
