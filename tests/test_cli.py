"""The command line: tables of what it is given, one clear line and status 2 for what it cannot read."""

import json
import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pandas as pd
import pytest
from made_reading import READING

from analysis import cli, console
from analysis.console import left_out
from analysis.tables import read_tables

STORY = "Minister resigns\n\nAda Obi, the transport minister, said on Monday that she would leave.\n"


@pytest.fixture
def folder(tmp_path):
    articles = tmp_path / "articles"
    (articles / "b").mkdir(parents=True)
    (articles / "one.txt").write_text(STORY, encoding="utf-8")
    (articles / "b" / "two.txt").write_text(STORY, encoding="utf-8")
    return articles


def test_a_folder_becomes_tables(run, folder, tmp_path):
    status, said = run("tables", folder, "--out", tmp_path / "out", "--published", "2020-01-15", "--quiet")
    assert status == 0, said
    articles = read_tables(tmp_path / "out")["articles"]
    assert sorted(articles.article_id) == ["b/two", "one"]
    assert set(articles.published) == {"2020-01-15"}
    assert "2 articles" in said and "Traceback" not in said


def test_fields_of_a_table_can_be_named(run, tmp_path):
    (tmp_path / "a.csv").write_text(f'Kopf;Beitrag\nMayor resigns;"{STORY}"\n', encoding="utf-8")
    out = tmp_path / "out"
    status, said = run(
        "tables", tmp_path / "a.csv", "--out", out, "--quiet", "--map", "text=Beitrag", "--map", "headline=Kopf"
    )
    assert status == 0, said
    assert list(read_tables(out)["articles"].headline) == ["Mayor resigns"]
    for wrong, message in (("text", "needs a field and its name"), ("title=Kopf", "there is no field 'title'")):
        status, said = run("tables", tmp_path / "a.csv", "--out", out, "--quiet", "--map", wrong)
        assert status == 2 and message in said


def test_metadata_gives_each_article_its_day_and_outlet(run, folder, tmp_path):
    metadata = tmp_path / "days.csv"
    metadata.write_text("article_id,published,outlet\none,2020-01-15,The Post\nb/two,2021-03-02,\n", encoding="utf-8")
    status, said = run("tables", folder, "--out", tmp_path / "out", "--metadata", metadata, "--quiet")
    assert status == 0, said
    articles = read_tables(tmp_path / "out")["articles"].set_index("article_id")
    assert articles.published.to_dict() == {"one": "2020-01-15", "b/two": "2021-03-02"}
    assert articles.outlet["one"] == "The Post" and pd.isna(articles.outlet["b/two"])


def test_a_bad_article_is_a_row_and_the_others_are_read(run, folder, tmp_path):
    (folder / "void.txt").write_bytes(b"")
    (folder / "noise.txt").write_bytes(bytes(range(256)) * 40)
    status, said = run("tables", folder, "--out", tmp_path / "out", "--quiet")
    assert status == 0, said
    tables = read_tables(tmp_path / "out")
    problems = tables["problems"]
    assert set(problems.article_id[problems.stage != "dates"]) == {"void", "noise"}
    assert {"one", "b/two"} <= set(tables["articles"].article_id)
    assert "2 articles could not be read" in said
    assert "2 articles without a known publication day" in said


def test_replacing_tables_is_said(run, folder, tmp_path):
    run("tables", folder, "--out", tmp_path / "out", "--quiet")
    status, said = run("tables", folder, "--out", tmp_path / "out", "--quiet")
    assert status == 0
    assert "whose tables were replaced" in said


def test_what_fails_leaves_the_tables_as_they_were(run, folder, tmp_path):
    out = tmp_path / "out"
    run("tables", folder, "--out", out, "--quiet")
    before = {file.name: file.read_bytes() for file in out.iterdir()}
    (tmp_path / "void.txt").write_bytes(b"")
    for wrong in ([tmp_path / "void.txt"], [folder, "--model", "no_such_model"]):
        status, said = run("tables", *wrong, "--out", out, "--quiet")
        assert status == 2 and "replaced" not in said
    assert {file.name: file.read_bytes() for file in out.iterdir()} == before


