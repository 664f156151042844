"""One file, whatever its format, to the drafts of the articles in it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from analysis.article.drafts import Draft
from analysis.article.formats.archives import split_archive
from analysis.article.formats.decode import LARGEST, decode
from analysis.article.formats.documents import read_mail, read_pdf, read_word
from analysis.article.formats.pages import read_html, read_markdown
from analysis.article.formats.tables import Names, Row, csv_rows, drafts_of_rows, json_lines, json_rows, sheet_rows
from analysis.article.formats.tables.rows import checked


class Format(NamedTuple):
    """A format of files: `whole` reads one as one article, `rows` as a table or list that holds an article a row.

    `headed` says that its first row names the columns, `archived` that news archives export it too, so that one file
    may hold several articles (their layouts stand in `archives`).
    """

    suffixes: tuple[str, ...]
    whole: Callable[[bytes], Draft] | None = None
    rows: Callable[[Path, Names | None], Iterator[Row | ValueError]] | None = None
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
    Format((".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"), rows=sheet_rows, headed=True),
)
SUFFIXES = {suffix: form for form in FORMATS for suffix in form.suffixes}
TABLES = frozenset(suffix for suffix, form in SUFFIXES.items() if form.rows)


def drafts_of(path: Path, names: Names | None = None) -> Iterator[Draft | ValueError]:
    """The articles of one file, in order; a row that holds none comes out as the error that says why.

    `names` are the user's own names of the fields of tables. Raises ValueError where the file as a whole can't be read.
    """
    form = SUFFIXES.get(path.suffix.lower())
    if form is None:
        raise ValueError(f"unknown suffix {path.suffix!r}; read are: {', '.join(sorted(SUFFIXES))}")
    if form.rows:
        rows = form.rows(path, names)
        yield from drafts_of_rows(checked(rows, names) if form.headed else rows, names)
        return
    draft = form.whole(_bytes(path))
    whole = "\n\n".join(filter(None, (draft.headline, draft.text)))
    yield from (split_archive(whole) if form.archived else []) or [draft]


def _bytes(path: Path) -> bytes:
    size = path.stat().st_size
    if size > LARGEST:
        raise ValueError(f"it is too large: {size:,} bytes, at most {LARGEST:,}")
    return path.read_bytes()
