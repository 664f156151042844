"""The notebooks: how they are written, and that each runs, with every choice of its widgets."""

import ast
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import forks
import nbformat
import pytest
from nbclient import NotebookClient
from nbclient.output_widget import OutputWidget

from analysis.report.notebooks import run_notebook

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
STORY = """Reading room to close

Northtown, 3 March

The council will close the reading room in May, Mayor Ada Obi said on Monday.

"We cannot pay for it," she said. The teachers' union rejected the plan.
"""
NUMBER = re.compile("[0-9a-f]{32}")  # of a widget
# Sets every list to every option: errors of callbacks come as messages, not as errors of a cell.
DRIVE = """
import ipywidgets
from ipywidgets.widgets.widget import _instances
lists = [widget for widget in list(_instances.values()) if isinstance(widget, ipywidgets.Dropdown)]
for found in lists:
    for _, option in found._options_full:
        found.value = option
print(len(lists), "lists")
"""


class Client(NotebookClient):
    """Runs a notebook and collects every error message, those of widgets too."""

    def __init__(self, *args, **options):
        super().__init__(*args, timeout=300, kernel_name="python3", **options)
        self.errors = []

    def process_message(self, message, cell, index):
        if message["msg_type"] == "error":
            self.errors.append((index, message["content"]["ename"], message["content"]["evalue"]))
        return super().process_message(message, cell, index)


def drive(notebook: nbformat.NotebookNode, folder: Path) -> tuple[list, str]:
    """The errors of a notebook run with all choices, and what the driver said."""
    notebook.cells.append(nbformat.v4.new_code_cell(DRIVE))
    client = Client(notebook, resources={"metadata": {"path": str(folder)}})
    client.execute()
    return client.errors, notebook.cells[-1].outputs[0].text


@pytest.fixture(scope="module")
def forked():
    """Kernels that are started by this process, not by one below it, are forked where that is safe."""
    with pytest.MonkeyPatch.context() as patch:
        if sys.platform == "linux":
            patch.setattr("jupyter_client.provisioning.local_provisioner.launch_kernel", forks.launch_kernel)
        yield


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.stem)
def notebook(request):
    return nbformat.read(request.param, 4)


def test_there_are_the_notebooks_that_the_readme_names():
    assert [path.stem for path in NOTEBOOKS] == [
        "01-read-the-article",
        "02-tabulate-actors-and-stances",
        "03-chart-mentions",
        "04-explore",
        "05-compare-articles",
        "06-check-and-correct",
    ]


def test_it_holds_no_outputs_and_defines_no_functions(notebook):
    for cell in notebook.cells:
        if cell.cell_type == "code":
            assert not cell.outputs and cell.execution_count is None
            assert not any(
                isinstance(node, ast.FunctionDef | ast.ClassDef) for node in ast.walk(ast.parse(cell.source))
            )
            assert len(cell.source.splitlines()) <= 7


def test_it_imports_once_and_from_the_public_names(notebook):
    code = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    assert "from analysis import " in code[0]
    assert not any("import " in source for source in code[1:])


def test_what_is_there_to_be_changed_comes_with_a_question(notebook):
    told = [cell for cell in notebook.cells if "try" in cell.metadata.get("tags", ())]
    asked = [cell.source for cell in told if cell.cell_type == "markdown" and "?" in cell.source]
    assert len(asked) * 2 >= sum(cell.cell_type == "code" for cell in told)


def test_it_has_parameters_for_articles_and_days(notebook):
    (cell,) = [cell for cell in notebook.cells if "parameters" in cell.metadata.get("tags", ())]
    assert re.match(r'article = "data/articles/.*\npublished = |corpus = "data/corpus".*\nmetadata = ', cell.source)


def test_headings_ask_and_prose_keeps_up_with_code(notebook):
    prose = [cell.source for cell in notebook.cells if cell.cell_type == "markdown"]
    headings = re.findall(r"^#+ (.*)$", "\n".join(prose), re.MULTILINE)
    assert headings and all(heading.endswith("?") for heading in headings)
    assert 0.6 <= len(prose) / (len(notebook.cells) - len(prose)) <= 1.4


