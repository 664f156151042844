"""Whatever comes in: an article whose offsets hold, or a ValueError of one line."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.article import read_article, read_text
from analysis.article.formats.archives import split_archive
from analysis.article.layout import lay_out

NASTY = [
    "",
    "\x00",
    "\ud800",
    "\ufeff",
    "—",
    '"',
    "A",
    "🙂",
    "\n" * 1000,
    "()[]//--:|",
    "WASHINGTON",
    "(AP)",
    "A (B) — C",
    "LONDON, Feb. 30 (Reuters) - X",
    "By ",
    "[",
    "1/1/2020",
    "‏שלום",
    "İSTANBUL (AA) — ß",
    "A\u2028B\u2029C\x85D\x1cE",
]


def holds(article):
    spans = [*article.paragraphs, *article.furniture]
    assert all(0 <= start < end <= len(article.text) for start, end in spans)
    assert list(article.paragraphs) == sorted(article.paragraphs)
    assert all(article.text[start:end].strip() == article.text[start:end] for start, end in spans)
    assert all(a.end <= b.start for a, b in zip(article.paragraphs, article.paragraphs[1:], strict=False))


@pytest.mark.parametrize("text", NASTY)
def test_odd_texts_are_laid_out(text):
    holds(lay_out(text, article_id="a"))
    holds(lay_out(f"{text}\n\n{text}\n{text}", article_id="a"))


PIECES = st.sampled_from(
    [*NASTY, "By Jane Doe", "OSLO (AP) — ", "The end.", "\n", "\r\n", " ", "2 min", "March 3", ", ", " - "]
)


@settings(max_examples=80, deadline=None)
@given(st.lists(PIECES | st.text(max_size=12), max_size=14))
def test_any_text_is_laid_out(pieces):
    holds(lay_out("".join(pieces), article_id="a"))


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=200), st.sampled_from(["txt", "md", "html", "json", "jsonl", "csv", "eml"]))
def test_any_bytes_are_an_article_or_one_line(tmp_path_factory, data, suffix):
    path = tmp_path_factory.mktemp("bytes") / f"a.{suffix}"
    path.write_bytes(data)
    try:
        holds(read_article(path))
    except ValueError as error:
        assert "\n" not in str(error) and str(path) in str(error)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300))
def test_any_string_is_an_article_or_one_line(text):
    split_archive(text)
    try:
        holds(read_text(text))
    except ValueError as error:
        assert "\n" not in str(error)


@pytest.mark.parametrize(
    "text", ["x" * 10_000_000, "A, " * 160_000, "LONDON " * 70_000, "(" * 400_000, ", Feb. 3" * 60_000]
)
def test_long_lines_cost_no_time(text):
    started = time.perf_counter()
    lay_out(text, article_id="a")
    lay_out(f"Fares\n\n{text}\n{text}", article_id="a")
    assert time.perf_counter() - started < 3


def test_sentences_in_tags_of_their_own_are_an_article():
    lines = [f'<tweet author="a{n}">The envoy said on Monday that the talks would go on.</tweet>' for n in range(8)]
    assert len(read_text("\n\n".join(["The talks", *lines])).paragraphs) == 8
