"""Lists: which articles there are, which are copies, who is in several of them, who is quoted how much."""

from collections import Counter, defaultdict
from typing import Any

from analysis.charts.days import in_words
from analysis.comparison import Comparison, sources_by_outlet
from analysis.comparison.changes import NO_ACTORS
from analysis.comparison.outlets import MANNERS, outlet_of
from analysis.console import counted
from analysis.pages.blocks import Block, day, facts, table
from analysis.tables.plain import rows, shown

MOST = 50  # lines of a table: the others are in the saved one
SORTS = {
    "identical": "the same text",
    "shortened": "shortened",
    "extended": "with something added",
    "revised": "with changes",
}


def headline(article: Any) -> str:
    """What an article is called."""
    return article.headline or article.article_id


def first_lines(lines: list[Any]) -> tuple[list[Any], str]:
    """The first lines of a table, and what its caption says of the others."""
    rest = len(lines) - MOST
    return lines[:MOST], f"; {rest:,} more in the saved table" if rest > 0 else ""


def overview(found: Comparison) -> Block:
    """How many articles, outlets and days there are, and how much counts once."""
    known = list(found.articles.values())
    days = sorted(article.published for article in known if article.published)
    undated = len(known) - len(days)
    return facts(
        {
            "Articles": len(known),
            "Copies among them": len(found.copies),
            "Outlets": len({outlet_of(article) for article in known}),
            "Published": span_of(days),
            "Without a day": undated or None,
            "Quotations, counted once": len(found.quotations),
            "Stances, counted once": len(found.stances),
        }
    )


def span_of(days: list[str]) -> str:
    """The first and the last of the days, in words."""
    return " – ".join(dict.fromkeys(map(in_words, (days[0], days[-1])))) if days else "not known"


def articles(found: Comparison) -> Block:
    """A line an article: what it is called, when and where it appeared, and whose copy it is."""
    of = {row.article_id: row.copy_of for row in rows(found.copies)}
    ranked = sorted(found.articles.values(), key=lambda row: (row.published or "9999", row.article_id))
    lines = [
        (
            headline(row),
            day(row.published),
            outlet_of(row),
            row.n_words,
            headline(found.articles[of[row.article_id]]) if row.article_id in of else None,
        )
        for row in ranked
    ]
    kept, rest = first_lines(lines)
    columns = ["Article", "Published", "Outlet", "Words", "Copy of"]
    return table(f"{counted(len(lines), 'article')} by day{rest}", columns, kept)


def copies(found: Comparison) -> Block:
    """Articles with the text of another, what was done to it, and how much of their text is the other's."""
    lines = []
    for row in rows(found.copies):
        own, other = found.articles[row.article_id], found.articles[row.copy_of]
        lines.append(
            (
                headline(own),
                outlet_of(own),
                SORTS[row.sort],
                f"{row.share * 100:.0f} %",
                headline(other),
                outlet_of(other),
            )
        )
    kept, rest = first_lines(lines)
    columns = ["Article", "Outlet", "Is", "Of its text", "Stands in", "Of"]
    caption = f"{counted(len(lines), 'copy', 'copies')} of wire stories and of other articles{rest}"
    return table(caption, columns, kept, none="no article has the text of another")


def in_several(found: Comparison) -> list[tuple[str, list[Any]]]:
    """Actors in more than one article and their links, those in most articles first; who is shown in one is sure enough
    in the others (`Zelenin`)."""
    visible = set(zip(*(shown(found.reading.entities)[name] for name in ("article_id", "entity_id")), strict=True))
    groups: dict[str, list[Any]] = defaultdict(list)
    for row in rows(found.links):
        if found.kinds[row.actor] not in NO_ACTORS:
            groups[row.actor].append(row)
    several = [
        (name, group)
        for name, group in groups.items()
        if len({row.article_id for row in group}) > 1
        and not visible.isdisjoint((row.article_id, row.entity_id) for row in group)
    ]
    return sorted(several, key=lambda one: (-len({row.article_id for row in one[1]}), one[0]))


def actors(found: Comparison) -> Block:
    """Actors in more than one article, with the names they go by and how often each outlet has them."""
    lines = [
        (
            name,
            found.kinds[name],
            role_in(group),
            _others(name, group),
            len({row.article_id for row in group}),
            outlets_in(found, group),
        )
        for name, group in in_several(found)
    ]
    kept, rest = first_lines(lines)
    columns = ["Actor", "Kind", "Role", "Also", "Articles", "Outlets"]
    return table(f"{counted(len(lines), 'actor')} in more than one article{rest}", columns, kept, none="there is none")


def role_in(group: list[Any]) -> str | None:
    """The role that most articles give."""
    roles = Counter(row.role for row in group if row.role)
    return min(roles, key=lambda role: (-roles[role], role), default=None)


def _others(name: str, group: list[Any]) -> str:
    return ", ".join(sorted({row.name for row in group} - {name}))


def outlets_in(found: Comparison, group: list[Any]) -> str:
    """How many articles of which outlet."""
    counts = Counter(outlet_of(found.articles[key]) for key in {row.article_id for row in group})
    return ", ".join(f"{outlet} {n}" for outlet, n in sorted(counts.items(), key=lambda one: (-one[1], one[0])))


def unsure(found: Comparison) -> Block:
    """Who may be one actor or several: kept apart until the linking table says otherwise."""
    lines = [
        (row.name, headline(found.articles[row.article_id]), row.actor, row.perhaps)
        for row in rows(found.links)
        if row.how == "ambiguous"
    ]
    kept, rest = first_lines(lines)
    columns = ["Name", "In the article", "Kept as", "Perhaps"]
    return table(f"Names that may mean several{rest}", columns, kept, none="every name could be linked")


def sources(found: Comparison) -> Block:
    """A line an outlet and source: how often it is quoted, and how much."""
    made = rows(sources_by_outlet(found))
    lines = [
        (row.source, row.outlet, row.sort, row.articles, *(getattr(row, kind) for kind in MANNERS), row.words)
        for row in sorted(made, key=lambda row: (-row.words, row.source, row.outlet))
    ]
    kept, rest = first_lines(lines)
    columns = ["Source", "Outlet", "Sort", "Articles", "Direct", "Mixed", "Indirect", "Words"]
    return table(f"Sources by outlet, the most words first{rest}", columns, kept, none="nobody is quoted")
