"""What changed between two articles on one affair: who came and went, what was said anew, dropped or altered."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pandas as pd

from analysis.comparison.copies import RUN, body_of, shared_part
from analysis.comparison.outlets import sources_of
from analysis.comparison.repeated import ALIKE, LEAST, likeness
from analysis.comparison.shingles import shingles, words_of
from analysis.comparison.whole import Comparison
from analysis.tables.plain import rows, shown, spoken
from analysis.tables.typed import TEXT, frame

STANDS = {"support": "for", "oppose": "against", "neutral": "neutral on"}
NO_ACTORS = ("place", "issue")
COLUMNS = dict.fromkeys(("what", "change", "name", "before", "after", "before_id", "after_id"), TEXT)


def changes(found: Comparison, before: str, after: str) -> pd.DataFrame:
    """What the article `after` has that `before` has not, and the other way round, a row each.

    `what` is `actor`, `quotation` or `stance`; `change` is `new`, `gone`, `altered` (near-equal words) or `turned` (the
    other side); `before_id` and `after_id` are the rows' ids in the tables. Rows that are not shown do not count, and
    of actors only those that have a name. Raises ValueError for an article that is not there.
    """
    for key in (before, after):
        if key not in found.articles:
            raise ValueError(f"no article {key!r}; there are: {', '.join(found.articles)}")
    made = [*_actors(found, before, after), *_quotations(found, before, after), *_stances(found, before, after)]
    return frame(COLUMNS, made)


def text_in_common(found: Comparison, one: str, other: str) -> float:
    """What part of the shorter body's runs of five words the other has."""
    return shared_part(*(shingles(body_of(found.articles[key]), RUN) for key in (one, other)))


def pairs_to_compare(found: Comparison, repeated: pd.DataFrame) -> list[tuple[str, str]]:
    """Pairs of articles that share text: each copy with what it is a copy of, and neighbours that share a quotation.

    Those that share the most come first. Of two the earlier one stands first.
    """
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for row in rows(found.copies):
        shared[row.copy_of, row.article_id] += 100
    carried = [row for row in rows(repeated) if row.treatment != "dropped"]
    for number in dict.fromkeys(row.group for row in carried):
        group = list(dict.fromkeys(row.article_id for row in carried if row.group == number))
        for key in group[1:]:
            shared[group[0], key] += 1
    return sorted(shared, key=lambda pair: (-shared[pair], found.articles[pair[0]].published or "", pair))


def _rows_of(table: pd.DataFrame, article_id: str) -> list[Any]:
    return rows(table[table.article_id == article_id])


Told = tuple[str, str]  # what a row says, and its id


def _line(what: str, change: str, name: str, before: Told | None, after: Told | None) -> tuple[str | None, ...]:
    (old, old_id), (new, new_id) = before or (None, None), after or (None, None)
    return what, change, name, old, new, old_id, new_id


def _actors(found: Comparison, before: str, after: str) -> Iterator[tuple[str | None, ...]]:
    mine, theirs = (_named(found, key) for key in (before, after))
    for name in [name for name in mine if name not in theirs]:
        yield _line("actor", "gone", name, mine[name], None)
    for name in [name for name in theirs if name not in mine]:
        yield _line("actor", "new", name, None, theirs[name])


def _named(found: Comparison, article_id: str) -> dict[str, Told]:
    """The actors of an article that have a name, with what they are."""
    how = {row.actor: row.how for row in _rows_of(found.links, article_id)}
    own = [row for row in _rows_of(shown(found.reading.entities), article_id) if row.kind not in NO_ACTORS]
    named = {found.actors[article_id, row.entity_id]: (row.role or row.kind, row.entity_id) for row in own}
    return {name: told for name, told in named.items() if how[name] != "unnamed"}


def _quotations(found: Comparison, before: str, after: str) -> Iterator[tuple[str | None, ...]]:
    """Quotations matched one to one by speaker and near-equal words; what is equal is no change."""
    left, right = (_said(found, key) for key in (before, after))
    for who, told in left:
        twins = [twin for twin in right if twin[0] == who and _likeness(told, twin[1]) >= ALIKE]
        if not twins:
            yield _line("quotation", "gone", who, told, None)
            continue
        best = max(twins, key=lambda twin: _likeness(told, twin[1]))
        right.remove(best)
        if words_of(told[0]) != words_of(best[1][0]):
            yield _line("quotation", "altered", who, told, best[1])
    for who, told in right:
        yield _line("quotation", "new", who, None, told)


def _likeness(one: Told, other: Told) -> float:
    return likeness(words_of(one[0]), words_of(other[0]))


def _said(found: Comparison, article_id: str) -> list[tuple[str, Told]]:
    said = [row for row in _rows_of(spoken(found.reading.quotations), article_id) if row.status == "said"]
    long = [row for row in said if len(words_of(row.content)) >= LEAST]
    return [(sources_of(found, row)[0], (row.content, row.quotation_id)) for row in long]


def _stances(found: Comparison, before: str, after: str) -> Iterator[tuple[str | None, ...]]:
    mine, theirs = (_sides(found, key) for key in (before, after))
    for pair in {**mine, **theirs}:
        old, new = mine.get(pair), theirs.get(pair)
        if old and new and old[0] == new[0]:
            continue
        change = "turned" if old and new else "new" if new else "gone"
        yield _line("stance", change, " → ".join(pair), old, new)


def _sides(found: Comparison, article_id: str) -> dict[tuple[str, str], Told]:
    """Which sides are taken, in words, by holder and target."""
    sides: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for row in _rows_of(shown(found.reading.stances), article_id):
        pair = (found.actors[article_id, row.holder_id], found.actors[article_id, row.target_id])
        sides[pair].setdefault(STANDS[row.polarity], row.stance_id)
    return {pair: (" and ".join(sorted(told)), next(iter(told.values()))) for pair, told in sides.items()}
