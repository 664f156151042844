"""The figures of folders of gold: `make figures SETS="A B"`, see README.md beside this file.

Parses are kept below `build/parses`, so that a second run costs the readers alone.
"""

import argparse
import contextlib
import importlib.util
import io
import json
import re
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType

import coreference
from changes import compared, lines_of
from parses import Parsed, read_texts
from sets import SHARED, TASKS

from analysis.grammar.docs import from_doc
from analysis.readers import read_parse
from analysis.records import ArticleReading
from analysis.tables import TableWriter

SCORER = SHARED / "scoring" / "score.py"
BY_COUNTS = re.compile(
    r"^(.+?)\s+P +[\d.]+ +R +[\d.]+ +F1 +[\d.]+ +\(([\d.e+]+) of (\d+) predicted, (\d+) gold\)", re.M
)
SHARES = re.compile(
    r"(speaker right|recall, direct|sign right|entities found|named mentions found|named mentions right) +([\d.]+)"
)

Figures = dict[str, float]


def load_scorer(path: Path) -> ModuleType:
    """The scorer, a script that is no part of the project; exits with a plain word where it is absent."""
    if not path.is_file():
        sys.exit(f"there is no scorer {path}: it is not part of the project (--scorer FILE)")
    spec = importlib.util.spec_from_file_location("score", path)
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    return scorer


def tasks_of(folder: Path) -> list[Path]:
    """The folders of a folder of gold, one a task; exits where there is none."""
    found = [folder / task for task in TASKS if (folder / task / "texts").is_dir()]
    if not found:
        sys.exit(f"{folder} is no folder of gold: it has none of {', '.join(TASKS)} with texts/ in it (see README.md)")
    return found


def score(task: Path, readings: Iterable[ArticleReading], scorer: ModuleType | None) -> Figures:
    """What the scorer finds of readings of a task's texts: names of figures, and figures from 0 to 100."""
    with tempfile.TemporaryDirectory() as folder:
        with TableWriter(folder) as tables:
            for reading in readings:
                tables.add(reading)
        if task.name == "coreference":
            chains = coreference.score(task / "gold.jsonl", Path(folder))
            return {name: 100 * found.f1 for name, found in chains.items()}
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            _run(scorer, task, folder)
    return _figures(printed.getvalue())


def _run(scorer: ModuleType, task: Path, tables: str) -> None:
    gold = task / "gold" if (task / "gold").is_dir() else task / "gold.jsonl"
    texts = [task / "texts"] if task.name == "stances" else []
    getattr(scorer, task.name)(gold, tables, *texts)


def _figures(printed: str) -> Figures:
    """F1 from the counts, which are exact, and shares as they are printed; the first where a name comes twice."""
    found: Figures = {}
    for name, right, written, gold in BY_COUNTS.findall(printed):
        found.setdefault(name.strip(), 200 * float(right) / max(1, int(written) + int(gold)))
    for name, share in SHARES.findall(printed):
        found.setdefault(name, float(share))
    return found


def read(parsed: Iterable[Parsed]) -> list[ArticleReading]:
    """All steps behind the parser."""
    return [read_parse(article, from_doc(doc, article.paragraphs)) for article, doc in parsed]


def arguments(description: str | None) -> argparse.ArgumentParser:
    """What both commands ask for: folders of gold and the scorer."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", type=Path, nargs="+", metavar="SET", help="a folder of gold, or one task in it")
    parser.add_argument("--scorer", type=Path, default=SCORER, help="the scorer's file (%(default)s)")
    return parser


def scorer_for(tasks: Iterable[Path], path: Path) -> ModuleType | None:
    """The scorer, where a task needs it: coreference has its own."""
    return load_scorer(path) if any(task.name != "coreference" for task in tasks) else None


def all_tasks(sets: Iterable[Path]) -> list[Path]:
    """The tasks of several sets; a set may be one task's folder itself."""
    return [task for one in sets for task in ([one] if (one / "texts").is_dir() else tasks_of(one))]


def main() -> None:
    """Print the figures of each set, and on request which rows differ from an earlier run."""
    parser = arguments(__doc__)
    parser.add_argument("--rows", type=Path, help="write all rows to this file")
    parser.add_argument("--against", type=Path, help="compare with the rows that an earlier run wrote")
    given = parser.parse_args()
    tasks = all_tasks(given.sets)
    scorer = scorer_for(tasks, given.scorer)
    lines: list[str] = []
    for task in tasks:
        readings = read(read_texts(task))
        found = score(task, readings, scorer)
        where = f"{task.parent.name}/{task.name}"
        print(f"{where:16s} " + "  ".join(f"{name} {figure:.1f}" for name, figure in found.items()), flush=True)
        lines += [f"{where} {line}" for reading in readings for line in lines_of(reading)]
    if given.rows:
        given.rows.write_text("\n".join(lines) + "\n", encoding="utf-8")
    if given.against:
        old = given.against.read_text(encoding="utf-8").splitlines()
        print(json.dumps(compared(old, lines, given.against), indent=1))


if __name__ == "__main__":
    main()
