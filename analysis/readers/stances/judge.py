"""Whether a candidate is a stance, and which: a sign, and the chance that it is right.

Method: logistic regression over what grammar and word lists tell (`evidence`), and then over that and what the encoder
says of the sentence. The weights (`lexicons/judge_weights.csv`) are fitted to the open gold set
(`training/train_judge.py`), so that the chance is the share of such rows that a careful reader signs.
"""

from collections.abc import Callable, Sequence
from math import exp
from typing import NamedTuple

from analysis.lexicon import weighed, weights
from analysis.readers.stances.encoder import Logits, Question
from analysis.readers.stances.evidence import Features

Ask = Callable[[Sequence[Question]], list[Logits]]
Odds = tuple[float, ...]  # log-odds of each side, relative to none
HARDLY = 0.05  # chance of a stance by the evidence alone below which the encoder is not asked
# A word gives the sign, or it is open: then the evidence weighs both sides, and the encoder chooses one.
SIDES = {"evidence": {"word": ("own",), "open": ("against", "for")}, "both": {"word": ("own",), "open": ("own",)}}


class Verdict(NamedTuple):
    """A sign, 1 for and -1 against, and its chance."""

    sign: int
    chance: float


def judged(evidence: list[Features], signs: list[int], questions: list[Question], ask: Ask | None) -> list[Verdict]:
    """A verdict on each candidate: by its evidence and the encoder, or by its evidence alone if `ask` is None.

    `signs` are those that a word gives, 0 where it is open: grammar knows better than the encoder what is denied.
    """
    models = ["word" if sign else "open" for sign in signs]
    said = [odds(model, "evidence", features) for model, features in zip(models, evidence, strict=True)]
    verdicts = [_verdict(sign, chances(one)) for sign, one in zip(signs, said, strict=True)]
    if ask is not None:
        likely = [n for n, one in enumerate(said) if sum(chances(one)) >= HARDLY]
        for n, answer in zip(likely, ask([questions[n] for n in likely]), strict=True):
            sign = signs[n] or read_sign(answer)
            verdicts[n] = _verdict(sign, chances(odds(models[n], "both", both_say(sign, said[n], answer, evidence[n]))))
    return verdicts


def read_sign(answer: Logits) -> int:
    """The sign that the encoder reads where no word gives one: it knows better than the evidence."""
    return 1 if answer[2] > answer[0] else -1


def both_say(sign: int, said: Odds, answer: Logits, evidence: Features) -> Features:
    """What evidence and encoder say of a sign, as features; where a word is denied, grammar alone is asked."""
    against, in_favour = answer[0] - answer[1], answer[2] - answer[1]
    own, other = (in_favour, against) if sign > 0 else (against, in_favour)
    if len(said) > 1:
        known = {"own": said[sign > 0], "other": said[sign < 0]}
    elif evidence.get("denied"):
        return {"own": said[0], "denied": 1.0}
    else:
        known = {"own": said[0]}
    return known | {"reads own": own, "reads other": other}


def odds(model: str, step: str, features: Features) -> Odds:
    """Log-odds of each side."""
    sides = [weights("judge_weights", model=model, step=step, side=side) for side in SIDES[step][model]]
    return tuple(known["intercept"] + weighed(features, known) for known in sides)


def chances(said: Odds) -> list[float]:
    """The chance of each side."""
    powers = [exp(min(one, 30.0)) for one in said]
    return [power / (1 + sum(powers)) for power in powers]


def _verdict(sign: int, found: list[float]) -> Verdict:
    if len(found) == 1:
        return Verdict(sign, found[0])
    against, in_favour = found
    return Verdict(1, in_favour) if in_favour > against else Verdict(-1, against)
