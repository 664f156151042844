"""One-line messages: what the kit says while it works and when it is done, and counts in words."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from analysis.records import Article, ArticleReading

TOLD = 10  # unread articles that are told one by one; all of them stand in problems.csv


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """A number and what it counts: `1 article`, `1,200 articles`, `0 entities`."""
    return f"{number:,} {noun if number == 1 else plural or f'{noun}s'}"


def say(words: str) -> None:
    """One line on standard error, above a progress bar where there is one."""
    from tqdm import tqdm

    tqdm.write(f"readout: {' '.join(words.split())}", file=sys.stderr)


def progress(records: Iterable[Any], *, quiet: bool) -> Iterator[Any]:
    """A progress bar, where somebody looks on; it leaves nothing behind."""
    from tqdm import tqdm

    yield from tqdm(records, desc="reading", unit=" articles", disable=quiet or None, leave=False)


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
