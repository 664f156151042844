"""What each function of the readers is worth: `make ablate SETS="A B" ARGS="--only 'readers.stances.*'"`.

One function at a time is switched off, only the articles in which it is called are read again, from the step on that
calls it, and the rows and figures are compared. How to read the table: README.md beside this file.
"""

import csv
import multiprocessing
import signal
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from changes import changed, differing, lines_of
from figures import Figures, all_tasks, arguments, score
from parses import read_texts
from stages import Stages, Way, forget
from switches import EMPTY, Switch, off, switches

from analysis import readers
from analysis.evaluation import Gold
from analysis.records import ArticleReading, Problem

SECONDS = 20  # an article may take that long while a function is off: a loop may not end without it
CRASHED = "while a function was off: "
SILENT = frozenset({"None", *EMPTY.values()})  # stubs that give what a silent function gives
TABLES = ("entities", "mentions", "roles", "quotations", "stances", "dates", "events")

Row = dict[str, Any]


class Base(NamedTuple):
    """A task with all functions on: its articles' ways, their rows and the figures."""

    name: str
    gold: Gold
    ways: list[Way]
    rows: list[list[str]]
    figures: Figures


class Bench:
    """The tasks as they are, and what they are when functions are off."""

    def __init__(self, tasks: Sequence[tuple[str, Gold]]) -> None:
        self.stages = Stages()
        self.bases = [self._base(*task) for task in tasks]

    def _base(self, name: str, gold: Gold) -> Base:
        with self.stages.installed():
            ways = [self.stages.record(*parsed) for parsed in read_texts(gold)]
        readings = [way.reading for way in ways]
        return Base(name, gold, ways, [lines_of(one, sure=False) for one in readings], score(gold, readings))

    def measure(self, name: str, chosen: Sequence[Switch]) -> Row:
        """What changes in rows and figures while functions are off, as one row of the table."""
        codes = [one.function.__code__ for one in chosen]
        row: Row = {"function": name, "lines": sum(one.lines for one in chosen), "articles": 0, "crashes": 0}
        row["stub"] = chosen[0].stub if len(chosen) == 1 else ""
        gone, new, falls = Counter(), Counter(), {}
        for base in self.bases:
            readings = self._read(base, codes, chosen, row)
            for way, old, reading in zip(base.ways, base.rows, readings, strict=True):
                if reading is not way.reading:
                    there = changed(old, lines_of(reading, sure=False))
                    gone, new = gone + there[0], new + there[1]
            falls |= self._falls(base, readings)
        row |= {f"{table} {sign}": there[table] for table in TABLES for sign, there in (("-", gone), ("+", new))}
        return {**row, "rows": gone.total() + new.total(), "worst": min(falls.values(), default=0.0), **falls}

    def _read(self, base: Base, codes: list, chosen: Sequence[Switch], row: Row) -> list[ArticleReading]:
        """The readings with functions off; an article is left as it is where none of them is called in it."""
        readings = []
        of_signs = any(one.function.__module__ == readers.ask.__module__ for one in chosen)
        with self.stages.installed(live_signs=of_signs), off(chosen):
            forget()
            for way in base.ways:
                starts = [way.called[code] for code in codes if code in way.called]
                reading = self._again(way, min(starts)) if starts else way.reading
                row["articles"] += bool(starts)
                row["crashes"] += any(problem.message.startswith(CRASHED) for problem in reading.problems)
                readings.append(way.reading if reading == way.reading else reading)
        forget()
        return readings

    def _again(self, way: Way, start: int) -> ArticleReading:
        try:
            with limited(SECONDS):
                return self.stages.again(way, start)
        except Exception as error:
            problem = Problem(stage="reading", message=f"{CRASHED}{error!r}")
            return ArticleReading(article=way.article, problems=(problem,))

    def rare(self, one: Switch, enough: int) -> list[str] | None:
        """The rows that differ while a function is off; None as soon as there are `enough`: it is not rare."""
        code, rows = one.function.__code__, []
        live = one.function.__module__ == readers.ask.__module__
        for base in self.bases:
            for way, old in zip(base.ways, base.rows, strict=True):
                if code in way.called and (code not in way.silent or one.stub not in SILENT or _gives_nothing(one)):
                    with self.stages.installed(live_signs=live), off([one]):
                        forget()
                        rows += differing(old, lines_of(self._again(way, way.called[code]), sure=False))
                if len(rows) >= enough:
                    return None
        forget()
        return rows

    def _falls(self, base: Base, readings: list[ArticleReading]) -> Figures:
        """Each figure less what it was; one that has no value any more is worth nothing."""
        same = all(new is way.reading for new, way in zip(readings, base.ways, strict=True))
        found = base.figures if same else score(base.gold, readings)
        return {f"{base.name}: {name}": round(found.get(name, 0.0) - was, 2) for name, was in base.figures.items()}


