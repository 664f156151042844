"""Pages that somebody saved -> the story, with the address and day that it had before."""

import json
import plistlib
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from made_pages import FIRST, LAST, SECOND, THIRD, page

from analysis.article import read_article, read_corpus
from analysis.article.formats.pages import read_html
from analysis.article.formats.web.saved import original

URL = "https://www.islandpost.example/2020/03/03/fares"
DAY = '<meta property="article:published_time" content="2020-03-03T09:12:00+01:00">'
SITE = '<meta property="og:site_name" content="The Island Post">'
STORY = [FIRST, SECOND, THIRD, LAST]


def told(article):
    return [article.text[start:end] for start, end in article.paragraphs]


@pytest.mark.parametrize(
    "address",
    [
        f"https://web.archive.org/web/20201020101010/{URL}",
        f"http://web.archive.org/web/20201020101010id_/{URL}",
        f"https://web.archive.org/web/2020/{URL}",
        f"https://web.archive.org/web/20201020101010/{URL.replace('://', ':/')}",
        f"https://archive.ph/2020.10.20-101010/{URL}",
        f"https://wayback.archive-it.org/1234/20201020101010/{URL}",
        f"https://web.archive.org/web/20201020101010/https://web.archive.org/web/20200304000000/{URL}",
        URL,
    ],
)
def test_the_address_of_a_copy_in_an_archive_is_that_of_the_page(address):
    assert original(address) == URL


def test_a_page_from_the_wayback_machine_is_that_of_its_site():
    toolbar = (
        '<div id="wm-ipp-base"><div id="wm-ipp"><form><input type="text" name="url" value="{0}"></form>'
        "<p>About this capture. This is a collection of pages that were linked to from elsewhere, on 20 Oct 2020.</p>"
        "</div></div>"
    )
    time = '<time datetime="2020-03-03T09:12:00+01:00">3 March 2020</time>'
    markup = page(time, *STORY, title="Ferry fares to fall | The Island Post").replace(
        "<body>", f"<body>{toolbar.format(URL)}"
    )
    draft = read_html(markup + "<!-- FILE ARCHIVED ON 10:10:10 Oct 20, 2020 AND RETRIEVED ON Nov 02, 2020. -->")
    assert draft.text.split("\n\n") == STORY
    assert (draft.url, draft.outlet, draft.published) == (URL, "The Island Post", date(2020, 3, 3))
    canonical = f'<link rel="canonical" href="https://web.archive.org/web/20201020101010/{URL}">'
    assert read_html(page(*STORY, head=canonical)).url == URL


@pytest.mark.parametrize(
    "comment",
    [f"<!-- saved from url=(0046){URL} -->", f"<!--\n Page saved with SingleFile \n url: {URL} \n saved date: x\n-->"],
)
def test_a_page_that_a_browser_saved_says_where_it_is_from(comment):
    assert read_html(page(*STORY).replace("<html", f"{comment}<html")).url == URL


def test_pictures_in_a_saved_page_do_not_count(tmp_path):
    picture = f"<img src='data:image/png;base64,{'A' * 21_000_000}'>"
    (tmp_path / "a.html").write_text(page(FIRST, picture, SECOND, THIRD, LAST))
    assert told(read_article(tmp_path / "a.html")) == STORY


