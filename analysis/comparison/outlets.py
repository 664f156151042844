"""Who is quoted by which outlet, how much, in whose words, and what sort of source that is."""

from collections import Counter, defaultdict
from typing import Any

import pandas as pd

from analysis.comparison.whole import Comparison
from analysis.lexicon import pairs
from analysis.readers.actors.matching import folded
from analysis.tables.plain import rows
from analysis.tables.typed import TEXT, WHOLE, frame

MANNERS = ("direct", "mixed", "indirect")
NOT_NAMED = "source not named"
NO_OUTLET = "outlet not known"
OTHER = {"person": "person, no role known", "organization": "organization", "country": "government"}
COLUMNS = {
    "outlet": TEXT,
    "source": TEXT,
    "sort": TEXT,
    "articles": WHOLE,
    "quotations": WHOLE,
    **dict.fromkeys((*MANNERS, "words"), WHOLE),
}


def sources_by_outlet(found: Comparison) -> pd.DataFrame:
    """A row an outlet and source: in how many of its articles it is quoted, quotations by kind, and words.

    Counted is what is shown and is said to have been said or written, and what was copied once, for the outlet that had
    it first. `sort` is what the source is by its roles and names in all articles, `lexicons/source_sorts.csv`. Of joint
    sources each counts.
    """
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    where: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in found.quotations:
        for source in sources_of(found, row):
            key = (outlet_of(found.articles[row.article_id]), source)
            counts[key].update({row.kind: 1, "quotations": 1, "words": len(row.content.split())})
            where[key].add(row.article_id)
    sorts = source_sorts(found)
    lines = [
        (*key, sorts.get(key[1]) or sort_of_words(key[1]) or "not named", len(where[key]), n["quotations"],
         *(n[kind] for kind in (*MANNERS, "words")))
        for key, n in counts.items()
    ]  # fmt: skip
    return frame(COLUMNS, sorted(lines, key=lambda line: (line[0], -line[-1], line[1])))


def outlet_of(article: Any) -> str:
    """The outlet of an article, else its agency."""
    return article.outlet or article.agency or NO_OUTLET


def sources_of(found: Comparison, row: Any) -> list[str]:
    """The actors behind a quotation, else the words for them."""
    known = [found.actors.get((row.article_id, key)) for key in row.source_ids]
    return [name for name in known if name] or [row.source or NOT_NAMED]


def source_sorts(found: Comparison) -> dict[str, str]:
    """What sort of source each actor is: by its first role that tells it, else by its name, else by its kind."""
    roles: dict[str, Counter[str]] = defaultdict(Counter)
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows(found.links):
        kinds[row.actor][row.kind] += 1
        if row.role and (sort := sort_of_words(row.role)):
            roles[row.actor][sort] += 1
    return {
        actor: _commonest(roles[actor]) or sort_of_words(actor) or OTHER.get(_commonest(kind) or "", "place or group")
        for actor, kind in kinds.items()
    }


def sort_of_words(text: str) -> str | None:
    """The sort that the first word or two of a role or a name tell: `spokesman for the police` is the police's."""
    known = pairs("source_sorts", "word", "sort")
    told = folded(text).split()
    for n, word in enumerate(told):
        if sort := known.get(" ".join(told[n : n + 2])) or known.get(word):
            return sort
    return None


def _commonest(counts: Counter[str]) -> str | None:
    return min(counts, key=lambda name: (-counts[name], name), default=None)
