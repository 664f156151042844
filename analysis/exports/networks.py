"""Networks of actors over all articles of a reading, as networkx graphs, as GraphML and as GEXF.

An actor is one node in all articles that give it the same full name and kind; `Berg` alone in one article and `Ida
Berg` in another are two, and so is an actor without a name (`the minister`) in each article. An issue is one node under
the same words. What an edge says can be followed to the article and the words of its best evidence.
"""

import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from analysis.article.characters import CONTROLS
from analysis.console import counted
from analysis.exports.files import put
from analysis.exports.formats import TIES, Made
from analysis.reading import Reading
from analysis.tables.plain import rows, shown, spoken

if TYPE_CHECKING:
    import networkx as nx

SIDES = ("support", "oppose", "neutral")
MANNERS = ("direct", "mixed", "indirect")
XML = '<?xml version="1.0" encoding="utf-8"?>\n'
LAST_MODIFIED = r' lastmodifieddate="[\d-]+"'


class _Tie(NamedTuple):
    """One row that ties an entity of an article to another, and what sort of tie it is."""

    article_id: str
    source_id: str
    target_id: str
    sort: str
    confidence: float
    words: str


def stance_network(reading: Reading) -> "nx.DiGraph":
    """Who stands where on whom or what: an edge from holder to target, with its stances counted by side.

    Left out are stances that are not shown, and nodes that no edge touches. `weight` counts the stances,
    `balance` runs from -1, all against, to 1, all for; `polarity` is mixed where both sides are taken.
    """
    ties = [
        _Tie(row.article_id, row.holder_id, row.target_id, row.polarity, row.confidence, row.evidence)
        for row in rows(shown(reading.stances))
    ]
    graph = _graph(reading, ties, SIDES)
    for _, _, edge in graph.edges(data=True):
        edge["balance"] = round((edge["support"] - edge["oppose"]) / edge["weight"], 3)
        sides = [side for side in ("support", "oppose") if edge[side]]
        edge["polarity"] = "mixed" if len(sides) == 2 else (sides or ["neutral"])[0]
    return graph


def quotation_network(reading: Reading) -> "nx.DiGraph":
    """Who speaks of whom or what: an edge from a source to every other entity that its words mention.

    `weight` counts the quotations, also by kind. Left out are quotations that are not shown, what is
    thought or wanted, what is said not to have been said, and nodes that no edge touches. It does not say how somebody
    is spoken of.
    """
    return _graph(reading, _spoken_of(reading), MANNERS)


def write_network(graph: "nx.DiGraph", path: str | Path) -> None:
    """Write a network as GraphML. The same network gives the same bytes."""
    put(_graphml(graph), path)


def graphml(reading: Reading, *, of: str = "stances") -> Made:
    """The network of stances or of quotations as GraphML.

    Raises ValueError for another `of`.
    """
    graph = _network(reading, of)
    return Made(_graphml(graph), _size(graph))


def gexf(reading: Reading, *, of: str = "stances") -> Made:
    """The same network as GEXF 1.2, its edges from their first publication day to their last.

    The day of writing, which networkx puts in, is left out: the same reading gives the same bytes. Raises ValueError
    for another `of`.
    """
    import networkx as nx

    graph = _network(reading, of)
    for _, _, edge in graph.edges(data=True):
        edge.update({name: edge[day] for name, day in (("start", "first"), ("end", "last")) if day in edge})
    text = "\n".join(nx.generate_gexf(graph))
    return Made(f"{XML}{re.sub(LAST_MODIFIED, '', text, count=1)}\n".encode(), _size(graph))


def _network(reading: Reading, of: str) -> "nx.DiGraph":
    if of not in TIES:
        raise ValueError(f"--of {of!r}: there are {' and '.join(TIES)}")
    return stance_network(reading) if of == "stances" else quotation_network(reading)


def _graphml(graph: "nx.DiGraph") -> bytes:
    import networkx as nx

    out = io.BytesIO()
    nx.write_graphml_xml(graph, out)
    return out.getvalue()


