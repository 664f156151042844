"""TEI P5 with stand-off annotation: an article a file, its text as it is, who and what it speaks of, and the marks.

The text is one `ab`, white space kept (CR as a character reference, since XML would drop it); marks are `span`s that
point into it by `string-range(text,offset,length)`, which counts characters, that is code points.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from lxml import etree

from analysis.exports.annotations.marks import LAYERS, Document, Mark, counted_marks, documents
from analysis.exports.annotations.places import xml_text
from analysis.exports.files import file_names
from analysis.exports.formats import Made
from analysis.tables.plain import rows, shown

if TYPE_CHECKING:
    from analysis.reading import Reading

TEI = "http://www.tei-c.org/ns/1.0"
XML = "http://www.w3.org/XML/1998/namespace"
LISTS = {  # of a kind of entity: the list, the item, the name in it
    "person": ("listPerson", "person", "persName"),
    "organization": ("listOrg", "org", "orgName"),
    "group": ("listOrg", "org", "orgName"),
    "country": ("listPlace", "place", "placeName"),
    "place": ("listPlace", "place", "placeName"),
    "issue": ("list", "item", "term"),
}


def documents_of(reading: "Reading") -> Iterator[tuple[Document, list[Any]]]:
    """Each article with its entities that are shown."""
    entities: dict[str, list[Any]] = {}
    for row in rows(shown(reading.entities)):
        entities.setdefault(row.article_id, []).append(row)
    for document in documents(reading):
        yield document, entities.get(document.article.article_id, [])


def tei(reading: "Reading") -> Made:
    """Each article as a TEI document."""
    found = list(documents_of(reading))
    names = file_names(document.article.article_id for document, _ in found)
    files = {
        f"{names[document.article.article_id]}.xml": etree.tostring(
            _root(document, entities), encoding="utf-8", xml_declaration=True
        )
        for document, entities in found
    }
    return Made(files, counted_marks([document for document, _ in found]))


def _root(document: Document, entities: list[Any]) -> Any:
    root = etree.Element(f"{{{TEI}}}TEI", nsmap={None: TEI})
    _header(_child(root, "teiHeader"), document.article)
    apart = _child(root, "standOff")
    for kind, (name, _, _) in LISTS.items():
        if group := [row for row in entities if row.kind == kind]:
            _list(_child(apart, name, type=kind), group)
    for layer in LAYERS:
        if marks := [mark for mark in document.marks if mark.layer == layer]:
            _marks(_child(apart, "spanGrp", type=layer), marks, {row.entity_id for row in entities})
    body = _child(_child(root, "text"), "body")
    held = _child(body, "ab", document.article.text)
    held.set(f"{{{XML}}}id", "text")
    held.set(f"{{{XML}}}space", "preserve")
    return root


def _header(parent: Any, article: Any) -> None:
    described = _child(parent, "fileDesc")
    _child(_child(described, "titleStmt"), "title", article.headline or article.article_id)
    _child(_child(described, "publicationStmt"), "p", "Annotated by Readout")
    source = _child(_child(described, "sourceDesc"), "bibl")
    _child(source, "title", article.headline or article.article_id)
    if article.byline:
        _child(source, "author", article.byline)
    if article.outlet or article.agency:
        _child(source, "publisher", article.outlet or article.agency)
    if article.published:
        _child(source, "date", article.published, when=article.published)
    if article.url:
        _child(source, "ref", article.url, target=article.url)
    _child(source, "idno", article.article_id, type="article_id")


def _list(parent: Any, entities: Any) -> None:
    for row in entities:
        _, item, name = LISTS[row.kind]
        held = _child(parent, item)
        held.set(f"{{{XML}}}id", row.entity_id)
        _child(held, name, row.name)


def _marks(parent: Any, marks: list[Mark], entities: set[str]) -> None:
    for mark in marks:
        places = " ".join(f"#string-range(text,{start},{end - start})" for start, end in mark.spans)
        told = "; ".join(filter(None, mark.features))
        found = _child(parent, "span", told, target=places)
        found.set(f"{{{XML}}}id", mark.row_id)
        if mark.layer == "Mention" and mark.features[2] in entities:
            found.set("corresp", f"#{mark.features[2]}")


def _child(parent: Any, name: str, text: str | None = None, **attributes: str) -> Any:
    found = etree.SubElement(parent, f"{{{TEI}}}{name}", {key: xml_text(value) for key, value in attributes.items()})
    found.text = None if text is None else xml_text(text)
    return found
