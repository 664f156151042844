"""One article: from a file, an address, a string."""

from collections.abc import Iterator
from datetime import date, datetime
from itertools import islice
from pathlib import Path

from analysis.article.addresses import address_drafts, address_id, is_address, without_password
from analysis.article.drafts import Draft, to_article
from analysis.article.formats import drafts_of
from analysis.article.formats.tables import Names, field_names
from analysis.records import Article


def read_article(source: str | Path, *, published: date | str | None = None, fields: Names | None = None) -> Article:
    """Read one article from a file, or from an http(s) address.

    `read_article("article.txt", published="2020-01-15")`; `analyse` then reads what it says.

    Files are .txt .text .md .markdown .html .htm .xhtml .mhtml .mht .webarchive .json .jsonl .ndjson .csv .tsv .xlsx
    .xlsm .xlsb .xls .ods .eml .xml .nitf .newsml .iptc .anpa .rss .atom, with the extra `documents` .docx .rtf .pdf,
    with `webarchives` .warc .warc.gz .wacz. `fields` says what tables and JSON call a field: `{"outlet":
    "source.name"}`. Raises ValueError with one line that says what was found where it is missing, empty, binary, huge,
    wrongly encoded, not in English, no article, or a file of several articles: those are for `read_corpus`.
    """
    day = as_day(published)
    name = without_password(str(source))
    try:
        if is_address(name):
            draft, own = _only(address_drafts(str(source))), address_id(name)
        else:
            draft, own = _only(_drafts_in(Path(source), field_names(None, fields))), Path(source).stem
        return to_article(draft, article_id=own, source=name, published=day)
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


def _drafts_in(path: Path, names: Names) -> Iterator[Draft | ValueError]:
    if path.is_dir():
        raise ValueError("it is a folder: read_corpus reads folders")
    return drafts_of(path, names)


def _only(found: Iterator[Draft | ValueError]) -> Draft:
    drafts = list(islice(found, 2))
    if not drafts:
        raise ValueError("it is empty")
    if len(drafts) > 1:
        raise ValueError("it holds several articles: read_corpus reads them all")
    if isinstance(drafts[0], ValueError):
        raise drafts[0]
    return drafts[0]
