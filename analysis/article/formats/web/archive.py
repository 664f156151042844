"""Archives of pages: MHTML and Safari's .webarchive (a page that a browser saved), WARC and WACZ (pages that a crawler
kept)."""

import json
import plistlib
from collections.abc import Iterator
from contextlib import redirect_stderr
from email import message_from_bytes, policy
from io import StringIO
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import BadZipFile, ZipFile

from analysis.article.drafts import Draft
from analysis.article.formats.archives.pages import page_lines
from analysis.article.formats.decode import LARGEST, Decoded
from analysis.article.formats.limits import check_unpacked
from analysis.article.formats.pages import read_html
from analysis.console import counted

EXTRA = "reading it needs an extra; install it in the checkout: .venv/bin/python -m pip install -e '.[webarchives]'"
PAGES = ("text/html", "application/xhtml+xml")


class Page(NamedTuple):
    """A page as it was answered: its address, its bytes, and what was said of its encoding."""

    url: str | None
    data: bytes
    charset: str | None


def read_mhtml(data: bytes) -> Draft:
    """The story of a page that a browser saved with its pictures in one file (.mhtml, .mht).

    Raises ValueError where there is no page in it.
    """
    return read_html(**_shown(data)._asdict())


def mhtml_lines(data: bytes) -> Decoded:
    """The lines of such a page, where it may be an archive's export."""
    return page_lines(_shown(data).data)


def _shown(data: bytes) -> Page:
    """The page that was looked at, not one of its frames."""
    try:
        message = message_from_bytes(data, policy=policy.compat32)
        parts = [part for part in message.walk() if part.get_content_type() in PAGES]
    except RecursionError:
        raise ValueError("it is no saved page: its parts are nested too deeply") from None
    if not parts:
        raise ValueError("it is no saved page (MHTML): there is no HTML in it")
    root = str(message.get_param("start") or "")
    shown = message["Snapshot-Content-Location"]
    names = (("Content-ID", root), ("Content-Location", shown))
    page = next((part for key, name in names for part in parts if name and part[key] == name), parts[0])
    url = str(shown or page["Content-Location"] or message["Content-Location"] or "")
    charset = page.get_param("charset")
    return Page(
        url="".join(url.split()) if url.lower().startswith("http") else None,
        data=page.get_payload(decode=True) or b"",
        charset=charset if isinstance(charset, str) else None,
    )


def read_safari(data: bytes) -> Draft:
    """The story of a page that Safari saved (.webarchive). Raises ValueError where there is no page in it."""
    return read_html(**_main(data)._asdict())


def safari_lines(data: bytes) -> Decoded:
    """The lines of such a page, where it may be an archive's export."""
    return page_lines(_main(data).data)


def _main(data: bytes) -> Page:
    """The page that was looked at, out of a property list with what it shows and its frames."""
    try:
        page = plistlib.loads(data)["WebMainResource"]
        url, charset = page.get("WebResourceURL"), page.get("WebResourceTextEncodingName")
        return Page(url=url or None, data=bytes(page["WebResourceData"]), charset=charset or None)
    except Exception:  # plistlib raises whatever a broken list leads it to
        raise ValueError("it is no page that Safari saved (.webarchive)") from None


def warc_drafts(path: Path) -> Iterator[Draft | ValueError]:
    """The stories of the pages in a WARC file (.warc, .warc.gz), each address once.

    What is no page is passed over; one error at the end says how many pages hold no story.
    """
    with path.open("rb") as file:
        yield from _told(_pages(file, set()))


def wacz_drafts(path: Path) -> Iterator[Draft | ValueError]:
    """The stories of the pages in a WACZ file: those that it lists as pages, else all."""
    check_unpacked(path)
    try:
        with ZipFile(path) as archive:
            listed = _listed(archive)
            yield from _told(_all_pages(archive, listed))
    except (BadZipFile, NotImplementedError) as error:
        raise ValueError(f"it is no WACZ file: {error}") from None


def _all_pages(archive: ZipFile, listed: set[str]) -> Iterator[Page]:
    for name in sorted(archive.namelist()):
        if name.startswith("archive/") and name.endswith((".warc", ".warc.gz")):
            with archive.open(name) as file:
                yield from _pages(file, listed)


def _listed(archive: ZipFile) -> set[str]:
    """The addresses of the pages that a WACZ says were looked at."""
    if "pages/pages.jsonl" not in archive.namelist():
        return set()
    urls = set()
    for line in archive.read("pages/pages.jsonl").splitlines():
        try:
            urls.add(str(json.loads(line).get("url") or ""))
        except (ValueError, AttributeError):
            continue
    return urls - {""}


def _pages(file: Any, listed: set[str]) -> Iterator[Page]:
    """The pages that were answered; those listed alone where some are."""
    try:
        from warcio.archiveiterator import ArchiveIterator
    except ImportError:
        raise ValueError(EXTRA) from None
    records, going = ArchiveIterator(file), True
    while going:
        try:
            with redirect_stderr(StringIO()):  # on which warcio complains of damage
                record = next(records, None)
                going, page = record is not None, _page(record) if record else None
        except Exception as error:  # warcio raises whatever the broken file makes it stumble over
            raise ValueError(f"it is no WARC file, or a broken one: {' '.join(str(error).split())}") from None
        if page and (not listed or page.url in listed):
            yield page


def _page(record: Any) -> Page | None:
    """The page that a record holds, None where that is something else."""
    if record.rec_type not in ("response", "resource") or not _is_page(record):
        return None
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    return Page(url, record.content_stream().read(LARGEST + 1), _charset(record))


def _is_page(record: Any) -> bool:
    """Whether a record holds a page and not an error, a picture or a script."""
    return _kind(record).partition(";")[0].strip().lower() in PAGES and (
        record.http_headers is None or record.http_headers.get_statuscode() == "200"
    )


def _kind(record: Any) -> str:
    headers = record.http_headers or record.rec_headers
    return headers.get_header("Content-Type") or ""


def _charset(record: Any) -> str | None:
    return _kind(record).partition("charset=")[2].partition(";")[0].strip(" \"'") or None


def _told(pages: Iterator[Page]) -> Iterator[Draft | ValueError]:
    """The stories of some pages; a page without one counts, and is named where it is the first."""
    seen: set[str] = set()
    untold: list[str] = []
    for url, data, charset in pages:
        if url in seen:
            continue
        seen.add(url)
        try:
            yield read_html(data, url=url, charset=charset)
        except ValueError as error:
            untold.append(f"{url}: {error}")
    if not seen:
        yield ValueError("it holds no page")
    if untold:
        yield ValueError(f"{counted(len(untold), 'page')} without a story in it, such as {untold[0]}")
