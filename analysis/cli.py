"""The command line: `python -m analysis`, also installed as `readout`."""

import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from analysis.console import count, counted, progress, say, sum_up
from analysis.exports.commands import Least, add_exports, place

if TYPE_CHECKING:
    from analysis.evaluation.inputs import Gold, Tables

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
GOLD = Path(__file__).resolve().parents[1] / "data" / "gold"  # the open gold of the checkout
Quiet = Annotated[bool, typer.Option("--quiet", help="No progress bar.")]


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

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
    workers: Annotated[int, typer.Option(help="Processes that read side by side.", min=1, metavar="N")] = 1,
    engine: Annotated[str, typer.Option(help="Who reads.", metavar="processes|dask")] = "processes",
    scheduler: Annotated[
        str | None, typer.Option(help="A Dask scheduler; without it --workers processes.", metavar="tcp://...")
    ] = None,
    quiet: Quiet = False,
) -> None:
    """Write what is read in the articles as tables, Parquet and CSV."""
    from analysis.article import read_corpus
    from analysis.corpus import read_all
    from analysis.tables import TableWriter

    articles = read_corpus(paths, metadata=metadata, published=_day(published), text=text, say=say)
    records = read_all(articles, model=model, workers=workers, engine=engine, scheduler=scheduler)
    replaced = (out / "articles.parquet").exists()
    counts: Counter[str] = Counter()
    with TableWriter(out) as writer:
        for record in progress(records, quiet=quiet):
            writer.add(record)
            count(record, counts)
        if not counts["article"]:
            raise ValueError("none of the articles could be read; no tables are written")
    sum_up(counts, out, replaced=replaced)


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
    least: Least = None,
    quiet: Quiet = False,
) -> None:
    """Run the notebooks on the articles and write one HTML file that can be sent to somebody."""
    from analysis.report import render_report

    replaced = out.exists()
    render_report(
        paths,
        out,
        published=_day(published),
        metadata=metadata,
        text=text,
        model=model,
        least=least,
        progress=not quiet,
        say=say,
    )
    say(f"{'replaced' if replaced else 'wrote'} {out}")


@app.command(
    short_help="Compare many articles: one HTML file on who, whose words, and who stood where when.",
    epilog="Example: readout compare articles/ --out compared.html --metadata days.csv",
)
def compare(
    paths: Paths,
    out: Annotated[Path, typer.Option(help="The HTML file to write.", metavar="FILE.html")],
    metadata: Metadata = None,
    published: Published = None,
    text: Text = None,
    model: Model = None,
    links: Annotated[
        Path | None,
        typer.Option(
            help="A corrected linking table; else the one beside --out, which is written where there is none.",
            metavar="FILE.csv",
        ),
    ] = None,
    least: Least = None,
    quiet: Quiet = False,
) -> None:
    """Compare articles, or folders of tables that were saved, and write one HTML file and its tables beside it."""
    from analysis.report.comparison import render_comparison

    replaced = out.exists()
    options = {"metadata": metadata, "text": text, "model": model, "least": least, "links": links}
    render_comparison(paths, out, published=_day(published), progress=not quiet, say=say, **options)
    say(f"{'replaced' if replaced else 'wrote'} {out}")


add_exports(app)


@app.command(
    short_help="Say how right the kit is, or any tables are, on gold.",
    epilog="Example: readout evaluate tables --against earlier-tables --out figures.csv",
)
def evaluate(
    folder: Annotated[
        Path | None, typer.Argument(metavar="TABLES", help="A folder of tables; else the texts are read now.")
    ] = None,
    gold: Annotated[
        Path | None,
        typer.Option(
            help="A set of gold as it is published: PolNeAR, SEESAW, GUM, MEANTIME, TimeML, NewsMTSC; else data/gold.",
            metavar="FOLDER",
        ),
    ] = None,
    against: Annotated[
        Path | None, typer.Option(help="A second folder of tables, to tell the difference to.", metavar="TABLES")
    ] = None,
    part: Annotated[
        str | None, typer.Option(help="The part of the open gold; else test.", metavar="test|train|all")
    ] = None,
    out: Annotated[Path | None, typer.Option(help="A CSV file for the figures.", metavar="FILE")] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the file of --out.")] = False,
    check: Annotated[bool, typer.Option("--check", help="Check the open gold (TABLES names its folder).")] = False,
    quiet: Quiet = False,
) -> None:
    """Print how much of the gold tables hold and how much of them is right, a table a layer, with 95 % intervals."""
    from analysis.evaluation import as_text, read_gold, scored, write_csv

    if check:
        _check_gold(folder or gold or GOLD)
        return
    if out and out.exists() and not force:
        raise ValueError(f"{out} is there already; --force replaces it")
    known = read_gold(gold or GOLD, part)
    mine = _tables_for(known, folder, quiet=quiet)
    found = scored(known, mine, _tables_for(known, against, quiet=quiet) if against else None)
    print(f"{known.name}; 95 % intervals over 1000 draws of its articles\n\n{as_text(found)}", end="")
    if out:
        where = place(out)
        write_csv(found, out)
        say(f"{counted(sum(len(one.figures) for one in found), 'figure')} in {where}")


def _tables_for(gold: "Gold", folder: Path | None, *, quiet: bool) -> "dict[str, Tables]":
    """The tables of a folder, or what is read now; it is said which articles of the gold are not in them."""
    from analysis.evaluation import articles_of, load_tables, missing_from, rows_by_article

    if folder is None:
        from analysis.corpus import read_all

        return rows_by_article(progress(read_all(articles_of(gold)), quiet=quiet))
    found = load_tables(folder)
    if missing := missing_from(gold, found, str(folder)):
        say(f"{missing:,} of {counted(len(gold.documents), 'text')} of {gold.name} are not in {folder}: not judged")
    return found


def _check_gold(folder: Path) -> None:
    """Print what is wrong with a folder of open gold; exit status 1 where something is."""
    from analysis.evaluation import faults

    found = list(faults(folder))
    print(*(found or [f"{folder}: all is well"]), sep="\n")
    if found:
        raise typer.Exit(1)


def main() -> None:
    """Run the command line; what the user can mend is one line and exit status 2, never a traceback."""
    try:
        app()
    except OSError as error:
        say(f"error: {error.filename}: {error.strerror}" if error.filename else f"error: {error}")
        sys.exit(2)
    except ValueError as error:
        say(f"error: {error}")
        sys.exit(2)
    except KeyboardInterrupt:
        say("stopped")
        sys.exit(130)


def _day(words: str | None) -> date | None:
    if words is None:
        return None
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise ValueError(f"--published {words!r} is not a day such as 2020-01-15") from None
