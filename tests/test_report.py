"""The report: one file, escaped, under a policy by hashes; nothing is left behind where a cell or a widget fails."""

import base64
import hashlib
import re
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from multiprocessing import get_context

import nbformat
import pytest
from made_reading import READING
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from analysis import pages, report
from analysis.reading import ROOT
from analysis.report import notebooks, render_report
from analysis.report.render import Part, render_notebook, render_page

STOCK = "No description has been provided for this image"
STORY = "Council votes <script>alert(1)</script> on trams\n\nAda Obi, the mayor, said on Monday that she supports it.\n"


def shown(block: pages.Block) -> dict:
    return new_output("execute_result", data=block._repr_mimebundle_(), execution_count=1)


def notebook(*cells) -> nbformat.NotebookNode:
    return new_notebook(cells=[new_markdown_cell("# Who?"), *cells])


def page(*cells, title: str = "Tram") -> str:
    return render_page([Part(title, [render_notebook(notebook(*cells), prefix="01")])])


def test_the_policy_allows_this_style_and_this_script_and_nothing_else():
    html = page(new_code_cell("x", outputs=[shown(pages.choose("Actor", pages.actor_pages(READING)))]))
    policy = re.search(r'http-equiv="Content-Security-Policy" content="(.*?)"', html)[1].replace("&#39;", "'")
    assert policy.startswith("default-src 'none'; img-src data:;")
    assert "unsafe" not in policy and "http" not in policy
    for tag in ("style", "script"):
        (code,) = re.findall(f"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        assert f"{tag}-src 'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'" in policy


def test_the_page_asks_for_nothing_outside():
    html = page(new_code_cell("x", outputs=[shown(pages.mention_figure(READING))]))
    assert not re.findall(r'(?:src|href)="(?!data:|#)', html)
    assert not re.search(r"@import|url\(", html)
    assert not re.search(r"\sstyle=|\son\w+=", re.sub(r"<(style|script)>.*?</\1>", "", html, flags=re.DOTALL))


def test_a_title_is_text():
    html = page(title="<img src=x onerror=alert(1)>")
    assert "<img" not in html
    assert '<h1 dir="auto">&lt;img src=x' in html


def test_cells_for_jupyterlab_and_widgets_are_left_out():
    view = {"application/vnd.jupyter.widget-view+json": {"model_id": "x"}, "text/plain": "Slider()"}
    html = page(
        new_markdown_cell("Only in the laboratory", metadata={"tags": ["lab"]}),
        new_markdown_cell("Try the laboratory", metadata={"tags": ["try"]}),
        new_code_cell("hidden()", outputs=[new_output("display_data", data=view)], metadata={"tags": ["lab"]}),
        new_code_cell("slide()", outputs=[new_output("display_data", data=view)]),
        new_markdown_cell("In both"),
    )
    assert "laboratory" not in html and "hidden()" not in html and "Slider()" not in html and "model_id" not in html
    assert "In both" in html


def test_a_widget_that_has_a_page_shows_it():
    view = {"application/vnd.jupyter.widget-view+json": {"model_id": "x"}, "text/html": "<p>Its page</p>"}
    html = page(new_code_cell("explorer", outputs=[new_output("display_data", data=view)]))
    assert "<p>Its page</p>" in html and "model_id" not in html


def test_the_code_stands_folded_at_the_end_behind_one_switch_and_prompts_nowhere():
    html = page(new_code_cell("import this", execution_count=7), new_code_cell("this.s", execution_count=8))
    assert html.count("<details") == 1
    folded = html[html.index("<details") : html.index("</details>")]
    assert re.sub(r"<[^>]*>", " ", folded).split() == [
        "Show",
        "the",
        "code",
        "Who?",
        "import",
        "this",
        "this.s",
    ]
    assert "import" not in re.sub(r"<[^>]*>", " ", html[html.index("<main") : html.index("<details")])
    assert "Out[" not in html and "In&nbsp;[" not in html


def test_the_story_stands_before_the_contents_and_the_method_behind_the_notebooks():
    told = Part("Tram", [render_notebook(notebook(), prefix="01")], None, pages.story(READING), pages.method(READING))
    html = render_page([told])
    places = [
        html.index(f"<{tag}") for tag in ('div class="story"', "nav", 'h2 id="part-01', 'h2 id="method-1"', "detail")
    ]
    assert places == sorted(places)


def test_a_page_of_its_own_leads_back_to_the_index():
    assert '<a href="all.html">All articles</a>' in render_page([Part("Tram", [])], index="all.html")


def test_headings_step_down_and_are_listed():
    rendered = render_notebook(
        notebook(new_markdown_cell("## How & why?"), new_markdown_cell("## Where?")), prefix="02"
    )
    assert rendered.title == "Who?"
    assert [section.title for section in rendered.sections] == ["How & why?", "Where?"]
    assert f'<h3 id="{rendered.sections[0].id}">How &amp; why?</h3>' in rendered.body
    html = render_page([Part("Tram", [rendered])])
    assert [level for level in re.findall(r"<h(\d)", html)] == ["1", "2", "3", "3", "2", "3"]
    assert len(set(re.findall(r' id="(.*?)"', html))) == len(re.findall(r' id="', html))


def test_a_chart_that_a_user_draws_has_no_stock_description():
    data = {"image/png": base64.b64encode(b"png").decode(), "text/plain": "<Figure>"}
    assert STOCK not in page(new_code_cell("plt.plot()", outputs=[new_output("display_data", data=data)]))


def test_an_overview_stands_before_several_articles_only():
    parts = [Part("A", [], None), Part("B", [], None)]
    page = render_page(parts, overview=pages.articles(READING))
    places = [
        page.index(words) for words in ("What do they have in common?", "<caption>1 article</caption>", "<select")
    ]
    assert places == sorted(places)
    assert "in common" not in render_page(parts[:1], overview=pages.articles(READING))


def test_articles_of_one_title_are_told_apart():
    page = render_page([Part("Same", [], None), Part("Same", [], None)])
    assert re.findall(r"<option [^>]*>(.*?)</option>", page) == ["Same", "Same (2)"]


def test_several_articles_stand_behind_a_chooser_and_what_was_not_read_is_named():
    parts = [Part(name, [render_notebook(notebook(), prefix=f"{n}-01", down=2)]) for n, name in enumerate("AB")]
    html = render_page(parts, unread=[("c", "it is <empty>")])
    assert '<h1 dir="auto">2 articles</h1>' in html
    assert html.count('<section class="page"') == 2
    assert "<b>c</b>: it is &lt;empty&gt;" in html


@pytest.fixture
def made(pooled, tmp_path, monkeypatch):
    """made(code) -> a report from one notebook with that code, and the folder it is written to."""
    (tmp_path / "notebooks").mkdir()
    monkeypatch.setattr(report, "NOTEBOOKS", tmp_path / "notebooks")
    story = tmp_path / "story.txt"
    story.write_text(STORY, encoding="utf-8")

    def make(code: str, **options):
        parameters = new_code_cell("article = published = None", metadata={"tags": ["parameters"]})
        nbformat.write(notebook(parameters, new_code_cell(code)), tmp_path / "notebooks" / "01-try.ipynb")
        out = tmp_path / "out" / "story.html"
        out.parent.mkdir(exist_ok=True)
        out.write_text("what was there", encoding="utf-8")
        render_report([story], out, **{"published": "2020-01-15", "progress": False} | options)
        return out

    return make


FAILING_WIDGET = """
from ipywidgets import Dropdown, interactive_output
def show(choice):
    raise KeyError(choice)
interactive_output(show, {"choice": Dropdown(options=["first"])})
"""

ENDING = "import os\nos._exit(3)"


@pytest.mark.notebook
@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("1 / 0", "01-try.ipynb, cell 3: ZeroDivisionError: division by zero"),
        (FAILING_WIDGET, "01-try.ipynb, cell 3: KeyError: 'first'"),
        ("1 +", "01-try.ipynb, cell 3: SyntaxError: invalid syntax"),
        (ENDING, "01-try.ipynb: a cell took more than 90 seconds, or its process ended"),
    ],
    ids=["cell", "widget", "syntax", "process"],
)
def test_an_error_fails_the_run_and_leaves_everything_as_it_was(made, monkeypatch, tmp_path, code, words):
    if code == ENDING:
        monkeypatch.setattr(report, "workers", notebooks.workers)  # of its own
    with pytest.raises(ValueError, match=re.escape(words)):
        made(code)
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["story.html"]
    assert (tmp_path / "out" / "story.html").read_text() == "what was there"


