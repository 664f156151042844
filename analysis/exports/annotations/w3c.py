"""W3C Web Annotation: one page of annotations in JSON-LD, and the texts that they select from.

Each mark has a target for each of its pieces, selected twice: by its words with some of what stands around them, and by
its position, which counts Unicode code points, as the recommendation asks (browsers count UTF-16 code units).
"""

import json
from typing import TYPE_CHECKING, Any

from analysis.exports.annotations.marks import LAYERS, Document, Mark, counted_marks, documents, guid
from analysis.exports.files import file_names
from analysis.exports.formats import Made

if TYPE_CHECKING:
    from analysis.reading import Reading

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32  # characters of prefix and suffix
MOTIVES = {"Mention": "identifying", "Quotation": "classifying", "Stance": "classifying", "Date": "identifying"}


def annotations(reading: "Reading") -> Made:
    """`annotations.jsonld`, and `texts/` with each article character for character."""
    found = list(documents(reading))
    names = file_names(document.article.article_id for document in found)
    items = [
        _annotation(document, mark, f"texts/{names[document.article.article_id]}.txt")
        for document in found
        for mark in document.marks
    ]
    page = {"@context": CONTEXT, "id": f"urn:uuid:{guid('page', *names)}", "type": "AnnotationPage", "items": items}
    files = {"annotations.jsonld": (json.dumps(page, ensure_ascii=False, indent=1) + "\n").encode()}
    texts = {f"texts/{names[document.article.article_id]}.txt": document.article.text.encode() for document in found}
    return Made(files | texts, counted_marks(found))


def _annotation(document: Document, mark: Mark, source: str) -> dict[str, Any]:
    article = document.article
    held = {"id": source, "type": "Text", "format": "text/plain", "language": "en"}
    targets = [
        {"type": "SpecificResource", "source": held, "selector": _selectors(article.text, *s)} for s in mark.spans
    ]
    told = dict(zip(LAYERS[mark.layer], mark.features, strict=True))
    words = "; ".join(f"{name}: {value}" for name, value in told.items() if value)
    return {
        "id": f"urn:uuid:{guid('annotation', article.article_id, mark.row_id)}",
        "type": "Annotation",
        "motivation": MOTIVES[mark.layer],
        "body": [
            {"type": "TextualBody", "value": mark.layer, "purpose": "tagging"},
            {"type": "TextualBody", "value": mark.label, "purpose": "tagging"},
            {"type": "TextualBody", "value": words, "purpose": "describing", "format": "text/plain"},
        ],
        "target": targets,
    }


def _selectors(text: str, start: int, end: int) -> list[dict[str, Any]]:
    quote = {
        "type": "TextQuoteSelector",
        "exact": text[start:end],
        "prefix": text[max(0, start - AROUND) : start],
        "suffix": text[end : end + AROUND],
    }
    return [quote, {"type": "TextPositionSelector", "start": start, "end": end}]
