"""Which spans of an article name somebody or something.

The way of a run of tokens (`runs`) to a name:

- `spans` takes what the model labels and the capitals that it passed over, `cuts` parts what is two names, `edges`
  trims each, `joins` brings together what is one;
- `kinds` says what each names, by `titles`, `things`, `shapes` and the lists in `geography`, `initials` and `people`;
  `agreement` gives all runs of one form one kind;
- `datelined`, `headlines` and `states` correct what the form of a news text tells better;
- `repeats` finds every name again, `nested` those inside others;
- `confidence` says how sure each is.
"""

from analysis.grammar.tokens import Parse, Token
from analysis.readers.names.agreement import with_kinds
from analysis.readers.names.confidence import confidence_of
from analysis.readers.names.datelined import with_dateline, with_speakers
from analysis.readers.names.headlines import borne_out
from analysis.readers.names.nested import names_inside, with_regions
from analysis.readers.names.repeats import introduced, known_from, repeated, with_particles
from analysis.readers.names.runs import Run
from analysis.readers.names.spans import find_runs
from analysis.readers.names.states import with_states
from analysis.readers.names.titles import role_before
from analysis.records import Article, Name, Span

__all__ = ["find_names"]


def find_names(article: Article, parse: Parse) -> tuple[Name, ...]:
    """Names in text order, without titles and possessives; a name inside a longer one comes behind it.

    It says nothing about who bears a name: that is `analysis.readers.actors`'s.
    """
    tokens = parse.tokens
    runs = with_kinds(parse, with_speakers(article, tokens, find_runs(parse)))
    runs = with_dateline(article, tokens, runs)
    runs.extend(introduced(tokens, runs))
    runs = borne_out(article, parse, runs)
    known = known_from(tokens, runs)
    runs = with_particles(tokens, [*runs, *repeated(parse, runs, known)], known)
    runs = with_states(tokens, sorted(runs))
    whole = [(run, kind, False) for run, kind in with_regions(tokens, runs)]
    inner = [(run, kind, True) for run, kind in names_inside(tokens, runs, known)]
    return tuple(
        _name(article, tokens, run, kind, inside=inside)
        for run, kind, inside in sorted(whole + inner, key=lambda found: (found[0].first, -found[0].last))
    )


def _with_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    """With the other bracket of an editor's, where one is inside: `[Gary] Holmes`, `Laura [Barnes]`."""
    inside = text[start:end]
    opened, closed = inside.count("["), inside.count("]")
    return start - (closed > opened and text[start - 1 : start] == "["), end + (
        opened > closed and text[end : end + 1] == "]"
    )


def _name(article: Article, tokens: list[Token], run: Run, kind: str, *, inside: bool) -> Name:
    role = role_before(tokens, run.first) if kind == "person" else None
    span = Span(tokens[role[0]].start, tokens[role[1] - 1].end) if role else None
    start, end = _with_brackets(article.text, tokens[run.first].start, tokens[run.last].end)
    return Name(
        start=start,
        end=end,
        text=article.text[start:end],
        kind=kind,
        role=span,
        confidence=confidence_of(tokens, run, kind, inside=inside),
    )
