"""Tables on disk: one Parquet and one CSV file each, checked when written and when read."""

import io
import json
from collections.abc import Iterable
from contextlib import ExitStack, suppress
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TextIO

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from analysis.corrections import Correction, belongs, corrected
from analysis.records import ArticleReading
from analysis.tables.folder import appear, only_writer, part, settle
from analysis.tables.rows import Row, rows_of
from analysis.tables.schemas import SCHEMAS, arrow_schema, check

CHUNK = 64  # articles a row group: a fixed number, so that the bytes do not depend on who read them
RUN = b"readout_run"  # key of the run's id in the metadata of its Parquet files
RUNS_IN_A_SPREADSHEET = ("=", "+", "-", "@", "\t", "\r")


def frames(readings: Iterable[ArticleReading]) -> dict[str, pd.DataFrame]:
    """All tables of some articles as DataFrames with Arrow types; empty ones too."""
    rows: dict[str, list[Row]] = {name: [] for name in SCHEMAS}
    for reading in readings:
        for name, found in rows_of(reading).items():
            rows[name].extend(found)
    return {name: _frame(pa.Table.from_pylist(found, schema=arrow_schema(name))) for name, found in rows.items()}


def corrected_frames(tables: dict[str, pd.DataFrame], entries: Iterable[Correction]) -> dict[str, pd.DataFrame]:
    """Tables with corrections, each on its article's rows; those that the tables have already are not made again."""
    entries, found = tuple(entries), {name: [] for name in SCHEMAS}
    rows = {name: _rows_by_article(name, tables[name]) for name in SCHEMAS}
    for key in tables["articles"].article_id:
        own = {name: rows[name].get(key, []) for name in SCHEMAS}
        done = [row for row in own.pop("corrections") if row["outcome"] == "applied"]
        known = {row["correction_id"] for row in done}
        new = [replace(one, correction_id=one.correction_id or f"new{n}") for n, one in enumerate(entries, 1)]
        new = [one for one in new if belongs(one, key) and one.correction_id not in known]
        mended = corrected(own, new)
        for name in SCHEMAS:
            found[name] += [*done, *mended[name]] if name == "corrections" else mended[name]
    return {name: _frame(pa.Table.from_pylist(found[name], schema=arrow_schema(name))) for name in SCHEMAS}


def _rows_by_article(name: str, frame: pd.DataFrame) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in pa.Table.from_pandas(frame, arrow_schema(name), preserve_index=False).to_pylist():
        found.setdefault(row["article_id"], []).append(row)
    return found


def _frame(table: pa.Table) -> pd.DataFrame:
    return table.to_pandas(types_mapper=pd.ArrowDtype)


class TableWriter:
    """Writes tables as the readings come, in memory that does not grow: `with TableWriter(folder) as out: ...`.

    The files appear under their names only when all is written, all or none of them; after a failure the folder is as
    it was, and there is none where none was. Each Parquet file bears the id of its run, which is the same for the same
    rows. Raises ValueError where another run is writing into the folder, OSError where the disk is full.
    """

    def __init__(self, folder: str | Path) -> None:
        self.folder = Path(folder)
        self._waiting: list[ArticleReading] = []
        self._parquet: dict[str, pq.ParquetWriter] = {}
        self._csv: dict[str, _Rows] = {}
        self._run = blake2b(digest_size=16)

    def __enter__(self) -> Self:
        if self.folder.is_file():
            raise ValueError(f"{self.folder} is a file; a folder for the tables is needed")
        self._new = [folder for folder in (self.folder, *self.folder.parents) if not folder.exists()]
        self.folder.mkdir(parents=True, exist_ok=True)
        with ExitStack() as opened:
            opened.enter_context(only_writer(self.folder))
            for file in self._files():
                opened.callback(part(file).unlink, missing_ok=True)
            for name in SCHEMAS:
                parquet, csv = (part(self.folder / f"{name}.{suffix}") for suffix in ("parquet", "csv"))
                self._parquet[name] = opened.enter_context(pq.ParquetWriter(parquet, arrow_schema(name)))
                text = opened.enter_context(csv.open("w", encoding="utf-8", newline=""))
                self._csv[name] = _Rows(text, self._run)
                _write_csv(_frame(arrow_schema(name).empty_table()), self._csv[name], header=True)
            self._opened = opened.pop_all()
        return self

    def add(self, reading: ArticleReading) -> None:
        """Take one article's reading; it is written with its chunk."""
        self._waiting.append(reading)
        if len(self._waiting) == CHUNK:
            self._flush()

    def add_frames(self, tables: dict[str, pd.DataFrame]) -> None:
        """Write whole tables.

        Raises ValueError where one does not keep to its schema.
        """
        for name in SCHEMAS:
            frame = check(name, tables[name])
            if not len(frame):
                continue
            self._parquet[name].write_table(pa.Table.from_pandas(frame, arrow_schema(name), preserve_index=False))
            _write_csv(for_spreadsheets(frame), self._csv[name])

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._opened:
            if kind is None:
                if self._waiting:
                    self._flush()
                for name in SCHEMAS:
                    self._parquet[name].add_key_value_metadata({RUN: self._run.hexdigest()})
                    self._parquet[name].close()
                    self._csv[name].file.close()
                appear(self.folder, self._files())
        if kind is not None:
            for folder in self._new:
                with suppress(OSError):
                    folder.rmdir()

    def _flush(self) -> None:
        waiting, self._waiting = self._waiting, []
        self.add_frames(frames(waiting))

    def _files(self) -> list[Path]:
        return [self.folder / f"{name}.{suffix}" for name in SCHEMAS for suffix in ("parquet", "csv")]


