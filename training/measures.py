"""How good logits are: macro F1, calibration."""

import numpy as np


def macro_f1(logits: np.ndarray, labels: list[int]) -> float:
    """The mean of the three classes' F1, in percent."""
    guess, gold = logits.argmax(1), np.array(labels)
    hits = [((guess == c) & (gold == c)).sum() for c in range(3)]
    return 100 * float(np.mean([2 * h / ((guess == c).sum() + (gold == c).sum()) for c, h in enumerate(hits)]))


def accuracy(logits: np.ndarray, labels: list[int]) -> float:
    """In percent."""
    return 100 * float((logits.argmax(1) == np.array(labels)).mean())


def temperature_of(logits: np.ndarray, labels: list[int]) -> float:
    """The temperature under which the labels are likeliest (Guo et al., ICML 2017)."""

    def loss(temperature: float) -> float:
        return -float(np.log(chances(logits, temperature)[range(len(labels)), labels]).mean())

    return min((t / 50 for t in range(25, 200)), key=loss)


def calibration_error(logits: np.ndarray, labels: list[int], temperature: float) -> float:
    """The mean distance, in percent, of the likeliest class's chance from how often it is right, in ten bins."""
    p = chances(logits, temperature)
    right, best = p.argmax(1) == np.array(labels), p.max(1)
    bins = np.minimum((best * 10).astype(int), 9)
    gaps = [abs(right[bins == b].mean() - best[bins == b].mean()) * (bins == b).mean() for b in np.unique(bins)]
    return 100 * float(sum(gaps))


def chances(logits: np.ndarray, temperature: float) -> np.ndarray:
    """The softmax at a temperature."""
    powers = np.exp((logits - logits.max(1, keepdims=True)) / temperature)
    return powers / powers.sum(1, keepdims=True)
