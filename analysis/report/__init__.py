"""The report: the notebooks run headless on saved tables, and rendered to one HTML file that needs nothing else."""

import os
import re
from collections.abc import Callable, Iterable
from concurrent.futures import BrokenExecutor, Executor, Future
from datetime import date
from importlib.metadata import version
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory
from typing import Any

from analysis.article import read_corpus
from analysis.console import undated
from analysis.pages import articles, shared_actors, shared_stances, title
from analysis.pages.blocks import Block, note
from analysis.reading import ROOT, Reading, analyse_many
from analysis.report.notebooks import LONGEST, run_notebook, workers
from analysis.report.progress import Steps, steps
from analysis.report.render import Part, render_notebook, render_page
from analysis.tables.plain import rows

NOTEBOOKS = ROOT / "notebooks"
OWN = re.compile(r"(?:\d{3}-)?(?:\d\d-.+\.ipynb|tables)")  # what a report puts beside itself
SAME = "Actors are taken for the same where articles give them the same full name, issues where the words are the same."


def render_report(
    paths: Iterable[str | Path],
    out: str | Path,
    *,
    published: date | str | None = None,
    metadata: str | Path | None = None,
    text: str | None = None,
    model: str | None = None,
    least: float | None = None,
    progress: bool = True,
    say: Callable[[str], None] | None = None,
) -> None:
    """Read the articles (as `read_corpus` does), run the notebooks on each and write one HTML file.

    With `least`, rows are shown that are at least so sure, else those above the line measured for their table.

    The executed notebooks and the tables that they show are kept beside it, in a folder of its name with `-notebooks`
    behind; those of an earlier report of that name are replaced. Nothing is written unless everything has worked.
    Raises ValueError where no article can be read, where a cell or a widget fails, and where `out` is a folder or no
    HTML file.
    """
    out = Path(out)
    if out.is_dir():
        raise ValueError(f"{out} is a folder; a file to write is needed, such as {out / 'report.html'}")
    if out.suffix.lower() not in (".html", ".htm"):
        raise ValueError(f"{out}: a report is HTML, so that its name ends as in {out.with_suffix('.html')}")
    notebooks = _notebooks()
    found = read_corpus(paths, metadata=metadata, published=published, text=text, say=say)
    out.parent.mkdir(parents=True, exist_ok=True)
    with (
        workers() as pool,
        TemporaryDirectory(dir=out.parent, prefix=f".{out.stem}-") as folder,
        steps(progress) as step,
    ):
        good, unread = _sorted_out(analyse_many(found, model=model))
        good = [reading if least is None else reading.showing(least) for reading in good]
        step.read(len(good), len(good) * len(notebooks))
        n_undated = sum((reading.problems.stage == "dates").any() for reading in good)
        if n_undated and say:
            say(undated(n_undated))
        parts = _run(good, notebooks, Path(folder).resolve(), step, pool)
        page = render_page(parts, overview=_overview(good), unread=unread, version=version("readout-news"))
        _publish(Path(folder), page, out)


def _notebooks() -> list[Path]:
    found = sorted(NOTEBOOKS.glob("0[1-4]-*.ipynb"))  # the fifth is of many articles
    if not found:
        raise ValueError(f"no notebooks in {NOTEBOOKS}: reports are made from a checkout of the kit")
    return found


def _sorted_out(found: Iterable[Reading]) -> tuple[list[Reading], list[tuple[str, str]]]:
    """The readings with something in them, and the names of the others with why they have nothing."""
    good, unread = [], []
    for reading in found:
        if reading.articles.n_words.sum() > 0:
            good.append(reading)
        else:
            unread.extend((row.article_id, row.message) for row in rows(reading.problems))
    if not good:
        raise ValueError("; ".join(f"{name}: {why}" for name, why in unread) or "there is no article to read")
    return good, unread


def _overview(readings: list[Reading]) -> Block | None:
    """What several articles have in common, before each of them."""
    if len(readings) == 1:
        return None
    whole = Reading.concat(readings)
    hrefs = [f"#article-{n}" for n in range(1, len(readings) + 1)]
    return note(SAME) + articles(whole, hrefs=hrefs) + shared_actors(whole) + shared_stances(whole)


def _run(readings: list[Reading], notebooks: list[Path], folder: Path, step: Steps, pool: Executor) -> list[Part]:
    """Run all notebooks on all readings, some side by side, and render what came out."""
    prefixes = [f"{n:03}-" if len(readings) > 1 else "" for n in range(1, len(readings) + 1)]
    runs = []
    for reading, prefix in zip(readings, prefixes, strict=True):
        reading.save(folder / f"{prefix}tables")
        parameters = {"article": f"{prefix}tables", "published": None}
        outs = [(notebook, folder / f"{prefix}{notebook.name}", parameters) for notebook in notebooks]
        runs.append([pool.submit(run_notebook, *out) for out in outs])
    parts = []
    for reading, prefix, done in zip(readings, prefixes, runs, strict=True):
        rendered = []
        for notebook, run in zip(notebooks, done, strict=True):
            step(notebook.stem)
            number, down = f"{prefix}{notebook.stem[:2]}", 1 + bool(prefix)
            rendered.append(render_notebook(_result(run, notebook), prefix=number, down=down))
        parts.append(Part(title(reading), rendered, rows(reading.articles)[0].model))
    return parts


def _result(run: Future, notebook: Path) -> Any:
    try:
        return run.result()
    except BrokenExecutor:
        raise ValueError(f"{notebook.name}: a cell took more than {LONGEST} seconds, or its process ended") from None


def _publish(folder: Path, page: str, out: Path) -> None:
    """Move everything to its place, the report last."""
    (folder / "page.html").write_text(page, encoding="utf-8")
    beside = out.with_name(f"{out.stem}-notebooks")
    for old in [path for path in beside.glob("*") if OWN.fullmatch(path.name)]:
        rmtree(old) if old.is_dir() else old.unlink()
    for path in sorted(folder.rglob("*")):
        target = beside / path.relative_to(folder)
        if path.is_dir():
            target.mkdir(parents=True, exist_ok=True)
        elif path.name != "page.html":
            target.parent.mkdir(parents=True, exist_ok=True)
            os.replace(path, target)
    os.replace(folder / "page.html", out)
