"""The data that Next.js streams into a page by calls `self.__next_f.push([1, "..."])`, whose strings are rows."""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

PUSH = re.compile(r"__next_f\.push\(\s*(?=\[)")
ROW = re.compile(rb"(?P<id>[0-9a-f]+):(?:T(?P<size>[0-9a-f]+),|[A-Z]{0,2}(?=[\[{\"]))?")
REFERENCE = re.compile(r"\$([0-9a-f]+)")
DEEPEST = 40


def streamed(tree: Any) -> Iterator[Any]:
    """The values of the rows of a page, with the texts that they refer to in their place."""
    data = "".join(_pushed(tree)).encode("utf-8", errors="replace")
    if not data:
        return
    values, texts = _rows(data)
    for value in values:
        yield _filled(value, texts)


def _pushed(tree: Any) -> Iterator[str]:
    """The strings of the calls, in order."""
    for script in tree.iter("script"):
        for found in PUSH.finditer(script.text or ""):
            try:
                call, _ = json.JSONDecoder(strict=False).raw_decode(script.text, found.end())
            except (ValueError, RecursionError):
                continue
            if isinstance(call, list) and len(call) > 1 and isinstance(call[1], str):
                yield call[1]


def _rows(data: bytes) -> tuple[list[Any], dict[str, str]]:
    """The rows that are JSON, and those that are text by their numbers: `1a:["$","p"]`, `1b:T2f,words`."""
    values: list[Any] = []
    texts: dict[str, str] = {}
    at = 0
    while at < len(data):
        row, end = ROW.match(data, at), data.find(b"\n", at)
        end = len(data) if end < 0 else end
        if row and row["size"]:
            end = row.end() + int(row["size"], 16)
            texts[row["id"].decode()] = data[row.end() : end].decode("utf-8", errors="replace")
            at = end
            continue
        if row:
            with suppress(ValueError, RecursionError):
                values.append(json.loads(data[row.end() : end]))
        at = end + 1
    return values, texts


def _filled(value: Any, texts: dict[str, str], depth: int = 0) -> Any:
    """A value with the texts that it refers to."""
    if isinstance(value, str):
        found = REFERENCE.fullmatch(value)
        return texts.get(found[1], value) if found else value
    if depth < DEEPEST and isinstance(value, list):
        return [_filled(piece, texts, depth + 1) for piece in value]
    if depth < DEEPEST and isinstance(value, dict):
        return {name: _filled(piece, texts, depth + 1) for name, piece in value.items()}
    return value
