"""Annotation formats, each read back by somebody else's reader: every selection has the words of its row.

The text has CR LF, characters beyond U+FFFF and combining marks. Formats that are written with line feeds alone give
words with line feeds alone.
"""

import json
import re
import sqlite3
import sys
import zipfile
from pathlib import Path

import cassis
import pytest
import rdflib
import spacy
from bioc import brat
from lxml import etree
from made_odd import ODD, TEXT
from made_reading import READING
from pyrefiqda import RefiProject
from spacy.tokens import DocBin

from analysis.exports.dna import PASSWORD, _digest
from analysis.exports.formats import export

STEM = "odd_a_b_é"
PLACES = list(zip(ODD.mentions.start, ODD.mentions.end, strict=True))
LAYERS = ("Mention", "Quotation", "Stance", "Date")


def expected(*, lf: bool = False) -> set[tuple[str, str, str]]:
    """Layer, row and words of all that is shown, from the tables."""
    shown = set(ODD.entities.entity_id[ODD.entities.shown])
    mentions = ODD.mentions[[key in shown for key in ODD.mentions.entity_id]]
    quotations, stances = ODD.quotations[ODD.quotations.shown], ODD.stances[ODD.stances.shown]
    found = [("Mention", *row) for row in zip(mentions.mention_id, mentions.text, strict=True)]
    for key, spans in zip(quotations.quotation_id, quotations.content_spans, strict=True):
        found += [("Quotation", key, TEXT[start:end]) for start, end in spans]
    found += [("Stance", *row) for row in zip(stances.stance_id, stances.evidence, strict=True)]
    found += [("Date", *row) for row in zip(ODD.dates.date_id, ODD.dates.text, strict=True)]
    return {(layer, key, words.replace("\r\n", "\n") if lf else words) for layer, key, words in found}


def layer_of(row: str) -> str:
    return next(layer for layer in LAYERS if layer[0].lower() == row[0])


@pytest.fixture
def written(tmp_path):
    """written(format) -> the path it was written to."""

    def write(format: str, suffix: str = "") -> object:
        export(ODD, format, tmp_path / f"out{suffix}")
        return tmp_path / f"out{suffix}"

    return write


def test_the_words_that_are_expected_cover_the_hard_cases():
    words = [found for *_, found in expected()]
    assert len(words) == 12
    assert any("\r\n" in found for found in words) and any("\U0001f469" in found for found in words)
    assert any("e\u0301" in found for found in words) and not any("it pays" in found for found in words)


def test_a_qdpx_keeps_to_the_schema_of_the_standard(written):
    with zipfile.ZipFile(written("qdpx", ".qdpx")) as packed:
        root = etree.fromstring(packed.read("project.qde"))
    schema = etree.XMLSchema(etree.parse(Path(__file__).parent / "schemas" / "refi-qda-project-1.0.xsd"))
    schema.assertValid(root)


def test_qdpx_selections_have_the_words_of_their_rows(written, tmp_path):
    path = written("qdpx", ".qdpx")
    project = RefiProject.load(path, tmp_path / "unpacked")
    (source,) = project.sources.text_source
    text = RefiProject.resolve_source_path(source.plain_text_path, tmp_path / "unpacked").read_bytes().decode()
    assert text == TEXT.replace("\r\n", "\n")
    selections = source.plain_text_selection
    found = {(layer_of(s.name), s.name, text[s.start_position : s.end_position]) for s in selections}
    assert found == expected(lf=True)
    assert all(s.creation_date_time and s.creating_user for s in selections)


