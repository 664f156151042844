"""Learn what a pronoun goes back to, and write analysis/lexicons/antecedent_weights.csv.

python training/train_pronouns.py [--gold data/gold] [--ridge 2] [--seed 7]

A conditional logit on the judged pronouns of the open gold set (`pronouns.csv`): of the phrases that the kit lets a
pronoun go back to, and nobody, the right one is to be the likeliest. While learning, the pronouns before it mean what
they were judged to mean. Figures are out of fold, each text's by weights that do not know it; those that are written
are learned on all. It takes a minute, and gives the same bytes each time.
"""

import argparse
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd
from evidence import GOLD, texts_of

from analysis.grammar.tokens import Parse
from analysis.model import load_model, parse_many
from analysis.readers.actors import Scene, by_name
from analysis.readers.actors.antecedents import JOINING, Candidate
from analysis.readers.actors.pronouns import resolve_pronouns
from analysis.readers.actors.pronouns.chances import Asked, Features, features_of, name_of, nobody
from analysis.readers.names import find_names
from analysis.readers.quotations import find_quotations
from analysis.records import Article, Span

WEIGHTS = GOLD.parent.parent / "analysis" / "lexicons" / "antecedent_weights.csv"
FEWEST = 8  # phrases that a feature must have
FOLDS = 8
LEAST = 0.1  # weights below say next to nothing, and are left out
LINES = (0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
ROUNDS, STEPS, RATE = 4, 250, 0.05


class Choice(NamedTuple):
    """A judged pronoun: the features of each bearer's phrases, nobody last, and which of them are right."""

    text: str
    form: str
    bearers: list[list[Features]]
    right: list[bool]
    named: list[bool]


def choices_of(article: Article, parse: Parse, judged: dict[int, Span | None]) -> Iterator[Choice]:
    """The judged pronouns of a text, by where they begin, each with its antecedent."""
    names = find_names(article, parse)
    scene, found = by_name(article, parse, names), []

    def choose(asked: Asked) -> tuple[Candidate, float] | None:
        if asked.token.start not in judged:
            return None
        meant = judged[asked.token.start]
        right = [one for one in asked.options if meant is not None and _is_meant(scene, one, meant)]
        bearers: dict[str, list[Candidate]] = {}
        for one in sorted(asked.options, key=lambda one: one.token.i):
            bearers.setdefault(name_of(one), []).append(one)
        features = [[features_of(asked, one) for one in those] for those in bearers.values()]
        meant = {name_of(one) for one in right}
        named = [bool(those[0].key) for those in bearers.values()]
        is_right = [name in meant for name in bearers]
        found.append(
            Choice(
                article.article_id, asked.form, [*features, [nobody(asked)]], [*is_right, not meant], [*named, False]
            )
        )
        return (max(right, key=lambda one: (bool(one.key), one.token.i)), 1.0) if right else None

    resolve_pronouns(scene, find_quotations(article, parse, names), choose)
    yield from found


def _is_meant(scene: Scene, one: Candidate, meant: Span) -> bool:
    """Whether a phrase means what stands at an antecedent: the same entity, the same noun, those named together."""
    tokens = scene.tokens_of(*meant)
    if any(token.lower in JOINING for token in tokens):
        return one.kind == "several" and one.token in tokens
    at = scene.at.get(tokens[0].i, "")
    return one.origin is tokens[0] or (bool(one.key) and one.key == at)


def read_choices(gold: Path) -> list[Choice]:
    """All judged pronouns, but those of a sentence alone that may mean somebody in the text it was taken from."""
    judged: dict[str, dict[int, Span | None]] = {}
    for row in pd.read_csv(gold / "pronouns.csv").itertuples():
        known = row.antecedent_start == row.antecedent_start
        meant = Span(int(row.antecedent_start), int(row.antecedent_end)) if known else None
        judged.setdefault(row.text_id, {})[row.start] = meant
    articles, groups = texts_of(gold, set(judged))
    parsed = zip(articles, parse_many(articles, load_model()), strict=True)
    choices = [one for article, parse in parsed for one in choices_of(article, parse, judged[article.article_id])]
    return [one for one in choices if one.form == "it" or one.text not in groups or any(one.right[:-1])]


class Matrix:
    """Choices as rows of numbers: `phrase` of each phrase, `bearer` and `choice` the first row of each."""

    def __init__(self, choices: list[Choice], names: list[str]) -> None:
        place = {name: k for k, name in enumerate(names)}
        phrases = [one for choice in choices for those in choice.bearers for one in those]
        self.rows = np.zeros((len(phrases), len(names)))
        for row, one in enumerate(phrases):
            for name, amount in one.items():
                if name in place:
                    self.rows[row, place[name]] = amount
        sizes = [len(those) for choice in choices for those in choice.bearers]
        self.bearers = np.cumsum([0, *sizes[:-1]])
        self.of_bearer = np.repeat(np.arange(len(sizes)), sizes)
        many = [len(choice.bearers) for choice in choices]
        self.choices = np.cumsum([0, *many[:-1]])
        self.of_choice = np.repeat(np.arange(len(many)), many)
        self.right = np.array([right for choice in choices for right in choice.right], float)

    def best(self, weights: np.ndarray) -> np.ndarray:
        """The row of each bearer's likeliest phrase."""
        scores = self.rows @ weights
        tops = np.flatnonzero(scores == np.maximum.reduceat(scores, self.bearers)[self.of_bearer])
        first = np.zeros(len(self.bearers), int)
        first[self.of_bearer[tops][::-1]] = tops[::-1]
        return self.rows[first]

    def chances(self, rows: np.ndarray, weights: np.ndarray) -> np.ndarray:
        """The chance of each bearer."""
        scores = rows @ weights
        amounts = np.exp(scores - np.maximum.reduceat(scores, self.choices)[self.of_choice])
        return amounts / np.add.reduceat(amounts, self.choices)[self.of_choice]


def learned(choices: list[Choice], names: list[str], ridge: float) -> np.ndarray:
    """The weights by which what is right is likeliest, small ones preferred (Adam, all rows at once)."""
    data, weights = Matrix(choices, names), np.zeros(len(names))
    for _ in range(ROUNDS):
        rows = data.best(weights)
        mean, spread = np.zeros(len(names)), np.zeros(len(names))
        for step in range(1, STEPS + 1):
            chances = data.chances(rows, weights)
            right = chances * data.right
            share = right / np.maximum(np.add.reduceat(right, data.choices)[data.of_choice], 1e-9)
            slope = rows.T @ (chances - share) + ridge * weights
            mean, spread = 0.9 * mean + 0.1 * slope, 0.999 * spread + 0.001 * slope**2
            rate = RATE * min(1.0, 2 * (1 - step / STEPS))
            weights = weights - rate * mean / (1 - 0.9**step) / (np.sqrt(spread / (1 - 0.999**step)) + 1e-8)
    return weights


def names_in(choices: list[Choice]) -> list[str]:
    """The features that enough phrases have."""
    counts = Counter(name for choice in choices for those in choice.bearers for one in those for name in one)
    return sorted(name for name, count in counts.items() if count >= FEWEST)


def out_of_fold(choices: list[Choice], names: list[str], ridge: float, seed: int) -> list[np.ndarray]:
    """The chances of each choice, by weights that do not know its text."""
    texts = sorted({choice.text for choice in choices})
    random.Random(seed).shuffle(texts)
    fold = {text: n % FOLDS for n, text in enumerate(texts)}
    found: dict[int, np.ndarray] = {}
    for n in range(FOLDS):
        weights = learned([one for one in choices if fold[one.text] != n], names, ridge)
        asked = [k for k, one in enumerate(choices) if fold[one.text] == n]
        data = Matrix([choices[k] for k in asked], names)
        chances = data.chances(data.best(weights), weights)
        found.update(zip(asked, np.split(chances, data.choices[1:]), strict=True))
    return [found[k] for k in range(len(choices))]


def tell(choices: list[Choice], chances: list[np.ndarray]) -> None:
    """Print for each form how many come to an actor from each chance on, and how many of them rightly."""
    for form in ("he", "she", "it", "they"):
        asked = [(one, chance) for one, chance in zip(choices, chances, strict=True) if one.form == form]
        wanted = sum(any(r and n for r, n in zip(one.right, one.named, strict=True)) for one, _ in asked)
        tops = [(one, int(np.argmax(chance)), float(chance.max())) for one, chance in asked]
        right = sum(one.right[top] for one, top, _ in tops)
        print(f"{form}: {len(asked)} judged, {wanted} an actor's; likeliest right {right / len(asked):.3f}")
        for line in LINES:
            given = [one.right[top] for one, top, chance in tops if one.named[top] and chance >= line]
            print(
                f"  from {line:.1f}: {len(given)}, right {np.mean(given or [0]):.3f}, found {sum(given) / wanted:.3f}"
            )


def main() -> None:
    """Learn, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    parser.add_argument("--ridge", type=float, default=2.0)
    parser.add_argument("--seed", type=int, default=7)
    args = parser.parse_args()
    choices = read_choices(args.gold)
    names = names_in(choices)
    print(f"{len(choices)} pronouns, {len(names)} features")
    tell(choices, out_of_fold(choices, names, args.ridge, args.seed))
    weights = learned(choices, names, args.ridge)
    note = (
        "# Source: learned on judged pronouns of the open gold set (data/gold/pronouns.csv); training/train_pronouns.py"
    )
    lines = [f"{name},{weight:.2f}" for name, weight in zip(names, weights, strict=True) if abs(weight) >= LEAST]
    quoted = [
        f'"{line.rpartition(",")[0]}",{line.rpartition(",")[2]}' if line.count(",") > 1 else line for line in lines
    ]
    args.out.write_text("\n".join([note, "feature,weight", *quoted]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
