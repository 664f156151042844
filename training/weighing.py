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

SIDES = {"against": 0, "for": 2}
FEWEST = 5  # candidates that a feature must have
FOLDS = 5
RIDGE = 0.01
FLATTEST = 0.3  # least spread that a feature is taken to have, so that a rare one is not trusted more
OF_SENTENCES = "sentence alone"  # a candidate of a sentence without its article: known while fitting, never at run time


class Judged(NamedTuple):
    """Candidates by row of candidates.csv: features by name, groups and labels (0 against, 1 none, 2 for)."""

    rows: np.ndarray
    features: list[dict[str, float]]
    groups: np.ndarray
    labels: np.ndarray

    def take(self, kept: np.ndarray) -> "Judged":
        """Those at some places."""
        return Judged(self.rows[kept], [self.features[k] for k in kept], self.groups[kept], self.labels[kept])


class Weights(NamedTuple):
    """Names of features, and for each a weight towards against and towards for; the first is the intercept."""

    names: list[str]
    values: np.ndarray

    def odds(self, features: list[dict[str, float]]) -> np.ndarray:
        """Log-odds of against and of for, each relative to none."""
        rows = [[1.0, *(one.get(name, 0.0) for name in self.names[1:])] for one in features]
        return np.array(rows) @ self.values


def read_evidence(path: Path, labels: np.ndarray) -> Judged:
    """What `evidence.py` wrote; who met or talked is no candidate."""
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    lines = [one for one in lines if "signed_rule=deeds+0" not in one["features"]]
    rows = np.array([one["row"] for one in lines])
    return Judged(rows, [one["features"] for one in lines], np.array([one["group"] for one in lines]), labels[rows])


def fitted(features: list[dict[str, float]], labels: np.ndarray, ridge: float = RIDGE) -> Weights:
    """Multinomial logistic regression with a ridge; weights of the features as they are, relative to none."""
    vectors = DictVectorizer(sparse=False)
    x = vectors.fit_transform(features)
    kept = (x != 0).sum(axis=0) >= FEWEST
    spread = np.maximum(x[:, kept].std(axis=0), FLATTEST)
    model = LogisticRegression(C=ridge, max_iter=5000).fit(x[:, kept] / spread, labels)
    values = np.column_stack([model.intercept_, model.coef_ / spread])
    values = np.column_stack([values[side] - values[1] for side in SIDES.values()])
    return Weights(["intercept", *np.array(vectors.feature_names_)[kept]], values.round(3))


def out_of_fold(judged: Judged) -> np.ndarray:
    """Log-odds of each candidate by weights that do not know its group."""
    odds = np.zeros((len(judged.labels), 2))
    for known, rest in GroupKFold(FOLDS).split(judged.rows, groups=judged.groups):
        odds[rest] = fitted(judged.take(known).features, judged.labels[known]).odds(judged.take(rest).features)
    return odds


def both(odds: np.ndarray, answers: np.ndarray, alone: np.ndarray) -> list[dict[str, float]]:
    """The features of the last step: what evidence and encoder say of against and of for."""
    names = ("evidence against", "evidence for", "reads against", "reads for", OF_SENTENCES)
    reads = answers[:, [0, 2]] - answers[:, [1]]
    return [dict(zip(names, map(float, row), strict=True)) for row in np.column_stack([odds, reads, alone])]


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
