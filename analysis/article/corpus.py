"""Paths and folders to articles, one by one: ids, metadata, and what could not be read."""

import csv
import logging
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from analysis.article.archives import split_archive
from analysis.article.formats import (
    PLAIN,
    SUFFIXES,
    Document,
    day_of,
    decode,
    documents_of,
    fetch,
    files_below,
    read_file,
)
from analysis.article.layout import lay_out
from analysis.records import Article, Problem, Span

log = logging.getLogger(__name__)
FEWEST_WORDS = 5
WORDS_FOR_LANGUAGE = 20
LONGEST = 1_000_000  # characters; spaCy's parser takes no more


def read_article(path: str | Path, *, published: date | str | None = None, text: str = "text") -> Article:
    """Read one article from a file or an http(s) address.

    Raises ValueError in one line for what is empty, binary, too large, wrongly encoded, of an unknown kind, in another
    language, no article, or several articles; FileNotFoundError where there is no such file.
    """
    articles = [_checked(article) for article in _read(str(path), Path(path).stem, published, text)]
    if len(articles) != 1:
        raise ValueError(f"{path}: {len(articles)} articles in one file; read_corpus or read_frame reads them all")
    return articles[0]


def read_text(string: str, *, article_id: str = "text", published: date | str | None = None, **about: Any) -> Article:
    """Read an article from a string; `about` takes url, outlet, byline.

    Raises ValueError in one line for what is empty, too large, in another language or no article.
    """
    return _checked(lay_out(string, article_id=article_id, published=_day(published), **about))


def read_frame(frame: Any, *, text: str = "text", published: date | str | None = None) -> list[Article]:
    """Read articles from a DataFrame, or from a CSV or XLSX by its path; `text` names the column of the texts.

    Columns id, title, published, url, outlet and byline are used where they are. A row that cannot be read comes out
    as an article with a problem. Raises ValueError where the text column is missing, or an id stands twice.
    """
    if isinstance(frame, str | Path):
        stem, documents, source = Path(frame).stem, read_file(Path(frame), text=text), str(frame)
    else:
        stem, documents, source = "row", documents_of(frame, text=text), ""
    articles = _articles(documents, stem, source, _day(published), several=True)
    _refuse_twins([(article.article_id, f"row {n}") for n, article in enumerate(articles, 1)])
    return [_or_problem(article) for article in articles]


def read_corpus(
    paths: Iterable[str | Path], *, metadata: str | Path | None = None, published: date | str | None = None
) -> Iterator[Article]:
    """Read files, folders and http(s) addresses, one article after the other.

    What cannot be read comes out as an article without text and with a problem. Folders are read recursively, known
    suffixes only; what was passed over is logged in one line. Raises ValueError at once for a path that does not
    exist, for metadata that cannot be read, and for two inputs that come to one id.
    """
    inputs = [found for path in paths for found in _inputs(str(path))]
    _refuse_twins([(key, source) for source, key in inputs])
    about = _metadata(metadata)
    day = _day(published)
    return _stream(inputs, about, day)


def _stream(inputs: list[tuple[str, str]], about: dict[str, dict[str, str]], day: date | None) -> Iterator[Article]:
    for source, key in inputs:
        try:
            articles = _read(source, key, day, "text")
        except (ValueError, OSError) as error:
            yield Article(article_id=key, text="", source=source, problems=(Problem(stage="file", message=str(error)),))
            continue
        for article in articles:
            yield _or_problem(_described(article, about.get(article.article_id, {})))


def _inputs(path: str) -> list[tuple[str, str]]:
    """(source, article id) of a path: of all known files where it is a folder."""
    if path.startswith(("http://", "https://")):
        return [(path, path)]
    place = Path(path)
    if not place.exists():
        raise ValueError(f"{path}: there is no such file or folder")
    if place.is_file():
        return [(path, place.stem)]
    files = list(files_below(place))
    known = [file for file in files if file.suffix.lower() in SUFFIXES and file.name != "metadata.csv"]
    if len(known) < len(files):
        log.warning("%s: passed over %d of %d files, of unknown kind", path, len(files) - len(known), len(files))
    return [(str(file), file.relative_to(place).with_suffix("").as_posix()) for file in known]


