"""One file, whatever its format, to the drafts of the articles in it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from analysis.article.drafts import Draft
from analysis.article.formats.agencies import read_wire
from analysis.article.formats.archives import several, split_archive
from analysis.article.formats.archives.pages import page_lines
from analysis.article.formats.decode import LARGEST, decode
from analysis.article.formats.documents import read_mail, read_pdf, read_word
from analysis.article.formats.pages import read_html, read_markdown
from analysis.article.formats.rtf import rtf_text
from analysis.article.formats.tables import Names, Row, csv_rows, drafts_of_rows, json_lines, json_rows, sheet_rows
from analysis.article.formats.tables.rows import checked
from analysis.article.formats.xml import read_xml


class Format(NamedTuple):
    """A format of files: `whole` reads one as one article, `rows` as a table or list that holds an article a row,
    `several` as all the articles that it finds marked as such.

    `headed` says that its first row names the columns, `archived` that news archives export it too, so that one file
    may hold several articles (their layouts stand in `archives`); `lines` gives the text in which such a layout is
    looked for where it is another than that of the article.
    """

    suffixes: tuple[str, ...]
    whole: Callable[[bytes], Draft] | None = None
    rows: Callable[[Path, Names | None], Iterator[Row | ValueError]] | None = None
    several: Callable[[bytes], list[Draft | ValueError]] | None = None
    lines: Callable[[bytes], str] | None = None
    headed: bool = False
    archived: bool = False


def _plain(data: bytes) -> Draft:
    return Draft(text=decode(data))


def _plain_lines(data: bytes) -> str:
    return decode(data, largest=LARGEST_EXPORT)


def _rich(data: bytes) -> Draft:
    text, doubt = rtf_text(data)
    return Draft(text=text, doubts=(doubt,) if doubt else ())


LARGEST_EXPORT = 1_000_000_000  # bytes of a file that may hold hundreds of articles; each is measured by itself


FORMATS = (
    Format((".txt", ".text", ".iptc", ".anpa"), whole=_plain, several=read_wire, lines=_plain_lines, archived=True),
    Format((".md", ".markdown"), whole=lambda data: read_markdown(decode(data))),
    Format((".html", ".htm", ".xhtml"), whole=read_html, lines=page_lines, archived=True),
    Format((".eml",), whole=read_mail, archived=True),
    Format((".docx",), whole=read_word, archived=True),
    Format((".rtf",), whole=_rich, archived=True),
    Format((".pdf",), whole=read_pdf, archived=True),
    Format((".xml", ".nitf", ".newsml", ".rss", ".atom"), several=read_xml, archived=True),
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
    yield from _several(_bytes(path, LARGEST_EXPORT if form.archived else LARGEST), form)


def _several(data: bytes, form: Format) -> list[Draft | ValueError]:
    """The articles of an archive's export, else the one article of a file, and the doubt that there should be more."""
    if (form.several and (drafts := form.several(data))) or (
        form.lines and (drafts := split_archive(form.lines(data)))
    ):
        return drafts
    if form.lines and len(data) > LARGEST:
        raise ValueError(f"it is too large for one article: {len(data):,} bytes, at most {LARGEST:,}")
    draft = form.whole(data)
    whole = "\n\n".join(filter(None, (draft.headline, draft.text)))
    if form.archived and not form.lines and (drafts := split_archive(whole)):
        return drafts
    doubt = several(whole)
    return [replace(draft, doubts=(*draft.doubts, doubt)) if doubt else draft]


def _bytes(path: Path, largest: int) -> bytes:
    size = path.stat().st_size
    if size > largest:
        raise ValueError(f"it is too large: {size:,} bytes, at most {largest:,}")
    return path.read_bytes()
