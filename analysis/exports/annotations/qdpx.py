"""REFI-QDA 1.5 projects (`.qdpx`), which NVivo, MAXQDA, ATLAS.ti, QualCoder and others open.

Sources are plain text with line feeds alone: programs count CR LF as one character or as two. Positions count code
points, as the standard asks. Codes: one for each actor and issue over all articles, for each speaker, and for what
quotations, stances and dates are. Every selection, source and code says when it was made, since QualCoder asks for it.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from lxml import etree

from analysis.exports.annotations.marks import Document, Mark, counted_marks, documents, guid
from analysis.exports.annotations.places import placed, xml_text
from analysis.exports.files import archive, file_names
from analysis.exports.formats import Made
from analysis.exports.networks import node_keys, nodes_of
from analysis.tables.plain import rows

if TYPE_CHECKING:
    from analysis.reading import Reading

NAMESPACE = "urn:QDA-XML:project:1.0"
USER = guid("user")
FACTS = ("published", "outlet", "agency", "byline", "dateline_place", "url")  # of articles, as variables
UNDATED = "1970-01-01"
Code = tuple[str, str]  # its group, and its name in the group


def project(reading: "Reading") -> Made:
    """A project of all articles, with selections for mentions, quotations, stances and dates that are shown."""
    found = list(documents(reading))
    names = file_names(document.article.article_id for document in found)
    book = _CodeBook(reading, found)
    root = etree.Element(f"{{{NAMESPACE}}}Project", {"name": "Readout", "origin": "Readout"}, {None: NAMESPACE})
    root.set("creatingUserGUID", USER)
    _child(_child(root, "Users"), "User", guid=USER, name="Readout")
    if book.codes:
        book.write(_child(_child(root, "CodeBook"), "Codes"))
    known = [fact for fact in FACTS if any(getattr(document.article, fact) for document in found)]
    if known:
        _variables(_child(root, "Variables"), known)
    files = {}
    sources = _child(root, "Sources") if found else None
    for document in found:
        source = _source(sources, document, names[document.article.article_id], book)
        files[f"sources/{source.get('guid')}.txt"] = placed(xml_text(document.article.text), lf=True)[0].encode()
    data = etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
    return Made(archive({"project.qde": data, **files}), counted_marks(found))


class _CodeBook:
    """The codes of a project: which ones a mark has, each under a name that no other code has."""

    def __init__(self, reading: "Reading", found: list[Document]) -> None:
        keys, nodes = node_keys(reading), nodes_of(reading)
        self._keys = keys
        self._labels = {key: facts["label"] for key, facts in nodes.items()}
        self._sources = {(row.article_id, row.quotation_id): row.source_ids for row in rows(reading.quotations)}
        self.codes = list(
            dict.fromkeys(
                code
                for document in found
                for mark in document.marks
                for code in self.of(document.article.article_id, mark)
            )
        )

    def of(self, article_id: str, mark: Mark) -> Iterator[Code]:
        """The codes of a mark: an actor or issue; a kind of quotation and its speakers; a side; a type of date."""
        if mark.layer == "Mention":
            group = "Issues" if mark.label == "issue" else "Actors"
            yield group, self._keys[article_id, mark.features[2]]
            return
        yield f"{mark.layer}s", mark.label
        if mark.layer == "Quotation":
            for entity_id in self._sources[article_id, mark.row_id]:
                yield "Speakers", self._keys[article_id, entity_id]

    def write(self, codes: Any) -> None:
        """A code for each group, which nothing is coded with, and below it the codes of the group."""
        taken: set[str] = set()
        for group in dict.fromkeys(group for group, _ in self.codes):
            taken.add(group.casefold())
            parent = _child(codes, "Code", guid=guid("code", group), name=group, isCodable="false")
            for name in (name for other, name in self.codes if other == group):
                told = self._labels.get(name, name)
                told = f"{told} (speaks)" if group == "Speakers" else told
                _child(parent, "Code", guid=code_guid((group, name)), name=_free(told, taken), isCodable="true")


def code_guid(code: Code) -> str:
    """The id of a code."""
    return guid("code", *code)


def _variables(parent: Any, known: list[str]) -> None:
    for fact in known:
        _child(parent, "Variable", guid=guid("variable", fact), name=fact, typeOfVariable="Text")


def _source(parent: Any, document: Document, name: str, book: _CodeBook) -> Any:
    article = document.article
    key = guid("source", article.article_id)
    made = {"creatingUser": USER, "creationDateTime": f"{article.published or UNDATED}T00:00:00Z"}
    source = _child(parent, "TextSource", guid=key, name=name, plainTextPath=f"internal://{key}.txt", **made)
    if article.headline:
        _child(source, "Description").text = xml_text(article.headline)
    _, at = placed(article.text, lf=True)
    for mark in document.marks:
        for start, end in mark.spans:
            _selection(source, document, mark, (at[start], at[end]), made, book)
    for fact in FACTS:
        if value := getattr(article, fact):
            held = _child(source, "VariableValue")
            _child(held, "VariableRef", targetGUID=guid("variable", fact))
            _child(held, "TextValue").text = xml_text(value)
    return source


def _selection(
    source: Any, document: Document, mark: Mark, place: tuple[int, int], made: dict[str, str], book: _CodeBook
) -> None:
    article_id = document.article.article_id
    key = (article_id, mark.row_id, str(place[0]))
    found = _child(source, "PlainTextSelection", guid=guid("selection", *key), name=mark.row_id, **made)
    found.set("startPosition", str(place[0]))
    found.set("endPosition", str(place[1]))
    _child(found, "Description").text = xml_text(_told(mark))
    for code in book.of(article_id, mark):
        coding = _child(found, "Coding", guid=guid("coding", *key, *code), **made)
        _child(coding, "CodeRef", targetGUID=code_guid(code))


def _told(mark: Mark) -> str:
    """What a mark says, in a line; of a stance `Ida Berg, support: tram plan (action, confidence 0.8)`."""
    first, *others = mark.features
    if mark.layer == "Stance":
        holder, target, basis, confidence = others
        return f"{holder}, {first}: {target} ({basis}, confidence {confidence})"
    return ", ".join(filter(None, mark.features))


def _free(name: str, taken: set[str]) -> str:
    """The name, with a number behind it where another code has it: QualCoder takes each name once."""
    free, number = name, 1
    while free.casefold() in taken:
        number += 1
        free = f"{name} ({number})"
    taken.add(free.casefold())
    return free


def _child(parent: Any, tag: str, /, **attributes: str) -> Any:
    return etree.SubElement(
        parent, f"{{{NAMESPACE}}}{tag}", {key: xml_text(value) for key, value in attributes.items()}
    )
