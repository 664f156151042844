"""Word lists are CSV files with a source line and a header."""

import re

import pytest

from analysis.lexicon import LEXICONS, rows
from analysis.readers.quotations.constructions import SLOTS

LISTS = sorted(LEXICONS.glob("*.csv"))
CODE = "".join(file.read_text(encoding="utf-8") for file in LEXICONS.parent.rglob("*.py"))


def test_there_are_word_lists():
    assert LISTS


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_a_word_list_names_its_source_and_is_regular(path):
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("# Source: ")
    found = rows(path.stem)
    assert found
    for row in found:
        assert None not in row and None not in row.values(), row
    assert len({tuple(row.items()) for row in found}) == len(found), "a row stands twice"


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_a_word_list_is_read_by_some_step(path):
    assert f'"{path.stem}"' in CODE


def test_an_unknown_list_is_named_with_those_there_are():
    with pytest.raises(ValueError, match="no word list 'nonsense'; there are: "):
        rows("nonsense")


def documented(list_name: str, after: str, until: str) -> set[str]:
    """The codes that a passage of the lists' README names: in first cells of its tables, and one behind another."""
    text = (LEXICONS / "README.md").read_text(encoding="utf-8").split(f"## {list_name}.csv")[1]
    passage = text.split(after)[1].split(until)[0]
    cells = re.findall(r"^\| ((?:`\S+`,? ?)+) \|", passage, re.M)
    listed = re.findall(r"`\S+`(?:\s`\S+`)+", passage)
    return set(re.findall(r"`(\S+?)`", " ".join([*cells, *listed])))


def test_the_codes_of_cues_are_documented_and_used():
    used = {frame for row in rows("cues") for frame in row["frames"].split()}
    assert documented("cues", "`frames` are", "`sort` is") == used
    assert documented("cues", "`sort` is", "## ") == {row["sort"] for row in rows("cues")}


def test_the_codes_of_constructions_are_documented_and_used():
    used = {slot.rstrip("?") for row in rows("constructions") for slot in row["content"].split()}
    assert documented("constructions", "`content` names", "## ") == used == set(SLOTS)
    assert documented("constructions", "`cue` is", "`content` names") == {row["cue"] for row in rows("constructions")}
    assert {row["heads"] for row in rows("constructions")} == {"together", "apart"}
    frames = {frame for row in rows("constructions") for frame in row["frames"].split()}
    assert frames <= {frame for row in rows("cues") for frame in row["frames"].split()}


def test_the_codes_of_stance_frames_are_documented_and_used():
    assert documented("stance_frames", "`slot` is", "`sign` is") == {row["slot"] for row in rows("stance_frames")}
    assert {row["of"] for row in rows("stance_frames")} == {"", "issue", "actor"}
    assert {row["pos"] for row in rows("stance_frames")} == {"verb", "noun", "adjective", "hyphen"}
    assert all(row["sign"] in ("-1", "0", "1") and 0 < float(row["strength"]) <= 1 for row in rows("stance_frames"))
