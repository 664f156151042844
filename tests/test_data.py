"""The data dictionary says what the schemas say; the shipped article is what was published."""

import hashlib
import re
from pathlib import Path

import pytest
from made_reading import READING

from analysis.evaluation.judged import LAYERS
from analysis.exports.networks import quotation_network, stance_network
from analysis.exports.statements import COLUMNS
from analysis.lexicon import rows
from analysis.reading import Reading
from analysis.tables import SCHEMAS
from analysis.tables.schemas import CUE_SORTS

SPEAKING = Reading(**READING.tables() | {"quotations": READING.quotations.assign(content_spans=[[[0, 9999]]])})
DATA = Path(__file__).resolve().parents[1] / "data"


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_dictionary_defines_every_column_in_order(name):
    text = (DATA / "README.md").read_text(encoding="utf-8")
    section = re.search(rf"^### {name}: .*?(?=^### |\Z)", text, re.M | re.S)
    assert section, f"data/README.md has no section on {name}"
    defined = re.findall(r"^\| `(\w+)` \| (.*?) \| (.*?) \|$", section[0], re.M)
    assert [column for column, _, _ in defined] == list(SCHEMAS[name].columns)
    for column, kind, definition in defined:
        spec = SCHEMAS[name].columns[column]
        assert kind.endswith(" or null") == spec.nullable, column
        allowed = next((check.statistics["allowed_values"] for check in spec.checks if check.name == "isin"), ())
        listed = ", ".join(f"`{value}`" for value in allowed)
        assert definition == (f"{spec.description}: {listed}" if allowed else spec.description), column


def defined(section: str) -> list[str]:
    """The names that the tables under a heading of the dictionary define."""
    text = (DATA / "README.md").read_text(encoding="utf-8")
    body = re.search(rf"^## {section}$.*?(?=^## |\Z)", text, re.M | re.S)[0]
    return [name for row in re.findall(r"^\| (`.*?) \|", body, re.M) for name in re.findall(r"`(\w+)`", row)]


def test_the_dictionary_defines_what_is_exported():
    assert set(defined("Statements")) == set(COLUMNS)
    abroad = READING.tables() | {"entities": READING.entities.assign(country="Norway")}
    stances, told = stance_network(Reading(**abroad)), quotation_network(SPEAKING)
    found = [facts for *_, facts in (*stances.nodes(data=True), *stances.edges(data=True), *told.edges(data=True))]
    known = {name for facts in found for name in facts}
    assert set(defined("Network")) == known


def test_the_match_rules_that_are_printed_stand_in_the_dictionary():
    text = (DATA / "README.md").read_text(encoding="utf-8")
    assert all(f"| {layer.name} | {layer.rule} |" in text for layer in LAYERS)


def test_the_dictionary_lists_every_sort_of_cue():
    assert {row["sort"] for row in rows("cues")} == set(CUE_SORTS)


def test_every_article_is_named_with_its_source():
    text = (DATA / "README.md").read_text(encoding="utf-8")
    files = [file for file in (DATA / "articles").iterdir() if file.is_file()]
    assert files
    for file in files:
        assert f"`articles/{file.name}`" in text


def test_the_first_article_is_kept_byte_for_byte():
    content = (DATA / "articles" / "libya-ceasefire.txt").read_bytes()
    assert len(content) == 2044
    assert hashlib.sha256(content).hexdigest() == "7046be5d4c188de8f0e0faa0bbac5d888eb22a627c3180f43a5f2df326234d98"
