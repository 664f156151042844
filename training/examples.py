"""What the judge learns from: the open gold set's sentences, with what is asked of each and the answer."""

import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pandas as pd
import torch
from tokenizers import Tokenizer
from torch import Tensor

from analysis.readers.stances.encoder import Encoded, Question, Span, encode

LABELS = {"oppose": 0, "none": 1, "support": 2}
PRONOUN = re.compile(
    r"(?i)(i|we|you|he|she|it|they|me|us|him|her|them|my|our|his|its|their|who|whom|this|that|\w+sel(f|ves))$"
)
PLACEHOLDER = "[MASK]"
HIDDEN, SWAPPED = 0.15, 0.45  # of the names: given as a placeholder; given as a placeholder or under another name


class Sentence(NamedTuple):
    """A text, what is asked of it, and the answers: 0 against, 1 none, 2 for. `rows` are those of candidates.csv."""

    group: str
    questions: tuple[Question, ...]
    labels: tuple[int, ...]
    rows: tuple[int, ...] = ()


def read_sentiment(gold: Path) -> list[Sentence]:
    """The sentences with labelled targets: for or against the target, whoever speaks."""
    texts = pd.read_csv(gold / "sentences.csv", dtype=str, keep_default_na=False).set_index("text_id")
    targets = pd.read_csv(gold / "sentiment.csv", keep_default_na=False)
    return [
        Sentence(
            texts.group[key],
            tuple(Question(texts.text[key], (row.start, row.end)) for row in rows.itertuples()),
            tuple(LABELS[label] for label in rows.label),
        )
        for key, rows in targets.groupby("text_id")
    ]


def read_candidates(gold: Path) -> list[Sentence]:
    """The sentences with judged candidates; an article is a group of its own."""
    sentences = pd.read_csv(gold / "sentences.csv", dtype=str, keep_default_na=False).set_index("text_id")
    found = []
    judged = pd.read_csv(gold / "candidates.csv", keep_default_na=False)
    for (key, start, end), rows in judged.groupby(["text_id", "sentence_start", "sentence_end"]):
        whole = sentences.text.get(key) or (gold / "texts" / f"{key}.txt").read_text(encoding="utf-8")
        questions = tuple(_question(whole[start:end], row, start, end) for row in rows.itertuples())
        labels = tuple(LABELS[label] for label in rows.label)
        found.append(Sentence(sentences.group.get(key, key), questions, labels, tuple(rows.index)))
    return found


def _question(text: str, row: NamedTuple, start: int, end: int) -> Question:
    inside = start <= row.holder_start < end
    holder = (row.holder_start - start, min(row.holder_end, end) - start) if inside else None
    return Question(text, (row.target_start - start, min(row.target_end, end) - start), holder)


def vary(sentence: Sentence, names: list[str], chance: random.Random) -> Sentence:
    """The sentence with placeholders or other names for some of those asked about, so that names carry nothing."""
    text = sentence.questions[0].text
    spans = sorted({span for one in sentence.questions for span in (one.target, one.holder) if span})
    free = [span for span in spans if _is_name(text[slice(*span)]) and not any(_clash(span, other) for other in spans)]
    swaps = {}
    for span in free:
        draw = chance.random()
        if draw < SWAPPED:
            swaps[span] = PLACEHOLDER if draw < HIDDEN else chance.choice(names)
    varied, moved, last = "", {}, 0
    for span in sorted(swaps):
        varied += text[last : span[0]] + swaps[span]
        last = span[1]
    varied += text[last:]
    for start, end in spans:
        shift = sum(len(new) - (e - s) for (s, e), new in swaps.items() if e <= start)
        moved[start, end] = (start + shift, start + shift + len(swaps.get((start, end), text[start:end])))
    questions = tuple(
        Question(varied, moved[one.target], one.holder and moved[one.holder]) for one in sentence.questions
    )
    return sentence._replace(questions=questions)


def names_in(sentences: list[Sentence]) -> list[str]:
    """The names that sentences ask about, in order."""
    spans = [
        (one.text, span) for each in sentences for one in each.questions for span in (one.target, one.holder) if span
    ]
    return [name for text, span in spans if _is_name(name := text[slice(*span)])]


def _is_name(words: str) -> bool:
    return words[:1].isupper() and not PRONOUN.match(words)


def _clash(one: Span, other: Span) -> bool:
    return one != other and one[0] < other[1] and other[0] < one[1]


def encoded(sentences: list[Sentence], tokenizer: Tokenizer) -> list[tuple[Encoded, list[int]]]:
    """What the network reads, and the labels of the questions in it."""
    found = []
    for sentence in sentences:
        labels = iter(sentence.labels)
        for part, one in encode(list(sentence.questions), tokenizer):
            found.append((one, [next(labels) for _ in part]))
    return found


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


def tensors(encoded: list[Encoded]) -> tuple[Tensor, Tensor, Tensor]:
    """Token ids, and the flags of every target and every holder over them, padded with 0."""
    width, most = max(len(one.ids) for one in encoded), max(len(one.targets) for one in encoded)
    ids = torch.zeros(len(encoded), width, dtype=torch.long)
    flags = torch.zeros(2, len(encoded), most, width)
    for k, one in enumerate(encoded):
        ids[k, : len(one.ids)] = torch.tensor(one.ids)
        for side, rows in enumerate((one.targets, one.holders)):
            flags[side, k, : len(rows), : len(one.ids)] = torch.tensor(rows, dtype=torch.float32)
    return ids, flags[0], flags[1]
