"""Word lists are CSV files with a source line and a header."""

import pytest

from analysis.lexicon import LEXICONS, rows

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
