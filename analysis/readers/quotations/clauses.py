"""Contents that syntax gives, word by word: every cue of a sentence with what hangs on it."""

from collections.abc import Iterator

from analysis.grammar.conditions import opens_condition
from analysis.grammar.tokens import Sentence
from analysis.readers.quotations.candidates import Candidate
from analysis.readers.quotations.cues import cue_of
from analysis.readers.quotations.nominals import adjective_candidates, noun_candidates
from analysis.readers.quotations.prepositions import preposition_candidates
from analysis.readers.quotations.verbs import verb_candidates


def clause_candidates(sentence: Sentence) -> Iterator[Candidate]:
    """All candidates of one sentence."""
    for token in sentence.tokens:
        cue = cue_of(token)
        if cue is None or opens_condition(token):
            yield from preposition_candidates(token, sentence)
        elif cue.pos == "verb":
            yield from verb_candidates(token, cue, sentence)
        elif cue.pos == "noun":
            yield from noun_candidates(token, cue)
        else:
            yield from adjective_candidates(token, cue)