def mhtml() -> bytes:
    body = page(*STORY, head=DAY + SITE).replace("=", "=3D").encode("ascii", "xmlcharrefreplace")
    head = (
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {URL}\r\nSubject: x\r\n"
        "Date: Fri, 6 Mar 2020 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="--b"\r\n\r\n----b\r\nContent-Type: text/html\r\n'
        f"Content-Transfer-Encoding: quoted-printable\r\nContent-Location: {URL}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n----b\r\nContent-Type: text/css\r\n\r\nbody { }\r\n----b--\r\n"


def test_mhtml_has_the_pages_own_day_and_outlet(tmp_path):
    for name in ("a.mhtml", "b.mht"):
        (tmp_path / name).write_bytes(mhtml())
        article = read_article(tmp_path / name)
        assert told(article) == STORY
        assert (article.url, article.outlet, article.published) == (URL, "The Island Post", date(2020, 3, 3))
    (tmp_path / "c.mhtml").write_bytes(b"Subject: x\r\n\r\nno page")
    with pytest.raises(ValueError, match="no HTML in it"):
        read_article(tmp_path / "c.mhtml")


def test_a_frame_that_stands_first_in_mhtml_is_not_the_page(tmp_path):
    frame = b"Content-Type: text/html\r\nContent-Location: cid:frame-1@mhtml.blink\r\n\r\n<p>Buy!</p>\r\n----b\r\n"
    page = b"Content-Type: text/html\r\nContent-T"
    (tmp_path / "a.mhtml").write_bytes(mhtml().replace(page, frame + page))
    assert told(read_article(tmp_path / "a.mhtml")) == STORY


def test_a_page_that_safari_saved_is_read(tmp_path):
    markup = page(*STORY, head=DAY + SITE)
    main = {"WebResourceData": markup.encode(), "WebResourceURL": URL, "WebResourceTextEncodingName": "UTF-8"}
    (tmp_path / "a.webarchive").write_bytes(plistlib.dumps({"WebMainResource": main}, fmt=plistlib.FMT_BINARY))
    (article,) = read_corpus([tmp_path])
    assert told(article) == STORY
    assert (article.url, article.outlet, article.published) == (URL, "The Island Post", date(2020, 3, 3))
    (tmp_path / "a.webarchive").write_bytes(plistlib.dumps({"Frames": []}))
    (article,) = read_corpus([tmp_path])
    assert "no page that Safari saved" in article.problems[0].message


def test_the_outlet_of_a_copy_is_not_the_archive():
    canonical = f'<link rel="canonical" href="https://archive.ph/2020.10.20-101010/{URL}">'
    head = f'<meta property="og:site_name" content="archive.ph">{canonical}'
    assert read_html(page(*STORY, head=head)).outlet == "islandpost.example"
    short = f'<meta property="og:url" content="https://archive.ph/AbCd1">{canonical}'
    assert read_html(page(*STORY, head=short)).url == URL
    assert original("http://islandpost.example:80/a") == "http://islandpost.example/a"
    assert original("http://islandpost.example:8080/a") == "http://islandpost.example:8080/a"


def warc(*pages, gzip=True) -> bytes:
    """A WARC of answers: address, type, body."""
    pytest.importorskip("warcio")
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    file = BytesIO()
    writer = WARCWriter(file, gzip=gzip)
    for url, kind, body, *status in pages:
        headers = StatusAndHeaders(*(status or ["200 OK"]), [("Content-Type", kind)], protocol="HTTP/1.1")
        record = writer.create_warc_record(url, "response", payload=BytesIO(body), http_headers=headers)
        writer.write_record(record)
    return file.getvalue()


WHOLE = page(*STORY, head=DAY + SITE).encode()
OTHER = page(FIRST, LAST.replace("April", "May"), THIRD, SECOND, title="Ferry is late", head=SITE).encode()
PAGES = [
    (URL, "text/html; charset=utf-8", WHOLE),
    (f"{URL}.png", "image/png", b"\x89PNG"),
    (URL, "text/html", WHOLE),
    ("https://www.islandpost.example/gone", "text/html", OTHER, "404 Not Found"),
    ("https://www.islandpost.example/late", "text/html", OTHER),
    ("https://www.islandpost.example/", "text/html", b"<html><body><nav><a href='/'>Home</a></nav></body></html>"),
]


@pytest.mark.parametrize(("name", "gzip"), [("a.warc", False), ("a.warc.gz", True)])
def test_each_page_of_a_crawl_is_an_article(tmp_path, name, gzip):
    (tmp_path / name).write_bytes(warc(*PAGES, gzip=gzip))
    first, second, rest = read_corpus([tmp_path])
    assert (first.article_id, first.url, first.published) == ("a-1", URL, date(2020, 3, 3))
    assert told(first) == STORY
    assert second.url == "https://www.islandpost.example/late"
    assert "1 page without a story" in rest.problems[0].message and "islandpost.example/:" in rest.problems[0].message


def test_a_wacz_gives_the_pages_that_it_lists(tmp_path):
    with ZipFile(tmp_path / "a.wacz", "w") as archive:
        archive.writestr("archive/data.warc.gz", warc(*PAGES))
        listed = [{"format": "json-pages-1.0", "id": "pages"}, {"url": URL, "title": "Fares"}]
        archive.writestr("pages/pages.jsonl", "\n".join(map(json.dumps, listed)))
    (article,) = read_corpus([tmp_path])
    assert (article.url, told(article)) == (URL, STORY)


def test_what_is_no_archive_is_said(tmp_path):
    pytest.importorskip("warcio")
    for name, message in (("a.warc", "no WARC file"), ("b.wacz", "no WACZ file"), ("c.warc.gz", "no page")):
        (tmp_path / name).write_bytes(b"" if name == "c.warc.gz" else b"no archive at all\n")
        with pytest.raises(ValueError, match=message):
            read_article(tmp_path / name)


def test_a_damaged_archive_keeps_its_first_pages_and_says_nothing_of_its_own(tmp_path, capfd):
    data = warc(*PAGES, gzip=False)
    cut = data.index(b"WARC/1.0", 10) - 20
    (tmp_path / "a.warc").write_bytes(data[:cut] + b"\x00" + data[cut + 9 :])
    first, *_ = read_corpus([tmp_path])
    assert first.url == URL
    assert capfd.readouterr() == ("", "")