def test_qdpx_codes_are_actors_speakers_and_sides_each_name_once(written, tmp_path):
    project = RefiProject.load(written("qdpx", ".qdpx"), tmp_path / "unpacked")
    groups = project.code_book.codes.code
    names = {code.guid: code.name for group in groups for code in group.code}
    whole = [*names.values(), *(group.name for group in groups)]
    assert len(whole) == len({name.casefold() for name in whole})
    assert {"=Oda Lie\u0301", "A&B\\C Club", "bridge | toll", "support", "=Oda Lie\u0301 (speaks)"} <= set(whole)
    assert "We\u0301" not in whole and not any(group.is_codable for group in groups)
    selections = project.sources.text_source[0].plain_text_selection
    coded = [names[coding.code_ref.target_guid] for selection in selections for coding in selection.coding]
    assert coded.count("support") == coded.count("oppose") == 1 and coded.count("=Oda Lie\u0301 (speaks)") == 2


def test_a_dna_database_has_statements_where_java_finds_them(written):
    base = sqlite3.connect(written("dna", ".dna"))
    (_, text, author, source, day), *others = base.execute("SELECT Title, Text, Author, Source, Date FROM DOCUMENTS")
    assert not others and (author, source, day) == ("Ida {Berg} & Sons", "The \U00010330rnheim Post", 1622160000)
    units = text.encode("utf-16-le")
    found = base.execute("SELECT ID, Start, Stop FROM STATEMENTS ORDER BY ID").fetchall()
    words = [units[2 * start : 2 * stop].decode("utf-16-le") for _, start, stop in found]
    assert words == [words for layer, _, words in sorted(expected(lf=True)) if layer == "Stance"]
    values = "SELECT StatementId, Variable, E.Value FROM DATASHORTTEXT D JOIN VARIABLES V ON V.ID = D.VariableId"
    told = set(base.execute(f"{values} JOIN ENTITIES E ON E.ID = D.Entity AND E.VariableId = V.ID"))
    assert {(1, "person", "=Oda Lie\u0301"), (2, "organization", "A&B\\C Club"), (2, "person", "")} <= told
    assert len(told) == 6 and base.execute("SELECT Value FROM DATABOOLEAN").fetchall() == [(1,), (0,)]
    assert base.execute("PRAGMA foreign_key_check").fetchall() == []


RIGHTS = (
    *("AddDocuments", "EditDocuments", "DeleteDocuments", "ImportDocuments", "AddStatements", "EditStatements"),
    *("DeleteStatements", "EditAttributes", "EditRegex", "EditStatementTypes", "EditCoders", "EditCoderRelations"),
    *("ViewOthersDocuments", "EditOthersDocuments", "ViewOthersStatements", "EditOthersStatements"),
)
HELD = {  # what the program's own tables let a column hold
    "CODERS": "Red BETWEEN 0 AND 255 AND FontSize BETWEEN 1 AND 99 AND PopupWidth BETWEEN 100 AND 9999 AND "
    "length(Password) < 191 AND Refresh + ColorByCoder + PopupDecoration = 0 AND popupAutoComplete = 1",
    "DOCUMENTS": "length(Title) < 191 AND length(Author) < 191 AND length(Source) < 191 AND Section || Type = ''",
    "STATEMENTTYPES": "length(Label) < 191 AND Red BETWEEN 0 AND 255 AND Green + Blue < 511",
    "VARIABLES": "length(Variable) < 191 AND DataType IN ('boolean', 'integer', 'long text', 'short text')",
    "STATEMENTS": "Start >= 0 AND Start < Stop AND Coder = 1 AND StatementTypeId = 1",
    "ENTITIES": "length(Value) < 191 AND Red BETWEEN 0 AND 255 AND ChildOf IS NULL",
    "ATTRIBUTEVALUES": "length(AttributeValue) < 191",
    "DATABOOLEAN": "Value IN (0, 1)",
}


