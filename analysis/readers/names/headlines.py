"""What the form of a news text tells: the town of a dateline, the speakers of a transcript, lines in title case."""

from analysis.gazetteer import country_of, is_city, is_city_alone, is_country, is_known_organization, is_state
from analysis.grammar.tokens import FINITE, Parse, Token
from analysis.lexicon import words
from analysis.readers.names.repeats import Known, hit_at, known_from
from analysis.readers.names.runs import Run, overlaid, taken_by
from analysis.readers.names.titles import role_before, without_title
from analysis.records import Article

AGAIN = 2  # lines that one word in capitals begins before it is taken for a speaker
SHORT = 3  # letters up to which a word in title case is no organization
LINE, HEADLINE = 5, 3  # longer words that a line, or a headline, in title case has at least
SMALL = frozenset(
    {"A", "An", "And", "Are", "At", "By", "For", "From", "His", "In", "Is", "It", "Of", "On", "That", "The"}
)  # words that seldom have a capital elsewhere
TITLE_CASE = 0.7  # share of longer words with a capital from which a headline is in title case


def with_dateline(article: Article, tokens: list[Token], runs: list[Run]) -> list[Run]:
    """The runs with the town that the dateline names, in the place of what the model made of it."""
    line = article.dateline
    town = line.place.split(",")[0] if line and line.place else ""
    if line is None or not town or "/" in town:
        return runs
    start = article.text.find(town, line.start, line.end)
    inside = [token.i for token in tokens if 0 <= start <= token.start and token.end <= start + len(town)]
    if not inside:
        return runs
    return overlaid(runs, [Run(inside[0], inside[-1], "GPE", tokens, "country" if is_country(town) else "place")])


def with_speakers(article: Article, tokens: list[Token], runs: list[Run]) -> list[Run]:
    """The runs with those who speak in a transcript: `JANE DOE:` at the head of a line, later `DOE:`."""
    colons = [token.i for token in tokens if token.text == ":"]
    found = [run for at in colons if (run := _speaker_before(article, tokens, at)) is not None]
    full = {run.final.text for run in found if run.last > run.first}
    alone = [run.text for run in found if run.last == run.first]
    known = full | {text for text in alone if alone.count(text) >= AGAIN}
    speakers = [
        run
        for run in found
        if run.text in known or (run.last > run.first and without_title(run).initial.lex.first_name)
    ]
    return overlaid(runs, speakers)


def _speaker_before(article: Article, tokens: list[Token], colon: int) -> Run | None:
    """One to three words in capitals from the head of a line to a colon, or to a comma and what the speaker is (`JANE
    DOE, HOST:`); labels are nobody."""
    first = colon
    while first > 0 and (tokens[first - 1].text.isupper() or tokens[first - 1].text == ",") and colon - first < 6:
        first -= 1
    if first > 1 and tokens[first - 1].text == "." and tokens[first - 2].lex.title:  # MS. JANE DOE
        first -= 2
    last = next((token.i for token in tokens[first:colon] if token.text == ","), colon) - 1
    start = tokens[first].start
    if not first <= last < first + 4 or (start > 0 and article.text[start - 1] != "\n"):
        return None
    shown = without_title(Run(first, last, "", tokens)).members
    named = all(len(token.text) > 2 or token.text.endswith(".") for token in shown)
    label = tokens[first].lower in words("caption_words") or tokens[first].lower in words("headline_labels")
    unnamed = label or tokens[last].text in words("plain_acronyms")
    return Run(first, last, "PERSON", tokens) if named and not unnamed else None


def borne_out(article: Article, parse: Parse, runs: list[Run]) -> list[Run]:
    """Without the runs of headline and lines that hold a name of the body and more: `Smith Vows` of Smith.

    In title case only those stay that the body has too, countries, places and organizations known to all, and persons
    behind their role or with a first name that is known; other names said nowhere else are lost.
    """
    lines, end = _titled_lines(parse), article.headline.end if article.headline else 0
    titled = _is_title_case([token for token in parse.tokens if token.end <= end][1:], least=HEADLINE)
    apart = [run for run in runs if run.final.end <= end or run.initial.sent in lines]
    known = known_from([run for run in runs if run not in apart])
    doubted = [run for run in apart if not _is_borne_out(run, known, titled=titled or run.initial.sent in lines)]
    kept = [run for run in runs if run not in doubted]
    taken = taken_by(kept)
    left = [token for token in parse.tokens if titled and token.end <= end and token.i not in taken]
    return sorted([*kept, *filter(None, (_known_alone(token, parse.tokens) for token in left))])


def _titled_lines(parse: Parse) -> frozenset[int]:
    """Numbers of the body's sentences in title case, as links to other articles are: `Five Takeaways From The Vote`."""
    after = [sentence.tokens[1:] for sentence in parse.sentences]
    titled = (any(token.text in SMALL for token in rest) and _is_title_case(rest, least=LINE) for rest in after)
    return frozenset(number for number, is_titled in enumerate(titled) if is_titled)


def _is_title_case(tokens: list[Token], *, least: int) -> bool:
    """Whether most longer words, of which there are `least`, have a capital."""
    longer = [token for token in tokens if len(token.text) > 3 and token.text.isalpha()]
    return len(longer) >= least and sum(token.text[0].isupper() for token in longer) >= TITLE_CASE * len(longer)


def _is_borne_out(run: Run, known: Known, *, titled: bool) -> bool:
    hits = [hit for at in range(run.first, run.last + 1) if (hit := hit_at(run.tokens, at, known, last=run.last))]
    if any((hit.first, hit.last) == (run.first, run.last) for hit in hits):
        return True
    if hits:
        surname = hits[-1].kind == "person" and hits[-1].last == run.last
        return surname and run.last - run.first < 3 and run.initial.lex.first_name
    person = run.kind == "person" and run.label == "PERSON" and run.initial.lex.first_name
    if person and (role_before(run) or (run.last == run.first + 1 and not run.final.lex.role)):
        return True
    place = run.kind == "place" and run.label in ("GPE", "LOC") and (is_city(run.text) or run.final.lex.place_head)
    several = run.first < run.last and not any(token.tag in FINITE for token in run.members)  # not `Ford Recalls Cars`
    firm = run.kind == "organization" and several and run.final.lower in words("company_words")
    return not titled or place or firm or country_of(run.text) is not None


def _known_alone(token: Token, tokens: list[Token]) -> Run | None:
    """`Ford` Recalls Trucks, Court In `Ohio`, STORM HITS `OHIO`: a word in title case or in capitals that names what is
    known to all."""
    run, before = Run(token.i, token.i, "", tokens), tokens[token.i - 1].lower if token.i else ""
    shouted = token.text.isupper() and len(token.text) > SHORT
    name = token.text.title() if shouted else token.text
    if is_known_organization(name):
        return run._replace(kind="organization")
    if is_country(name):
        return run._replace(kind="country")
    town = is_city(name) if before in ("in", "near", "from") else shouted and is_city_alone(name)
    return run._replace(kind="place") if town or is_state(name) else None
