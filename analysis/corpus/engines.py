"""Who reads batches: this process, worker processes, Dask's workers. Each gives `submit`, and how far to go ahead."""

from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Future
from contextlib import contextmanager
from functools import partial
from multiprocessing import current_process
from typing import Any

from analysis.corpus.pool import Limits, Pool
from analysis.records import Article, ArticleReading

Read = Callable[[list[Article]], list[ArticleReading]]
Submit = Callable[[list[Article]], Any]  # gives what has a `result()`
WAITING = 2  # batches handed out ahead, a worker: enough to keep it busy, few enough to keep memory flat


@contextmanager
def alone(read: Read) -> Iterator[tuple[Submit, int]]:
    """This process, a batch at a time."""
    yield partial(at_once, read), 1


def at_once(task: Callable[..., Any], *given: Any, **how: Any) -> Future[Any]:
    """A task that is done when it is handed out."""
    done: Future[Any] = Future()
    done.set_result(task(*given, **how))
    return done


@contextmanager
def processes(workers: int, model: str | None, limits: Limits) -> Iterator[tuple[Submit, int]]:
    """Worker processes on this machine."""
    with Pool(workers, model, limits) as pool:
        yield pool.submit, workers * WAITING


def allow_workers() -> None:
    """Let this process start others: one of Dask's is a daemon, which may not. Ours end with it all the same."""
    current_process()._config["daemon"] = False  # type: ignore[attr-defined]


def read_limited(articles: list[Article], model: str | None, limits: Limits) -> list[ArticleReading]:
    """Read a batch in a worker process of this one."""
    allow_workers()
    with Pool(1, model, limits) as pool:
        return pool.submit(articles).result()


@contextmanager
def dask(read: Read, workers: int, scheduler: str | None) -> Iterator[tuple[Submit, int]]:
    """The workers of a Dask scheduler, or of a cluster made here."""
    with cluster(workers, scheduler) as (client, n_workers):
        yield lambda articles: client.submit(read, articles, pure=False), n_workers * WAITING


@contextmanager
def tasks(engine: str, workers: int, scheduler: str | None) -> Iterator[tuple[Callable[..., Any], int]]:
    """What hands out a task, and to how many: Dask's workers, or this process."""
    if engine != "dask":
        yield at_once, 1
        return
    with cluster(workers, scheduler) as (client, n_workers):
        yield partial(client.submit, pure=False), n_workers


@contextmanager
def cluster(workers: int, scheduler: str | None) -> Iterator[tuple[Any, int]]:
    """A client of a Dask scheduler, or of a cluster made here, and the number of its workers.

    Raises RuntimeError where the scheduler ends while it is at work.
    """
    from distributed import Client, LocalCluster

    if scheduler:
        try:
            with Client(scheduler) as client:
                yield client, max(1, len(client.scheduler_info(n_workers=-1)["workers"]))
        except CancelledError:
            raise RuntimeError(f"the scheduler at {scheduler} was lost; started again, the run goes on") from None
        return
    with (
        LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=None) as made,
        Client(made) as client,
    ):
        yield client, workers
