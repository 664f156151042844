"""What a report leaves: one file or many, printed where there is a browser; no folder after a failure."""

import stat
import sys
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from analysis import report
from analysis.report import printing, render_report
from analysis.tables import TableWriter

STORIES = {
    "trams": "Council votes on trams\n\nAda Obi, the mayor, said on Monday that she supports it.\n",
    "room": "Reading room to close\n\nMayor Cy Dorn said on Monday that the council would close it.\n",
}


@pytest.fixture
def stories(pooled, tmp_path, monkeypatch) -> list[Path]:
    """Two articles, and one notebook that says a word of each."""
    (tmp_path / "notebooks").mkdir()
    monkeypatch.setattr(report, "NOTEBOOKS", tmp_path / "notebooks")
    cells = [
        new_markdown_cell("# Who?"),
        new_code_cell("article = published = None", metadata={"tags": ["parameters"]}),
        new_code_cell("from analysis import open_reading, pages"),
        new_code_cell("pages.marked_text(open_reading(article))"),
    ]
    nbformat.write(new_notebook(cells=cells), tmp_path / "notebooks" / "01-try.ipynb")
    for name, text in STORIES.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return [tmp_path / f"{name}.txt" for name in STORIES]


@pytest.mark.notebook
def test_with_each_there_is_an_index_and_a_page_for_each_article(stories, tmp_path):
    out = tmp_path / "all of it" / "index.html"
    render_report(stories, out, published="2020-01-15", each=True, progress=False)
    index = out.read_text(encoding="utf-8")
    beside = out.with_name("index-notebooks")
    assert "What do they have in common?" in index and "Ada Obi" not in index
    assert [f'href="index-notebooks/{name}"' in index for name in ("001.html", "002.html")] == [True, True]
    first, second = ((beside / name).read_text(encoding="utf-8") for name in ("001.html", "002.html"))
    assert "Ada Obi" in first and "Cy Dorn" in second and 'href="../index.html"' in first
    assert "Cy Dorn" not in first
    render_report(stories[:1], out, published="2020-01-15", progress=False)
    assert not (beside / "001.html").exists() and "Ada Obi" in out.read_text(encoding="utf-8")


@pytest.mark.notebook
def test_a_report_that_fails_leaves_no_folder(stories, tmp_path):
    (tmp_path / "void.txt").touch()
    with pytest.raises(ValueError, match="void"):
        render_report([tmp_path / "void.txt"], tmp_path / "deep" / "down" / "out.html", progress=False)
    assert not (tmp_path / "deep").exists()


def test_tables_that_fail_leave_no_folder(tmp_path):
    with pytest.raises(ValueError, match="stopped"), TableWriter(tmp_path / "deep" / "down"):
        raise ValueError("stopped")
    assert not (tmp_path / "deep").exists()


def test_without_a_browser_a_pdf_is_refused_at_once_with_a_clear_word(stories, tmp_path, monkeypatch):
    monkeypatch.setattr(printing.shutil, "which", lambda name: None)
    monkeypatch.setattr(printing, "ELSEWHERE", ())
    with pytest.raises(ValueError, match="printed by Chromium or Chrome, and none is installed"):
        render_report(stories, tmp_path / "new" / "out.html", pdf=True, progress=False)
    assert not (tmp_path / "new").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
def test_a_browser_that_does_not_print_is_named_with_what_it_said(tmp_path):
    mute = tmp_path / "browser"
    mute.write_text("#!/bin/sh\necho no paper >&2\nexit 1\n", encoding="utf-8")
    mute.chmod(mute.stat().st_mode | stat.S_IXUSR)
    with pytest.raises(ValueError, match=r"did not print page\.html: no paper"):
        printing.print_page(tmp_path / "page.html", tmp_path / "page.pdf", str(mute))


@pytest.mark.notebook
def test_a_report_is_printed_beside_itself(stories, tmp_path):
    try:
        printing.find_browser()
    except ValueError as missing:
        pytest.skip(str(missing))
    render_report(stories, tmp_path / "out.html", published="2020-01-15", pdf=True, progress=False)
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")
    assert not list((tmp_path / "out-notebooks").glob("*.pdf"))
