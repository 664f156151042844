"""Readout: a kit for reading the news closely: who is in an article, who said what, who stands where, and when.

>>> from analysis import analyse, read_text
>>> reading = analyse(read_text("Norway praised the pact on Monday, Ola Berg said.", headline="Norway signs"))
>>> reading.quotations[["source", "content"]].values.tolist()
[['Ola Berg', 'Norway praised the pact on Monday']]

`help(analysis.read_article)` says what can be read, `help(analysis.Reading)` what comes out.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from analysis.article import read_article, read_corpus, read_frame, read_text
from analysis.records import Article

if TYPE_CHECKING:
    from analysis import (  # noqa: F401
        charts,
        checking,
        comparison,
        corrections,
        explore,
        exports,
        pages,
        pieces,
        reading,
        report,
        tables,
    )
    from analysis.reading import Reading, analyse, analyse_many, open_reading

__all__ = [
    "Article",
    "Reading",
    "analyse",
    "analyse_many",
    "open_reading",
    "read_article",
    "read_corpus",
    "read_frame",
    "read_text",
]
ROOMS = (
    *("charts", "checking", "comparison", "corrections", "explore", "exports"),
    *("pages", "pieces", "reading", "report", "tables"),
)


def __getattr__(name: str) -> Any:
    """What needs pandas and more is loaded when it is first asked for, so that `import analysis` is quick."""
    if name in ROOMS:
        return import_module(f"analysis.{name}")
    if name in __all__:
        return getattr(import_module("analysis.reading"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__, *ROOMS})
