"""Pages on several articles: what there is, who is in more than one of them, who stands where in more than one."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from analysis.charts.base import ACTORS, SIGNS
from analysis.console import counted
from analysis.exports.networks import SIDES, nodes_of, stance_network
from analysis.pages.blocks import Block, Markup, day, html, table
from analysis.pages.lists import STANDS
from analysis.reading import Reading
from analysis.tables.plain import rows, shown, spoken


def articles(reading: Reading, *, hrefs: Sequence[str] = ()) -> Block:
    """A line an article: when and where it appeared, and how much was found in it; `hrefs` leads to each."""
    actors = Counter(row.article_id for row in rows(shown(reading.entities)) if row.kind in ACTORS)
    said, stances = Counter(spoken(reading.quotations).article_id), Counter(shown(reading.stances).article_id)
    lines = [
        (
            _linked(row.headline or row.article_id, hrefs[n] if hrefs else ""),
            day(row.published),
            row.outlet or row.agency,
            *(row.n_words, actors[row.article_id], said[row.article_id], stances[row.article_id]),
        )
        for n, row in enumerate(rows(reading.articles))
    ]
    columns = ["Article", "Published", "Outlet", "Words", "Actors", "Quotations", "Stances"]
    return table(counted(len(lines), "article"), columns, lines, none="there is no article")


def shared_actors(reading: Reading) -> Block:
    """Actors named in more than one article, in the most articles first; an actor is known by full name and kind."""
    reading = replace(reading, entities=shown(reading.entities))
    found = [node for node in nodes_of(reading).values() if node["articles"] > 1 and node["kind"] in ACTORS]
    found.sort(key=lambda node: (-node["articles"], -node["mentions"]))
    lines = [(node["label"], node["kind"], node["country"], node["articles"], node["mentions"]) for node in found]
    columns = ["Actor", "Kind", "Country", "Articles", "Mentions"]
    return table("Actors in more than one article", columns, lines, none="none has the same name in two")


def shared_stances(reading: Reading) -> Block:
    """Who stands where on the same actor or issue in more than one article, with the number of stances by side."""
    graph = stance_network(reading)
    edges = [edge for edge in graph.edges(data=True) if edge[2]["articles"] > 1]
    edges.sort(key=lambda edge: (-edge[2]["articles"], -edge[2]["weight"]))
    lines = [
        (graph.nodes[holder]["label"], _sides(edge), graph.nodes[target]["label"], edge["articles"])
        for holder, target, edge in edges
    ]
    columns = ["Who", "Stands", "On", "Articles"]
    return table("Stances in more than one article", columns, lines, none="nobody takes one in two")


def _linked(words: str, href: str) -> Markup | str:
    return Markup(f'<a href="{html(href)}">{html(words)}</a>') if href else words


def _sides(edge: dict) -> Markup:
    taken = [side for side in SIDES if edge[side]]
    return Markup(", ".join(f'<span class="{s}">{SIGNS[s][0]} {STANDS[s]} {edge[s]}</span>' for s in taken))
