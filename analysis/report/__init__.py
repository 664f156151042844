"""The report: the notebooks run headless on saved tables, and rendered to one HTML file that needs nothing else."""

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import contextmanager, suppress
from datetime import date
from importlib.metadata import version
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import quote

from analysis.article import read_corpus
from analysis.console import counted, undated
from analysis.pages import articles, method, shared_actors, shared_stances, story, title
from analysis.pages.blocks import Block, note
from analysis.reading import ROOT, Reading, analyse_many
from analysis.report.notebooks import LONGEST, run_notebook, workers
from analysis.report.printing import find_browser, print_page
from analysis.report.progress import Steps, steps
from analysis.report.render import Part, render_notebook, render_page
from analysis.tables.plain import rows

NOTEBOOKS = ROOT / "notebooks"
OWN = re.compile(r"(?:\d{3}-)?(?:\d\d-.+\.ipynb|tables)|\d{3}\.(?:html|pdf)")  # what a report puts beside itself
LAST = "02"  # the notebook of tables stands behind those of text and charts
WHOLE = "page.html"  # the report in the folder it is made in
SAME = "Actors are taken for the same where articles give them the same full name, issues where the words are the same."


def render_report(
    paths: Iterable[str | Path],
    out: str | Path,
    *,
    published: date | str | None = None,
    metadata: str | Path | None = None,
    text: str | None = None,
    fields: Mapping[str, str] | None = None,
    model: str | None = None,
    codebook: str | Path | None = None,
    corrections: str | Path | None = None,
    least: float | None = None,
    each: bool = False,
    pdf: bool = False,
    progress: bool = True,
    say: Callable[[str], None] | None = None,
) -> None:
    """Read the articles (as `read_corpus` does), run the notebooks on each and write one HTML file.

    `codebook` and `corrections` are those of `analyse_many`. With `least`, rows are shown that are at least so sure,
    else those above the line measured for their table. With `each`, the file is an index of the articles and of what
    they have in common, and each has a page of its own. With `pdf`, each HTML file is printed beside itself too, by
    Chromium or Chrome.

    The executed notebooks, the tables that they show and the pages of the articles are kept beside it, in a folder of
    its name with `-notebooks` behind; those of an earlier report of that name are replaced. Nothing is written, and no
    folder made, unless everything has worked. Raises ValueError where no article can be read, where a cell or a widget
    fails, where `out` is a folder or no HTML file, and where there is nothing to print with.

    >>> render_report(["article.txt"], "article.html", published="2020-01-15")  # doctest: +SKIP
    """
    out = _checked(Path(out))
    browser = find_browser() if pdf else None
    notebooks = _notebooks()
    found = read_corpus(paths, metadata=metadata, published=published, text=text, fields=fields, say=say)
    with workers() as pool, _beside(out) as folder, steps(progress) as step:
        read = analyse_many(found, model=model, codebook=codebook, corrections=corrections)
        good, unread = _sorted_out(map(step.reading, read))
        good = [reading if least is None else reading.showing(least) for reading in good]
        step.read(len(good), len(good) * len(notebooks))
        n_undated = sum((reading.problems.stage == "dates").any() for reading in good)
        if n_undated and say:
            say(undated(n_undated))
        parts = _run(good, notebooks, folder, step, pool, alone=each)
        for place, page in _pages(parts, good, unread, out, each=each).items():
            (folder / place).write_text(page, encoding="utf-8")
            if browser:
                step.say(f"printing {(out if place == WHOLE else Path(place)).with_suffix('.pdf').name}")
                print_page(folder / place, (folder / place).with_suffix(".pdf"), browser)
        _publish(folder, out)


def _checked(out: Path) -> Path:
    if out.is_dir():
        raise ValueError(f"{out} is a folder; a file to write is needed, such as {out / 'report.html'}")
    if out.suffix.lower() not in (".html", ".htm"):
        raise ValueError(f"{out}: a report is HTML, so that its name ends as in {out.with_suffix('.html')}")
    return out