def _read(source: str, key: str, published: date | str | None, text: str) -> list[Article]:
    day = _day(published)
    if source.startswith(("http://", "https://")):
        return _articles([fetch(source)], source, source, day)
    path = Path(source)
    documents = read_file(path, text=text)
    if path.suffix.lower() in PLAIN and (several := split_archive(documents[0].text)):
        documents = several
    several = len(documents) > 1 or path.suffix.lower() in (".jsonl", ".csv", ".xlsx")
    articles = _articles(documents, key, source, day, several=several)
    _refuse_twins([(article.article_id, f"{source}, number {n}") for n, article in enumerate(articles, 1)])
    return articles


def _articles(
    documents: list[Document], stem: str, source: str, published: date | None, *, several: bool = False
) -> list[Article]:
    return [
        _laid_out(document, f"{document.key or f'{stem}-{n}'}" if several else stem, source, published)
        for n, document in enumerate(documents, 1)
    ]


def _laid_out(document: Document, article_id: str, source: str, published: date | None) -> Article:
    """A title that stands apart goes before the text, so that it has offsets too."""
    title = " ".join((document.title or "").split())
    text, headline = document.text, None
    if title and " ".join(text.lstrip()[: len(title) * 2].split()).startswith(title):
        start = text.index(text.lstrip()[:1]) if text.strip() else 0
        headline = Span(start, start + len(title)) if text[start : start + len(title)] == title else None
    if title and headline is None:
        text, headline = f"{title}\n\n{text}", Span(0, len(title))
    return lay_out(
        text,
        article_id=article_id,
        source=source,
        published=published or document.published,
        headline=headline,
        byline=document.byline,
        url=document.url,
        outlet=document.outlet,
    )


def _checked(article: Article) -> Article:
    """The article itself; ValueError where there is nothing to read in it."""
    name = article.source or article.article_id
    words = article.text.split()
    if not words:
        raise ValueError(f"{name}: there is no text")
    if len(article.text) > LONGEST:
        raise ValueError(f"{name}: {len(article.text)} characters are too many for an article; at most {LONGEST}")
    letters = sum(map(str.isalpha, article.text))
    if len(words) < FEWEST_WORDS or letters < len(article.text) / 3:
        raise ValueError(f"{name}: this is no article: {len(words)} words, {letters} letters")
    if len(words) >= WORDS_FOR_LANGUAGE and (language := _language(article.text)) != "en":
        raise ValueError(f"{name}: this is written in {language!r}; only English can be read")
    return article


def _or_problem(article: Article) -> Article:
    try:
        return _checked(article)
    except ValueError as error:
        problem = Problem(stage="article", message=str(error))
        return replace(article, text="", headline=None, dateline=None, paragraphs=(), furniture=(), problems=(problem,))


ENGLISH = frozenset(
    {*"the of and to in that is was for on with as he at by said it from his be are has have not".split()}  # noqa: SIM905
)


def _language(text: str) -> str:
    """The language's code. Text full of English function words is English; py3langid judges the rest."""
    words = text[:4000].lower().split()
    if sum(word in ENGLISH for word in words) > 0.2 * len(words):
        return "en"
    import py3langid

    return py3langid.classify(text[:4000])[0]


def _refuse_twins(inputs: list[tuple[str, str]]) -> None:
    seen: dict[str, str] = {}
    for key, source in inputs:
        if key in seen:
            raise ValueError(f"two inputs come to the id {key!r}: {seen[key]} and {source}")
        seen[key] = source


def _metadata(path: str | Path | None) -> dict[str, dict[str, str]]:
    if path is None:
        return {}
    if not Path(path).is_file():
        raise ValueError(f"{path}: there is no such metadata file")
    rows = list(csv.DictReader(decode(Path(path).read_bytes()).splitlines()))
    if rows and "article_id" not in rows[0]:
        raise ValueError(f"{path}: no column article_id; there are: {', '.join(map(str, rows[0]))}")
    return {row["article_id"]: row for row in rows}


def _described(article: Article, row: dict[str, str]) -> Article:
    """The article with what the metadata say of it; a publication day decides the year of a dateline."""
    if not row:
        return article
    day = day_of(row.get("published")) or article.published
    url, outlet = row.get("url") or article.url, row.get("outlet") or article.outlet
    return lay_out(
        article.text,
        article_id=article.article_id,
        source=article.source,
        published=day,
        headline=article.headline,
        byline=article.byline,
        url=url,
        outlet=outlet,
    )


def _day(value: date | str | None) -> date | None:
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise ValueError(f"{value!r} is not a day such as 2020-01-15") from None
