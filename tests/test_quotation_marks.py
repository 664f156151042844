"""Quotation marks of every kind, and marks that are none."""

import pytest

from analysis.article.layout import lay_out
from analysis.readers.quotations.marks import find_quotes


def quotes_of(text):
    article = lay_out(f"News of the day\n\n{text}", article_id="test")
    return [article.text[quote.start : quote.end] for quote in find_quotes(article)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("Nothing is quoted here.", []),
        ('"We are late," she said.', ['"We are late,"']),
        ("“We are late,” she said.", ["“We are late,”"]),
        ("''We are late,'' she said.", ["''We are late,''"]),
        ("„Wir sind spät“, sagte sie.", ["„Wir sind spät“"]),
        ("« Nous sommes en retard », a-t-elle dit.", ["« Nous sommes en retard »"]),
        ("‘We are late,’ she said.", ["‘We are late,’"]),
        ("'We are late,' she said.", ["'We are late,'"]),
        ('He said "yes" and she said "no".', ['"yes"', '"no"']),
        ("“She told me ‘never again’ and left,” he said.", ["“She told me ‘never again’ and left,”"]),
        ("\"She told me 'never again' and left,\" he said.", ["\"She told me 'never again' and left,\""]),
        ("“It’s the ministers’ fault,” he said.", ["“It’s the ministers’ fault,”"]),
        ("The ministers' plan and the dogs' dinner aren't one.", []),
        ("In the '90s they didn't know.", []),
        ('"We are late,“ she said.', ['"We are late,“']),
        ("He said that `` we are late ''. She said, `` Wait. '' They left.", ["`` we are late ''", "`` Wait. ''"]),
        ("He called it ''late'' and said ''[we] wait.''", ["''late''", "''[we] wait.''"]),
    ],
    ids=lambda value: None if isinstance(value, list) else value[:30] or "empty",
)
def test_outermost_quotations_are_found(text, expected):
    assert quotes_of(text) == expected


def test_a_quotation_reopened_in_the_next_paragraph_is_one_per_paragraph():
    text = "“We came early.\n\n“We left late,” she said."
    assert quotes_of(text) == ["“We came early.", "“We left late,”"]


def test_single_marks_are_reopened_too():
    assert quotes_of("'We came early.\n\n'We left late,' she said.") == ["'We came early.", "'We left late,'"]
    assert quotes_of('\'Tis late.\n\n"We left," she said.') == ['"We left,"']


def test_an_unclosed_quotation_ends_with_its_paragraph():
    assert quotes_of('"We came early, she said.\n\nNobody answered.') == ['"We came early, she said.']


def test_a_mark_that_was_forgotten_does_not_swallow_the_next_quotation():
    found = quotes_of('He said, "We came early. It rained. She said, "We left late."')
    assert found[-1] == '"We left late."'


@pytest.mark.parametrize("text", ['"', "'", "“”", "’’’", '""""', "‘“‘“", '" " "', "»«", "😀\"😀'", '"\n\n"\n\n"'])
def test_odd_marks_are_no_error(text):
    assert isinstance(quotes_of(text), list)


def test_marks_with_spaces_on_both_sides():
    assert quotes_of('She said, " We are late, " and left.') == ['" We are late, "']


def test_a_quotation_goes_on_to_the_mark_that_only_closes():
    text = "“We came early.\n\nThe doors were shut.\n\nNobody came,” she said. “We left.”"
    assert quotes_of(text) == ["“We came early.", "The doors were shut.", "Nobody came,”", "“We left.”"]
