"""Names in headlines and other lines in title case, where capitals show little: the rest bears them out."""

from analysis.gazetteer import country_of
from analysis.grammar.tokens import Parse, Token
from analysis.readers.names.people import is_first_name
from analysis.readers.names.repeats import Known, hit_at, known_from
from analysis.readers.names.runs import Run, run_text
from analysis.records import Article

LINE, HEADLINE = 5, 3  # longer words that a line, or a headline, in title case has at least
SMALL = frozenset(
    {"A", "An", "And", "Are", "At", "By", "For", "From", "His", "In", "Is", "It", "Of", "On", "That", "The"}
)  # words that seldom have a capital elsewhere
TITLE_CASE = 0.7  # share of longer words with a capital from which a headline is in title case


def _titled_lines(parse: Parse) -> frozenset[int]:
    """Numbers of the body's sentences in title case, as links to other articles are: `Five Takeaways From The Vote`."""
    found = set()
    for number, sentence in enumerate(parse.sentences):
        after = sentence.tokens[1:]
        if not any(token.text in SMALL for token in after):
            continue
        if _is_title_case(after, least=LINE):
            found.add(number)
    return frozenset(found)


def _in_headline(article: Article, tokens: list[Token], run: Run) -> bool:
    """Whether a run stands in the article's headline."""
    return article.headline is not None and tokens[run.last].end <= article.headline.end


def borne_out(article: Article, parse: Parse, runs: list[tuple[Run, str]]) -> list[tuple[Run, str]]:
    """Without the runs of headline and lines that hold a name of the body and more: `Smith Vows` of Smith.

    In title case only those stay that the body has too, and countries; names said nowhere else are lost.
    """
    tokens = parse.tokens
    lines = _titled_lines(parse)
    apart = [_in_headline(article, tokens, run) or tokens[run.first].sent in lines for run, _ in runs]
    if not any(apart):
        return runs
    end = article.headline.end if article.headline else 0
    titled = _is_title_case([token for token in tokens if token.end <= end][1:], least=HEADLINE)
    known = known_from(tokens, [found for found, is_apart in zip(runs, apart, strict=True) if not is_apart])
    return [
        (run, kind)
        for (run, kind), is_apart in zip(runs, apart, strict=True)
        if not is_apart or _is_borne_out(tokens, run, known, titled=titled or tokens[run.first].sent in lines)
    ]


def _is_title_case(tokens: list[Token], *, least: int) -> bool:
    """Whether most longer words, of which there are `least`, have a capital."""
    longer = [token for token in tokens if len(token.text) > 3 and token.text.isalpha()]
    return len(longer) >= least and sum(token.text[0].isupper() for token in longer) >= TITLE_CASE * len(longer)


def _is_borne_out(tokens: list[Token], run: Run, known: Known, *, titled: bool) -> bool:
    hits = [hit for at in range(run.first, run.last + 1) if (hit := hit_at(tokens, at, known, last=run.last))]
    if any((hit[0].first, hit[0].last) == (run.first, run.last) for hit in hits):
        return True
    if hits:
        surname = hits[-1][1] == "person" and hits[-1][0].last == run.last
        return surname and run.last - run.first < 3 and is_first_name(tokens[run.first].text)
    return not titled or country_of(run_text(tokens, run)) is not None
