"""Which spans of an article name somebody or something."""

from analysis.names.kinds import agreed_kinds, kind_of
from analysis.names.spans import Run, find_runs
from analysis.names.titles import role_before, without_title
from analysis.records import Article, Name, Span
from analysis.syntax import Parse, Token

__all__ = ["find_names"]


def find_names(article: Article, parse: Parse) -> tuple[Name, ...]:
    """Names in text order, without titles and possessives.

    It says nothing about who bears a name: that is `analysis.coreference`'s.
    """
    tokens = parse.tokens
    found = []
    for run in find_runs(parse):
        first = without_title(tokens, run.first, run.last)
        role = role_before(tokens, first)
        run = run._replace(first=first)
        found.append((run, role, _text(article, tokens, run), kind_of(tokens, run, has_role=role is not None)))
    agreed = agreed_kinds([(text, kind, run.label) for run, _, text, kind in found])
    names = []
    for run, role, text, _ in found:
        kind = agreed.get(text)
        if kind:
            span = Span(tokens[role[0]].start, tokens[role[1] - 1].end) if role else None
            names.append(Name(start=tokens[run.first].start, end=tokens[run.last].end, text=text, kind=kind, role=span))
    return tuple(names)


def _text(article: Article, tokens: list[Token], run: Run) -> str:
    return article.text[tokens[run.first].start : tokens[run.last].end]
