"""Every mention to one entity: names to names, then nominals and pronouns."""

from analysis.records import Article, Attribution, Cast, Name
from analysis.syntax import Parse


def resolve(article: Article, parse: Parse, names: tuple[Name, ...], attributions: tuple[Attribution, ...]) -> Cast:
    """The article's cast."""
    return Cast()
