"""Every mention to one entity: names to names, then nominals and pronouns."""

from analysis.coreference.aliases import group_names
from analysis.records import Article, Attribution, Cast, Name
from analysis.syntax import Parse

__all__ = ["resolve"]


def resolve(article: Article, parse: Parse, names: tuple[Name, ...], attributions: tuple[Attribution, ...]) -> Cast:
    """The article's cast."""
    return group_names(article, names)
