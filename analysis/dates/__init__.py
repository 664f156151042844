"""Time expressions as TIMEX3, resolved against the publication day."""

from analysis.records import Article, TimeExpression
from analysis.syntax import Parse


def find_dates(article: Article, parse: Parse) -> tuple[TimeExpression, ...]:
    """Time expressions in text order."""
    return ()
