"""All tables as one Excel workbook or as CSV files, with the rows that are shown.

In the workbook no cell runs as a formula or counts as an error, whatever it begins with, and no text is cut: Excel
holds 32,767 UTF-16 code units in a cell, so that a longer text goes on in columns `text (2)` and so on.
"""

import io
import json
import re
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from analysis.article.characters import CONTROLS
from analysis.console import counted
from analysis.exports.annotations.places import placed
from analysis.exports.files import archive
from analysis.exports.formats import Made
from analysis.tables.plain import rows, shown
from analysis.tables.store import csv_text

if TYPE_CHECKING:
    import pandas as pd
    from openpyxl.worksheet.worksheet import Worksheet

    from analysis.reading import Reading

LONGEST = 32_767  # UTF-16 code units in a cell
ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")  # what looks like the escape of a character in a workbook
ESCAPED = "_x005F_"
NEVER = "1980-01-01T00:00:00Z"
WRITTEN = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def workbook(reading: "Reading") -> Made:
    """A workbook with a sheet a table; lists are JSON."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    frames = _shown(reading)
    for name, frame in frames.items():
        sheet = book.create_sheet(name)
        sheet.freeze_panes = "A2"
        for line in _lines(frame):
            sheet.append([_cell(sheet, value) for value in line])
    out = io.BytesIO()
    book.save(out)
    return Made(_same_again(out.getvalue()), _words(frames))


def csv(reading: "Reading", *, bom: bool = False) -> Made:
    """A CSV file a table; a byte order mark makes Excel read them as UTF-8."""
    frames = _shown(reading)
    coding = "utf-8-sig" if bom else "utf-8"
    return Made({f"{name}.csv": csv_text(frame).encode(coding) for name, frame in frames.items()}, _words(frames))


def _shown(reading: "Reading") -> "dict[str, pd.DataFrame]":
    frames = {name: shown(frame) for name, frame in reading.tables().items()}
    kept = set(zip(frames["entities"].article_id, frames["entities"].entity_id, strict=True))
    mentions = frames["mentions"]
    of_kept = [pair in kept for pair in zip(mentions.article_id, mentions.entity_id, strict=True)]
    return frames | {"mentions": mentions[of_kept]}


def _words(frames: "dict[str, pd.DataFrame]") -> str:
    return f"{counted(len(frames), 'table')} of {counted(len(frames['articles']), 'article')}"


def _lines(frame: "pd.DataFrame") -> Iterator[list[Any]]:
    """The header and the rows; a column whose longest value needs several cells is several columns."""
    found = [[_parts(value) for value in row] for row in rows(frame)]
    widths = [max((len(row[n]) for row in found), default=1) for n in range(frame.shape[1])]
    yield [
        name if not part else f"{name} ({part + 1})"
        for name, width in zip(frame, widths, strict=True)
        for part in range(width)
    ]
    for row in found:
        yield [
            cell for cells, width in zip(row, widths, strict=True) for cell in [*cells, *[None] * (width - len(cells))]
        ]


def _parts(value: Any) -> list[Any]:
    """A value as Excel can hold it, in as many pieces as it needs."""
    if isinstance(value, list):
        value = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, str):
        return [value]
    text = CONTROLS.sub(lambda found: found[0] if found[0] in "\t\n\r" else "\ufffd", value)
    text = ESCAPE.sub(ESCAPED, text)
    _, at = placed(text, utf16=True)
    pieces, start = [], 0
    for end in range(1, len(text) + 1):
        if end == len(text) or at[end + 1] - at[start] > LONGEST:
            pieces.append(text[start:end])
            start = end
    return pieces or [None]


def _cell(sheet: "Worksheet", value: Any) -> Any:
    """A cell that is text where it is to be text: `=1+1` and `#N/A` are words."""
    from openpyxl.cell import WriteOnlyCell

    if not isinstance(value, str):
        return value
    cell = WriteOnlyCell(sheet, value)
    cell.data_type = "s"
    return cell


def _same_again(data: bytes) -> bytes:
    """The workbook without the moment it was written at."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    files["docProps/core.xml"] = WRITTEN.sub(rb"\g<1>" + NEVER.encode(), files["docProps/core.xml"])
    return archive(files)
