"""spaCy's DocBin: each article a Doc of one blank pipeline, its marks the span groups `Mention` and so on.

A span's label is the mark's kind, polarity or type, its `kb_id` the entity of a mention, its `id` the row; all features
of a row stand in `doc.user_data["readout"]`, what is known of the article in `doc.user_data["article"]`. Load with
`DocBin().from_bytes(...).get_docs(spacy.blank("en").vocab)`.
"""

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from analysis.exports.annotations.marks import LAYERS, Document, Mark, counted_marks, documents
from analysis.exports.annotations.tokens import sentences, tokens
from analysis.exports.formats import Made

if TYPE_CHECKING:
    from spacy import Vocab
    from spacy.tokens import Doc

    from analysis.reading import Reading

FACTS = ("article_id", "headline", "published", "outlet", "agency", "byline", "url")


def docs(reading: "Reading") -> Made:
    """All articles in one DocBin."""
    import spacy
    from spacy.tokens import DocBin

    found = list(documents(reading))
    vocab = spacy.blank("en").vocab
    held = DocBin(attrs=["ORTH", "SPACY", "SENT_START"], store_user_data=True)
    for document in found:
        held.add(_doc(vocab, document))
    return Made(held.to_bytes(), counted_marks(found))


def _doc(vocab: "Vocab", document: Document) -> "Doc":
    from spacy.tokens import Doc

    text, parts = document.article.text, sentences(document.article)
    cut = _with_space(text, tokens(text, document.marks, parts))
    words = [text[start:end] for start, end, _ in cut]
    starts = {start for start, _ in parts}
    opens = [start in starts or not n for n, (start, _, _) in enumerate(cut)]
    doc = Doc(vocab, words=words, spaces=[space for _, _, space in cut], sent_starts=opens)
    for layer in LAYERS:
        marks = [mark for mark in document.marks if mark.layer == layer]
        doc.spans[layer] = [found for mark in marks for place in mark.spans if (found := _span(doc, mark, place))]
    told = {mark.row_id: dict(zip(LAYERS[mark.layer], mark.features, strict=True)) for mark in document.marks}
    doc.user_data["readout"] = told
    doc.user_data["article"] = {fact: getattr(document.article, fact) for fact in FACTS}
    return doc


def _span(doc: "Doc", mark: Mark, place: tuple[int, int]) -> Any:
    """A mark's span; white space at its edges may lie within a token, and is left out."""
    start, end = place
    words = doc.text[start:end]
    start, end = start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
    entity = mark.features[2] if mark.layer == "Mention" else ""
    return doc.char_span(start, end, label=mark.label, kb_id=entity, span_id=mark.row_id)


def _with_space(text: str, cut: list[tuple[int, int]]) -> list[tuple[int, int, bool]]:
    """Tokens, with those of white space that spaCy asks for: all of it but one blank behind a token."""
    found: list[tuple[int, int, bool]] = []
    for (_, before), (start, end) in pairwise([(0, 0), *cut, (len(text), len(text))]):
        blank = bool(found) and text[before : before + 1] == " "
        if blank:
            found[-1] = (*found[-1][:2], True)
        if start > before + blank:
            found.append((before + blank, start, False))
        if end > start:
            found.append((start, end, False))
    return found
