"""Which spans of an article name somebody or something.

The way of a run of tokens (`runs`) to a name:

- `candidates` takes what the model labels and the capitals that it passed over; `boundaries` parts what is two names
  and trims each; what is one is joined;
- `kinds` says what each names, by `titles`, `shapes` and `persons`; `agreement` gives all runs of one form one kind;
- `headlines` corrects what the form of a news text tells better;
- `repeats` finds every name again, `nested` those inside others.
"""

from functools import cache

from analysis.grammar.tokens import Parse
from analysis.lexicon import rows
from analysis.readers.names.agreement import with_kinds
from analysis.readers.names.candidates import find_candidates
from analysis.readers.names.headlines import borne_out, with_dateline, with_speakers
from analysis.readers.names.kinds import OF_LABEL, with_states
from analysis.readers.names.nested import names_inside, with_regions
from analysis.readers.names.persons import with_days
from analysis.readers.names.repeats import known_from, repeated, with_particles
from analysis.readers.names.runs import Run
from analysis.readers.names.titles import role_before
from analysis.records import Article, Name

__all__ = ["find_names"]

UNKNOWN = 0.5  # confidence of a kind of name that was measured nowhere


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
    runs = with_states(sorted(runs))
    names = [(run, False) for run in with_regions(runs)] + [(run, True) for run in names_inside(runs, known)]
    names.sort(key=lambda name: (name[0].first, -name[0].last))
    return tuple(_name(article.text, run, inside=inside) for run, inside in names)


def _name(text: str, run: Run, *, inside: bool) -> Name:
    start, end = _with_brackets(text, run.initial.start, run.final.end)
    return Name(
        start=start,
        end=end,
        text=text[start:end],
        kind=run.kind,
        role=role_before(run) if run.kind == "person" else None,
        confidence=_confidence(run, inside=inside),
    )


def _with_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    """With the other bracket of an editor's, where one is inside: `[Gary] Holmes`, `Laura [Barnes]`."""
    opened, closed = text.count("[", start, end), text.count("]", start, end)
    before = closed > opened and text[start - 1 : start] == "["
    behind = opened > closed and text[end : end + 1] == "]"
    return start - before, end + behind


def _confidence(run: Run, *, inside: bool) -> float:
    """The share found right on tuning articles, by kind, by whether the model says the same, and by length."""
    said = OF_LABEL.get(run.final.ent)
    same = said == run.kind or (said == "place" and run.kind == "country")
    found = "inside" if inside else "same" if same else "other"
    return _precision().get((run.kind, found, "one word" if run.first == run.last else "full"), UNKNOWN)


@cache
def _precision() -> dict[tuple[str, str, str], float]:
    return {(row["kind"], row["found"], row["named"]): float(row["precision"]) for row in rows("name_precision")}
