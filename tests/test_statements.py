"""Stances as statements: the columns of Discourse Network Analyzer, and what fills them."""

import csv

import pytest
from made_reading import EMPTY, READING, changed

from analysis.exports.statements import COLUMNS, statements, write_statements

DNA = (
    "statement_id;time;person;organization;concept;agreement;start_position;stop_position;text;coder;document_id;"
    "document_title;document_author;document_source;document_section;document_type"
)


def test_a_statement_says_who_agrees_with_what_where():
    first, second, third = statements(READING)
    assert (first["person"], first["concept"], first["agreement"]) == ("Ida Berg", "tram plan", 1)
    assert (third["person"], third["organization"], third["agreement"]) == ("", "Cash$Co & Sons", 0)
    assert (third["said_by"], third["stance_id"], third["concept_kind"]) == ("Ida Berg", "s3", "issue")
    assert [row["statement_id"] for row in (first, second, third)] == [1, 2, 3]
    assert first["time"] == "2020-03-04 00:00:00"
    assert READING.articles.text[0][first["start_position"] : first["stop_position"]] == first["text"]
    assert (first["document_title"], first["document_source"]) == ("Mayor backs <b>tram</b> plan", "The <i>Post</i>")


def test_the_organization_of_a_person_is_that_of_his_role_else_his_country():
    abroad = READING.entities.assign(country="Norway")
    assert statements(changed(entities=abroad))[0]["organization"] == "Norway"
    role = READING.roles.head(0)
    roles = role.reindex([0]).assign(
        article_id="tram", entity_id="e1", role="Mayor", of_id="e3", start=0, end=5, shown=True
    )
    assert statements(changed(entities=abroad, roles=roles))[0]["organization"] == "Oslo"


def test_neutral_and_less_certain_stances_are_no_statements():
    assert statements(changed(stances=READING.stances.assign(polarity="neutral"))) == []
    assert len(statements(READING.showing(0.75))) == 2
    hidden = READING.stances.assign(shown=[False, True, False])
    assert [row["stance_id"] for row in statements(changed(stances=hidden))] == ["s2"]


def test_the_file_has_the_columns_of_the_analyser_and_ours_behind_them(tmp_path):
    write_statements(statements(READING), tmp_path / "new" / "s.csv")
    text = (tmp_path / "new" / "s.csv").read_text(encoding="utf-8")
    assert text.splitlines()[0].replace('"', "").startswith(f"{DNA};stance_id")
    read = list(csv.DictReader(text.splitlines(), delimiter=";"))
    assert tuple(read[0]) == COLUMNS
    assert [row["agreement"] for row in read] == ["1", "1", "0"]


def test_no_text_is_run_by_a_spreadsheet(tmp_path):
    write_statements(statements(changed(stances=READING.stances.assign(evidence="=1+1"))), tmp_path / "s.csv")
    assert '"\'=1+1"' in (tmp_path / "s.csv").read_text()


def test_an_empty_reading_is_a_header_alone(tmp_path):
    write_statements(statements(EMPTY), tmp_path / "s.csv")
    assert len((tmp_path / "s.csv").read_text().splitlines()) == 1
    with pytest.raises(ValueError, match="is a folder"):
        write_statements([], tmp_path)
