"""A corpus at a time: batches read here, by worker processes or by Dask's workers.

A reading depends on its article alone, not on the batch it is read in, so that the results are the same to the byte
whoever reads, and whatever was known before.
"""

import sys
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from analysis.codebook import Codebook, as_codebook
from analysis.corpus.engines import Submit, alone, dask, processes, read_limited
from analysis.corpus.kept import Kept
from analysis.corpus.pool import Limits, failed
from analysis.corrections import with_corrections
from analysis.grammar.tokens import Parse
from analysis.model import BATCH, describe_model, load_model, parse_many
from analysis.readers import read_parse
from analysis.records import Article, ArticleReading

ENGINES = ("processes", "dask")
HOW = "read_article makes one of a file or an address, read_text of a string, read_corpus and read_frame make many"
LETTERS = 40_000  # characters after which a batch is full, however few its articles: more cost memory and gain no time


def read_all(
    articles: Iterable[Article],
    *,
    model: str | None = None,
    workers: int = 1,
    engine: str = "processes",
    scheduler: str | None = None,
    limits: Limits | None = None,
    kept: Path | None = None,
    codebook: Codebook | str | Path | None = None,
    corrections: str | Path | None = None,
) -> Iterator[ArticleReading]:
    """Read articles as they come; the records come out in the same order.

    `codebook` is a study's (`analysis.codebook`), or its file. Corrections are those of one file for all of them, else
    of the file beside each (`analysis.corrections`).

    `engine` "dask" uses the workers of `scheduler` (an address), or of a cluster of `workers` processes made here.
    With `limits` each article gets so much time and memory, and is read in a worker process even where `workers` is 1:
    one that takes more comes out with that as its problem. A worker that is lost is replaced, by either engine. `kept`
    is a file of readings: what it knows is not read again, what is read is added.
    Raises ValueError at once for an unknown engine, too few workers, a scheduler or limits that nobody would use, or a
    model or extra that is not installed; and when an article comes with the id of another. Raises TypeError when
    something comes that is no Article, RuntimeError when no worker process can be started.
    """
    check_engine(engine, workers, scheduler)
    by = describe_model(load_model(model))
    given = prepared(_each_by_its_id(articles), codebook, corrections)
    return _read(given, _engine(partial(read_batch, model=model), workers, engine, scheduler, limits), kept, by)


def check_engine(engine: str, workers: int = 1, scheduler: str | None = None) -> None:
    """Raise ValueError for an unknown engine, one that is not installed, too few workers, a scheduler for nobody."""
    if engine not in ENGINES:
        raise ValueError(f"unknown engine {engine!r}; there are: {', '.join(ENGINES)}")
    if workers < 1:
        raise ValueError(f"{workers} workers: at least 1 is needed")
    if engine != "dask" and scheduler:
        raise ValueError(f"a scheduler ({scheduler}) is for the engine 'dask', not for {engine!r}")
    if engine == "dask":
        need_dask()


def prepared(
    articles: Iterable[Article], codebook: Codebook | str | Path | None, corrections: str | Path | None
) -> Iterator[Article]:
    """The articles with a study's codebook and with the corrections made to them, if there are any."""
    mended = with_corrections(articles, corrections)
    study = as_codebook(codebook)
    return mended if study is None else (replace(article, codebook=study) for article in mended)


def _engine(
    read: partial[list[ArticleReading]], workers: int, engine: str, scheduler: str | None, limits: Limits | None
) -> AbstractContextManager[tuple[Submit, int]]:
    if engine == "dask":
        limited = partial(read_limited, model=read.keywords["model"], limits=limits) if limits else read
        return dask(limited, workers, scheduler)
    if workers == 1 and limits is None:
        return alone(read)
    return processes(workers, read.keywords["model"], limits or Limits())


def _read(
    articles: Iterator[Article], engine: AbstractContextManager[tuple[Submit, int]], kept: Path | None, by: str
) -> Iterator[ArticleReading]:
    with Kept(kept, by) as known, engine as (submit, ahead):
        waiting: deque[tuple[list[ArticleReading | None], Any]] = deque()
        for batch in _batches(articles):
            found = [known.get(article) for article in batch]
            new = [article for article, reading in zip(batch, found, strict=True) if reading is None]
            waiting.append((found, submit(new) if new else None))
            if len(waiting) >= ahead:
                yield from _whole(*waiting.popleft(), known)
        while waiting:
            yield from _whole(*waiting.popleft(), known)


def _whole(found: list[ArticleReading | None], pending: Any, known: Kept) -> Iterator[ArticleReading]:
    """A batch in its order: what was known, and what is read now."""
    read = pending.result() if pending else []
    known.add(read)
    new = iter(read)
    for reading in found:
        yield next(new) if reading is None else reading


def read_batch(articles: list[Article], model: str | None = None) -> list[ArticleReading]:
    """Read one batch. An article on which a step fails comes out with that as its problem."""
    return list(read_parses(articles, parse_batch(articles, model), model))


def parse_batch(articles: list[Article], model: str | None) -> list[Parse | Exception | None]:
    """Of each article its parse, what the parser raised, or None where there is nothing to read."""
    parses = iter(_parses([article for article in articles if _is_whole(article)], model))
    return [next(parses) if _is_whole(article) else None for article in articles]


def read_parses(
    articles: list[Article], parses: list[Parse | Exception | None], model: str | None
) -> Iterator[ArticleReading]:
    """The readings of parsed articles, each as soon as it is there."""
    by = describe_model(load_model(model))
    for article, parse in zip(articles, parses, strict=True):
        yield replace(_read_one(article, parse), model=by)


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


def _read_one(article: Article, parse: Parse | Exception | None) -> ArticleReading:
    if parse is None:
        return ArticleReading(article=article, problems=article.problems)
    try:
        if isinstance(parse, Exception):
            raise parse
        return read_parse(article, parse)
    except Exception as error:  # one article's failure must not cost the corpus
        stage = "parsing" if isinstance(parse, Exception) else "reading"
        return failed(article, stage, f"{type(error).__name__}: {error}")


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
    batch: list[Article] = []
    letters = 0
    for article in articles:
        batch.append(article)
        letters += len(article.text)
        if len(batch) == BATCH or letters > LETTERS:
            yield batch
            batch, letters = [], 0
    if batch:
        yield batch


def need_dask() -> None:
    """Raise ValueError, with the command that installs it, where Dask is missing."""
    if find_spec("distributed") is None:
        how = f"install it in the checkout: {sys.executable} -m pip install -e '.[dask]'"
        raise ValueError(f"the engine 'dask' needs an extra; {how}")
