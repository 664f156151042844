"""Files of every kind -> one article; what is none -> one clear line."""

import builtins
import json
import socket
import subprocess
import sys
from datetime import date, datetime
from email.message import EmailMessage
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pandas as pd
import pytest

from analysis.article import addresses, read_article, read_corpus, read_text

HEADLINE = "Ferry fares to fall"
LEAD = "The ferry company said on Monday that it would cut its fares by a third for the islanders."
SECOND = "The islanders have asked for “lower fares” for more than ten years, and they were not heard."
STORY = f"{HEADLINE}\n\n{LEAD}\n\n{SECOND}\n"
PAGE = f"""<!doctype html><html lang="en"><head><title>{HEADLINE} | The Island Post</title>
<meta property="og:title" content="{HEADLINE}"><meta property="og:site_name" content="The Island Post">
<meta name="author" content="Jane Doe"><meta property="article:published_time" content="2020-03-03T08:00:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>{HEADLINE}</h1><p>{LEAD}</p>
<blockquote><p>“Ten years are enough,” the mayor of the island wrote to the company in an open letter.</p></blockquote>
<p>{SECOND}</p><p>{LEAD.replace("Monday", "Tuesday")}</p></article>
<footer>© 2020 The Island Post</footer></body></html>"""


@pytest.fixture
def file(tmp_path):
    def write(name, data):
        path = tmp_path / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))
        return path

    return write


def words(article):
    return [article.text[start:end] for start, end in article.paragraphs]


def headline(article):
    return article.text[slice(*article.headline)] if article.headline else None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_text_in_every_usual_encoding(file, encoding):
    article = read_article(file("a.txt", (STORY * 3).encode(encoding)))
    assert article.text == STORY * 3
    assert headline(article) == HEADLINE


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_plain_text_is_kept_character_for_character(file, end):
    text = STORY.replace("\n", end) + "\t \x0b"
    article = read_article(file("a.txt", text), published="2020-03-03")
    assert article.text == text
    assert words(article) == [LEAD, SECOND]
    assert article.published == date(2020, 3, 3)
    assert article.article_id == "a"


def test_a_web_page(file):
    article = read_article(file("a.html", PAGE))
    assert headline(article) == HEADLINE
    assert words(article)[0] == LEAD and words(article)[2] == SECOND
    assert "“Ten years are enough,”" in words(article)[1]
    assert (article.byline, article.published, article.outlet) == ("Jane Doe", date(2020, 3, 3), "The Island Post")
    assert "Home" not in article.text and "©" not in article.text


def test_markdown_without_its_marks(file):
    source = (
        f"---\ntitle: {HEADLINE}\ndate: 2020-03-03\nauthor: Jane Doe\n---\n\n{LEAD.replace('Monday', '**Monday**')}\n\n"
        f"> {SECOND}\n\n![A ferry](ferry.png)\n\n- See [the timetable](http://island.example) for the\n  ferries.\n"
    )
    article = read_article(file("a.md", source))
    assert headline(article) == HEADLINE
    assert words(article) == [LEAD, SECOND, "See the timetable for the ferries."]
    assert (article.byline, article.published) == ("Jane Doe", date(2020, 3, 3))
    named = source.replace("author:", "hostname: islandpost.example\nsitename: The Island Post\nauthor:")
    assert read_article(file("a.md", named)).outlet == "The Island Post"


def test_tables_of_a_markdown_file_are_left_out(file):
    table = "| a | b |\n|---|---|\n| 1 | 2 |"
    assert words(read_article(file("a.md", f"# {HEADLINE}\n\n{LEAD}\n\n{table}\n\n{SECOND}\n"))) == [LEAD, SECOND]


def test_a_heading_is_the_headline_of_a_markdown_file(file):
    assert headline(read_article(file("a.md", f"# {HEADLINE}\n\n{LEAD}\n\n{SECOND}\n"))) == HEADLINE


