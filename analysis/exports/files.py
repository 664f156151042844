"""Files that appear under their name only when they are whole."""

import io
import os
import re
import shutil
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the first day a zip archive can tell: one that does not change


@contextmanager
def replacing(path: str | Path) -> Iterator[Path]:
    """A file to write that takes the place of `path` at the end; after a failure all is as it was.

    Raises ValueError where `path` is a folder.
    """
    path = Path(path)
    if path.is_dir():
        raise ValueError(f"{path} is a folder; a file to write is needed")
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    try:
        yield part
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)


def put(content: bytes | dict[str, bytes], path: str | Path) -> None:
    """Write one file; or several, by name, as a folder or, where `path` ends in `.zip`, as an archive.

    Raises ValueError for a folder in the place of a file, a file's name for a folder, a folder that holds something.
    """
    path = Path(path)
    if isinstance(content, dict) and path.suffix.lower() != ".zip":
        _fill(path, content)
        return
    with replacing(path) as part:
        part.write_bytes(archive(content) if isinstance(content, dict) else content)


def archive(files: dict[str, bytes]) -> bytes:
    """A zip archive of files by name; the same files give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, LONG_AGO)
            entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, 0o644 << 16, 3
            packed.writestr(entry, data)
    return out.getvalue()


def file_names(article_ids: Iterable[str]) -> dict[str, str]:
    """A name for a file of each article, without suffix, that every system can hold; no two are the same."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for article_id in article_ids:
        stem = name = re.sub(r"[^\w.-]+", "_", article_id).strip("._")[:100] or "article"
        number = 1
        while name.casefold() in taken:
            number += 1
            name = f"{stem}-{number}"
        taken.add(name.casefold())
        names[article_id] = name
    return names


def _fill(folder: Path, files: dict[str, bytes]) -> None:
    if folder.is_file() or folder.suffix in {Path(name).suffix for name in files} - {""}:
        raise ValueError(f"{folder} is a file's name; this format writes several: name a folder, or an archive (.zip)")
    if folder.is_dir() and any(folder.iterdir()):
        raise ValueError(f"{folder} holds files already; name a new folder, or an archive that ends in .zip")
    folder.parent.mkdir(parents=True, exist_ok=True)
    part = folder.with_name(f".{folder.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    try:
        for name, data in files.items():
            (part / name).parent.mkdir(parents=True, exist_ok=True)
            (part / name).write_bytes(data)
        if folder.is_dir():
            folder.rmdir()
        os.replace(part, folder)
    finally:
        shutil.rmtree(part, ignore_errors=True)
