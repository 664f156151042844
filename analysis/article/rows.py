"""Tables and lists of articles: JSON, JSON lines, CSV, Excel, DataFrames."""

import csv
import json
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from analysis.article.decode import decode

LONGEST_CELL = 10_000_000
Row = Mapping[str, Any]


def json_rows(path: Path) -> Iterator[Row]:
    """The objects of a JSON file: one, a list of them, or a list under a key such as `articles`."""
    try:
        data = json.loads(decode(path.read_bytes()))
    except json.JSONDecodeError as error:
        raise ValueError(f"it is no JSON: {error}") from None
    if isinstance(data, dict):
        lists = [value for value in data.values() if isinstance(value, list) and value and isinstance(value[0], dict)]
        holds_text = any(
            isinstance(value, str) and key.lower() in ("text", "body", "content") for key, value in data.items()
        )
        data = lists[0] if len(lists) == 1 and not holds_text else [data]
    if not isinstance(data, list):
        raise ValueError(f"it holds {type(data).__name__}, no article: needed is an object with a field 'text'")
    yield from map(_object, data)


def json_lines(path: Path) -> Iterator[Row]:
    """The objects of a file that holds one a line, read as they come."""
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            try:
                yield _object(json.loads(line.decode("utf-8-sig")))
            except (json.JSONDecodeError, UnicodeDecodeError) as error:
                raise ValueError(f"line {number} is no JSON: {error}") from None


def csv_rows(path: Path) -> Iterator[Row]:
    """The rows of a CSV file with a header; commas, semicolons or tabs."""
    csv.field_size_limit(LONGEST_CELL)
    lines = decode(path.read_bytes()).splitlines(keepends=True)
    header = lines[0] if lines else ""
    delimiter = max(",;\t", key=header.count)
    try:
        yield from csv.DictReader(lines, delimiter=delimiter, restkey="")
    except csv.Error as error:
        raise ValueError(f"it is no CSV: {error}") from None


def excel_rows(path: Path) -> Iterator[Row]:
    """The rows of the first sheet of an Excel file whose first row is a header."""
    import openpyxl

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
    for values in islice(frame.itertuples(index=False, name=None), len(frame)):
        yield dict(zip(names, values, strict=True))


def _object(value: Any) -> Row:
    if not isinstance(value, dict):
        raise ValueError(f"it holds {type(value).__name__} where an object with a field 'text' is needed")
    return value
