"""Which spans of an article name somebody or something."""

from analysis.records import Article, Name
from analysis.syntax import Parse


def find_names(article: Article, parse: Parse) -> tuple[Name, ...]:
    """Names in text order, without titles and possessives."""
    return ()
