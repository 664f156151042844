"""The command line: `python -m analysis`, also installed as `readout`."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from tqdm import tqdm

from analysis.records import ArticleReading

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Read the news closely: who said what, who stands where on whom and on what, and when.",
)

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...",
        help="Articles (.txt .md .html .json .jsonl .csv .xlsx ...), folders of them, or http(s) addresses.",
    ),
]
Metadata = Annotated[
    Path | None, typer.Option(help="A CSV with article_id and any of published, url, outlet.", metavar="FILE.csv")
]
Published = Annotated[
    str | None, typer.Option(help="The day all of the articles appeared on, as in 2020-01-15.", metavar="DATE")
]
Model = Annotated[
    str | None, typer.Option(help="The spaCy pipeline; else READOUT_MODEL, else en_core_web_sm.", metavar="NAME")
]
Quiet = Annotated[bool, typer.Option("--quiet", help="No progress bar.")]


@app.command(epilog="Example: readout tables articles/ --out tables --metadata days.csv --workers 4")
def tables(
    paths: Paths,
    out: Annotated[Path, typer.Option(help="The folder for the tables.", metavar="DIR")],
    metadata: Metadata = None,
    published: Published = None,
    model: Model = None,
    workers: Annotated[int, typer.Option(help="Processes that read side by side.", min=1)] = 1,
    engine: Annotated[str, typer.Option(help="Who reads: processes or dask.")] = "processes",
    scheduler: Annotated[
        str | None, typer.Option(help="A Dask scheduler; without it --workers processes.", metavar="tcp://...")
    ] = None,
    quiet: Quiet = False,
) -> None:
    """Write what is read in the articles as tables, Parquet and CSV."""
    from analysis.article import read_corpus
    from analysis.batches import read_all
    from analysis.tables import TableWriter

    articles = read_corpus(paths, metadata=metadata, published=_day(published))
    if (out / "articles.parquet").exists():
        _say(f"replacing the tables in {out}")
    records = read_all(articles, model=model, workers=workers, engine=engine, scheduler=scheduler)
    counts: Counter[str] = Counter()
    with TableWriter(out) as writer:
        for record in _progress(records, quiet=quiet):
            writer.add(record)
            _count(record, counts)
    _sum_up(counts, out)


@app.command(epilog="Example: readout report article.txt --out article.html --published 2020-01-15")
def report(
    paths: Paths,
    out: Annotated[Path, typer.Option(help="The HTML file to write.", metavar="FILE.html")],
    metadata: Metadata = None,
    published: Published = None,
    model: Model = None,
    quiet: Quiet = False,
) -> None:
    """Run the notebooks on the articles and write one HTML file that can be sent to somebody."""
    from analysis.report import render_report

    render_report(paths, out, published=_day(published), metadata=metadata, model=model, progress=not quiet)
    _say(f"wrote {out}")


def main() -> None:
    """Run the command line; what the user can mend is one line and exit status 2, never a traceback."""
    try:
        app()
    except (ValueError, OSError) as error:
        _say(f"error: {error}")
        sys.exit(2)
    except KeyboardInterrupt:
        _say("stopped")
        sys.exit(130)


def _say(words: str) -> None:
    print(f"readout: {' '.join(words.split())}", file=sys.stderr)


def _day(words: str | None) -> date | None:
    if words is None:
        return None
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise ValueError(f"--published {words!r} is not a day such as 2020-01-15") from None


def _progress(records: Iterable[ArticleReading], *, quiet: bool) -> Iterator[ArticleReading]:
    yield from tqdm(records, desc="reading", unit=" articles", disable=quiet)


def _count(record: ArticleReading, counts: Counter[str]) -> None:
    if not record.n_words:
        counts["unread"] += 1
        for problem in record.problems:
            _say(f"{record.article.source or record.article.article_id}: {problem.message}")
        return
    counts["articles"] += 1
    counts["entities"] += len(record.cast.entities)
    counts["quotations"] += len(record.attributions)
    counts["stances"] += len(record.stances)
    counts["dates"] += len(record.dates)
    counts["undated"] += any(problem.stage == "dates" for problem in record.problems)


def _sum_up(counts: Counter[str], out: Path) -> None:
    if not counts["articles"]:
        raise ValueError("none of the articles could be read" if counts["unread"] else "there is no article to read")
    found = ", ".join(f"{counts[name]} {name}" for name in ("articles", "entities", "quotations", "stances", "dates"))
    unread = f"; {counts['unread']} could not be read, see problems.csv" if counts["unread"] else ""
    undated = f"; {counts['undated']} have no publication day that is known" if counts["undated"] else ""
    _say(f"{found} in {out}{unread}{undated}")
