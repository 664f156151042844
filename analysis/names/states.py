"""American states that have a country's name."""

from analysis.lexicon import words
from analysis.names.runs import Run, run_text
from analysis.syntax import Token

AMERICAN = 2  # names of American states, parties and bodies that make an article one on America


def with_states(tokens: list[Token], runs: list[tuple[Run, str]]) -> list[tuple[Run, str]]:
    """`Georgia` is a place in an article on America that has no word for the country in the Caucasus."""
    texts = [run_text(tokens, run) for run, _ in runs]
    namesakes = words("namesake_words", "state") & set(texts)
    if not namesakes or len(words("american_names") & set(texts)) < AMERICAN:
        return runs
    said = {token.text for token in tokens}
    states = {name for name in namesakes if said.isdisjoint(words("namesake_words", state=name))}
    return [(run, "place" if text in states else kind) for (run, kind), text in zip(runs, texts, strict=True)]