def _gives_nothing(one: Switch) -> bool:
    """Whether a function is there for what it does, and gives nothing back."""
    return one.function.__annotations__.get("return") in (None, "None")


@contextmanager
def limited(seconds: int) -> Iterator[None]:
    """Raises TimeoutError in the main thread when that time is over, where the system can."""

    def late(*_: object) -> None:
        raise TimeoutError(f"over {seconds} s")

    if not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGALRM, late)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


_BENCH: Bench | None = None  # made before workers are forked, so that they share it


def _measure(one: Switch) -> Row:
    return _BENCH.measure(one.name, [one])


def measured(bench: Bench, chosen: Sequence[Switch], workers: int) -> Iterator[Row]:
    """A row for each function, as they come; several processes where the system can fork."""
    global _BENCH
    _BENCH = bench
    if workers == 1 or "fork" not in multiprocessing.get_all_start_methods():
        yield from map(_measure, chosen)
        return
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("fork")) as pool:
        yield from (done.result() for done in as_completed([pool.submit(_measure_named, one.name) for one in chosen]))


def _measure_named(name: str) -> Row:
    """In a worker: functions do not travel between processes, their names do."""
    return next(_measure(one) for one in switches([name]) if one.name == name)


def line_of(row: Row) -> str:
    """A row of the table for the eye: worst figure, rows gone and new, where, and the figures that differ."""
    tables = [
        f"{table} -{row[f'{table} -']} +{row[f'{table} +']}"
        for table in TABLES
        if row[f"{table} -"] or row[f"{table} +"]
    ]
    moved = [f"{name} {value:+.2f}" for name, value in row.items() if ": " in name and value]
    crashed = [f"crashes in {row['crashes']} of {row['articles']} articles"] if row["crashes"] else []
    head = f"{row['worst']:7.2f} {row['rows']:6d} rows {row['lines']:4d} lines  {row['function']} -> {row['stub']}"
    return "; ".join([head, *crashed, *tables, *moved])


def write(rows: Sequence[Row], file: Path) -> None:
    """The whole table as CSV."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def main() -> None:
    """Measure the functions chosen, print each as it comes, then all of them sorted, and write them."""
    parser = arguments(__doc__)
    parser.add_argument("--only", action="append", default=[], metavar="PATTERN", help="dotted names, `*` for any")
    parser.add_argument("--together", action="store_true", help="all functions chosen off at once")
    parser.add_argument("--workers", type=int, default=1, help="processes (%(default)s)")
    parser.add_argument(
        "--rare", type=int, metavar="N", help="print the functions that change fewer than N rows, and these"
    )
    parser.add_argument("--out", type=Path, default=Path("build/ablation.csv"), help="the table (%(default)s)")
    parser.fromfile_prefix_chars = "@"
    given = parser.parse_args()
    found = switches(given.only)
    chosen = [one for one in found if one.stub is not None]
    if not chosen:
        sys.exit(f"no function that could be switched off is called {' or '.join(given.only)}")
    print(f"{len(chosen)} functions; {len(found) - len(chosen)} more give nothing that has a neutral value")
    bench = Bench(all_tasks(given.sets))
    if given.rare:
        for one in chosen:
            if (rows := bench.rare(one, given.rare)) is not None:
                print(f"{len(rows):3d} rows {one.lines:4d} lines  {one.name}", *rows, sep="\n    ", flush=True)
        return
    rows = []
    for row in [bench.measure("together", chosen)] if given.together else measured(bench, chosen, given.workers):
        rows.append(row)
        print(line_of(row), flush=True)
    rows.sort(key=lambda row: (-row["worst"], row["rows"], row["function"]))
    write(rows, given.out)
    print(f"\nsorted, the least missed first: {given.out}", *map(line_of, rows), sep="\n")


if __name__ == "__main__":
    main()
