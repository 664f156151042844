"""How sure a name is: the share found right on tuning articles of those found in the same way."""

from functools import cache

from analysis.grammar.tokens import Token
from analysis.lexicon import rows
from analysis.readers.names.kinds import OF_LABEL
from analysis.readers.names.runs import Run

UNKNOWN = 0.5


def confidence_of(tokens: list[Token], run: Run, kind: str, *, inside: bool) -> float:
    """By kind, by whether the model says the same or the name stands in a longer one, and by its length."""
    said = OF_LABEL.get(tokens[run.last].ent)
    same = said == kind or (said == "place" and kind == "country")
    found = "inside" if inside else "same" if same else "other"
    return _table().get((kind, found, "one word" if run.first == run.last else "full"), UNKNOWN)


@cache
def _table() -> dict[tuple[str, str, str], float]:
    return {(row["kind"], row["found"], row["named"]): float(row["precision"]) for row in rows("name_precision")}
