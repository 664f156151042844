"""Which runs of tokens may be names: what the model found, mended at its edges, and capitalised runs that it missed."""

import re

from analysis.lexicon import words
from analysis.names.cuts import cut
from analysis.names.geography import country_of
from analysis.names.joins import join
from analysis.names.runs import PROPER, Run, is_possessive
from analysis.names.titles import without_office
from analysis.syntax import Parse, Sentence, Token

LABELS = frozenset({"PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW"})
LEADING = frozenset({"DT", "POS", "IN", "CC", "``", "''", "PRP$", "CD", "RB", "RBR", "WRB"})
TRAILING = frozenset({"IN", "CC", "``", "''", "DT"})
SCORE = re.compile(r"\d{1,3}[-–:]\d{1,3}")
OFFICES = frozenset({"department", "ministry", "committee", "subcommittee"})
SUFFIXES = frozenset({"Jr", "Sr", "II", "III"})


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
    entities = [part for whole in _entities(sentence) for part in cut(tokens, whole)]
    found = [run for run in (_trimmed(tokens, run) for run in entities) if run]
    taken = {i for run in found for i in range(run.first, run.last + 1)}
    numbers = {token.i for token in sentence.tokens if token.ent and token.ent not in LABELS}
    missed = [part for whole in _capitalised(sentence, taken | numbers) for part in cut(tokens, whole)]
    found.extend(run for run in (_trimmed(tokens, run) for run in missed) if run)
    return [_with_office(tokens, _without_office(tokens, run)) for run in join(tokens, sorted(found))]


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
        proper = token.tag in PROPER and token.text[0].isupper() and token.i not in taken
        if not proper or token.lower.strip(".") in words("time_words"):
            continue
        if runs and runs[-1].last == token.i - 1:
            runs[-1] = runs[-1]._replace(last=token.i)
        else:
            runs.append(Run(token.i, token.i, ""))
    return runs if runs and not _is_shouted(sentence) else []


def _is_shouted(sentence: Sentence) -> bool:
    return sum(token.text.isupper() and len(token.text) > 1 for token in sentence.tokens) > len(sentence.tokens) / 2


def _trimmed(tokens: list[Token], run: Run) -> Run | None:
    """Without article, possessive, quotation marks and stray words at the edges; None where no name is left."""
    first = _without_stray_start(tokens, run)
    last = _without_stray_end(tokens, first, run.last)
    while first + 1 < last and tokens[first + 1].text == "-" and tokens[first].text in words("name_prefixes"):
        first += 2
    last = _without_loose_end(tokens, first, last, run.label)
    if first > last or not any(token.text[0].isupper() for token in tokens[first : last + 1]):
        return None
    if is_party_mark(tokens, first):
        return None
    return Run(first, last + _suffix(tokens, last) * (run.label == "PERSON"), run.label)


def _without_stray_start(tokens: list[Token], run: Run) -> int:
    first = run.first
    while first <= run.last and (tokens[first].tag in LEADING or not tokens[first].text[0].isalnum()):
        first += 1
    while first < run.last and _is_loose_start(tokens[first : first + 2]):
        first += 1
    return first


def _without_stray_end(tokens: list[Token], first: int, last: int) -> int:
    """The last token that is no preposition, mark or possessive."""
    while first <= last and (
        tokens[last].tag in TRAILING or is_possessive(tokens[last]) or not any(map(str.isalnum, tokens[last].text))
    ):
        last -= 1
    return last


def _without_loose_end(tokens: list[Token], first: int, last: int, label: str) -> int:
    """The last token before verbs, common nouns, scores and a caption's last word that the model took in."""
    while first < last and tokens[last].text.islower() and tokens[last].tag[:2] in ("VB", "RB", "MD"):
        last -= 1 + (tokens[last - 1].text in ("-", "–", "—"))
    while first < last and _is_loose_noun(tokens[last]):
        last -= 1 + (is_possessive(tokens[last - 1]) or tokens[last - 1].tag == "CD")
    last -= _score(tokens, last)
    while first <= last and (_is_loose_end(tokens, last, label) or is_possessive(tokens[last])):
        last -= 1
    return last


def _is_loose_start(words_before: list[Token]) -> bool:
    """Whether a run begins with an adjective in small letters: `last` Democratic Party, not `anti`-Obama."""
    word, after = words_before
    return word.tag[:2] in ("JJ", "VB") and word.text.islower() and after.text != "-"


def _is_loose_noun(token: Token) -> bool:
    """Whether a run ends in a common noun that is no body's or place's: Obama's `immigration`."""
    if token.tag not in ("NN", "NNS") or not (token.text.islower() and token.text.isalpha()):
        return False
    heads = words("organization_heads") | words("place_heads") | words("name_particles") | OFFICES
    return token.text not in heads


def is_party_mark(tokens: list[Token], first: int) -> bool:
    """Whether a run is or holds the home of a lawmaker behind the party's letter: (`R-Texas`)."""
    if tokens[first].text[:2] in ("R-", "D-", "I-") or tokens[first].text in ("R", "D", "I"):
        return True
    before = "".join(token.text for token in tokens[max(0, first - 2) : first])
    return before[-2:] in ("R-", "D-", "I-", "R–", "D–", "I–") and not before[:-2].isalnum()


def _without_office(tokens: list[Token], run: Run) -> Run:
    return run if run.label == "PERSON" else run._replace(last=without_office(tokens, run.first, run.last))


def _with_office(tokens: list[Token], run: Run) -> Run:
    """With the noun in small letters behind what a department is for: `Commerce` department."""
    after = tokens[run.last + 1].text if run.last + 1 < len(tokens) else ""
    if after not in OFFICES or not all(t.lower in words("office_words") for t in run.of(tokens)):
        return run
    return Run(run.first, run.last + 1, "ORG")


def _suffix(tokens: list[Token], last: int) -> int:
    """How many tokens behind a person's name still belong to it: `Jr.`, also behind a comma."""
    behind = [token.text.rstrip(".") for token in tokens[last + 1 : last + 3]]
    if behind[:1] and behind[0] in SUFFIXES:
        return 1
    return 2 if len(behind) == 2 and behind[0] == "," and behind[1] in SUFFIXES else 0


def _score(tokens: list[Token], last: int) -> int:
    """How many tokens at the end are the score of a match."""
    if not tokens[last].text[0].isdigit():
        return 0
    if SCORE.fullmatch(tokens[last].text):
        return 1
    return 3 if SCORE.fullmatch("".join(token.text for token in tokens[max(0, last - 2) : last + 1])) else 0


def _is_loose_end(tokens: list[Token], last: int, label: str) -> bool:
    """The score behind a team's name, and the word before the colon of a caption."""
    before = tokens[last - 1].text
    scored = (
        is_possessive(tokens[last - 1])
        or label in ("GPE", "NORP", "")
        or (label == "PERSON" and len(before) > 3)
        or country_of(before)
    )
    if tokens[last].tag == "CD" and scored:
        return True
    colon = last + 1 < len(tokens) and tokens[last + 1].text == ":"
    return colon and tokens[last].lower in words("caption_words")
