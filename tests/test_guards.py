"""What is too large, is no file, or breaks its reader: one line, at once, and never the run."""

import os
import time
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_pages import FIRST, LAST, SECOND, THIRD, page

from analysis.article import formats, read_article, read_corpus
from analysis.article.formats.limits import check_unpacked

STORY = f"Ferry fares to fall\n\n{FIRST}\n\n{SECOND}\n\n{THIRD}\n\n{LAST}\n"


def packed(**parts: bytes) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", data)
    return file.getvalue()


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx", "a.wacz"])
def test_a_file_that_unpacks_to_far_more_than_it_weighs_is_refused_before_it_is_read(tmp_path, name):
    (tmp_path / name).write_bytes(packed(word__document=b" " * 8_000_000))
    started = time.perf_counter()
    with pytest.raises(ValueError, match=r"it is too large: a part unpacks to 8,000,000 bytes"):
        read_article(tmp_path / name)
    assert time.perf_counter() - started < 2


def test_much_text_is_refused_and_what_packs_as_text_does_is_not(monkeypatch):
    check_unpacked(packed(word__document=os.urandom(3_000_000)))
    check_unpacked(packed(word__document=STORY.encode() * 2_000))
    monkeypatch.setattr("analysis.article.formats.limits.MOST_TEXT", 100_000)
    with pytest.raises(ValueError, match="it unpacks to 3,000,000 bytes, 3,000,000 of them text"):
        check_unpacked(packed(word__document=os.urandom(3_000_000)))


def test_a_pipe_a_device_and_a_broken_link_in_a_folder_are_passed_over(tmp_path):
    (tmp_path / "a.txt").write_text(STORY)
    os.mkfifo(tmp_path / "b.txt")
    (tmp_path / "c.txt").symlink_to(tmp_path / "missing.txt")
    (tmp_path / "d.txt").symlink_to("/dev/zero")
    said = []
    assert [article.article_id for article in read_corpus([tmp_path], say=said.append)] == ["a"]
    assert said == ["passed over: 1 broken link, 2 pipe or device"]
    for reads in (read_corpus, read_article):
        with pytest.raises(ValueError, match="it is no file: a pipe or a device"):
            reads(tmp_path / "b.txt")


@pytest.mark.parametrize(
    "error", [RecursionError("deep"), MemoryError(), KeyError("x"), AssertionError(), TypeError("a\nb")]
)
def test_a_reader_that_fails_of_anything_costs_a_problem_and_not_the_run(tmp_path, monkeypatch, error):
    def broken(data):
        raise error

    for name in ("a.txt", "b.md", "c.txt"):
        (tmp_path / name).write_text(STORY)
    monkeypatch.setitem(formats.SUFFIXES, ".md", formats.Format((".md",), whole=broken))
    first, second, third = read_corpus([tmp_path])
    assert first.paragraphs and third.paragraphs and not second.paragraphs
    assert second.problems[0].message.startswith(f"reading it failed: {type(error).__name__}")
    with pytest.raises(ValueError, match=f"reading it failed: {type(error).__name__}") as found:
        read_article(tmp_path / "b.md")
    assert "\n" not in str(found.value)


def test_no_problem_names_the_folder(tmp_path):
    folder = tmp_path / "very-private"
    folder.mkdir()
    for name in ("a.jsonl", "b.jsonl"):
        (folder / name).write_text('{"id": "x", "text": "' + FIRST + '"}\n')
    for name in ("c.xlsx", "d.docx", "e.pdf", "f.wacz", "g.warc", "h.mhtml", "i.json", "j.eml"):
        (folder / name).write_bytes(b"PK\x03\x04 broken")
    articles = list(read_corpus([folder]))
    messages = [problem.message for article in articles for problem in article.problems]
    assert len(messages) >= 8 and "its id 'x' is that of an article before it, in a.jsonl" in messages
    assert not [message for message in messages if "very-private" in message]


def test_what_is_too_large_is_refused_before_it_is_loaded(tmp_path, monkeypatch):
    story, several = 30_000_000, 3_000_000_000
    for name, size in {"a.eml": story, "b.txt": several, "c.md": story, "d.csv": several, "e.json": several}.items():
        with (tmp_path / name).open("wb") as file:
            file.truncate(size)
        monkeypatch.setattr("pathlib.Path.read_bytes", None)
        with pytest.raises(ValueError, match=f"it is too large: {size:,} bytes"):
            read_article(tmp_path / name)