@pytest.mark.notebook
def test_it_runs_with_every_choice_of_its_widgets_and_no_client_has_to_answer(notebook, forked, tmp_path, monkeypatch):
    """One that sends while it waits for a cell can miss that it is done: findings/jupyter-client-lost-wakeup.sh."""
    answers = []
    monkeypatch.setattr(OutputWidget, "send", lambda widget, data: answers.append(data))
    errors, said = drive(notebook, tmp_path)
    assert not errors and not answers
    code = "".join(cell.source for cell in notebook.cells)
    assert said.startswith("0 lists") or "explore" in code or "Panel(" in code


@pytest.mark.notebook
def test_the_driver_finds_an_error_that_only_one_choice_makes(forked, tmp_path):
    code = (
        "from ipywidgets import Dropdown, interactive_output\n"
        "chosen = Dropdown(options=[('good', 1), ('bad', 0)])\n"
        "interactive_output(lambda n: 1 / n, {'n': chosen})"
    )
    errors, said = drive(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code)]), tmp_path)
    assert [name for _, name, _ in errors] == ["ZeroDivisionError"]
    assert said.startswith("1 lists")


@pytest.fixture(scope="module")
def ways(forked, pool, tmp_path_factory):
    """Three folders of the notebooks, run on another article: as a report runs them, by papermill and by nbconvert."""
    import papermill  # not above: it takes a second, also of who runs no notebooks

    report, by_papermill, by_nbconvert = folders = [tmp_path_factory.mktemp(way) for way in ("report", "mill", "plain")]
    story = report / "room.txt"
    story.write_text(STORY, encoding="utf-8")
    article = {"article": str(story), "published": "2020-03-04"}
    paths = NOTEBOOKS[:4]
    for path in paths:
        pool.submit(run_notebook, path, report / path.name, article).result()
    how = {"progress_bar": False, "cwd": by_papermill, "execution_timeout": 300}
    for path in paths:
        papermill.execute_notebook(path, by_papermill / path.name, article, **how)
        shutil.copy(report / path.name, by_nbconvert)
    options = ["--execute", "--inplace", "--ExecutePreprocessor.timeout=300", "--to", "notebook"]
    command = [sys.executable, "-m", "jupyter", "nbconvert", *options, *sorted(by_nbconvert.iterdir())]
    subprocess.run(command, check=True, capture_output=True)
    return folders


@pytest.mark.notebook
@pytest.mark.parametrize("name", [path.name for path in NOTEBOOKS[:4]])
def test_a_report_and_papermill_and_nbconvert_show_the_same_of_another_article(ways, name):
    report, *others = [shown(nbformat.read(way / name, 4)) for way in ways]
    assert others == [report, report]
    assert any("Ada Obi" in str(output) or "Northtown" in str(output) for output in report)
    assert not any("libya" in str(output).lower() for output in report if "_options_labels" not in str(output))


def shown(notebook: nbformat.NotebookNode) -> list:
    """What all cells and all widgets show, without the numbers that widgets are given anew in each run."""
    nbformat.validate(notebook)
    cells = [cell for cell in notebook.cells if cell.cell_type == "code" and "try" not in cell.metadata.get("tags", ())]
    outputs = [
        {"source": cell.source.strip(), "count": cell.execution_count, **output}
        for cell in cells
        for output in cell.outputs
    ]
    states = notebook.metadata.get("widgets", {}).get("application/vnd.jupyter.widget-state+json", {}).get("state", {})
    said = [json.dumps(output, sort_keys=True) for output in outputs]
    assert {*re.findall('"model_id": "(.*?)"', "".join(said))} <= {*states}
    models = [json.dumps(model, sort_keys=True) for model in states.values()]
    return [*(NUMBER.sub("", output) for output in said), *sorted(NUMBER.sub("", model) for model in models)]


@pytest.mark.notebook
def test_plain_nbconvert_runs_a_notebook(tmp_path):
    command = ["-m", "jupyter", "nbconvert", "--execute", "--to", "html", f"--output-dir={tmp_path}", NOTEBOOKS[0]]
    subprocess.run([sys.executable, *command], check=True, capture_output=True, cwd=ROOT)
    shown = (tmp_path / f"{NOTEBOOKS[0].stem}.html").read_text(encoding="utf-8")
    assert "14 paragraphs" in shown


def test_make_gives_nbconvert_its_configuration():
    """Converters of notebooks read what lies in the environment, not what lies in a checkout."""
    recipe = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert "cp jupyter_nbconvert_config.json $(VENV)/etc/jupyter/" in recipe
