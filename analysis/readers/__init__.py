"""The order of the steps behind the parser."""

from analysis.codebook import NOTHING
from analysis.grammar.tokens import Parse
from analysis.lexicon import adding
from analysis.readers.actors import resolve, source_entities, with_works
from analysis.readers.confidence import with_confidence
from analysis.readers.dates import find_dates, open_days
from analysis.readers.events import find_events
from analysis.readers.names import find_names
from analysis.readers.own import own_actors, own_issues, own_names, settled
from analysis.readers.quotations import find_quotations
from analysis.readers.stances import ask, find_issues, find_stances, with_issues
from analysis.records import Article, ArticleReading


def read_parse(article: Article, parse: Parse, *, weighed: bool = True) -> ArticleReading:
    """All steps behind the parser, on one article; if not `weighed`, confidence is what each reader says itself."""
    with adding((article.codebook or NOTHING).words):
        reading = _read(article, parse)
        return settled(with_confidence(reading, parse) if weighed else reading)


def _read(article: Article, parse: Parse) -> ArticleReading:
    names = own_names(article, parse, find_names(article, parse))
    quotations = find_quotations(article, parse, names)
    cast = own_actors(article, parse, resolve(article, parse, names, quotations))
    dates = find_dates(article, parse, names)
    sources = source_entities(article, parse, cast, quotations)
    issues = own_issues(article, parse, cast, find_issues(article, parse, cast))
    stances = find_stances(article, parse, quotations, sources, cast, issues, ask=ask)
    cast = with_works(article, parse, with_issues(article, cast, issues, stances), names)
    return ArticleReading(
        article=article,
        sentences=tuple(sentence.span for sentence in parse.sentences if sentence.paragraph >= 0),
        n_words=count_words(article),
        cast=cast,
        quotations=quotations,
        sources=sources,
        stances=stances,
        dates=dates,
        problems=(*article.problems, *open_days(dates)),
        events=find_events(article, parse, cast, dates),
    )


def count_words(article: Article) -> int:
    """The words of headline and body: what white space parts, if there is a letter or a figure in it."""
    spans = filter(None, (article.headline, *article.paragraphs))
    return sum(any(map(str.isalnum, word)) for start, end in spans for word in article.text[start:end].split())
