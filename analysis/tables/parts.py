"""A large corpus: parts of it, each read and written by one task, here or on Dask, to any address that fsspec knows.

Below the address a folder for each table holds a Parquet file a part, or one a part, outlet and month, which DuckDB,
pandas and Spark read as they are, and `done` a small JSON file a part, written last: what it was made of, and how many
rows. A run that is started again leaves out the parts that are done and were made of the same articles by the same
readers.
"""

import json
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from hashlib import blake2b
from itertools import islice
from typing import Any

from analysis.console import say
from analysis.corpus import Limits, read_all
from analysis.corpus.engines import allow_workers, tasks
from analysis.corpus.kept import as_json, readers_version
from analysis.model import model_name
from analysis.records import Article
from analysis.tables.alone import alone_at
from analysis.tables.partitions import placed
from analysis.tables.schemas import SCHEMAS, check
from analysis.tables.store import frames

SIZE = 500  # articles a part: some minutes of one worker, some megabytes a table
AHEAD = 2  # parts handed out ahead, a worker


def write_parts(
    articles: Iterable[Article],
    out: str,
    *,
    model: str | None = None,
    workers: int = 1,
    engine: str = "dask",
    scheduler: str | None = None,
    size: int = SIZE,
    limits: Limits | None = None,
    partitioned: bool = False,
) -> Counter[str]:
    """Read articles and write all tables in parts below `out`; the number of rows of each table.

    `engine` "dask" has workers read and write whole parts; "processes" writes here what `workers` processes read.

    `partitioned` writes them in folders by outlet and month of the article (`partitions.py`).

    A lost worker's part is read by another. Articles are told apart by their ids within a part only: `read_corpus`
    gives each an own one. What a longer run left behind the last part is removed. `limits` are those of each article.
    Raises ValueError where another run is writing to the address.
    """
    rows: Counter[str] = Counter()
    model = model_name(model)  # by name: a worker's own default may be another
    with alone_at(*_place(out)), tasks(engine, workers, scheduler) as (submit, n_workers):
        done = _done(out)
        waiting: deque[tuple[int, Any]] = deque()
        n_parts = 0
        for n_parts, part in enumerate(_parts(articles, size), 1):
            known = done.pop(n_parts, {})
            if known.get("made_of") == made_of(part, model, partitioned):
                rows.update(known["rows"])
                continue
            how = {"limits": limits, "partitioned": partitioned, "processes": 1 if engine == "dask" else workers}
            how["before"] = _folders(known) if known else []
            waiting.append((n_parts, submit(write_part, part, out, n_parts, model, **how)))
            if len(waiting) >= n_workers * AHEAD:
                _take(*waiting.popleft(), rows)
        while waiting:
            _take(*waiting.popleft(), rows)
        _remove(out, {number: _folders(note) for number, note in done.items() if number > n_parts})
    return rows


def _take(number: int, task: Any, rows: Counter[str]) -> None:
    found = task.result()
    rows.update(found)
    say(f"part {number} is written: {found['articles']:,} articles, {found['problems']:,} problems")


def write_part(
    articles: list[Article],
    out: str,
    number: int,
    model: str | None,
    limits: Limits | None = None,
    *,
    processes: int = 1,
    partitioned: bool = False,
    before: Iterable[str] = (),
) -> dict[str, int]:
    """Read one part here and write its tables, then the note that it is done; the number of rows of each.

    `before` are the folders that an earlier run may have written the part into.
    """
    if limits:
        allow_workers()
    with closing(read_all(articles, model=model, workers=processes, limits=limits)) as readings:
        tables = {name: check(name, frame) for name, frame in frames(readings).items()}
    pieces = dict(placed(tables, partitioned=partitioned))
    if partitioned:  # where the part may be, should this run end here
        _note(out, {"part": number, "folders": sorted({*before, *pieces})})
    _write_files(out, number, pieces)
    _remove_files(out, number, set(before) - pieces.keys())
    rows = {name: len(frame) for name, frame in tables.items()}
    where = {"folders": sorted(pieces)} if partitioned else {}
    _note(out, {"part": number, "made_of": made_of(articles, model, partitioned), "rows": rows, **where})
    return rows


def _write_files(out: str, number: int, pieces: dict[str, Any]) -> None:
    """Write tables into their folders; a file appears when it is whole."""
    import pyarrow.parquet as pq

    files, root = _place(out)
    with files.transaction:
        for folder, table in pieces.items():
            files.makedirs(f"{root}/{folder}", exist_ok=True)
            with files.open(f"{root}/{folder}/{_name(number)}.parquet", "wb") as file:
                pq.write_table(table, file)


def _note(out: str, note: dict[str, Any]) -> None:
    files, root = _place(out)
    files.makedirs(f"{root}/done", exist_ok=True)
    files.pipe_file(f"{root}/done/{_name(note['part'])}.json", json.dumps(note).encode())


def made_of(articles: list[Article], model: str | None, partitioned: bool = False) -> str:
    """What a part depends on: its articles, the pipeline, the readers as they are, and how it is written."""
    how = f"{model} {readers_version()}{' partitioned' if partitioned else ''}"
    found = blake2b(how.encode(), digest_size=16)
    for article in articles:
        found.update(as_json(article))
    return found.hexdigest()


def _parts(articles: Iterable[Article], size: int) -> Iterator[list[Article]]:
    source = iter(articles)
    while part := list(islice(source, size)):
        yield part


def _done(out: str) -> dict[int, dict[str, Any]]:
    """The notes on parts that are done, by number; one that is damaged counts as none."""
    files, root = _place(out)
    found = {}
    for data in files.cat(files.glob(f"{root}/done/*.json")).values() if files.exists(f"{root}/done") else ():
        try:
            note = json.loads(data)
            found[int(note["part"])] = note
        except (ValueError, KeyError, TypeError):
            continue
    return found


def _folders(note: dict[str, Any]) -> list[str]:
    """The folders that a part stands in, by its note."""
    return note.get("folders") or list(SCHEMAS)


def _remove(out: str, folders: dict[int, list[str]]) -> None:
    """Remove parts, by the folders that they stand in, then their notes."""
    files, root = _place(out)
    for number, found in folders.items():
        _remove_files(out, number, found)
        files.rm(f"{root}/done/{_name(number)}.json")


def _remove_files(out: str, number: int, folders: Iterable[str]) -> None:
    files, root = _place(out)
    for folder in sorted(folders):
        with suppress(FileNotFoundError):
            files.rm(f"{root}/{folder}/{_name(number)}.parquet")


def _name(number: int) -> str:
    return f"part-{number:06d}"


def _place(out: str) -> tuple[Any, str]:
    """The file system of an address, and the path in it."""
    from fsspec.core import url_to_fs

    files, root = url_to_fs(out)
    return files, root.rstrip("/")
