"""The model is loaded once; sentences are read by the same steps as articles."""

import sys
from collections.abc import Callable
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
LONG = ("test_parts", "test_corpus_safe", "test_bounds", "test_exports_formats", "test_corpus", "test_cli")
# where nbformat is imported, jsonschema builds a grammar of addresses, which takes a second and which nobody asks here
sys.modules.setdefault("rfc3987_syntax", None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files that take long come first, those with a browser or notebooks before: none is left to one worker at the end.

    The sort is stable: tests of one file keep their order.
    """
    first = {item.path for item in items if item.get_closest_marker("browser") or item.get_closest_marker("notebook")}
    items.sort(key=lambda item: (item.path not in first, item.path.stem not in LONG))


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
