"""Folders of gold to tune on and to check by: `python tests/benchmarks/sets.py OUT [--shared ../shared]`.

A folder of gold has a folder for each task that it can score, and that has `texts/`, `metadata.csv` where days of
publication are known, and `gold.jsonl` or `gold/`. This writes two of them, A and B, which share no article, from the
public data sets that may lie beside the checkout, and with `--held` a third, of articles that no rule was tuned on: it
is for figures that are published, seldom, and its articles are not for looking at.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from coreference import read_gum, read_meantime, write_gold

TASKS = ("quotations", "stances", "dates", "aliases", "coreference")
SHARED = Path(__file__).resolve().parents[3] / "shared"


class Part(NamedTuple):
    """Every `step`-th article from `first` on of a data set, as prepare.py takes it: name, folder, options."""

    task: str
    name: str
    source: str
    first: int
    step: int
    option: str | None = None


SETS = {
    "A": (
        Part("quotations", "polnear", "polnear/train", 0, 14),
        Part("stances", "seesaw", "seesaw", 0, 5, "train"),
        Part("dates", "tempeval", "tempeval3-tbaq", 0, 4),
        Part("aliases", "gum", "gum-news", 0, 2),
        Part("coreference", "gum-news/dep", "*.conllu", 0, 2),
    ),
    "B": (
        Part("quotations", "polnear", "polnear/train", 7, 14),
        Part("stances", "seesaw", "seesaw", 2, 5, "train"),
        Part("dates", "tempeval", "tempeval3-tbaq", 2, 4),
        Part("coreference", "meantime", "*/*.xml", 0, 1),
    ),
    "held": (
        Part("quotations", "polnear", "polnear/dev", 0, 1),
        Part("stances", "seesaw", "seesaw", 0, 1, "valid"),
        Part("dates", "tempeval", "tempeval3-tbaq", 1, 2),
        Part("aliases", "gum", "gum-news", 1, 2),
        Part("coreference", "gum-news/dep", "*.conllu", 1, 2),
    ),
}


def write_set(name: str, out: Path, shared: Path = SHARED) -> None:
    """Write one of the folders of gold; its tasks are those whose data set is there."""
    for part in SETS[name]:
        folder = out / name / part.task
        shutil.rmtree(folder, ignore_errors=True)
        if part.task == "coreference":
            _write_chains(part, folder, shared / "gold" / part.name)
        else:
            _write_prepared(part, folder, shared)


def _write_chains(part: Part, folder: Path, source: Path) -> None:
    read = {".conllu": read_gum, ".xml": read_meantime}
    files = sorted(source.glob(part.source))[part.first :: part.step]
    write_gold([read[file.suffix](file) for file in files], folder)


def _write_prepared(part: Part, folder: Path, shared: Path) -> None:
    """The texts that prepare.py makes, and the gold of those that are taken."""
    source = shared / "gold" / part.source
    with tempfile.TemporaryDirectory() as whole:
        command = [sys.executable, shared / "scoring" / "prepare.py", part.name, source, whole]
        subprocess.run([*command, *filter(None, [part.option])], check=True, stdout=subprocess.DEVNULL)
        taken = sorted(Path(whole, "texts").iterdir())[part.first :: part.step]
        (folder / "texts").mkdir(parents=True)
        for file in taken:
            shutil.copy(file, folder / "texts")
        keys = {file.stem for file in taken}
        for file in Path(whole).glob("metadata.csv"):
            head, *lines = file.read_text(encoding="utf-8").splitlines()
            _write_lines(folder / file.name, [head, *(line for line in lines if line.split(",")[0] in keys)])
        for file in Path(whole).glob("gold.jsonl"):
            lines = file.read_text(encoding="utf-8").splitlines()
            _write_lines(folder / file.name, [line for line in lines if json.loads(line)["article_id"] in keys])
    for file in _annotations(part, source, keys):
        (folder / "gold" / file.parent.relative_to(source)).mkdir(parents=True, exist_ok=True)
        shutil.copy(file, folder / "gold" / file.relative_to(source))


def _write_lines(file: Path, lines: list[str]) -> None:
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _annotations(part: Part, source: Path, keys: set[str]) -> Iterator[Path]:
    """The files of a data set that the scorer reads as they are."""
    if part.name == "polnear":
        yield from (source / "text" / f"{key}.txt" for key in keys)
        yield from (file for key in keys for file in (source / "attributions").glob(f"{key}*.ann"))
    if part.name == "seesaw":
        yield from (source / "annotations" / f"{key}.json" for key in keys)


def main() -> None:
    """Write A and B, and held if asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path, help="where the folders A and B go")
    parser.add_argument("--shared", type=Path, default=SHARED, help="folder with gold/ and scoring/ (%(default)s)")
    parser.add_argument("--held", action="store_true", help="write the held-back articles instead")
    given = parser.parse_args()
    for needed in (given.shared / "gold", given.shared / "scoring" / "prepare.py"):
        if not needed.exists():
            sys.exit(f"there is no {needed}: the data sets are not part of the project (--shared FOLDER)")
    for name in ["held"] if given.held else ["A", "B"]:
        write_set(name, given.out, given.shared)
        print(given.out / name)


if __name__ == "__main__":
    main()
