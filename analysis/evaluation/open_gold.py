"""The open gold in `data/gold`: its tables read, and checked row by row."""

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import NamedTuple

from analysis.evaluation.records import Document

PARTS = ("train", "test")
POLARITIES = ("support", "oppose")
LABELS = (*POLARITIES, "none")
TELLERS = ("holder", "author", "other")
PIECES = " // "  # between the pieces of a content


class Form(NamedTuple):
    """A table: its columns, which values some may have, and which spans must have which words."""

    names: str
    values: Mapping[str, tuple[str, ...]] = {}
    quotes: tuple[tuple[str, str], ...] = ()  # prefix of the two columns of a span, column of its words
    needed: bool = True
    more: tuple[str, ...] = ()  # columns that may be there

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(self.names.split())


KINDS = ("person", "organization", "country", "group", "place", "work")
SOURCES = ("GUM", "MEANTIME")
SPAN = "start end "
FORMS = {
    "articles": Form("article_id part source url published", {"part": PARTS, "source": SOURCES}),
    "entities": Form(f"article_id name kind {SPAN} quote", {"kind": KINDS}, (("", "quote"),)),
    "quotations": Form(
        "article_id source_start source_end source cue_start cue_end cue kind content_spans content",
        {"kind": ("direct", "mixed", "indirect")},
        (("source_", "source"), ("cue_", "cue")),
    ),
    "stances": Form(
        f"article_id holder target polarity told_by central {SPAN} evidence",
        {"polarity": POLARITIES, "told_by": TELLERS, "central": ("yes", "no")},
        (("", "evidence"),),
    ),
    "dates": Form(f"article_id {SPAN} text value", quotes=(("", "text"),)),
    "sentences": Form("text_id group text", needed=False),
    "candidates": Form(
        "text_id sentence_start sentence_end holder_start holder_end holder target_start target_end target "
        "cue_start cue_end cue label told_by second",
        {"label": LABELS, "told_by": ("", *TELLERS), "second": ("", *LABELS)},
        (("holder_", "holder"), ("target_", "target"), ("cue_", "cue")),
        needed=False,
        more=("holder_name", "target_name"),
    ),
    "sentiment": Form(f"text_id {SPAN} target label", {"label": LABELS}, (("", "target"),), needed=False),
}
LAYERS = ("entities", "quotations", "stances", "dates", "candidates")
KEYS = ("article_id", "text_id")
OF_READERS = ("entities", "quotations", "stances", "dates")  # tables of readers/1 and readers/2
MAYBE_EMPTY = frozenset(
    {"source_start", "source_end", "source", "cue_start", "cue_end", "cue", "holder_start", "holder_end"}
    | {"told_by", "second", "published", "url"}
)


def is_open_gold(folder: Path) -> bool:
    """Whether a folder is laid out as the open gold is."""
    return (folder / "texts").is_dir() and (folder / "articles.csv").is_file()


def read_open(folder: Path) -> Iterator[Document]:
    """The articles, and the sentences that candidates stand in, which are of the part `train`."""
    tables = {name: list(read_rows(folder, name)) for name in FORMS if name != "sentiment"}
    texts = {row.article_id: row for row in tables["articles"]}
    by_text = {name: _by_text(tables[name]) for name in LAYERS}
    for key, row in texts.items():
        gold = {name: by_text[name].get(key, []) for name in LAYERS if name != "candidates" or key in by_text[name]}
        yield Document(key, text_of(folder, key), gold, row.published or None, row.part)
    for row in tables["sentences"]:
        if row.text_id in by_text["candidates"]:
            gold = {"candidates": by_text["candidates"][row.text_id]}
            yield Document(row.text_id, row.text, gold, None, "train")


def text_of(folder: Path, key: str) -> str:
    """The text of an article, character for character."""
    return (folder / "texts" / f"{key}.txt").read_bytes().decode("utf-8")


def read_rows(folder: Path, name: str) -> Iterator[SimpleNamespace]:
    """The rows of a table, offsets as numbers, spans of contents as a list; None where an offset is empty.

    Raises ValueError where the table or a column is missing, or a number is none.
    """
    form, file = FORMS[name], folder / f"{name}.csv"
    if not file.is_file():
        if form.needed:
            raise ValueError(f"{folder} holds no {name}.csv")
        return
    with file.open(encoding="utf-8", newline="") as opened:
        reader = csv.DictReader(opened)
        missing = [column for column in form.columns if column not in (reader.fieldnames or ())]
        if missing:
            raise ValueError(f"{file} has no column {', '.join(missing)}; needed are {', '.join(form.columns)}")
        for row in reader:
            try:
                yield SimpleNamespace(**{one: _value(one, row.get(one) or "") for one in (*form.columns, *form.more)})
            except ValueError:
                raise ValueError(f"{file}, line {reader.line_num}: an offset is no number") from None


def _value(column: str, words: str) -> str | int | list[tuple[int, int]] | None:
    if column.endswith(("start", "end")):
        return int(words) if words else None
    if column == "content_spans":
        return [(int(start), int(end)) for start, end in (piece.split("-") for piece in words.split())]
    return words


