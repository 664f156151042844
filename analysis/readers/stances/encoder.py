"""What a small encoder says of a sentence: is its holder, or whoever speaks in it, for or against its target?

Method: the sentence is read once; for each question a classifier looks at its first token, at the tokens of target and
holder, and from there at the sentence again (after target-dependent sentiment classification: Hamborg and Donnay,
"NewsMTSC", EACL 2021). Weights, data, licence and figures: `analysis/weights/MODEL_CARD.md`.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from tokenizers import Tokenizer

from analysis.onnx import session

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

WEIGHTS = Path(__file__).resolve().parents[2] / "weights"
MAX_TOKENS = 96
CLS, SEP = "[CLS]", "[SEP]"

Span = tuple[int, int]
Logits = tuple[float, float, float]  # against, none, for
NOTHING = (0.0, 0.0, 0.0)


class Question(NamedTuple):
    """A sentence, and the offsets in it of a target and a holder; without one it is asked of whoever speaks."""

    text: str
    target: Span
    holder: Span | None = None


class Encoded(NamedTuple):
    """Token ids, and for each question a 1 for each token of its target, and of its holder, 0 for the others."""

    ids: list[int]
    targets: list[list[int]]
    holders: list[list[int]]


def ask(questions: Sequence[Question]) -> list[Logits]:
    """The logits of against, none and for, in the order of the questions.

    A text is read once for all that is asked of it, and each answer depends on the text and its question alone. For
    an empty target, or one outside its text, all are 0.
    """
    by_text: dict[str, dict[Question, None]] = {}
    for one in questions:
        if 0 <= one.target[0] < one.target[1] <= len(one.text) and not one.text[slice(*one.target)].isspace():
            by_text.setdefault(one.text, {})[one] = None
    answers: dict[Question, Logits] = {}
    for asked in by_text.values():
        for part, encoded in encode(list(asked), _tokenizer()):
            answers.update(zip(part, _answers(encoded), strict=True))
    return [answers.get(one, NOTHING) for one in questions]


def encode(questions: list[Question], tokenizer: Tokenizer) -> list[tuple[list[Question], Encoded]]:
    """Questions on one text with what the network reads: all at once, or one by one if the text is too long for it."""
    whole = tokenizer.encode(questions[0].text, add_special_tokens=False)
    first, last, room = tokenizer.token_to_id(CLS), tokenizer.token_to_id(SEP), MAX_TOKENS - 2
    parts = [questions] if len(whole.ids) <= room else [[one] for one in questions]
    encoded = []
    for part in parts:
        sides = [(_tokens_in(whole.offsets, one.target), _tokens_in(whole.offsets, one.holder)) for one in part]
        begin, end = _window(len(whole.ids), *sides[0], room)
        flags = [[[0, *(int(k in side) for k in range(begin, end)), 0] for side in both] for both in sides]
        ids = [first, *whole.ids[begin:end], last]
        encoded.append((part, Encoded(ids, [target for target, _ in flags], [holder for _, holder in flags])))
    return encoded


def _tokens_in(offsets: list[Span], span: Span | None) -> range:
    """The tokens that a span touches."""
    touched = [k for k, (start, end) in enumerate(offsets) if span and start < span[1] and end > span[0]]
    return range(touched[0], touched[-1] + 1) if touched else range(0)


def _window(size: int, target: range, holder: range, room: int) -> Span:
    """From where to where a text is read: around the target, and the holder too if there is room for both."""
    if size <= room:
        return 0, size
    start, end = target.start, target.stop
    if holder and max(end, holder.stop) - min(start, holder.start) <= room:
        start, end = min(start, holder.start), max(end, holder.stop)
    begin = max(0, min(start - max(0, room - (end - start)) // 2, size - room))
    return begin, begin + room


def _answers(encoded: Encoded) -> list[Logits]:
    feed = {
        "ids": np.array([encoded.ids], np.int64),
        "targets": np.array([encoded.targets], np.float32),
        "holders": np.array([encoded.holders], np.float32),
    }
    logits = _session().run(None, feed)[0][0].astype(np.float64)
    return [(against, none, in_favour) for against, none, in_favour in logits.round(3).tolist()]


@cache
def _session() -> "InferenceSession":
    return session(WEIGHTS / "judge.onnx")


@cache
def _tokenizer() -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(WEIGHTS / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer
