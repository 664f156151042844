"""Paths and addresses to the files that are read, each under an id of its own."""

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from analysis.article.addresses import address_id, is_address, without_password
from analysis.article.formats import SUFFIXES, suffix_of

BESIDE = ".corrections.yaml"  # what readers mended of the article beside it


class Input(NamedTuple):
    """A file or an address, and the id of the article in it."""

    source: str
    article_id: str


def find_inputs(paths: list[str | Path], say: Callable[[str], None]) -> list[Input]:
    """All files and addresses, sorted within a folder; `say` gets one line on what was passed over.

    Raises ValueError for a path that is not there or has an unknown suffix, where the paths hold no article, and when
    two inputs come to one id.
    """
    inputs: list[Input] = []
    passed_over: Counter[str] = Counter()
    for path in paths:
        if is_address(str(path)):
            inputs.append(Input(str(path), address_id(str(path))))
        elif Path(path).is_dir():
            inputs.extend(_files_of(Path(path), passed_over))
        else:
            inputs.append(_file(Path(path)))
    if passed_over:
        kinds = ", ".join(f"{n} {suffix or 'without suffix'}" for suffix, n in sorted(passed_over.items()))
        say(f"passed over: {kinds}")
    if paths and not inputs:
        raise ValueError(f"no article in {', '.join(map(str, paths))}; read are files with {_suffixes()}")
    _check_ids(inputs)
    return inputs


def _check_ids(inputs: list[Input]) -> None:
    seen: dict[str, str] = {}
    for source, article_id in ((without_password(source), article_id) for source, article_id in inputs):
        other = seen.get(article_id)
        if other == source:
            raise ValueError(f"{source} is given twice")
        if other:
            raise ValueError(f"two inputs come to the id {article_id!r}: {other} and {source}; rename one")
        seen[article_id] = source


def _file(path: Path) -> Input:
    if not path.exists():
        raise ValueError(f"{path}: there is no such file or folder")
    if suffix_of(path) not in SUFFIXES:
        raise ValueError(f"{path}: unknown suffix {path.suffix!r}; read are: {_suffixes()}")
    if not path.is_file():
        raise ValueError(f"{path}: it is no file: a pipe or a device")
    return Input(str(path), _stem(Path(path.name)))


def _files_of(folder: Path, passed_over: Counter[str]) -> Iterator[Input]:
    for path in sorted(folder.rglob("*")):
        below = path.relative_to(folder)
        if path.is_dir() or path.name.endswith(BESIDE) or any(part.startswith(".") for part in below.parts):
            continue
        if not path.is_file():
            passed_over["pipe or device" if path.exists() else "broken link"] += 1
        elif suffix_of(path) in SUFFIXES:
            yield Input(str(path), _stem(below))
        else:
            passed_over[path.suffix.lower()] += 1


def _stem(path: Path) -> str:
    """A path without its suffix, as an id."""
    return path.as_posix()[: -len(suffix_of(path))]


def _suffixes() -> str:
    return ", ".join(sorted(SUFFIXES))
