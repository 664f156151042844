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
from analysis.corpus import check_engine, prepared, read_all
from analysis.records import Article

KEPT = ".readings.sqlite"  # in the folder of tables: what is known is not read again
Read = Callable[..., Iterator[Article]]


def write_tables(paths: list[str], out: str, facts: dict[str, Any], how: dict[str, Any], *, quiet: bool) -> None:
    """Read the articles of `paths` and write all tables into `out`; `facts` goes to read_corpus, `how` to read_all.

    Where `out` is an address (`s3://...`, `file://...`), or they are to be partitioned, parts are written. A run that
    was stopped, however it was, goes on where it was when it is started again. Raises ValueError where no article could
    be read, or another run is writing into the folder; the tables are then as they were.
    """
    articles = read_corpus(paths, say=say, **facts)
    partitioned = how.pop("partitioned", False)
    if "://" in out or partitioned:
        _write_parts(articles, out, partitioned=partitioned, **how)
        return
    _write_folder(articles, Path(out), how, len(find_inputs(list(paths), lambda _: None)), quiet=quiet)


def _write_parts(articles: Iterator[Article], out: str, *, codebook: Any, corrections: Any, **how: Any) -> None:
    """Parts at an address."""
    check_engine(how["engine"], how["workers"], how["scheduler"])
    from analysis.tables.parts import write_parts

    rows = write_parts(prepared(articles, codebook, corrections), out, **how)
    say(f"{', '.join(f'{number:,} {name}' for name, number in rows.items())} in {out}")


def _write_folder(articles: Iterator[Article], out: Path, how: dict[str, Any], given: int, *, quiet: bool) -> None:
    records = read_all(articles, **how, kept=out / KEPT)
    replaced = (out / "articles.parquet").exists()
    counts = Counter(given=given)
    with tables.TableWriter(out) as writer, closing(records):
        for record in progress(records, counts, quiet=quiet):
            writer.add(record)
            count(record, counts)
        if not counts["article"]:
            raise ValueError("none of the articles could be read; no tables are written")
    sum_up(counts, out, replaced=replaced)