class _Rows:
    """A file for a CSV writer that ends its rows in `\\r\\n`; in the file they end in `\\n`.

    Before Python 3.13 the writer quotes a carriage return in a field only where its own rows end in one. All that is
    written makes the run's id.
    """

    def __init__(self, file: TextIO, run: Any) -> None:
        self.file, self._run = file, run

    def write(self, row: str) -> None:
        line = row.removesuffix("\r\n") + "\n"
        self._run.update(line.encode())
        self.file.write(line)


def _write_csv(frame: pd.DataFrame, file: _Rows, *, header: bool = False) -> None:
    frame.to_csv(file, index=False, header=header, lineterminator="\r\n")


def csv_text(frame: pd.DataFrame) -> str:
    """A table as the CSV that is written to disk."""
    file = io.StringIO(newline="")
    _write_csv(for_spreadsheets(frame), _Rows(file, blake2b()), header=True)
    return file.getvalue()


def for_spreadsheets(frame: pd.DataFrame) -> pd.DataFrame:
    """Lists as JSON, and an apostrophe before text that a spreadsheet would run as a formula."""
    shown = {}
    for column, values in frame.items():
        kind = values.dtype.pyarrow_dtype
        if pa.types.is_list(kind):
            lists = pa.chunked_array(pa.array(values)).to_pylist()
            shown[column] = [None if found is None else json.dumps(found, ensure_ascii=False) for found in lists]
        elif pa.types.is_string(kind) or pa.types.is_large_string(kind):
            risky = values.str.startswith(RUNS_IN_A_SPREADSHEET).fillna(False)
            shown[column] = values.where(~risky, "'" + values) if risky.any() else values
        else:
            shown[column] = values
    return pd.DataFrame(shown, columns=list(frame.columns))


def read_tables(folder: str | Path) -> dict[str, pd.DataFrame]:
    """All tables of a folder, checked.

    Raises ValueError where a table is missing, does not keep to its schema, or is of another run than the others.
    """
    folder = Path(folder)
    settle(folder)
    missing = [name for name in SCHEMAS if not (folder / f"{name}.parquet").is_file()]
    if len(missing) == len(SCHEMAS):
        raise ValueError(f"{folder} is no folder of saved tables; `readout tables PATH --out {folder}` writes one")
    if missing:
        raise ValueError(f"{folder} holds no {', '.join(f'{name}.parquet' for name in missing)}")
    _check_run(folder)
    return {name: check(name, _frame(pq.read_table(folder / f"{name}.parquet"))) for name in SCHEMAS}


def _check_run(folder: Path) -> None:
    """Raise ValueError where tables of several runs stand in one folder."""
    runs: dict[bytes | None, list[str]] = {}
    for name in SCHEMAS:
        found = pq.read_metadata(folder / f"{name}.parquet").metadata or {}
        runs.setdefault(found.get(RUN), []).append(f"{name}.parquet")
    if len(runs) > 1:
        first, *_, last = sorted(runs.values(), key=len)
        raise ValueError(f"{folder}: {', '.join(first)} is of another run than {', '.join(last)}; write them anew")