def key_of(row: SimpleNamespace) -> str:
    """The article or sentence that a row is of."""
    return getattr(row, "article_id", None) or getattr(row, "text_id", "")


def _by_text(rows: list[SimpleNamespace]) -> dict[str, list[SimpleNamespace]]:
    found: dict[str, list[SimpleNamespace]] = {}
    for row in rows:
        found.setdefault(key_of(row), []).append(row)
    return found


def faults(folder: Path) -> Iterator[str]:
    """What is wrong with a folder of open gold, a line a fault; nothing where all is well."""
    if not is_open_gold(folder):
        yield f"{folder} is no open gold: it has no articles.csv beside texts/"
        return
    try:
        articles = list(read_rows(folder, "articles"))
        sentences = list(read_rows(folder, "sentences"))
    except ValueError as error:
        yield str(error)
        return
    texts = {row.text_id: row.text for row in sentences}
    for row in articles:
        try:
            texts[row.article_id] = text_of(folder, row.article_id)
        except (OSError, UnicodeDecodeError) as error:
            yield f"articles.csv: {row.article_id}: its text cannot be read: {error}"
    known = {row.article_id for row in articles}
    places = [(folder, name) for name in FORMS]
    places += [(reader, name) for reader in sorted(folder.glob("readers/*")) for name in OF_READERS]
    for place, name in places:
        yield from _faults_of(place, name, texts, set(texts) if "text_id" in FORMS[name].columns else known)
    yield from (f"texts/{file.name} is not in articles.csv" for file in _strays(folder, known))


def _strays(folder: Path, known: set[str]) -> list[Path]:
    return [file for file in sorted((folder / "texts").iterdir()) if file.suffix != ".txt" or file.stem not in known]


def _faults_of(folder: Path, name: str, texts: dict[str, str], known: set[str]) -> Iterator[str]:
    seen: dict[tuple[str, ...], int] = {}
    where = f"{folder.name}/{name}.csv"
    try:
        for number, row in enumerate(read_rows(folder, name), 2):
            for fault in _faults_in(FORMS[name], row, texts, known):
                yield f"{where}, row {number}: {fault}"
            first = seen.setdefault(_identity(name, row), number)
            if first != number:
                yield f"{where}, row {number}: it is row {first} again"
    except (ValueError, UnicodeDecodeError) as error:
        yield str(error)


def _identity(name: str, row: SimpleNamespace) -> tuple[str, ...]:
    """What no second row of a table may share."""
    columns = FORMS[name].columns
    if name in ("articles", "sentences"):
        columns = columns[:1]
    elif name == "entities":
        columns = ("article_id", "name")
    elif name == "stances":
        columns = ("article_id", "holder", "target", "polarity")
    elif name == "candidates":
        columns = tuple(column for column in columns if column not in ("label", "told_by", "second"))
        columns += FORMS[name].more
    return tuple(str(getattr(row, column)) for column in columns)


def _faults_in(form: Form, row: SimpleNamespace, texts: dict[str, str], known: set[str]) -> Iterator[str]:
    if key_of(row) not in known:
        yield f"there is no article {key_of(row)!r}"
        return
    for column in form.columns:
        value, allowed = getattr(row, column), form.values.get(column)
        if allowed and value not in allowed:
            yield f"{column} {value!r} is none of {', '.join(filter(None, allowed))}"
        elif value in ("", None) and column not in MAYBE_EMPTY:
            yield f"{column} is empty"
    text = texts.get(key_of(row))
    if text is None:
        return
    for prefix, column in form.quotes:
        yield from _wrong_words(text, row, prefix, column)
    if "content_spans" in form.columns:
        yield from _wrong_content(text, row)
    if "sentence_start" in form.columns:
        yield from _outside(text, row)


def _wrong_words(text: str, row: SimpleNamespace, prefix: str, column: str) -> Iterator[str]:
    start, end, words = getattr(row, f"{prefix}start"), getattr(row, f"{prefix}end"), getattr(row, column)
    if (start is None) != (end is None) or (start is None) != (not words):
        yield f"{column}: offsets and words must be there together"
    elif start is not None and text[start:end] != words:
        yield f"{column}: {start}-{end} is {text[start:end]!r}, not {words!r}"


def _wrong_content(text: str, row: SimpleNamespace) -> Iterator[str]:
    words = PIECES.join(text[start:end] for start, end in row.content_spans)
    if not row.content_spans:
        yield "content_spans is empty"
    elif words != row.content:
        yield f"content: its spans are {words!r}, not {row.content!r}"


def _outside(text: str, row: SimpleNamespace) -> Iterator[str]:
    """A sentence that lies outside its text; a candidate's holder may stand in another sentence than the rest."""
    start, end = row.sentence_start, row.sentence_end
    if start is None or end is None or not 0 <= start < end <= len(text):
        yield f"sentence {start}-{end} lies outside the text, which has {len(text)} characters"
