"""Notebooks run headless, without a kernel: IPython shells in a few processes that have loaded everything once.

There are no messages between a client and a kernel here, so none that can be missed.
"""

import faulthandler
import gc
import json
import os
import sys
import threading
from collections.abc import Iterator, Mapping
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from platform import python_version
from tempfile import TemporaryDirectory

import pandas as pd
from IPython.core.pylabtools import select_figure_formats
from ipywidgets import Widget
from traitlets.config import Config

from analysis.reading import Reading
from analysis.report.shell import Node, Shell

AT_ONCE = 4  # processes: each takes about 200 MB where it is not forked
LONGEST = 90  # seconds a cell: the articles are read before, so that a cell takes a second or two
WORLD = ("analysis.explore", "analysis.pages", "matplotlib.pyplot", "matplotlib_inline.backend_inline")
TRY = "try"  # the tag of cells that are there to be changed: a report does not run them
WIDGETS = "application/vnd.jupyter.widget-state+json"
LANGUAGE = {"name": "python", "version": python_version(), "file_extension": ".py", "pygments_lexer": "ipython3"}


@contextmanager
def workers() -> Iterator[Executor]:
    """Processes for `run_notebook`. They are forked before anything is read, so that no thread of a model is there.

    Where forking is not safe (not on Linux, or in a process with threads) each of them starts anew.
    """
    forks = sys.platform == "linux" and threading.active_count() == 1
    if forks:
        _warm()
    number = min(AT_ONCE, os.cpu_count() or 1)
    with ProcessPoolExecutor(number, get_context("fork" if forks else "spawn"), initializer=begin) as pool:
        pool.submit(os.getpid)
        try:
            yield pool
        except BaseException:
            pool.shutdown(wait=True, cancel_futures=True)
            raise


def _warm() -> None:
    """Load all that a notebook uses; much of pandera and pyarrow comes with the first tables only.

    What is there then is shared for as long as no process walks it in search of garbage.
    """
    gc.disable()
    for name in WORLD:
        import_module(name)
    with TemporaryDirectory() as folder:
        Reading.of([]).save(folder)
        Reading.load(folder)
    gc.freeze()
    gc.enable()


def begin() -> None:
    """What a process says for itself (not the notebook) is not shown: it is not the reader's concern."""
    pd.set_option("display.max_columns", 20)  # as in a kernel; pandas takes a process without one for a terminal
    gc.set_threshold(20_000)  # pages are made of many small things that stay
    silence = os.open(os.devnull, os.O_RDWR)
    for stream in (1, 2):
        os.dup2(silence, stream)


def run_notebook(notebook: Path, out: Path, parameters: Mapping[str, str | None]) -> Node:
    """Run a notebook in the folder of `out`, all but its cells tagged `try`, write it there and return it.

    Raises ValueError that names notebook and cell where a cell fails, or a widget's callback. A cell that takes more
    than LONGEST seconds ends the process.
    """
    done = _with_parameters(json.loads(notebook.read_text(encoding="utf-8")), parameters)
    os.chdir(out.parent)
    Widget.close_all()  # those of an earlier notebook
    Shell.clear_instance()
    shell = Shell.instance(config=Config(HistoryManager={"enabled": False}))
    shell.enable_matplotlib("inline")
    select_figure_formats(shell, {"png"}, bbox_inches="tight")  # of all shells in a process only the first has them
    with open(os.devnull, "w") as silence:
        for number, cell in enumerate(done["cells"]):
            if TRY in cell["metadata"].get("tags", ()):
                shell.execution_count += cell["cell_type"] == "code"
            elif cell["cell_type"] == "code":
                faulthandler.dump_traceback_later(LONGEST, exit=True, file=silence)
                shell.run(cell)
                faulthandler.cancel_dump_traceback_later()
            if shell.error:
                raise ValueError(f"{notebook.name}, cell {number}: {shell.error}")
    done["metadata"]["language_info"] = LANGUAGE
    _keep_widgets(done)
    out.write_text(json.dumps(done, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return done


def _with_parameters(notebook: Node, parameters: Mapping[str, str | None]) -> Node:
    """A cell with the parameters behind the one that is tagged so, or at the top: as papermill does it."""
    cells = notebook["cells"]
    tagged = [n for n, cell in enumerate(cells) if "parameters" in cell["metadata"].get("tags", ())]
    values = {name: "None" if value is None else json.dumps(value) for name, value in parameters.items()}
    source = "\n".join(["# Parameters", *(f"{name} = {value}" for name, value in values.items())])
    new = {"cell_type": "code", "id": "parameters", "metadata": {"tags": ["injected-parameters"]}, "source": source}
    cells.insert(tagged[0] + 1 if tagged else 0, new)
    return notebook


def _keep_widgets(notebook: Node) -> None:
    """Write the state of all widgets into the notebook, for whoever opens it without a kernel."""
    found = Widget.get_manager_state()
    if found["state"]:
        notebook["metadata"]["widgets"] = {WIDGETS: found}
