"""One article: from a file, an address, a string."""

from datetime import date, datetime
from itertools import islice
from pathlib import Path

from analysis.article.drafts import Draft, to_article
from analysis.article.formats import drafts_of
from analysis.article.formats.pages import read_address
from analysis.records import Article

ADDRESS = ("http://", "https://")


def read_article(source: str | Path, *, published: date | str | None = None) -> Article:
    """Read one article from a file, or from an http(s) address.

    `read_article("article.txt", published="2020-01-15")`; `analyse` then reads what it says.

    Files are .txt .md .html .json .jsonl .csv .xlsx .eml and, with the extra `documents`, .docx .pdf. Raises
    ValueError with one line that says what was found where it is missing, empty, binary, huge, wrongly encoded, not in
    English, no article, or a file of several articles: those are for `read_corpus`.
    """
    day = as_day(published)
    name = str(source)
    try:
        if name.lower().startswith(ADDRESS):
            return to_article(read_address(name), article_id=address_id(name), source=name, published=day)
        path = Path(source)
        return to_article(_only(path), article_id=path.stem, source=name, published=day)
    except ValueError as error:
        raise ValueError(f"{name}: {error}") from None
    except OSError as error:
        raise ValueError(f"{name}: {error.strerror or error}") from None


def read_text(
    text: str,
    *,
    article_id: str = "text",
    published: date | str | None = None,
    headline: str | None = None,
    source: str = "",
) -> Article:
    """Read an article from a string. Characters that no file can hold (lone surrogates) become `�`.

    `read_text("Norway praised the pact on Monday, Ola Berg said.", headline="Norway signs", published="2020-01-15")`

    Without `headline` the first block is the headline if it looks like one. Raises ValueError with one line where the
    string is empty, too long, not in English or no article.
    """
    draft = Draft(text=text, headline=headline)
    return to_article(draft, article_id=article_id, source=source, published=as_day(published))


def as_day(published: date | str | None) -> date | None:
    """A publication day as given: a date, a moment, or a string such as `2020-01-15` or `2020-01-15T10:00:00Z`.

    Raises ValueError for anything else.
    """
    if published is None:
        return None
    try:
        words = published.isoformat() if isinstance(published, date) else published.strip()
        return datetime.fromisoformat(words).date()
    except (AttributeError, ValueError):
        raise ValueError(f"{published!r} is not a day such as 2020-01-15") from None


def address_id(url: str) -> str:
    """The id of the article at an address: the last part of its path, else the host."""
    parts = [part for part in url.split("?")[0].split("#")[0].split("/")[2:] if part]
    last = parts[-1] if parts else url
    return last.rsplit(".", 1)[0] if len(parts) > 1 and last.rsplit(".", 1)[0] else last


def _only(path: Path) -> Draft:
    if path.is_dir():
        raise ValueError("it is a folder: read_corpus reads folders")
    drafts = list(islice(drafts_of(path), 2))
    if not drafts:
        raise ValueError("it is empty")
    if len(drafts) > 1:
        raise ValueError("it holds several articles: read_corpus reads them all")
    if isinstance(drafts[0], ValueError):
        raise drafts[0]
    return drafts[0]
