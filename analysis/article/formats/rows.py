"""Tables and lists of articles: JSON, JSON lines, CSV, Excel, DataFrames."""

import csv
import json
from collections.abc import Iterator, Mapping
from io import StringIO
from pathlib import Path
from typing import Any

from analysis.article.formats.decode import decode
from analysis.article.formats.limits import check_unpacked

LONGEST_CELL = 10_000_000
Row = Mapping[str, Any]


NO_JSON = (ValueError, RecursionError)  # what the parser raises: on wrong syntax, huge numbers, deep nesting


def json_rows(path: Path) -> Iterator[Row | ValueError]:
    """The objects of a JSON file: one, a list of them, or a list under a key such as `articles`.

    What is no object comes out as the error that says so. Raises ValueError where there is none at all.
    """
    text = decode(path.read_bytes())
    try:
        data = json.loads(text)
    except NO_JSON as error:
        raise ValueError(f"it is no JSON: {error}") from None
    if isinstance(data, dict):
        lists = [value for value in data.values() if isinstance(value, list) and value and isinstance(value[0], dict)]
        holds_text = any(
            isinstance(value, str) and key.lower() in ("text", "body", "content") for key, value in data.items()
        )
        data = lists[0] if len(lists) == 1 and not holds_text else [data]
    if not isinstance(data, list):
        raise ValueError(f"it holds {type(data).__name__}, no article: needed is an object with a field 'text'")
    rows = list(map(_object, data))
    if rows and all(isinstance(row, ValueError) for row in rows):
        raise rows[0]
    yield from rows


def json_lines(path: Path) -> Iterator[Row | ValueError]:
    """The objects of a file that holds one a line, read as they come; a line without comes out as its error."""
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            try:
                yield _object(json.loads(line.decode("utf-8-sig")))
            except NO_JSON as error:
                yield ValueError(f"line {number} is no JSON: {error}")


def csv_rows(path: Path) -> Iterator[Row]:
    """The rows of a CSV file with a header; commas, semicolons or tabs."""
    csv.field_size_limit(LONGEST_CELL)
    lines = StringIO(decode(path.read_bytes()), newline="")
    delimiter = max(",;\t", key=lines.readline().count)
    lines.seek(0)
    try:
        yield from csv.DictReader(lines, delimiter=delimiter, restkey="")
    except csv.Error as error:
        raise ValueError(f"it is no CSV: {error}") from None


def excel_rows(path: Path) -> Iterator[Row]:
    """The rows of the first sheet of an Excel file whose first row is a header."""
    import openpyxl

    check_unpacked(path)
    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except Exception as error:  # openpyxl raises whatever the broken archive or its XML raises
        raise ValueError(f"it is no Excel file: {error}") from None
    cells = book.worksheets[0].iter_rows(values_only=True)
    header = [str(name) if name is not None else "" for name in next(cells, ())]
    yield from (dict(zip(header, row, strict=False)) for row in cells if any(cell is not None for cell in row))
    book.close()


def frame_rows(frame: Any) -> Iterator[Row]:
    """The rows of a DataFrame."""
    names = list(map(str, frame.columns))
    for values in frame.itertuples(index=False, name=None):
        yield dict(zip(names, values, strict=True))


def _object(value: Any) -> Row | ValueError:
    if isinstance(value, dict):
        return value
    return ValueError(f"it holds {type(value).__name__} where an object with a field 'text' is needed")
