"""The sign of a stance, weighed from what tells it: a frame, the article elsewhere, camps, tone, a model.

Method: what speaks for two being a pair, and for a sign, is added up and made a chance (logistic). The weights stand
in `lexicons/stance_weights.csv`, set by hand; the product of the two chances is the confidence of a row.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from math import log
from statistics import fmean

from analysis.coreference.scene import Scene
from analysis.stances.camps import camps, rivalry
from analysis.stances.candidates import Candidate
from analysis.stances.ties import ties
from analysis.stances.weighing import chance, clip, log_odds, logistic

Sentiment = Callable[[Sequence[tuple[str, int, int]]], list[tuple[float, float, float]]]
Pair = tuple[str, str]
SURE = frozenset({"frame", "description"})
LIKELY = 0.35  # chance of being a pair from which on a sign is asked for
SETTLED = 0.4  # doubt about a sign, from 0 to 1, that needs no model
READ = 0.45  # of an article's words, that the model reads at most
SHORT = 100  # words that it may read of any text
OPEN = 0.6  # log odds of a sign within which it stays open, and no row is written
OUTVOTED = -0.5  # log odds of a frame's sign at which all else speaks against it
DOUBTED = 0.6  # how sure the sign of a frame is where much speaks against it


def settle(scene: Scene, found: list[Candidate], sentiment: Sentiment | None) -> list[Candidate]:
    """Candidates with sign and confidence (`strength`) weighed.

    Frames keep their signs, unless the rest of the article speaks against them; others whose sign stays open, or who
    are hardly a pair, are left out.
    """
    told = Known(scene, found)
    settled = [one for one in found if one.rule in SURE and one.sign == 0]
    weighed = [one for one in found if one.rule not in SURE or one.sign]
    chances = [chance("pair", told.pair_features(one)) for one in weighed]
    signs = [told.sign_features(one) for one in weighed]
    if sentiment:
        for n, lean in _leans(scene, weighed, chances, signs, sentiment).items():
            signs[n]["model"] = lean
    told.lean(weighed, signs)
    for one, pair, features in zip(weighed, chances, signs, strict=True):
        odds = log_odds("sign", features | told.balance(one, features))
        sure = one.rule in SURE
        if (sure and odds * one.sign > OUTVOTED) or (not sure and pair >= LIKELY and abs(odds) >= OPEN):
            sign = one.sign if sure else 1 if odds > 0 else -1
            settled.append(one._replace(sign=sign, strength=pair * max(DOUBTED, logistic(odds * sign))))
    return settled


class Known:
    """What the article as a whole tells of a pair."""

    def __init__(self, scene: Scene, found: list[Candidate]) -> None:
        self.scene = scene
        self.ties = ties(scene)
        self.camp = camps(scene, self.ties)
        self.counts = Counter(mention.entity_id for mention in scene.mentions)
        title = scene.article.headline
        self.title = {scene.at.get(token.i) for token in scene.tokens_of(*title)} if title else set()
        self.pairs: Counter[Pair] = Counter()
        self.signs: Counter[Pair] = Counter()
        self.on: Counter[str] = Counter()
        self.guess: dict[Pair, float] = {}
        self.asked: dict[str, dict[int, float]] = {}
        self.between: dict[Pair, dict[int, float]] = {}
        self.views: dict[str, dict[str, float]] = {}
        self.own = {(role.entity_id, role.of_id) for role in scene.roles}
        for pair, _ in {(one[:2], one.target_token.sent): None for one in found}:
            self.pairs[pair] += 1
        for one in found:
            if one.rule in SURE:
                self.signs[one.holder, one.target] += one.sign
                self.on[one.target] += one.sign

    def lean(self, found: list[Candidate], signs: list[dict[str, float]]) -> None:
        """Take in a first guess of every sign, once a sentence, so that a pair can be seen among all others."""
        first: dict[tuple[Pair, int], float] = {}
        for one, features in zip(found, signs, strict=True):
            first.setdefault((one[:2], one.target_token.sent), _first(features))
            if "model" in features:
                self.asked.setdefault(one.target, {})[one.target_token.sent] = features["model"]
                self.between.setdefault(one[:2], {})[one.target_token.sent] = features["model"]
        for (pair, _), guess in first.items():
            self.guess[pair] = self.guess.get(pair, 0.0) + guess
        for (holder, target), guess in self.guess.items():
            self.views.setdefault(holder, {})[target] = max(-1.0, min(1.0, guess))

    def balance(self, one: Candidate, features: dict[str, float]) -> dict[str, float]:
        """What is said of the pair elsewhere, and what friends and foes think: a friend's friend, a foe's foe.

        That a thing goes badly says little of who is against it, so the model's blame of issues is weighed apart.
        """
        mine, theirs = self.views.get(one.holder, {}), self.views.get(one.target, {})
        through = sum(
            sign * self.views[middle].get(one.target, 0.0) for middle, sign in mine.items() if middle in self.views
        )
        elsewhere = [lean for sent, lean in self.asked.get(one.target, {}).items() if sent != one.target_token.sent]
        return {
            "rest": clip(self.guess.get(one[:2], 0.0) - _first(features)),
            "back": clip(theirs.get(one.holder, 0.0)),
            "through": clip(through),
            "line": clip(self._line(one)),
            "alike": clip(sum(sign * theirs[third] for third, sign in mine.items() if third in theirs)),
            "model elsewhere": fmean(elsewhere or [0.0]),
            "blame of issue": min(0.0, features.get("model", 0.0)) * features["issue"] * (one.rule not in SURE),
            "model on pair": fmean(self.between.get(one[:2], {0: 0.0}).values()),
        }

    def _line(self, one: Candidate) -> float:
        """What the holder's camp thinks of the target, and the other camp does not."""
        mine = self.camp.get(one.holder)
        return sum(
            rivalry(mine, self.camp.get(other)) * views.get(one.target, 0.0)
            for other, views in self.views.items()
            if other != one.holder and mine
        )

    def sign_features(self, one: Candidate) -> dict[str, float]:
        """What speaks for support (above 0) or against (below)."""
        sure = one.rule in SURE
        mine, theirs = self.camp.get(one.holder), self.camp.get(one.target)
        said = self.signs[one.holder, one.target]
        return {
            "bias": 1.0,
            "frame": one.sign * one.strength if sure else 0.0,
            "near": 0.0 if sure else clip(one.near),
            "around": 0.0 if sure else clip(one.around),
            "judged": one.judged,
            "elsewhere": clip(said - one.sign if sure else said),
            "return": clip(self.signs[one.target, one.holder]),
            "others": clip(self.on[one.target] - said),
            "camp": float(max(0, rivalry(mine, theirs))),
            "rival": float(min(0, rivalry(mine, theirs))),
            "own": float(self._belongs(one)),
            "tie": float(self.ties.get(one.holder) == one.target),
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
        kind = self.scene.entities[one.target].kind
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
            "own": float(self._belongs(one)),
            "camp": float(bool(self.camp.get(one.holder) and self.camp.get(one.target))),
            "subject": float(one.target_token.dep in ("nsubj", "nsubjpass")),
            "object": float(one.target_token.dep in ("dobj", "nsubjpass")),
        }


