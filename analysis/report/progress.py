"""How far a report is: a bar where somebody looks on, a line a step where standard error is a file or a pipe."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from tqdm import tqdm

from analysis.console import say


class Steps:
    """Steps of which each begins when it is called by its name. `total` is how many there are, once that is known."""

    def __init__(self, bar: tqdm, lines: bool) -> None:
        self.total: int | None = None
        self._bar, self._lines, self._begun = bar, lines, 0

    def __call__(self, name: str) -> None:
        """The step before is done, this one begins."""
        self._bar.total = self.total
        self._bar.set_description_str(name, refresh=False)
        self._bar.update(self._begun > 0)
        self._begun += 1
        if self._lines:
            say(f"{name} ({self._begun} of {self.total})" if self.total else name)


@contextmanager
def steps(shown: bool) -> Iterator[Steps]:
    """Steps that are shown, or not."""
    lines = shown and not sys.stderr.isatty()
    shape = "{desc:<32} {n_fmt}/{total_fmt} {elapsed}"
    with tqdm(total=None, disable=lines or not shown, bar_format=shape, leave=False) as bar:
        yield Steps(bar, lines)
