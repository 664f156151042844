"""Many articles: paths, folders, addresses and tables to articles, one by one, each under an id of its own."""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from analysis.article.drafts import Draft, draft_from, to_article, unread
from analysis.article.formats import SUFFIXES, TABLES, drafts_of
from analysis.article.metadata import Facts, read_metadata, with_facts
from analysis.article.pages import read_address
from analysis.article.rows import frame_rows
from analysis.article.single import ADDRESS, address_id, as_day
from analysis.records import Article


class _Input(NamedTuple):
    """A file or an address, and the id of the article in it."""

    source: str
    article_id: str


def read_corpus(
    paths: Iterable[str | Path],
    *,
    metadata: str | Path | None = None,
    published: date | str | None = None,
    say: Callable[[str], None] | None = None,
) -> Iterator[Article]:
    """Read files, folders (with those in them, known suffixes only) and addresses, one article at a time.

    What can't be read comes out as an Article without paragraphs whose `problems` say why. `metadata` is a CSV with
    article_id and any of published, url, outlet; its word goes before `published`, and both before the file's own.
    `say` gets one line on what was passed over (default: standard error). Raises ValueError at once for a path that is
    not there or has an unknown suffix, and when two inputs come to one id.
    """
    say = say or _to_stderr
    inputs = _inputs(list(paths), say)
    facts = read_metadata(Path(metadata)) if metadata is not None else {}
    day = as_day(published)
    return _articles(inputs, facts, day, say)


def read_frame(
    frame: Any, *, text: str = "text", published: date | str | None = None, name: str = "row"
) -> Iterator[Article]:
    """Read the articles of a DataFrame, or of a CSV or Excel file, one a row; `text` names the column of the texts.

    Columns such as title, published, url, outlet, author and id are used where they are there. A row that can't be
    read comes out as an Article without paragraphs whose `problems` say why.
    """
    day = as_day(published)
    if isinstance(frame, (str, Path)):
        path = Path(frame)
        if path.suffix.lower() not in TABLES:
            raise ValueError(f"{path}: a table is needed: {', '.join(sorted(TABLES))}")
        rows, name, source = TABLES[path.suffix.lower()](path), path.stem, str(path)
    else:
        if text not in map(str, frame.columns):
            raise ValueError(f"no column {text!r}; the columns are: {', '.join(map(str, frame.columns))}")
        rows, source = frame_rows(frame), ""
    drafts = _drafts_or_error(_rows_to_drafts(rows, text))
    return _unique(_numbered(drafts, _Input(source, name), day), say=_to_stderr)


def _rows_to_drafts(rows: Iterable[Any], text: str) -> Iterator[Draft | ValueError]:
    for row in rows:
        try:
            yield draft_from(row, text=text)
        except ValueError as error:
            yield error


def _articles(
    inputs: list[_Input], facts: dict[str, Facts], published: date | None, say: Callable[[str], None]
) -> Iterator[Article]:
    known = set(facts)
    for article in _unique(_read_all(inputs, published), say=say):
        known.discard(article.article_id)
        yield with_facts(article, facts.get(article.article_id))
    if known:
        say(f"metadata of {len(known)} articles that are not there, such as {min(known)!r}")


def _read_all(inputs: list[_Input], published: date | None) -> Iterator[Article]:
    for item in inputs:
        drafts = _address_drafts(item) if _is_address(item.source) else drafts_of(Path(item.source))
        several = Path(item.source).suffix.lower() in TABLES and not _is_address(item.source)
        yield from _numbered(_drafts_or_error(drafts), item, published, several=several)


def _address_drafts(item: _Input) -> Iterator[Draft]:
    yield read_address(item.source)


def _drafts_or_error(drafts: Iterator[Draft | ValueError]) -> Iterator[Draft | ValueError]:
    """Drafts as they come; an error of the whole file is the last of them."""
    try:
        yield from drafts
    except ValueError as error:
        yield error
    except OSError as error:
        yield ValueError(error.strerror or str(error))


def _numbered(
    drafts: Iterator[Draft | ValueError], item: _Input, published: date | None, *, several: bool = True
) -> Iterator[Article]:
    """Articles under their own ids, else under the file's, numbered where there are several."""
    first = next(drafts, ValueError("it is empty"))
    second = next(drafts, None)
    if second is None:
        own = first.article_id if several and isinstance(first, Draft) else None
        yield _article(first, own or item.article_id, item.source, published)
        return
    for number, draft in enumerate(_chain(first, second, drafts), 1):
        own = draft.article_id if isinstance(draft, Draft) else None
        yield _article(draft, own or f"{item.article_id}-{number}", item.source, published)


def _chain(first: Any, second: Any, rest: Iterator[Any]) -> Iterator[Any]:
    yield first
    yield second
    yield from rest


def _article(draft: Draft | ValueError, article_id: str, source: str, published: date | None) -> Article:
    try:
        if isinstance(draft, ValueError):
            raise draft
        return to_article(draft, article_id=article_id, source=source, published=published)
    except ValueError as error:
        return unread(article_id, source, str(error), draft if isinstance(draft, Draft) else None)


def _unique(articles: Iterator[Article], *, say: Callable[[str], None]) -> Iterator[Article]:
    seen: dict[str, str] = {}
    for article in articles:
        source = article.source or "the table"
        if article.article_id in seen:
            raise ValueError(f"two articles of the id {article.article_id!r}: {seen[article.article_id]} and {source}")
        seen[article.article_id] = source
        yield article


def _inputs(paths: list[str | Path], say: Callable[[str], None]) -> list[_Input]:
    """All files and addresses, sorted within a folder, no id twice."""
    inputs: list[_Input] = []
    passed_over: Counter[str] = Counter()
    for path in paths:
        if _is_address(str(path)):
            inputs.append(_Input(str(path), address_id(str(path))))
        elif Path(path).is_dir():
            inputs.extend(_files_of(Path(path), passed_over))
        else:
            inputs.append(_file(Path(path)))
    if passed_over:
        kinds = ", ".join(f"{n} {suffix or 'without suffix'}" for suffix, n in sorted(passed_over.items()))
        say(f"passed over: {kinds}")
    seen: dict[str, str] = {}
    for item in inputs:
        other = seen.setdefault(item.article_id, item.source)
        if other != item.source or (inputs.count(item) > 1 and Path(item.source).suffix.lower() not in TABLES):
            raise ValueError(f"two inputs come to the id {item.article_id!r}: {other} and {item.source}")
    return inputs


def _file(path: Path) -> _Input:
    if not path.exists():
        raise ValueError(f"{path}: there is no such file or folder")
    if path.suffix.lower() not in SUFFIXES:
        raise ValueError(f"{path}: unknown suffix {path.suffix!r}; read are: {', '.join(sorted(SUFFIXES))}")
    return _Input(str(path), path.stem)


def _files_of(folder: Path, passed_over: Counter[str]) -> Iterator[_Input]:
    for path in sorted(folder.rglob("*")):
        below = path.relative_to(folder)
        if path.is_dir() or any(part.startswith(".") for part in below.parts):
            continue
        if path.suffix.lower() in SUFFIXES:
            yield _Input(str(path), below.with_suffix("").as_posix())
        else:
            passed_over[path.suffix.lower()] += 1


def _is_address(source: str) -> bool:
    return source.lower().startswith(ADDRESS)


def _to_stderr(words: str) -> None:
    print(f"readout: {words}", file=sys.stderr)
