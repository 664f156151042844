"""Sentiment towards a marked target in a sentence, by a small encoder that runs on onnxruntime.

Method: the target stands between two marker tokens in a segment of its own, and the classifier reads the first
token, the target's tokens and the whole sentence (target-dependent sentiment classification after Hamborg and
Donnay, "NewsMTSC", EACL 2021). Weights, data, licence and figures: `analysis/weights/MODEL_CARD.md`.
"""

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

WEIGHTS = Path(__file__).resolve().parent.parent / "weights"
MAX_TOKENS = 96
CLS, SEP, OPEN, CLOSE = "[CLS]", "[SEP]", "[unused1]", "[unused2]"
NOBODY = (0.0, 1.0, 0.0)

Item = tuple[str, int, int]
Scores = tuple[float, float, float]


class Encoded(NamedTuple):
    """Token ids of a sentence, and for each token 1 where it belongs to the marked target."""

    ids: list[int]
    target: list[int]


class _Classifier(NamedTuple):
    session: onnxruntime.InferenceSession
    tokenizer: Tokenizer
    temperature: float


def score_targets(items: Sequence[Item]) -> list[Scores]:
    """The chance that each sentence is negative, neutral and positive towards its target.

    An item is a text and the offsets of the target in it; the result is in the order of the items. The scores of
    an item depend on that item alone. An empty target or one outside its text is neutral. It does not say whose
    sentiment it is: the writer's, a speaker's or another actor's.
    """
    usable = [k for k, item in enumerate(items) if _is_usable(item)]
    scores = [NOBODY] * len(items)
    if not usable:
        return scores
    classifier = _load()
    encoded = encode([items[k] for k in usable], classifier.tokenizer)
    seen: dict[tuple[int, ...], Scores] = {}
    for k, one in zip(usable, encoded, strict=True):
        key = (*one.ids, -1, *one.target)
        if key not in seen:
            seen[key] = _classify(classifier, one)
        scores[k] = seen[key]
    return scores


def encode(items: Sequence[Item], tokenizer: Tokenizer, limit: int = MAX_TOKENS) -> list[Encoded]:
    """Each item as at most `limit` tokens: of a long sentence, those around the target."""
    pieces = [piece for text, start, end in items for piece in (text[:start], text[start:end], text[end:])]
    ids = [one.ids for one in tokenizer.encode_batch(pieces, add_special_tokens=False)]
    first, last, opening, closing = (tokenizer.token_to_id(token) for token in (CLS, SEP, OPEN, CLOSE))
    encoded = []
    for k in range(0, len(ids), 3):
        before, target, after = _window(ids[k], ids[k + 1], ids[k + 2], limit - 4)
        marked = [opening, *target, closing]
        tokens = [first, *before, *marked, *after, last]
        flags = [0] * (1 + len(before)) + [1] * len(marked) + [0] * (len(after) + 1)
        encoded.append(Encoded(tokens, flags))
    return encoded


def _window(before: list[int], target: list[int], after: list[int], room: int) -> tuple[list[int], ...]:
    """As much of the context as fits, half of it on each side unless one side needs less."""
    target = target[:room]
    room -= len(target)
    left = min(len(before), max(room // 2, room - len(after)))
    return before[len(before) - left :], target, after[: room - left]


def _is_usable(item: Item) -> bool:
    text, start, end = item
    return 0 <= start < end <= len(text) and not text[start:end].isspace()


def _classify(classifier: _Classifier, one: Encoded) -> Scores:
    feed = {"ids": np.array([one.ids], dtype=np.int64), "target": np.array([one.target], dtype=np.int64)}
    logits = classifier.session.run(None, feed)[0][0].astype(np.float64) / classifier.temperature
    powers = np.exp(logits - logits.max())
    negative, neutral, positive = (round(float(p), 4) for p in powers / powers.sum())
    return negative, neutral, positive


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
