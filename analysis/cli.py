"""The command line: `python -m analysis`, also installed as `readout`."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer
from tqdm import tqdm

from analysis.counting import counted
from analysis.records import Article, ArticleReading

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
        metavar="PATH",
        help="Articles (.txt .md .html .json .jsonl .csv .xlsx ...), folders of them, or http(s) addresses.",
    ),
]
Metadata = Annotated[
    Path | None,
    typer.Option(
        help="A CSV with article_id (a file's path below its folder, without suffix) and any of published, url, "
        "outlet; it goes before --published.",
        metavar="FILE.csv",
    ),
]
Published = Annotated[
    str | None, typer.Option(help="The day all of the articles appeared on, as in 2020-01-15.", metavar="DATE")
]
Text = Annotated[
    str | None, typer.Option(help="The column of the texts in tables; else text, body, content, ...", metavar="COLUMN")
]
Model = Annotated[
    str | None, typer.Option(help="The spaCy pipeline; else READOUT_MODEL, else en_core_web_sm.", metavar="NAME")
]
Quiet = Annotated[bool, typer.Option("--quiet", help="No progress bar.")]
TOLD = 10  # unread articles that are told one by one; all of them stand in problems.csv


def _version(wanted: bool) -> None:
    if wanted:
        print(f"readout {version('readout-news')}")
        raise typer.Exit


@app.callback()
def options(
    shown: Annotated[
        bool, typer.Option("--version", help="Show the version and exit.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Options that stand before a command."""


@app.command(
    short_help="Write what is read in the articles as tables.",
    epilog="Example: readout tables articles/ --out tables --metadata days.csv --workers 4",
)
def tables(
    paths: Paths,
    out: Annotated[Path, typer.Option(help="The folder for the tables.", metavar="DIR")],
    metadata: Metadata = None,
    published: Published = None,
    text: Text = None,
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

    articles = read_corpus(paths, metadata=metadata, published=_day(published), text=text, say=_say)
    records = read_all(articles, model=model, workers=workers, engine=engine, scheduler=scheduler)
    replaced = (out / "articles.parquet").exists()
    counts: Counter[str] = Counter()
    with TableWriter(out) as writer:
        for record in _progress(records, quiet=quiet):
            writer.add(record)
            _count(record, counts)
        if not counts["article"]:
            raise ValueError("none of the articles could be read; no tables are written")
    _sum_up(counts, out, replaced=replaced)


@app.command(
    short_help="Write one HTML file that can be sent to somebody.",
    epilog="Example: readout report article.txt --out article.html --published 2020-01-15",
)
def report(
    paths: Paths,
    out: Annotated[Path, typer.Option(help="The HTML file to write.", metavar="FILE.html")],
    metadata: Metadata = None,
    published: Published = None,
    text: Text = None,
    model: Model = None,
    quiet: Quiet = False,
) -> None:
    """Run the notebooks on the articles and write one HTML file that can be sent to somebody."""
    from analysis.report import render_report

    render_report(
        paths,
        out,
        published=_day(published),
        metadata=metadata,
        text=text,
        model=model,
        progress=not quiet,
        say=_say,
    )
    _say(f"wrote {out}")


def main() -> None:
    """Run the command line; what the user can mend is one line and exit status 2, never a traceback."""
    try:
        app()
    except OSError as error:
        _say(f"error: {error.filename}: {error.strerror}" if error.filename else f"error: {error}")
        sys.exit(2)
    except ValueError as error:
        _say(f"error: {error}")
        sys.exit(2)
    except KeyboardInterrupt:
        _say("stopped")
        sys.exit(130)


def _say(words: str) -> None:
    tqdm.write(f"readout: {' '.join(words.split())}", file=sys.stderr)


def _day(words: str | None) -> date | None:
    if words is None:
        return None
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise ValueError(f"--published {words!r} is not a day such as 2020-01-15") from None


def _progress(records: Iterable[ArticleReading], *, quiet: bool) -> Iterator[ArticleReading]:
    """A progress bar, where somebody looks on; it leaves nothing behind."""
    yield from tqdm(records, desc="reading", unit=" articles", disable=quiet or None, leave=False)


def _count(record: ArticleReading, counts: Counter[str]) -> None:
    article = record.article
    if not record.n_words:
        counts["unread"] += 1
        if counts["unread"] <= TOLD:
            _say(f"{_place(article)}: {'; '.join(problem.message for problem in record.problems)}")
        return
    counts["article"] += 1
    counts["entity"] += len(record.cast.entities)
    counts["quotation"] += len(record.attributions)
    counts["stance"] += len(record.stances)
    counts["date"] += len(record.dates)
    counts["undated"] += any(problem.stage == "dates" for problem in record.problems)


def _place(article: Article) -> str:
    """The file, and which of its articles where it holds several."""
    own = article.article_id.rpartition("/")[2]
    return article.source if Path(article.source).stem == own else f"{article.source}, {article.article_id}"


def _sum_up(counts: Counter[str], out: Path, *, replaced: bool) -> None:
    plurals = {"entity": "entities"}
    nouns = ("article", "entity", "quotation", "stance", "date")
    found = ", ".join(counted(counts[noun], noun, plurals.get(noun)) for noun in nouns)
    _say(f"{found} in {out}{', whose tables were replaced' if replaced else ''}")
    if counts["unread"]:
        _say(f"{counted(counts['unread'], 'article')} could not be read, see problems.csv")
    if counts["undated"]:
        _say(
            f"{counted(counts['undated'], 'article')} without a known publication day: words such as 'Monday' stay "
            "without a date; give it by --published or --metadata"
        )