@pytest.mark.notebook
def test_tables_and_executed_notebooks_stand_beside_the_report(made, tmp_path):
    earlier = tmp_path / "out" / "story-notebooks"
    (earlier / "002-tables").mkdir(parents=True)
    (earlier / "my-own.txt").touch()
    out = made("from analysis import open_reading, pages\npages.quotations(open_reading(article, published=published))")
    assert "Ada Obi" in out.read_text(encoding="utf-8")
    beside = out.with_name("story-notebooks")
    assert (beside / "tables" / "articles.parquet").is_file()
    executed = nbformat.read(beside / "01-try.ipynb", 4)
    assert any(cell.get("outputs") for cell in executed.cells)
    assert str(tmp_path) not in (beside / "01-try.ipynb").read_text(encoding="utf-8")
    assert sorted(path.name for path in beside.iterdir()) == ["01-try.ipynb", "my-own.txt", "tables"]
    assert sorted(path.name for path in out.parent.iterdir()) == ["story-notebooks", "story.html"]


@pytest.mark.notebook
def test_a_cell_that_does_not_end_ends_the_run(tmp_path, monkeypatch):
    monkeypatch.setattr(notebooks, "LONGEST", 1)
    cells = [new_code_cell("import time"), new_code_cell("time.sleep(60)")]
    nbformat.write(notebook(*cells), tmp_path / "01-long.ipynb")
    with ProcessPoolExecutor(1, get_context("fork")) as pool, pytest.raises(BrokenExecutor):
        pool.submit(notebooks.run_notebook, tmp_path / "01-long.ipynb", tmp_path / "done.ipynb", {}).result(30)


