"""The same words in several articles: what became of a quotation, and what changed between two articles."""

from collections import defaultdict
from typing import Any

from rapidfuzz.distance import Levenshtein

from analysis.charts.days import in_words
from analysis.comparison import Comparison, changes, pairs_to_compare, repeated_quotations, text_in_common
from analysis.comparison.outlets import outlet_of
from analysis.comparison.shingles import words_of
from analysis.pages.blocks import Block, Markup, day, html, note, table
from analysis.pages.choices import distinct
from analysis.pages.compared.figures import MOST_PAGES
from analysis.pages.compared.lists import headline
from analysis.tables.plain import rows

CHANGED = ("altered", "dropped", "shortened", "retold")
DONE = {
    "whole": "whole",
    "shortened": "shortened",
    "altered": "altered",
    "retold": "in other words",
    "dropped": "dropped",
}


def quotation_pages(found: Comparison) -> dict[str, Block]:
    """For a chooser: a quotation that several articles have, first those that one altered, dropped or shortened."""
    groups: dict[int, list[Any]] = defaultdict(list)
    for row in rows(repeated_quotations(found)):
        groups[row.group].append(row)
    ranked = sorted(groups.values(), key=eventful)[:MOST_PAGES]
    labels = distinct(f"{group[0].actor}: {_short(whole_of(group).content)}" for group in ranked)
    return {label: _quotation_page(found, group) for label, group in zip(labels, ranked, strict=True)}


def eventful(group: list[Any]) -> tuple[int, int]:
    """Where a quotation stands among others: first the one to which most was done."""
    done = {row.treatment for row in group}
    return min((CHANGED.index(one) for one in done if one in CHANGED), default=len(CHANGED)), group[0].group


def whole_of(group: list[Any]) -> Any:
    """The longest version that is whole."""
    return max((row for row in group if row.treatment == "whole"), key=lambda row: len(words_of(row.content)))


def _short(words: str, most: int = 60) -> str:
    return words if len(words) <= most else f"{words[:most].rsplit(' ', 1)[0]} …"


def _quotation_page(found: Comparison, group: list[Any]) -> Block:
    whole = whole_of(group)
    lines = [
        (
            row.outlet,
            day(row.published),
            DONE[row.treatment],
            wording(row, whole),
            row.kind,
            f"{headline(found.articles[row.article_id])}{f', {row.quotation_id}' if row.quotation_id else ''}",
        )
        for row in sorted(group, key=lambda row: (row.published or "9999", row.treatment == "dropped", row.article_id))
    ]
    columns = ["Outlet", "Published", "Printed", "Words", "Kind", "Article"]
    return table(f"What {group[0].actor} is said to have said", columns, lines)


def wording(row: Any, whole: Any) -> Markup | str | None:
    """The words with what is not those of the whole version marked, and what is missing struck out."""
    if row.treatment not in ("altered", "shortened"):
        return row.content
    return compared(whole.content, row.content)


def compared(before: str, after: str) -> Markup:
    """The words of `after`, those marked that `before` has not, and those of `before` struck out that are gone."""
    old, new = before.split(), after.split()
    keys = [[" ".join(words_of(word)) or word for word in words] for words in (old, new)]
    pieces = []
    for tag, a, b, c, d in Levenshtein.opcodes(*keys):
        gone, now = html(" ".join(old[a:b])), html(" ".join(new[c:d]))
        if tag == "equal":
            pieces.append(now)
            continue
        pieces += [f"<del>{gone}</del>"] * (b > a) + [f"<ins>{now}</ins>"] * (d > c)
    return Markup(" ".join(pieces))


def change_pages(found: Comparison) -> dict[str, Block]:
    """For a chooser: two articles that share text or a quotation, and what the later has not from the earlier."""
    pairs = pairs_to_compare(found, repeated_quotations(found))[:MOST_PAGES]
    labels = distinct(" / ".join(_shortly(found.articles[key]) for key in pair) for pair in pairs)
    return {label: change_page(found, *pair) for label, pair in zip(labels, pairs, strict=True)}


def _shortly(article: Any) -> str:
    day = in_words(article.published).rsplit(" ", 1)[0] if article.published else None
    return ", ".join(filter(None, (outlet_of(article), day)))


def _label(article: Any) -> str:
    """An article in a few words: outlet, day and headline."""
    day_in_words = article.published and in_words(article.published)
    return ", ".join(filter(None, (outlet_of(article), day_in_words, headline(article))))


def change_page(found: Comparison, before: str, after: str) -> Block:
    """What changed from one article to another: actors, quotations, stances."""
    shared = text_in_common(found, before, after) * 100
    one, other = (_label(found.articles[key]) for key in (before, after))
    lines = [
        (
            row.what,
            row.change,
            row.name,
            row.before,
            compared(row.before, row.after) if row.change == "altered" else row.after,
        )
        for row in rows(changes(found, before, after))
    ]
    columns = ["What", "Change", "Who", "Earlier", "Later"]
    told = note(f"From “{one}” to “{other}”: {shared:.0f} % of the shorter text stands in the other.")
    return told + table("What changed", columns, lines, none="nothing", headed=False)