def test_a_dna_database_answers_what_the_program_asks_of_it(written):
    """Its queries on opening, in words of our own, and what its tables let columns hold."""
    base = sqlite3.connect(written("dna", ".dna"))
    base.row_factory = sqlite3.Row
    (version,) = base.execute("SELECT Value FROM SETTINGS WHERE Property = 'version'").fetchone()
    assert not version.startswith("2")
    (coder,) = base.execute("SELECT * FROM CODERS").fetchall()
    assert coder["ID"] == 1 and all(coder[f"Permission{right}"] == 1 for right in RIGHTS)
    for table, held in HELD.items():
        rows, right = base.execute(f"SELECT count(*), sum({held}) FROM {table}").fetchone()
        assert rows == right > 0, table
    others = "SELECT viewDocuments, editDocuments, viewStatements, editStatements FROM CODERRELATIONS WHERE Coder = 1"
    empty = (others, "SELECT Label, Red, Green, Blue FROM REGEXES", "SELECT Value FROM DATALONGTEXT")
    assert not any(base.execute(query).fetchall() for query in empty)
    lacking = """SELECT * FROM ENTITIES E JOIN ATTRIBUTEVARIABLES A ON A.VariableId = E.VariableId LEFT JOIN
        ATTRIBUTEVALUES V ON V.EntityId = E.ID AND V.AttributeVariableId = A.ID WHERE V.ID IS NULL"""
    assert base.execute(lacking).fetchall() == []


def test_long_names_are_cut_to_what_dna_holds(tmp_path):
    long = ODD.entities.assign(name=ODD.entities.name.str.pad(300, fillchar="x"))
    export(type(ODD)(**ODD.tables() | {"entities": long}), "dna", tmp_path / "a.dna")
    found = sqlite3.connect(tmp_path / "a.dna").execute("SELECT max(length(Value)) FROM ENTITIES").fetchone()
    assert found == (190,)


def test_the_password_of_dna_is_salted_and_the_same_each_time():
    assert _digest(PASSWORD) == _digest(PASSWORD) != _digest("other")
    assert len(_digest(PASSWORD)) == 64


def of_cas(cas: cassis.Cas) -> set[tuple[str, str, str]]:
    return {(layer, found.row, found.get_covered_text()) for layer in LAYERS for found in cas.select(f"custom.{layer}")}


def test_uima_xmi_is_read_back_with_its_type_system(written):
    folder = written("uima-xmi")
    with (folder / "TypeSystem.xml").open("rb") as file:
        types = cassis.load_typesystem(file)
    with (folder / f"{STEM}.xmi").open("rb") as file:
        cas = cassis.load_cas_from_xmi(file, typesystem=types)
    assert cas.sofa_string == TEXT
    assert of_cas(cas) == expected()


def test_uima_xmi_counts_utf_16_in_the_file(written):
    root = etree.parse(written("uima-xmi") / f"{STEM}.xmi").getroot()
    units = TEXT.encode("utf-16-le")
    places = {e.get("row"): (int(e.get("begin")), int(e.get("end"))) for e in root if e.tag.endswith("}Stance")}
    start, end = places["s1"]
    assert units[2 * start : 2 * end].decode("utf-16-le") == ODD.stances.evidence[0]


def test_uima_json_is_read_back(written):
    with (written("uima-json") / f"{STEM}.json").open("rb") as file:
        cas = cassis.load_cas_from_json(file)
    assert cas.sofa_string == TEXT and of_cas(cas) == expected()
    sentence = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence"
    told = "".join(part.get_covered_text() for part in cas.select(sentence))
    assert told.replace("\r\n", "").replace(" ", "") == TEXT.replace("\r\n", "").replace(" ", "")


