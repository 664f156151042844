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
Odds = tuple[float, ...]  # log-odds of each side, relative to none
HARDLY = 0.05  # chance of a stance by the evidence alone below which the encoder is not asked
SIDES = {"word": ("own",), "open": ("against", "for")}  # a word gives the sign, or it is open


class Verdict(NamedTuple):
    """A sign, 1 for and -1 against, and its chance."""

    sign: int
    chance: float


def judged(evidence: list[Features], signs: list[int], questions: list[Question], ask: Ask | None) -> list[Verdict]:
    """A verdict on each candidate: by its evidence and the encoder, or by its evidence alone if `ask` is None.

    `signs` are those that a word gives, 0 where it is open: grammar knows better than the encoder what is denied.
    """
    models = ["word" if sign else "open" for sign in signs]
    found = [odds(model, "evidence", features) for model, features in zip(models, evidence, strict=True)]
    if ask is not None:
        likely = [n for n, one in enumerate(found) if sum(chances(one)) >= HARDLY]
        answers = ask([questions[n] for n in likely])
        for n, answer in zip(likely, answers, strict=True):
            found[n] = odds(models[n], "both", both_say(signs[n], found[n], answer, evidence[n]))
    return [_verdict(sign, chances(one)) for sign, one in zip(signs, found, strict=True)]


def both_say(sign: int, said: Odds, answer: Logits, evidence: Features) -> Features:
    """What evidence and encoder say, as features; where a word is denied, grammar alone is asked."""
    against, in_favour = answer[0] - answer[1], answer[2] - answer[1]
    if not sign:
        return {"against": said[0], "for": said[1], "reads against": against, "reads for": in_favour}
    own, other = (in_favour, against) if sign > 0 else (against, in_favour)
    if evidence.get("denied"):
        return {"own": said[0], "denied": 1.0}
    return {"own": said[0], "reads own": own, "reads other": other}


def odds(model: str, step: str, features: Features) -> Odds:
    """Log-odds of each side; a feature without a weight says nothing."""
    sides = [_weights()[model, step, side] for side in SIDES[model]]
    return tuple(
        weights["intercept"] + sum(weights.get(name, 0.0) * value for name, value in features.items())
        for weights in sides
    )


def chances(said: Odds) -> list[float]:
    """The chance of each side."""
    powers = [exp(min(one, 30.0)) for one in said]
    return [power / (1 + sum(powers)) for power in powers]


def _verdict(sign: int, found: list[float]) -> Verdict:
    if sign:
        return Verdict(sign, found[0])
    against, in_favour = found
    return Verdict(1, in_favour) if in_favour > against else Verdict(-1, against)


@cache
def _weights() -> dict[tuple[str, str, str], dict[str, float]]:
    """Weights by model, step and side, relative to none."""
    found: dict[tuple[str, str, str], dict[str, float]] = {}
    for row in rows("judge_weights"):
        found.setdefault((row["model"], row["step"], row["side"]), {})[row["feature"]] = float(row["weight"])
    return found
