"""Counts in words."""

import pytest

from analysis.console import counted


@pytest.mark.parametrize(
    ("number", "noun", "plural", "words"),
    [
        (0, "stance", None, "0 stances"),
        (1, "stance", None, "1 stance"),
        (1, "entity", "entities", "1 entity"),
        (2, "entity", "entities", "2 entities"),
        (1234567, "article", None, "1,234,567 articles"),
    ],
)
def test_a_number_and_what_it_counts(number, noun, plural, words):
    assert counted(number, noun, plural) == words
