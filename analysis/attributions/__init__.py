"""Who said what: source, cue and content of every attribution."""

from analysis.records import Article, Attribution, Name
from analysis.syntax import Parse


def find_attributions(article: Article, parse: Parse, names: tuple[Name, ...] = ()) -> tuple[Attribution, ...]:
    """Attributions in the order of their contents."""
    return ()