def test_webanno_tsv_has_every_mark_in_whole_tokens(written):
    lines = (written("webanno-tsv") / f"{STEM}.tsv").read_bytes().decode().split("\n")
    assert lines[0] == "#FORMAT=WebAnno TSV 3.3"
    layers = [line[6:].split("|") for line in lines if line.startswith("#T_SP=")]
    columns = [(layer.removeprefix("custom."), name) for layer, *names in layers for name in names]
    units = TEXT.encode("utf-16-le")
    spans: dict[tuple[str, str], list[int]] = {}
    for line in lines:
        if re.match(r"\d+-\d+\t", line):
            _, place, token, *cells, last = line.split("\t")
            start, end = map(int, place.split("-"))
            assert units[2 * start : 2 * end].decode("utf-16-le") == token.replace("\\\\", "\\")
            assert last == "" and len(cells) == len(columns)
            for (layer, name), cell in zip(columns, cells, strict=True):
                if name == "row" and cell != "_":
                    for value in cell.split("|"):
                        spans.setdefault((layer, value), []).extend((start, end))
    found = {
        (layer, value.partition("[")[0], units[2 * min(held) : 2 * max(held)].decode("utf-16-le"))
        for (layer, value), held in spans.items()
    }
    assert found == expected()


def test_webanno_tsv_escapes_what_has_a_meaning_in_it(written):
    text = (written("webanno-tsv") / f"{STEM}.tsv").read_bytes().decode()
    assert "#Text=“We\u0301 will\\tbuild it,”" in text and "“not\\r\\nnow" in text
    assert "\tbridge \\| toll[" in text and "\tA&B\\\\C Club[" in text
    assert "\r" not in text


def test_webanno_tsv_is_read_by_another_reader(tmp_path):
    """Which knows one feature of one layer, our mentions, and no escapes (findings/web-anno-tsv-escapes.sh)."""
    reader = pytest.importorskip("web_anno_tsv")
    export(READING, "webanno-tsv", tmp_path / "out")
    (path,) = (tmp_path / "out").glob("*.tsv")
    with reader.open_web_anno_tsv(str(path)) as file:
        found = [(mark.text, mark.label) for sentence in file for mark in sentence.annotations]
    shown = READING.entities[READING.entities.shown].set_index("entity_id").kind
    mentions = READING.mentions[[key in shown for key in READING.mentions.entity_id]]
    assert sorted(found) == sorted(zip(mentions.text, map(shown.get, mentions.entity_id), strict=True))


WORDS = {"@vocab": "http://www.w3.org/ns/oa#", "id": "@id", "type": "@type", "items": "http://x/items"}


def test_web_annotations_select_by_words_and_by_code_points(written):
    folder = written("web-annotation")
    page = json.loads((folder / "annotations.jsonld").read_text(encoding="utf-8"))
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    graph = rdflib.Graph().parse(data=json.dumps(page | {"@context": WORDS}), format="json-ld", base="http://x/")
    oa = rdflib.Namespace("http://www.w3.org/ns/oa#")
    words, places = set(), set()
    for target in graph.subjects(oa.source):
        source = str(graph.value(target, oa.source)).removeprefix("http://x/")
        text = (folder / source.replace("%C3%A9", "é")).read_bytes().decode()
        for selector in graph.objects(target, oa.selector):
            if exact := graph.value(selector, oa.exact):
                whole = f"{graph.value(selector, oa.prefix)}{exact}{graph.value(selector, oa.suffix)}"
                assert text.count(whole) == 1
                words.add(str(exact))
            else:
                start, end = (int(graph.value(selector, name)) for name in (oa.start, oa.end))
                places.add(text[start:end])
    assert words == places == {found for *_, found in expected()}


def test_tei_points_into_the_text_by_characters(written):
    root = etree.parse(written("tei") / f"{STEM}.xml").getroot()
    names = {"t": "http://www.tei-c.org/ns/1.0", "xml": "http://www.w3.org/XML/1998/namespace"}
    assert root.xpath("string(//t:ab)", namespaces=names) == TEXT
    found = set()
    for group in root.xpath("//t:spanGrp", namespaces=names):
        for span in group:
            for pointer in span.get("target").split():
                key, offset, length = re.fullmatch(r"#string-range\((\w+),(\d+),(\d+)\)", pointer).groups()
                path = "substring(string(//*[@xml:id=$key]), $offset + 1, $length)"
                words = root.xpath(path, namespaces=names, key=key, offset=int(offset), length=int(length))
                found.add((group.get("type"), span.get(f"{{{names['xml']}}}id"), words))
    assert found == expected()
    targets = root.xpath("//t:span/@corresp", namespaces=names)
    assert targets and all(root.xpath("//*[@xml:id=$key]", namespaces=names, key=key[1:]) for key in targets)


