"""The comparison: the notebook on many articles run headless on saved tables, and rendered to one HTML file."""

import os
from collections import Counter
from collections.abc import Callable, Iterable
from concurrent.futures import BrokenExecutor, Executor
from importlib.metadata import version
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory
from typing import Any

from analysis import pages
from analysis.article import read_corpus
from analysis.comparison import Comparison, compare, save_comparison, write_links
from analysis.console import counted, undated
from analysis.console import progress as told_progress
from analysis.reading import Reading, analyse_many
from analysis.report import NOTEBOOKS, _sorted_out
from analysis.report.notebooks import LONGEST, run_notebook, workers
from analysis.report.progress import steps
from analysis.report.render import Part, render_notebook, render_page
from analysis.tables.plain import rows

NOTEBOOK = "05-compare-articles.ipynb"
Say = Callable[[str], None]


def render_comparison(
    paths: Iterable[str | Path],
    out: str | Path,
    *,
    links: str | Path | None = None,
    model: str | None = None,
    codebook: str | Path | None = None,
    least: float | None = None,
    progress: bool = True,
    say: Say = lambda words: None,
    **options: Any,
) -> None:
    """Read the articles (with the options of `read_corpus`, and by a study's codebook if one is given), or load folders
    of saved tables, and compare them.

    `links` is a linking table; else the file beside `out` with `-links.csv` in its name is one if it is there, and is
    written if it is not: it can be corrected, and is never replaced. The executed notebook, the tables and those of the
    comparison are kept beside `out` in a folder with `-notebooks` behind its name. Nothing is written unless everything
    has worked. Raises ValueError where there are fewer than two articles, where a cell fails, where `links` is no
    linking table, and where `out` is a folder or no HTML file.
    """
    out = _checked(Path(out))
    known = _known(links, out)
    with workers() as pool:
        whole, unread = _read(paths, quiet=not progress, model=model, codebook=codebook, say=say, **options)
        with steps(progress) as step:
            found = compare(whole if least is None else whole.showing(least), links=known, say=say)
            step.read(len(whole.articles), 1)
            step(NOTEBOOK.removesuffix(".ipynb"))
            _make(found, unread, out, pool)
    _say_links(found, known, out, say)


def _make(found: Comparison, unread: list[tuple[str, str]], out: Path, pool: Executor) -> None:
    """Make everything in a folder of its own, then move it to its place."""
    out.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=out.parent, prefix=f".{out.stem}-") as name:
        folder = Path(name).resolve()
        found.reading.save(folder / "tables")
        save_comparison(found, folder / "comparison")
        (folder / out.name).write_text(_page(folder, found, unread, pool), encoding="utf-8")
        _publish(folder, out)


def _checked(out: Path) -> Path:
    if out.is_dir() or out.suffix.lower() not in (".html", ".htm"):
        raise ValueError(f"{out}: a comparison is a file of HTML, such as {out.with_suffix('.html')}")
    if not (NOTEBOOKS / NOTEBOOK).is_file():
        raise ValueError(f"no {NOTEBOOK} in {NOTEBOOKS}: comparisons are made from a checkout of the kit")
    return out


def _links_beside(out: Path) -> Path:
    return out.with_name(f"{out.stem}-links.csv")


def _known(links: str | Path | None, out: Path) -> Path | None:
    """The linking table to keep to: the one given, else the one beside the page."""
    beside = _links_beside(out)
    return Path(links) if links is not None else beside if beside.is_file() else None


def _say_links(found: Comparison, known: Path | None, out: Path, say: Say) -> None:
    """Write the linking table where there is none, and say where it is."""
    unsure = counted(
        int((found.links.how == "ambiguous").sum()), "name that may mean several", "names that may mean several"
    )
    if known is None:
        write_links(found.links, _links_beside(out))
        say(f"{unsure}; who is who stands in {_links_beside(out)}: correct it, and the next run keeps to it")
    else:
        say(f"{unsure}; linked as in {known}")


def _read(
    paths: Iterable[str | Path],
    *,
    quiet: bool,
    say: Say,
    model: str | None,
    codebook: str | Path | None = None,
    **options: Any,
) -> tuple[Reading, list[tuple[str, str]]]:
    """The tables of all articles, loaded where they are saved, and what could not be read."""
    given = [paths] if isinstance(paths, str | Path) else list(paths)
    if given and all((Path(path) / "articles.parquet").is_file() for path in given):
        return Reading.concat(map(Reading.load, given)), []
    readings = analyse_many(read_corpus(given, say=say, **options), model=model, codebook=codebook)
    good, unread = _sorted_out(told_progress(readings, Counter(), quiet=quiet))
    n_undated = sum((reading.problems.stage == "dates").any() for reading in good)
    if n_undated:
        say(undated(n_undated))
    return Reading.concat(good), unread


def _page(folder: Path, found: Comparison, unread: list[tuple[str, str]], pool: Executor) -> str:
    """Run the notebook in the folder, on its tables, and render what came out."""
    parameters = {"corpus": "tables", "metadata": None, "links": "comparison/links.csv"}
    run = pool.submit(run_notebook, NOTEBOOKS / NOTEBOOK, folder / NOTEBOOK, parameters)
    try:
        rendered = render_notebook(run.result(), prefix="05")
    except BrokenExecutor:
        raise ValueError(f"{NOTEBOOK}: a cell took more than {LONGEST} seconds, or its process ended") from None
    model = rows(found.reading.articles)[0].model
    title = f"{counted(len(found.articles), 'article')} compared"
    told = pages.compared.story(found)
    return render_page([Part(title, [rendered], model, told)], unread=unread, version=version("readout-news"))


def _publish(folder: Path, out: Path) -> None:
    """Move everything to its place, the page last."""
    beside = out.with_name(f"{out.stem}-notebooks")
    beside.mkdir(exist_ok=True)
    for name in ("tables", "comparison", NOTEBOOK):
        old = beside / name
        if old.is_dir():
            rmtree(old)
        os.replace(folder / name, old)
    os.replace(folder / out.name, out)
