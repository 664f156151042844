"""The figures of folders of gold: `make figures SETS="A B"`, see README.md beside this file.

Parses are kept below `build/parses`, so that a second run costs the readers alone.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from changes import compared, lines_of
from parses import Parsed, read_texts
from sets import TASKS

from analysis.evaluation import Gold, read_gold, rows_by_article, scored
from analysis.evaluation.records import Document
from analysis.grammar.docs import from_doc
from analysis.readers import read_parse
from analysis.records import ArticleReading

PARTS = (", precision", ", recall")
PLAIN = "texts"  # a folder of texts without gold, for rows alone

Figures = dict[str, float]


def tasks_of(folder: Path) -> list[Path]:
    """The folders of a folder of gold, one a task; exits where there is none."""
    found = [folder / task for task in (*TASKS, PLAIN) if (folder / task).is_dir()]
    if not found:
        sys.exit(f"{folder} is no folder of gold: it has none of {', '.join(TASKS)} in it (see README.md)")
    return found


def score(gold: Gold, readings: Iterable[ArticleReading]) -> Figures:
    """The figures of readings of a task's texts, from 0 to 100, by name, without the two that each F1 is made of."""
    found = (one for layer in scored(gold, rows_by_article(readings)) for one in layer.figures)
    return {one.name: one.value for one in found if one.value is not None and not one.name.endswith(PARTS)}


def read(parsed: Iterable[Parsed]) -> list[ArticleReading]:
    """All steps behind the parser."""
    return [read_parse(article, from_doc(doc, article.paragraphs)) for article, doc in parsed]


def arguments(description: str | None) -> argparse.ArgumentParser:
    """What both commands ask for: folders of gold."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", type=Path, nargs="+", metavar="SET", help="a folder of gold, or one task in it")
    return parser


def all_tasks(sets: Sequence[Path]) -> list[tuple[str, Gold]]:
    """The tasks of several sets under their names, `A/stances`; a set may be one task's folder itself."""
    folders = [task for one in sets for task in ([one] if one.name in (*TASKS, PLAIN) else tasks_of(one))]
    return [(f"{folder.parent.name}/{folder.name}", _gold(folder)) for folder in folders]


def _gold(folder: Path) -> Gold:
    if folder.name == PLAIN:
        texts = [(file.stem, file.read_text(encoding="utf-8"), {}) for file in sorted(folder.glob("*.txt"))]
        return Gold(PLAIN, [Document(*text) for text in texts], ())
    try:
        return read_gold(folder, "all")
    except ValueError as error:
        sys.exit(str(error))


def main() -> None:
    """Print the figures of each set, and on request which rows differ from an earlier run."""
    parser = arguments(__doc__)
    parser.add_argument("--rows", type=Path, help="write all rows to this file")
    parser.add_argument("--against", type=Path, help="compare with the rows that an earlier run wrote")
    given = parser.parse_args()
    tasks = all_tasks(given.sets)
    lines: list[str] = []
    for where, gold in tasks:
        readings = read(read_texts(gold))
        found = score(gold, readings)
        print(f"{where:16s} " + "  ".join(f"{name} {figure:.1f}" for name, figure in found.items()), flush=True)
        lines += [f"{where} {line}" for reading in readings for line in lines_of(reading)]
    if given.rows:
        given.rows.write_text("\n".join(lines) + "\n", encoding="utf-8")
    if given.against:
        old = given.against.read_text(encoding="utf-8").splitlines()
        print(json.dumps(compared(old, lines, given.against), indent=1))


if __name__ == "__main__":
    main()
