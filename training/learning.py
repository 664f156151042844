"""A run over the training sentences."""

import copy
import random
import time
from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import torch
from examples import Parts, Sentence, batches, labels_of, names_in, tensors, vary, with_others
from measures import macro_f1
from network import Classifier
from sentiment import Encoded
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

SOFTNESS = 1.5  # the temperature at which the teacher is listened to
LABELS_COUNT = 0.5  # of the loss, beside what the teacher says
OTHERS_COUNT = 0.5  # of a phrase that is no labelled target


class Settings(NamedTuple):
    """Passes over the data, sentences a batch, learning rate, its decay a layer, its factor for what is new."""

    epochs: int
    batch: int
    rate: float
    decay: float
    head: float


class Learning:
    """Trains a model and leaves in it the weights that are best on the sentences held back.

    Candidates are the weights after each epoch and their moving average. With a `judge`, whose logits are learnt
    too, some other phrases of each sentence are targets.
    """

    def __init__(
        self,
        model: Classifier,
        encode: Callable[[list[Sentence]], list[Encoded]],
        parts: Parts,
        settings: Settings,
        seed: int,
        judge: Callable[[list[Sentence]], np.ndarray] | None = None,
    ) -> None:
        self.model, self.encode, self.parts, self.settings, self.judge = model, encode, parts, settings, judge
        self.chance, self.names = random.Random(seed), names_in(parts.training)
        counts = np.bincount(labels_of(parts.training), minlength=3)
        self.weights = torch.tensor((counts.mean() / counts) ** 0.5, dtype=torch.float32)
        groups = model.parameter_groups(settings.rate, settings.decay, settings.head)
        self.optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
        self.average = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(0.995))
        self.best, self.best_f1 = copy.deepcopy(model.state_dict()), 0.0
        self.schedule: torch.optim.lr_scheduler.LambdaLR | None = None

    def run(self) -> None:
        """Train for all epochs."""
        for epoch in range(self.settings.epochs):
            began = time.perf_counter()
            losses = self._epoch()
            print(f"epoch {epoch + 1}: loss {np.mean(losses):.3f}, {time.perf_counter() - began:.0f} s", flush=True)
            self._compare("last", self.model)
            self._compare("average", self.average.module)
        self.model.load_state_dict(self.best)

    def _epoch(self) -> list[float]:
        """One pass; what is read is a sentence, or with the teacher a target in it."""
        sentences = [vary(sentence, self.names, self.chance) for sentence in self.parts.training]
        if self.judge:
            sentences = [with_others(sentence, self.chance) for sentence in sentences]
        inputs = self.encode(sentences)
        flat, said = labels_of(sentences), self.judge(sentences) if self.judge else None
        ends = np.cumsum([len(one.targets) for one in inputs])
        rows = [range(end - len(one.targets), end) for one, end in zip(inputs, ends, strict=True)]
        order = list(batches([len(one.ids) for one in inputs], self.settings.batch, self.chance))
        self._plan(len(order))
        losses = []
        for batch in order:
            picked = [k for i in batch for k in rows[i]]
            labels = torch.tensor([flat[k] for k in picked])
            judged = torch.tensor(said[picked], dtype=torch.float32) if said is not None else None
            losses.append(self._step([inputs[i] for i in batch], labels, judged))
        return losses

    def _plan(self, batches_an_epoch: int) -> None:
        """The learning rate rises over the first tenth of all steps and then falls to nothing."""
        if self.schedule is None:
            steps = self.settings.epochs * batches_an_epoch
            self.schedule = torch.optim.lr_scheduler.LambdaLR(
                self.optimizer, lambda step: min(step / (steps * 0.1), max(0.0, 1 - step / steps))
            )

    def _step(self, inputs: list[Encoded], labels: Tensor, judged: Tensor | None) -> float:
        self.model.train()
        loss = self._loss(flat_logits(self.model, inputs), labels, judged)
        self.optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        self.schedule.step()
        self.average.update_parameters(self.model)
        return loss.item()

    def _loss(self, logits: Tensor, labels: Tensor, judged: Tensor | None) -> Tensor:
        known = labels >= 0
        loss = nn.functional.cross_entropy(logits[known], labels[known], weight=self.weights, label_smoothing=0.05)
        if judged is None:
            return loss
        wanted, given = (judged / SOFTNESS).softmax(1), (logits / SOFTNESS).log_softmax(1)
        apart = nn.functional.kl_div(given, wanted, reduction="none").sum(1) * SOFTNESS**2
        counts = torch.where(known, 1.0, OTHERS_COUNT)
        return LABELS_COUNT * loss + (apart * counts).sum() / counts.sum()

    def _compare(self, name: str, candidate: Classifier) -> None:
        f1 = macro_f1(read(candidate, self.encode(self.parts.held_back)), labels_of(self.parts.held_back))
        print(f"  {name}: macro F1 {f1:.1f} held back", flush=True)
        if f1 > self.best_f1:
            self.best, self.best_f1 = copy.deepcopy(candidate.state_dict()), f1


def flat_logits(model: Classifier, inputs: list[Encoded]) -> Tensor:
    """The logits of all targets of some inputs, in order."""
    logits = model(*tensors(inputs))
    return torch.cat([rows[: len(one.targets)] for rows, one in zip(logits, inputs, strict=True)])


def read(model: Classifier, inputs: list[Encoded]) -> np.ndarray:
    """The logits of all targets, in order, without dropout."""
    model.eval()
    found: dict[int, np.ndarray] = {}
    with torch.no_grad():
        for batch in batches([len(one.ids) for one in inputs], 32):
            picked = [inputs[i] for i in batch]
            sizes = np.cumsum([len(one.targets) for one in picked])[:-1]
            found.update(zip(batch, np.split(flat_logits(model, picked).numpy(), sizes), strict=True))
    return np.concatenate([found[i] for i in range(len(inputs))])
