"""Addresses -> articles: within one limit of time, as what they are, from public places."""

import json
import socket
from base64 import b64decode
from contextlib import contextmanager
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from time import monotonic

import pytest
from made_pages import FIRST, LAST, SECOND, THIRD, page

from analysis.article import addresses, read_article, read_corpus
from analysis.article.addresses import address_id, without_password

STORY = [FIRST, SECOND, THIRD, LAST]
TEXT = "\n\n".join(["Ferry fares to fall", *STORY])
ROW = {"title": "Ferry fares to fall", "text": TEXT, "published": "2020-03-03"}
LATIN = f"<html><head><meta charset='utf-8'></head><body><p>{SECOND}</p><p>{THIRD}</p></body></html>"
ANSWERS = {
    "/page": ("text/html; charset=utf-8", page(*STORY).encode()),
    "/text": ("text/plain", TEXT.encode()),
    "/latin": ("text/plain; charset=iso-8859-1", TEXT.encode("cp1252")),
    "/page-latin": ("text/html; charset=iso-8859-1", LATIN.encode("cp1252")),
    "/json": ("application/json", json.dumps(ROW).encode()),
    "/rows.csv": ("text/plain", f'title,text\nFares,"{FIRST}"\nBoats,"{LAST}"\n'.encode()),
    "/picture": ("image/png", b"\x89PNG"),
    "/untold": ("", page(*STORY).encode()),
}
PLACES = {
    "/ftp": "ftp://ftp.example/a.txt",
    "/file": "file:///etc/hostname",
    "/inner": "http://localhost:1/secret",
    "/number": "http://169.254.1.1/secret",
    "/moved": "/page",
}


class Site(BaseHTTPRequestHandler):
    seen: dict[str, str] = {}  # noqa: RUF012

    def do_GET(self):
        type(self).seen[self.path] = self.headers["Authorization"] or ""
        if self.path in PLACES:
            self.send_response(302)
            self.send_header("Location", PLACES[self.path])
            self.end_headers()
            return
        kind, data = ANSWERS[self.path]
        self.send_response(200)
        if kind:
            self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *words):
        pass


@pytest.fixture(scope="module")
def site():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"127.0.0.1:{server.server_port}"
    server.shutdown()


def told(article):
    return [article.text[start:end] for start, end in article.paragraphs]


@pytest.mark.parametrize("path", ["/page", "/text", "/latin", "/json", "/untold", "/moved"])
def test_an_answer_is_read_as_what_it_is(site, path):
    article = read_article(f"http://{site}{path}")
    assert told(article)[-4:] == STORY
    assert article.published == (date(2020, 3, 3) if path == "/json" else None)
    assert article.url == article.source == f"http://{site}{path}"


def test_what_an_answer_says_of_its_encoding_goes_before_what_the_page_says(site):
    assert told(read_article(f"http://{site}/page-latin")) == [SECOND, THIRD]


def test_a_pdf_at_an_address_is_read(site):
    pytest.importorskip("pdfminer")
    from test_pdf import STORY as PRINTED
    from test_pdf import Paper

    paper = Paper()
    paper.column(40, 700, PRINTED, width=80)
    ANSWERS["/paper"] = ("application/pdf", paper.data())
    assert told(read_article(f"http://{site}/paper")) == PRINTED


def test_a_table_at_an_address_is_read_row_by_row(site):
    assert [told(article)[0] for article in read_corpus([f"http://{site}/rows.csv"])] == [FIRST, LAST]


def test_what_is_nothing_that_is_read_is_said(site):
    with pytest.raises(ValueError, match="it is image/png: read are pages"):
        read_article(f"http://{site}/picture")


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/ftp", "redirected to ftp"),
        ("/file", "Redirection to url 'file:"),
        ("/inner", "redirected to localhost, which is no public"),
        ("/number", "redirected to 169.254.1.1"),
    ],
)
def test_redirects_lead_to_public_pages_alone(site, path, message):
    with pytest.raises(ValueError, match=message):
        read_article(f"http://{site}{path}")


def test_a_password_goes_to_its_host_and_is_never_shown(site):
    address = f"http://jane:s3cret@{site}/text"
    article = read_article(address)
    assert b64decode(Site.seen["/text"].partition(" ")[2]) == b"jane:s3cret"
    assert article.source == article.url == f"http://{site}/text"
    (again,) = read_corpus([address])
    assert again == article
    for path in ("/picture", "/ftp", ":99999/x", " /x"):
        with pytest.raises(ValueError) as found:
            read_article(f"http://jane:s3cret@{site}{path}")
        assert "s3cret" not in str(found.value)
        (row,) = read_corpus([f"http://jane:s3cret@{site}{path}"])
        assert "s3cret" not in row.source + row.article_id + row.problems[0].message
    with pytest.raises(ValueError) as found:
        read_corpus([address, address])
    assert "s3cret" not in str(found.value)
    assert address_id("https://jane:s3cret@post.example") == "post.example"
    assert without_password("https://post.example/a@b") == "https://post.example/a@b"


@contextmanager
def trickling(first: bytes):
    """A server that sends something and then a byte now and then, without end."""
    stop = Event()
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            client, _ = server.accept()
            with client:
                client.sendall(first)
                while not stop.wait(0.05):
                    try:
                        client.sendall(b"x")
                    except OSError:
                        return

        Thread(target=serve, daemon=True).start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/slow"
        stop.set()


@pytest.mark.parametrize(
    "first", [b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<html>", b"HTTP/1.0 200 OK\r\nX: "]
)
def test_one_limit_holds_for_a_whole_fetch(monkeypatch, first):
    monkeypatch.setattr(addresses, "TOTAL", 0.5)
    started = monotonic()
    with trickling(first) as address, pytest.raises(ValueError, match=r"did not come within 0\.5 seconds"):
        read_article(address)
    assert monotonic() - started < 5
