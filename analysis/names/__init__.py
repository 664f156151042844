"""Which spans of an article name somebody or something."""

from analysis.names.kinds import agreed_kinds, kind_of
from analysis.names.repeats import repeated
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
    common = {token.text for token in tokens if token.tag in ("NN", "NNS", "JJ", "VB", "VBG", "VBN")}
    found = []
    for run in find_runs(parse):
        run = run._replace(first=without_title(tokens, run.first, run.last))
        role = role_before(tokens, run.first)
        kind = kind_of(tokens, run, has_role=role is not None, common=common)
        found.append((run, role, _text(article, tokens, run), kind))
    agreed = agreed_kinds([(text, kind, run.label) for run, _, text, kind in found])
    runs = [(run, agreed[text]) for run, _, text, _ in found if text in agreed]
    runs.extend(repeated(parse, runs))
    return tuple(_name(article, tokens, run, kind) for run, kind in sorted(runs))


def _name(article: Article, tokens: list[Token], run: Run, kind: str) -> Name:
    role = role_before(tokens, run.first) if kind == "person" else None
    span = Span(tokens[role[0]].start, tokens[role[1] - 1].end) if role else None
    return Name(
        start=tokens[run.first].start,
        end=tokens[run.last].end,
        text=_text(article, tokens, run),
        kind=kind,
        role=span,
    )


def _text(article: Article, tokens: list[Token], run: Run) -> str:
    return article.text[tokens[run.first].start : tokens[run.last].end]
