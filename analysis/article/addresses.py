"""Articles at http(s) addresses: fetched within one limit of time, read as what they are."""

import zlib
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import replace
from ipaddress import ip_address
from pathlib import Path
from queue import Empty, Queue
from tempfile import TemporaryDirectory
from threading import Thread
from time import monotonic
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

from analysis.article.drafts import Draft
from analysis.article.formats import SUFFIXES, drafts_of
from analysis.article.formats.decode import LARGEST, decode_labelled
from analysis.article.formats.pages import read_html

ADDRESS = ("http://", "https://")
TOTAL = 60  # seconds for a whole fetch, redirects and all
SILENT = 30  # seconds without a byte
PIECE = 65_536
PAGES = ("text/html", "application/xhtml+xml")
UNTOLD = ("", "text/plain", "application/octet-stream", "binary/octet-stream", "application/download")
KINDS = {
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/csv": ".csv",
    "text/tab-separated-values": ".tsv",
    "application/json": ".json",
    "application/ld+json": ".json",
    "application/feed+json": ".json",
    "application/x-ndjson": ".jsonl",
    "application/jsonl": ".jsonl",
    "application/pdf": ".pdf",
    "message/rfc822": ".eml",
    "multipart/related": ".mhtml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
}


class Answer(NamedTuple):
    """What an address answered: bytes, their media type and encoding as they were announced."""

    data: bytes
    kind: str
    charset: str | None


def is_address(source: str) -> bool:
    """Whether a source is fetched rather than opened."""
    return source.lower().startswith(ADDRESS)


def address_id(url: str) -> str:
    """The id of the article at an address: the last part of its path, else the host."""
    parts = [part for part in without_password(url).split("?")[0].split("#")[0].split("/")[2:] if part]
    last = parts[-1] if parts else url
    return last.rsplit(".", 1)[0] if len(parts) > 1 and last.rsplit(".", 1)[0] else last


def without_password(source: str) -> str:
    """An address without the name and password in it; whatever else a source is, as it is."""
    if not is_address(source):
        return source
    scheme, _, rest = source.partition("//")
    host, slash, path = rest.partition("/")
    return f"{scheme}//{host.rpartition('@')[2]}{slash}{path}"


def address_drafts(url: str) -> Iterator[Draft | ValueError]:
    """The articles at an address, read as the page, text, table, PDF or other file that it is.

    A name and password in the address go to its host alone. Raises ValueError where it can't be had as a whole, is
    redirected to what is no public http(s) address, or is nothing that is read.
    """
    answer, shown = fetch(url), without_password(url)
    suffix = _suffix(answer, shown)
    if suffix == ".html":
        yield read_html(answer.data, url=shown, charset=answer.charset)
        return
    data = answer.data
    if answer.charset and suffix in (".txt", ".md", ".csv", ".tsv"):
        data = decode_labelled(data, answer.charset).text.encode("utf-8")
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"answer{suffix}"
        path.write_bytes(data)
        for draft in drafts_of(path):
            yield replace(draft, url=draft.url or shown) if isinstance(draft, Draft) else draft


def fetch(url: str) -> Answer:
    """What an address answers within `TOTAL` seconds, however slowly it comes.

    Raises ValueError where it can't be had as a whole.
    """
    answers: Queue[Answer | ValueError] = Queue()
    Thread(target=lambda: answers.put(_fetched(url, monotonic() + TOTAL)), daemon=True).start()
    try:
        answer = answers.get(timeout=TOTAL)
    except Empty:
        answer = _too_slow()
    if isinstance(answer, ValueError):
        raise answer
    return answer


def _fetched(url: str, deadline: float) -> Answer | ValueError:
    from http.client import HTTPException

    try:
        with _open(url) as answer:
            data = _body(answer, deadline)
            headers = answer.headers
            if headers["Content-Encoding"] in ("gzip", "x-gzip", "deflate"):
                data = _inflated(data)
            return Answer(data, headers.get_content_type() if headers["Content-Type"] else "", _charset(headers))
    except _Refused as error:
        return ValueError(str(error))
    except (OSError, ValueError, HTTPException, zlib.error) as error:
        return ValueError(f"it could not be fetched: {' '.join(str(error).split()) or type(error).__name__}")


