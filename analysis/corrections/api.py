"""What a program or a widget calls: add a correction, apply a file of them, take one back; and articles with theirs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.corrections.entries import ACTIONS
from analysis.corrections.file import append, path_beside, read_corrections, remove
from analysis.records import Article, Correction, Problem

if TYPE_CHECKING:
    from analysis.reading import Reading

Found = tuple[tuple[Correction, ...], tuple[Problem, ...]]


def add(
    reading: Reading,
    entry: Correction,
    file: str | Path | None = None,
    *,
    who: str = "",
    why: str = "",
    when: date | str | None = None,
) -> Reading:
    """Write a correction into a file, that beside the article unless another is named, and give the corrected reading.

    `when` is today unless it is given. Raises ValueError where the file can't be read or no file is known, or where
    the correction lacks something or fits nothing, in which case nothing is written.
    """
    where = file_of(reading, file)
    day = when.isoformat() if isinstance(when, date) else when or date.today().isoformat()
    entry = replace(entry, who=who or entry.who, why=why or entry.why, when=day)
    missing = [name for name in ACTIONS[entry.table][entry.action] if not getattr(entry, name)]
    if missing:
        raise ValueError(f"{entry.action} in {entry.table} needs {', '.join(missing)}")
    known = read_corrections(where)
    tried = reading.corrected([*known, replace(entry, correction_id="new")]).corrections
    mine = tried[(tried.correction_id == "new") & (tried.outcome != "applied")]
    if len(mine):
        raise ValueError(str(mine.message.iloc[0]))
    append(where, entry)
    return apply(reading, where)


def apply(reading: Reading, file: str | Path | None = None) -> Reading:
    """The reading with the corrections of a file in the place of those it has.

    Each goes to the words it was made for; `reading.corrections` says what became of it. Raises ValueError where an
    entry can't be read or no file is known.
    """
    return reading.corrected(read_corrections(file_of(reading, file)))


def undo(reading: Reading, correction_id: str, file: str | Path | None = None) -> Reading:
    """Take one correction out of its file and give the reading without it.

    Of tables that were saved with it and loaded again it is only gone when the article is read anew. Raises ValueError
    where the file has none of that id.
    """
    where = file_of(reading, file)
    remove(where, correction_id)
    return apply(reading, where)


def file_of(reading: Reading, file: str | Path | None = None) -> Path:
    """The file of a reading's corrections: the one named, else that beside its article.

    Raises ValueError where the article came from no file, or articles from several.
    """
    if file is not None:
        return Path(file)
    found = {path_beside(source) for source in reading.articles.source}
    if len(found) != 1 or None in found:
        raise ValueError("a file for the corrections is needed, such as story.corrections.yaml: the text is from none")
    return found.pop()


def belongs(entry: Correction, article_id: str) -> bool:
    """Whether a correction is of an article, under whichever folder it was read: `b/two` is `two`."""
    one, other = f"/{entry.article_id}", f"/{article_id}"
    return one == "/" or one.endswith(other) or other.endswith(one)


def with_corrections(articles: Iterable[Article], file: str | Path | None = None) -> Iterator[Article]:
    """Articles with what their readers mended: from one file for all of them, else from the one beside each.

    Raises ValueError for an entry of the file for all that can't be read; one beside an article costs it a problem.
    """
    whole = None if file is None else (_needed(Path(file)), ())
    last: tuple[Path | None, Found] = (None, ((), ()))
    for article in articles:
        path = path_beside(article.source)
        if whole is None and path != last[0]:
            last = path, _beside(path)
        entries, problems = whole or last[1]
        own = tuple(entry for entry in entries if belongs(entry, article.article_id))
        changed = own or problems
        yield replace(article, corrections=own, problems=(*article.problems, *problems)) if changed else article


def _beside(path: Path | None) -> Found:
    """The corrections of a file that may be there, or why they can't be read."""
    try:
        return (read_corrections(path) if path else (), ())
    except (ValueError, OSError) as error:
        return (), (Problem(stage="corrections", message=str(error).replace(str(path), path.name)),)


def _needed(file: Path) -> tuple[Correction, ...]:
    if not file.is_file():
        raise ValueError(f"{file}: there is no such file of corrections")
    return read_corrections(file)