def _size(graph: "nx.DiGraph") -> str:
    return f"{counted(len(graph), 'node')}, {counted(graph.size(), 'edge')}"


def _spoken_of(reading: Reading) -> Iterator[_Tie]:
    mentions: dict[str, list[Any]] = {}
    for mention in rows(reading.mentions):
        if mention.entity_id is not None:
            mentions.setdefault(mention.article_id, []).append(mention)
    for row in rows(spoken(reading.quotations)):
        if row.status != "said":
            continue
        inside = [m for m in mentions.get(row.article_id, ()) if any(a <= m.start < b for a, b in row.content_spans)]
        for source in row.source_ids:
            for target in dict.fromkeys(mention.entity_id for mention in inside):
                yield _Tie(row.article_id, source, target, row.kind, row.confidence, row.content)


def _graph(reading: Reading, ties: Iterable[_Tie], sorts: tuple[str, ...]) -> "nx.DiGraph":
    """The ties between the same two nodes as one edge; no node is tied to itself."""
    import networkx as nx

    keys = node_keys(reading)
    days = {row.article_id: row.published for row in rows(reading.articles)}
    found: dict[tuple[str, str], list[_Tie]] = {}
    for tie in ties:
        source, target = keys[tie.article_id, tie.source_id], keys[tie.article_id, tie.target_id]
        if source != target:
            found.setdefault((source, target), []).append(tie)
    graph = nx.DiGraph()
    kept = {key for pair in found for key in pair}
    graph.add_nodes_from((key, _known(facts)) for key, facts in nodes_of(reading).items() if key in kept)
    graph.add_edges_from((*pair, _known(_edge(group, sorts, days))) for pair, group in found.items())
    return graph


def node_keys(reading: Reading) -> dict[tuple[str, str], str]:
    """The node of each entity, by article and entity id: the same one for the same name and kind in all articles."""
    mentions = reading.mentions[reading.mentions.form == "name"]
    named = set(zip(mentions.article_id, mentions.entity_id, strict=True))
    keys = {}
    for row in rows(reading.entities):
        shared = row.kind == "issue" or (row.article_id, row.entity_id) in named
        own = "" if shared else f" ({row.article_id})"
        keys[row.article_id, row.entity_id] = _clean(f"{row.kind}: {row.name.casefold()}{own}")
    return keys


def _known(facts: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in facts.items() if value not in (None, "")}


def nodes_of(reading: Reading) -> dict[str, dict[str, Any]]:
    """What is known of each node: its first name, its kind and country, how often and in how many articles it is."""
    keys = node_keys(reading)
    articles: dict[str, set[str]] = {}
    nodes: dict[str, dict[str, Any]] = {}
    for row in rows(reading.entities):
        fresh = {"label": _clean(row.name), "kind": row.kind, "country": None, "mentions": 0, "articles": 0}
        key = keys[row.article_id, row.entity_id]
        node = nodes.setdefault(key, fresh)
        node["country"] = node["country"] or row.country
        node["mentions"] += row.n_mentions
        articles.setdefault(key, set()).add(row.article_id)
        node["articles"] = len(articles[key])
    return nodes


def _edge(ties: list[_Tie], sorts: tuple[str, ...], days: dict[str, str | None]) -> dict[str, Any]:
    best = max(ties, key=lambda tie: tie.confidence)
    counts = Counter(tie.sort for tie in ties)
    known = sorted(day for tie in ties if (day := days[tie.article_id]))
    return {
        "weight": len(ties),
        **{sort: counts[sort] for sort in sorts},
        "articles": len({tie.article_id for tie in ties}),
        "first": known[0] if known else None,
        "last": known[-1] if known else None,
        "confidence": float(best.confidence),
        "evidence": _clean(best.words),
        "evidence_article": _clean(best.article_id),
    }


def _clean(words: str) -> str:
    return " ".join(CONTROLS.sub(" ", words).split())
