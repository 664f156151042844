"""Sentiment towards marked targets of a sentence, by a small encoder that runs on onnxruntime.

Method: the sentence is read once; the classifier then looks at its first token, at each target's tokens, and from
there at the sentence again (target-dependent sentiment classification after Hamborg and Donnay, "NewsMTSC", EACL
2021). Weights, data, licence and figures: `analysis/weights/MODEL_CARD.md`.
"""

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

WEIGHTS = Path(__file__).resolve().parents[2] / "weights"
MAX_TOKENS = 96
CLS, SEP = "[CLS]", "[SEP]"
NOBODY = (0.0, 1.0, 0.0)

Span = tuple[int, int]
Item = tuple[str, int, int]
Scores = tuple[float, float, float]


class Encoded(NamedTuple):
    """Token ids of a sentence, and for each target a 1 for its tokens, 0 for the others."""

    ids: list[int]
    targets: list[list[int]]


class _Classifier(NamedTuple):
    session: onnxruntime.InferenceSession
    tokenizer: Tokenizer
    temperature: float


def score_targets(items: Sequence[Item]) -> list[Scores]:
    """The chance that each sentence is negative, neutral and positive towards its target.

    An item is a text and the offsets of the target in it; the result is in the order of the items. A text is read
    once for all its targets, and each one's scores depend on the text and that target alone. An empty target or
    one outside its text is neutral. It does not say whose sentiment it is: the writer's, a speaker's or another
    actor's.
    """
    usable: dict[str, dict[Span, None]] = {}
    for item in items:
        if _is_usable(item):
            usable.setdefault(item[0], {})[item[1:]] = None
    if not usable:
        return [NOBODY] * len(items)
    classifier = _load()
    scores = {
        (text, *span): one
        for text, spans in usable.items()
        for span, one in zip(spans, _classified(classifier, text, list(spans)), strict=True)
    }
    return [scores.get(item, NOBODY) for item in items]


def encode(text: str, targets: Sequence[Span], tokenizer: Tokenizer, limit: int = MAX_TOKENS) -> Encoded:
    """A sentence as at most `limit` tokens: of a long one, those around its first target."""
    whole = tokenizer.encode(text, add_special_tokens=False)
    inside = [_tokens_in(whole.offsets, *target) for target in targets]
    begin, end = _window(len(whole.ids), inside[0], limit - 2)
    ids = [tokenizer.token_to_id(CLS), *whole.ids[begin:end], tokenizer.token_to_id(SEP)]
    return Encoded(ids, [[0, *(int(k in tokens) for k in range(begin, end)), 0] for tokens in inside])


def _tokens_in(offsets: list[Span], start: int, end: int) -> range:
    """The tokens that a span touches."""
    touched = [k for k, (first, last) in enumerate(offsets) if first < end and last > start]
    return range(touched[0], touched[-1] + 1) if touched else range(0)


def _window(size: int, target: range, room: int) -> Span:
    """From where to where to read: half of the context on each side unless one side needs less."""
    if size <= room:
        return 0, size
    around = max(0, room - len(target)) // 2
    begin = max(0, min(target.start - around, size - room))
    return begin, begin + room


def _is_usable(item: Item) -> bool:
    text, start, end = item
    return 0 <= start < end <= len(text) and not text[start:end].isspace()


def _classified(classifier: _Classifier, text: str, targets: list[Span]) -> list[Scores]:
    encoded = encode(text, targets, classifier.tokenizer)
    if len(encoded.ids) == MAX_TOKENS and len(targets) > 1:
        return [one for target in targets for one in _classified(classifier, text, [target])]
    feed = {"ids": np.array([encoded.ids], np.int64), "targets": np.array([encoded.targets], np.float32)}
    logits = classifier.session.run(None, feed)[0][0].astype(np.float64) / classifier.temperature
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    chances = powers / powers.sum(axis=1, keepdims=True)
    return [(negative, neutral, positive) for negative, neutral, positive in chances.round(4).tolist()]


@cache
def _load() -> _Classifier:
    """The classifier, on one thread, so that it gives the same bytes wherever it runs."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(WEIGHTS / "sentiment.onnx", options, providers=["CPUExecutionProvider"])
    settings = json.loads((WEIGHTS / "sentiment.json").read_text(encoding="utf-8"))
    tokenizer = Tokenizer.from_file(str(WEIGHTS / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return _Classifier(session, tokenizer, settings["temperature"])
