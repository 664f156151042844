"""One-line messages: what the kit says while it works and when it is done, and counts in words."""

import logging
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from errno import EDQUOT, EFBIG, ENOSPC
from math import ceil
from pathlib import Path
from time import monotonic
from typing import Any

from analysis.records import Article, ArticleReading

LOG = logging.getLogger("readout")
TELL_EVERY = 60  # seconds between two lines on how far it is
TOLD = 10  # unread articles that are told one by one; all of them stand in problems.csv


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """A number and what it counts: `1 article`, `1,200 articles`, `0 entities`."""
    return f"{number:,} {noun if number == 1 else plural or f'{noun}s'}"


def say(words: str) -> None:
    """One line on standard error, above a progress bar where there is one, and in the log where there is one."""
    from tqdm import tqdm

    line = " ".join(words.split())
    LOG.info(line)
    tqdm.write(f"readout: {line}", file=sys.stderr)


def keep_log(file: Path | None) -> None:
    """Add all that is said from now on to a file, each line with its time; None keeps none."""
    for handler in list(LOG.handlers):
        LOG.removeHandler(handler)
        handler.close()
    if file is None:
        return
    LOG.propagate = False
    LOG.setLevel(logging.INFO)
    handler = logging.FileHandler(file, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    LOG.addHandler(handler)


def progress(records: Iterable[Any], counts: Counter[str], *, quiet: bool) -> Iterator[Any]:
    """A progress bar, where somebody looks on, that leaves nothing behind; elsewhere, and in the log, a line a minute.

    `counts` has under `given` how many articles are known to come, where that is known, and under `unread` how many
    could not be read.
    """
    from tqdm import tqdm

    begun = told = monotonic()
    with tqdm(desc="reading", unit=" articles", disable=quiet or None, leave=False) as bar:
        for number, record in enumerate(records, 1):
            yield record
            bar.total = max(counts["given"], number) or None
            bar.set_postfix(unread=counts["unread"], refresh=False)
            bar.update()
            if monotonic() - told > TELL_EVERY:
                told = monotonic()
                words = _so_far(number, counts, told - begun)
                (say if bar.disable and not quiet else LOG.info)(words)


def _so_far(number: int, counts: Counter[str], seconds: float) -> str:
    """How far the reading is: `120 of 1,000 articles, 8.1 a second, 2 min left, 3 unread`."""
    rate = number / seconds
    left = max(0, counts["given"] - number)
    of = f" of {counts['given']:,}" if left else ""
    ahead = f", {ceil(left / rate / 60):,} min left" if left else ""
    return f"{number:,}{of} articles, {rate:.1f} a second{ahead}, {counts['unread']:,} unread"


def system_error(error: OSError) -> str:
    """What the system refused, in words; what a full disk asks for."""
    words = f"{error.filename}: {error.strerror}" if error.filename else str(error)
    if error.errno in (ENOSPC, EDQUOT, EFBIG):
        return f"{words}; make room and run the same command again: it goes on where it was"
    return words


def count(record: ArticleReading, counts: Counter[str]) -> None:
    """Add to the counts what was read in one article; say what could not be read, of the first articles one by one."""
    article = record.article
    if not record.n_words:
        counts["unread"] += 1
        if counts["unread"] <= TOLD:
            say(f"{_place(article)}: {'; '.join(problem.message for problem in record.problems)}")
        return
    counts["article"] += 1
    counts["entity"] += len(record.cast.entities)
    counts["quotation"] += len(record.quotations)
    counts["stance"] += len(record.stances)
    counts["date"] += len(record.dates)
    counts["undated"] += any(problem.stage == "dates" for problem in record.problems)


def _place(article: Article) -> str:
    """The file, and which of its articles where it holds several."""
    own = article.article_id.rpartition("/")[2]
    return article.source if Path(article.source).stem == own else f"{article.source}, {article.article_id}"


def sum_up(counts: Counter[str], out: Path, *, replaced: bool) -> None:
    """Say how much was read, and what is missing."""
    plurals = {"entity": "entities"}
    nouns = ("article", "entity", "quotation", "stance", "date")
    found = ", ".join(counted(counts[noun], noun, plurals.get(noun)) for noun in nouns)
    say(f"{found} in {out}{', whose tables were replaced' if replaced else ''}")
    if counts["unread"]:
        say(f"{counted(counts['unread'], 'article')} could not be read, see {out / 'problems.csv'}")
    if counts["undated"]:
        say(undated(counts["undated"]))


def left_out(tables: dict[str, Any], *, neutral: bool = False) -> str:
    """What to say of rows of some tables that are not exported: those not shown and, where told to, neutral stances."""
    hidden = {name: int((~table.shown).sum()) for name, table in tables.items()}
    parts = [f"{counted(n, f'less certain {_one(name)}', f'less certain {name}')}" for name, n in hidden.items() if n]
    if parts:
        parts[-1] += " (see --least)"
    if neutral:
        table = tables["stances"]
        n_neutral = int((table.shown & (table.polarity == "neutral")).sum())
        parts += [counted(n_neutral, "neutral stance")] if n_neutral else []
    return f"; left out: {', '.join(parts)}" if parts else ""


def _one(name: str) -> str:
    return "entity" if name == "entities" else name.removesuffix("s")


def undated(number: int) -> str:
    """What to say of articles in which words stay without a date."""
    return (
        f"{counted(number, 'article')} without a known publication day: words such as 'Monday' stay without a date; "
        "give it by --published or --metadata"
    )
