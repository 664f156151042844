"""Worker processes that are watched: one that takes too long or too much memory, or is lost, is replaced."""

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from threading import Lock, local
from time import monotonic
from types import TracebackType
from typing import Any, NamedTuple, Self

from analysis.corpus.worker import context, serve
from analysis.records import Article, ArticleReading, Problem

CHECKED = 0.2  # seconds between two looks at a busy worker
START = 300.0  # seconds in which a worker must have loaded the pipeline
STARTS = 3  # workers in a row that may end before they have


class Limits(NamedTuple):
    """What one article may cost: seconds (the parser's time for its batch counts as one article's), and megabytes of
    the worker that reads it, its pipeline included."""

    seconds: float = 300.0
    megabytes: float = 4000.0


class LostError(Exception):
    """A worker is gone; `sure` says that the article it was at is the reason."""

    def __init__(self, why: str, *, sure: bool = False) -> None:
        super().__init__(why)
        self.sure = sure


def failed(article: Article, stage: str, message: str) -> ArticleReading:
    """The reading of an article that could not be read."""
    problem = Problem(stage=stage, message=message)
    return ArticleReading(article=replace(article, problems=()), problems=(*article.problems, problem))


class Worker:
    """A worker process, seen from here. It reads one batch at a time."""

    def __init__(self, model: str | None, limits: Limits) -> None:
        self._limits = limits
        self._ours, theirs = context().Pipe()
        self._process = context().Process(target=serve, args=(theirs, model), daemon=True)
        self._process.start()
        theirs.close()

    def ready(self) -> None:
        """Wait until the pipeline is loaded. Raises LostError if the process ends before."""
        self._next(START)

    def read(self, articles: list[Article]) -> Iterator[ArticleReading]:
        """Readings as they come. Raises LostError where the worker must be replaced; it is ended then."""
        try:
            self._ours.send(articles)
            self._next(self._limits.seconds)  # all are parsed
        except OSError:
            raise LostError(self._ended()) from None
        for _ in articles:
            yield self._next(self._limits.seconds, sure=True)

    def _next(self, seconds: float, *, sure: bool = False) -> Any:
        end = monotonic() + seconds
        while not self._ours.poll(CHECKED):
            if monotonic() > end:
                self.stop()
                raise LostError(f"it took longer than {seconds:g} s, the limit; its worker was replaced", sure=sure)
            if self._megabytes() > self._limits.megabytes:
                self.stop()
                most = f"{self._limits.megabytes:,.0f} MB"
                raise LostError(f"it took more than {most} of memory, the limit; its worker was replaced")
        try:
            return self._ours.recv()
        except (EOFError, OSError):
            raise LostError(self._ended()) from None

    def _megabytes(self) -> float:
        import psutil

        try:
            return psutil.Process(self._process.pid).memory_info().rss / 2**20
        except psutil.Error:  # it has ended: the pipe says so next
            return 0.0

    def _ended(self) -> str:
        self.stop()
        return f"its worker ended unasked (exit status {self._process.exitcode}) and was replaced"

    def stop(self) -> None:
        """End the process now."""
        self._process.kill()
        self._process.join()


class Pool:
    """So many workers, each kept busy by a thread of its own: `with Pool(2, None, Limits()) as pool: ...`.

    A batch whose worker is lost is read again, article by article, by a new one: who is lost again is the one at fault
    and comes out with that as its problem.
    """

    def __init__(self, workers: int, model: str | None, limits: Limits) -> None:
        self._model, self._limits = model, limits
        self._threads = ThreadPoolExecutor(workers, thread_name_prefix="reading")
        self._own = local()
        self._all: list[Worker] = []
        self._lock, self._closed = Lock(), False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._lock:
            self._closed = True
            for worker in self._all:
                worker.stop()
        self._threads.shutdown(cancel_futures=True)

    def submit(self, articles: list[Article]) -> Future[list[ArticleReading]]:
        """Have a batch read."""
        return self._threads.submit(self._read, articles)

    def _read(self, articles: list[Article]) -> list[ArticleReading]:
        read: list[ArticleReading] = []
        try:
            for reading in self._from_worker(articles):
                read.append(reading)  # what came before a worker was lost is kept
        except LostError as lost:
            if lost.sure:
                read.append(failed(articles[len(read)], "reading", str(lost)))
            return [*read, *map(self._read_again, articles[len(read) :])]
        return read

    def _from_worker(self, articles: list[Article]) -> Iterator[ArticleReading]:
        worker = self._worker()
        try:
            yield from worker.read(articles)
        except LostError:
            self._own.worker = None
            raise

    def _read_again(self, article: Article) -> ArticleReading:
        try:
            return next(self._from_worker([article]))
        except LostError as lost:
            return failed(article, "reading", str(lost))

    def _worker(self) -> Worker:
        """This thread's worker, a new one where it has none."""
        if found := getattr(self._own, "worker", None):
            return found
        for _ in range(STARTS):
            worker = self._started()
            try:
                worker.ready()
            except LostError as lost:
                why = str(lost)
            else:
                self._own.worker = worker
                return worker
        raise RuntimeError(f"no worker process can be started: {why}")

    def _started(self) -> Worker:
        with self._lock:
            if self._closed:
                raise RuntimeError("the run has ended")
            worker = Worker(self._model, self._limits)
            self._all.append(worker)
        return worker
