"""The model is loaded once; sentences are read by the same steps as articles."""

import gc
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
from analysis.model import BATCH, load_model, parse_many
from analysis.readers import read_parse
from analysis.records import Article, ArticleReading

PUBLISHED = date(2020, 1, 15)
LONG = (  # the longest first
    *("test_notebooks", "test_browser_lab", "test_browser_report", "test_corpus_safe", "test_parts", "test_report"),
    *("test_browser_explorer", "test_comparison", "test_bounds", "test_corpus", "test_cli", "test_report_files"),
)
# where nbformat is imported, jsonschema builds a grammar of addresses, which takes a second and which nobody asks here
sys.modules.setdefault("rfc3987_syntax", None)
gc.disable()  # what is imported and collected stays: walking it again and again takes seconds of each process


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files that take long come first: none is left to one worker at the end.

    The sort is stable: tests of one file keep their order.
    """
    items.sort(key=lambda item: LONG.index(item.path.stem) if item.path.stem in LONG else len(LONG))


def pytest_collection_finish() -> None:
    gc.freeze()
    gc.enable()


@pytest.fixture(scope="session")
def parsed(request: pytest.FixtureRequest) -> Callable[..., tuple[Article, Parse]]:
    """parsed(text): a text laid out as an article without headline, and its parse.

    A test's text is parsed in one batch with those of the tests behind it, which takes a quarter of the time.
    """
    tests = [item for item in request.session.items if "parsed" in item.fixturenames and hasattr(item, "callspec")]
    firsts = (next(iter(item.callspec.params.values())) for item in tests)
    texts = list(dict.fromkeys(one for one in firsts if isinstance(one, str)))
    places, parses = {text: n for n, text in enumerate(texts)}, {}

    def read(text: str, published: date | None = PUBLISHED, headline: str = "") -> tuple[Article, Parse]:
        def made(text: str) -> Article:
            return lay_out(f"{headline or 'News of the day'}\n\n{text}", article_id="test", published=published)

        article = made(text)
        if article not in parses:
            behind = texts[places[text] :][1:BATCH] if text in places else []
            batch = [article, *map(made, behind)]
            parses.update(zip(batch, parse_many(batch, load_model()), strict=True))
        return article, parses[article]

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
