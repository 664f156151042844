"""Articles to a folder of tables: what `readout tables` does."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from analysis import tables
from analysis.article import read_corpus
from analysis.article.inputs import find_inputs
from analysis.console import count, progress, say, sum_up
from analysis.corpus import read_all
from analysis.records import Article

KEPT = ".readings.sqlite"  # in the folder of tables: what is known is not read again
Read = Callable[..., Iterator[Article]]


def write_tables(paths: list[str], out: Path, facts: dict[str, Any], how: dict[str, Any], *, quiet: bool) -> None:
    """Read the articles of `paths` and write all tables into `out`; `facts` goes to read_corpus, `how` to read_all.

    A run that was stopped, however it was, goes on where it was when it is started again. Raises ValueError where no
    article could be read, or another run is writing into the folder; the tables are then as they were.
    """
    articles = read_corpus(paths, say=say, **facts)
    records = read_all(articles, **how, kept=out / KEPT)
    replaced = (out / "articles.parquet").exists()
    counts = Counter(given=len(find_inputs(list(paths), lambda _: None)))
    with tables.TableWriter(out) as writer, closing(records):
        for record in progress(records, counts, quiet=quiet):
            writer.add(record)
            count(record, counts)
        if not counts["article"]:
            raise ValueError("none of the articles could be read; no tables are written")
    sum_up(counts, out, replaced=replaced)