@pytest.mark.notebook
def test_what_cells_show_is_kept_as_jupyter_keeps_it(pool, tmp_path):
    kept = ran(pool, tmp_path, SHOWING)
    assert [(out.output_type, out.get("name"), sorted(out.get("data", ()))) for out in kept[1].outputs] == [
        ("stream", "stdout", []),
        ("stream", "stderr", []),
        ("display_data", None, ["text/html", "text/plain"]),
        ("display_data", None, ["image/png", "text/plain"]),
        ("execute_result", None, ["text/plain"]),
    ]
    assert kept[1].outputs[0].text == "one\ntwo\n"
    assert kept[1].outputs[2].data["text/html"] == "<b>now</b>"
    assert [out.data["text/plain"] for out in kept[2].outputs] == ["'behind'"]


SHOWING = [
    """
import sys
from IPython.display import HTML, Image, clear_output, display
print("one")
print("two")
print("odd", file=sys.stderr)
shown = display(HTML("<b>then</b>"), display_id=True)
shown.update(HTML("<b>now</b>"))
display(Image(b"\\x89PNG\\r\\n\\x1a\\n" + bytes(40), format="png"))
40 + 2
""",
    "display('before')\nclear_output(wait=True)\ndisplay('behind')",
]


@pytest.mark.notebook
def test_a_chart_that_a_user_draws_is_kept_once_and_each_notebook_begins_anew(pool, tmp_path):
    cells = ["import matplotlib.pyplot as plt", "plt.plot([1, 2]);", "globals().get('told')", "told = 1"]
    drawn = ran(pool, tmp_path, cells)
    assert [sorted(out.data) for out in drawn[2].outputs] == [["image/png", "text/plain"]]
    assert [cell.execution_count for cell in drawn[1:]] == [2, 3, 4, 5]  # behind the parameters


@pytest.mark.notebook
def test_what_is_there_to_be_tried_is_not_run_and_counts_all_the_same(pool, tmp_path):
    path = tmp_path / "01-try.ipynb"
    nbformat.write(notebook(new_code_cell("1 / 0", metadata={"tags": ["try"]}), new_code_cell("7")), path)
    done = pool.submit(notebooks.run_notebook, path, tmp_path / "done.ipynb", {}).result()
    assert [("".join(cell["source"]), cell["execution_count"]) for cell in done["cells"] if cell.get("outputs")] == [
        ("7", 3)
    ]
    assert "1 / 0" not in render_notebook(done, prefix="01").body


def ran(pool, folder, sources) -> list:
    """The cells of a notebook that was run twice in one process."""
    path, out = folder / "01-try.ipynb", folder / "done.ipynb"
    nbformat.write(notebook(*map(new_code_cell, sources)), path)
    for _ in range(2):
        pool.submit(notebooks.run_notebook, path, out, {}).result()
    kept = nbformat.read(out, 4)
    nbformat.validate(kept)
    return kept.cells[1:]


@pytest.mark.notebook
def test_without_a_terminal_each_step_is_a_line(made, capsys):
    made("1", progress=True)
    steps = ["reading …", "1 article read", "01-try (1 of 1)"]
    assert capsys.readouterr().err.splitlines() == [f"readout: {step}" for step in steps]
    made("1")
    assert not capsys.readouterr().err


@pytest.mark.notebook
def test_a_report_of_three_thousand_words_is_well_below_a_megabyte(pooled, tmp_path):
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "data").glob("*/*.txt"))]
    paragraphs = "\n\n".join(texts * 2).split("\n\n")
    story, out = tmp_path / "story.txt", tmp_path / "story.html"
    while sum(len(paragraph.split()) for paragraph in paragraphs) > 3000:
        paragraphs.pop()
    story.write_text("\n\n".join(paragraphs), encoding="utf-8")
    render_report([story], out, published="2020-01-15", progress=False)
    assert out.stat().st_size < 750_000


@pytest.mark.notebook
def test_an_unknown_publication_day_is_said(made):
    said = []
    made("1", published=None, say=said.append)
    made("1", say=said.append)
    assert len(said) == 1
    assert said[0].startswith("1 article without a known publication day")


@pytest.mark.notebook
def test_nothing_to_read_is_one_line(pooled, tmp_path):
    (tmp_path / "void.txt").write_text("")
    with pytest.raises(ValueError, match="void: it is empty"):
        render_report([tmp_path / "void.txt"], tmp_path / "out.html", progress=False)
    assert not (tmp_path / "out.html").exists()
