"""What an article as a whole tells of a pair of holder and target: the features that its sign is weighed by."""

from collections import Counter
from math import log
from statistics import fmean

from analysis.grammar.tokens import Token
from analysis.lexicon import words
from analysis.readers.actors import Scene
from analysis.readers.stances.affiliation import camps, rivalry, ties
from analysis.readers.stances.pairs import SURE, Candidate

Pair = tuple[str, str]


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

    def lean(self, found: list[Candidate], signs: list[dict[str, float]], guesses: list[float]) -> None:
        """Take in a first guess of every sign, once a sentence, so that a pair can be seen among all others."""
        first: dict[tuple[Pair, int], float] = {}
        for one, features, guess in zip(found, signs, guesses, strict=True):
            first.setdefault((one[:2], one.target_token.sent), guess)
            if "model" in features:
                self.asked.setdefault(one.target, {})[one.target_token.sent] = features["model"]
                self.between.setdefault(one[:2], {})[one.target_token.sent] = features["model"]
        for (pair, _), guess in first.items():
            self.guess[pair] = self.guess.get(pair, 0.0) + guess
        for (holder, target), guess in self.guess.items():
            self.views.setdefault(holder, {})[target] = max(-1.0, min(1.0, guess))

    def balance(self, one: Candidate, features: dict[str, float], guess: float) -> dict[str, float]:
        """What is said of the pair elsewhere, and what friends and foes think: a friend's friend, a foe's foe.

        That a thing goes badly says little of who is against it, so the model's blame of issues is weighed apart.
        """
        mine, theirs = self.views.get(one.holder, {}), self.views.get(one.target, {})
        through = sum(
            sign * self.views[middle].get(one.target, 0.0) for middle, sign in mine.items() if middle in self.views
        )
        elsewhere = [lean for sent, lean in self.asked.get(one.target, {}).items() if sent != one.target_token.sent]
        return {
            "rest": clip(self.guess.get(one[:2], 0.0) - guess),
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
        sure = one.rule in SURE
        said = abs(self.signs[one.holder, one.target]) - sure
        kind = self.scene.entities[one.target].kind
        return {
            "bias": 1.0,
            one.rule: 1.0,
            "strength": one.strength if sure else 0.0,
            "near": float(bool(one.near)),
            "around": float(bool(one.around)),
            "elsewhere": float(said > 0),
            "return": float(bool(self.signs[one.target, one.holder])),
            "repeated": log(max(1, self.pairs[one.holder, one.target])),
            "holder count": log(max(1, self.counts[one.holder])),
            "target count": log(max(1, self.counts[one.target])),
            "holder in headline": float(one.holder in self.title),
            "target in headline": float(one.target in self.title),
            "on " + kind: 1.0,
            "seldom judged": float(
                not sure and kind == "issue" and not one.judged and one.target_token.lemma in words("seldom_judged")
            ),
            "no words": float(not sure and _is_deed(one.cue)),
            "own": float(self._belongs(one)),
            "camp": float(bool(self.camp.get(one.holder) and self.camp.get(one.target))),
            "subject": float(one.target_token.dep in ("nsubj", "nsubjpass")),
            "object": float(one.target_token.dep in ("dobj", "nsubjpass")),
        }


def _is_deed(cue: Token) -> bool:
    """Whether a verb tells what somebody did, not what he said, thought or felt."""
    return cue.pos in ("VERB", "AUX") and cue.lemma not in words("cues", "lemma", pos="verb")


def clip(value: float) -> float:
    """A sum of signs, within -2 and 2, so that no one feature outweighs all others."""
    return float(max(-2, min(2, value)))
