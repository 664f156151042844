"""NewsMTSC's examples: read, held apart, varied, put into batches."""

import json
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "analysis" / "stances"))
from sentiment import Encoded, Item

LABELS = {2: 0, 4: 1, 6: 2}
PRONOUN = re.compile(r"(?i)(he|she|it|they|we|you|i|him|her|them|us|his|its|their|who|whom|himself|herself)$")
PLACEHOLDER = "[MASK]"


class Example(NamedTuple):
    """A sentence, its target and the label: 0 negative, 1 neutral, 2 positive."""

    item: Item
    label: int


class Parts(NamedTuple):
    """Examples to train on, to choose the weights by, and to test on."""

    training: list[Example]
    held_back: list[Example]
    test: list[Example]


def split(data: Path, seed: int) -> Parts:
    """One article of fifteen is held back; no sentence of the test is trained on."""
    test = [example for _, example in _read(data / "devtest_rw.jsonl")]
    tested = {example.item[0] for example in test}
    rows = [row for row in _read(data / "train.jsonl") if row[1].item[0] not in tested]
    articles = sorted({article for article, _ in rows})
    random.Random(seed).shuffle(articles)
    kept = set(articles[: len(articles) // 15])
    training = [example for article, example in rows if article not in kept]
    return Parts(training, [example for article, example in rows if article in kept], test)


def _read(path: Path) -> list[tuple[str, Example]]:
    """The examples of a file, each with the name of its article."""
    examples = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        article = "_".join(row["primary_gid"].split("_")[:3])
        for target in row["targets"]:
            item = (row["sentence_normalized"], target["from"], target["to"])
            examples.append((article, Example(item, LABELS[int(target["polarity"])])))
    return examples


def names_in(examples: list[Example]) -> list[str]:
    """The targets that are no pronouns, in order."""
    targets = (text[start:end] for (text, start, end), _ in examples)
    return [target for target in targets if not PRONOUN.match(target)]


def vary(example: Example, names: list[str], chance: random.Random) -> Item:
    """The item as it is, or with another name or a placeholder as its target, so that names carry no sentiment."""
    text, start, end = example.item
    draw = chance.random()
    if draw > 0.4 or PRONOUN.match(text[start:end]):
        return example.item
    name = PLACEHOLDER if draw < 0.15 else chance.choice(names)
    return text[:start] + name + text[end:], start, start + len(name)


def batches(encoded: list[Encoded], size: int, chance: random.Random | None = None) -> Iterator[list[int]]:
    """Indices in batches of like length, in random order where `chance` is given."""
    order = list(range(len(encoded)))
    if chance:
        chance.shuffle(order)
    span = size * 24 if chance else max(len(order), 1)
    groups = []
    for k in range(0, len(order), span):
        part = sorted(order[k : k + span], key=lambda i: len(encoded[i].ids))
        groups += [part[j : j + size] for j in range(0, len(part), size)]
    if chance:
        chance.shuffle(groups)
    yield from groups


def tensors(encoded: list[Encoded]) -> tuple[Tensor, Tensor]:
    """Token ids and target flags, padded with 0."""
    width = max(len(one.ids) for one in encoded)
    ids = torch.tensor([one.ids + [0] * (width - len(one.ids)) for one in encoded])
    flags = torch.tensor([one.target + [0] * (width - len(one.target)) for one in encoded])
    return ids, flags
