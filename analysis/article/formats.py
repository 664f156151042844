"""One file, whatever its format, to the drafts of the articles in it."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from analysis.article.archives import split_archive
from analysis.article.decode import LARGEST, decode
from analysis.article.documents import read_mail, read_pdf, read_word
from analysis.article.drafts import Draft, draft_from
from analysis.article.pages import read_html, read_markdown
from analysis.article.rows import csv_rows, excel_rows, json_lines, json_rows

Rows = Callable[[Path], Iterator]

SINGLE: dict[str, Callable[[bytes], Draft]] = {
    ".md": lambda data: read_markdown(decode(data)),
    ".markdown": lambda data: read_markdown(decode(data)),
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
    ".eml": read_mail,
    ".docx": read_word,
    ".pdf": read_pdf,
}
TABLES: dict[str, Rows] = {
    ".json": json_rows,
    ".jsonl": json_lines,
    ".ndjson": json_lines,
    ".csv": csv_rows,
    ".tsv": csv_rows,
    ".xlsx": excel_rows,
}
ARCHIVED = frozenset({".eml", ".docx", ".pdf"})  # what archives export too, several articles in one
PLAIN = frozenset({".txt", ".text"})
SUFFIXES = frozenset({*PLAIN, *SINGLE, *TABLES})


def drafts_of(path: Path, *, text: str | None = None) -> Iterator[Draft | ValueError]:
    """The articles of one file, in order; a row that holds none comes out as the error that says why.

    Raises ValueError where the file as a whole can't be read.
    """
    suffix = path.suffix.lower()
    if suffix in TABLES:
        yield from map(partial(_draft_or_error, text=text), TABLES[suffix](path))
    elif suffix in SINGLE:
        draft = SINGLE[suffix](_bytes(path))
        whole = "\n\n".join(filter(None, (draft.headline, draft.text)))
        yield from (split_archive(whole) if suffix in ARCHIVED else []) or [draft]
    elif suffix in PLAIN:
        words = decode(_bytes(path))
        yield from split_archive(words) or [Draft(text=words)]
    else:
        raise ValueError(f"unknown suffix {path.suffix!r}; read are: {', '.join(sorted(SUFFIXES))}")


def _draft_or_error(row: dict, *, text: str | None) -> Draft | ValueError:
    try:
        return draft_from(row, text=text)
    except ValueError as error:
        return error


def _bytes(path: Path) -> bytes:
    size = path.stat().st_size
    if size > LARGEST:
        raise ValueError(f"it is too large: {size:,} bytes, at most {LARGEST:,}")
    return path.read_bytes()
