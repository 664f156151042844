"""Whether a candidate is a stance, and which: the chances of against, none and for.

Method: multinomial logistic regression over what grammar and word lists tell (`evidence`), and then over that and what
the encoder says of the sentence. The weights (`lexicons/judge_weights.csv`) are fitted to the open gold set
(`training/train_judge.py`), so that the chance is the share of such rows that a careful reader signs.
"""

from collections.abc import Callable, Sequence
from functools import cache
from math import exp
from typing import NamedTuple

from analysis.lexicon import rows
from analysis.readers.stances.encoder import Logits, Question
from analysis.readers.stances.evidence import Features

Ask = Callable[[Sequence[Question]], list[Logits]]
HARDLY = 0.08  # chance of a stance by the evidence alone below which the encoder is not asked
SIGNS = {"against": -1, "for": 1}


class Verdict(NamedTuple):
    """The likelier sign, 1 for and -1 against, and its chance."""

    sign: int
    chance: float


def judged(evidence: list[Features], questions: list[Question], ask: Ask | None) -> list[Verdict]:
    """A verdict on each candidate: by its evidence and the encoder, or by its evidence alone if `ask` is None."""
    verdicts = [verdict("evidence", features) for features in evidence]
    if ask is None:
        return verdicts
    likely = [n for n, features in enumerate(evidence) if 1 - none("evidence", features) >= HARDLY]
    answers = ask([questions[n] for n in likely])
    for n, answer in zip(likely, answers, strict=True):
        verdicts[n] = verdict("judge", evidence[n] | with_answer(answer))
    return verdicts


def with_answer(answer: Logits) -> Features:
    """What the encoder says, as features."""
    against, neither, in_favour = answer
    return {"reads against": against - neither, "reads for": in_favour - neither}


def verdict(model: str, features: Features) -> Verdict:
    """The likelier of for and against."""
    chances = _chances(model, features)
    side = max(SIGNS, key=chances.__getitem__)
    return Verdict(SIGNS[side], chances[side])


def none(model: str, features: Features) -> float:
    """The chance that there is no stance."""
    return 1 - sum(_chances(model, features).values())


def _chances(model: str, features: Features) -> dict[str, float]:
    """The chances of against and for; a feature without a weight says nothing."""
    powers = {}
    for side in SIGNS:
        weights = _weights()[model, side]
        powers[side] = exp(weights["intercept"] + sum(weights.get(name, 0.0) * x for name, x in features.items()))
    total = 1 + sum(powers.values())
    return {side: power / total for side, power in powers.items()}


@cache
def _weights() -> dict[tuple[str, str], dict[str, float]]:
    """Weights by model and side, relative to none."""
    found: dict[tuple[str, str], dict[str, float]] = {}
    for row in rows("judge_weights"):
        found.setdefault((row["model"], row["side"]), {})[row["feature"]] = float(row["weight"])
    return found
