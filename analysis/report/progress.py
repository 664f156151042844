"""How far a report is: a bar where somebody looks on, a line a step where standard error is a file or a pipe."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

from tqdm import tqdm

from analysis.console import counted, say

EVERY = 10  # articles after which it is said how many are read
T = TypeVar("T")


class Steps:
    """Steps that follow the reading; each begins when it is called by its name."""

    def __init__(self, bar: tqdm, lines: bool) -> None:
        self._bar, self._lines, self._begun, self._n_read = bar, lines, 0, 0
        self._tell("reading")

    def reading(self, reading: T) -> T:
        """One more article is read; of many it is said now and then."""
        self._n_read += 1
        if self._n_read % EVERY == 0:
            self.say(f"{counted(self._n_read, 'article')} read so far")
        return reading

    def read(self, articles: int, total: int) -> None:
        """The reading is done; so many steps follow."""
        self._bar.total = total
        self.say(f"{counted(articles, 'article')} read")

    def __call__(self, name: str) -> None:
        """The step before is done, this one begins."""
        self._bar.update(self._begun > 0)
        self._begun += 1
        self._tell(name)

    def say(self, words: str) -> None:
        """Where there is no bar, a line."""
        if self._lines:
            say(words)

    def _tell(self, name: str) -> None:
        self._bar.set_description_str(name)
        self.say(f"{name} ({self._begun} of {self._bar.total})" if self._begun else f"{name} …")


class _Bar(tqdm):
    monitor_interval = 0  # no thread of its own: a process that has threads is not forked


@contextmanager
def steps(shown: bool) -> Iterator[Steps]:
    """Steps that are shown, or not."""
    lines = shown and not sys.stderr.isatty()
    shape = "{desc:<32} {n_fmt}/{total_fmt} {elapsed}"
    with _Bar(total=None, disable=lines or not shown, bar_format=shape, leave=False) as bar:
        yield Steps(bar, lines)
