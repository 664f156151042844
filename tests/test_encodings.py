"""Bytes -> characters: what no UTF-8 is, is windows-1252 unless it looks otherwise, and that is said."""

import pytest

from analysis.article import read_article, read_corpus
from analysis.article.formats.decode import decode_labelled, decoded

WORDS = "The company said on Monday that it would cut its fares by a third for the people of the island. "


@pytest.mark.parametrize(
    "signs",
    [
        "£5m",
        "½ of it",
        "the owners’ union",
        "café",
        "naïve",
        "a Œuvre",
        "“no said”he",
        "(£m)",
        "“no”",
        "5 °C",
        "€5",
        "– so",
    ],
)
def test_a_single_sign_outside_ascii_is_windows_1252(signs):
    text, doubt = decoded(f"{WORDS * 5}{signs}".encode("cp1252"))
    assert text.endswith(signs)
    assert doubt.startswith("its encoding was guessed: windows-1252, as in '")


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("mac_roman", "They didn’t pay."),
        ("mac_roman", "“We will,” she said — “or won’t.”"),
        ("cp850", "José paid £5 for a naïve résumé at the café."),
        ("cp850", "It costs £1,900 a year."),
        ("cp850", "It was -5°C at noon."),
        ("cp850", "Anselm Röth did not pay."),
        ("cp850", "They met at the café."),
        ("mac_roman", "José Núñez met Zoë Müller at the café."),
    ],
)
def test_signs_out_of_place_are_strong_evidence_of_another_encoding(encoding, words):
    text, doubt = decoded(f"{WORDS}{words}".encode(encoding))
    assert text.endswith(words)
    assert encoding.replace("_", "-") in doubt


def test_what_is_utf8_or_marked_is_no_guess():
    assert decoded(f"{WORDS}“£5”".encode()) == (f"{WORDS}“£5”", None)
    assert decoded(f"{WORDS}“£5”".encode("utf-16")).doubt is None


def test_another_script_is_not_taken_for_english():
    words = "Компания заявила в понедельник, что снизит цены на треть для жителей острова. " * 3
    assert decoded(words.encode("cp1251")).text == words


@pytest.mark.parametrize(
    ("encoding", "label", "guessed"),
    [
        ("cp1252", "iso-8859-1", False),
        ("cp1252", "ISO-8859-1", False),
        ("cp1252", "us-ascii", False),
        ("cp1252", "latin1", False),
        ("cp1252", None, True),
        ("cp1252", "utf-8", True),
        ("cp1252", "no-such-thing", True),
        ("utf-8", None, False),
        ("utf-8", "iso-8859-1", True),
        ("utf-8", "utf-16", False),
        ("mac_roman", "macintosh", False),
    ],
)
def test_labels_mean_what_browsers_take_them_for(encoding, label, guessed):
    text, doubt = decode_labelled(f"{WORDS}“No,” she said.".encode(encoding), label)
    assert text == f"{WORDS}“No,” she said."
    assert bool(doubt) is guessed


def test_a_few_wrong_bytes_in_utf8_are_mended_and_said():
    text, doubt = decode_labelled(f"{WORDS}“No,” she said. “No.”".encode() + b" It\x92s", "utf-8")
    assert text.endswith("“No.” It’s")
    assert "no UTF-8" in doubt


def test_a_page_labelled_iso_8859_1_keeps_its_quotation_marks(tmp_path):
    head = "<html><head><meta charset='iso-8859-1'></head>"
    page = f"{head}<body><p>{WORDS}</p><p>“It’s £5,” she said. {WORDS}</p></body></html>"
    (tmp_path / "a.html").write_bytes(page.encode("cp1252"))
    article = read_article(tmp_path / "a.html")
    assert "“It’s £5,” she said." in article.text
    assert article.problems == ()


def test_what_was_guessed_is_a_problem_of_the_article(tmp_path):
    (tmp_path / "a.txt").write_bytes(f"Fares to fall\n\n{WORDS}\n\nThey paid £5m. {WORDS}\n".encode("cp1252"))
    (tmp_path / "b.csv").write_bytes(f"title,text\nFares,{WORDS}\nFares,They paid £5m. {WORDS}\n".encode("cp1252"))
    text, plain, row = read_corpus([tmp_path])
    assert [problem.message for problem in text.problems] == ["its encoding was guessed: windows-1252, as in '£5m.'"]
    assert plain.problems == ()
    assert "windows-1252" in row.problems[0].message
