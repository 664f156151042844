"""The order of the steps behind the parser."""

from analysis.grammar.tokens import Parse
from analysis.readers.actors import resolve
from analysis.readers.actors.sources import source_entities
from analysis.readers.dates import find_dates, open_days
from analysis.readers.events import find_events
from analysis.readers.names import find_names
from analysis.readers.quotations import find_quotations
from analysis.readers.stances import find_stances
from analysis.readers.stances.sentiment import score_targets
from analysis.records import Article, ArticleReading


def read_parse(article: Article, parse: Parse) -> ArticleReading:
    """All steps behind the parser, on one article."""
    names = find_names(article, parse)
    quotations = find_quotations(article, parse, names)
    cast = resolve(article, parse, names, quotations)
    persons = [name for name in names if name.kind == "person"]
    dates = tuple(
        date
        for date in find_dates(article, parse)
        if not any(name.start <= date.start and date.end <= name.end for name in persons)
    )
    stances, cast = find_stances(article, parse, quotations, cast, sentiment=score_targets)
    return ArticleReading(
        article=article,
        sentences=tuple(sentence.span for sentence in parse.sentences if sentence.paragraph >= 0),
        n_words=count_words(article),
        cast=cast,
        quotations=quotations,
        sources=source_entities(parse, cast, quotations),
        stances=stances,
        dates=dates,
        problems=(*article.problems, *open_days(dates)),
        events=find_events(article, parse, cast, dates),
    )


def count_words(article: Article) -> int:
    """The words of headline and body: what white space parts, if there is a letter or a figure in it."""
    spans = filter(None, (article.headline, *article.paragraphs))
    return sum(any(map(str.isalnum, word)) for start, end in spans for word in article.text[start:end].split())
