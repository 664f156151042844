"""`Reading`: the tables of what was read in articles, and the functions that make one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Self

import pandas as pd

from analysis.article import read_article
from analysis.codebook import Codebook
from analysis.corpus import read_all
from analysis.corrections import Correction
from analysis.records import Article, ArticleReading
from analysis.tables import SCHEMAS, TableWriter, corrected_frames, frames, read_tables

ROOT = Path(__file__).resolve().parents[1]  # the checkout: notebooks and the first article lie there


@dataclass(frozen=True)
class Reading:
    """What was read in one article or in many, as tables; their columns are those of `data/README.md`.

    `reading.quotations[["source", "content"]]` is who said what, `reading.showing(0.8)` what is quite certain,
    `reading.save("tables")` writes all, `Reading.load("tables")` has them again. `uncorrected` is the same before
    readers' corrections; None where there are none, or where tables were loaded.

    Raises ValueError where two articles have one id: their rows could not be told apart.
    """

    articles: pd.DataFrame
    entities: pd.DataFrame
    mentions: pd.DataFrame
    roles: pd.DataFrame
    quotations: pd.DataFrame
    stances: pd.DataFrame
    dates: pd.DataFrame
    events: pd.DataFrame
    problems: pd.DataFrame
    corrections: pd.DataFrame
    uncorrected: "Reading | None" = field(default=None, repr=False, compare=False)

    def __post_init__(self) -> None:
        twice = self.articles.article_id[self.articles.article_id.duplicated()]
        if len(twice):
            raise ValueError(f"two articles of the id {twice.iloc[0]!r} in one reading: each needs one of its own")

    @classmethod
    def of(cls, records: Iterable[ArticleReading]) -> Self:
        """The tables of some articles' records."""
        records = list(records)
        if not any(one.article.corrections for one in records):
            return cls(**frames(records))
        plain = [replace(one, article=replace(one.article, corrections=())) for one in records]
        return cls(**frames(records), uncorrected=cls(**frames(plain)))

    @classmethod
    def load(cls, folder: str | Path) -> Self:
        """Tables that were saved.

        Raises ValueError where one is missing or does not keep to its schema.
        """
        return cls(**read_tables(folder))

    @classmethod
    def concat(cls, readings: Iterable[Self]) -> Self:
        """Many readings as one, in the order given."""
        parts = list(readings) or [cls.of([])]
        whole = {name: pd.concat([getattr(part, name) for part in parts], ignore_index=True) for name in SCHEMAS}
        if all(part.uncorrected is None for part in parts):
            return cls(**whole)
        return cls(**whole, uncorrected=cls.concat(part.uncorrected or part for part in parts))

    def save(self, folder: str | Path) -> None:
        """Write all tables as Parquet and CSV into a folder; tables that stand there already are replaced."""
        with TableWriter(folder) as out:
            out.add_frames(self.tables())

    def export(self, format: str, path: str | Path, **options: Any) -> None:
        """Write the rows that are shown in a format of other programs: `analysis.exports.FORMATS` lists them.

        Options and errors are those of `analysis.exports.export`.
        """
        from analysis.exports import export

        export(self, format, path, **options)

    def showing(self, least: float) -> Self:
        """The same tables with another line: shown are the rows whose confidence is at least so much, 0 for all."""
        tables = {name: table for name, table in self.tables().items() if "shown" in table}
        return replace(self, **{name: table.assign(shown=table.confidence >= least) for name, table in tables.items()})

    def corrected(self, entries: Iterable[Correction]) -> Self:
        """The reading with these corrections in the place of those it has; see `analysis.corrections`."""
        plain = self if self.uncorrected is None else self.uncorrected
        return replace(plain, **corrected_frames(plain.tables(), entries), uncorrected=plain)

    def tables(self) -> dict[str, pd.DataFrame]:
        """The tables by name."""
        return {name: getattr(self, name) for name in SCHEMAS}


def analyse(
    article: Article,
    *,
    model: str | None = None,
    codebook: Codebook | str | Path | None = None,
    corrections: str | Path | None = None,
) -> Reading:
    """Read one article, which `read_article` or `read_text` has made. What could not be read is in `.problems`.

    `analyse(read_article("article.txt", published="2020-01-15")).quotations` is who said what in a file. It is read
    with a study's `codebook`, and with the corrections in the file named or, else, in that beside the article.

    Raises TypeError for anything else, such as a path, and says what makes an article of it.
    """
    return next(analyse_many([article], model=model, codebook=codebook, corrections=corrections))


def analyse_many(
    articles: Iterable[Article],
    *,
    model: str | None = None,
    workers: int = 1,
    codebook: Codebook | str | Path | None = None,
    corrections: str | Path | None = None,
) -> Iterator[Reading]:
    """Read articles as they come and give their readings out one by one, in the same order.

    `Reading.concat(analyse_many(read_corpus(["articles/"])))` is all of a folder as one. Memory does not
    grow with their number. A bad article is a row in its reading's `.problems`, nothing more. Raises
    ValueError when an article comes with the id of another, TypeError when something comes that is no Article.
    """
    for records in read_all(articles, model=model, workers=workers, codebook=codebook, corrections=corrections):
        yield Reading.of([records])


def open_reading(
    article: str | Path,
    *,
    published: str | None = None,
    model: str | None = None,
    codebook: str | Path | None = None,
) -> Reading:
    """The reading of one article, for a notebook: `open_reading("article.txt", published="2020-01-15")`.

    `article` is a file, an http(s) address, or a folder of tables that `Reading.save` or a report has written, which
    is loaded as it is. A path that does not exist here is looked for in the checkout. Raises ValueError for what is not
    there or can't be read.
    """
    path = Path(article)
    if not path.exists() and (ROOT / path).exists():
        path = ROOT / path
    if path.is_dir():
        return Reading.load(path)
    address = str(article).startswith(("http://", "https://"))
    return analyse(read_article(article if address else path, published=published), model=model, codebook=codebook)
