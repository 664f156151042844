"""The commands that write saved tables for other programs: `readout export`, `network` and `statements`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from analysis.console import left_out, say
from analysis.exports.formats import FORMATS

if TYPE_CHECKING:
    from analysis.reading import Reading

Least = Annotated[
    float | None,
    typer.Option(
        help="The least confidence of a row that is shown; else a line measured for each table.",
        min=0,
        max=1,
        metavar="0..1",
    ),
]
Folders = Annotated[
    list[Path], typer.Argument(metavar="FOLDER", help="Folders of tables that `readout tables` has written.")
]
Ties = Annotated[
    str | None,
    typer.Option(help="Of a network: who stands where on whom, or who speaks of whom.", metavar="stances|quotations"),
]
Mark = Annotated[bool, typer.Option("--bom", help="Begin CSV with a byte order mark: Excel reads it as UTF-8 then.")]
LISTED = "\n".join(f"  {name:15}{found.title}{'' if found.suffix else ' *'}" for name, found in FORMATS.items())


def add_exports(app: typer.Typer) -> None:
    """Add the commands to an app."""
    app.command(
        short_help="Write tables for other programs: annotation tools, networks, Excel ...",
        epilog=f"\b\nFormats (* writes a folder, or one archive where PATH ends in .zip):\n{LISTED}\n\n"
        "Example: readout export qdpx tables --out articles.qdpx",
    )(export)
    app.command(
        short_help="Write who stands where, or who speaks of whom, as GraphML for Gephi.",
        epilog="Example: readout network tables --out stances.graphml",
    )(network)
    app.command(
        short_help="Write stances as statements for discourse network analysis.",
        epilog="Example: readout statements tables --out statements.csv",
    )(statements)


def export(
    format: Annotated[str, typer.Argument(metavar="FORMAT", help="One of the formats below.")],
    folders: Folders,
    out: Annotated[Path, typer.Option(help="The file or folder to write.", metavar="PATH")],
    of: Ties = None,
    bom: Mark = False,
    least: Least = None,
) -> None:
    """Write the rows of saved tables that are shown in a format of other programs."""
    given = {"of": of, "bom": bom}
    _export(format, folders, out, least, **{name: value for name, value in given.items() if value})


def network(
    folders: Folders,
    out: Annotated[Path, typer.Option(help="The GraphML file to write.", metavar="FILE.graphml")],
    of: Ties = "stances",
    least: Least = None,
) -> None:
    """Write a network over all articles of saved tables as GraphML, for Gephi, igraph and the like."""
    _export("graphml", folders, out, least, of=of)


def statements(
    folders: Folders,
    out: Annotated[Path, typer.Option(help="The CSV file to write.", metavar="FILE.csv")],
    bom: Mark = False,
    least: Least = None,
) -> None:
    """Write the stances of saved tables as a list of statements, as Discourse Network Analyzer exports it."""
    _export("statements", folders, out, least, bom=bom)


def _export(format: str, folders: list[Path], out: Path, least: float | None, **options: Any) -> None:
    """Write a format and say what is in it, and what was left out of its tables."""
    from analysis.exports.formats import export, format_of

    found = format_of(format, options)
    reading, where = _load(folders, least), place(out)
    words = export(reading, format, out, **options)
    held = [options.get("of", "stances")] if "of" in found.options else found.tables
    tables = {name: reading.tables()[name] for name in held}
    say(f"{words} in {where}{left_out(tables, neutral=found.signed)}")


def place(out: Path) -> str:
    """Where something is written, with a word on what stands there already."""
    held = out.is_file() or (out.is_dir() and any(out.iterdir()))
    return f"{out}, which was replaced" if held else str(out)


def _load(folders: list[Path], least: float | None) -> "Reading":
    """The tables of all folders as one reading, its rows shown from `least` on; no article may stand in two."""
    from analysis.reading import Reading

    reading = Reading.concat(map(Reading.load, folders))
    return reading if least is None else reading.showing(least)
