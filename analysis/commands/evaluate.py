"""How right tables are: on gold, or by a person's verdicts on rows drawn for it."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from analysis.console import counted, progress, say
from analysis.exports.commands import place

if TYPE_CHECKING:
    from analysis.evaluation.figures import Scored
    from analysis.evaluation.inputs import Gold, Tables

GOLD = Path(__file__).resolve().parents[2] / "data" / "gold"  # the open gold of the checkout
Quiet = Annotated[bool, typer.Option("--quiet", help="No progress bar.")]
Force = Annotated[bool, typer.Option("--force", help="Replace the file of --out.")]


def sample(
    folders: Annotated[
        list[Path], typer.Argument(metavar="FOLDER", help="Folders of tables that `readout tables` has written.")
    ],
    out: Annotated[Path, typer.Option(help="The CSV file to write.", metavar="FILE.csv")],
    rows: Annotated[int, typer.Option(help="How many rows.", min=1, metavar="N")] = 50,
    of: Annotated[
        str, typer.Option(help="The tables, with commas between.", metavar="entities|quotations|stances|roles|events")
    ] = "entities,quotations,stances",
    hidden: Annotated[bool, typer.Option("--all", help="Rows that are not shown too.")] = False,
    seed: Annotated[int, typer.Option(help="Another number draws other rows.", metavar="N")] = 0,
    force: Force = False,
) -> None:
    """Draw rows for checking by hand, evenly by table and confidence, and write them for a spreadsheet.

    Fill in the column `verdict` with right, defensible or wrong; `readout evaluate FILE.csv` says what came of it.
    """
    from analysis.checking import draw, write_sample
    from analysis.reading import Reading

    _free(out, force)
    drawn = draw(
        Reading.concat(map(Reading.load, folders)), rows, tables=of.replace(",", " ").split(), hidden=hidden, seed=seed
    )
    if not len(drawn):
        raise ValueError("there is no row to draw; --all draws from those that are not shown too")
    where = place(out)
    write_sample(drawn, out)
    say(f"{counted(len(drawn), 'row')} in {where}; fill in `verdict`, then: readout evaluate {out}")


def _free(out: Path | None, force: bool) -> None:
    if out and out.exists() and not force:
        raise ValueError(f"{out} is there already; --force replaces it")


def evaluate(
    folder: Annotated[
        Path | None,
        typer.Argument(
            metavar="TABLES", help="A folder of tables, or a filled-in sample (.csv); else the texts are read now."
        ),
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
    force: Force = False,
    check: Annotated[bool, typer.Option("--check", help="Check the open gold (TABLES names its folder).")] = False,
    quiet: Quiet = False,
) -> None:
    """Print how much of the gold tables hold and how much of them is right, a table a layer, with 95 % intervals."""
    from analysis.evaluation import read_gold, scored

    if check:
        _check_gold(folder or gold or GOLD)
        return
    _free(out, force)
    if folder is not None and folder.is_file():
        found, of = _of_verdicts(folder)
        _tell(found, of, out)
        return
    known = read_gold(gold or GOLD, part)
    mine = _tables_for(known, folder, quiet=quiet)
    found = scored(known, mine, _tables_for(known, against, quiet=quiet) if against else None)
    _tell(found, f"{known.name}; 95 % intervals over 1000 draws of its articles", out)


def _of_verdicts(file: Path) -> "tuple[list[Scored], str]":
    """The figures of a filled-in sample, and what they are of."""
    from analysis.checking import precision, read_verdicts

    rows = read_verdicts(file)
    judged = sum(row.verdict is not None for row in rows)
    return precision(rows), f"{file}: {judged:,} of {counted(len(rows), 'row')} judged"


def _tell(found: "list[Scored]", of: str, out: Path | None) -> None:
    """Print figures, and write them where told to."""
    from analysis.evaluation import as_text, write_csv

    print(f"{of}\n\n{as_text(found)}", end="")
    if out:
        where = place(out)
        write_csv(found, out)
        say(f"{counted(sum(len(one.figures) for one in found), 'figure')} in {where}")


def _tables_for(gold: "Gold", folder: Path | None, *, quiet: bool) -> "dict[str, Tables]":
    """The tables of a folder, or what is read now; it is said which articles of the gold are not in them."""
    from analysis.evaluation import articles_of, load_tables, missing_from, rows_by_article

    if folder is None:
        from analysis.corpus import read_all

        return rows_by_article(progress(read_all(articles_of(gold)), Counter(), quiet=quiet))
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
