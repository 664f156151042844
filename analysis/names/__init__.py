"""Which spans of an article name somebody or something."""

from collections import Counter

from analysis.lexicon import words
from analysis.names.agreement import agreed_kinds
from analysis.names.datelined import with_dateline, with_speakers
from analysis.names.evidence import confidence_of
from analysis.names.headlines import borne_out
from analysis.names.kinds import kind_of, leaders, takes_article
from analysis.names.nested import names_inside, with_regions
from analysis.names.repeats import introduced, known_from, repeated
from analysis.names.spans import Run, find_runs
from analysis.names.states import with_states
from analysis.names.texts import text_of
from analysis.names.things import is_thing, used_as_things
from analysis.names.titles import is_addressed, role_before, without_title
from analysis.records import Article, Name, Span
from analysis.syntax import Parse, Token

__all__ = ["find_names"]

COMMON = frozenset({"NN", "NNS", "JJ", "VB", "VBG", "VBN"})


def find_names(article: Article, parse: Parse) -> tuple[Name, ...]:
    """Names in text order, without titles and possessives; a name inside a longer one comes behind it.

    It says nothing about who bears a name: that is `analysis.coreference`'s.
    """
    tokens = parse.tokens
    runs = _kinds_agreed(parse, with_speakers(article, tokens, find_runs(parse)))
    runs = with_dateline(article, tokens, runs)
    runs.extend(introduced(tokens, runs))
    runs = borne_out(article, parse, runs)
    known = known_from(tokens, runs)
    runs.extend(repeated(parse, runs, known))
    runs = with_states(tokens, sorted(runs))
    whole = [(run, kind, False) for run, kind in with_regions(tokens, runs)]
    inner = [(run, kind, True) for run, kind in names_inside(tokens, runs, known)]
    return tuple(
        _name(article, tokens, run, kind, inside=inside)
        for run, kind, inside in sorted(whole + inner, key=lambda found: (found[0].first, -found[0].last))
    )


def _kinds_agreed(parse: Parse, runs: list[Run]) -> list[tuple[Run, str]]:
    """Runs without titles, and their kinds: those of one form have one kind."""
    tokens = parse.tokens
    common = {token.text for token in tokens if token.tag in COMMON}
    common |= {token.text for token in tokens if token.tag == "NNP" and token.text.islower()} - words("office_words")
    found: list[tuple[str, str | None, Run]] = []
    articles: Counter[str] = Counter()
    addressed: set[str] = set()
    for run in runs:
        run = run._replace(first=without_title(tokens, run.first, run.last))
        has_role = role_before(tokens, run.first) is not None
        text = text_of(tokens[run.first : run.last + 1])
        found.append((text, kind_of(tokens, run, has_role=has_role, common=common), run))
        articles[text] += takes_article(tokens, run) and not has_role
        if found[-1][1] == "person" and (text in leaders() or is_addressed(tokens, run.first)):
            addressed.add(text)
    shown = Counter(text for text, _, _ in found)
    first = {text.split()[0] for text, kind, _ in found if kind == "person" and " " in text}
    things = {text for text, count in articles.items() if 2 * count >= shown[text]}
    things |= used_as_things(tokens, [run for _, _, run in found])
    named = frozenset(text for text, _, run in found if is_thing(tokens[run.first : run.last + 1], run.label))
    pairs = [(text, kind) for text, kind, _ in found]
    agreed = agreed_kinds(pairs, frozenset(things - first), named, frozenset(addressed))
    return [(run, agreed[text]) for text, _, run in found if text in agreed]


def _name(article: Article, tokens: list[Token], run: Run, kind: str, *, inside: bool) -> Name:
    role = role_before(tokens, run.first) if kind == "person" else None
    span = Span(tokens[role[0]].start, tokens[role[1] - 1].end) if role else None
    return Name(
        start=tokens[run.first].start,
        end=tokens[run.last].end,
        text=article.text[tokens[run.first].start : tokens[run.last].end],
        kind=kind,
        role=span,
        confidence=confidence_of(tokens, run, kind, inside=inside),
    )
