"""Workbook, CSV and references, read back by readers of others."""

import csv
import io
import json
import re
import zipfile

import bibtexparser
import openpyxl
import pandas as pd
import pytest
from citeproc.source.json import CiteProcJSON
from made_odd import ODD, TEXT
from made_reading import EMPTY, READING
from python_calamine import CalamineWorkbook

from analysis.exports.formats import export
from analysis.reading import Reading
from analysis.tables import SCHEMAS


def changed(**tables) -> Reading:
    return Reading(**ODD.tables() | tables)


@pytest.fixture
def book(tmp_path):
    """book(reading) -> the path of its workbook."""

    def write(reading: Reading) -> object:
        export(reading, "xlsx", tmp_path / "a.xlsx")
        return tmp_path / "a.xlsx"

    return write


def test_a_workbook_has_a_sheet_a_table_with_the_rows_shown(book):
    sheets = pd.read_excel(book(ODD), sheet_name=None, engine="calamine", keep_default_na=False)
    assert list(sheets) == list(SCHEMAS)
    assert list(sheets["stances"].evidence) == list(ODD.stances.evidence[ODD.stances.shown])
    assert "e5" not in set(sheets["mentions"].entity_id) and len(sheets["mentions"]) == 7
    row = sheets["quotations"].iloc[0]
    assert [TEXT[start:end] for start, end in json.loads(row.content_spans)] == list(row.content.split(" … "))


@pytest.mark.parametrize("reader", ["openpyxl", "calamine"])
def test_a_workbook_keeps_the_text_character_for_character(book, reader):
    cell = pd.read_excel(book(ODD), sheet_name="articles", engine=reader).text[0]
    assert cell == TEXT


def test_no_cell_is_a_formula_or_an_error(book):
    odd = [*"=+-@", "#N/A", "=1+1", "#REF!", "{=A1}"]
    names = changed(entities=pd.concat([ODD.entities.head(4)] * 2).assign(name=odd, entity_id=[*"abcdefgh"]))
    sheet = openpyxl.load_workbook(book(names))["entities"]
    cells = [row[2] for row in sheet.iter_rows(min_row=2)]
    assert [(cell.value, cell.data_type) for cell in cells] == [(name, "s") for name in odd]


def test_long_text_goes_on_in_further_columns_and_none_is_lost(book):
    long = "\U0001f600\r\n" * 20_000 + "end"
    sheet = CalamineWorkbook.from_path(book(changed(articles=ODD.articles.assign(text=long)))).get_sheet_by_name(
        "articles"
    )
    header, row = sheet.to_python()
    columns = [n for n, name in enumerate(header) if re.match(r"text( |$)", name)]
    assert [header[n] for n in columns] == ["text", "text (2)", "text (3)"]
    assert "".join(row[n] for n in columns) == long
    assert max(len(row[n].encode("utf-16-le")) // 2 for n in columns) <= 32_767


def test_words_that_look_like_an_escape_of_excel_stay_words(book):
    path = book(changed(entities=ODD.entities.assign(name="a_x000D_b_x0041_")))
    names = pd.read_excel(path, sheet_name="entities", engine="calamine").name
    assert set(names) == {"a_x000D_b_x0041_"}


def test_a_workbook_can_be_made_of_text_with_control_characters(book):
    path = book(changed(articles=ODD.articles.assign(text="a\x00b\x1fc\ufffed")))
    assert pd.read_excel(path, sheet_name="articles", engine="openpyxl").text[0] == "a\ufffdb\ufffdc\ufffdd"


@pytest.mark.parametrize("bom", [True, False])
def test_csv_is_a_file_a_table_with_a_mark_where_it_is_asked_for(tmp_path, bom):
    export(ODD, "csv", tmp_path / "a.zip", bom=bom)
    with zipfile.ZipFile(tmp_path / "a.zip") as packed:
        assert packed.namelist() == [f"{name}.csv" for name in SCHEMAS]
        data = packed.read("articles.csv")
    assert data.startswith(b"\xef\xbb\xbf") == bom
    (row,) = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert row["text"] == TEXT and row["article_id"] == "odd/a:b é"


def test_statements_can_begin_with_a_mark_too(tmp_path):
    export(ODD, "statements", tmp_path / "a.csv", bom=True)
    assert (tmp_path / "a.csv").read_bytes().startswith(b'\xef\xbb\xbf"statement_id"')


def test_csl_is_read_by_a_processor_of_citations(tmp_path):
    export(Reading.concat([ODD, READING]), "csl-json", tmp_path / "a.json")
    found = CiteProcJSON(json.loads((tmp_path / "a.json").read_text(encoding="utf-8")))
    first, second = found["odd/a:b é"], found["tram"]
    assert (first.type, str(first.title)) == ("article-newspaper", "\U0001f3d7\ufe0f Bridge <divides> \U00010330rnheim")
    assert (first.issued.year, first.issued.month, first.issued.day) == (2021, 5, 28)
    assert (
        str(first["URL"]) == "https://example.org/a?b=1&c=2"
        and str(first.container_title) == "The \U00010330rnheim Post"
    )
    assert [dict(name) for name in second.author] == [{"literal": "NPA"}]


def test_bibtex_is_read_back_and_braces_pair(tmp_path):
    export(changed(articles=ODD.articles.assign(headline="50 % {off_ & $5 ~ #1")), "bibtex", tmp_path / "a.bib")
    found = bibtexparser.parse_file(str(tmp_path / "a.bib"))
    assert not found.failed_blocks
    (entry,) = found.entries
    assert entry.key == "odd_a_b_é" and entry["date"] == "2021-05-28" and entry["url"].endswith("b=1&c=2")
    assert entry["title"] == r"{50 \% \textbraceleft{}off\_ \& \$5 \textasciitilde{} \#1}"


def test_articles_without_facts_are_references_all_the_same(tmp_path):
    export(EMPTY, "csl-json", tmp_path / "a.json")
    assert json.loads((tmp_path / "a.json").read_text()) == [
        {"id": "empty", "type": "article-newspaper", "title": "empty", "language": "en"}
    ]
