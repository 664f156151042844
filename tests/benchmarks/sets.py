"""Folders of gold to tune on and to check by: `python tests/benchmarks/sets.py OUT [--shared ../shared]`.

A folder of gold has a folder for each task that it can score, and that is a small part of a public data set, in the
form it is published in. This writes two of them, A and B, which share no article, from the data sets that may lie
beside the checkout, and with `--held` a third, of articles that no rule was tuned on: it is for figures that are
published, seldom, and its articles are not for looking at.
"""

import argparse
import json
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

TASKS = ("quotations", "stances", "dates", "actors")
SHARED = Path(__file__).resolve().parents[3] / "shared"


class Part(NamedTuple):
    """Every `step`-th article from `first` on of a data set; `files` gives the files of each, in order."""

    task: str
    folder: str
    files: Callable[[Path], Iterator[list[Path]]]
    first: int
    step: int


def polnear(folder: Path) -> Iterator[list[Path]]:
    """Each text of PolNeAR and its annotations."""
    for text in sorted(folder.glob("text/*.txt")):
        yield [text, *folder.glob(f"attributions/{text.stem}*.ann")]


def seesaw(split: str) -> Callable[[Path], Iterator[list[Path]]]:
    """Each article of a split of SEESAW, with its annotation and what is known of its story."""

    def files(folder: Path) -> Iterator[list[Path]]:
        found = []
        for meta in folder.glob("meta/*.json"):
            if json.loads(meta.read_text(encoding="utf-8"))["Split"] == split:
                found += [(article, meta) for article in folder.glob(f"articles/{meta.stem}_DOCUMENT_*.json")]
        for article, meta in sorted(found):
            yield [article, folder / "annotations" / article.name, meta]

    return files


def each(pattern: str, by: Callable[[Path], str] = str) -> Callable[[Path], Iterator[list[Path]]]:
    """Each file that a pattern finds."""
    return lambda folder: ([file] for file in sorted(folder.glob(pattern), key=by))


def timeml(file: Path) -> str:
    """TimeML's documents are taken in the order of their names, whatever their folder."""
    return f"{file.stem.replace('.', '_')}.txt"


SETS = {
    "A": (
        Part("quotations", "polnear/train", polnear, 0, 14),
        Part("stances", "seesaw", seesaw("train"), 0, 5),
        Part("dates", "tempeval3-tbaq", each("**/*.tml", timeml), 0, 4),
        Part("actors", "gum-news/dep", each("*.conllu"), 0, 2),
    ),
    "B": (
        Part("quotations", "polnear/train", polnear, 7, 14),
        Part("stances", "seesaw", seesaw("train"), 2, 5),
        Part("dates", "tempeval3-tbaq", each("**/*.tml", timeml), 2, 4),
        Part("actors", "meantime", each("*/*.xml"), 0, 1),
    ),
    "held": (
        Part("quotations", "polnear/dev", polnear, 0, 1),
        Part("stances", "seesaw", seesaw("valid"), 0, 1),
        Part("dates", "tempeval3-tbaq", each("**/*.tml", timeml), 1, 2),
        Part("actors", "gum-news/dep", each("*.conllu"), 1, 2),
    ),
}


def write_set(name: str, out: Path, shared: Path = SHARED) -> None:
    """Write one of the folders of gold; its tasks are those whose data set is there."""
    for part in SETS[name]:
        write_part(part, out / name / part.task, shared / "gold" / part.folder)


def write_part(part: Part, folder: Path, source: Path) -> None:
    """Copy the files of the articles that are taken, in place of what stands there."""
    shutil.rmtree(folder, ignore_errors=True)
    for files in list(part.files(source))[part.first :: part.step]:
        for file in files:
            copy = folder / file.relative_to(source)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, copy)


def main() -> None:
    """Write A and B, and held if asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path, help="where the folders A and B go")
    parser.add_argument("--shared", type=Path, default=SHARED, help="folder with gold/ (%(default)s)")
    parser.add_argument("--held", action="store_true", help="write the held-back articles instead")
    given = parser.parse_args()
    if not (given.shared / "gold").exists():
        sys.exit(f"there is no {given.shared / 'gold'}: the data sets are not part of the project (--shared FOLDER)")
    for name in ["held"] if given.held else ["A", "B"]:
        write_set(name, given.out, given.shared)
        print(given.out / name)


if __name__ == "__main__":
    main()
