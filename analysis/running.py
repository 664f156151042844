"""Notebooks run headless, by papermill."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from subprocess import DEVNULL
from typing import Any

LONGEST = 90  # seconds a cell: the articles are read before, so that a cell takes a second or two
TRIES = 2  # a client can miss a kernel's answer and wait for good; the notebook is then run anew


def run_notebook(notebook: Path, out: Path, parameters: Mapping[str, Any]) -> Any:
    """Run a notebook by papermill, in the folder of `out`, and return it. It says nothing of where it was run.

    Raises ValueError that names notebook and cell where a cell fails, or a widget's callback.
    """
    from nbclient.exceptions import CellTimeoutError
    from papermill import PapermillExecutionError, execute_notebook
    from papermill.iorw import write_ipynb

    options = {"progress_bar": False, "kernel_name": "python3", "language": "python", "execution_timeout": LONGEST}
    options |= {"resources": {"metadata": {"path": str(out.parent)}}, "kernel_manager_class": _quiet_manager()}
    for left in reversed(range(TRIES)):
        try:
            done = execute_notebook(notebook, out, parameters=dict(parameters), engine_name=_engine(), **options)
            break
        except CellTimeoutError:
            if not left:
                raise ValueError(f"{notebook.name}: a cell took more than {LONGEST} seconds") from None
        except PapermillExecutionError as error:
            raise ValueError(f"{notebook.name}, cell {error.cell_index}: {error.ename}: {error.evalue}") from None
    for path in ("input_path", "output_path"):
        done.metadata["papermill"].pop(path, None)
    write_ipynb(done, str(out))
    return done


@cache
def _engine() -> str:
    """A papermill engine whose client answers no widget: nobody looks on, and its answers can cross the kernel's.

    What a widget shows is then output of the cell that made it, an error in its callback too.
    """
    from papermill import engines

    class Silent(engines.PapermillNotebookClient):
        def on_comm_open_jupyter_widget(self, msg: Any) -> None:
            return None

    class Engine(engines.NBClientEngine):
        @classmethod
        def execute_managed_notebook(cls, nb_man: Any, kernel_name: str, **options: Any) -> None:
            timeout, start = options.pop("execution_timeout"), options.pop("start_timeout", 60)
            unused = ("log_output", "stdout_file", "stderr_file", "input_path", "output_path")
            kept = {key: value for key, value in options.items() if key not in unused}
            return Silent(nb_man, timeout=timeout, startup_timeout=start, kernel_name=kernel_name, **kept).execute()

    engines.papermill_engines.register("readout", Engine)
    return "readout"


@cache
def _quiet_manager() -> type:
    """Starts kernels whose own messages (not the notebook's) are not shown: they are not the reader's concern."""
    from jupyter_client.manager import AsyncKernelManager

    class QuietManager(AsyncKernelManager):
        async def _async_start_kernel(self, **options: Any) -> None:
            await super()._async_start_kernel(**options | {"stderr": DEVNULL})

        start_kernel = _async_start_kernel

    return QuietManager
