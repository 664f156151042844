"""Files of every accepted kind as documents: text, and what the file says of it."""

import email
import json
from collections.abc import Iterator
from datetime import date
from email import policy
from pathlib import Path
from typing import Any, NamedTuple

MOST_BYTES = 50_000_000
PLAIN, WEB, LINES = (".txt", ".text", ".md", ".markdown"), (".html", ".htm"), (".json", ".jsonl")
SHEETS, OTHER = (".csv", ".xlsx"), (".eml", ".docx", ".pdf")
SUFFIXES = (*PLAIN, *WEB, *LINES, *SHEETS, *OTHER)


class Document(NamedTuple):
    """A text and what came with it; `key` is its id within a file that holds several."""

    text: str
    title: str | None = None
    published: date | None = None
    url: str | None = None
    outlet: str | None = None
    byline: str | None = None
    key: str | None = None


def read_file(path: Path, *, text: str = "text") -> list[Document]:
    """The documents of a file, in order; `text` names the column of a CSV or XLSX.

    Raises ValueError in one line for what is empty, binary, too large, wrongly encoded, malformed or of unknown kind.
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise ValueError(f"{path}: cannot read {suffix or 'a file without suffix'}; known are {' '.join(SUFFIXES)}")
    size = path.stat().st_size
    if size == 0:
        raise ValueError(f"{path}: the file is empty")
    if size > MOST_BYTES:
        raise ValueError(f"{path}: {size / 1e6:.0f} MB is too large for articles; at most {MOST_BYTES / 1e6:.0f} MB")
    try:
        return _readers()[suffix](path, text)
    except ValueError as error:
        said = str(error).splitlines()[0]
        raise ValueError(said if str(path) in said else f"{path}: {said}") from None


def _readers() -> dict[str, Any]:
    readers: dict[str, Any] = dict.fromkeys(PLAIN, lambda path, _: [Document(decode(path.read_bytes()))])
    readers |= dict.fromkeys(WEB, lambda path, _: [read_page(path.read_bytes())])
    readers |= {".json": _json, ".jsonl": _json_lines, ".csv": _sheet, ".xlsx": _sheet}
    return readers | {".eml": _mail, ".docx": _word, ".pdf": _pdf}


def decode(content: bytes) -> str:
    """The characters of a file: UTF-8 where it is, else what charset-normalizer finds most likely.

    Raises ValueError where the bytes are no text.
    """
    for encoding, mark in (("utf-8-sig", b"\xef\xbb\xbf"), ("utf-16", b"\xff\xfe"), ("utf-16", b"\xfe\xff")):
        if content.startswith(mark):
            return content.decode(encoding)
    if b"\x00" in content:
        raise ValueError("this is a binary file, not text")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    from charset_normalizer import from_bytes

    best = from_bytes(content).best()
    if best is None or best.chaos > 0.2:
        raise ValueError("neither UTF-8 nor another text encoding fits; this may be a binary file")
    return str(best)


def read_page(content: bytes | str, url: str | None = None) -> Document:
    """The article on a web page, by trafilatura: body with headings and block quotes, title, author, day, outlet.

    Raises ValueError where the page holds no article.
    """
    import trafilatura

    page = trafilatura.bare_extraction(
        content, url=url, favor_precision=True, include_comments=False, include_links=False, with_metadata=True
    )
    if page is None or not (page.text or "").strip():
        raise ValueError("no article was found on this page")
    body = "\n\n".join(line.strip() for line in page.text.splitlines() if line.strip())
    return Document(body, page.title, day_of(page.date), page.url or url, page.sitename, page.author)


def day_of(value: object) -> date | None:
    """A day from what a file holds: an ISO date or time, or a date; None where it is neither."""
    if isinstance(value, date):
        return date(value.year, value.month, value.day)
    try:
        return date.fromisoformat(str(value or "").strip()[:10])
    except ValueError:
        return None


def _json(path: Path, _: str) -> list[Document]:
    try:
        found = json.loads(decode(path.read_bytes()))
    except json.JSONDecodeError as error:
        raise ValueError(f"no JSON: {error}") from None
    return [_record(row, n) for n, row in enumerate(found if isinstance(found, list) else [found], 1)]


def _json_lines(path: Path, _: str) -> list[Document]:
    documents = []
    for n, line in enumerate(decode(path.read_bytes()).splitlines(), 1):
        if line.strip():
            try:
                documents.append(_record(json.loads(line), n))
            except json.JSONDecodeError as error:
                raise ValueError(f"line {n} is no JSON: {error}") from None
    return documents


def _record(row: Any, n: int) -> Document:
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise ValueError(f"record {n} has no text; wanted are objects with text and any of title, published, url, id")
    strings = {key: str(row[key]) for key in ("title", "url", "outlet", "byline") if row.get(key)}
    key = row.get("id")
    return Document(
        row["text"], published=day_of(row.get("published")), key=None if key is None else str(key), **strings
    )


def _sheet(path: Path, text: str) -> list[Document]:
    import pandas as pd

    frame = pd.read_excel(path, dtype=object) if path.suffix.lower() == ".xlsx" else pd.read_csv(path, dtype=object)
    return documents_of(frame, text=text)


def documents_of(frame: Any, *, text: str = "text") -> list[Document]:
    """The rows of a DataFrame as documents; columns title, published, url, outlet, byline, id are used where they are.

    Raises ValueError where there is no such text column.
    """
    if text not in frame.columns:
        raise ValueError(f"there is no column {text!r}; there are: {', '.join(map(str, frame.columns))}")
    rows = frame.astype(object).where(frame.notna(), None).to_dict("records")
    return [_record({**row, "text": str(row[text] or "")}, n) for n, row in enumerate(rows, 1)]


def _mail(path: Path, _: str) -> list[Document]:
    message = email.message_from_bytes(path.read_bytes(), policy=policy.default)
    body = message.get_body(("html", "plain"))
    if body is None:
        raise ValueError("this mail holds no text")
    content = body.get_content()
    sent = message["date"].datetime if message["date"] else None
    found = read_page(content) if body.get_content_subtype() == "html" else Document(content.replace("\r\n", "\n"))
    return [found._replace(title=str(message["subject"] or "") or None, published=day_of(sent), byline=None)]


def _word(path: Path, _: str) -> list[Document]:
    docx = _extra("docx", path)
    return [Document("\n\n".join(part.text for part in docx.Document(str(path)).paragraphs if part.text.strip()))]


def _pdf(path: Path, _: str) -> list[Document]:
    pages = _extra("pypdf", path).PdfReader(str(path)).pages
    return [Document("\n\n".join(page.extract_text() for page in pages))]


def _extra(module: str, path: Path) -> Any:
    import importlib

    try:
        return importlib.import_module(module)
    except ModuleNotFoundError:
        raise ValueError(f"{path}: {path.suffix} needs the optional extra: uv pip install -e '.[documents]'") from None


def fetch(url: str) -> Document:
    """The article at an address that the user gave.

    Raises ValueError where nothing can be had from it.
    """
    import trafilatura

    content = trafilatura.fetch_url(url)
    if content is None:
        raise ValueError(f"{url}: nothing could be fetched from this address")
    try:
        return read_page(content, url)._replace(url=url)
    except ValueError as error:
        raise ValueError(f"{url}: {error}") from None


def files_below(folder: Path) -> Iterator[Path]:
    """Files below a folder by name, hidden ones left out."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts):
            yield path
