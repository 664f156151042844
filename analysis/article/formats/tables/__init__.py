"""Tables and lists of articles, one a row: JSON, JSON lines, CSV, spreadsheets, DataFrames."""

from analysis.article.formats.tables.fields import Names, check_fields, draft_from, field_names
from analysis.article.formats.tables.lists import json_lines, json_rows
from analysis.article.formats.tables.rows import Row, csv_rows, drafts_of_rows, frame_rows
from analysis.article.formats.tables.sheets import sheet_rows

__all__ = [
    "Names",
    "Row",
    "check_fields",
    "csv_rows",
    "draft_from",
    "drafts_of_rows",
    "field_names",
    "frame_rows",
    "json_lines",
    "json_rows",
    "sheet_rows",
]
