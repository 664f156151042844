"""An IPython without a kernel, whose outputs go into a notebook's cell as Jupyter keeps them there."""

from base64 import b64encode
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from io import TextIOBase
from typing import Any

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell

Node = dict[str, Any]  # a notebook, a cell, an output: as nbformat has them


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