def test_docbin_gives_docs_whose_spans_are_the_rows(written):
    (doc,) = DocBin().from_disk(written("docbin", ".spacy")).get_docs(spacy.blank("en").vocab)
    assert doc.text == TEXT
    found = {(layer, span.id_, span.text) for layer in LAYERS for span in doc.spans[layer]}
    assert found == expected()
    assert {(span.kb_id_, span.label_) for span in doc.spans["Mention"]} >= {("e1", "person"), ("e4", "issue")}
    assert doc.user_data["readout"]["s2"]["holder"] == "A&B\\C Club"
    assert doc.user_data["article"]["published"] == "2021-05-28"


def test_brat_is_read_back_with_pieces_for_lines(written):
    folder = written("brat")
    with (
        (folder / f"{STEM}.txt").open(encoding="utf-8") as text,
        (folder / f"{STEM}.ann").open(encoding="utf-8") as marks,
    ):
        document = brat.load(text, marks)
    rows = {note.refid: note.text.partition(";")[0] for note in document.notes}
    found = set()
    for mark in document.entities:
        pieces = [document.text[place.begin : place.end] for place in sorted(mark.locations)]
        assert mark.text == " ".join(pieces)
        found |= {(mark.type, rows[mark.id], piece) for piece in pieces}
    spoken = ((layer, key, words.replace("\t", " ")) for layer, key, words in expected())
    assert found == {(layer, key, line) for layer, key, words in spoken for line in words.split("\r\n")}
    assert {"person", "support", "direct"} <= {value for mark in document.attributes for value in mark.attributes}


def test_what_xml_cannot_hold_is_marked_and_moves_nothing(tmp_path):
    odd = ODD.articles.assign(text=TEXT.replace("<", "\x0c"))
    reading = type(ODD)(**ODD.tables() | {"articles": odd})
    for format in ("qdpx", "tei", "uima-xmi", "uima-json"):
        export(reading, format, tmp_path / (f"{format}.qdpx" if format == "qdpx" else format))
    root = etree.parse(tmp_path / "tei" / f"{STEM}.xml").getroot()
    assert root.findtext(".//{*}ab") == TEXT.replace("<", "\ufffd")


@pytest.mark.parametrize("format", ["uima-xmi", "uima-json"])
def test_what_needs_an_extra_says_how_to_install_it(tmp_path, monkeypatch, format):
    monkeypatch.setitem(sys.modules, "cassis", None)
    with pytest.raises(ValueError, match=r"needs an extra; install it in the checkout: .*\[uima\]"):
        export(ODD, format, tmp_path / "a")
    assert not (tmp_path / "a").exists()


def test_white_space_at_the_edges_of_a_mark_and_empty_marks_stop_no_format(tmp_path):
    start = TEXT.index("\r\n\r\n=Oda")
    stances = ODD.stances.head(1).assign(evidence_start=start + 1, evidence_end=start + len("\r\n\r\n=Oda "))
    mentions = ODD.mentions.assign(end=[start if n == 0 else end for n, (start, end) in enumerate(PLACES)])
    reading = type(ODD)(**ODD.tables() | {"stances": stances, "mentions": mentions})
    for format in ("qdpx", "dna", "uima-xmi", "uima-json", "webanno-tsv", "web-annotation", "tei", "docbin", "brat"):
        export(reading, format, tmp_path / f"{format}.zip")
    (doc,) = DocBin().from_disk(tmp_path / "docbin.zip").get_docs(spacy.blank("en").vocab)
    assert [span.text for span in doc.spans["Stance"]] == ["=Oda"] and len(doc.spans["Mention"]) == 6
