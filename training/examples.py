"""NewsMTSC's examples: read, held apart, varied, put into batches."""

import json
import random
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "analysis" / "stances"))
from sentiment import Encoded, Span

LABELS = {2: 0, 4: 1, 6: 2}
UNLABELLED = -1
PRONOUN = re.compile(r"(?i)(he|she|it|they|we|you|i|him|her|them|us|his|its|their|who|whom|himself|herself)$")
PHRASE = re.compile(
    r"\b(?:[A-Z][\w.'’-]*\w(?: (?:of |the |for )?[A-Z][\w.'’-]*\w){0,4}"
    r"|(?:the|this|that|his|her|its|their|our|a|an) (?:[a-z-]+ )?[a-z-]{4,}|he|she|they|him|them|who|I|we|you)\b"
)
PLACEHOLDER = "[MASK]"
OTHERS = 2  # phrases of a sentence, besides its targets, that the teacher judges


class Sentence(NamedTuple):
    """A sentence, targets in it and their labels: 0 negative, 1 neutral, 2 positive, -1 unlabelled."""

    text: str
    targets: tuple[Span, ...]
    labels: tuple[int, ...]


class Parts(NamedTuple):
    """Sentences to train on, to choose the weights by, and to test on."""

    training: list[Sentence]
    held_back: list[Sentence]
    test: list[Sentence]


def split(data: Path, seed: int) -> Parts:
    """One article of fifteen is held back; no sentence of the test is trained on."""
    test = [sentence for _, sentence in _read(data / "devtest_rw.jsonl")]
    tested = {sentence.text for sentence in test}
    rows = [row for row in _read(data / "train.jsonl") if row[1].text not in tested]
    articles = sorted({article for article, _ in rows})
    random.Random(seed).shuffle(articles)
    kept = set(articles[: len(articles) // 15])
    training = [sentence for article, sentence in rows if article not in kept]
    return Parts(training, [sentence for article, sentence in rows if article in kept], test)


def _read(path: Path) -> list[tuple[str, Sentence]]:
    """The sentences of a file, each with the name of its article."""
    found: dict[str, tuple[str, dict[Span, int]]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        article = "_".join(row["primary_gid"].split("_")[:3])
        _, labels = found.setdefault(row["sentence_normalized"], (article, {}))
        labels.update(((one["from"], one["to"]), LABELS[int(one["polarity"])]) for one in row["targets"])
    ordered = [(article, text, sorted(labels.items())) for text, (article, labels) in found.items()]
    return [(name, Sentence(text, *map(tuple, zip(*labels, strict=True)))) for name, text, labels in ordered]


def labels_of(sentences: list[Sentence]) -> list[int]:
    """The labels of all targets, in order."""
    return [label for sentence in sentences for label in sentence.labels]


def names_in(sentences: list[Sentence]) -> list[str]:
    """The targets that are no pronouns, in order."""
    targets = [sentence.text[start:end] for sentence in sentences for start, end in sentence.targets]
    return [target for target in targets if not PRONOUN.match(target)]


def vary(sentence: Sentence, names: list[str], chance: random.Random) -> Sentence:
    """The sentence as it is, or with another name or a placeholder as a target, so that names carry no sentiment."""
    which, draw = chance.randrange(len(sentence.targets)), chance.random()
    start, end = sentence.targets[which]
    if draw > 0.4 or PRONOUN.match(sentence.text[start:end]):
        return sentence
    name = PLACEHOLDER if draw < 0.15 else chance.choice(names)
    longer = start + len(name) - end
    kept = [k for k, (s, e) in enumerate(sentence.targets) if k == which or e <= start or s >= end]
    moved = [(s + longer * (s >= end), e + longer * (e >= end)) for s, e in (sentence.targets[k] for k in kept)]
    text = sentence.text[:start] + name + sentence.text[end:]
    return Sentence(text, tuple(moved), tuple(sentence.labels[k] for k in kept))


def with_others(sentence: Sentence, chance: random.Random) -> Sentence:
    """The sentence with some other names, pronouns and noun phrases as unlabelled targets."""
    spans = [match.span() for match in PHRASE.finditer(sentence.text)]
    free = [(s, e) for s, e in spans if all(e <= start or s >= end for start, end in sentence.targets)]
    more = chance.sample(free, min(OTHERS, len(free)))
    return Sentence(sentence.text, (*sentence.targets, *more), (*sentence.labels, *[UNLABELLED] * len(more)))


def batches(lengths: Sequence[int], size: int, chance: random.Random | None = None) -> Iterator[list[int]]:
    """Indices in batches of like length, in random order where `chance` is given."""
    order = list(range(len(lengths)))
    if chance:
        chance.shuffle(order)
    span = size * 24 if chance else max(len(order), 1)
    groups = []
    for k in range(0, len(order), span):
        part = sorted(order[k : k + span], key=lambda i: lengths[i])
        groups += [part[j : j + size] for j in range(0, len(part), size)]
    if chance:
        chance.shuffle(groups)
    yield from groups


def tensors(encoded: list[Encoded]) -> tuple[Tensor, Tensor]:
    """Token ids, and the flags of every target over them, padded with 0."""
    width, most = max(len(one.ids) for one in encoded), max(len(one.targets) for one in encoded)
    ids = torch.zeros(len(encoded), width, dtype=torch.long)
    flags = torch.zeros(len(encoded), most, width)
    for k, one in enumerate(encoded):
        ids[k, : len(one.ids)] = torch.tensor(one.ids)
        flags[k, : len(one.targets), : len(one.ids)] = torch.tensor(one.targets, dtype=torch.float32)
    return ids, flags
