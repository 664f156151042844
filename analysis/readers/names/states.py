"""American states that have a country's name, or whose abbreviation is a body's."""

from analysis.gazetteer import is_city, is_state_code
from analysis.grammar.tokens import Token
from analysis.lexicon import words
from analysis.readers.names.runs import Run, run_text

AMERICAN = 2  # names of American states, parties and bodies that make an article one on America


def with_states(tokens: list[Token], runs: list[tuple[Run, str]]) -> list[tuple[Run, str]]:
    """`VA` behind a town is the state; `Georgia` is a place in an article on America that has no word for the country
    in the Caucasus."""
    runs = [(run, "place" if _is_behind_town(tokens, run) else kind) for run, kind in runs]
    texts = [run_text(tokens, run) for run, _ in runs]
    namesakes = words("namesake_words", "state") & set(texts)
    if not namesakes or len(words("american_names") & set(texts)) < AMERICAN:
        return runs
    said = {token.text for token in tokens}
    states = {name for name in namesakes if said.isdisjoint(words("namesake_words", state=name))}
    return [(run, "place" if text in states else kind) for (run, kind), text in zip(runs, texts, strict=True)]


def _is_behind_town(tokens: list[Token], run: Run) -> bool:
    """Whether a state's abbreviation stands behind a town and a comma: Richmond, `VA`; not Brussels, `EU`."""
    if run.first != run.last or run.first < 2 or not is_state_code(tokens[run.last].text):
        return False
    return tokens[run.first - 1].text == "," and is_city(tokens[run.first - 2].text)
