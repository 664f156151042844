"""The command line: `python -m analysis`, also installed as `readout`."""

import sys
from datetime import date
from math import inf
from pathlib import Path
from typing import Annotated

import typer

from analysis.commands.evaluate import evaluate, sample
from analysis.console import keep_log, say, system_error
from analysis.exports.commands import Least, add_exports

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
Map = Annotated[
    list[str] | None,
    typer.Option(
        "--map",
        help="What tables and JSON call a field, as in outlet=source.name; may be given several times.",
        metavar="FIELD=NAME",
    ),
]
Model = Annotated[
    str | None, typer.Option(help="The spaCy pipeline; else READOUT_MODEL, else en_core_web_sm.", metavar="NAME")
]
STOPPED = 130  # the status of a program that was interrupted
Codebook = Annotated[
    Path | None,
    typer.Option(help="A study's own actors, issues, cues and stance words.", metavar="FILE.yaml"),
]
Corrections = Annotated[
    Path | None,
    typer.Option(
        help="Corrections for all articles; else those in NAME.corrections.yaml beside each.", metavar="FILE.yaml"
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", help="No progress.")]


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
    out: Annotated[str, typer.Option(help="The folder for the tables, or an address: s3://...", metavar="DIR")],
    metadata: Metadata = None,
    published: Published = None,
    text: Text = None,
    names: Map = None,
    model: Model = None,
    workers: Annotated[int, typer.Option(help="Processes that read side by side.", min=1, metavar="N")] = 1,
    engine: Annotated[str, typer.Option(help="Who reads.", metavar="processes|dask")] = "processes",
    scheduler: Annotated[
        str | None, typer.Option(help="A Dask scheduler; without it --workers processes.", metavar="tcp://...")
    ] = None,
    partitioned: Annotated[
        bool, typer.Option("--partitioned", help="In parts, in folders by outlet and month.")
    ] = False,
    timeout: Annotated[
        float, typer.Option(help="Seconds for one article; 0 sets no limit.", min=0, metavar="SECONDS")
    ] = 300,
    memory: Annotated[
        float, typer.Option(help="Megabytes for a process that reads; 0 sets no limit.", min=0, metavar="MB")
    ] = 4000,
    log: Annotated[Path | None, typer.Option(help="A file that all messages are added to.", metavar="FILE")] = None,
    codebook: Codebook = None,
    corrections: Corrections = None,
    quiet: Quiet = False,
) -> None:
    """Write what is read in the articles as tables, Parquet and CSV; a run that was stopped goes on where it was."""
    from analysis.corpus import Limits
    from analysis.tabulate import write_tables

    keep_log(log)
    facts = {"metadata": metadata, "published": _day(published), "text": text, "fields": _fields(names)}
    limits = Limits(timeout or inf, memory or inf) if timeout or memory else None
    how = {"model": model, "workers": workers, "engine": engine, "scheduler": scheduler, "limits": limits}
    how |= {"codebook": codebook, "corrections": corrections, "partitioned": partitioned}
    write_tables(paths, out, facts, how, quiet=quiet)


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
    names: Map = None,
    model: Model = None,
    codebook: Codebook = None,
    corrections: Corrections = None,
    least: Least = None,
    each: Annotated[bool, typer.Option("--each", help="An index, and a page for each article.")] = False,
    pdf: Annotated[bool, typer.Option("--pdf", help="Print it to PDF too, by Chromium or Chrome.")] = False,
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
        fields=_fields(names),
        model=model,
        codebook=codebook,
        corrections=corrections,
        least=least,
        each=each,
        pdf=pdf,
        progress=not quiet,
        say=say,
    )
    _say_written(out, replaced=replaced)


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
    codebook: Codebook = None,
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
    options = {"metadata": metadata, "text": text, "model": model, "least": least, "links": links, "codebook": codebook}
    render_comparison(paths, out, published=_day(published), progress=not quiet, say=say, **options)
    _say_written(out, replaced=replaced)


def _say_written(out: Path, *, replaced: bool) -> None:
    say(f"{'replaced' if replaced else 'wrote'} {out}; tables and executed notebooks are in {out.stem}-notebooks")


add_exports(app)


app.command(
    short_help="Draw rows for checking by hand.",
    epilog="Example: readout sample tables --out sample.csv --rows 50",
)(sample)
app.command(
    short_help="Say how right the kit is, or any tables are, on gold or by your own verdicts.",
    epilog="Example: readout evaluate tables --against earlier-tables --out figures.csv",
)(evaluate)


def main() -> None:
    """Run the command line; what the user can mend is one line and exit status 2, never a traceback."""
    try:
        app()
    except OSError as error:
        say(f"error: {system_error(error)}")
        sys.exit(2)
    except (ValueError, RuntimeError) as error:
        say(f"error: {error}")
        sys.exit(2)
    except (KeyboardInterrupt, SystemExit) as end:  # the latter is what Typer makes of Ctrl-C
        code = getattr(end, "code", STOPPED)
        if code == STOPPED:
            say("stopped")
        sys.exit(code)


def _fields(given: list[str] | None) -> dict[str, str]:
    pairs = [words.split("=", 1) for words in given or ()]
    if any(len(pair) < 2 for pair in pairs):
        raise ValueError("--map needs a field and its name, as in outlet=source.name")
    return {field.strip(): name.strip() for field, name in pairs}


def _day(words: str | None) -> date | None:
    if words is None:
        return None
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise ValueError(f"--published {words!r} is not a day such as 2020-01-15") from None
