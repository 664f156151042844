"""A run over the training sentences."""

import random
import time
from typing import NamedTuple

import numpy as np
import torch
from examples import Sentence, batches, encoded, names_in, tensors, vary
from network import Reader
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn


class Settings(NamedTuple):
    """Passes over the data, sentences a batch, learning rate, its decay a layer, its factor for what is new."""

    epochs: int
    batch: int
    rate: float
    decay: float
    head: float


def learn(model: Reader, sentences: list[Sentence], tokenizer: Tokenizer, settings: Settings, seed: int) -> Reader:
    """The moving average of the weights after a run; the learning rate rises over a tenth of it, then falls to 0."""
    torch.manual_seed(seed)
    chance, names = random.Random(seed), names_in(sentences)
    counts = np.bincount([label for one in sentences for label in one.labels], minlength=3)
    weights = torch.tensor((counts.mean() / counts) ** 0.5, dtype=torch.float32)
    groups = model.parameter_groups(settings.rate, settings.decay, settings.head)
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    average = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(0.99))
    schedule = None
    for epoch in range(settings.epochs):
        began, losses = time.perf_counter(), []
        inputs = encoded([vary(one, names, chance) for one in sentences], tokenizer)
        order = list(batches([len(one.ids) for one, _ in inputs], settings.batch, chance))
        schedule = schedule or _plan(optimizer, settings.epochs * len(order))
        for batch in order:
            model.train()
            labels = torch.tensor([label for i in batch for label in inputs[i][1]])
            logits = flat_logits(model, [inputs[i] for i in batch])
            loss = nn.functional.cross_entropy(logits, labels, weight=weights, label_smoothing=0.05)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            average.update_parameters(model)
            losses.append(loss.item())
        print(f"  epoch {epoch + 1}: loss {np.mean(losses):.3f}, {time.perf_counter() - began:.0f} s", flush=True)
    model.load_state_dict(average.module.state_dict())
    return model


def _plan(optimizer: torch.optim.Optimizer, steps: int) -> torch.optim.lr_scheduler.LambdaLR:
    return torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(step / (steps * 0.1), max(0.0, 1 - step / steps))
    )


def flat_logits(model: Reader, inputs: list) -> Tensor:
    """The logits of all questions of some inputs, in order."""
    logits = model(*tensors([one for one, _ in inputs]))
    return torch.cat([rows[: len(labels)] for rows, (_, labels) in zip(logits, inputs, strict=True)])


def read(model: Reader, sentences: list[Sentence], tokenizer: Tokenizer) -> np.ndarray:
    """The logits of all questions, in order, without dropout."""
    model.eval()
    inputs = encoded(sentences, tokenizer)
    found: dict[int, np.ndarray] = {}
    with torch.no_grad():
        for batch in batches([len(one.ids) for one, _ in inputs], 32):
            picked = [inputs[i] for i in batch]
            sizes = np.cumsum([len(labels) for _, labels in picked])[:-1]
            found.update(zip(batch, np.split(flat_logits(model, picked).numpy(), sizes), strict=True))
    return np.concatenate([found[i] for i in range(len(inputs))])