def test_one_of_each_is_said_in_the_singular(run, folder, tmp_path):
    status, said = run("tables", folder / "one.txt", "--out", tmp_path / "out", "--quiet")
    assert status == 0
    assert "1 article, 1 entity, 1 quotation, " in said and "1 article without" in said


def test_unread_rows_are_told_by_file_and_id_and_only_the_first(run, tmp_path):
    rows = ["id;text", f"good;{STORY.split()[0]} said on Monday that she would leave", *(f"bad{n};" for n in range(30))]
    (tmp_path / "many.csv").write_text("\n".join(rows))
    _, said = run("tables", tmp_path / "many.csv", "--out", tmp_path / "out", "--quiet")
    assert "many.csv, bad0: it is empty" in said
    assert said.count("it is empty") == console.TOLD
    assert "30 articles could not be read" in said


def test_the_column_of_the_texts_can_be_named(run, tmp_path):
    (tmp_path / "a.csv").write_text("nr;Wording\n1;Ada Obi said on Monday that she would leave.\n")
    status, said = run("tables", tmp_path / "a.csv", "--out", tmp_path / "out", "--quiet", "--text", "Wording")
    assert status == 0, said
    assert len(read_tables(tmp_path / "out")["quotations"]) == 1


def test_an_output_of_the_wrong_sort_is_said_before_anything_is_read(run, folder, tmp_path):
    (tmp_path / "file").write_text("")
    assert "is a file; a folder" in run("tables", folder, "--out", tmp_path / "file", "--quiet")[1]
    assert "is a folder; a file" in run("report", folder, "--out", folder, "--quiet")[1]
    assert "ends as in x.html" in run("report", folder, "--out", "x.pdf", "--quiet")[1]


def test_errors_of_the_system_are_said_in_words(run, folder, monkeypatch):
    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied", "tables")

    monkeypatch.setattr("analysis.tables.TableWriter", refuse)
    assert run("tables", folder, "--out", "tables", "--quiet") == (2, "readout: error: tables: Permission denied\n")


def test_the_version_is_shown():
    command = [sys.executable, "-m", "analysis", "--version"]
    shown = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert shown == f"readout {version('readout-news')}\n"


BAD = {
    "empty.txt": b"",
    "binary.txt": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40,
    "german.txt": (
        "Die Ministerin tritt zurück\n\nDie Verkehrsministerin hat am Montag angekündigt, dass sie ihr Amt "
        "niederlegen werde. Die Opposition begrüßte den Schritt und forderte den Regierungschef auf, ihr zu folgen.\n"
        * 5
    ).encode(),
    "broken.json": b'{"text": ',
    "strange.xyz": b"some text",
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_read_is_one_line_and_status_2(run, tmp_path, name):
    (tmp_path / name).write_bytes(BAD[name])
    status, said = run("tables", tmp_path / name, "--out", tmp_path / "out", "--quiet")
    assert status == 2
    assert "Traceback" not in said
    assert name in said


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["missing.txt"], "missing.txt"),
        (["--published", "15 January"], "is not a day such as 2020-01-15"),
        (["--metadata", "nowhere.csv"], "nowhere.csv"),
        (["--model", "no_such_model"], "spacy download no_such_model"),
        (["--engine", "spark"], "there are: processes, dask"),
    ],
)
def test_wrong_arguments_say_what_was_found_and_what_is_accepted(run, folder, tmp_path, arguments, words):
    status, said = run("tables", folder / "one.txt", "--out", tmp_path / "out", "--quiet", *arguments)
    assert status == 2
    assert words in said
    assert len(said.strip().splitlines()) <= 2


def test_two_inputs_of_one_id_are_an_error_that_names_both(run, folder, tmp_path):
    (folder / "one.json").write_text(json.dumps({"text": STORY}), encoding="utf-8")
    status, said = run("tables", folder, "--out", tmp_path / "out", "--quiet")
    assert status == 2
    assert "one.txt" in said and "one.json" in said


@pytest.fixture(scope="module")
def saved(tmp_path_factory):
    folder = tmp_path_factory.mktemp("saved")
    READING.save(folder)
    return folder


