"""What evidence and encoder weigh: logistic regression, and how right its chances are.

Weights are relative to none. The evidence's are fitted to all candidates but those of the test; what evidence and
encoder say is weighed against each other on candidates that the encoder was not trained on, the evidence's word there
being that of weights which do not know the candidate's article either.
"""

import json
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from analysis.readers.stances.judge import SIDES, both_say, read_sign

OF = {"against": 0, "for": 2, "own": 2}  # labels of sides
FEWEST = 5  # candidates that a feature must have
FOLDS = 5
RIDGE = 0.01
NEVER = -6.0  # log-odds of the side that is not weighed
FLATTEST = 0.3  # least spread that a feature is taken to have, so that a rare one is not trusted more
# The sentences alone are from political news, where stances are common; the whole articles from Wikinews, where they
# are rare. While fitting it is known which is which. What users read is taken to lie half way where a word gives the
# sign; where it is open, it is as rare in whole articles of political news as in those of Wikinews.
OF_SENTENCES, OF_USERS = "sentence alone", {"word": 0.5, "open": 0.0}


class Judged(NamedTuple):
    """Candidates of a model by row of candidates.csv: signs, features by name, groups, and labels.

    Labels are 0 against, 1 none, 2 for, where the sign is open; 1 no, 2 yes, where a word gives it.
    """

    model: str
    rows: np.ndarray
    signs: np.ndarray
    features: list[dict[str, float]]
    groups: np.ndarray
    labels: np.ndarray

    def take(self, kept: np.ndarray) -> "Judged":
        """Those at some places."""
        features = [self.features[k] for k in kept]
        return Judged(self.model, self.rows[kept], self.signs[kept], features, self.groups[kept], self.labels[kept])


class Weights(NamedTuple):
    """Names of features, and for each a weight towards against and towards for; the first is the intercept."""

    names: list[str]
    values: np.ndarray

    def odds(self, features: list[dict[str, float]]) -> np.ndarray:
        """Log-odds of against and of for, each relative to none."""
        rows = [[1.0, *(one.get(name, 0.0) for name in self.names[1:])] for one in features]
        return np.array(rows) @ self.values


def read_evidence(path: Path, labels: np.ndarray) -> list[Judged]:
    """What `evidence.py` wrote: the candidates whose sign a word gives, and those whose sign is open."""
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    models = ("word", "open")
    return [
        _judged(model, [one for one in lines if bool(one["sign"]) == (model == "word")], labels) for model in models
    ]


def _judged(model: str, lines: list[dict], labels: np.ndarray) -> Judged:
    rows, signs, groups = (np.array([one[name] for one in lines]) for name in ("row", "sign", "group"))
    found = labels[rows]
    if model == "word":
        found = np.where(found == signs + 1, 2, 1)
    return Judged(model, rows, signs, [one["features"] for one in lines], groups, found)


def fitted(model: str, features: list[dict[str, float]], labels: np.ndarray, ridge: float = RIDGE) -> Weights:
    """Logistic regression with a ridge; weights of the features as they are, relative to none."""
    vectors = DictVectorizer(sparse=False)
    x = vectors.fit_transform(features)
    kept = (x != 0).sum(axis=0) >= FEWEST
    spread = np.maximum(x[:, kept].std(axis=0), FLATTEST)
    found = LogisticRegression(C=ridge, max_iter=5000).fit(x[:, kept] / spread, labels)
    values = np.column_stack([found.intercept_, found.coef_ / spread])
    if len(found.classes_) > 2:
        values = np.array([values[OF[side]] - values[1] for side in SIDES["evidence"][model]])
    return Weights(["intercept", *np.array(vectors.feature_names_)[kept]], values.T.round(3))


def out_of_fold(judged: Judged) -> np.ndarray:
    """Log-odds of each candidate by weights that do not know its group."""
    odds = np.zeros((len(judged.labels), len(SIDES["evidence"][judged.model])))
    for known, rest in GroupKFold(FOLDS).split(judged.rows, groups=judged.groups):
        weights = fitted(judged.model, judged.take(known).features, judged.labels[known])
        odds[rest] = weights.odds(judged.take(rest).features)
    return odds


