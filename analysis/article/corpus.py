"""Many articles: paths, folders, addresses and tables to articles, one by one, each under an id of its own."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from analysis import console
from analysis.article.addresses import address_drafts, without_password
from analysis.article.drafts import Draft, to_article, unread
from analysis.article.formats import TABLES, drafts_of
from analysis.article.formats.tables import Names, check_fields, drafts_of_rows, field_names, frame_rows
from analysis.article.inputs import Input, find_inputs, is_address
from analysis.article.metadata import NOTHING, Facts, read_metadata, with_facts
from analysis.article.single import as_day
from analysis.console import counted
from analysis.records import Article

DayOf = Callable[[str], date | None]  # the publication day that the user gives for an article_id


def read_corpus(
    paths: str | Path | Iterable[str | Path],
    *,
    metadata: str | Path | None = None,
    published: date | str | None = None,
    text: str | None = None,
    fields: Names | None = None,
    say: Callable[[str], None] | None = None,
) -> Iterator[Article]:
    """Read files, folders (with those in them, known suffixes only) and addresses, one article at a time.

    `read_corpus(["articles/", "https://example.org/story"], metadata="days.csv")`

    What can't be read, and a row with the id of an article before it, comes out as an Article without paragraphs whose
    `problems` say why. `metadata` is a CSV with article_id and any of published, url, outlet; its word goes before
    `published`, and both before the file's own. `text` names the column of the texts in tables, `fields` that of any
    field (`{"outlet": "source.name"}`). `say` gets one line on what was passed over (default: standard error). Raises
    ValueError at once for a path that is not there or has an unknown suffix, where there is no article at all, when two
    inputs come to one id, and for a field that there is not.
    """
    say = say or console.say
    inputs = find_inputs([paths] if isinstance(paths, (str, Path)) else list(paths), say)
    facts = read_metadata(Path(metadata)) if metadata is not None else {}
    return _articles(inputs, facts, as_day(published), field_names(text, fields), say)


def read_frame(
    frame: Any,
    *,
    text: str | None = None,
    fields: Names | None = None,
    published: date | str | None = None,
    name: str = "row",
) -> Iterator[Article]:
    """Read the articles of a DataFrame, or of a CSV or Excel file, one a row.

    `text` names the column of the texts (of a DataFrame: else `text`), `fields` that of any field.

    `read_frame(frame, text="body")`

    Columns such as title, published, url, outlet, author and id are used where they are there. A row that can't be
    read, or has the id of one before it, comes out as an Article without paragraphs whose `problems` say why. Raises
    ValueError for a file of another kind and for a DataFrame without the column.
    """
    day, names = as_day(published), field_names(text, fields)
    if isinstance(frame, (str, Path)):
        path = Path(frame)
        if path.suffix.lower() not in TABLES:
            raise ValueError(f"{path}: a table is needed: {', '.join(sorted(TABLES))}")
        drafts, item = drafts_of(path, names), Input(str(path), path.stem)
    else:
        names = {"text": "text"} | names
        check_fields(frame.columns, names)
        drafts, item = drafts_of_rows(frame_rows(frame), names), Input("", name)
    return _unique(_numbered(_drafts_or_error(drafts), item, lambda _: day))


def _articles(
    inputs: list[Input], facts: dict[str, Facts], published: date | None, names: Names, say: Callable[[str], None]
) -> Iterator[Article]:
    known, first = set(facts), ""
    for article in _unique(_read_all(inputs, partial(_day_of, facts, published), names)):
        first = first or article.article_id
        known.discard(article.article_id)
        yield with_facts(article, facts.get(article.article_id, NOTHING))
    if known:
        say(f"metadata of {counted(len(known), 'article')} not there, such as {min(known)!r}; there is {first!r}")


def _day_of(facts: dict[str, Facts], published: date | None, article_id: str) -> date | None:
    return facts.get(article_id, NOTHING).published or published


def _read_all(inputs: list[Input], day_of: DayOf, names: Names) -> Iterator[Article]:
    for item in inputs:
        drafts = address_drafts(item.source) if is_address(item.source) else drafts_of(Path(item.source), names)
        several = Path(item.source).suffix.lower() in TABLES and not is_address(item.source)
        shown = item._replace(source=without_password(item.source))
        yield from _numbered(_drafts_or_error(drafts), shown, day_of, several=several)


def _drafts_or_error(drafts: Iterator[Draft | ValueError]) -> Iterator[Draft | ValueError]:
    """Drafts as they come; an error of the whole file is the last of them."""
    try:
        yield from drafts
    except ValueError as error:
        yield error
    except OSError as error:
        yield ValueError(error.strerror or str(error))


def _numbered(
    drafts: Iterator[Draft | ValueError], item: Input, day_of: DayOf, *, several: bool = True
) -> Iterator[Article]:
    """Articles under their own ids, else under the file's, numbered where there are several."""
    first = next(drafts, ValueError("it is empty"))
    second = next(drafts, None)
    if second is None:
        own = first.article_id if several and isinstance(first, Draft) else None
        yield _article(first, own or item.article_id, item.source, day_of)
        return
    for number, draft in enumerate(chain((first, second), drafts), 1):
        own = draft.article_id if isinstance(draft, Draft) else None
        yield _article(draft, own or f"{item.article_id}-{number}", item.source, day_of)


def _article(draft: Draft | ValueError, article_id: str, source: str, day_of: DayOf) -> Article:
    try:
        if isinstance(draft, ValueError):
            raise draft
        return to_article(draft, article_id=article_id, source=source, published=day_of(article_id))
    except ValueError as error:
        return unread(article_id, source, str(error), draft if isinstance(draft, Draft) else None)


def _unique(articles: Iterator[Article]) -> Iterator[Article]:
    """Articles as they come; one with the id of another is a problem, under that id and a number."""
    seen: dict[str, str] = {}
    times: Counter[str] = Counter()
    for article in articles:
        given = own = article.article_id
        while own in seen:
            times[given] += 1
            own = f"{given}-{times[given] + 1}"
        if own != given:
            article = _repeated(article, own, f"its id {given!r} is that of an article before it, in {seen[given]}")
        seen[own] = article.source if is_address(article.source) else Path(article.source).name or "the table"
        yield article


def _repeated(article: Article, own: str, message: str) -> Article:
    draft = Draft(text=article.text, published=article.published, url=article.url, outlet=article.outlet)
    return unread(own, article.source, message, draft)
