"""UIMA CAS for INCEpTION and other UIMA programs, as XMI with its type system or as JSON: an article a file.

dkpro-cassis writes them and turns offsets into the UTF-16 code units that UIMA counts in XMI. Layers are called
`custom.Mention`, `custom.Quotation`, `custom.Stance` and `custom.Date`; sentences and tokens are those of DKPro Core.
A quotation in several pieces is an annotation for each, with the same `row`.
"""

from typing import TYPE_CHECKING, Any

from analysis.exports.annotations.marks import LAYERS, Document, counted_marks, documents
from analysis.exports.annotations.places import xml_text
from analysis.exports.annotations.tokens import sentences, tokens
from analysis.exports.files import file_names
from analysis.exports.formats import Made

if TYPE_CHECKING:
    from cassis import Cas, TypeSystem

    from analysis.reading import Reading

EXTRA = "writing it needs an extra; install it in the checkout: .venv/bin/python -m pip install -e '.[uima]'"
SEGMENTS = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type"
METADATA = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"


def xmi(reading: "Reading") -> Made:
    """Each article as XMI, and `TypeSystem.xml` with the layers.

    Raises ValueError where dkpro-cassis is not installed.
    """
    types, found, casses = _read(reading)
    files = {f"{name}.xmi": cas.to_xmi().encode() for name, cas in casses.items()}
    return Made({"TypeSystem.xml": types.to_xml().encode(), **files}, counted_marks(found))


def json(reading: "Reading") -> Made:
    """Each article as UIMA CAS JSON, which holds its type system.

    Raises ValueError where dkpro-cassis is not installed.
    """
    _, found, casses = _read(reading)
    return Made({f"{name}.json": cas.to_json().encode() for name, cas in casses.items()}, counted_marks(found))


def _read(reading: "Reading") -> "tuple[TypeSystem, list[Document], dict[str, Cas]]":
    types = _type_system()
    found = list(documents(reading))
    names = file_names(document.article.article_id for document in found)
    casses = {names[document.article.article_id]: _cas(types, document) for document in found}
    return types, found, casses


def _type_system() -> "TypeSystem":
    try:
        from cassis import TypeSystem
        from cassis.typesystem import TYPE_NAME_ANNOTATION, TYPE_NAME_STRING
    except ImportError:
        raise ValueError(EXTRA) from None
    types = TypeSystem()
    for name in (f"{SEGMENTS}.Sentence", f"{SEGMENTS}.Token"):
        types.create_type(name, supertypeName=TYPE_NAME_ANNOTATION)
    metadata = types.create_type(METADATA, supertypeName="uima.tcas.DocumentAnnotation")
    for feature in ("documentTitle", "documentId", "documentUri", "collectionId"):
        types.create_feature(metadata, feature, TYPE_NAME_STRING)
    for layer, features in LAYERS.items():
        kind = types.create_type(f"custom.{layer}", supertypeName=TYPE_NAME_ANNOTATION)
        for feature in ("row", *features):
            types.create_feature(kind, feature, TYPE_NAME_STRING)
    return types


def _cas(types: "TypeSystem", document: Document) -> "Cas":
    from cassis import Cas

    article = document.article
    cas = Cas(types)
    cas.sofa_string, cas.sofa_mime = xml_text(article.text), "text/plain"
    facts = {"documentTitle": article.headline or article.article_id, "documentId": article.article_id}
    _annotate(cas, METADATA, 0, len(article.text), language="en", **facts)
    parts = sentences(article)
    for start, end in parts:
        _annotate(cas, f"{SEGMENTS}.Sentence", start, end)
    for start, end in tokens(article.text, document.marks, parts):
        _annotate(cas, f"{SEGMENTS}.Token", start, end)
    for mark in document.marks:
        features = zip(LAYERS[mark.layer], mark.features, strict=True)
        told = {feature: value for feature, value in features if value}
        for start, end in mark.spans:
            _annotate(cas, f"custom.{mark.layer}", start, end, row=mark.row_id, **told)
    return cas


def _annotate(cas: "Cas", kind: str, begin: int, end: int, /, **features: Any) -> None:
    told = {feature: xml_text(value) for feature, value in features.items()}
    cas.add(cas.typesystem.get_type(kind)(begin=begin, end=end, **told))
