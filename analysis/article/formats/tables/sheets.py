"""Spreadsheets: Excel old and new, OpenDocument, and web tables that are named so."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from analysis.article.formats.limits import check_unpacked
from analysis.article.formats.tables.fields import BESIDE, SHEET, Names, check_fields, has_text
from analysis.article.formats.tables.rows import Row, csv_rows, headed, passed_over
from analysis.article.formats.tables.values import is_void


def sheet_rows(path: Path, names: Names | None = None) -> Iterator[Row | ValueError]:
    """The rows of all sheets that have a column of texts; title rows above the header are passed over.

    Sheets without such a column are named in the problems of the first article. Raises ValueError where no sheet has
    one, or the file is no spreadsheet.
    """
    check_unpacked(path)
    data = path.read_bytes()
    start = data[:2000].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if start.startswith((b"<html", b"<!doctype", b"<table", b"<meta")):
        sheets = _web_tables(data)
    elif start.startswith((b"pk", b"\xd0\xcf\x11\xe0", b"\x09\x08", b"\x09\x04", b"\x09\x02")):
        sheets = _sheets(data)
    elif path.suffix.lower() == ".xls" and data.count(b"\t") > data.count(b"\n") > 0:
        yield from csv_rows(path, names)
        return
    else:
        raise ValueError("it is no Excel file or other spreadsheet")
    yield from _rows(sheets, names)


def _rows(sheets: list[tuple[str, list[list[Any]]]], names: Names | None) -> Iterator[Row]:
    """The rows of those sheets that have texts, else of those that have summaries; the first says which have none."""
    tables = {name: rows for name, cells in sheets if (rows := list(headed(filter(_is_filled, cells), names)))}
    errors = {name: _lacking(rows[0], names, lead=True) for name, rows in tables.items()}
    named = [name for name, rows in tables.items() if not _lacking(rows[0], names, lead=False)]
    whole = [name for name in named if any(has_text(row, names) for row in tables[name])]
    read = whole or named or [name for name, error in errors.items() if not error]
    if not read:
        raise next(filter(None, errors.values()), ValueError("it is empty"))
    found = [{**row, SHEET: name} for name in read for row in tables[name]]
    without = [name for name in tables if name not in read]
    yield {**found[0], BESIDE: passed_over(without)} if without else found[0]
    yield from found[1:]


def _is_filled(cells: list[Any]) -> bool:
    return not all(map(is_void, cells))


def _lacking(row: Row, names: Names | None, *, lead: bool) -> ValueError | None:
    """The error that says that a row has no field of a text."""
    try:
        check_fields(row, names, lead=lead)
    except ValueError as error:
        return error
    return None


def _sheets(data: bytes) -> list[tuple[str, list[list[Any]]]]:
    from python_calamine import load_workbook

    try:
        book = load_workbook(BytesIO(data))
        names = book.sheet_names
        return [(name, [list(map(_cell, row)) for row in book.get_sheet_by_name(name).to_python()]) for name in names]
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # whatever the broken archive or its XML raises; calamine's panic is no Exception
        raise ValueError(f"it is no Excel file that can be read: {' '.join(str(error).split())}") from None


def _cell(value: Any) -> Any:
    """A cell's value; a carriage return that some programs escape twice is none of its words."""
    return value.replace("_x000D_", "") if isinstance(value, str) else value


def _web_tables(data: bytes) -> list[tuple[str, list[list[Any]]]]:
    """The tables of a web page, which some services send under the name of a spreadsheet."""
    from lxml import html

    from analysis.article.formats.decode import decode
    from analysis.article.formats.markup import page_text

    tree = html.fromstring(re.sub(r"^\s*<\?xml[^>]*>", "", decode(data)))
    return [
        (f"table {n}", [[page_text(cell) for cell in row.iterchildren("td", "th")] for row in table.iter("tr")])
        for n, table in enumerate(tree.iter("table"), 1)
    ]
