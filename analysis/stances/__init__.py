"""Who stands where on whom and on what."""

from analysis.records import Article, Attribution, Cast, Stance
from analysis.syntax import Parse


def find_stances(
    article: Article, parse: Parse, attributions: tuple[Attribution, ...], cast: Cast
) -> tuple[tuple[Stance, ...], Cast]:
    """The stances, and the cast with the issues that they are about added to it."""
    return (), cast
