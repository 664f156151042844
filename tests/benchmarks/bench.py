"""What the analysis costs beside the parser: `make bench CORPUS=folder` prints one table of ratios.

Each row is a process of its own on the same texts, so that memory is its own too. Seconds of computing say more than
those of the clock on a machine that is busy; both are printed, and the ratios are of both.
"""

import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from itertools import cycle, islice
from threading import Event, Thread
from time import monotonic
from typing import NamedTuple

import psutil

from analysis import article
from analysis.corpus import Limits, read_all
from analysis.model import installed, model_name
from analysis.records import Article

SIZES = (50, 500)
LOOK = 0.1  # seconds between two looks at the memory
ROWS = {"bare pipe": 0, "analysis, 1 process": 1, "analysis, 2 processes": 2}  # and how many worker processes


class Cost(NamedTuple):
    """Seconds by the clock, seconds of computing, and the most memory of one process, in MB."""

    clock: float
    computing: float
    memory: float


def main(corpus: str) -> None:
    """Print the table for 50 and 500 articles of a folder (repeated where it holds fewer)."""
    if not corpus:
        sys.exit("usage: make bench CORPUS=folder")
    for size in SIZES:
        found = {name: measured(corpus, size, workers) for name, workers in ROWS.items()}
        bare = found["bare pipe"]
        print(f"{size} articles: bare pipe and analysis")
        print(f"{'':22s}a second   clock  computing   ratio (clock, computing)   MB a process")
        for name, cost in found.items():
            ratios = f"{cost.clock / bare.clock:5.2f} {cost.computing / bare.computing:5.2f}"
            times = f"{size / cost.clock:8.1f} {cost.clock:7.1f} {cost.computing:10.1f}"
            print(f"{name:22s}{times}   {ratios}                {cost.memory:10.0f}")


def measured(corpus: str, size: int, workers: int) -> Cost:
    """What one row costs, in a process of its own and the workers that it starts."""
    command = [sys.executable, __file__, corpus, str(size), str(workers)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        sys.exit(done.returncode)
    return Cost(*map(float, done.stdout.split()))


def row(corpus: str, size: int, workers: int) -> None:
    """Measure one row here, after a warm-up, and print it."""
    articles = [found for found in article.read_corpus([corpus], say=lambda _: None) if found.paragraphs]
    if not articles:
        sys.exit(f"no article could be read in {corpus}")
    chosen = (replace(one, article_id=str(n)) for n, one in enumerate(islice(cycle(articles), size)))
    run = partial(read_all, workers=workers, limits=Limits() if workers > 1 else None) if workers else _bare()
    _finish(run(articles[:3]))
    before, begun, seen = _computing(), monotonic(), Seen()
    with seen:
        _finish(run(chosen))
    print(monotonic() - begun, seen.computing - before, seen.memory)


def _bare() -> Callable[[Iterable[Article]], Iterable[object]]:
    """The pipeline as it comes, with its own components and batches."""
    nlp = installed(model_name())
    return lambda articles: nlp.pipe(one.text for one in articles)


def _finish(run: Iterable[object]) -> None:
    for _ in run:
        pass


def _computing() -> float:
    return sum(psutil.Process().cpu_times()[:2])


class Seen:
    """Looks at this process and those below it while they work: what they have computed, and the largest one's MB."""

    def __init__(self) -> None:
        self._spent: dict[int, float] = {}
        self.memory = 0.0
        self._end, self._looking = Event(), Thread(target=self._look, daemon=True)

    def __enter__(self) -> None:
        self._looking.start()

    def __exit__(self, *_: object) -> None:
        self._end.set()
        self._looking.join()

    @property
    def computing(self) -> float:
        """Seconds that all of them have computed."""
        return sum(self._spent.values())

    def _look(self) -> None:
        own, ended = psutil.Process(), False
        while not ended:
            ended = self._end.wait(LOOK)  # a last look when all is done
            for one in [own, *own.children(recursive=True)]:
                try:
                    self._spent[one.pid] = sum(one.cpu_times()[:2])
                    self.memory = max(self.memory, one.memory_info().rss / 2**20)
                except psutil.Error:  # it has just ended
                    continue


if __name__ == "__main__":
    if len(sys.argv) > 2:
        row(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
    else:
        main(*sys.argv[1:] or [""])
