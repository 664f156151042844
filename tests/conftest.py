"""The model is loaded once; sentences are read by the same steps as articles."""

import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import nullcontext
from datetime import date
from functools import cache

import pytest

from analysis import cli
from analysis.article.layout import lay_out
from analysis.grammar.tokens import Parse
from analysis.model import load_model, parse
from analysis.readers import read_parse
from analysis.records import Article, ArticleReading

PUBLISHED = date(2020, 1, 15)
LONG = (  # the longest first
    *("test_notebooks", "test_browser_lab", "test_browser_report", "test_corpus_safe", "test_parts", "test_report"),
    *("test_browser_explorer", "test_comparison", "test_bounds", "test_corpus", "test_cli", "test_report_files"),
)
# where nbformat is imported, jsonschema builds a grammar of addresses, which takes a second and which nobody asks here
sys.modules.setdefault("rfc3987_syntax", None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files that take long come first: none is left to one worker at the end.

    The sort is stable: tests of one file keep their order.
    """
    items.sort(key=lambda item: LONG.index(item.path.stem) if item.path.stem in LONG else len(LONG))


@pytest.fixture(scope="session")
def parsed() -> Callable[..., tuple[Article, Parse]]:
    """parsed(text): a text laid out as an article without headline, and its parse."""
    nlp = load_model()

    def read(text: str, published: date | None = PUBLISHED, headline: str = "") -> tuple[Article, Parse]:
        text = f"{headline or 'News of the day'}\n\n{text}"
        article = lay_out(text, article_id="test", published=published)
        return article, parse(article, nlp)

    return read


@pytest.fixture(scope="session")
def reading(parsed: Callable[..., tuple[Article, Parse]]) -> Callable[..., ArticleReading]:
    """reading(text): all that is read in a text, once, with the confidence that each reader itself gives."""

    @cache
    def read(text: str, published: date | None = PUBLISHED, headline: str = "") -> ArticleReading:
        return read_parse(*parsed(text, published, headline), weighed=False)

    return read


@pytest.fixture(scope="session")
def pool() -> Iterator[Executor]:
    """One process that runs notebooks, for all tests that do not end it: to start one takes seconds."""
    import forks

    from analysis.report.notebooks import begin

    with ProcessPoolExecutor(1, forks.CONTEXT, initializer=begin) as pool:
        yield pool


@pytest.fixture
def pooled(pool: Executor, monkeypatch) -> None:
    """Reports and comparisons have their notebooks run by that process."""
    for name in ("analysis.report", "analysis.report.comparison"):
        monkeypatch.setattr(f"{name}.workers", lambda: nullcontext(pool))


@pytest.fixture
def run(monkeypatch, capsys):
    """run(arguments...) -> status, standard error of the command line."""

    def call(*arguments: object) -> tuple[int, str]:
        monkeypatch.setattr(sys, "argv", ["readout", *map(str, arguments)])
        try:
            cli.main()
            status = 0
        except SystemExit as end:
            status = end.code or 0
        return status, capsys.readouterr().err

    return call