@pytest.mark.parametrize(("of", "words"), [("stances", "3 nodes, 2 edges"), ("quotations", "0 nodes, 0 edges")])
def test_saved_tables_become_a_network(run, saved, tmp_path, of, words):
    status, said = run("network", saved, "--of", of, "--out", tmp_path / "net.graphml")
    assert (status, said) == (0, f"readout: {words} in {tmp_path / 'net.graphml'}\n")
    assert (tmp_path / "net.graphml").read_bytes().startswith(b"<?xml")


def test_saved_tables_become_statements(run, saved, tmp_path):
    status, said = run("statements", saved, "--least", "0.75", "--out", tmp_path / "s.csv")
    assert (status, said) == (
        0,
        f"readout: 2 statements in {tmp_path / 's.csv'}; left out: 1 less certain stance (see --least)\n",
    )
    assert len((tmp_path / "s.csv").read_text().splitlines()) == 3


def test_what_is_replaced_is_said(run, saved, tmp_path):
    for words in ("s.csv; left", "s.csv, which was replaced; left"):
        assert words in run("statements", saved, "--least", "0.75", "--out", tmp_path / "s.csv")[1]


def test_neutral_stances_are_no_statements_and_that_is_said():
    stances = READING.stances.assign(polarity=["neutral", "support", "neutral"], shown=[True, True, False])
    said = left_out({"stances": stances}, neutral=True)
    assert said == "; left out: 1 less certain stance (see --least), 1 neutral stance"
    assert left_out({"stances": stances.assign(shown=True)}) == ""


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["network", "SAVED", "--of", "dates"], "--of 'dates': there are stances and quotations"),
        (["network", "SAVED", "SAVED"], "two articles of the id 'tram'"),
        (["statements", "."], "is no folder of saved tables; `readout tables PATH --out .` writes one"),
        (["statements", "nowhere"], "nowhere is no folder of saved tables"),
    ],
)
def test_what_cannot_be_exported_is_one_line(run, saved, tmp_path, monkeypatch, arguments, words):
    monkeypatch.chdir(tmp_path)
    status, said = run(*(saved if word == "SAVED" else word for word in arguments), "--out", "out")
    assert status == 2
    assert words in said and len(said.splitlines()) == 1


@pytest.mark.parametrize("command", ["tables", "report", "export", "network", "statements", "evaluate"])
def test_help_gives_an_example(command, monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["readout", command, "--help"])
    with pytest.raises(SystemExit):
        cli.main()
    shown = capsys.readouterr().out
    assert f"Example: readout {command} " in shown
    assert "--out" in shown


def test_the_same_input_gives_the_same_bytes(run, folder, tmp_path):
    for name in ("first", "second"):
        assert run("tables", folder, "--out", tmp_path / name, "--quiet")[0] == 0
    first, second = ({f.name: f.read_bytes() for f in (tmp_path / name).iterdir()} for name in ("first", "second"))
    assert first == second


def test_a_run_that_is_interrupted_says_so(run, folder, tmp_path, monkeypatch):
    def interrupt(words):
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "_day", interrupt)
    assert run("tables", folder, "--out", tmp_path / "out") == (130, "readout: stopped\n")
    assert not (tmp_path / "out").exists()


def test_a_folder_of_the_users_that_is_called_analysis_is_not_run(tmp_path):
    readout, own = tmp_path / "bin" / "readout.py", tmp_path / "work" / "analysis" / "__init__.py"
    for file, text in (
        (readout, "from analysis.cli import main\n\nif __name__ == '__main__':\n    main()\n"),
        (own, "raise SystemExit(3)\n"),
    ):
        file.parent.mkdir(parents=True)
        file.write_text(text)
    folder = own.parent.parent
    (folder / "one.txt").write_text("Talks\n\nAda Obi rejected the plan on Monday.\n")
    command = [sys.executable, readout, "tables", "one.txt", "--out", "tables", "--quiet"]
    here = os.environ | {"PYTHONPATH": str(Path(__file__).parent.parent)}
    done = subprocess.run(command, cwd=folder, env=here, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert (folder / "tables" / "stances.csv").exists()
