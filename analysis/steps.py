"""The order of the steps behind the parser."""

from analysis.attributions import find_attributions
from analysis.coreference import resolve
from analysis.coreference.sources import source_entities
from analysis.dates import find_dates, open_days
from analysis.events import find_events
from analysis.names import find_names
from analysis.records import Article, ArticleReading
from analysis.stances import find_stances
from analysis.stances.sentiment import score_targets
from analysis.syntax import Parse


def read_parse(article: Article, parse: Parse) -> ArticleReading:
    """All steps behind the parser, on one article."""
    names = find_names(article, parse)
    attributions = find_attributions(article, parse, names)
    cast = resolve(article, parse, names, attributions)
    dates = find_dates(article, parse)
    stances, cast = find_stances(article, parse, attributions, cast, sentiment=score_targets)
    return ArticleReading(
        article=article,
        sentences=tuple(sentence.span for sentence in parse.sentences if sentence.paragraph >= 0),
        n_words=count_words(article),
        cast=cast,
        attributions=attributions,
        sources=source_entities(parse, cast, attributions),
        stances=stances,
        dates=dates,
        problems=(*article.problems, *open_days(dates)),
        events=find_events(article, parse, cast, dates),
    )


def count_words(article: Article) -> int:
    """The words of headline and body: what white space parts, if there is a letter or a figure in it."""
    spans = filter(None, (article.headline, *article.paragraphs))
    return sum(any(map(str.isalnum, word)) for start, end in spans for word in article.text[start:end].split())
