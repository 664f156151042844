"""Wire copies and near-duplicates: articles with the text of another, so that they can be counted once."""

from typing import Any, NamedTuple

import pandas as pd

from analysis.comparison.shingles import candidates, shingles, sketch, words_of
from analysis.reading import Reading
from analysis.tables.plain import rows
from analysis.tables.typed import REAL, TEXT, frame

RUN = 5  # words of a shingle
LEAST_RUNS = 15  # of a body: shorter ones say too little
SHARED = 0.7  # of the shorter body's runs: from here on one is a copy of the other
COLUMNS = {"article_id": TEXT, "copy_of": TEXT, "sort": TEXT, "share": REAL, "likeness": REAL}


class Copy(NamedTuple):
    """An article with the text of another that is earlier, or longer on the same day.

    `sort` is `identical`, `shortened` (a part of the other), `extended` (the other is a part of it) or `revised`;
    `share` is what part of its runs of words the other has, `likeness` the Jaccard index of both.
    """

    article_id: str
    copy_of: str
    sort: str
    share: float
    likeness: float


def copies(reading: Reading) -> pd.DataFrame:
    """The articles that are copies, one row each: article_id, copy_of, sort, share, likeness (0 to 1).

    Compared are bodies, by runs of five words; headline and dateline do not count. Bodies of fewer than twenty words
    are no copies. It does not say who wrote a text: the earliest article stands for all, on one day the longest.
    """
    import networkx as nx

    articles = {row.article_id: row for row in rows(reading.articles)}
    runs = {key: found for key, row in articles.items() if len(found := shingles(body_of(row), RUN)) >= LEAST_RUNS}
    graph = nx.Graph()
    for one, other in candidates({key: sketch(found) for key, found in runs.items()}, least=2):
        if shared_part(runs[one], runs[other]) >= SHARED:
            graph.add_edge(one, other)
    found = [copy for group in nx.connected_components(graph) for copy in _of_group(group, articles, runs)]
    return frame(COLUMNS, sorted(found))


def body_of(article: Any) -> list[str]:
    """The words of an article's paragraphs."""
    return words_of(" ".join(article.text[start:end] for start, end in article.paragraph_spans))


def shared_part(mine: frozenset[str], theirs: frozenset[str]) -> float:
    """What part of the smaller set the other has."""
    return len(mine & theirs) / max(1, min(len(mine), len(theirs)))


def _of_group(group: set[str], articles: dict[str, Any], runs: dict[str, frozenset[str]]) -> list[Copy]:
    first, *rest = sorted(group, key=lambda key: (articles[key].published or "9999", -len(runs[key]), key))
    return [_copy(key, first, runs[key], runs[first]) for key in rest]


def _copy(key: str, first: str, own: frozenset[str], other: frozenset[str]) -> Copy:
    both, alike = len(own & other), len(own & other) / len(own | other)
    sort = "revised"
    if alike == 1:
        sort = "identical"
    elif shared_part(own, other) >= 0.9:
        sort = "shortened" if len(own) < len(other) else "extended"
    return Copy(key, first, sort, round(both / len(own), 3), round(alike, 3))