@pytest.mark.parametrize("wrap", [lambda row: row, lambda row: [row], lambda row: {"articles": [row]}])
def test_json(file, wrap):
    row = {
        "title": HEADLINE,
        "text": f"{LEAD}\n\n{SECOND}",
        "published": "2020-03-03T08:00:00Z",
        "url": "http://i.example/1",
    }
    article = read_article(file("a.json", json.dumps(wrap(row))))
    assert headline(article) == HEADLINE
    assert words(article) == [LEAD, SECOND]
    assert (article.published, article.url) == (date(2020, 3, 3), "http://i.example/1")


def test_a_list_of_strings_is_read_as_paragraphs(file):
    article = read_article(file("a.json", json.dumps({"title": HEADLINE, "text": [LEAD, SECOND]})))
    assert words(article) == [LEAD, SECOND]


@pytest.mark.parametrize(("name", "mark"), [("a.csv", ","), ("a.csv", ";"), ("a.tsv", "\t")])
def test_tables_of_one_article(file, name, mark):
    article = read_article(file(name, f'title{mark}text\n{HEADLINE}{mark}"{LEAD}\n{SECOND}"\n'))
    assert headline(article) == HEADLINE
    assert words(article) == [LEAD, SECOND]


def test_excel(tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.append(["Title", "Text", "Published"])
    book.active.append([HEADLINE, LEAD, date(2020, 3, 3)])
    book.save(tmp_path / "a.xlsx")
    article = read_article(tmp_path / "a.xlsx")
    assert (headline(article), words(article), article.published) == (HEADLINE, [LEAD], date(2020, 3, 3))


def test_mail(file):
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["Date"] = (
        f"Fwd: {HEADLINE}",
        "Island Post <p@island.example>",
        "Tue, 03 Mar 2020 10:00",
    )
    mail.set_content(f"{LEAD}\n\n{SECOND}\n")
    article = read_article(file("a.eml", bytes(mail)))
    assert (headline(article), words(article)) == (HEADLINE, [LEAD, SECOND])
    assert (article.published, article.outlet) == (date(2020, 3, 3), "Island Post")


def test_word(tmp_path):
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_heading(HEADLINE, level=0)
    document.add_paragraph(LEAD)
    document.add_paragraph(SECOND)
    document.save(str(tmp_path / "a.docx"))
    article = read_article(tmp_path / "a.docx")
    assert (headline(article), words(article)) == (HEADLINE, [LEAD, SECOND])


def test_what_a_word_processor_shows_of_a_word_file(tmp_path):
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_heading(HEADLINE, level=0)
    first, _, last = LEAD.partition(" Monday")
    paragraph = document.add_paragraph(first)
    for tag, word, hidden in (
        ("ins", " Monday", ""),
        ("del", " Sunday", ""),
        ("ins", " x", "<w:rPr><w:vanish/></w:rPr>"),
    ):
        run = f'<w:r>{hidden}<w:t xml:space="preserve">{word}</w:t></w:r>'
        paragraph._p.append(docx.oxml.parse_xml(f"<w:{tag} {docx.oxml.ns.nsdecls('w')}>{run}</w:{tag}>"))
    paragraph.add_run(last)
    document.add_table(1, 1).cell(0, 0).paragraphs[0].text = SECOND
    document.save(str(tmp_path / "a.docx"))
    article = read_article(tmp_path / "a.docx")
    assert (headline(article), words(article)) == (HEADLINE, [LEAD, SECOND])


def pdf(lines):
    """A PDF of one page, as small as they come."""
    shown = " T* ".join(f"({line}) Tj" for line in lines)
    stream = f"BT /F 12 Tf 14 TL 50 700 Td {shown} ET"
    return (
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
        f"4 0 obj<</Length {len(stream)}>>stream\n{stream}\nendstream endobj\n"
        "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
        "trailer<</Root 1 0 R/Size 6>>\nstartxref\n0\n%%EOF\n"
    )


def test_pdf(file):
    pytest.importorskip("pdfminer")
    article = read_article(file("a.pdf", pdf([HEADLINE, "", *LEAD.split(" that ")])))
    assert headline(article) == HEADLINE
    assert "would cut its fares by a third" in article.text
    with pytest.raises(ValueError, match="is it a scan"):
        read_article(file("scan.pdf", pdf([""])))


@pytest.mark.parametrize(("name", "module"), [("a.docx", "docx"), ("a.pdf", "pdfminer.high_level")])
def test_a_missing_extra_is_said(file, monkeypatch, name, module):
    real = builtins.__import__

    def without(name, *rest, **options):
        if name == module:
            raise ImportError(name)
        return real(name, *rest, **options)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(ValueError, match=r"an extra; .* pip install -e '\.\[documents\]'"):
        read_article(file(name, b"x"))


BAD = {
    "empty.txt": (b"", "it is empty"),
    "blank.txt": (b" \n\t\r\n", "it is empty"),
    "bom.txt": (b"\xef\xbb\xbf", "it is empty"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "looks like a picture"),
    "bytes.txt": (bytes(range(256)) * 40, "binary"),
    "document.txt": (b"%PDF-1.7 ...", "looks like a PDF"),
    "nul.txt": (STORY.encode() * 5 + b"\x00" * 20, "binary"),
    "huge.txt": (b"The ferry is late. " * 40_000, "too long"),
    "broken.txt": (STORY.encode() * 3 + "“”“”".encode() + b"\xff\xfe" + STORY.encode(), "wrongly encoded: byte"),
    "french.txt": (
        "La compagnie a annoncé lundi une baisse de ses tarifs pour les habitants de cette île. " * 5,
        "in English",
    ),
    "figures.txt": ("1,203 4,551 88.2 % 17 23:10\n" * 30, "is no article"),
    "marks.txt": ("?!... --- *** ###\n" * 30, "is no article"),
    "code.txt": ("import os\n\ndef ferry(fare):\n    return fare / 3\n\nclass Ferry:\n    pass\n" * 5, "is no article"),
    "page.html": ("<html><body><nav><a href='/'>Home</a></nav></body></html>", "no story was found"),
    "void.json": ("", "it is no JSON"),
    "list.json": ("[1, 2]", "where an object with a field 'text' is needed"),
    "fields.json": ('{"words": "x"}', "the fields are: 'words'"),
    "deep.json": (b"[" * 100_000, "it is no JSON"),
    "long.json": (b"1" * 5_000, "it is no JSON"),
    "headline.json": ('{"title": "Treaty signed in Oslo", "text": ""}', "its text is empty: there is only a headline"),
    "heading.md": ("# Treaty signed in Oslo\n", "its text is empty"),
    "lines.jsonl": ('{"text": \n', "line 1 is no JSON"),
    "columns.csv": ("a,b\n1,2\n", "the fields are: 'a', 'b'"),
    "sheet.xlsx": (b"no sheet", "no Excel file"),
    "paper.docx": (b"no paper", "no Word file"),
    "paper.pdf": (b"no paper", "the PDF cannot be read"),
    "strange.xyz": (STORY, "unknown suffix '.xyz'"),
    "two.json": (json.dumps([{"text": STORY}, {"text": STORY}]), "several articles: read_corpus"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_article_gets_one_line_with_its_name(file, name):
    data, message = BAD[name]
    with pytest.raises(ValueError) as found:
        read_article(file(name, data))
    said = str(found.value)
    assert message in said and name in said and "\n" not in said.strip()


def test_libraries_add_no_lines_of_their_own(file):
    paths = [str(file(name, BAD[name][0])) for name in ("page.html", "paper.pdf", "void.json")]
    code = f"from analysis.article import read_corpus; list(read_corpus({paths!r}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout + done.stderr == ""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A web server on this machine with one page."""
    folder = tmp_path_factory.mktemp("site")
    (folder / "fares.html").write_text(PAGE, encoding="utf-8")

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *words):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def test_an_address(site):
    article = read_article(f"{site}/fares.html?from=home")
    assert (article.article_id, headline(article)) == ("fares", HEADLINE)
    assert article.url == article.source == f"{site}/fares.html?from=home"
    with pytest.raises(ValueError, match="could not be fetched: HTTP Error 404"):
        read_article(f"{site}/nothing.html")
    (unread,) = read_corpus([f"{site}/nothing.html"])
    assert "could not be fetched" in unread.problems[0].message


ANSWERS = {
    "short": (b"HTTP/1.0 200 OK\r\nContent-Length: 9000\r\n\r\n<p>The ferry", "12 bytes came of 9,000"),
    "chunked": (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n<p>The ferry", "IncompleteRead"),
    "no HTTP": (b"SSH-2.0\r\n", "could not be fetched: SSH-2.0"),
}


@pytest.mark.parametrize("answer", ANSWERS)
def test_an_answer_that_breaks_off_is_said(answer):
    data, message = ANSWERS[answer]
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve():
            client, _ = server.accept()
            with client:
                client.recv(4096)
                client.sendall(data)

        Thread(target=serve, daemon=True).start()
        with pytest.raises(ValueError, match=message) as found:
            read_article(f"http://127.0.0.1:{server.getsockname()[1]}/fares")
    assert "\n" not in str(found.value)


def test_an_address_that_is_none_is_said():
    with pytest.raises(ValueError, match="could not be fetched: URL can't contain control characters"):
        read_article("http://127.0.0.1/a b")


def test_a_page_that_is_too_large_is_not_cut(site, monkeypatch):
    monkeypatch.setattr(addresses, "LARGEST", 100)
    with pytest.raises(ValueError, match="it is too large: at most 100 bytes"):
        read_article(f"{site}/fares.html")


def test_missing_files_and_folders_are_said(tmp_path):
    with pytest.raises(ValueError, match="No such file"):
        read_article(tmp_path / "missing.txt")
    with pytest.raises(ValueError, match="folder"):
        read_article(tmp_path)


def test_strings():
    article = read_text(STORY, article_id="mine", published="2020-03-03")
    assert (article.article_id, headline(article), article.published) == ("mine", HEADLINE, date(2020, 3, 3))
    article = read_text(f"{LEAD}\n\n{SECOND}", headline=HEADLINE)
    assert (headline(article), words(article)) == (HEADLINE, [LEAD, SECOND])


@pytest.mark.parametrize(
    "given", [date(2020, 3, 3), datetime(2020, 3, 3, 5), pd.Timestamp("2020-03-03"), "2020-03-03T08:00:00Z"]
)
def test_a_day_may_be_given_as_a_moment(given):
    assert type(published := read_text(STORY, published=given).published) is date and published == date(2020, 3, 3)


@pytest.mark.parametrize("given", ["soon", "2020-03-03junk", "", 2020, pd.NaT])
def test_what_is_no_day_is_said(given):
    with pytest.raises(ValueError, match=f"^{given!r} is not a day such as 2020-01-15$"):
        read_text(STORY, published=given)


def test_lone_surrogates_become_a_sign_that_a_file_can_hold():
    article = read_text(STORY.replace("ferry", "ferr\ud800"))
    assert "ferr\ufffd" in article.text and len(article.text) == len(STORY)
    assert "lost" in article.problems[0].message


def test_text_that_was_decoded_wrongly_is_read_and_said():
    mangled = STORY.replace("“", "â€œ").replace("”", "â€\x9d")
    assert "wrong encoding" in read_text(mangled).problems[0].message
    assert read_text(STORY).problems == ()
    both = read_text(f"{mangled} The end\ufffd.").problems[0].message
    assert "1 character lost" in both and "wrong encoding" in both


def test_short_english_needs_no_language_model():
    assert read_text("Minister quits.").text == "Minister quits."
    assert read_text("NET PROFIT UP, SALES DOWN, SHARES FLAT IN FIRST QUARTER").headline is None
