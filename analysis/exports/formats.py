"""The formats that a reading can be exported to: a table, and one function that writes any of them."""

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from analysis.exports.files import put

if TYPE_CHECKING:
    from analysis.reading import Reading


class Made(NamedTuple):
    """What a format makes of a reading: the bytes of one file, or of several by name; and in words what is in it."""

    content: bytes | dict[str, bytes]
    words: str


class Format(NamedTuple):
    """A row of the table: what it is for, the function that makes it, whose rows it may leave out, its options."""

    suffix: str
    title: str
    maker: str
    tables: tuple[str, ...] = ("entities", "quotations", "stances")
    options: tuple[str, ...] = ()
    signed: bool = False  # whether only stances for and against are in it


TIES = ("stances", "quotations")
JUDGED = ("entities", "quotations", "stances", "roles", "events")
FORMATS = {
    "qdpx": Format(".qdpx", "REFI-QDA project: NVivo, MAXQDA, ATLAS.ti, QualCoder", "annotations.qdpx:project"),
    "dna": Format(".dna", "database of Discourse Network Analyzer 3", "dna:database", ("stances",), (), True),
    "uima-xmi": Format("", "UIMA CAS as XMI, an article a file: INCEpTION", "annotations.cas:xmi"),
    "uima-json": Format("", "UIMA CAS as JSON, an article a file: INCEpTION", "annotations.cas:json"),
    "webanno-tsv": Format("", "WebAnno TSV 3.3, an article a file: INCEpTION", "annotations.webanno:tsv"),
    "web-annotation": Format("", "W3C Web Annotation, JSON-LD, and the texts", "annotations.w3c:annotations"),
    "tei": Format("", "TEI P5 with stand-off annotation, an article a file", "annotations.tei:tei"),
    "docbin": Format(".spacy", "spaCy DocBin, marks as spans of each Doc", "annotations.docbin:docs"),
    "brat": Format("", "brat stand-off: texts, annotations, configuration", "annotations.brat:collection"),
    "graphml": Format(".graphml", "network: Gephi, igraph, Cytoscape", "networks:graphml", TIES, ("of",)),
    "gexf": Format(".gexf", "network with days: Gephi", "networks:gexf", TIES, ("of",)),
    "statements": Format(".csv", "stances as an event list", "statements:event_list", ("stances",), ("bom",), True),
    "xlsx": Format(".xlsx", "Excel workbook, a sheet a table", "tables:workbook", JUDGED),
    "csv": Format("", "CSV, a file a table", "tables:csv", JUDGED, ("bom",)),
    "csl-json": Format(".json", "the articles for Zotero and other reference managers", "bibliography:csl", ()),
    "bibtex": Format(".bib", "the articles for LaTeX", "bibliography:bibtex", ()),
}


def export(reading: "Reading", format: str, path: str | Path, **options: Any) -> str:
    """Write a reading in one of the formats of `FORMATS`, whole or not at all, and say in words what was written.

    Only rows that are shown are written (`reading.showing(0)` shows all). Formats of several files write a folder,
    which must be new or empty, or where `path` ends in `.zip` an archive; a file that is there already is replaced. The
    same reading gives the same bytes. Options: `of`, `stances` or `quotations`, for networks; `bom=True` for CSV that
    Excel is to open by a double click.

    Raises ValueError for an unknown format, for an option the format does not have, and for a path it cannot have.
    """
    found = format_of(format, options)
    module, _, name = found.maker.partition(":")
    made = getattr(import_module(f"analysis.exports.{module}"), name)(reading, **options)
    put(made.content, path)
    return made.words


def format_of(format: str, options: Iterable[str]) -> Format:
    """The format of a name.

    Raises ValueError where there is none, or where it has none of the options.
    """
    if format not in FORMATS:
        raise ValueError(f"no format {format!r}; there are {', '.join(FORMATS)}")
    found = FORMATS[format]
    if wrong := [name for name in options if name not in found.options]:
        have = f"only {', '.join(found.options)}" if found.options else "none"
        raise ValueError(f"{format} has no option {wrong[0]!r}; it has {have}")
    return found
