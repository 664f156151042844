"""Names in headlines, where capitals show little: the body of the article bears them out."""

from analysis.names.geography import country_of
from analysis.names.people import is_first_name
from analysis.names.repeats import Known, hit_at
from analysis.names.spans import Run
from analysis.records import Article
from analysis.syntax import Parse, Token

TITLE_CASE = 0.7  # share of longer words with a capital from which a headline is in title case


def in_headline(article: Article, tokens: list[Token], run: Run) -> bool:
    """Whether a run stands in the article's headline."""
    return article.headline is not None and tokens[run.last].end <= article.headline.end


def borne_out(article: Article, parse: Parse, runs: list[tuple[Run, str]], known: Known) -> list[tuple[Run, str]]:
    """Without the runs of the headline that hold a name of the body and more: `Smith Vows` of Smith.

    In a title-case headline only those stay that the body has too, and countries; names said nowhere else are lost.
    """
    tokens = parse.tokens
    if article.headline is None:
        return runs
    titled = _is_title_case([token for token in tokens if token.end <= article.headline.end])
    return [
        (run, kind)
        for run, kind in runs
        if not in_headline(article, tokens, run) or _is_borne_out(tokens, run, known, titled=titled)
    ]


def _is_title_case(headline: list[Token]) -> bool:
    longer = [token for token in headline[1:] if len(token.text) > 3 and token.text.isalpha()]
    return len(longer) > 2 and sum(token.text[0].isupper() for token in longer) >= TITLE_CASE * len(longer)


def _is_borne_out(tokens: list[Token], run: Run, known: Known, *, titled: bool) -> bool:
    hits = [hit for at in range(run.first, run.last + 1) if (hit := hit_at(tokens, at, known, last=run.last))]
    if any((hit[0].first, hit[0].last) == (run.first, run.last) for hit in hits):
        return True
    if hits:
        surname = hits[-1][1] == "person" and hits[-1][0].last == run.last
        return surname and run.last - run.first < 3 and is_first_name(tokens[run.first].text)
    return not titled or country_of(" ".join(token.text for token in tokens[run.first : run.last + 1])) is not None
