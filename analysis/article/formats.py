"""One file, whatever its format, to the drafts of the articles in it."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from analysis.article.archives import split_archive
from analysis.article.decode import LARGEST, decode
from analysis.article.documents import read_mail, read_pdf, read_word
from analysis.article.drafts import Draft, check_fields, draft_from
from analysis.article.pages import read_html, read_markdown
from analysis.article.rows import Row, csv_rows, excel_rows, json_lines, json_rows

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
HEADED = frozenset({".csv", ".tsv", ".xlsx"})
ARCHIVED = frozenset({".eml", ".docx", ".pdf"})  # what archives export too, several articles in one
PLAIN = frozenset({".txt", ".text"})
SUFFIXES = frozenset({*PLAIN, *SINGLE, *TABLES})


def drafts_of(path: Path, *, text: str | None = None) -> Iterator[Draft | ValueError]:
    """The articles of one file, in order; a row that holds none comes out as the error that says why.

    Raises ValueError where the file as a whole can't be read.
    """
    suffix = path.suffix.lower()
    if suffix in TABLES:
        rows = TABLES[suffix](path)
        if suffix in HEADED:
            rows = _with_text(rows, text)
        yield from map(partial(row_draft, text=text), rows)
    elif suffix in SINGLE:
        draft = SINGLE[suffix](_bytes(path))
        whole = "\n\n".join(filter(None, (draft.headline, draft.text)))
        yield from (split_archive(whole) if suffix in ARCHIVED else []) or [draft]
    elif suffix in PLAIN:
        words = decode(_bytes(path))
        yield from split_archive(words) or [Draft(text=words)]
    else:
        raise ValueError(f"unknown suffix {path.suffix!r}; read are: {', '.join(sorted(SUFFIXES))}")


def row_draft(row: Row | ValueError, *, text: str | None) -> Draft | ValueError:
    """The article of a row, or the error that says why it holds none."""
    if isinstance(row, ValueError):
        return row
    try:
        return draft_from(row, text=text)
    except ValueError as error:
        return error


def _with_text(rows: Iterator[Row], text: str | None) -> Iterator[Row]:
    """The rows of a table with a header.

    Raises ValueError where it has no column of texts: that is said once, not of every row.
    """
    for number, row in enumerate(rows):
        if not number:
            check_fields(row, text=text)
        yield row


def _bytes(path: Path) -> bytes:
    size = path.stat().st_size
    if size > LARGEST:
        raise ValueError(f"it is too large: {size:,} bytes, at most {LARGEST:,}")
    return path.read_bytes()
