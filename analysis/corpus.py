"""A corpus at a time: batches of a fixed size, read here, by worker processes or by Dask's workers.

A batch is the same articles whoever reads it, so that the results are the same to the byte.
"""

import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from importlib.util import find_spec
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from analysis.codebook import Codebook, as_codebook
from analysis.corrections import with_corrections
from analysis.grammar.tokens import Parse
from analysis.model import BATCH, describe_model, load_model, parse_many
from analysis.readers import read_parse
from analysis.records import Article, ArticleReading, Problem

ENGINES = ("processes", "dask")
HOW = "read_article makes one of a file or an address, read_text of a string, read_corpus and read_frame make many"
WAITING = 2  # batches handed out ahead, a worker: enough to keep it busy, few enough to keep memory flat
Submit = Callable[..., Any]


def read_all(
    articles: Iterable[Article],
    *,
    model: str | None = None,
    workers: int = 1,
    engine: str = "processes",
    scheduler: str | None = None,
    codebook: Codebook | str | Path | None = None,
    corrections: str | Path | None = None,
) -> Iterator[ArticleReading]:
    """Read articles as they come; the records come out in the same order.

    `codebook` is a study's (`analysis.codebook`), or its file. Corrections are those of one file for all of them, else
    of the file beside each (`analysis.corrections`).

    `engine` "dask" uses the workers of `scheduler` (an address), or of a cluster of `workers` processes made here.
    Raises ValueError at once for an unknown engine, too few workers, a scheduler that nobody would use, or a model or
    extra that is not installed; and when an article comes with the id of another. Raises TypeError when something
    comes that is no Article.
    """
    if engine not in ENGINES:
        raise ValueError(f"unknown engine {engine!r}; there are: {', '.join(ENGINES)}")
    if workers < 1:
        raise ValueError(f"{workers} workers: at least 1 is needed")
    if scheduler and engine != "dask":
        raise ValueError(f"a scheduler ({scheduler}) is for the engine 'dask', not for {engine!r}")
    if engine == "dask":
        _need_dask()
    load_model(model)
    mended = with_corrections(_each_by_its_id(articles), corrections)
    given = as_codebook(codebook)
    asked = mended if given is None else (replace(article, codebook=given) for article in mended)
    return _read_batches(_batches(asked), model, workers, engine, scheduler)


def _read_batches(
    batches: Iterator[list[Article]], model: str | None, workers: int, engine: str, scheduler: str | None
) -> Iterator[ArticleReading]:
    if engine == "processes" and workers == 1:
        for batch in batches:
            yield from read_batch(batch, model)
        return
    with _dask(workers, scheduler) if engine == "dask" else _processes(workers) as (submit, n_workers):
        yield from _in_order(submit, batches, model, ahead=n_workers * WAITING)


def read_batch(articles: list[Article], model: str | None = None) -> list[ArticleReading]:
    """Read one batch. An article on which a step fails comes out with that as its problem."""
    parses = iter(_parses([article for article in articles if _is_whole(article)], model))
    by = describe_model(load_model(model))
    return [replace(_read(article, next(parses) if _is_whole(article) else None), model=by) for article in articles]


def _is_whole(article: Article) -> bool:
    """Whether an article can be read: it has text, and its reader did not refuse it (as not in English, say)."""
    was_refused = article.problems and not article.paragraphs and article.headline is None
    return bool(article.text.strip()) and not was_refused


def _parses(articles: list[Article], model: str | None) -> list[Parse | Exception]:
    nlp = load_model(model)
    try:
        return list(parse_many(articles, nlp))
    except Exception as error:
        if len(articles) == 1:
            return [error]
    return [parse for article in articles for parse in _parses([article], model)]


def _read(article: Article, parse: Parse | Exception | None) -> ArticleReading:
    if parse is None:
        return ArticleReading(article=article, problems=article.problems)
    try:
        if isinstance(parse, Exception):
            raise parse
        return read_parse(article, parse)
    except Exception as error:  # one article's failure must not cost the corpus
        stage = "parsing" if isinstance(parse, Exception) else "reading"
        problem = Problem(stage=stage, message=f"{type(error).__name__}: {error}")
        return ArticleReading(article=replace(article, problems=()), problems=(*article.problems, problem))


def _each_by_its_id(articles: Iterable[Article]) -> Iterator[Article]:
    """The articles; a second one of the same id would run into the first in every table."""
    if isinstance(articles, (str, Path, Article)):
        raise TypeError(f"{_shown(articles)} is no list of Articles; {HOW}")
    seen: set[str] = set()
    for article in articles:
        if not isinstance(article, Article):
            raise TypeError(f"{_shown(article)} is no Article; {HOW}")
        if article.article_id in seen:
            raise ValueError(f"two articles of the id {article.article_id!r}: each needs an article_id of its own")
        seen.add(article.article_id)
        yield article


def _shown(found: Any) -> str:
    """What was given, in brief: `'file.txt' (str)`."""
    words = repr(found).splitlines()[0]
    return f"{words if len(words) < 60 else f'{words[:57]}...'} ({type(found).__name__})"


def _batches(articles: Iterable[Article]) -> Iterator[list[Article]]:
    source = iter(articles)
    while batch := list(islice(source, BATCH)):
        yield batch


def _in_order(
    submit: Submit, batches: Iterator[list[Article]], model: str | None, *, ahead: int
) -> Iterator[ArticleReading]:
    waiting: deque[Any] = deque()
    for batch in batches:
        waiting.append(submit(read_batch, batch, model))
        if len(waiting) >= ahead:
            yield from waiting.popleft().result()
    while waiting:
        yield from waiting.popleft().result()


def _need_dask() -> None:
    if find_spec("distributed") is None:
        how = f"install it in the checkout: {sys.executable} -m pip install -e '.[dask]'"
        raise ValueError(f"the engine 'dask' needs an extra; {how}")


@contextmanager
def _processes(workers: int) -> Iterator[tuple[Submit, int]]:
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        yield pool.submit, workers


@contextmanager
def _dask(workers: int, scheduler: str | None) -> Iterator[tuple[Submit, int]]:
    from distributed import Client, LocalCluster

    if scheduler:
        with Client(scheduler) as client:
            yield _submitter(client), max(1, len(client.scheduler_info(n_workers=-1)["workers"]))
        return
    with (
        LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=None) as cluster,
        Client(cluster) as client,
    ):
        yield _submitter(client), workers


def _submitter(client: Any) -> Submit:
    return lambda function, *args: client.submit(function, *args, pure=False)
