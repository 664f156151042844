"""Which runs of tokens may be names: what the model found, mended at its edges, and capitalised runs that it missed."""

from analysis.grammar.tokens import Parse, Sentence, Token
from analysis.lexicon import words
from analysis.readers.names.cuts import cut
from analysis.readers.names.edges import OFFICES, trimmed
from analysis.readers.names.joins import join
from analysis.readers.names.people import has_elided_article
from analysis.readers.names.runs import PROPER, Run
from analysis.readers.names.titles import without_office

LABELS = frozenset({"PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW"})


def find_runs(parse: Parse) -> list[Run]:
    """Runs in text order, without overlaps; times, amounts and page furniture are left out."""
    runs: list[Run] = []
    for sentence in parse.sentences:
        for run in _in_sentence(parse.tokens, sentence):
            if runs and _is_cut(parse.tokens, runs[-1], run):
                runs[-1] = Run(runs[-1].first, run.last, runs[-1].label or run.label)
            else:
                runs.append(run)
    return runs


def _is_cut(tokens: list[Token], left: Run, right: Run) -> bool:
    """Whether the parser ended a sentence inside a person's name."""
    if right.first != left.last + 1 or tokens[right.first].sent == tokens[left.last].sent:
        return False
    proper = tokens[left.last].tag == tokens[right.first].tag == "NNP"
    return proper and {left.label, right.label} <= {"", "PERSON"} and tokens[left.last].text[-1].isalpha()


def _in_sentence(tokens: list[Token], sentence: Sentence) -> list[Run]:
    """Runs of one sentence: what the model labels and what it missed, cut, trimmed and joined."""
    found = _mended(tokens, _entities(sentence))
    taken = {i for run in found for i in range(run.first, run.last + 1)}
    taken |= {token.i for token in sentence.tokens if token.ent and token.ent not in LABELS}
    found.extend(_mended(tokens, _capitalised(sentence, taken)))
    return [_with_office(tokens, _without_office(tokens, run)) for run in join(tokens, sorted(found))]


def _mended(tokens: list[Token], runs: list[Run]) -> list[Run]:
    parts = (part for run in runs for part in cut(tokens, run))
    return [whole for part in parts if (whole := trimmed(tokens, part))]


def _entities(sentence: Sentence) -> list[Run]:
    runs: list[Run] = []
    for token in sentence.tokens:
        if token.ent not in LABELS:
            continue
        if token.ent_iob == "B" or not runs or runs[-1].last != token.i - 1:
            runs.append(Run(token.i, token.i, token.ent))
        else:
            runs[-1] = runs[-1]._replace(last=token.i)
    return runs


def _capitalised(sentence: Sentence, taken: set[int]) -> list[Run]:
    """Proper nouns the model left alone; none in a sentence mostly in capitals, where these show nothing."""
    runs: list[Run] = []
    for token in sentence.tokens:
        capital = token.text[0].isupper() and token.i not in taken
        proper = capital and (token.tag in PROPER or has_elided_article(token))
        if not proper or token.lower.strip(".") in words("time_words"):
            continue
        if runs and runs[-1].last == token.i - 1:
            runs[-1] = runs[-1]._replace(last=token.i)
        else:
            runs.append(Run(token.i, token.i, ""))
    return runs if runs and not _is_shouted(sentence) else []


def _is_shouted(sentence: Sentence) -> bool:
    return sum(token.text.isupper() and len(token.text) > 1 for token in sentence.tokens) > len(sentence.tokens) / 2


def _without_office(tokens: list[Token], run: Run) -> Run:
    return run if run.label == "PERSON" else run._replace(last=without_office(tokens, run.first, run.last))


def _with_office(tokens: list[Token], run: Run) -> Run:
    """With the noun in small letters behind what a department is for: `Commerce` department."""
    after = tokens[run.last + 1].text if run.last + 1 < len(tokens) else ""
    if after not in OFFICES or not all(t.lower in words("office_words") for t in run.of(tokens)):
        return run
    return Run(run.first, run.last + 1, "ORG")