def _leans(
    scene: Scene,
    found: list[Candidate],
    chances: list[float],
    signs: list[dict[str, float]],
    sentiment: Sentiment,
) -> dict[int, float]:
    """By how much the model prefers praise to blame, in the sentences with the likeliest pairs whose sign is open."""
    gain: dict[int, float] = {}
    for one, pair, features in zip(found, chances, signs, strict=True):
        doubt = 1 - abs(_first(features))
        if one.rule not in SURE and pair >= LIKELY and doubt > SETTLED:
            gain[one.target_token.sent] = gain.get(one.target_token.sent, 0.0) + pair * doubt
    read: set[int] = set()
    room = max(SHORT, READ * len(scene.parse.tokens))
    for sent in sorted(gain, key=lambda sent: (-gain[sent], sent)):
        size = len(scene.parse.sentences[sent].tokens)
        if size <= room:
            read.add(sent)
            room -= size
    places: dict[tuple[str, int, int], list[int]] = {}
    for n, one in enumerate(found):
        if one.target_token.sent in read:
            places.setdefault(_item(scene, one), []).append(n)
    scores = sentiment(list(places)) if places else []
    return {
        n: positive - negative
        for (negative, _, positive), item in zip(scores, places, strict=True)
        for n in places[item]
    }


def _first(features: dict[str, float]) -> float:
    """The first guess of a sign, from -1 to 1."""
    return 2 * chance("first sign", features) - 1


def _item(scene: Scene, one: Candidate) -> tuple[str, int, int]:
    start, end = scene.parse.sentences[one.target_token.sent].span
    return scene.article.text[start:end], one.target_token.start - start, one.target_token.end - start
