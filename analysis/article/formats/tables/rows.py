"""Rows under a header: CSV and DataFrames, and what all tables have in common."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from io import StringIO
from itertools import chain, islice
from pathlib import Path
from typing import Any

from analysis.article.days import day_order
from analysis.article.drafts import Draft
from analysis.article.formats.decode import decoded
from analysis.article.formats.tables.fields import BESIDE, SHEET, Names, check_fields, customary, days_of, draft_from
from analysis.article.formats.tables.values import bare, is_void
from analysis.console import counted

LONGEST_CELL = 10_000_000
LARGEST_TABLE = 1_000_000_000  # bytes; how long one article may be is judged article by article
HEADERS = ("text", "lead", "headline", "published", "url", "outlet", "byline", "article_id")
TITLE_ROWS = 20  # rows that may stand above the header
SEPARATOR = re.compile(r"\ufeff?\"?sep=(.)\"?[ ,;\t]*\r?\n", re.IGNORECASE)
ESCAPED = re.compile(r'[^\\]\\"')
WRITTEN_OUT = re.compile(r"(?<!\\)((?:\\\\)*)(?:\\r)?\\n")  # a line's end, where backslashes escape
Row = Mapping[Any, Any]


def drafts_of_rows(rows: Iterable[Row | ValueError], names: Names | None) -> Iterator[Draft | ValueError]:
    """The articles of a table's rows; a row that holds none comes out as the error that says why.

    How `03/04/2020` is read is taken from the other rows where they tell; what is likely only is said in `doubts`.
    """
    rows = list(rows)
    days = [days_of(row, names) for row in rows if not isinstance(row, ValueError)]
    order = day_order(list(chain.from_iterable(days)))
    sheets: dict[str, str] = {}
    for row in rows:
        try:
            yield (
                row if isinstance(row, ValueError) else _of_sheet(draft_from(row, names, order), row.get(SHEET), sheets)
            )
        except ValueError as error:
            yield error


def _of_sheet(draft: Draft, sheet: str | None, sheets: dict[str, str]) -> Draft:
    """A draft whose number is that of one in a sheet before it gets the name of its own sheet in front."""
    if sheet is None or draft.article_id is None or sheets.setdefault(draft.article_id, sheet) == sheet:
        return draft
    return replace(draft, article_id=f"{sheet}-{draft.article_id}")


def csv_rows(path: Path, names: Names | None = None) -> Iterator[Row | ValueError]:
    """The rows of a CSV file with a header; commas, semicolons, tabs or pipes, or what a line `sep=;` says."""
    text, doubt = decoded(path.read_bytes(), largest=LARGEST_TABLE)
    csv.field_size_limit(LONGEST_CELL)
    said = SEPARATOR.match(text)
    text = text[said.end() :] if said else text
    options = {"escapechar": "\\", "doublequote": False} if ESCAPED.search(text) and '""' not in text else {}
    text = WRITTEN_OUT.sub(r"\1\n", text) if options else text
    marks = [said[1]] if said else [",", ";", "\t", "|"]
    mark = max(marks, key=lambda mark: _rank(_cells(text, mark, options), names))
    try:
        yield from noted(headed(_cells(text, mark, options), names), doubt)
    except csv.Error as error:
        raise ValueError(f"it is no CSV: {error}") from None
    if text.count('"') % 2 and not options and any(text.startswith('"') or f'{mark}"' in text for mark in marks):
        yield ValueError("a quotation mark in it is never closed: rows behind it may have been read as one")


def noted(rows: Iterable[Row | ValueError], doubt: str | None) -> Iterator[Row | ValueError]:
    """Rows, with the doubt about their encoding where they have a character that it concerns."""
    for row in rows:
        concerned = doubt and not isinstance(row, ValueError) and not str(list(row.values())).isascii()
        yield {**row, BESIDE: doubt} if concerned else row


def headed(cells: Iterable[list[Any]], names: Names | None = None) -> Iterator[Row]:
    """Rows of cells as mappings, by the header: the first row that names a field of the text, else the first of all.

    Blank lines are left out; cells without a name come under an empty one.
    """
    rows = filter(None, cells)
    top = list(islice(rows, TITLE_ROWS))
    at = next((n for n, row in enumerate(top) if _names_text(row, names)), 0)
    header = [str(name).strip() if not is_void(name) else "" for name in top[at]] if top else []
    for row in (*top[at + 1 :], *rows):
        yield dict(zip(header, row, strict=False)) | ({"": row[len(header) :]} if len(row) > len(header) else {})


def checked(rows: Iterable[Row | ValueError], names: Names | None) -> Iterator[Row | ValueError]:
    """The rows of a table with a header.

    Raises ValueError where it has no column of texts: that is said once, not of every row.
    """
    for number, row in enumerate(rows):
        if not number and not isinstance(row, ValueError):
            check_fields(row, names)
        yield row


def frame_rows(frame: Any) -> Iterator[Row]:
    """The rows of a DataFrame."""
    names = list(map(str, frame.columns))
    for values in frame.itertuples(index=False, name=None):
        yield dict(zip(names, values, strict=True))


def _cells(text: str, mark: str, options: dict[str, Any]) -> Iterator[list[str]]:
    return csv.reader(StringIO(text, newline=""), delimiter=mark, **options)


def _rank(cells: Iterator[list[str]], names: Names | None) -> tuple[int, int]:
    """How well a way of parting a file's lines makes a header: known names, then cells of the first line."""
    try:
        top = list(islice(cells, TITLE_ROWS))
    except csv.Error:
        return 0, 0
    known = {name for field in HEADERS for name in customary(field)} | set(map(bare, (names or {}).values()))
    return max((len(known & set(map(bare, row))) for row in top), default=0), max(map(len, top[:1]), default=0)


def _names_text(row: list[Any], names: Names | None) -> bool:
    """Whether a row of cells may be a header with a column of texts; a sentence in a cell is no name."""
    if any(isinstance(cell, str) and len(cell) > 100 for cell in row):
        return False
    try:
        check_fields([str(cell) for cell in row if not is_void(cell)], names)
    except ValueError:
        return False
    return True


def passed_over(sheets: list[str]) -> str:
    """The word on sheets without articles."""
    return f"{counted(len(sheets), 'sheet')} without a column of texts passed over: {', '.join(map(repr, sheets))}"