def with_signs(judged: Judged, answers: np.ndarray) -> Judged:
    """The candidates with the sign weighed last: a word's, else the encoder's; labels are yes (2) and no (1)."""
    if judged.model == "word":
        return judged
    signs = np.array([read_sign(tuple(answer)) for answer in answers])
    return judged._replace(signs=signs, labels=np.where(judged.labels == signs + 1, 2, 1))


def both(judged: Judged, odds: np.ndarray, answers: np.ndarray, alone: np.ndarray) -> list[dict[str, float]]:
    """The features of the last step, as `judge.py` has them, and whether a sentence stands alone."""
    return [
        both_say(sign, tuple(said), tuple(answer), features) | ({OF_SENTENCES: 1.0} if lonely else {})
        for sign, said, answer, features, lonely in zip(
            judged.signs.tolist(), odds.tolist(), answers.tolist(), judged.features, alone, strict=True
        )
    ]


def for_use(weights: Weights, model: str) -> Weights:
    """Weights that do not know whether a sentence stands alone; for and against in the proportion of political news."""
    values = weights.values.copy()
    place = weights.names.index(OF_SENTENCES)
    shift = values[place].mean()
    values[0] += OF_USERS[model] * shift + (values[place] - shift)
    return Weights([*weights.names[:place], *weights.names[place + 1 :]], np.delete(values, place, axis=0))


def by_side(odds: np.ndarray, signs: np.ndarray) -> np.ndarray:
    """Log-odds of against and of for; of one sign alone, the other is impossible."""
    if odds.shape[1] == 2:
        return odds
    own, never = odds[:, 0], np.full(len(odds), NEVER)
    return np.column_stack([np.where(signs < 0, own, never), np.where(signs > 0, own, never)])


def chances(odds: np.ndarray) -> np.ndarray:
    """Chances of against, none and for."""
    powers = np.exp(np.column_stack([odds[:, 0], np.zeros(len(odds)), odds[:, 1]]))
    return powers / powers.sum(axis=1, keepdims=True)


def curve(odds: np.ndarray, labels: np.ndarray) -> str:
    """Loss, and how many rows may be shown, and of all stances how many are, at some shares right."""
    p = chances(odds)
    side = np.where(p[:, 2] > p[:, 0], 2, 0)
    sure, right = p[range(len(p)), side], side == labels
    order = np.argsort(-sure, kind="stable")
    share = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    loss = -np.log(p[range(len(p)), labels]).mean()
    cells = [f"{len(labels)} candidates, {(labels != 1).sum()} stances, loss {loss:.3f}"]
    for least in (0.8, 0.72, 0.6, 0.5):
        n = int(np.flatnonzero(share >= least)[-1]) + 1 if (share >= least).any() else 0
        found = right[order][:n].sum() / max(1, (labels != 1).sum())
        cells.append(
            f"{least:.2f} right: {n} rows, {found:.2f} of stances" + (f", from {sure[order][n - 1]:.2f}" if n else "")
        )
    return "; ".join(cells)


def calibration(
    odds: np.ndarray, labels: np.ndarray, bins: tuple[float, ...] = (0.15, 0.3, 0.45, 0.6, 0.75, 1.01)
) -> str:
    """Chance said and share right, by bin."""
    p = chances(odds)
    side = np.where(p[:, 2] > p[:, 0], 2, 0)
    sure, right = p[range(len(p)), side], side == labels
    cells = []
    for low, high in pairwise(bins):
        part = (sure >= low) & (sure < high)
        if part.any():
            means = f"said {sure[part].mean():.2f}, right {right[part].mean():.2f}"
            cells.append(f"{low:.2f}-{min(high, 1):.2f}: {part.sum()} rows, {means}")
    return "; ".join(cells)
