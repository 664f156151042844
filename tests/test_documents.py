"""What the documents say holds: links lead somewhere, the README's Python runs, commands have the options named."""

import csv
import re
import sys
from pathlib import Path

import pytest

from analysis import cli

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = [
    ROOT / name
    for name in (
        "README.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "data/README.md",
        "docs/formats.md",
        "analysis/lexicons/README.md",
    )
]
STORY = "Minister resigns\n\nAda Obi, the transport minister, said on Monday that she would leave.\n"


def code(language: str) -> list[str]:
    """The blocks of code of the README in one language."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.M | re.S)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_leads_to_a_file(document):
    links = re.findall(r"\]\(([^)#]+)", document.read_text(encoding="utf-8"))
    missing = [link for link in links if "://" not in link and not (document.parent / link).exists()]
    assert missing == []


def test_every_path_that_the_contributing_page_names_is_there():
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    paths = re.findall(r"`((?:analysis|tests|data)/[\w/.]+)`", text)
    assert len(paths) > 30
    missing = [path for path in paths if not (ROOT / path).exists()]
    assert missing == []


def test_the_python_of_the_readme_runs(tmp_path, monkeypatch):
    (tmp_path / "article.txt").write_text(STORY, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    (block,) = code("python")
    names: dict = {}
    exec(block, names)
    assert len(names["reading"].quotations) >= 1
    assert (tmp_path / "tables" / "quotations.parquet").exists()


def test_the_commands_of_the_readme_have_the_options_that_it_names(monkeypatch, capsys):
    commands = re.findall(r"^\.venv/bin/readout (\w+) (.*)$", "".join(code("")), re.M)
    reading, judging = {"tables", "report", "compare", "network", "statements", "export"}, {"evaluate", "sample"}
    assert {name for name, _ in commands} == reading | judging
    for name, rest in commands:
        monkeypatch.setattr(sys, "argv", ["readout", name, "--help"])
        with pytest.raises(SystemExit):
            cli.main()
        shown = capsys.readouterr().out
        assert all(option in shown for option in re.findall(r"--\w+", rest)), name


GOLD = [  # of the README's table: its row, the layer, the figures in the order of their values
    ("entities: precision; recall", "entities", ("found, precision", "found, recall")),
    ("entities: name right; kind right", "entities", ("name right", "kind right")),
    (
        "quotations at overlap .3: precision; recall",
        "quotations",
        ("overlap >= 0.3, precision", "overlap >= 0.3, recall"),
    ),
    ("quotations: source right", "quotations", ("source right",)),
    ("stances: precision; recall", "stances", ("precision", "recall")),
    ("stances on judged pairs: right; found", "candidates", ("right", "found")),
    ("dates: value F1", "dates", ("value",)),
]


@pytest.mark.parametrize(("line", "layer", "figures"), GOLD, ids=lambda one: one if isinstance(one, str) else "")
def test_the_figures_on_the_gold_are_those_of_the_file(line, layer, figures):
    with (ROOT / "data" / "gold" / "figures.csv").open(encoding="utf-8", newline="") as file:
        known = {row["figure"]: float(row["value"]) for row in csv.DictReader(file) if row["layer"] == layer}
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    found = re.search(rf"^\| {re.escape(line)} \| ([^|]+) \|", text, re.M)
    assert found and found[1].split("; ") == [f"{known[figure]:.1f}" for figure in figures]
