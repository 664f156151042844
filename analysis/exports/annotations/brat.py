"""brat stand-off: for each article a text and its annotations, and the configuration that brat shows them by.

Texts have line feeds alone, since programs that read brat count CR LF in different ways, and blanks for tabs, which
part the columns of annotations; offsets count code points. An annotation may hold no line feed, so that one over
several lines is in several pieces; its words have blanks there.
"""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from analysis.exports.annotations.marks import LAYERS, Document, counted_marks, documents
from analysis.exports.annotations.places import placed
from analysis.exports.files import file_names
from analysis.exports.formats import Made

if TYPE_CHECKING:
    from analysis.reading import Reading

CONFIGURATION = "[entities]\n{layers}\n\n[relations]\n\n[events]\n\n[attributes]\n{values}\n"


def collection(reading: "Reading") -> Made:
    """A collection: `x.txt` and `x.ann` for each article, `annotation.conf` with the layers and the labels met."""
    found = list(documents(reading))
    names = file_names(document.article.article_id for document in found)
    files = {"annotation.conf": _configuration(found).encode()}
    for document in found:
        name = names[document.article.article_id]
        files[f"{name}.txt"] = _text(document)[0].encode()
        files[f"{name}.ann"] = "".join(_lines(document)).encode()
    return Made(files, counted_marks(found))


def _configuration(found: list[Document]) -> str:
    values = []
    for layer, features in LAYERS.items():
        labels = sorted({mark.label for document in found for mark in document.marks if mark.layer == layer})
        if labels:
            values.append(f"{layer}_{features[0]}\tArg:{layer}, Value:{'|'.join(labels)}")
    return CONFIGURATION.format(layers="\n".join(LAYERS), values="\n".join(values))


def _text(document: Document) -> tuple[str, Sequence[int]]:
    text, at = placed(document.article.text, lf=True)
    return text.replace("\t", " "), at


def _lines(document: Document) -> Iterator[str]:
    """An annotation, its label as an attribute, and all its features as a note."""
    text, at = _text(document)
    for n, mark in enumerate(document.marks, 1):
        pieces = [piece for start, end in mark.spans for piece in _pieces(text, at[start], at[end])]
        if not pieces:
            continue
        places = ";".join(f"{start} {end}" for start, end in pieces)
        words = " ".join(text[start:end] for start, end in pieces)
        yield f"T{n}\t{mark.layer} {places}\t{words}\n"
        yield f"A{n}\t{mark.layer}_{LAYERS[mark.layer][0]} T{n} {mark.label}\n"
        told = zip(LAYERS[mark.layer], mark.features, strict=True)
        note = "; ".join(f"{name}: {' '.join(value.split())}" for name, value in told if value)
        yield f"#{n}\tAnnotatorNotes T{n}\t{mark.row_id}; {note}\n"


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches of a span that lie in one line each, without white space around them."""
    lines = re.finditer(r"[^\n]*\S", text[start:end])
    return [(start + line.end() - len(line[0].lstrip()), start + line.end()) for line in lines]