class _Refused(Exception):
    """An answer that is not taken, and why."""


def _open(url: str) -> Any:
    """The open answer of an address; its name and password are sent in a header of their own."""
    from urllib.request import Request, build_opener

    request = Request(
        without_password(url),
        headers={"User-Agent": "Mozilla/5.0 (compatible; readout)", "Accept": "text/html, */*;q=0.5"},
    )
    name, at, _ = urlsplit(url).netloc.rpartition("@")
    if at:
        request.add_unredirected_header("Authorization", f"Basic {b64encode(unquote(name).encode()).decode()}")
    return build_opener(_redirects(urlsplit(without_password(url)))).open(request, timeout=SILENT)


def _redirects(first: Any) -> Any:
    """A handler that follows redirects to http(s) alone, and to this machine or its network only from there."""
    from urllib.request import HTTPRedirectHandler

    class Redirects(HTTPRedirectHandler):
        def redirect_request(self, request: Any, answer: Any, code: int, said: str, headers: Any, url: str) -> Any:
            target = urlsplit(url)
            if target.scheme not in ("http", "https"):
                raise _Refused(f"it is redirected to {target.scheme}: only http and https addresses are read")
            if (target.hostname, target.port) != (first.hostname, first.port) and _is_private(target.hostname or ""):
                raise _Refused(f"it is redirected to {target.hostname}, which is no public address")
            return super().redirect_request(request, answer, code, said, headers, without_password(url))

    return Redirects()


def _is_private(host: str) -> bool:
    """Whether a host is this machine, on its network, or cannot be told."""
    import socket

    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except OSError:
        return False
    numbers = [ip_address(str(entry[4][0]).partition("%")[0]) for entry in found]
    return any(not (getattr(number, "ipv4_mapped", None) or number).is_global for number in numbers)


def _body(answer: Any, deadline: float) -> bytes:
    """The bytes of an answer, all of them."""
    pieces, size = [], 0
    while piece := answer.read1(PIECE):
        pieces.append(piece)
        size += len(piece)
        if size > LARGEST:
            raise _Refused(f"it is too large: at most {LARGEST:,} bytes are fetched")
        if monotonic() > deadline:
            raise _Refused(str(_too_slow()))
    announced = answer.headers["Content-Length"] or ""
    if announced.isdecimal() and size < int(announced):
        raise ValueError(f"{size:,} bytes came of {int(announced):,}")
    return b"".join(pieces)


def _inflated(data: bytes) -> bytes:
    inflater = zlib.decompressobj(zlib.MAX_WBITS | 32)
    unpacked = inflater.decompress(data, LARGEST + 1)
    if len(unpacked) > LARGEST:
        raise _Refused(f"it is too large: at most {LARGEST:,} bytes are read")
    return unpacked


def _too_slow() -> ValueError:
    return ValueError(f"it could not be fetched: it did not come within {TOTAL} seconds")


def _charset(headers: Any) -> str | None:
    charset = headers.get_param("charset")
    return charset if isinstance(charset, str) else None


def _suffix(answer: Answer, url: str) -> str:
    """The suffix of a file of the kind that an answer is: as announced, by its address, by its first bytes."""
    named = Path(unquote(urlsplit(url).path)).suffix.lower()
    start = answer.data[:1024].lstrip().lower()
    if answer.kind in UNTOLD and named in SUFFIXES and not (named == ".txt" and start.startswith(b"<!doctype html")):
        return ".html" if SUFFIXES[named].whole is read_html else named
    if start.startswith(b"%pdf-"):
        return ".pdf"
    if answer.kind in PAGES or (answer.kind in UNTOLD and (b"<html" in start or start.startswith(b"<!doctype html"))):
        return ".html"
    if suffix := KINDS.get(answer.kind or "text/plain"):
        return suffix
    if named in SUFFIXES and not answer.kind.startswith(("image/", "video/", "audio/", "text/html")):
        return named
    raise ValueError(f"it is {answer.kind}: read are pages, text, JSON, tables, PDF, Word and mail")
