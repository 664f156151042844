"""Which spans of an article name somebody or something.

The way of a run of tokens (`runs`) to a name:

- `candidates` takes what the model labels and the capitals that it passed over; `boundaries` parts what is two names
  and trims each; what is one is joined;
- `kinds` says what each names, by `titles`, `shapes` and `persons`; `agreement` gives all runs of one form one kind;
- `headlines` corrects what the form of a news text tells better;
- `repeats` finds every name again, also inside others.
"""

from analysis.grammar.tokens import Parse
from analysis.readers.names.agreement import with_kinds
from analysis.readers.names.candidates import find_candidates
from analysis.readers.names.headlines import borne_out, with_dateline, with_speakers
from analysis.readers.names.kinds import with_sort, with_states
from analysis.readers.names.persons import with_days
from analysis.readers.names.repeats import known_from, names_inside, repeated, with_particles, with_regions
from analysis.readers.names.runs import Run
from analysis.readers.names.titles import role_before
from analysis.records import Article, Name

__all__ = ["find_names"]


def find_names(article: Article, parse: Parse) -> tuple[Name, ...]:
    """Names in text order, without titles and possessives; a name inside a longer one comes behind it.

    It says nothing about who bears a name: that is `analysis.readers.actors`'s.
    """
    tokens = parse.tokens
    runs = with_days(tokens, with_speakers(article, tokens, find_candidates(parse)))
    runs = with_kinds(parse, runs)
    runs = with_dateline(article, tokens, runs)
    runs = borne_out(article, parse, runs)
    known = known_from(runs)
    runs = with_particles([*runs, *repeated(parse, runs, known)], known)
    runs = [with_sort(run) for run in with_states(sorted(runs))]
    names = [*with_regions(runs), *names_inside(runs, known)]
    return tuple(_name(article.text, run) for run in sorted(names, key=lambda run: (run.first, -run.last)))


def _name(text: str, run: Run) -> Name:
    start, end = _with_brackets(text, run.initial.start, run.final.end)
    role = role_before(run) if run.kind == "person" else None
    return Name(start=start, end=end, text=text[start:end], kind=run.kind, role=role)


def _with_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    """With the other bracket of an editor's, where one is inside: `[Gary] Holmes`, `Laura [Barnes]`."""
    opened, closed = text.count("[", start, end), text.count("]", start, end)
    before = closed > opened and text[start - 1 : start] == "["
    behind = opened > closed and text[end : end + 1] == "]"
    return start - before, end + behind
