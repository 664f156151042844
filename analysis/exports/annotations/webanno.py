"""WebAnno TSV 3.3, which INCEpTION reads: an article a file, a line a token.

Offsets count UTF-16 code units. Tokens are so cut that every mark begins and ends with one. A mark over several tokens
has a number of its own (`person[3]`); where several marks of a layer stand on a token, `|` parts them. Pieces of a
quotation are marks of their own, with the same `row`.
"""

import re
from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING

from analysis.exports.annotations.marks import LAYERS, Document, counted_marks, documents
from analysis.exports.annotations.places import placed
from analysis.exports.annotations.tokens import Spans, sentences, tokens
from analysis.exports.files import file_names
from analysis.exports.formats import Made

if TYPE_CHECKING:
    from analysis.reading import Reading

RESERVED = re.compile(r"->|[\\\[\]|_;*]")
BREAKS = {"\\": r"\\", "\n": r"\n", "\r": r"\r", "\t": r"\t"}
Piece = tuple[str, int, int, tuple[str, ...]]  # layer, start, end, features


def tsv(reading: "Reading") -> Made:
    """Each article as WebAnno TSV 3.3, with a layer for mentions, quotations, stances and dates that are shown."""
    found = list(documents(reading))
    names = file_names(document.article.article_id for document in found)
    files = {f"{names[document.article.article_id]}.tsv": _file(document).encode() for document in found}
    return Made(files, counted_marks(found))


def _file(document: Document) -> str:
    text = document.article.text
    _, at = placed(text, utf16=True)
    parts = sentences(document.article)
    cut = tokens(text, document.marks, parts)
    columns = _columns(document, cut)
    head = [f"#T_SP=custom.{layer}|{'|'.join(('row', *features))}" for layer, features in LAYERS.items()]
    lines = ["#FORMAT=WebAnno TSV 3.3", *head, ""]
    for number, (start, end) in enumerate(parts, 1):
        lines += ["", f"#Text={_line(text[start:end])}"]
        inside = [token for token in cut if start <= token[0] and token[1] <= end]
        for place, (first, last) in enumerate(inside, 1):
            cells = "\t".join(columns[first])
            lines.append(f"{number}-{place}\t{at[first]}-{at[last]}\t{_line(text[first:last])}\t{cells}\t")
    return "\n".join(lines) + "\n"


def _columns(document: Document, cut: Spans) -> dict[int, list[str]]:
    """For each token, by its start, the cells of all features of all layers."""
    pieces = [
        (mark.layer, start, end, (mark.row_id, *mark.features)) for mark in document.marks for start, end in mark.spans
    ]
    held = _held(pieces, cut)
    numbers = _numbers(held)
    columns: dict[int, list[str]] = {first: [] for first, _ in cut}
    for layer, features in LAYERS.items():
        for first, cells in columns.items():
            here = held.get((layer, first), ())
            for place in range(len(features) + 1):
                told = [_value(pieces[n][3][place]) + numbers.get(n, "") for n in here]
                cells.append("|".join(told) or "_")
    return columns


def _held(pieces: list[Piece], cut: Spans) -> dict[tuple[str, int], list[int]]:
    """The pieces of a layer that stand on a token, by layer and start of the token."""
    starts = [first for first, _ in cut]
    held: dict[tuple[str, int], list[int]] = {}
    for n, (layer, start, end, _) in enumerate(pieces):
        for first in starts[bisect_left(starts, start) : bisect_left(starts, end)]:
            held.setdefault((layer, first), []).append(n)
    return held


def _numbers(held: dict[tuple[str, int], list[int]]) -> dict[int, str]:
    """`[1]` and so on for pieces over several tokens, or on a token that another piece of the layer stands on."""
    spread = Counter(n for group in held.values() for n in group)
    stacked = {n for group in held.values() if len(group) > 1 for n in group}
    wanted = sorted(stacked | {n for n, number in spread.items() if number > 1})
    return {n: f"[{number}]" for number, n in enumerate(wanted, 1)}


def _value(value: str) -> str:
    return RESERVED.sub(lambda found: f"\\{found[0]}", " ".join(value.split())) or "*"


def _line(text: str) -> str:
    return re.sub(r"[\\\n\r\t]", lambda found: BREAKS[found[0]], text)
