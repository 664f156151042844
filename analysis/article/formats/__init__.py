"""One file, whatever its format, to the drafts of the articles in it."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from analysis.article.drafts import Draft, check_fields, draft_from
from analysis.article.formats.archives import split_archive
from analysis.article.formats.decode import LARGEST, decode
from analysis.article.formats.documents import read_mail, read_pdf, read_word
from analysis.article.formats.pages import read_html, read_markdown
from analysis.article.formats.rows import Row, csv_rows, excel_rows, json_lines, json_rows


class Format(NamedTuple):
    """A format of files: `whole` reads one as one article, `rows` as a table or list that holds an article a row.

    `headed` says that its first row names the columns, `archived` that news archives export it too, so that one file
    may hold several articles (their layouts stand in `archives`).
    """

    suffixes: tuple[str, ...]
    whole: Callable[[bytes], Draft] | None = None
    rows: Callable[[Path], Iterator[Row | ValueError]] | None = None
    headed: bool = False
    archived: bool = False


FORMATS = (
    Format((".txt", ".text"), whole=lambda data: Draft(text=decode(data)), archived=True),
    Format((".md", ".markdown"), whole=lambda data: read_markdown(decode(data))),
    Format((".html", ".htm", ".xhtml"), whole=read_html),
    Format((".eml",), whole=read_mail, archived=True),
    Format((".docx",), whole=read_word, archived=True),
    Format((".pdf",), whole=read_pdf, archived=True),
    Format((".json",), rows=json_rows),
    Format((".jsonl", ".ndjson"), rows=json_lines),
    Format((".csv", ".tsv"), rows=csv_rows, headed=True),
    Format((".xlsx",), rows=excel_rows, headed=True),
)
SUFFIXES = {suffix: form for form in FORMATS for suffix in form.suffixes}
TABLES = frozenset(suffix for suffix, form in SUFFIXES.items() if form.rows)


def drafts_of(path: Path, *, text: str | None = None) -> Iterator[Draft | ValueError]:
    """The articles of one file, in order; a row that holds none comes out as the error that says why.

    Raises ValueError where the file as a whole can't be read.
    """
    form = SUFFIXES.get(path.suffix.lower())
    if form is None:
        raise ValueError(f"unknown suffix {path.suffix!r}; read are: {', '.join(sorted(SUFFIXES))}")
    if form.rows:
        rows = _with_text(form.rows(path), text) if form.headed else form.rows(path)
        yield from map(partial(row_draft, text=text), rows)
        return
    draft = form.whole(_bytes(path))
    whole = "\n\n".join(filter(None, (draft.headline, draft.text)))
    yield from (split_archive(whole) if form.archived else []) or [draft]


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