MAIL = (
    "From: Post <n@post.example>\nSubject: Fwd: Fares\nMIME-Version: 1.0\nContent-Type: multipart/alternative; "
    f'boundary="b"\n\n--b\nContent-Type: text/plain\n\nFrom: A <a@b.example>\nDate: 3 March 2020\n\n{STORY}\n--b\n'
    f"Content-Type: text/html; charset=iso-8859-1\n\n{page(FIRST, SECOND, THIRD)}\n--b--\n"
)
SEEDS = {
    ".txt": STORY,
    ".md": f"---\ndate: 2020-03-03\n---\n# Fares\n\n{STORY}",
    ".html": page(FIRST, SECOND, f"<table><tr><td>{THIRD}</td></tr></table>", LAST),
    ".mhtml": f"Content-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n{page(FIRST)}\n--b--",
    ".eml": MAIL,
    ".json": '{"title": "Fares", "date": "2020-03-03", "text": "' + FIRST + '"}',
    ".jsonl": ('{"id": 1, "text": "' + FIRST + '"}\n') * 2,
    ".csv": f'title,text,date\nFares,"{FIRST}",2020-03-03\n',
}


def _binary() -> dict[str, bytes]:
    """Files of the formats that are not text, as far as what writes them is there."""
    from openpyxl import Workbook

    file, book = BytesIO(), Workbook()
    book.active.append(["title", "text"])
    book.active.append(["Fares", FIRST])
    book.save(file)
    found = {".xlsx": file.getvalue()}
    try:
        import docx

        file, document = BytesIO(), docx.Document()
        document.add_heading("Fares", 0)
        document.add_paragraph(FIRST)
        document.save(file)
        found[".docx"] = file.getvalue()
        from test_pdf import STORY as PRINTED
        from test_pdf import Paper

        paper = Paper()
        paper.column(40, 700, PRINTED, width=80)
        found[".pdf"] = paper.data()
        from test_saved_pages import PAGES, warc

        found[".warc"], found[".warc.gz"] = warc(*PAGES, gzip=False), warc(*PAGES)
    except (ImportError, pytest.skip.Exception):
        pass
    return found


FILES = {suffix: text.encode() for suffix, text in SEEDS.items()} | _binary()
NASTY = [
    b"\x00",
    b"\xff\xfe",
    b"(" * 500,
    b"<div>" * 300,
    b"\r\n\r\n",
    b"--b",
    b"[" * 500,
    b'"',
    b"\xef\xbb\xbf",
    b"%PDF",
]
CUTS = st.tuples(st.floats(0, 1), st.integers(0, 60), st.one_of(st.binary(max_size=12), st.sampled_from(NASTY)))


def mutated(data: bytes, cuts: list[tuple[float, int, bytes]]) -> bytes:
    """Bytes with pieces taken out and others put in."""
    for place, length, piece in cuts:
        start = int(place * len(data))
        data = data[:start] + piece + data[start + length :]
    return data


@settings(max_examples=int(os.environ.get("READOUT_MUTATIONS", "60")), deadline=None)
@given(st.sampled_from(sorted(FILES)), st.lists(CUTS, min_size=1, max_size=6))
def test_files_that_were_damaged_are_articles_or_problems(tmp_path_factory, suffix, cuts):
    path = tmp_path_factory.getbasetemp() / f"damaged{suffix}"
    path.write_bytes(mutated(FILES[suffix], cuts))
    articles = list(read_corpus([path]))
    assert articles
    for article in articles:
        assert article.paragraphs or article.headline or article.problems
        assert all(
            "\n" not in problem.message and str(path.parent) not in problem.message for problem in article.problems
        )
        assert not [problem.message for problem in article.problems if "reading it failed" in problem.message]
        spans = [*article.paragraphs, *article.furniture]
        assert all(0 <= start < end <= len(article.text) for start, end in spans)
        assert list(article.paragraphs) == sorted(article.paragraphs)
        article.text.encode("utf-8")
