"""Names that the form of a text tells: the town of a dateline, the speakers of a transcript."""

from functools import cache

from analysis.gazetteer import is_country
from analysis.grammar.tokens import Token
from analysis.lexicon import words
from analysis.readers.names.people import is_first_name
from analysis.readers.names.runs import Run
from analysis.records import Article

AGAIN = 2  # lines that one word in capitals begins before it is taken for a speaker


def with_dateline(article: Article, tokens: list[Token], runs: list[tuple[Run, str]]) -> list[tuple[Run, str]]:
    """The runs with the town that the dateline names, in the place of what the model made of it."""
    line = article.dateline
    if line is None or not line.place:
        return runs
    town = line.place.split(",")[0]
    if "/" in town:
        return runs
    start = article.text.find(town, line.start, line.end)
    inside = [token for token in tokens if start <= token.start and token.end <= start + len(town)]
    if start < 0 or not inside:
        return runs
    run = Run(inside[0].i, inside[-1].i, "GPE")
    kind = "country" if is_country(town) else "place"
    kept = [found for found in runs if found[0].last < run.first or found[0].first > run.last]
    return sorted([*kept, (run, kind)])


def with_speakers(article: Article, tokens: list[Token], runs: list[Run]) -> list[Run]:
    """The runs with those who speak in a transcript: `JANE DOE:` at the head of a line, later `DOE:`."""
    colons = [token.i for token in tokens if token.text == ":"]
    found = [run for at in colons if (run := _speaker_before(article, tokens, at)) is not None]
    full = {tokens[run.last].text for run in found if run.last > run.first}
    alone = [tokens[run.last].text for run in found if run.last == run.first]
    speakers = [
        run
        for run in found
        if (run.last > run.first and is_first_name(tokens[run.first].text))
        or (run.first == run.last and (tokens[run.last].text in full or alone.count(tokens[run.last].text) >= AGAIN))
    ]
    taken = {at for run in speakers for at in range(run.first, run.last + 1)}
    return sorted([*speakers, *(run for run in runs if taken.isdisjoint(range(run.first, run.last + 1)))])


@cache
def _labels() -> frozenset[str]:
    return words("caption_words") | words("headline_labels")


def _speaker_before(article: Article, tokens: list[Token], colon: int) -> Run | None:
    """One to three words in capitals from the head of a line to a colon; labels are nobody."""
    first = colon
    while first > 0 and tokens[first - 1].text.isupper() and colon - first < 3:
        first -= 1
    start = tokens[first].start
    if first == colon or (start > 0 and article.text[start - 1] != "\n"):
        return None
    named = all(len(token.text) > 2 or token.text.endswith(".") for token in tokens[first:colon])
    label = tokens[colon - 1].text in words("plain_acronyms") or tokens[first].lower in _labels()
    return Run(first, colon - 1, "PERSON") if named and not label else None
