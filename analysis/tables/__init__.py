"""The tables that a reading comes to: the only place where DataFrames are made."""

from analysis.tables.schemas import SCHEMAS, check
from analysis.tables.store import TableWriter, corrected_frames, frames, read_tables

__all__ = ["SCHEMAS", "TableWriter", "check", "corrected_frames", "frames", "read_tables"]
