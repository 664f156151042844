"""One file, whatever its format, to the drafts of the articles in it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from analysis.article.drafts import Draft
from analysis.article.formats.agencies import read_wire
from analysis.article.formats.archives import several, split_archive
from analysis.article.formats.archives.pages import page_lines
from analysis.article.formats.decode import LARGEST, Decoded, decode, decoded
from analysis.article.formats.documents import read_word
from analysis.article.formats.mail import read_mail
from analysis.article.formats.pages import LARGEST_SAVED, read_html, read_markdown
from analysis.article.formats.pdf import pdf_lines, read_pdf
from analysis.article.formats.pdf.paragraphs import joined
from analysis.article.formats.rtf import rtf_text
from analysis.article.formats.tables import Names, Row, csv_rows, drafts_of_rows, json_lines, json_rows, sheet_rows
from analysis.article.formats.tables.rows import LARGEST_TABLE, checked
from analysis.article.formats.web.archive import (
    mhtml_lines,
    read_mhtml,
    read_safari,
    safari_lines,
    wacz_drafts,
    warc_drafts,
)
from analysis.article.formats.xml import read_xml

LARGEST_EXPORT = 1_000_000_000  # bytes of a file that may hold hundreds of articles; each is measured by itself


class Format(NamedTuple):
    """A format of files: `whole` reads one as one article, `rows` as a table or list that holds an article a row,
    `drafts` as a file of several articles, `marked` as those that it marks as articles, if it does.

    `headed` says that its first row names the columns, `archived` that news archives export it too, so that one file
    may hold several articles (their layouts stand in `archives`); `lines` gives the text in which such a layout is
    looked for where it is another than that of the article, `wrapped` says that its lines are those of a page, which
    make a paragraph up to a blank line. `largest` is how many bytes a file may have, none where it is read piece by
    piece; `longest` is how many those of one article.
    """

    suffixes: tuple[str, ...]
    whole: Callable[[bytes], Draft] | None = None
    rows: Callable[[Path, Names | None], Iterator[Row | ValueError]] | None = None
    drafts: Callable[[Path], Iterator[Draft | ValueError]] | None = None
    marked: Callable[[bytes], list[Draft | ValueError]] | None = None
    lines: Callable[[bytes], Decoded] | None = None
    largest: int | None = LARGEST
    longest: int = LARGEST
    headed: bool = False
    wrapped: bool = False
    archived: bool = False


def _text(data: bytes) -> Draft:
    return _draft(decoded(data))


def _draft(found: Decoded) -> Draft:
    return Draft(text=found.text, doubts=(found.doubt,) if found.doubt else ())


def _text_lines(data: bytes) -> Decoded:
    return decoded(data, largest=LARGEST_EXPORT)


TEXT, PAGE, XML = (".txt", ".text", ".iptc", ".anpa"), (".html", ".htm", ".xhtml"), (".xml", ".nitf", ".newsml", ".rss")
MANY = {"largest": LARGEST_EXPORT, "archived": True}  # files that may hold hundreds of articles
FORMATS = (
    Format(TEXT, whole=_text, marked=read_wire, lines=_text_lines, **MANY),
    Format((".md", ".markdown"), whole=lambda data: read_markdown(decode(data))),
    Format(PAGE, whole=read_html, lines=page_lines, longest=LARGEST_SAVED, **MANY),
    Format((".mhtml", ".mht"), whole=read_mhtml, lines=mhtml_lines, longest=LARGEST_SAVED, **MANY),
    Format((".webarchive",), whole=read_safari, lines=safari_lines, longest=LARGEST_SAVED, **MANY),
    Format((".warc", ".warc.gz"), drafts=warc_drafts, largest=None),
    Format((".wacz",), drafts=wacz_drafts, largest=None),
    Format((".eml",), whole=read_mail, archived=True),
    Format((".docx",), whole=read_word, archived=True),
    Format((".rtf",), whole=lambda data: _draft(rtf_text(data)), **MANY),
    Format((".pdf",), whole=read_pdf, lines=lambda data: Decoded(pdf_lines(data)), archived=True, wrapped=True),
    Format((*XML, ".atom"), marked=read_xml, **MANY),
    Format((".json",), rows=json_rows, largest=LARGEST_TABLE),
    Format((".jsonl", ".ndjson"), rows=json_lines, largest=None),
    Format((".csv", ".tsv"), rows=csv_rows, headed=True, largest=LARGEST_TABLE),
    Format((".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"), rows=sheet_rows, headed=True, largest=LARGEST_TABLE),
)
SUFFIXES = {suffix: form for form in FORMATS for suffix in form.suffixes}
TABLES = frozenset(suffix for suffix, form in SUFFIXES.items() if form.rows)


def suffix_of(path: Path) -> str:
    """The suffix that says what a file is, in lower case: `.txt`, `.warc.gz`."""
    double = "".join(path.suffixes[-2:]).lower()
    return double if double in SUFFIXES else path.suffix.lower()


def drafts_of(path: Path, names: Names | None = None) -> Iterator[Draft | ValueError]:
    """The articles of one file, in order; a row that holds none comes out as the error that says why.

    `names` are the user's own names of the fields of tables. Raises ValueError where the file as a whole can't be read,
    whatever its reader fails of. No error names the folder.
    """
    try:
        for draft in _drafts_of(path, names):
            yield _unplaced(draft, path) if isinstance(draft, ValueError) else draft
    except OSError:
        raise
    except ValueError as error:
        raise _unplaced(error, path) from None
    except Exception as error:
        words = f"{type(error).__name__}: {error}".strip(": ")
        raise _unplaced(ValueError(f"reading it failed: {words}"), path) from error


def _unplaced(error: ValueError, path: Path) -> ValueError:
    """An error in one line, without the folder of the file."""
    return ValueError(" ".join(str(error).replace(str(path), path.name).split()))


def _drafts_of(path: Path, names: Names | None) -> Iterator[Draft | ValueError]:
    form = SUFFIXES.get(suffix_of(path))
    if form is None:
        raise ValueError(f"unknown suffix {path.suffix!r}; read are: {', '.join(sorted(SUFFIXES))}")
    if not path.is_file() and path.exists():
        raise ValueError("it is no file: a pipe or a device")
    if form.largest is not None and (size := path.stat().st_size) > form.largest:
        raise ValueError(f"it is too large: {size:,} bytes, at most {form.largest:,}")
    if form.drafts:
        yield from form.drafts(path)
    elif form.rows:
        rows = form.rows(path, names)
        yield from drafts_of_rows(checked(rows, names) if form.headed else rows, names)
    else:
        yield from _drafts_in(path.read_bytes(), form)


def _drafts_in(data: bytes, form: Format) -> list[Draft | ValueError]:
    """The articles that a file marks, those of an archive's export, else its one article."""
    if form.marked and (drafts := form.marked(data)):
        return drafts
    if form.lines:
        found = form.lines(data)
        if drafts := split_archive(found.text):
            drafts = list(map(_unwrapped, drafts)) if form.wrapped else drafts
            return [_doubted(draft, found.doubt) for draft in drafts]
        _check_size(data, form)
    draft = form.whole(data)
    whole = "\n\n".join(filter(None, (draft.headline, draft.text)))
    if form.archived and not form.lines and (drafts := split_archive(whole)):
        return drafts
    _check_size(data, form)
    return [_doubted(draft, several(whole))]


def _unwrapped(draft: Draft) -> Draft:
    return replace(draft, text="\n\n".join(joined(block.split("\n")) for block in draft.text.split("\n\n")))


def _doubted(draft: Draft, doubt: str | None) -> Draft:
    return replace(draft, doubts=(*draft.doubts, doubt)) if doubt else draft


def _check_size(data: bytes, form: Format) -> None:
    if len(data) > form.longest:
        raise ValueError(f"it is too large: {len(data):,} bytes, at most {form.longest:,} make one article")
