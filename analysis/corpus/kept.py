"""Readings kept in a file, each by what it depends on: its article, the pipeline, and the readers as they are."""

import sqlite3
import zlib
from collections.abc import Iterable
from dataclasses import replace
from errno import ENOSPC
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from analysis.records import Article, ArticleReading

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("codebook", "grammar", "lexicons", "pipeline", "readers", "weights")
READERS = (*FOLDERS, "gazetteer.py", "lexicon.py", "model.py", "onnx.py", "records.py")
LIBRARIES = ("spacy", "thinc", "numpy", "onnxruntime", "tokenizers")
UNSURE = frozenset({"reading", "parsing"})  # what failed may go well another time
NOBODY = Article(article_id="", text="")
TABLE = "CREATE TABLE IF NOT EXISTS readings (key BLOB PRIMARY KEY, readers TEXT, reading BLOB) WITHOUT ROWID"


@cache
def readers_version() -> str:
    """What the readers are: the same for the same code, word lists, weights and libraries."""
    found = blake2b(digest_size=16)
    for name in READERS:
        files = [ROOT / name] if name.endswith(".py") else sorted((ROOT / name).rglob("*"))
        for file in files:
            if file.is_file() and file.suffix != ".pyc":
                found.update(file.relative_to(ROOT).as_posix().encode() + b"\0" + file.read_bytes())
    found.update(" ".join(f"{name} {version(name)}" for name in LIBRARIES).encode())
    return found.hexdigest()


@cache
def _form(kind: type) -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(kind)


def as_json(article: Article) -> bytes:
    """All of an article."""
    return _form(Article).dump_json(article)


class Kept:
    """Readings in an SQLite file; without a file none are known and none are kept.

    What failed is not kept. Readings of other readers than those of now are dropped. A file that is damaged is begun
    anew: it saves time and holds nothing that cannot be read again. Raises OSError where the disk is full.
    """

    def __init__(self, file: Path | None, model: str) -> None:
        self._file, self._model = file, model
        self._changed = False

    def __enter__(self) -> Self:
        if self._file is None:
            return self
        try:
            self._open()
        except sqlite3.DatabaseError:
            self._file.unlink()
            self._open()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file is not None:
            self._data.close()

    def get(self, article: Article) -> ArticleReading | None:
        """The reading of an article, if it is known."""
        if self._file is None:
            return None
        found = self._data.execute("SELECT reading FROM readings WHERE key = ?", (self._key(article),)).fetchone()
        if found is None:
            return None
        try:
            reading = _form(ArticleReading).validate_json(zlib.decompress(found[0]))
        except (zlib.error, ValueError):  # a damaged row is as good as none
            return None
        return replace(reading, article=article, problems=(*article.problems, *reading.problems))

    def add(self, readings: Iterable[ArticleReading]) -> None:
        """Keep readings: all of them, or after a failure none."""
        if self._file is None:
            return
        rows = [self._row(reading) for reading in readings if _is_sure(reading)]
        try:
            with self._data:
                self._data.executemany("INSERT OR REPLACE INTO readings VALUES (?, ?, ?)", rows)
        except sqlite3.OperationalError as error:
            raise OSError(ENOSPC, str(error), str(self._file)) from None

    def _open(self) -> None:
        self._data = sqlite3.connect(self._file)
        with self._data:
            self._data.execute(TABLE)
            if self._data.execute("SELECT 1 FROM readings WHERE readers != ?", (readers_version(),)).fetchone():
                self._data.execute("DELETE FROM readings WHERE readers != ?", (readers_version(),))

    def _key(self, article: Article) -> bytes:
        """Of the article all that readers see: not its id, nor where it comes from."""
        seen = replace(article, article_id="", source="", url=None, outlet=None, problems=())
        seen_as = f"{self._model} {readers_version()} ".encode() + as_json(seen)
        return blake2b(seen_as, digest_size=16).digest()

    def _row(self, reading: ArticleReading) -> tuple[bytes, str, bytes]:
        own = reading.problems[len(reading.article.problems) :]
        data = _form(ArticleReading).dump_json(replace(reading, article=NOBODY, problems=own))
        return self._key(reading.article), readers_version(), zlib.compress(data, 1)


def _is_sure(reading: ArticleReading) -> bool:
    own = reading.problems[len(reading.article.problems) :]
    return bool(reading.n_words) and UNSURE.isdisjoint(problem.stage for problem in own)
