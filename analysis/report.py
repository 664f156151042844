"""The report: the notebooks run headless on saved tables, and rendered to one HTML file that needs nothing else."""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from importlib.metadata import version
from pathlib import Path
from subprocess import DEVNULL
from tempfile import TemporaryDirectory
from typing import Any

from tqdm import tqdm

from analysis.article import read_corpus
from analysis.charts.base import rows
from analysis.opening import ROOT
from analysis.pages import title
from analysis.reading import Reading, analyse_many
from analysis.rendering import Part, Rendered, render_notebook, render_page

NOTEBOOKS = ROOT / "notebooks"
OUTPUTS = "application/vnd.jupyter.widget-state+json"


def render_report(
    paths: Iterable[str | Path],
    out: str | Path,
    *,
    published: date | str | None = None,
    metadata: str | Path | None = None,
    model: str | None = None,
    progress: bool = True,
) -> None:
    """Read the articles, run the notebooks on each and write one HTML file.

    The executed notebooks and the tables that they show are kept beside it, in a folder of its name with `-notebooks`
    behind. Nothing is written unless everything has worked. Raises ValueError where no article can be read, and where
    a cell or a widget fails.
    """
    out = Path(out)
    notebooks = _notebooks()
    articles = read_corpus(paths, metadata=metadata, published=published)
    out.parent.mkdir(parents=True, exist_ok=True)
    with (
        TemporaryDirectory(dir=out.parent, prefix=f".{out.stem}-") as folder,
        _kernel(Path(folder)) as kernel,
        _bar(progress) as step,
    ):
        step("reading")
        good, unread = _sorted_out(analyse_many(articles, model=model))
        step.of(1 + len(good) * len(notebooks))
        parts = _run(good, notebooks, Path(folder), kernel, step)
        page = render_page(parts, unread=unread, version=version("readout-news"))
        _publish(Path(folder), page, out)


def _notebooks() -> list[Path]:
    found = sorted(NOTEBOOKS.glob("[0-9][0-9]-*.ipynb"))
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
        raise ValueError("; ".join(why for _, why in unread) or "there is no article to read")
    return good, unread


def _run(readings: list[Reading], notebooks: list[Path], folder: Path, kernel: Any, step: Any) -> list[Part]:
    """Run all notebooks on all readings and render what came out."""
    parts = []
    for n, reading in enumerate(readings, 1):
        prefix = f"{n:03}-" if len(readings) > 1 else ""
        tables = folder / f"{prefix}tables"
        reading.save(tables)
        rendered: list[Rendered] = []
        for notebook in notebooks:
            step(notebook.stem)
            out = folder / f"{prefix}{notebook.name}"
            done = run_notebook(notebook, out, {"article": tables.name, "published": None}, kernel=kernel)
            rendered.append(render_notebook(done, prefix=f"{prefix}{notebook.stem[:2]}", down=1 + bool(prefix)))
        parts.append(Part(title(reading), rendered, rows(reading.articles)[0].model))
    return parts


def run_notebook(notebook: Path, out: Path, parameters: Mapping[str, Any], *, kernel: Any = None) -> Any:
    """Run a notebook by papermill and return it; `kernel` is a kernel manager to run it in.

    Raises ValueError that names notebook and cell where a cell fails, or a widget's callback.
    """
    from papermill import PapermillExecutionError, execute_notebook

    options = {"progress_bar": False, "kernel_name": "python3", "cwd": out.parent, "log_output": False}
    if kernel is not None:
        options["km"] = kernel
    try:
        done = execute_notebook(notebook, out, parameters=dict(parameters), **options)
    except PapermillExecutionError as error:
        raise ValueError(f"{notebook.name}, cell {error.cell_index}: {error.ename}: {error.evalue}") from None
    for failure in _widget_errors(done):
        raise ValueError(f"{notebook.name}, in a widget: {failure['ename']}: {failure['evalue']}")
    return done


def _widget_errors(notebook: Any) -> Iterator[dict[str, str]]:
    """Errors in callbacks don't reach a cell; they are outputs of an Output widget."""
    state = notebook.metadata.get("widgets", {}).get(OUTPUTS, {}).get("state", {})
    for widget in state.values():
        outputs = widget.get("state", {}).get("outputs", ())
        yield from (output for output in outputs if output.get("output_type") == "error")


@contextmanager
def _kernel(folder: Path) -> Iterator[Any]:
    """One kernel for all notebooks, since starting one costs more than running a notebook.

    It starts in the background; its own messages are not the reader's concern.
    """
    from jupyter_client.manager import AsyncKernelManager
    from jupyter_core.utils import run_sync

    manager = AsyncKernelManager(kernel_name="python3")
    run_sync(manager.start_kernel)(cwd=str(folder), stderr=DEVNULL)
    try:
        yield manager
    finally:
        run_sync(manager.shutdown_kernel)(now=True)


def _publish(folder: Path, page: str, out: Path) -> None:
    """Move everything to its place, the report last."""
    (folder / "page.html").write_text(page, encoding="utf-8")
    beside = out.with_name(f"{out.stem}-notebooks")
    for path in sorted(folder.rglob("*")):
        target = beside / path.relative_to(folder)
        if path.is_dir():
            target.mkdir(parents=True, exist_ok=True)
        elif path.name != "page.html":
            target.parent.mkdir(parents=True, exist_ok=True)
            os.replace(path, target)
    os.replace(folder / "page.html", out)


@contextmanager
def _bar(shown: bool) -> Iterator[Any]:
    """A progress bar; calling it begins the next step."""
    with tqdm(total=None, disable=not shown, bar_format="{desc:<32} {n}/{total} {elapsed}") as bar:
        yield _Steps(bar)


class _Steps:
    def __init__(self, bar: Any) -> None:
        self._bar, self._begun = bar, False

    def __call__(self, name: str) -> None:
        self._bar.set_description_str(name, refresh=False)
        self._bar.update(self._begun)
        self._begun = True

    def of(self, total: int) -> None:
        self._bar.total = total
