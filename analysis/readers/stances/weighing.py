"""Features times the weights of `lexicons/stance_weights.csv`, added up and made a chance (logistic)."""

from functools import cache
from math import exp

from analysis.lexicon import rows


def chance(model: str, features: dict[str, float]) -> float:
    """The chance that the weighted features come to."""
    return logistic(log_odds(model, features))


def log_odds(model: str, features: dict[str, float]) -> float:
    """The weighted sum of features; one without a weight counts nothing."""
    weights = _weights(model)
    return sum(weights.get(name, 0.0) * value for name, value in features.items())


@cache
def _weights(model: str) -> dict[str, float]:
    return {row["feature"]: float(row["weight"]) for row in rows("stance_weights") if row["model"] == model}


def logistic(x: float) -> float:
    """The chance that log odds come to."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, x))))


def clip(value: float) -> float:
    """A sum of signs, within -2 and 2, so that no one feature outweighs all others."""
    return float(max(-2, min(2, value)))
