"""A folder that tables are written into: by one run at a time, and so that all files of a run appear, or none.

A file is written as `.name.part`. When all are whole and on the disk, that is noted in the folder (`.whole`), they are
renamed, and the note goes. Who finds the note behind a run that was killed in between goes on renaming; who finds parts
without it may write over them.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import chain
from pathlib import Path

LOCK, WHOLE, PART = ".lock", ".whole", ".part"
PATIENCE = 10  # seconds that a reader waits for a run that is renaming its files


@contextmanager
def only_writer(folder: Path, *, patience: float = 0) -> Iterator[None]:
    """Write into a folder as the only one; what a run before left half renamed is renamed first.

    Raises ValueError where somebody else is writing into it.
    """
    from filelock import FileLock, Timeout

    lock = folder / LOCK
    try:
        with FileLock(lock, timeout=patience):
            try:
                finish(folder)
                yield
            finally:
                with suppress(OSError):  # Windows removes no file that is open
                    lock.unlink(missing_ok=True)
    except Timeout:
        raise ValueError(f"another run is writing tables into {folder}; wait for it, or name another folder") from None


def part(file: Path) -> Path:
    """What a file is called until all are whole."""
    return file.with_name(f".{file.name}{PART}")


def appear(folder: Path, files: list[Path]) -> None:
    """Let files that are written as parts appear, all of them, whatever comes between."""
    for file in files:
        _to_disk(part(file))
    (folder / WHOLE).write_bytes(b"")
    _to_disk(folder / WHOLE)
    finish(folder)


def finish(folder: Path) -> None:
    """Rename the parts of a folder where all of them are whole."""
    if not (folder / WHOLE).exists():
        return
    for found in sorted(chain(folder.glob(f".*.parquet{PART}"), folder.glob(f".*.csv{PART}"))):
        os.replace(found, folder / found.name.removeprefix(".").removesuffix(PART))
    if os.name == "posix":
        _to_disk(folder)
    (folder / WHOLE).unlink()


def settle(folder: Path) -> None:
    """Before tables are read: what a run left half renamed is renamed, or waited for.

    Raises ValueError where that cannot be, as in a folder that must not be written into.
    """
    if not (folder / WHOLE).exists():
        return
    try:
        with only_writer(folder, patience=PATIENCE):
            pass
    except PermissionError:
        raise ValueError(
            f"tables in {folder} are half replaced; `readout tables` into it once more mends them"
        ) from None


def _to_disk(path: Path) -> None:
    """Have the system write a file, or a folder's list of files, to the disk now."""
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
