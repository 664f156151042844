"""JSON: an article, or a list of articles, however deep a service wraps it."""

import json
import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable, Iterator, Mapping
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from analysis.article.formats.decode import Decoded, decode_labelled, decoded
from analysis.article.formats.tables.fields import Names, check_fields, customary
from analysis.article.formats.tables.rows import LARGEST_TABLE, Row, noted
from analysis.article.formats.tables.values import bare, body_of, is_void, words_of

NO_JSON = (ValueError, RecursionError)  # what the parser raises: on wrong syntax, huge numbers, deep nesting
BEGINS = re.compile(r"\S")
WRAPPERS = ("_source", "article", "document", "item", "node")  # fields that hold an article of a list
DEEPEST = 4  # objects that stand around a list of articles
STORY_TYPES = re.compile(r"Article|Posting|Report|Story", re.IGNORECASE)  # of schema.org


def json_rows(path: Path, names: Names | None = None) -> Iterator[Row | ValueError]:
    """The articles of a JSON file: an object, a list of them, a list within objects (`response.results`), a table as
    pandas writes it, or an object a line.

    What is no object comes out as the error that says so. Raises ValueError where there is none at all.
    """
    text, doubt = decoded(path.read_bytes(), largest=LARGEST_TABLE)
    try:
        data = json.loads(text)
    except NO_JSON as error:
        if "Extra data" in str(error) and text.count("\n"):
            found = _in_a_row(text, names) or _lines(map(Decoded, text.split("\n")), names)
            yield from noted(found, doubt)
            return
        raise ValueError(f"it is no JSON: {error}") from None
    if not isinstance(data, (dict, list)):
        raise ValueError(f"it holds {type(data).__name__}, no article: needed is an object with a field 'text'")
    rows = [_object(row) for row in _articles(data, names)]
    if rows and all(isinstance(row, ValueError) for row in rows):
        raise rows[0]
    yield from noted(rows, doubt)


def json_lines(path: Path, names: Names | None = None) -> Iterator[Row | ValueError]:
    """The objects of a file that holds one a line; a line without comes out as its error."""
    with path.open("rb") as file:
        wide = file.read(2) in (BOM_UTF16_LE, BOM_UTF16_BE)
        file.seek(0)
        lines = map(Decoded, TextIOWrapper(file, "utf-16")) if wide else (decode_labelled(line, None) for line in file)
        yield from _lines(lines, names)


def _lines(lines: Iterable[Decoded], names: Names | None) -> Iterator[Row | ValueError]:
    for number, (line, doubt) in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield from noted(map(_object, _unwrapped(json.loads(line), names)), doubt)
        except NO_JSON as error:
            yield ValueError(f"line {number} is no JSON: {error}")


def _in_a_row(text: str, names: Names | None) -> list[Row | ValueError]:
    """The objects of a text that holds one behind the other over several lines; none where it holds anything else."""
    decoder, found = json.JSONDecoder(), []
    start = BEGINS.search(text)
    while start:
        try:
            value, end = decoder.raw_decode(text, start.start())
        except NO_JSON:
            return []
        found.extend(map(_object, _unwrapped(value, names)))
        start = BEGINS.search(text, end)
    return found


def _articles(data: Any, names: Names | None) -> list[Any]:
    """The objects that are articles."""
    if isinstance(data, list):
        return [story for item in _stories(data) for story in _unwrapped(item, names)]
    if _holds_text(data, names) and not _columns(data):
        return [data]
    if table := _columns(data) or _split(data):
        return table
    level, empty = [data], False
    for _ in range(DEEPEST):
        pieces = [piece for node in level for piece in node.values()]
        lists = [piece for piece in pieces if isinstance(piece, list) and any(_may_be(item, names) for item in piece)]
        if lists:
            return [_from_feed(item, data) for found in lists for item in _stories(found)]
        level, empty = [piece for piece in pieces if isinstance(piece, dict)], empty or [] in pieces
        if articles := [node for node in level if _holds_text(node, names)]:
            return articles
    return [] if empty else [data]


def _unwrapped(item: Any, names: Names | None) -> list[Any]:
    """An item of a list, or the articles in it where it is a service's answer, one page of several."""
    return _articles(item, names) if isinstance(item, dict) and not _may_be(item, names) else [item]


def _holds_text(node: Any, names: Names | None) -> bool:
    """Whether an object has a field of the text with text in it."""
    if not _may_be(node, names) or not isinstance(node, dict):
        return False
    own = (names or {}).get("text")
    wanted = {bare(name.split(".")[0]) for name in ([own] if own else customary("text"))}
    return any(bare(key) in wanted and len(body_of(value)) > 0 for key, value in node.items())


def _may_be(item: Any, names: Names | None) -> bool:
    """Whether a list's item may be an article: by the names of its fields, or of those of an object in it."""
    if not isinstance(item, dict):
        return False
    try:
        check_fields(item, names)
    except ValueError:
        return any(isinstance(item.get(key), Mapping) and _may_be(item[key], names) for key in WRAPPERS)
    return True


def _columns(data: dict[str, Any]) -> list[Any] | None:
    """The rows of a table that stands column by column, as `DataFrame.to_json` writes it."""
    columns = [value for value in data.values() if isinstance(value, dict)]
    if len(columns) != len(data) or len(columns) < 2 or not {bare(name) for name in data} & set(customary("text")):
        return None
    if any(column.keys() != columns[0].keys() for column in columns) or not all(map(str.isdecimal, columns[0])):
        return None
    return [{name: column[key] for name, column in data.items()} for key in columns[0]]


def _split(data: dict[str, Any]) -> list[Any] | None:
    """The rows of a table with its `columns` apart from its `data`."""
    columns, rows = data.get("columns"), data.get("data")
    if not (isinstance(columns, list) and isinstance(rows, list) and all(isinstance(row, list) for row in rows)):
        return None
    return [dict(zip(map(str, columns), row, strict=False)) for row in rows]


def _stories(items: list[Any]) -> list[Any]:
    """The items, without those that schema.org names something else than a story, where it names one at all."""
    kinds = [str(item.get("@type", "")) if isinstance(item, dict) else "" for item in items]
    if any(map(STORY_TYPES.search, kinds)):
        return [item for item, kind in zip(items, kinds, strict=True) if not kind or STORY_TYPES.search(kind)]
    return items


def _from_feed(item: Any, data: dict[str, Any]) -> Any:
    """An item of a feed with the feed's title, which is its outlet where it names no other."""
    feed = data.get("feed") if isinstance(data.get("feed"), dict) else data
    title = words_of(feed.get("title"))
    return {**item, "feed title": title} if title and isinstance(item, dict) else item


def _filled(row: Row) -> dict[Any, Any]:
    return {name: value for name, value in row.items() if not is_void(value)}


def _object(value: Any) -> Row | ValueError:
    """An object; one that only wraps another, as search engines give it, is opened."""
    if not isinstance(value, dict):
        return ValueError(f"it holds {type(value).__name__} where an object with a field 'text' is needed")
    for key in WRAPPERS:
        inner = value.get(key)
        if isinstance(inner, Mapping) and not any(bare(name) in customary("text") for name in value if name != key):
            return {name: value.get(name) for name in value if name != key} | _filled(inner)
    return value
