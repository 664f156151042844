"""`Comparison`: the tables of many articles with what ties them: which actors are one, which articles are copies."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pandas as pd

from analysis.article import read_corpus
from analysis.comparison.copies import copies
from analysis.comparison.links import link
from analysis.comparison.shingles import words_of
from analysis.comparison.units import Key
from analysis.reading import ROOT, Reading, analyse_many
from analysis.tables.plain import rows, shown, spoken


@dataclass(frozen=True)
class Comparison:
    """Articles to be compared: their reading, the linking table, and the copies among them.

    `actors` leads from article and entity to the actor. `quotations` and `stances` are those of the reading that are
    shown, in which what was printed several times counts once: of copies they have only what is not in the article that
    was copied.
    """

    reading: Reading
    links: pd.DataFrame
    copies: pd.DataFrame

    @cached_property
    def actors(self) -> dict[Key, str]:
        """The actor of each entity of each article."""
        return {(row.article_id, row.entity_id): row.actor for row in rows(self.links)}

    @cached_property
    def articles(self) -> dict[str, Any]:
        """The rows of `articles` by id."""
        return {row.article_id: row for row in rows(self.reading.articles)}

    @cached_property
    def quotations(self) -> list[Any]:
        """What was said or written, counted once."""
        said = rows(spoken(self.reading.quotations))
        return [row for row in said if row.status == "said" and not self._printed(row.article_id, row.content_spans)]

    @cached_property
    def stances(self) -> list[Any]:
        """The stances, counted once."""
        found = rows(shown(self.reading.stances))
        return [row for row in found if not self._printed(row.article_id, [(row.evidence_start, row.evidence_end)])]

    @cached_property
    def _originals(self) -> dict[str, str]:
        """What the article has whose copy one is, as words between spaces, by the copy's id."""
        of = {row.article_id: self.articles[row.copy_of] for row in rows(self.copies)}
        return {key: f" {' '.join(words_of(article.text))} " for key, article in of.items()}

    def _printed(self, article_id: str, spans: Iterable[Sequence[int]]) -> bool:
        """Whether the words of a copy stand in the article that was copied."""
        if article_id not in self._originals:
            return False
        text = self.articles[article_id].text
        pieces = (" ".join(words_of(text[start:end])) for start, end in spans)
        return all(f" {piece} " in self._originals[article_id] for piece in pieces)

    @cached_property
    def kinds(self) -> dict[str, str]:
        """The kind of each actor: that of most of its entities."""
        return self.links.groupby("actor").kind.agg(lambda kinds: sorted(kinds.mode())[0]).to_dict()


def compare(
    reading: Reading, *, links: str | Path | None = None, say: Callable[[str], None] | None = None
) -> Comparison:
    """Compare the articles of a reading (`Reading.concat` makes one of many).

    `links` is a linking table that was corrected. Raises ValueError where the reading has fewer than two articles, or
    where `links` is no such table.
    """
    if len(reading.articles) < 2:
        raise ValueError(f"articles to compare: two are needed at least, there is {len(reading.articles)}")
    return Comparison(reading, link(reading, links, say=say), copies(reading))


def open_corpus(
    corpus: str | Path, *, metadata: str | Path | None = None, links: str | Path | None = None, model: str | None = None
) -> Comparison:
    """The comparison of a folder, for a notebook: of articles, or of tables that were saved.

    Paths that do not exist here are looked for in the checkout. `metadata` has days and outlets, as for `read_corpus`.
    Raises ValueError for what is not there or can't be read.
    """
    folder = _found(corpus)
    if (folder / "articles.parquet").is_file():
        return compare(Reading.load(folder), links=links and _found(links))
    articles = read_corpus(folder, metadata=metadata and _found(metadata))
    return compare(Reading.concat(analyse_many(articles, model=model)), links=links and _found(links))


def _found(path: str | Path) -> Path:
    """A path here, else in the checkout."""
    return Path(path) if Path(path).exists() or not (ROOT / path).exists() else ROOT / path
