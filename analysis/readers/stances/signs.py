"""The sign of a stance, weighed from what tells it: a frame, the article elsewhere, camps, tone, a model.

Method: what speaks for two being a pair, and for a sign, is added up and made a chance (logistic). The weights stand
in `lexicons/stance_weights.csv`, set by hand; the product of the two chances is the confidence of a row, where what
speaks for the sentence being evidence (`evidence`) is added to the first if no word gives the sign.
"""

from collections.abc import Callable, Sequence
from functools import cache
from math import exp

from analysis.lexicon import rows
from analysis.readers.actors import Scene
from analysis.readers.stances.features import Known
from analysis.readers.stances.pairs import SURE, Candidate

Sentiment = Callable[[Sequence[tuple[str, int, int]]], list[tuple[float, float, float]]]
LIKELY = 0.35  # chance of being a pair from which on a sign is asked for
SETTLED = 0.4  # doubt about a sign, from 0 to 1, that needs no model
READ = 0.45  # of an article's words, that the model reads at most
SHORT = 100  # words that it may read of any text
OPEN = 0.6  # log odds of a sign within which it stays open, and no row is written
OUTVOTED = -0.5  # log odds of a frame's sign at which all else speaks against it
DOUBTED = 0.6  # how sure the sign of a frame is where much speaks against it


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


def first_guess(features: dict[str, float]) -> float:
    """The first guess of a sign, from -1 to 1."""
    return 2 * chance("first sign", features) - 1


def settle(scene: Scene, found: list[Candidate], sentiment: Sentiment | None) -> list[Candidate]:
    """Candidates with sign and confidence (`strength`) weighed.

    Frames keep their signs, unless the rest of the article speaks against them; others whose sign stays open, or who
    are hardly a pair, are left out.
    """
    told = Known(scene, found)
    settled = [one for one in found if one.rule in SURE and one.sign == 0]
    weighed = [one for one in found if one.rule not in SURE or one.sign]
    pairs = [told.pair_features(one) for one in weighed]
    chances = [chance("pair", features) for features in pairs]
    signs = [told.sign_features(one) for one in weighed]
    if sentiment:
        for n, (negative, neutral, positive) in _read(scene, weighed, chances, signs, sentiment).items():
            signs[n]["model"] = positive - negative
            pairs[n]["model neutral"] = neutral
    guesses = [first_guess(features) for features in signs]
    told.lean(weighed, signs, guesses)
    for one, pair, likely, features, guess in zip(weighed, pairs, chances, signs, guesses, strict=True):
        odds = log_odds("sign", features | told.balance(one, features, guess))
        sure = one.rule in SURE
        if (sure and odds * one.sign > OUTVOTED) or (not sure and likely >= LIKELY and abs(odds) >= OPEN):
            sign = one.sign if sure else 1 if odds > 0 else -1
            shown = log_odds("pair", pair) + (0.0 if sure else log_odds("evidence", pair))
            settled.append(one._replace(sign=sign, strength=logistic(shown) * max(DOUBTED, logistic(odds * sign))))
    return settled


def _read(
    scene: Scene,
    found: list[Candidate],
    chances: list[float],
    signs: list[dict[str, float]],
    sentiment: Sentiment,
) -> dict[int, tuple[float, float, float]]:
    """Chances of blame, neither, praise by the model, in the sentences with the likeliest pairs whose sign is open."""
    gain: dict[int, float] = {}
    for one, pair, features in zip(found, chances, signs, strict=True):
        doubt = 1 - abs(first_guess(features))
        if one.rule not in SURE and pair >= LIKELY and doubt > SETTLED:
            gain[one.target_token.sent] = gain.get(one.target_token.sent, 0.0) + pair * doubt
    read = _worth_reading(scene, gain)
    places: dict[tuple[str, int, int], list[int]] = {}
    for n, one in enumerate(found):
        if one.target_token.sent in read:
            places.setdefault(_item(scene, one), []).append(n)
    scores = sentiment(list(places)) if places else []
    return {n: score for score, item in zip(scores, places, strict=True) for n in places[item]}


def _worth_reading(scene: Scene, gain: dict[int, float]) -> set[int]:
    """The sentences with the most to gain, as many as the model may read."""
    read: set[int] = set()
    room = max(SHORT, READ * len(scene.parse.tokens))
    for sent in sorted(gain, key=lambda sent: (-gain[sent], sent)):
        size = len(scene.parse.sentences[sent].tokens)
        if size <= room:
            read.add(sent)
            room -= size
    return read


def _item(scene: Scene, one: Candidate) -> tuple[str, int, int]:
    start, end = scene.parse.sentences[one.target_token.sent].span
    return scene.article.text[start:end], one.target_token.start - start, one.target_token.end - start
