"""One file, whatever its format, to the drafts of the articles in it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from analysis.article.drafts import Draft, check_fields, draft_from
from analysis.article.formats.archives import split_archive
from analysis.article.formats.decode import LARGEST, decode, decoded
from analysis.article.formats.documents import read_word
from analysis.article.formats.mail import read_mail
from analysis.article.formats.pages import LARGEST_SAVED, read_html, read_markdown
from analysis.article.formats.pdf import pdf_lines, read_pdf
from analysis.article.formats.rows import Row, csv_rows, excel_rows, json_lines, json_rows
from analysis.article.formats.web.archive import read_mhtml, wacz_drafts, warc_drafts


class Format(NamedTuple):
    """A format of files: `whole` reads one as one article, `rows` as a table or list that holds an article a row,
    `drafts` as a file of several articles.

    `headed` says that its first row names the columns, `archived` that news archives export it too, so that one file
    may hold several articles (their layouts stand in `archives`); `lines` gives the text in which such a
    layout is looked for where it is another than that of the article. `largest` is how many bytes one may have,
    where it is not read piece by piece.
    """

    suffixes: tuple[str, ...]
    whole: Callable[[bytes], Draft] | None = None
    rows: Callable[[Path], Iterator[Row | ValueError]] | None = None
    drafts: Callable[[Path], Iterator[Draft | ValueError]] | None = None
    lines: Callable[[bytes], str] | None = None
    largest: int | None = LARGEST
    headed: bool = False
    archived: bool = False


def _text(data: bytes) -> Draft:
    text, doubt = decoded(data)
    return Draft(text=text, doubts=(doubt,) if doubt else ())


FORMATS = (
    Format((".txt", ".text"), whole=_text, archived=True),
    Format((".md", ".markdown"), whole=lambda data: read_markdown(decode(data))),
    Format((".html", ".htm", ".xhtml"), whole=read_html, largest=LARGEST_SAVED),
    Format((".mhtml", ".mht"), whole=read_mhtml, largest=LARGEST_SAVED),
    Format((".warc", ".warc.gz"), drafts=warc_drafts, largest=None),
    Format((".wacz",), drafts=wacz_drafts, largest=None),
    Format((".eml",), whole=read_mail, archived=True),
    Format((".docx",), whole=read_word, archived=True),
    Format((".pdf",), whole=read_pdf, lines=pdf_lines, archived=True),
    Format((".json",), rows=json_rows),
    Format((".jsonl", ".ndjson"), rows=json_lines, largest=None),
    Format((".csv", ".tsv"), rows=csv_rows, headed=True),
    Format((".xlsx",), rows=excel_rows, headed=True, largest=None),
)
SUFFIXES = {suffix: form for form in FORMATS for suffix in form.suffixes}
PLAIN_TABLES = (".csv", ".tsv")
TABLES = frozenset(suffix for suffix, form in SUFFIXES.items() if form.rows)


def suffix_of(path: Path) -> str:
    """The suffix that says what a file is, in lower case: `.txt`, `.warc.gz`."""
    double = "".join(path.suffixes[-2:]).lower()
    return double if double in SUFFIXES else path.suffix.lower()


def drafts_of(path: Path, *, text: str | None = None) -> Iterator[Draft | ValueError]:
    """The articles of one file, in order; a row that holds none comes out as the error that says why.

    Raises ValueError where the file as a whole can't be read, whatever its reader fails of. No error names the folder.
    """
    try:
        doubt = _doubt_of(path)
        for draft in _drafts_of(path, text):
            yield _unplaced(draft, path) if isinstance(draft, ValueError) else _doubted(draft, doubt)
    except OSError:
        raise
    except ValueError as error:
        raise _unplaced(error, path) from None
    except Exception as error:
        words = f"{type(error).__name__}: {error}".strip(": ")
        raise _unplaced(ValueError(f"reading it failed: {words}"), path) from error


def _doubt_of(path: Path) -> str | None:
    """What was guessed of a table's encoding."""
    if path.suffix.lower() not in PLAIN_TABLES or not path.is_file() or path.stat().st_size > LARGEST:
        return None
    return decoded(path.read_bytes()).doubt


def _doubted(draft: Draft, doubt: str | None) -> Draft:
    """A draft with a doubt about its characters, where it has any that it could be about."""
    return replace(draft, doubts=(*draft.doubts, doubt)) if doubt and not draft.text.isascii() else draft


def _unplaced(error: ValueError, path: Path) -> ValueError:
    """An error in one line, without the folder of the file."""
    return ValueError(" ".join(str(error).replace(str(path), path.name).split()))


def _drafts_of(path: Path, text: str | None) -> Iterator[Draft | ValueError]:
    form = SUFFIXES.get(suffix_of(path))
    if form is None:
        raise ValueError(f"unknown suffix {path.suffix!r}; read are: {', '.join(sorted(SUFFIXES))}")
    if not path.is_file() and path.exists():
        raise ValueError("it is no file: a pipe or a device")
    if form.largest is not None and (size := path.stat().st_size) > form.largest:
        raise ValueError(f"it is too large: {size:,} bytes, at most {form.largest:,}")
    if form.drafts:
        yield from form.drafts(path)
        return
    if form.rows:
        rows = _with_text(form.rows(path), text) if form.headed else form.rows(path)
        yield from map(partial(row_draft, text=text), rows)
        return
    data = path.read_bytes()
    if form.lines and (drafts := split_archive(form.lines(data))):
        yield from drafts
        return
    draft = form.whole(data)
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
