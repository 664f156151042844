"""Notebooks run headless, without a kernel: IPython shells in a few processes that have loaded everything once.

There are no messages between a client and a kernel here, so none that can be missed.
"""

import faulthandler
import gc
import json
import os
import sys
import threading
from base64 import b64encode
from collections.abc import Iterator, Mapping
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from importlib import import_module
from io import TextIOBase
from multiprocessing import get_context
from pathlib import Path
from platform import python_version
from tempfile import TemporaryDirectory
from typing import Any

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from IPython.core.pylabtools import select_figure_formats
from traitlets.config import Config

from analysis.reading import Reading

AT_ONCE = 4  # processes: each takes about 200 MB where it is not forked
LONGEST = 90  # seconds a cell: the articles are read before, so that a cell takes a second or two
WORLD = ("analysis.explore", "analysis.pages", "matplotlib.pyplot", "matplotlib_inline.backend_inline")
WIDGETS = "application/vnd.jupyter.widget-state+json"
LANGUAGE = {"name": "python", "version": python_version(), "file_extension": ".py", "pygments_lexer": "ipython3"}
Node = dict[str, Any]  # a notebook, a cell, an output: as nbformat has them


@contextmanager
def workers() -> Iterator[Executor]:
    """Processes for `run_notebook`. They are forked before anything is read, so that no thread of a model is there.

    Where forking is not safe (not on Linux, or in a process with threads) each of them starts anew.
    """
    forks = sys.platform == "linux" and threading.active_count() == 1
    if forks:
        _warm()
    number = min(AT_ONCE, os.cpu_count() or 1)
    with ProcessPoolExecutor(number, get_context("fork" if forks else "spawn"), initializer=_begin) as pool:
        pool.submit(os.getpid)
        try:
            yield pool
        except BaseException:
            pool.shutdown(wait=True, cancel_futures=True)
            raise


def _warm() -> None:
    """Load all that a notebook uses; much of pandera and pyarrow comes with the first tables only."""
    for name in WORLD:
        import_module(name)
    with TemporaryDirectory() as folder:
        Reading.of([]).save(folder)
        Reading.load(folder)
    gc.freeze()  # what is there is shared for as long as no process walks it


def _begin() -> None:
    """What a process says for itself (not the notebook) is not shown: it is not the reader's concern."""
    silence = os.open(os.devnull, os.O_RDWR)
    for stream in (1, 2):
        os.dup2(silence, stream)


def run_notebook(notebook: Path, out: Path, parameters: Mapping[str, str | None]) -> Node:
    """Run a notebook in the folder of `out`, write it there and return it.

    Raises ValueError that names notebook and cell where a cell fails, or a widget's callback. A cell that takes more
    than LONGEST seconds ends the process.
    """
    done = _with_parameters(json.loads(notebook.read_text(encoding="utf-8")), parameters)
    os.chdir(out.parent)
    Shell.clear_instance()
    shell = Shell.instance(config=Config(HistoryManager={"enabled": False}))
    shell.enable_matplotlib("inline")
    select_figure_formats(shell, {"png"}, bbox_inches="tight")  # of all shells in a process only the first has them
    with open(os.devnull, "w") as silence:
        for number, cell in enumerate(done["cells"]):
            if cell["cell_type"] == "code":
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
    """Write the state of all widgets into the notebook, for whoever opens it without a kernel; close them."""
    from ipywidgets import Widget

    found = Widget.get_manager_state()
    if found["state"]:
        notebook["metadata"]["widgets"] = {WIDGETS: found}
    Widget.close_all()


class Shell(InteractiveShell):
    """An IPython whose outputs go into a notebook's cell. `error` says what failed in the last cell that was run."""

    def __init__(self, **options: Any) -> None:
        self.outputs: list[Node] = []
        self.error = ""
        self.clears = False  # before the next output
        super().__init__(displayhook_class=_Results, display_pub_class=_Displays, **options)

    def run(self, cell: Node) -> None:
        """Run a cell and put what it shows into it."""
        self.outputs = []
        cell.update(execution_count=self.execution_count, outputs=self.outputs)
        with redirect_stdout(_Stream(self, "stdout")), redirect_stderr(_Stream(self, "stderr")):
            self.run_cell("".join(cell["source"]), store_history=True)

    def show(self, kind: str, **fields: Any) -> Node:
        """Put an output behind the others."""
        if self.clears:
            self.clear()
        self.outputs.append({"output_type": kind, **fields})
        return self.outputs[-1]

    def clear(self, wait: bool = False) -> None:
        """Take the outputs away, at once or before the next one."""
        self.clears = wait
        if not wait:
            self.outputs.clear()

    def enable_gui(self, gui: Any = None) -> None:
        """There is no event loop to enable."""

    def _showtraceback(self, etype: type, evalue: BaseException, stb: list[str]) -> None:
        self.error = f"{etype.__name__}: {evalue}"
        self.show("error", ename=etype.__name__, evalue=str(evalue), traceback=stb)


class _Results(DisplayHook):
    """What the last line of a cell gives."""

    def write_output_prompt(self) -> None:
        pass

    def write_format_data(self, format_dict: dict[str, Any], md_dict: dict[str, Any] | None = None) -> None:
        fields = {"data": _as_text(format_dict), "metadata": md_dict or {}, "execution_count": self.prompt_count}
        self.shell.show("execute_result", **fields)

    def finish_displayhook(self) -> None:
        self._is_active = False


class _Displays(DisplayPublisher):
    """What `display` shows; one with an id can be shown anew in its place."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._named: dict[str, list[Node]] = {}

    def publish(
        self,
        data: dict[str, Any],
        metadata: dict[str, Any] | None = None,
        *,
        transient: dict[str, Any] | None = None,
        update: bool = False,
        **_: Any,
    ) -> None:
        fields = {"data": _as_text(data), "metadata": metadata or {}}
        named = self._named.setdefault((transient or {}).get("display_id", ""), [])
        if not update:
            named.append(self.shell.show("display_data", **fields))
            return
        for earlier in named:
            earlier.update(fields)

    def clear_output(self, wait: bool = False) -> None:
        self.shell.clear(wait)


class _Stream(TextIOBase):
    """Standard output or standard error of a cell."""

    def __init__(self, shell: Shell, name: str) -> None:
        self._shell, self._name = shell, name

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        last = None if self._shell.clears or not self._shell.outputs else self._shell.outputs[-1]
        if last is not None and last.get("name") == self._name:
            last["text"] += text
        elif text:
            self._shell.show("stream", name=self._name, text=text)
        return len(text)


def _as_text(data: Mapping[str, Any]) -> dict[str, Any]:
    """The data with what is bytes (images) as base64."""
    return {mime: b64encode(value).decode() if isinstance(value, bytes) else value for mime, value in data.items()}