@contextmanager
def _beside(out: Path) -> Iterator[Path]:
    """A folder to make a report in, where it will stand; folders made for it go again if it is not made."""
    new = [folder for folder in (out.parent, *out.parent.parents) if not folder.exists()]
    out.parent.mkdir(parents=True, exist_ok=True)
    try:
        with TemporaryDirectory(dir=out.parent, prefix=f".{out.stem}-") as folder:
            yield Path(folder).resolve()
    except BaseException:
        for folder in new:
            with suppress(OSError):
                folder.rmdir()
        raise


def _notebooks() -> list[Path]:
    """The notebooks of one article in the order of the report: text and charts, tables, the explorer."""
    found = sorted(NOTEBOOKS.glob("0[1-4]-*.ipynb"), key=lambda path: (path.name > "04", path.name[:2] == LAST, path))
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


def _overview(readings: list[Reading], hrefs: list[str]) -> Block | None:
    """What several articles have in common, before each of them."""
    if len(readings) == 1:
        return None
    whole = Reading.concat(readings)
    return note(SAME) + articles(whole, hrefs=hrefs) + shared_actors(whole) + shared_stances(whole)


def _pages(
    parts: list[Part], readings: list[Reading], unread: list[tuple[str, str]], out: Path, *, each: bool
) -> dict[str, str]:
    """The HTML of the report by its place in the folder it is made in; of one article or with `each`, of several."""
    by = version("readout-news")
    if not each or len(parts) == 1:
        hrefs = [f"#article-{n}" for n in range(1, len(parts) + 1)]
        whole = render_page(parts, overview=_overview(readings, hrefs), unread=unread, version=by)
        return {WHOLE: whole}
    names = [f"{n:03}.html" for n in range(1, len(parts) + 1)]
    hrefs = [f"{quote(_kept_in(out).name)}/{name}" for name in names]
    heading = counted(len(parts), "article")
    index = render_page([], overview=_overview(readings, hrefs), unread=unread, version=by, title=heading)
    back = f"../{quote(out.name)}"
    own = {name: render_page([part], version=by, index=back) for name, part in zip(names, parts, strict=True)}
    return {WHOLE: index} | own


def _kept_in(out: Path) -> Path:
    return out.with_name(f"{out.stem}-notebooks")


def _run(
    readings: list[Reading], notebooks: list[Path], folder: Path, step: Steps, pool: Executor, *, alone: bool
) -> list[Part]:
    """Run all notebooks on all readings, some side by side, and render it; `alone` for pages of their own."""
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
            number, down = f"{prefix}{notebook.stem[:2]}", 1 + bool(prefix and not alone)
            rendered.append(render_notebook(_result(run, notebook), prefix=number, down=down))
        told = story(reading), method(reading)
        parts.append(Part(title(reading), rendered, rows(reading.articles)[0].model, *told))
    return parts


def _result(run: Future, notebook: Path) -> Any:
    try:
        return run.result()
    except BrokenExecutor:
        raise ValueError(f"{notebook.name}: a cell took more than {LONGEST} seconds, or its process ended") from None


def _publish(folder: Path, out: Path) -> None:
    """Move everything to its place, the report last."""
    beside = _kept_in(out)
    for old in [path for path in beside.glob("*") if OWN.fullmatch(path.name)]:
        rmtree(old) if old.is_dir() else old.unlink()
    for path in sorted(folder.rglob("*")):
        target = beside / path.relative_to(folder)
        if path.is_dir():
            target.mkdir(parents=True, exist_ok=True)
        elif path.stem != Path(WHOLE).stem:
            target.parent.mkdir(parents=True, exist_ok=True)
            os.replace(path, target)
    for path in sorted(folder.glob(f"{Path(WHOLE).stem}.*"), reverse=True):
        os.replace(path, out if path.name == WHOLE else out.with_suffix(path.suffix))
