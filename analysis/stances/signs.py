"""The sign of a stance, weighed from what tells it: a frame, the article elsewhere, camps, tone, a model.

Method: two small logistic regressions, one for whether two are a pair at all and one for the sign; their weights
stand in `lexicons/stance_weights.csv`, so that the product of their chances is the confidence of a row.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from math import exp, log

from analysis.coreference.scene import Scene
from analysis.lexicon import rows
from analysis.stances.camps import camps
from analysis.stances.candidates import Candidate

Sentiment = Callable[[Sequence[tuple[str, int, int]]], list[tuple[float, float, float]]]
Pair = tuple[str, str]
SURE = frozenset({"frame", "description"})
LEAST = 0.24  # confidence below which a row is not worth a reader's time
MODEL_ITEMS = 5  # sentences of an article that the model may be asked about
UNSURE = 1.2  # log odds of a sign below which the model is asked


def settle(scene: Scene, found: list[Candidate], sentiment: Sentiment | None) -> list[Candidate]:
    """Candidates with sign and confidence (`strength`) weighed; those too doubtful are left out."""
    told = Known(scene, found)
    settled = [one for one in found if one.rule in SURE and one.sign == 0]
    weighed = [one for one in found if one.rule not in SURE or one.sign]
    chances = [chance("pair", told.pair_features(one)) for one in weighed]
    told.lean(weighed, [log_odds("first sign", told.sign_features(one)) for one in weighed])
    odds = [log_odds("sign", told.all_features(one)) for one in weighed]
    if sentiment:
        for n, lean in _leans(scene, weighed, chances, odds, sentiment).items():
            odds[n] += lean * _weights("sign").get("model", 0.0)
    for one, pair, sign in zip(weighed, chances, odds, strict=True):
        strength = pair * _logistic(abs(sign))
        if strength >= LEAST:
            settled.append(one._replace(sign=1 if sign > 0 else -1, strength=strength))
    return settled


class Known:
    """What the article as a whole tells of a pair."""

    def __init__(self, scene: Scene, found: list[Candidate]) -> None:
        self.scene = scene
        self.camp = camps(scene)
        self.counts = Counter(mention.entity_id for mention in scene.mentions)
        title = scene.article.headline
        self.title = {scene.at.get(token.i) for token in scene.tokens_of(*title)} if title else set()
        self.pairs: Counter[Pair] = Counter()
        self.signs: Counter[Pair] = Counter()
        self.on: Counter[str] = Counter()
        self.guess: dict[Pair, float] = {}
        self.views: dict[str, dict[str, float]] = {}
        self.own = {(role.entity_id, role.of_id) for role in scene.roles}
        for pair, _ in {(one[:2], one.target_token.sent): None for one in found}:
            self.pairs[pair] += 1
        for one in found:
            if one.rule in SURE:
                self.signs[one.holder, one.target] += one.sign
                self.on[one.target] += one.sign

    def lean(self, found: list[Candidate], odds: list[float]) -> None:
        """Take in a first guess of every sign, once a sentence, so that a pair can be seen among all others."""
        first: dict[tuple[Pair, int], float] = {}
        for one, odd in zip(found, odds, strict=True):
            first.setdefault(((one.holder, one.target), one.target_token.sent), 2 * _logistic(odd) - 1)
        for (pair, _), guess in first.items():
            self.guess[pair] = self.guess.get(pair, 0.0) + guess
        for (holder, target), guess in self.guess.items():
            self.views.setdefault(holder, {})[target] = max(-1.0, min(1.0, guess))

    def all_features(self, one: Candidate) -> dict[str, float]:
        """Those of the sign, and what friends, foes and others think (balance: a friend's friend, a foe's foe)."""
        mine, theirs = self.views.get(one.holder, {}), self.views.get(one.target, {})
        through = sum(
            sign * self.views[middle].get(one.target, 0.0) for middle, sign in mine.items() if middle in self.views
        )
        alike = sum(sign * theirs[third] for third, sign in mine.items() if third in theirs)
        own = 2 * _logistic(log_odds("first sign", self.sign_features(one))) - 1
        return self.sign_features(one) | {
            "rest": _clip(self.guess.get((one.holder, one.target), 0.0) - own),
            "back": _clip(theirs.get(one.holder, 0.0)),
            "through": _clip(through),
            "alike": _clip(alike),
        }

    def sign_features(self, one: Candidate) -> dict[str, float]:
        """What speaks for support (above 0) or against (below)."""
        sure = one.rule in SURE
        mine, theirs = self.camp.get(one.holder), self.camp.get(one.target)
        said = self.signs[one.holder, one.target]
        return {
            "bias": 1.0,
            "frame": one.sign * one.strength if sure else 0.0,
            "near": 0.0 if sure else _clip(one.near),
            "around": 0.0 if sure else _clip(one.around),
            "elsewhere": _clip(said - one.sign if sure else said),
            "return": _clip(self.signs[one.target, one.holder]),
            "others": _clip(self.on[one.target] - said),
            "camp": 0.0 if not (mine and theirs) else 1.0 if mine == theirs else -1.0,
            "own": float(self._belongs(one)),
            "issue": float(self.scene.entities[one.target].kind == "issue"),
            "content": float(one.rule == "content"),
        }

    def _belongs(self, one: Candidate) -> bool:
        """Whether the holder has a role in the target, or is of that country."""
        holder, target = self.scene.entities[one.holder], self.scene.entities[one.target]
        return (one.holder, one.target) in self.own or (
            target.kind == "country" and target.country is not None and holder.country == target.country
        )

    def pair_features(self, one: Candidate) -> dict[str, float]:
        """What speaks for there being a stance at all."""
        said = abs(self.signs[one.holder, one.target]) - (one.rule in SURE)
        kind, holder = self.scene.entities[one.target].kind, self.scene.entities[one.holder].kind
        return {
            "bias": 1.0,
            one.rule: 1.0,
            "strength": one.strength if one.rule in SURE else 0.0,
            "near": float(bool(one.near)),
            "elsewhere": float(said > 0),
            "return": float(bool(self.signs[one.target, one.holder])),
            "repeated": log(max(1, self.pairs[one.holder, one.target])),
            "holder count": log(max(1, self.counts[one.holder])),
            "target count": log(max(1, self.counts[one.target])),
            "holder in headline": float(one.holder in self.title),
            "target in headline": float(one.target in self.title),
            "on " + kind: 1.0,
            "by " + holder: 1.0,
            "own": float(self._belongs(one)),
            "camp": float(bool(self.camp.get(one.holder) and self.camp.get(one.target))),
            "subject": float(one.target_token.dep in ("nsubj", "nsubjpass")),
            "object": float(one.target_token.dep in ("dobj", "nsubjpass")),
        }


def chance(model: str, features: dict[str, float]) -> float:
    """The chance that a logistic regression gives."""
    return _logistic(log_odds(model, features))


def log_odds(model: str, features: dict[str, float]) -> float:
    """The weighted sum of features; one without a weight counts nothing."""
    weights = _weights(model)
    return sum(weights.get(name, 0.0) * value for name, value in features.items())


@cache
def _weights(model: str) -> dict[str, float]:
    return {row["feature"]: float(row["weight"]) for row in rows("stance_weights") if row["model"] == model}


def _logistic(x: float) -> float:
    return 1 / (1 + exp(-max(-30.0, min(30.0, x))))


def _clip(value: float) -> float:
    return float(max(-2, min(2, value)))


def _leans(
    scene: Scene, found: list[Candidate], chances: list[float], odds: list[float], sentiment: Sentiment
) -> dict[int, float]:
    """By how much the model prefers praise to blame, for the likeliest pairs whose sign is least sure."""
    open_ = [n for n, one in enumerate(found) if one.rule not in SURE and abs(odds[n]) < UNSURE]
    items: dict[tuple[str, int, int], list[int]] = {}
    for n in sorted((n for n in open_ if chances[n] > LEAST), key=lambda n: (-chances[n], n)):
        item = _item(scene, found[n])
        if item in items or len(items) < MODEL_ITEMS:
            items.setdefault(item, []).append(n)
    scores = sentiment(list(items)) if items else []
    return {
        n: positive - negative
        for (negative, _, positive), places in zip(scores, items.values(), strict=True)
        for n in places
    }


def _item(scene: Scene, one: Candidate) -> tuple[str, int, int]:
    start, end = scene.parse.sentences[one.target_token.sent].span
    return scene.article.text[start:end], one.target_token.start - start, one.target_token.end - start
